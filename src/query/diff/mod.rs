//! `diff`: what happened or was learned between two views, and what changed between two data sets.

mod data;
mod fields;
mod happened;
mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::collections::{BTreeMap, BTreeSet};

use crate::derived::Standing;
use crate::graph::Presence;
use crate::judge::stance::{self, Stance};
use crate::judge::when::When;
use crate::judge::{View, pairs};
use crate::model::{CompanyId, DealId, EventId, Model, RelationId};
use crate::values::{Interval, PartialDate};
use crate::vocab::{Confidence, Lasts, Zone};

pub use data::{Change, DataDiff, RecordChange, data_diff};
pub use request::Request;
pub use table::{data_table, table};
pub use wire::{Answer, DataAnswer, data_wire, wire};

/// The difference between two views of one data set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diff {
    /// The company it is about; all, if none.
    pub company: Option<CompanyId>,
    /// What surely happened, or was learned.
    pub surely: Changes,
    /// What may have happened between the two: its dates are too coarse to tell.
    pub perhaps: Changes,
}

/// What happened or was learned between two views.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Pairs whose stance turned, by name and then in order.
    pub stances: Vec<Turned>,
    /// Relations by what happened to them, when and by id; the moment is there where something happened.
    pub relations: Vec<(Happened, RelationId, Option<When>)>,
    /// Deals that were signed, or that ended.
    pub deals: Vec<(DealId, bool)>,
    /// Events, the earliest first.
    pub events: Vec<EventId>,
}

/// A pair whose stance turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turned {
    /// The pair.
    pub pair: (CompanyId, CompanyId),
    /// The stance before.
    pub before: Zone,
    /// The stance after.
    pub after: Zone,
    /// When; `None` where the two views are of one time.
    pub when: Option<When>,
}

/// What happened to a relation between two views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// It began; of one time, it holds in the second view only.
    Began,
    /// It took the place of earlier terms.
    Changed,
    /// It ended; of one time, it holds in the first view only.
    Ended,
    /// It was a matter of one day.
    TookPlace,
    /// It was announced, or a letter of intent was signed.
    Intended,
    /// It was given up, or another took its place, before it began.
    Dropped,
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
    /// It holds in both, and no longer as presumed.
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
            Self::Changed => "changed",
            Self::Ended => "ended",
            Self::TookPlace => "took_place",
            Self::Intended => "intended",
            Self::Dropped => "dropped",
            Self::Learned => "learned",
            Self::Judged { .. } => "judged",
            Self::Faded => "faded",
            Self::Firmed => "firmed",
            Self::Regraded { .. } => "regraded",
        }
    }
}

impl Changes {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stances.is_empty() && self.relations.is_empty() && self.deals.is_empty() && self.events.is_empty()
    }

    /// Puts them in order.
    fn sort(&mut self, model: &Model) {
        let name = |id: CompanyId| model[id].label().to_lowercase();
        self.stances
            .sort_by_cached_key(|turned| (name(turned.pair.0), name(turned.pair.1), turned.pair, turned.when));
        // what happened earlier first, and what merely differs by id
        self.relations.sort_by(|a, b| {
            a.0.name_order()
                .cmp(&b.0.name_order())
                .then(a.2.cmp(&b.2))
                .then(a.1.cmp(&b.1))
        });
        self.events.sort_by_key(|id| (model[*id].date, *id));
    }
}

impl Happened {
    /// The place of its section.
    const fn name_order(self) -> u8 {
        match self {
            Self::Began => 0,
            Self::Changed => 1,
            Self::Ended => 2,
            Self::TookPlace => 3,
            Self::Intended => 4,
            Self::Dropped => 5,
            Self::Learned => 6,
            Self::Judged { .. } => 7,
            Self::Faded => 8,
            Self::Firmed => 9,
            Self::Regraded { .. } => 10,
        }
    }
}

impl Diff {
    /// Whether there is no difference.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.surely.is_empty() && self.perhaps.is_empty()
    }
}

/// What happened or was learned from the view `from` to the view `to` of the same data set; with `only`, for one company.
///
/// The two may differ in the asked time: what happened lies after the first and by the end of the second. They may differ in the
/// state of knowledge: what was learned is what differs between the two. Cost: the bonds and phases of every pair, or of those
/// of the one company, in both views.
#[must_use]
pub fn diff(from: &View<'_>, to: &View<'_>, only: Option<CompanyId>) -> Diff {
    let (first, second) = (State::of(from, only), State::of(to, only));
    let ids: BTreeSet<RelationId> = first.relations.keys().chain(second.relations.keys()).copied().collect();
    let mut found = Diff {
        company: only,
        ..Diff::default()
    };
    let (before, after) = (from.scope.asked.last_day(), to.scope.asked.last_day());
    let one_time = from.scope.asked == to.scope.asked;
    for id in ids {
        let what = differs(from, to, &first, &second, id);
        // in time that is no difference of two days, but what happened between them
        let happened = |what: &Happened| matches!(what, Happened::Began | Happened::Ended);
        found.surely.relations.extend(
            what.filter(|what| one_time || !happened(what))
                .map(|what| (what, id, None)),
        );
    }
    if one_time {
        found.surely.stances = turned(&first, &second);
    } else if before < after {
        let window = Interval::window(before.next(), after);
        let was_known = |id| from.graph.standings().of(id) != Standing::Unknown;
        happened::add(&mut found, to, window, only, was_known);
    }
    found.surely.sort(to.model());
    found.perhaps.sort(to.model());
    found
}

/// The pairs whose stance differs between two views of one time.
fn turned(first: &State, second: &State) -> Vec<Turned> {
    let pairs: BTreeSet<_> = first.stances.keys().chain(second.stances.keys()).copied().collect();
    let zone = |state: &State, pair| state.stances.get(&pair).map_or(Zone::None, |stance| stance.zone);
    let turned = pairs.into_iter().filter_map(|pair| {
        let (before, after) = (zone(first, pair), zone(second, pair));
        (before != after).then_some(Turned {
            pair,
            before,
            after,
            when: None,
        })
    });
    turned.collect()
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

fn differs(from: &View<'_>, to: &View<'_>, first: &State, second: &State, id: RelationId) -> Option<Happened> {
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
        (Presence::No, Presence::No) => None,
        (Presence::No, _) => Some(Happened::Began),
        // a closed year of payments ends nothing between the two
        (_, Presence::No) if is_point(to, id) || to.graph.relation(id).is_account() => None,
        (_, Presence::No) => Some(Happened::Ended),
        (Presence::Yes, Presence::Presumed) => Some(Happened::Faded),
        (Presence::Presumed, Presence::Yes) => Some(Happened::Firmed),
        _ => {
            let grade = |view: &View<'_>| view.graph.standings().confidence(id);
            let (before, after) = (grade(from), grade(to));
            (before != after).then_some(Happened::Regraded { before, after })
        }
    }
}

/// Whether a relation is a matter of one day.
pub(super) fn is_point(view: &View<'_>, id: RelationId) -> bool {
    view.graph.relation(id).lasts() == Lasts::Point
}

/// How a view is called in the answer: its date, and the day of knowledge if it has one.
pub(super) fn called(view: &View<'_>) -> (String, Option<PartialDate>) {
    let known = view.scope.known.0.and_then(PartialDate::from_day);
    (view.scope.asked.to_string(), known)
}
