//! When a relation holds: from its dates, its sources and the state of knowledge to an interval.

use super::knowledge::Knowledge;
use super::known::Known;
use super::span::Span;
use crate::model::{Model, Moment, Relation, SourceId};
use crate::values::{Day, Interval, PartialDate};
use crate::vocab::{Lasts, Status};

/// Computes when a relation holds, as far as known.
///
/// - The start is `since`; without it, what was `observed`; without both, what was `announced`. Unknown, it lies anywhere
///   up to the earliest publication or observation. Of an intention it is the time for which it is open.
///   An observation alone is taken to reach no further back than it is believed forward: `lasts` years.
/// - The end is `until`; unknown, it lies after the last thing that shows the relation alive, up to the last source. The
///   status *terminated* or *cancelled* without `until` is such an end. An end later than what is known is not yet known.
/// - Without a known end it is presumed from `lasts` years after its start, last check or last observation on, or past
///   its `expires`.
///
/// `None` when the dates leave no day (an error check reports it) or nothing tells its time.
#[must_use]
pub fn span(model: &Model, relation: &Relation, known: Knowledge) -> Option<Span> {
    let record = Known::new(model, known, relation, None);
    let evidence = Evidence::of(model, &record);
    let (s0, s1) = start(relation, &record, &evidence)?;
    if record.lasts() == Lasts::Point {
        return Some(Span {
            interval: Interval::new(s0, s1, s0.next(), s1.next())?,
            presumed_from: Day::MAX,
        });
    }
    let (e0, e1, open) = end(&record, &evidence, s0);
    let interval = Interval::new(s0, s1, e0, e1)?;
    let presumed_from = if open {
        presumed_from(&record, &evidence, s1)
    } else {
        Day::MAX
    };
    Some(Span {
        interval,
        presumed_from,
    })
}

/// What the sources of a relation say about time.
struct Evidence {
    /// The earliest day by which a source surely was out.
    first: Option<Day>,
    /// The last such day.
    last: Option<Day>,
    /// The latest check that is known.
    checked: Option<PartialDate>,
}

impl Evidence {
    fn of(model: &Model, record: &Known<'_>) -> Self {
        let checked = record.checked();
        let cited = record.citations().map(|(source, _)| source);
        let all = cited.chain(checked.map(|checked| checked.source));
        let days: Vec<Day> = all
            .filter_map(|source: SourceId| model[source].surely_published())
            .collect();
        Self {
            first: days.iter().min().copied(),
            last: days.iter().max().copied(),
            checked: checked.map(|checked| checked.on),
        }
    }
}

/// The earliest and the latest possible first day.
fn start(relation: &Relation, record: &Known<'_>, evidence: &Evidence) -> Option<(Day, Day)> {
    let seen = record.observed().map(PartialDate::last).min();
    match record.since() {
        Some(Moment::On(date)) => Some((date.first(), date.last())),
        None if record.is_ahead() => record.announced().map(|date| (date.first(), date.last())),
        None if seen.is_some() => seen.map(|day| (earliest_before(relation, day), day)),
        None => match record.announced() {
            Some(date) => Some((date.first(), date.last())),
            None => latest_unknown(seen, evidence),
        },
        Some(Moment::Unknown) => latest_unknown(seen, evidence),
    }
}

/// How far back an observation reaches.
fn earliest_before(relation: &Relation, seen: Day) -> Day {
    relation
        .kind()
        .lasts
        .years()
        .map_or(Day::MIN, |years| seen.minus_years(years))
}

fn latest_unknown(seen: Option<Day>, evidence: &Evidence) -> Option<(Day, Day)> {
    let latest = seen
        .into_iter()
        .chain(evidence.first)
        .chain(evidence.checked.map(PartialDate::last))
        .min()?;
    Some((Day::MIN, latest))
}

/// The earliest and the latest possible first day without it, and whether that is no known end at all.
fn end(record: &Known<'_>, evidence: &Evidence, s0: Day) -> (Day, Day, bool) {
    let seen = record.observed().map(PartialDate::first).max();
    let alive = seen
        .into_iter()
        .chain(evidence.checked.map(PartialDate::first))
        .fold(s0, Day::max);
    let ended = matches!(record.status(), Status::Terminated | Status::Cancelled);
    match record.until() {
        Some(Moment::On(date)) => (date.first(), date.last(), false),
        Some(Moment::Unknown) => unknown_end(alive, evidence),
        None if ended => unknown_end(alive, evidence),
        None if record.since().is_none() && seen.is_some() => (alive.next(), Day::MAX, true),
        None => (Day::MAX, Day::MAX, true),
    }
}

/// The earliest and the latest possible first day without a relation that happened on a day and whose effect ended, as its
/// `until` or its status say; `None` where neither does.
pub(super) fn stated_end(model: &Model, relation: &Relation, known: Knowledge) -> Option<(Day, Day)> {
    let record = Known::new(model, known, relation, None);
    let evidence = Evidence::of(model, &record);
    let (s0, _) = start(relation, &record, &evidence)?;
    let (e0, e1, open) = end(&record, &evidence, s0);
    (!open).then_some((e0, e1))
}

fn unknown_end(alive: Day, evidence: &Evidence) -> (Day, Day, bool) {
    let earliest = alive.next();
    (
        earliest,
        evidence.last.map_or(Day::MAX, |last| last.max(earliest)),
        false,
    )
}

fn presumed_from(record: &Known<'_>, evidence: &Evidence, s1: Day) -> Day {
    let Some(years) = record.lasts().years() else {
        return Day::MAX;
    };
    let seen = record.observed().map(PartialDate::last).max();
    let looked = seen.into_iter().chain(evidence.checked.map(PartialDate::last)).max();
    let by_age = looked.into_iter().fold(s1, Day::max).plus_years(years).next();
    match record.expires().map(PartialDate::last) {
        Some(expires) if looked.is_none_or(|looked| looked <= expires) => expires.next(),
        _ => by_age,
    }
}
