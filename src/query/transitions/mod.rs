//! `transitions`: how pairs move from partners to coopetitors to rivals to one group, and how long each took.

mod lag;
mod length;
mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::collections::BTreeMap;

use crate::judge::phases::{Boundary, Phase, Turn, phases};
use crate::judge::when::When;
use crate::judge::{Asked, View, pairs};
use crate::model::{CompanyId, RelationId};
use crate::values::{Day, Holds, Interval};
use crate::vocab::Zone;

pub use lag::Lag;
pub use length::{Length, median};
pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// How pairs moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Transitions {
    /// Pairs whose stance turned within the asked time, by name.
    pub pairs: Vec<History>,
    /// The turns by stance before and after, the most frequent first.
    pub moves: Vec<Move>,
    /// How many pairs still stand in each stance that they first took.
    pub unmoved: BTreeMap<Zone, usize>,
    /// From when products meet until one company names the other, by name.
    pub lags: Vec<Lag>,
    /// The median of the lags that end in a naming.
    pub median_lag: Option<Length>,
    /// Competitive relations within the scope that no company is recorded to name.
    pub unnamed: usize,
}

/// The stances of one pair, from its first tie on.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// The pair.
    pub pair: (CompanyId, CompanyId),
    /// Its spells, the oldest first; times without tie among them.
    pub spells: Vec<Spell>,
}

/// A time in one stance.
#[derive(Clone, Debug, PartialEq)]
pub struct Spell {
    /// The stance.
    pub zone: Zone,
    /// How it began; from [`Day::MIN`] on where nothing tells (left-censored: it began before the record).
    pub from: Boundary,
    /// How it ended.
    pub end: End,
}

/// How a spell ended.
#[derive(Clone, Debug, PartialEq)]
pub enum End {
    /// In another stance.
    Turned(Boundary),
    /// One of the two became part of a group, for which its ties count from then on.
    Absorbed(Boundary),
    /// Not yet (right-censored).
    Still {
        /// Whether it rests on presumed ties by now.
        presumed: bool,
        /// The first day on which it may have ended: the day after the asked time, or earlier.
        until: Day,
    },
}

/// All turns from one stance to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The stance before.
    pub from: Zone,
    /// The stance after.
    pub to: Zone,
    /// How many.
    pub count: usize,
    /// The median length of the spells before the turns.
    pub median: Length,
}

impl Spell {
    /// How long it lasted, at least up to the asked time where it lasts still.
    #[must_use]
    pub fn length(&self) -> Length {
        let (earliest, latest) = match &self.end {
            End::Turned(end) | End::Absorbed(end) => (end.days().0.max(self.from.latest), Some(end.latest)),
            End::Still { until, .. } => (*until, None),
        };
        Length::between(self.from.days(), (earliest, latest))
    }

    /// Whether it began before the record, and whether it lasts still: then only its least length is known.
    #[must_use]
    pub fn censored(&self) -> (bool, bool) {
        let right = matches!(self.end, End::Still { .. } | End::Absorbed(_));
        (self.from.days().0 == Day::MIN, right)
    }

    /// The relations that ended it.
    #[must_use]
    pub fn ended_by(&self) -> Vec<RelationId> {
        match &self.end {
            End::Turned(end) | End::Absorbed(end) => end.because.iter().map(|turn| turn.relation()).collect(),
            End::Still { .. } => Vec::new(),
        }
    }
}

impl Transitions {
    /// Whether no pair moved and nobody named anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty() && self.lags.is_empty()
    }
}

/// How pairs of groups moved up to the asked date or within the asked window; with `only`, the pairs of one company.
///
/// Each pair counts once, between the companies on top at the time. Cost: the bonds of every company once, and per pair
/// its phases.
#[must_use]
pub fn transitions(view: &View<'_>, only: Option<CompanyId>) -> Transitions {
    let last = view.scope.asked.last_day();
    let window = match view.scope.asked {
        Asked::At(date) => Interval::window(Day::MIN, date.last()),
        Asked::Between(..) => view.scope.asked.window(),
    };
    let moved = |spell: &Spell| match &spell.end {
        End::Turned(end) => When::of_boundary(end).within(window) > Holds::No,
        _ => false,
    };
    let mut found = BTreeMap::new();
    let mut unmoved = BTreeMap::new();
    for (pair, phases) in histories(view, only) {
        let spells = spells(&phases, last);
        match spells.as_slice() {
            [one] if matches!(one.end, End::Still { .. }) => *unmoved.entry(one.zone).or_default() += 1,
            _ if spells.iter().any(moved) => {
                found.insert(pair, spells);
            }
            _ => {}
        }
    }
    let mut lengths: BTreeMap<(Zone, Zone), Vec<Length>> = BTreeMap::new();
    for spells in found.values() {
        for two in spells.windows(2).filter(|two| moved(&two[0])) {
            lengths
                .entry((two[0].zone, two[1].zone))
                .or_default()
                .push(two[0].length());
        }
    }
    let mut moves: Vec<Move> = lengths
        .into_iter()
        .filter_map(|((from, to), lengths)| {
            Some(Move {
                from,
                to,
                count: lengths.len(),
                median: median(&lengths)?,
            })
        })
        .collect();
    moves.sort_by_key(|at| (std::cmp::Reverse(at.count), at.from, at.to));
    let mut pairs: Vec<History> = found
        .into_iter()
        .map(|(pair, spells)| History { pair, spells })
        .collect();
    let name = |id: CompanyId| view.model()[id].label().to_lowercase();
    pairs.sort_by_cached_key(|history| (name(history.pair.0), name(history.pair.1), history.pair));
    let (lags, unnamed) = lag::lags(view, only, window);
    Transitions {
        pairs,
        moves,
        unmoved,
        median_lag: median(&lags.iter().filter_map(|lag| lag.length).collect::<Vec<_>>()),
        lags,
        unnamed,
    }
}

/// Phases without those that may never have been: where the other side may have held from a first phase's first sure day
/// on, the pair may have begun as what it became, and no turn is told.
fn turned(phases: Vec<Phase>) -> Vec<Phase> {
    let mut kept: Vec<Phase> = Vec::new();
    for mut phase in phases {
        let (last, before) = match kept.as_slice() {
            [.., before, last] => (Some(last), before.zone),
            [last] => (Some(last), Zone::None),
            [] => (None, Zone::None),
        };
        let first = before == Zone::None && last.is_some_and(|last| last.zone != Zone::None);
        if first
            && last.is_some_and(|last| phase.from.days().0 <= last.from.latest)
            && let Some(Phase { from, .. }) = kept.pop()
        {
            phase.from.earliest = from.earliest;
            phase.from.is_open |= from.is_open;
        }
        kept.push(phase);
    }
    kept
}

/// The phases of every pair; ties inside a group make no stance.
fn histories(view: &View<'_>, only: Option<CompanyId>) -> BTreeMap<(CompanyId, CompanyId), Vec<Phase>> {
    pairs::bonds(view, only)
        .into_iter()
        .map(|(pair, bonds)| {
            if view.meter.spend(bonds.len().saturating_mul(bonds.len())).is_err() {
                return (pair, Vec::new());
            }
            let together = view.one_group(pair.0, pair.1);
            (pair, turned(phases(view.graph, pair, &bonds, &together)))
        })
        .collect()
}

/// The spells that surely began by `last`, without the time before the first tie and after the last.
fn spells(phases: &[Phase], last: Day) -> Vec<Spell> {
    let phases: Vec<&Phase> = phases.iter().skip_while(|phase| phase.zone == Zone::None).collect();
    let mut spells = Vec::new();
    for (at, phase) in phases
        .iter()
        .enumerate()
        .take_while(|(_, phase)| phase.from.latest <= last)
    {
        let end = match phases.get(at + 1) {
            next if next.is_none_or(|next| next.from.latest > last) => End::Still {
                presumed: phase.presumed_from.is_some_and(|day| day <= last),
                until: next.map_or(Day::MAX, |next| next.from.earliest).min(last.next()),
            },
            Some(next) if next.zone == Zone::None && absorbs(&next.from) => End::Absorbed(next.from.clone()),
            Some(next) => End::Turned(next.from.clone()),
            None => break,
        };
        let absorbed = matches!(end, End::Absorbed(_));
        spells.push(Spell {
            zone: phase.zone,
            from: phase.from.clone(),
            end,
        });
        if absorbed {
            break;
        }
    }
    spells
}

/// Whether a pair has no ties any more although none ended: one of the two joined a group, be it declared or bought.
fn absorbs(boundary: &Boundary) -> bool {
    !boundary.because.iter().any(|turn| matches!(turn, Turn::Ends(_)))
}
