//! When a relation holds: from its dates, its sources and the state of knowledge to an interval.

use serde::{Deserialize, Serialize};

use crate::model::{Model, Moment, Relation, Source, SourceId};
use crate::values::{Day, Interval, PartialDate};
use crate::vocab::{Lasts, Status};

/// What was known: everything, or only what surely was published by some day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge(pub Option<Day>);

impl Knowledge {
    /// Everything that is recorded.
    pub const ALL: Self = Self(None);

    /// Whether a source counts.
    #[must_use]
    pub fn has(self, source: &Source) -> bool {
        self.0
            .is_none_or(|day| source.surely_published().is_some_and(|published| published <= day))
    }

    /// Whether a source of a model counts. Where everything does, the source is not looked at.
    #[must_use]
    pub fn knows(self, model: &Model, source: SourceId) -> bool {
        self == Self::ALL || self.has(&model[source])
    }

    /// Whether something that happened on `date` can have been known.
    #[must_use]
    pub fn reaches(self, date: PartialDate) -> bool {
        self.0.is_none_or(|day| date.first() <= day)
    }
}

/// When a relation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Its interval.
    pub interval: Interval,
    /// The first day on which it holds only as presumed: nobody has looked for too long. [`Day::MAX`] where never.
    pub presumed_from: Day,
}

impl Span {
    /// The time for which it needs no presumption, as one more interval to overlap with; `None` where there is none.
    #[must_use]
    pub fn firm(&self) -> Option<Interval> {
        Interval::new(Day::MIN, Day::MIN, self.presumed_from, self.presumed_from)
    }
}

/// Computes when a relation holds, as far as known.
///
/// - The start is `since`; without it, what was `observed`; without both, what was `announced`. Unknown, it lies anywhere
///   up to the earliest publication or observation.
///   An observation alone is taken to reach no further back than it is believed forward: `lasts` years.
/// - The end is `until`; unknown, it lies after the last thing that shows the relation alive, up to the last source. The
///   status *terminated* or *cancelled* without `until` is such an end. An end later than what is known is not yet known.
/// - Without a known end it is presumed from `lasts` years after its start, last check or last observation on, or past
///   its `expires`.
///
/// `None` when the dates leave no day (an error check reports it) or nothing tells its time.
#[must_use]
pub fn span(model: &Model, relation: &Relation, known: Knowledge) -> Option<Span> {
    let evidence = Evidence::of(model, relation, known);
    let (s0, s1) = start(relation, &evidence)?;
    if relation.kind().lasts == Lasts::Point {
        return Some(Span {
            interval: Interval::new(s0, s1, s0.next(), s1.next())?,
            presumed_from: Day::MAX,
        });
    }
    let (e0, e1, open) = end(relation, &evidence, s0, known);
    let interval = Interval::new(s0, s1, e0, e1)?;
    let presumed_from = if open {
        presumed_from(relation, &evidence, s1)
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
    fn of(model: &Model, relation: &Relation, known: Knowledge) -> Self {
        let published = |source: SourceId| {
            let source = &model[source];
            known.has(source).then(|| source.surely_published()).flatten()
        };
        let cited = relation.sources.iter().map(|citation| citation.source);
        let checked = relation.checked.filter(|checked| known.has(&model[checked.source]));
        let days: Vec<Day> = cited
            .chain(checked.map(|checked| checked.source))
            .filter_map(published)
            .collect();
        Self {
            first: days.iter().min().copied(),
            last: days.iter().max().copied(),
            checked: checked.map(|c| c.on),
        }
    }
}

/// The earliest and the latest possible first day.
fn start(relation: &Relation, evidence: &Evidence) -> Option<(Day, Day)> {
    let seen = relation.observed.iter().map(|date| date.last()).min();
    match relation.since {
        Some(Moment::On(date)) => Some((date.first(), date.last())),
        None if seen.is_some() => seen.map(|day| (earliest_before(relation, day), day)),
        None => match relation.announced {
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
fn end(relation: &Relation, evidence: &Evidence, s0: Day, known: Knowledge) -> (Day, Day, bool) {
    let seen = relation.observed.iter().map(|date| date.first()).max();
    let alive = seen
        .into_iter()
        .chain(evidence.checked.map(PartialDate::first))
        .fold(s0, Day::max);
    let ended = matches!(relation.status, Status::Terminated | Status::Cancelled);
    match relation.until {
        Some(Moment::On(date)) if known.reaches(date) => (date.first(), date.last(), false),
        Some(Moment::Unknown) => unknown_end(alive, evidence),
        None if ended => unknown_end(alive, evidence),
        _ if relation.since.is_none() && seen.is_some() => (alive.next(), Day::MAX, true),
        _ => (Day::MAX, Day::MAX, true),
    }
}

/// The earliest and the latest possible first day without a relation that happened on a day and whose effect ended, as its
/// `until` or its status say; `None` where neither does.
pub(super) fn stated_end(model: &Model, relation: &Relation, known: Knowledge) -> Option<(Day, Day)> {
    let evidence = Evidence::of(model, relation, known);
    let (s0, _) = start(relation, &evidence)?;
    let (e0, e1, open) = end(relation, &evidence, s0, known);
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

fn presumed_from(relation: &Relation, evidence: &Evidence, s1: Day) -> Day {
    let Some(years) = relation.kind().lasts.years() else {
        return Day::MAX;
    };
    let seen = relation.observed.iter().map(|date| date.last()).max();
    let looked = seen.into_iter().chain(evidence.checked.map(PartialDate::last)).max();
    let by_age = looked.into_iter().fold(s1, Day::max).plus_years(years).next();
    match relation.expires.map(PartialDate::last) {
        Some(expires) if looked.is_none_or(|looked| looked <= expires) => expires.next(),
        _ => by_age,
    }
}
