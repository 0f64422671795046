//! `why RELATION|A B`: what stands behind a relation's time and standing, or behind a pair's stance.

mod record;
mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use crate::graph::{Bond, Presence};
use crate::judge::held::Held;
use crate::judge::phases::{Phase, phases};
use crate::judge::{Stance, View, stance};
use crate::model::{CompanyId, RelationId};
use crate::values::{Day, Interval};
use crate::vocab::{Side, Zone};

pub use record::{EndRule, Lapse, Presumed, Reason, SourceReason, reason};
pub use request::{Request, Subject};
pub use table::{relation_table, table};
pub use wire::{Answer, PairAnswer, relation_wire, wire};

/// What stands behind the stance of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyPair {
    /// The pair.
    pub pair: (CompanyId, CompanyId),
    /// The stance within the asked time.
    pub stance: Stance,
    /// The stance that firm ties alone give.
    pub firm: Zone,
    /// The phase that the end of the asked time lies in.
    pub phase: Option<Phase>,
    /// Each cooperative with each competitive relation that hold together, the surest first.
    pub meetings: Vec<Meeting>,
    /// The ties of the sides that hold within the asked time.
    pub rests_on: Vec<Held>,
    /// The memberships that the ties or the one group rest on.
    pub memberships: Vec<Belongs>,
}

/// A cooperative and a competitive relation that hold together.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The cooperative relation.
    pub cooperation: RelationId,
    /// The competitive relation.
    pub competition: RelationId,
    /// How surely they hold together within the asked time.
    pub presence: Presence,
    /// Whether neither needs a reservation other than age.
    pub firm: bool,
    /// The first and the last day on which they surely hold together, without presuming anything, up to the asked time.
    pub surely: Option<(Day, Day)>,
    /// The first and the last day on which they may, up to the asked time.
    pub possibly: (Day, Day),
}

/// A company that belongs to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Belongs {
    /// The company.
    pub company: CompanyId,
    /// Its parent.
    pub parent: CompanyId,
    /// The relation by which, where it is not declared.
    pub by: Option<RelationId>,
    /// When.
    pub interval: Interval,
}

impl WhyPair {
    /// Whether there is nothing to explain.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stance.zone == Zone::None && self.rests_on.is_empty()
    }
}

/// Why the stance of `a` and `b` is what it is within the asked time.
///
/// Cost: the product of the numbers of cooperative and of competitive bonds.
#[must_use]
pub fn why(view: &View<'_>, a: CompanyId, b: CompanyId) -> WhyPair {
    let bonds = view.compared(view.bonds_between(a, b));
    let together = view.one_group(a, b);
    let counted: Vec<&Bond> = bonds
        .iter()
        .filter(|bond| matches!(bond.side(), Side::Cooperation | Side::Competition) && !bond.inside)
        .filter(|bond| view.scope.presence(bond) > Presence::No)
        .collect();
    let last = view.scope.asked.last_day();
    let phase = phases(view.graph, (a, b), &bonds, &together)
        .into_iter()
        .rev()
        .find(|phase| phase.from.latest <= last);
    let stance = stance::of_pair(view.graph, view.scope, &bonds, &together);
    let shown: Vec<&Bond> = counted.iter().copied().filter(|bond| view.shows(bond)).collect();
    let mut rests_on = Held::merged(view, shown.iter().copied());
    rests_on.sort_by_key(|tie| (tie.side, tie.relations.clone()));
    WhyPair {
        pair: (a, b),
        firm: stance::firm_pair(view.graph, view.scope, &bonds, &together),
        phase,
        meetings: meetings(view, &shown),
        memberships: memberships(view, &counted, (a, b), stance.zone),
        stance,
        rests_on,
    }
}

fn meetings(view: &View<'_>, bonds: &[&Bond]) -> Vec<Meeting> {
    let side = |side: Side| bonds.iter().filter(move |bond| bond.side() == side);
    let last = view.scope.asked.last_day();
    let mut found: Vec<Meeting> = Vec::new();
    for ours in side(Side::Cooperation) {
        for theirs in side(Side::Competition) {
            let presence = view.scope.accept_together(
                ours.firm && theirs.firm,
                ours.together(theirs, view.scope.asked.window()),
            );
            let parts = || ours.parts.iter().chain(&theirs.parts);
            let start = |at: fn(&Interval) -> Day| parts().map(at).max().unwrap_or(Day::MIN);
            let end = |at: fn(&Interval) -> Day| parts().map(at).min().unwrap_or(Day::MAX);
            let possibly = (start(|part| part.start().0), end(|part| part.end().1).prev().min(last));
            if presence == Presence::No || possibly.0 > possibly.1 {
                continue;
            }
            let unpresumed = ours.presumed_from.min(theirs.presumed_from);
            let surely = (
                start(|part| part.start().1),
                end(|part| part.end().0).min(unpresumed).prev().min(last),
            );
            let meeting = Meeting {
                cooperation: ours.tie.relation,
                competition: theirs.tie.relation,
                presence,
                firm: ours.firm && theirs.firm,
                surely: (surely.0 <= surely.1).then_some(surely),
                possibly,
            };
            if !found.contains(&meeting) {
                found.push(meeting);
            }
        }
    }
    let weight = |meeting: &Meeting| {
        let grade = |id| view.graph.standings().confidence(id);
        let grade = grade(meeting.cooperation).min(grade(meeting.competition));
        (meeting.presence, meeting.firm, grade)
    };
    found.sort_by_key(|meeting| {
        let since = meeting.surely.map_or(Day::MAX, |days| days.0);
        (
            std::cmp::Reverse(weight(meeting)),
            since,
            meeting.cooperation,
            meeting.competition,
        )
    });
    found
}

/// The memberships through which members of either group are party to the ties, or by which both are one group.
fn memberships(view: &View<'_>, bonds: &[&Bond], pair: (CompanyId, CompanyId), zone: Zone) -> Vec<Belongs> {
    let mut companies: Vec<CompanyId> = bonds
        .iter()
        .flat_map(|bond| [bond.mine, bond.theirs])
        .flatten()
        .collect();
    if zone == Zone::OneGroup {
        companies.extend([pair.0, pair.1]);
    }
    companies.sort_unstable();
    companies.dedup();
    let window = view.scope.asked.window();
    companies
        .into_iter()
        .flat_map(|company| {
            let held = view.graph.groups().parents(company).iter();
            let held = held.filter(|at| crate::values::overlap(&[at.interval, window]) > crate::values::Holds::No);
            held.map(move |at| Belongs {
                company,
                parent: at.parent,
                by: at.cause.relation(),
                interval: view.graph.as_dated(at.interval, at.cause.relation()),
            })
        })
        .collect()
}
