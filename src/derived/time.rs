//! When a relation holds: from its dates, its sources and the state of knowledge to an interval.

use std::collections::BTreeSet;

use super::knowledge::Knowledge;
use super::known::Known;
use super::reach::Reach;
use super::span::Span;
use crate::model::{Model, Moment, Relation, SourceId};
use crate::values::{Day, Interval, PartialDate};
use crate::vocab::{Lasts, Status};

/// Computes when a relation holds, as far as known.
///
/// - The start is `since`; without it, what was `announced`, unless it was `observed`. Otherwise nobody knows it: it lies before
///   the first evidence, which is an observation, an assertion, a check or a publication, and the relation is taken to reach
///   no more than `reach` days further back. What is a matter of one day may have been on any day before. Of an intention
///   it is the time for which it is open.
/// - The end is `until`; unknown, it lies after the last thing that shows the relation alive, up to the last source. The
///   status *terminated* or *cancelled* without `until` is such an end. An end later than what is known is not yet known.
/// - Without a known end it is presumed from `lasts` years (or as `reach` has it) after its start, last check, assertion or
///   observation on, or past its `expires`.
///
/// `None` when the dates leave no day (an error check reports it) or nothing tells its time.
#[must_use]
pub fn span(model: &Model, relation: &Relation, known: Knowledge, reach: Reach) -> Option<Span> {
    let record = Known::new(model, known, relation, None);
    let evidence = Evidence::of(model, &record);
    let is_point = record.lasts() == Lasts::Point;
    let (s0, s1) = start(&record, &evidence, reach)?;
    if is_point {
        let s0 = if record.is_undated() { Day::MIN } else { s0 };
        return Some(Span {
            interval: Interval::new(s0, s1, s0.next(), s1.next())?,
            presumed_from: Day::MAX,
        });
    }
    let (e0, e1, open) = end(&record, &evidence, s0);
    let interval = Interval::new(s0, s1, e0, e1)?;
    let presumed_from = if open {
        presumed_from(&record, &evidence, s1, reach)
    } else {
        Day::MAX
    };
    Some(Span {
        interval,
        presumed_from,
    })
}

/// What shows that a relation holds, other than its dates.
struct Evidence {
    /// The first thing that does so, where it was observed the first observation: the earliest and the latest day it may be of.
    first: Option<(Day, Day)>,
    /// The last day on which somebody saw it, said that it holds or checked it, at its earliest and at its latest.
    looked: Option<(Day, Day)>,
    /// The last day by which a source surely was out.
    last: Option<Day>,
}

impl Evidence {
    fn of(model: &Model, record: &Known<'_>) -> Self {
        let checked = record.checked();
        let asserted = record.asserted();
        let cited = record.citations().map(|(source, _)| source);
        let cited = cited.chain(checked.map(|checked| checked.source));
        let sources: BTreeSet<SourceId> = cited.chain(asserted.iter().map(|assertion| assertion.source)).collect();
        let published = |source: SourceId| {
            let source = &model[source];
            let last = source.surely_published()?;
            Some((source.published.map_or(last, |range| range.first().min(last)), last))
        };
        let covers = |date: PartialDate| (date.first(), date.last());
        let said = asserted
            .iter()
            .filter_map(|one| one.on.map(covers).or_else(|| published(one.source)));
        let seen: Vec<(Day, Day)> = record.observed().map(covers).collect();
        let checked = checked.map(|checked| covers(checked.on));
        let looks: Vec<(Day, Day)> = seen.iter().copied().chain(checked).chain(said).collect();
        let out: Vec<(Day, Day)> = sources.into_iter().filter_map(published).collect();
        let first = if record.since().is_none() && !seen.is_empty() {
            each(&seen, Iterator::min)
        } else {
            each(&[looks.as_slice(), out.as_slice()].concat(), Iterator::min)
        };
        Self {
            first,
            looked: each(&looks, Iterator::max),
            last: out.iter().map(|days| days.1).max(),
        }
    }
}

/// The first or the last of the earliest days, and of the latest ones.
fn each(all: &[(Day, Day)], of: fn(std::vec::IntoIter<Day>) -> Option<Day>) -> Option<(Day, Day)> {
    let (earliest, latest): (Vec<Day>, Vec<Day>) = all.iter().copied().unzip();
    of(earliest.into_iter()).zip(of(latest.into_iter()))
}

/// The earliest and the latest possible first day.
fn start(record: &Known<'_>, evidence: &Evidence, reach: Reach) -> Option<(Day, Day)> {
    if record.is_ahead() {
        return record.announced().map(|date| (date.first(), date.last()));
    }
    let dated = record.since().and_then(Moment::date).or_else(|| record.announced());
    match dated.filter(|_| !record.is_undated()) {
        Some(date) => Some((date.first(), date.last())),
        None => evidence
            .first
            .map(|(first, last)| (first.minus_days(reach.before), last)),
    }
}

/// The earliest and the latest possible first day without it, and whether that is no known end at all.
fn end(record: &Known<'_>, evidence: &Evidence, s0: Day) -> (Day, Day, bool) {
    let alive = evidence.looked.map_or(s0, |(earliest, _)| earliest.max(s0));
    let ended = matches!(record.status(), Status::Terminated | Status::Cancelled);
    match record.until() {
        Some(Moment::On(date)) => (date.first(), date.last(), false),
        Some(Moment::Unknown) => unknown_end(alive, evidence),
        None if ended => unknown_end(alive, evidence),
        None if record.since().is_none() && record.observed().next().is_some() => (alive.next(), Day::MAX, true),
        None => (Day::MAX, Day::MAX, true),
    }
}

/// When the effect of a relation holds that happened on a day: from then on, until an end that its `until` or its status
/// states.
pub(super) fn effect(model: &Model, relation: &Relation, known: Knowledge, reach: Reach) -> Option<Interval> {
    let record = Known::new(model, known, relation, None);
    let evidence = Evidence::of(model, &record);
    let (s0, s1) = start(&record, &evidence, reach)?;
    let (e0, e1) = match end(&record, &evidence, s0) {
        (_, _, true) => (Day::MAX, Day::MAX),
        (e0, e1, false) => (e0, e1),
    };
    Interval::new(s0, s1, e0, e1)
}

fn unknown_end(alive: Day, evidence: &Evidence) -> (Day, Day, bool) {
    let earliest = alive.next();
    (
        earliest,
        evidence.last.map_or(Day::MAX, |last| last.max(earliest)),
        false,
    )
}

fn presumed_from(record: &Known<'_>, evidence: &Evidence, s1: Day, reach: Reach) -> Day {
    let Some(years) = record.lasts().years() else {
        return Day::MAX;
    };
    let looked = evidence.looked.map(|(_, latest)| latest);
    let last = looked.into_iter().fold(s1, Day::max);
    let by_age = match reach.after {
        Some(days) => last.plus_days(days),
        None => last.plus_years(years),
    };
    match record.expires().map(PartialDate::last) {
        Some(expires) if looked.is_none_or(|looked| looked <= expires) => expires.next(),
        _ => by_age.next(),
    }
}
