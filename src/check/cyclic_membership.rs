//! Companies that are, through others, parts of themselves.

use std::collections::BTreeSet;

use super::{Check, Findings, Page, Subject};
use crate::derived::{Cause, Membership};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::CompanyId;
use crate::values::{Holds, Interval, overlap};

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
fn memberships(subject: &Subject<'_>, out: &mut Findings) {
    let mut reported: BTreeSet<BTreeSet<CompanyId>> = BTreeSet::new();
    for (start, _) in subject.model().companies() {
        let mut open = vec![(start, Vec::<(CompanyId, Membership)>::new())];
        while let Some((at, path)) = open.pop() {
            for membership in subject.graph.groups().parents(at) {
                let mut longer = path.clone();
                longer.push((at, *membership));
                let times: Vec<Interval> = longer.iter().map(|(_, m)| m.interval).collect();
                if overlap(&times) != Holds::Yes {
                    continue;
                }
                if membership.parent == start {
                    let ring: BTreeSet<CompanyId> = longer.iter().map(|(id, _)| *id).collect();
                    if reported.insert(ring) {
                        out.error(report(subject, &longer));
                    }
                } else if !longer.iter().any(|(id, _)| *id == membership.parent) {
                    open.push((membership.parent, longer));
                }
            }
        }
    }
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
