//! Companies that are, through others, parts of themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Findings, Page, Subject};
use crate::derived::{Cause, Membership};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::CompanyId;
use crate::values::{Holds, Interval, condense, is_within, overlap};

pub(super) const CHECK: Check = Check {
    pages: &[
        Page {
            code: Code::CyclicMembership,
            what: "A company is, through `part_of`, acquisitions and stakes that control, a part of itself at one time.",
            why: "Companies are rolled up to the group that they belong to. A ring has no top.",
            example: "\
companies:
  - {id: nimbus, name: Nimbus, part_of: [{company: cirrus}]}
  - {id: cirrus, name: Cirrus, part_of: [{company: stratus}]}
  - {id: stratus, name: Stratus, part_of: [{company: nimbus}]}
",
            instead: "\
companies:
  - {id: nimbus, name: Nimbus, part_of: [{company: cirrus}]}
  - {id: cirrus, name: Cirrus, part_of: [{company: stratus}]}
  - {id: stratus, name: Stratus}
",
        },
        Page {
            code: Code::ReversedMembership,
            what: "Two companies are each a part of the other at one time.",
            why: "One of the two is the wrong way round, or both are right at different times and lack their dates: a \
                  subsidiary may buy its parent.",
            example: "\
companies:
  - {id: nimbus, name: Nimbus, part_of: [{company: cirrus}]}
  - {id: cirrus, name: Cirrus, part_of: [{company: nimbus}]}
",
            instead: "\
companies:
  - {id: nimbus, name: Nimbus, part_of: [{company: cirrus, until: 2016-09-07}]}
  - {id: cirrus, name: Cirrus, part_of: [{company: nimbus, since: 2016-09-07}]}
",
        },
    ],
    run: memberships,
};

/// Companies that are, through others, surely parts of themselves at one time.
///
/// Cost: linear in memberships, and for each company that may be in a ring the companies that may be in it, times the spells
/// of time in which each is reached.
fn memberships(subject: &Subject<'_>, out: &mut Findings) {
    let groups = subject.graph.groups();
    let mut reported: BTreeSet<BTreeSet<CompanyId>> = BTreeSet::new();
    for start in in_rings(subject) {
        let mut reached: BTreeMap<CompanyId, Vec<Vec<Interval>>> = BTreeMap::new();
        let mut steps: Vec<Step> = Vec::new();
        let mut open = vec![(start, None, Vec::new())];
        while let Some((at, before, times)) = open.pop() {
            for membership in groups.parents(at) {
                let mut times: Vec<Interval> = times.clone();
                times.push(membership.interval);
                if overlap(&times) != Holds::Yes {
                    continue;
                }
                condense(&mut times);
                let known = reached.entry(membership.parent).or_default();
                if known.iter().any(|known| is_within(&times, known)) {
                    continue;
                }
                known.push(times.clone());
                steps.push((at, *membership, before));
                let last = steps.len() - 1;
                if membership.parent == start {
                    let ring = way(&steps, last);
                    if reported.insert(ring.iter().map(|(id, _)| *id).collect()) {
                        out.error(report(subject, &ring));
                    }
                } else {
                    open.push((membership.parent, Some(last), times));
                }
            }
        }
    }
}

/// A membership of a company, and the position of the step before it.
type Step = (CompanyId, Membership, Option<usize>);

/// The steps up to one, the first one first.
fn way(steps: &[Step], last: usize) -> Vec<(CompanyId, Membership)> {
    let before = |at: &usize| steps[*at].2;
    let mut way: Vec<(CompanyId, Membership)> = std::iter::successors(Some(last), before)
        .map(|at| (steps[at].0, steps[at].1))
        .collect();
    way.reverse();
    way
}

/// The companies that may be in a ring: whoever has no parent, or none that may be in a ring, is in none. In their order.
fn in_rings(subject: &Subject<'_>) -> Vec<CompanyId> {
    let groups = subject.graph.groups();
    let companies = || subject.model().companies().map(|(id, _)| id);
    let mut above: Vec<usize> = companies().map(|id| groups.parents(id).len()).collect();
    let mut below: Vec<Vec<CompanyId>> = vec![Vec::new(); above.len()];
    for id in companies() {
        for membership in groups.parents(id) {
            below[membership.parent.index()].push(id);
        }
    }
    let mut open: Vec<CompanyId> = companies().filter(|id| above[id.index()] == 0).collect();
    while let Some(top) = open.pop() {
        for id in &below[top.index()] {
            above[id.index()] -= 1;
            if above[id.index()] == 0 {
                open.push(*id);
            }
        }
    }
    companies().filter(|id| above[id.index()] > 0).collect()
}

fn report(subject: &Subject<'_>, ring: &[(CompanyId, Membership)]) -> Diagnostic {
    let name = |id: CompanyId| subject.model()[id].label();
    let place = |(member, membership): &(CompanyId, Membership)| match membership.cause {
        Cause::Declared => subject.origins.field(*member, "part_of"),
        Cause::Relation(id) => subject.origins.record(id),
        Cause::Succession(id) => subject.origins.record(id),
    };
    let says = |(member, membership): &(CompanyId, Membership)| {
        format!("{} belongs to {}", name(*member), name(membership.parent))
    };
    let (code, headline) = match ring {
        [(a, m), _] => (
            Code::ReversedMembership,
            format!(
                "{} and {} each belong to the other at one time",
                name(*a),
                name(m.parent)
            ),
        ),
        _ => (
            Code::CyclicMembership,
            format!("{} belongs, through others, to itself", name(ring[0].0)),
        ),
    };
    let mut diagnostic = Diagnostic::new(code, headline, place(&ring[0]), says(&ring[0]));
    for step in &ring[1..] {
        diagnostic = diagnostic.secondary(place(step), says(step));
    }
    diagnostic
        .help("remove the membership that is the wrong way round, or give each its own time with `since` and `until`")
}
