//! What made each turn in the history of a pair.

use std::collections::BTreeSet;

use super::{Phase, Stretch, Turn};
use crate::derived::Cause;
use crate::graph::{Bond, Graph};
use crate::model::CompanyId;
use crate::values::Day;
use crate::vocab::{Side, Zone};

/// Names what made each turn: what begins or ends between the earliest and the latest day of the boundary, on a side that
/// the two stances differ in. Where a tie is as old as before and only now counts for the pair, that is a company which
/// joined or left a group.
pub(super) fn explain(
    graph: &Graph<'_>,
    pair: (CompanyId, CompanyId),
    phases: &mut [Phase],
    counted: &[(&Bond, Stretch)],
) {
    let mut before = Zone::None;
    for phase in phases {
        let at = &phase.from;
        let within = |day: Day| at.earliest <= day && day <= at.latest;
        let mut because = BTreeSet::new();
        for (bond, stretch) in counted {
            let (was, is) = (has(before, bond.side()), has(phase.zone, bond.side()));
            let (starts, ends) = stretch.sure.unwrap_or(stretch.possible);
            if !was && is && within(starts) {
                because.extend(turns_of(graph, bond, true, within));
            }
            if was && !is && within(ends) {
                because.extend(turns_of(graph, bond, false, within));
            }
        }
        if phase.zone == Zone::OneGroup || before == Zone::OneGroup {
            let joins = phase.zone == Zone::OneGroup;
            because.extend(group_turns(graph, [pair.0, pair.1], joins, within));
        }
        before = phase.zone;
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

/// The relations by which some companies, or those that they belonged to, joined or left a group within a boundary.
fn group_turns(graph: &Graph<'_>, of: [CompanyId; 2], joins: bool, within: impl Fn(Day) -> bool) -> Vec<Turn> {
    let chain: BTreeSet<CompanyId> = of
        .into_iter()
        .flat_map(|company| graph.groups().ancestors(company, true))
        .map(|(id, _)| id)
        .collect();
    chain
        .into_iter()
        .flat_map(|company| graph.groups().parents(company))
        .filter_map(|membership| match membership.cause {
            Cause::Relation(id) if joins && within(membership.interval.start().1) => Some(Turn::Joins(id)),
            Cause::Relation(id) if !joins && within(membership.interval.end().0) => Some(Turn::Leaves(id)),
            _ => None,
        })
        .collect()
}
