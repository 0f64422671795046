//! `diff`: what began, ended, changed sides or was learned between two views, and what changed between two data sets.

mod data;
mod fields;
mod request;
mod table;
#[cfg(test)]
mod tests;
mod wire;

use std::collections::{BTreeMap, BTreeSet};

use crate::derived::Standing;
use crate::graph::Presence;
use crate::judge::stance::{self, Stance};
use crate::judge::{View, pairs};
use crate::model::{CompanyId, RelationId};
use crate::values::{Interval, PartialDate};
use crate::vocab::{Confidence, Lasts, Zone};

pub use data::{Change, DataDiff, RecordChange, data_diff};
pub use request::Request;
pub use table::{data_table, table};
pub use wire::{Answer, DataAnswer, data_wire, wire};

/// The difference between two views of one data set.
#[derive(Clone, Debug, PartialEq)]
pub struct Diff {
    /// The company it is about; all, if none.
    pub company: Option<CompanyId>,
    /// Pairs whose stance differs, by name.
    pub stances: Vec<Turned>,
    /// Relations that differ, by what happened to them and then by id.
    pub relations: Vec<(Happened, RelationId)>,
}

/// A pair whose stance differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turned {
    /// The pair.
    pub pair: (CompanyId, CompanyId),
    /// The stance in the first view.
    pub before: Stance,
    /// The stance in the second view.
    pub after: Stance,
}

/// What happened to a relation between two views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// It holds in the second view only, and was known in the first.
    Began,
    /// It holds in the first view only.
    Ended,
    /// It holds in neither, but in between.
    Passed,
    /// No source of it was out in the first view; it may have begun by the second view's time.
    Learned,
    /// It counts in one view only, or does not for another reason.
    Judged {
        /// Its standing in the first view.
        before: Standing,
        /// Its standing in the second view.
        after: Standing,
    },
    /// It holds in both, but by now only as presumed.
    Faded,
    /// It holds in both, and no longer as presumed or maybe.
    Firmed,
    /// It is better or worse supported.
    Regraded {
        /// Its grade in the first view.
        before: Option<Confidence>,
        /// Its grade in the second view.
        after: Option<Confidence>,
    },
}

impl Happened {
    /// How data formats call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Began => "began",
            Self::Ended => "ended",
            Self::Passed => "passed",
            Self::Learned => "learned",
            Self::Judged { .. } => "judged",
            Self::Faded => "faded",
            Self::Firmed => "firmed",
            Self::Regraded { .. } => "regraded",
        }
    }
}

impl Diff {
    /// Whether there is no difference.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stances.is_empty() && self.relations.is_empty()
    }
}

/// What differs from the view `from` to the view `to` of the same data set; with `only`, for one company.
///
/// The two may differ in the asked time (what happened) and in the state of knowledge (what was learned). Cost: the bonds
/// of every company, or of the one, in both views.
#[must_use]
pub fn diff(from: &View<'_>, to: &View<'_>, only: Option<CompanyId>) -> Diff {
    let (first, second) = (State::of(from, only), State::of(to, only));
    let ids: BTreeSet<RelationId> = first.relations.keys().chain(second.relations.keys()).copied().collect();
    let mut relations: Vec<(Happened, RelationId)> = ids
        .into_iter()
        .filter_map(|id| Some((happened(from, to, &first, &second, id)?, id)))
        .collect();
    relations.sort_unstable();
    let pairs: BTreeSet<_> = first.stances.keys().chain(second.stances.keys()).copied().collect();
    let stance = |state: &State, pair| state.stances.get(&pair).copied();
    let mut stances: Vec<Turned> = pairs
        .into_iter()
        .filter_map(|pair| {
            let (before, after) = (stance(&first, pair), stance(&second, pair));
            let zone = |stance: Option<Stance>| stance.map_or(Zone::None, |stance| stance.zone);
            (zone(before) != zone(after)).then(|| Turned {
                pair,
                before: before.unwrap_or(Stance::NONE),
                after: after.unwrap_or(Stance::NONE),
            })
        })
        .collect();
    let name = |id: CompanyId| to.model()[id].label().to_lowercase();
    stances.sort_by_cached_key(|turned| (name(turned.pair.0), name(turned.pair.1), turned.pair));
    Diff {
        company: only,
        stances,
        relations,
    }
}

/// What one view says.
struct State {
    relations: BTreeMap<RelationId, (Standing, Presence)>,
    stances: BTreeMap<pairs::Pair, Stance>,
}

impl State {
    fn of(view: &View<'_>, only: Option<CompanyId>) -> Self {
        let standings = view.graph.standings();
        let mut bonds = pairs::bonds(view, only);
        for pair in pairs::memberships(view, only) {
            bonds.entry(pair).or_default();
        }
        let mut relations = BTreeMap::new();
        let mut note = |id: RelationId, presence: Presence| {
            let (_, best) = relations.entry(id).or_insert((standings.of(id), Presence::No));
            *best = presence.max(*best);
        };
        match only {
            // what stands for the company at the time, through its group
            Some(company) => {
                for bond in view.bonds(company).iter().filter(|bond| view.shows(bond)) {
                    for id in bond.tie.relations() {
                        note(id, view.scope.presence(bond));
                    }
                }
                for at in view.graph.ties_of(company) {
                    let tie = view.graph.tie(at);
                    if view
                        .scope
                        .admits(view.model(), standings.confidence(tie.relation), tie.relation)
                    {
                        note(tie.relation, Presence::No);
                    }
                }
            }
            None => {
                for chosen in crate::judge::chosen::chosen(view) {
                    let counts = chosen.standing == Standing::Counts;
                    note(chosen.relation, if counts { chosen.presence } else { Presence::No });
                }
            }
        }
        let stances = bonds.into_iter().map(|(pair, bonds)| {
            let together = view.one_group(pair.0, pair.1);
            (pair, stance::of_pair(view.graph, view.scope, &bonds, &together))
        });
        Self {
            stances: stances.collect(),
            relations,
        }
    }
}

fn happened(from: &View<'_>, to: &View<'_>, first: &State, second: &State, id: RelationId) -> Option<Happened> {
    let of = |view: &View<'_>, state: &State| {
        let known = (view.graph.standings().of(id), Presence::No);
        state.relations.get(&id).copied().unwrap_or(known)
    };
    let ((stood, was), (stands, is)) = (of(from, first), of(to, second));
    if stood == Standing::Unknown {
        let began = to.graph.span(id).map(|span| span.interval.start().0);
        let past = began.is_some_and(|day| day <= to.scope.asked.last_day());
        return (stands != Standing::Unknown && past).then_some(Happened::Learned);
    }
    if stood != stands {
        return Some(Happened::Judged {
            before: stood,
            after: stands,
        });
    }
    match (was, is) {
        (Presence::No, Presence::No) => passed(from, to, id).then_some(Happened::Passed),
        (Presence::No, _) => Some(Happened::Began),
        (_, Presence::No) => Some(Happened::Ended),
        (Presence::Yes, Presence::Presumed) => Some(Happened::Faded),
        (Presence::Presumed | Presence::Maybe, Presence::Yes) => Some(Happened::Firmed),
        _ => {
            let grade = |view: &View<'_>| view.graph.standings().confidence(id);
            let (before, after) = (grade(from), grade(to));
            (before != after).then_some(Happened::Regraded { before, after })
        }
    }
}

/// Whether a relation that counts surely held on days between the two asked times, and on none of theirs.
fn passed(from: &View<'_>, to: &View<'_>, id: RelationId) -> bool {
    let (after, before) = (from.scope.asked.window().end().1, to.scope.asked.window().start().0);
    if after >= before || to.graph.standings().of(id) != Standing::Counts {
        return false;
    }
    let between = Interval::window(after, before.prev());
    to.graph.presence(id, between) == Presence::Yes
}

/// Whether a relation is a matter of one day.
pub(super) fn is_point(view: &View<'_>, id: RelationId) -> bool {
    view.model()[id].kind().lasts == Lasts::Point
}

/// How a view is called in the answer: its date, and the day of knowledge if it has one.
pub(super) fn called(view: &View<'_>) -> (String, Option<PartialDate>) {
    let known = view.scope.known.0.and_then(PartialDate::from_day);
    (view.scope.asked.to_string(), known)
}
