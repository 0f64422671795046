//! Small data sets at random, for properties that must hold of any data.

mod chain;
mod maker;

use proptest::prelude::*;

pub(crate) use self::chain::chain;
use self::maker::Maker;

use crate::model::{Citation, Model, RelationId, SourceId};
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
    /// Once one of these was published: a day to come that they tell of, or a figure.
    Foretold(Vec<SourceId>),
    /// A figure as of this date, as what [`Happened`](Told::Happened) then.
    On(PartialDate, Vec<SourceId>),
}

/// A data set, and of each of its days what tells of it.
#[derive(Clone)]
pub(crate) struct Random {
    pub(crate) model: Model,
    /// Exact days only; each lies in a slot of five days of the year that is its own, whatever the year.
    pub(crate) days: Vec<(PartialDate, Told)>,
    /// Relations with an amount of [`UNIT`] times two to the power of their position.
    money: Vec<(RelationId, Told)>,
}

const NAMES: [&str; 6] = ["aye", "bee", "cee", "dee", "eff", "gee"];
const SOURCES: usize = 10;
/// What figures are multiples of, and nothing else that answers tell.
const UNIT: u64 = 1_000_003;

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
        for one in &model.successions {
            let [from, to] = [one.from, one.to].map(|id| model[id].id.as_str());
            writeln!(f, "{from} {:?} {to} since {}", one.how, one.since)?;
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

    /// The days and sources that a text tells, and that were not known by a day.
    pub(crate) fn told_too_early(&self, text: &str, by: Day) -> Vec<String> {
        let known = |found: &PartialDate| {
            let at = |date: &PartialDate| date.month().zip(date.day()).map(|(month, day)| slot(month, day));
            let of_slot = self.days.iter().find(|(day, _)| at(day) == at(found));
            of_slot.is_none_or(|(day, told)| self.was_known(*day, told, by))
        };
        let digit = |c: char| c.is_ascii_digit();
        let day_at = |at: usize| -> Option<PartialDate> {
            let found = text.get(at..at + 10)?;
            let alone = !text[..at].ends_with(digit) && !text[at + 10..].starts_with(digit);
            found.parse().ok().filter(|_| alone)
        };
        let days = text.match_indices('-').filter_map(|(at, _)| day_at(at.checked_sub(4)?));
        let days = days.filter(|day| !known(day)).map(|day| day.to_string());
        let sources = text.match_indices("source-").filter_map(|(at, word)| {
            let number = text[at + word.len()..]
                .chars()
                .take_while(|c| digit(*c))
                .collect::<String>();
            let id = SourceId::from(number.parse::<usize>().ok()?);
            let out = self.model[id].surely_published().is_some_and(|day| day <= by);
            (!out).then(|| format!("source-{number}"))
        });
        let figure = |part: &str| part.replace(',', "").parse::<u64>().ok();
        let figures = text.split(|c: char| !digit(c) && c != ',').flat_map(|run| {
            // a thousand's comma, or one between two cells
            figure(run).into_iter().chain(run.split(',').filter_map(figure))
        });
        let sums = figures.filter(|sum| *sum > 0 && sum % UNIT == 0).map(|sum| sum / UNIT);
        let in_sum = |sum: u64, id: RelationId| sum >> id.index() & 1 == 1;
        let money = sums.flat_map(|sum| self.money.iter().filter(move |(id, _)| in_sum(sum, *id)));
        let money = money.filter(|(_, told)| !self.was_known(PartialDate::FIRST, told, by));
        let money = money.map(|(id, _)| format!("the amount of {}", self.model[*id].id));
        let mut early: Vec<String> = days.chain(sources).chain(money).collect();
        early.sort();
        early.dedup();
        early
    }

    /// Whether what the data set tells of a day was known by another day.
    fn was_known(&self, day: PartialDate, told: &Told, by: Day) -> bool {
        let published = |sources: &[SourceId]| -> Vec<Day> {
            let days = sources.iter().filter_map(|id| self.model[*id].published?.to);
            days.map(PartialDate::last).collect()
        };
        let day = day.first();
        match told {
            Told::Itself => day <= by,
            Told::Begins(sources) => day <= by && published(sources).iter().any(|out| *out <= by),
            Told::Foretold(sources) => published(sources).iter().any(|out| *out <= by),
            Told::On(date, sources) => self.was_known(*date, &Told::Happened(sources.clone()), by),
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

/// The slot of five days of the year that a day lies in. Its days are told a day or two off, as the last day before an end.
fn slot(month: u8, day: u8) -> u32 {
    (u32::from(month) * 31 + u32::from(day)) / 5
}
