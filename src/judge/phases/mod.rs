//! The history of a pair in phases, exact to the day and to the uncertainty of its dates.

mod turns;

pub(crate) use turns::begins_undated;

use std::collections::BTreeSet;

use crate::graph::{Bond, Graph, Runs, seamless};
use crate::model::{CompanyId, RelationId};
use crate::values::{Day, Holds, Interval, PartialDate};
use crate::vocab::{Side, Zone};

/// A time in which one stance holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// The stance.
    pub zone: Zone,
    /// How it began.
    pub from: Boundary,
    /// The first day on which it rests on presumed ties only, within the phase.
    pub presumed_from: Option<Day>,
    /// Times within it when it may have been otherwise.
    pub doubts: Vec<(Day, Day)>,
}

/// When one phase gave way to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundary {
    /// The earliest day the new phase may have begun, as far as anything is known of it.
    pub earliest: Day,
    /// Whether it may have begun before that, too: it rests on a tie whose start nobody knows.
    pub is_open: bool,
    /// The day from which it surely holds.
    pub latest: Day,
    /// What made the turn.
    pub because: Vec<Turn>,
}

/// What begins or ends at a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// A relation begins.
    Begins(RelationId),
    /// A relation ends.
    Ends(RelationId),
    /// One company joins the other's group through a relation.
    Joins(RelationId),
    /// One company leaves the other's group, which a relation had made.
    Leaves(RelationId),
}

impl Phase {
    /// A phase that surely holds from a day on, and may have begun earlier.
    fn new(zone: Zone, earliest: Option<Day>, latest: Day) -> Self {
        Self {
            zone,
            from: Boundary {
                earliest: earliest.unwrap_or(latest),
                latest,
                is_open: false,
                because: Vec::new(),
            },
            presumed_from: None,
            doubts: Vec::new(),
        }
    }
}

impl Turn {
    /// The relation.
    #[must_use]
    pub const fn relation(self) -> RelationId {
        match self {
            Self::Begins(id) | Self::Ends(id) | Self::Joins(id) | Self::Leaves(id) => id,
        }
    }
}

impl Boundary {
    /// The earliest and the latest day it may have been: from [`Day::MIN`] on where nobody knows how early.
    #[must_use]
    pub const fn days(&self) -> (Day, Day) {
        (if self.is_open { Day::MIN } else { self.earliest }, self.latest)
    }

    /// When the last stretch in which several legs hold together began; `None` where none is certain. `legs` are their
    /// relations: where nobody knows since when one of them holds, nobody knows it of the stretch.
    #[must_use]
    pub fn last_of(graph: &Graph<'_>, runs: &Runs, mut legs: impl Iterator<Item = RelationId>) -> Option<Self> {
        let (latest, _) = *runs.sure.last()?;
        let earliest = runs.possible.iter().rfind(|run| run.0 <= latest);
        let earliest = earliest.map_or(latest, |run| run.0);
        let reaches_back = |id: RelationId| {
            let span = graph.span(id).filter(|_| graph.relation(id).is_undated());
            span.is_some_and(|span| (earliest..=latest).contains(&span.interval.start().0))
        };
        Some(Self {
            earliest,
            latest,
            is_open: legs.any(reaches_back),
            because: Vec::new(),
        })
    }

    /// When that stretch ended; `None` where nothing says that it did.
    #[must_use]
    pub fn end_of(runs: &Runs) -> Option<Self> {
        let (from, earliest) = *runs.sure.last()?;
        let possible = runs.possible.iter().rfind(|run| run.0 <= from);
        let latest = possible.map_or(earliest, |run| run.1);
        (latest < Day::MAX).then_some(Self {
            earliest,
            latest,
            is_open: false,
            because: Vec::new(),
        })
    }

    /// The date at the precision that the boundary has; `None` where it fits no single date.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        let day = PartialDate::from_day(self.latest)?;
        [
            crate::values::Precision::Day,
            crate::values::Precision::Month,
            crate::values::Precision::Year,
        ]
        .into_iter()
        .map(|precision| day.coarsen(precision))
        .find(|date| (date.first(), date.last()) == self.days())
    }
}

/// Levels of the three things that make a stance, on one day.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State {
    cooperation: Holds,
    competition: Holds,
    group: Holds,
}

impl State {
    /// The stance, where the day leaves no doubt about it.
    fn zone(self) -> Option<Zone> {
        match (self.group, self.cooperation, self.competition) {
            (Holds::Yes, _, _) => Some(Zone::OneGroup),
            (Holds::No, Holds::Yes, Holds::Yes) => Some(Zone::Coopetition),
            (Holds::No, Holds::Yes, Holds::No) => Some(Zone::Cooperation),
            (Holds::No, Holds::No, Holds::Yes) => Some(Zone::Competition),
            (Holds::No, Holds::No, Holds::No) => Some(Zone::None),
            _ => None,
        }
    }

    /// Whether a stance may be that of the day.
    fn admits(self, zone: Zone) -> bool {
        let sides = match zone {
            Zone::OneGroup => return self.group > Holds::No,
            Zone::Coopetition => (true, true),
            Zone::Cooperation => (true, false),
            Zone::Competition => (false, true),
            _ => (false, false),
        };
        let fits = |level: Holds, wanted: bool| if wanted { level > Holds::No } else { level < Holds::Yes };
        self.group < Holds::Yes && fits(self.cooperation, sides.0) && fits(self.competition, sides.1)
    }

    /// The stance of what surely holds, whatever else may; `None` where the two may be one group.
    fn sure(self) -> Option<Zone> {
        let surely = |holds: Holds| if holds == Holds::Yes { Holds::Yes } else { Holds::No };
        let sure = Self {
            cooperation: surely(self.cooperation),
            competition: surely(self.competition),
            group: self.group,
        };
        sure.zone()
    }
}

/// The days on which something surely and possibly holds, half-open.
#[derive(Clone, Copy)]
struct Stretch {
    possible: (Day, Day),
    sure: Option<(Day, Day)>,
}

impl Stretch {
    fn of_bond(bond: &Bond) -> Option<Self> {
        Some(Self {
            possible: bond.possible()?,
            sure: bond.sure(),
        })
    }

    fn of_parts(parts: &[Interval]) -> Self {
        let (s0, s1) = parts.iter().fold((Day::MIN, Day::MIN), |at, part| {
            (at.0.max(part.start().0), at.1.max(part.start().1))
        });
        let (e0, e1) = parts.iter().fold((Day::MAX, Day::MAX), |at, part| {
            (at.0.min(part.end().0), at.1.min(part.end().1))
        });
        Self {
            possible: (s0, e1),
            sure: (s1 < e0).then_some((s1, e0)),
        }
    }

    fn on(self, day: Day) -> Holds {
        let within = |(from, to): (Day, Day)| from <= day && day < to;
        match (self.sure.is_some_and(within), within(self.possible)) {
            (true, _) => Holds::Yes,
            (false, true) => Holds::Maybe,
            (false, false) => Holds::No,
        }
    }

    fn days(self) -> impl Iterator<Item = Day> {
        [Some(self.possible), self.sure]
            .into_iter()
            .flatten()
            .flat_map(|(from, to)| [from, to])
    }
}

/// The phases of a `pair` over all time, from bonds between the two and the times when they were one group.
///
/// Consecutive phases have different stances; the first begins before everything. An uncertain stretch between two
/// different stances is the next phase's boundary, between equal ones a doubt; of the former, days on which the next stance cannot
/// have begun yet are a doubt too. Where one side surely holds for the first time while the other only may, the phase is that
/// of the sure side. A relation that supersedes another takes over seamlessly. Cost: `k log k + k * n` for `n` bonds with `k` distinct days.
#[must_use]
pub fn phases(
    graph: &Graph<'_>,
    pair: (CompanyId, CompanyId),
    bonds: &[Bond],
    together: &[Vec<Interval>],
) -> Vec<Phase> {
    let bonds = seamless(graph.model(), bonds);
    let counted: Vec<(&Bond, Stretch)> = bonds
        .iter()
        .filter(|bond| !bond.inside && matches!(bond.side(), Side::Cooperation | Side::Competition))
        .filter_map(|bond| Some((bond, Stretch::of_bond(bond)?)))
        .collect();
    let groups: Vec<Stretch> = together.iter().map(|parts| Stretch::of_parts(parts)).collect();
    let days: BTreeSet<Day> = counted
        .iter()
        .flat_map(|(_, stretch)| stretch.days())
        .chain(groups.iter().flat_map(|stretch| stretch.days()))
        .chain([Day::MIN])
        .filter(|day| *day < Day::MAX)
        .collect();
    let state = |day: Day| {
        let level = |side: Side| {
            counted
                .iter()
                .filter(|(bond, _)| bond.side() == side)
                .map(|(_, s)| s.on(day))
                .max()
                .unwrap_or(Holds::No)
        };
        State {
            cooperation: level(Side::Cooperation),
            competition: level(Side::Competition),
            group: groups.iter().map(|s| s.on(day)).max().unwrap_or(Holds::No),
        }
    };
    let mut phases: Vec<Phase> = Vec::new();
    // the days of a doubt that is not over yet, each the first one of its state
    let mut doubt: Vec<(Day, State)> = Vec::new();
    // whether the stance before a doubt surely holds in it
    let mut held = false;
    for day in days {
        let state = state(day);
        let since = doubt.first().map(|(day, _)| *day);
        let before = phases.last().map_or(Zone::None, |phase| phase.zone);
        match (state.zone(), state.sure(), phases.last_mut()) {
            (Some(zone), _, Some(phase)) if phase.zone == zone => {
                phase.doubts.extend(since.map(|from| (from, day)));
                doubt.clear();
            }
            (Some(zone), _, _) => {
                begin(&mut phases, zone, &doubt, day);
                doubt.clear();
            }
            // the first side that surely holds makes a phase, though the other may hold too
            (None, Some(zone), _) if zone != Zone::None && before == Zone::None => {
                begin(&mut phases, zone, &doubt, day);
                doubt = vec![(day, state)];
            }
            // what held all through a doubt has ended: the doubt was about the other side, and this end is another
            (None, Some(Zone::None), Some(phase)) if before != Zone::None && held => {
                phase.doubts.extend(since.map(|from| (from, day)));
                doubt = vec![(day, state)];
            }
            _ => doubt.push((day, state)),
        }
        held = !doubt.is_empty() && state.sure() == phases.last().map(|phase| phase.zone);
    }
    turns::explain(graph, pair, &mut phases, &counted);
    presume(&mut phases, &counted);
    phases
}

/// Begins a phase that surely holds from a day on. It may have begun in the doubt before, from the first day on which its stance may
/// be that of all days to come; what is left of the doubt is one about the phase before.
fn begin(phases: &mut Vec<Phase>, zone: Zone, doubt: &[(Day, State)], day: Day) {
    let admitting = doubt.iter().rev().take_while(|(_, state)| state.admits(zone)).count();
    let (left, may) = doubt.split_at(doubt.len() - admitting);
    let earliest = may.first().map_or(day, |(day, _)| *day);
    match (left.first(), phases.last_mut()) {
        (Some((from, _)), Some(before)) => {
            before.doubts.push((*from, earliest));
            phases.push(Phase::new(zone, Some(earliest), day));
        }
        // from before everything on, so that no phase is before it
        (from, _) => phases.push(Phase::new(zone, Some(from.map_or(earliest, |(day, _)| *day)), day)),
    }
}

/// Says from when on each phase rests on presumed ties: when the last firm tie of a side that it needs has lapsed.
fn presume(phases: &mut [Phase], counted: &[(&Bond, Stretch)]) {
    let ends: Vec<Day> = phases
        .iter()
        .skip(1)
        .map(|phase| phase.from.earliest)
        .chain([Day::MAX])
        .collect();
    for (phase, end) in phases.iter_mut().zip(ends) {
        let sides: &[Side] = match phase.zone {
            Zone::Coopetition => &[Side::Cooperation, Side::Competition],
            Zone::Cooperation => &[Side::Cooperation],
            Zone::Competition => &[Side::Competition],
            _ => &[],
        };
        let lapses = sides.iter().filter_map(|side| {
            let firm_until = counted
                .iter()
                .filter(|(bond, _)| bond.side() == *side)
                .filter_map(|(bond, stretch)| stretch.sure.map(|sure| sure.1.min(bond.presumed_from)))
                .max()?;
            (firm_until < end).then_some(firm_until.max(phase.from.latest))
        });
        phase.presumed_from = lapses.min();
    }
}

#[cfg(test)]
mod tests;
