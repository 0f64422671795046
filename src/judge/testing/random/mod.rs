//! Small data sets at random, for properties that must hold of any data.

#![expect(dead_code, reason = "the days are for properties of what was known")]

mod maker;

use proptest::prelude::*;

use self::maker::Maker;

use crate::model::{Citation, Model, SourceId};
use crate::values::{Day, PartialDate};

/// When something that a data set tells was known, as its maker knows it.
#[derive(Clone, Debug)]
pub(crate) enum Told {
    /// On its day: a source that was published then, or an act of ours, of which no source tells.
    Itself,
    /// On its day, once one of these was published: a start, which none of them need have seen.
    Begins(Vec<SourceId>),
    /// When the first of these was published on its day or later; without any, on its day, once one was published.
    Happened(Vec<SourceId>),
    /// Once one of these was published: a day to come that they tell of.
    Foretold(Vec<SourceId>),
}

/// A data set, and of each of its days what tells of it.
#[derive(Clone)]
pub(crate) struct Random {
    pub(crate) model: Model,
    /// Exact days only; each lies in a slot of three days of the year that is its own, whatever the year.
    pub(crate) days: Vec<(PartialDate, Told)>,
}

const NAMES: [&str; 6] = ["aye", "bee", "cee", "dee", "eff", "gee"];
const SOURCES: usize = 10;

/// Data sets of six companies and up to nine relations; `coarse` ones have dates of every precision, others exact days.
pub(crate) fn random(coarse: bool) -> impl Strategy<Value = Random> {
    any::<u64>().prop_map(move |seed| Maker::new(seed, coarse).random())
}

/// What a failed property prints: the records in a line each.
impl std::fmt::Debug for Random {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let model = &self.model;
        let ids = |citations: &[Citation]| of(citations).iter().map(|id| id.0).collect::<Vec<_>>();
        writeln!(f)?;
        for (id, source) in model.sources.iter().enumerate() {
            writeln!(f, "source {id}: {:?}", source.published.map(|range| range.to_string()))?;
        }
        for (_, one) in model.companies() {
            let dates = [one.founded, one.dissolved].map(|date| date.map(|date| date.to_string()));
            writeln!(f, "{} {:?} {dates:?} part of {:?}", one.id, one.kind, one.part_of)?;
        }
        for (_, one) in model.relations() {
            let parties: Vec<&str> = one
                .parties
                .iter()
                .map(|party| model[party.company].id.as_str())
                .collect();
            writeln!(
                f,
                "{} {parties:?} {:?} since {:?} until {:?} observed {:?} announced {:?} checked {:?} supersedes {:?} disputes \
                 {:?} share {:?} sources {:?}",
                one.id,
                one.status,
                one.since,
                one.until,
                one.observed,
                one.announced,
                one.checked,
                one.supersedes,
                one.disputes,
                one.share().map(ToString::to_string),
                ids(&one.sources)
            )?;
        }
        Ok(())
    }
}

impl Random {
    /// A date to ask at, by number.
    pub(crate) fn date(&self, at: u8) -> PartialDate {
        let year = 1999 + i16::from(at % 28);
        let (month, day) = match at % 3 {
            0 => (None, None),
            1 => (Some(at % 12 + 1), None),
            _ => (Some(at % 12 + 1), Some(at % 28 + 1)),
        };
        PartialDate::new(year, month, day).expect("a date")
    }

    /// Whether what the data set tells of a day was known by another day.
    pub(crate) fn was_known(&self, day: PartialDate, told: &Told, by: Day) -> bool {
        let published = |sources: &[SourceId]| -> Vec<Day> {
            let days = sources.iter().filter_map(|id| self.model[*id].published?.to);
            days.map(PartialDate::last).collect()
        };
        let day = day.first();
        match told {
            Told::Itself => day <= by,
            Told::Begins(sources) => day <= by && published(sources).iter().any(|out| *out <= by),
            Told::Foretold(sources) => published(sources).iter().any(|out| *out <= by),
            Told::Happened(sources) => {
                let out = published(sources);
                let after = out.iter().copied().filter(|out| *out >= day).min();
                let known = after.or_else(|| Some(out.iter().copied().min()?.max(day)));
                known.is_some_and(|known| known <= by)
            }
        }
    }
}

/// The sources of some citations.
fn of(citations: &[Citation]) -> Vec<SourceId> {
    citations.iter().map(|citation| citation.source).collect()
}

/// The slot of three days of the year that a day lies in.
pub(crate) fn slot(month: u8, day: u8) -> u32 {
    (u32::from(month) * 31 + u32::from(day)) / 3
}
