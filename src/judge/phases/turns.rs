//! What made each turn in the history of a pair.

use std::collections::BTreeSet;

use super::{Phase, Stretch, Turn};
use crate::derived::{Cause, Membership};
use crate::graph::{Bond, Graph};
use crate::model::{CompanyId, RelationId};
use crate::values::Day;
use crate::vocab::{Side, Zone};

/// Names what made each turn: what begins or ends between the earliest and the latest day of the boundary, on a side that
/// the two stances differ in. Where a tie is as old as before and only now counts for the pair, that is a company which
/// joined or left a group. `before` is the stance before the first of the phases.
pub(super) fn explain(
    graph: &Graph<'_>,
    pair: (CompanyId, CompanyId),
    mut before: Zone,
    phases: &mut [Phase],
    counted: &[(&Bond, Stretch)],
) {
    for phase in phases {
        let at = &phase.from;
        let within = |day: Day| at.earliest <= day && day <= at.latest;
        let mut because = BTreeSet::new();
        let mut is_open = false;
        for (bond, stretch) in counted {
            let (was, is) = (has(before, bond.side()), has(phase.zone, bond.side()));
            let (starts, ends) = stretch.sure.unwrap_or(stretch.possible);
            if !was && is && within(starts) {
                because.extend(turns_of(graph, bond, true, within));
            }
            if !was && is && within(stretch.possible.0) {
                is_open |= begins_undated(graph, bond, stretch.possible.0);
            }
            if was && !is && within(ends) {
                because.extend(turns_of(graph, bond, false, within));
            }
        }
        if phase.zone == Zone::OneGroup || before == Zone::OneGroup {
            let joins = phase.zone == Zone::OneGroup;
            because.extend(group_turns(graph, [pair.0, pair.1], joins, within));
            is_open |= joins && joins_undated(graph, [pair.0, pair.1], at.earliest);
        }
        before = phase.zone;
        phase.from.is_open = is_open;
        phase.from.because = because.into_iter().collect();
    }
}

/// Whether a stance needs ties of a side.
const fn has(zone: Zone, side: Side) -> bool {
    match side {
        Side::Cooperation => matches!(zone, Zone::Cooperation | Zone::Coopetition),
        _ => matches!(zone, Zone::Competition | Zone::Coopetition),
    }
}

/// What makes a bond begin or end within a boundary: its own relations, else the memberships that it rests on.
fn turns_of(graph: &Graph<'_>, bond: &Bond, begins: bool, within: impl Fn(Day) -> bool) -> Vec<Turn> {
    let own: Vec<Turn> = bond
        .tie
        .relations()
        .filter(|id| {
            graph.span(*id).is_some_and(|span| {
                let (start, end) = (span.interval.start().1, span.interval.end().0);
                within(if begins { start } else { end })
            })
        })
        .map(if begins { Turn::Begins } else { Turn::Ends })
        .collect();
    if own.is_empty() {
        group_turns(graph, [bond.tie.from, bond.tie.to], begins, within)
    } else {
        own
    }
}

/// Whether a bond's first possible day is the one as far back as which a sighting is believed, so that it may be older.
pub(crate) fn begins_undated(graph: &Graph<'_>, bond: &Bond, first: Day) -> bool {
    let undated = |id: RelationId| {
        graph.span(id).is_some_and(|span| span.interval.start().0 == first) && graph.relation(id).is_undated()
    };
    bond.tie.relations().any(undated) || joins_undated(graph, [bond.tie.from, bond.tie.to], first)
}

/// Whether some companies, or those that they belonged to, joined a group through a relation whose start nobody knows, and
/// which is believed as far back as `first`.
fn joins_undated(graph: &Graph<'_>, of: [CompanyId; 2], first: Day) -> bool {
    memberships(graph, of).any(|membership| match membership.cause {
        Cause::Relation(id) => membership.interval.start().0 == first && graph.relation(id).is_undated(),
        _ => false,
    })
}

/// The memberships of some companies and of those that they belonged to.
fn memberships<'g>(graph: &'g Graph<'_>, of: [CompanyId; 2]) -> impl Iterator<Item = &'g Membership> {
    let chain: BTreeSet<CompanyId> = of
        .into_iter()
        .flat_map(|company| graph.groups().ancestors(company, true))
        .map(|(id, _)| id)
        .collect();
    chain.into_iter().flat_map(|company| graph.groups().parents(company))
}

/// The relations by which some companies, or those that they belonged to, joined or left a group within a boundary.
fn group_turns(graph: &Graph<'_>, of: [CompanyId; 2], joins: bool, within: impl Fn(Day) -> bool) -> Vec<Turn> {
    memberships(graph, of)
        .filter_map(|membership| match membership.cause {
            Cause::Relation(id) if joins && within(membership.interval.start().1) => Some(Turn::Joins(id)),
            Cause::Relation(id) if !joins && within(membership.interval.end().0) => Some(Turn::Leaves(id)),
            _ => None,
        })
        .collect()
}
