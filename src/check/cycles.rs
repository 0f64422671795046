//! Records that lead back to themselves.

use std::collections::BTreeSet;

use super::{Check, Findings, Page, Subject};
use crate::derived::{Cause, Membership};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CompanyId, MarketId, RelationId, SourceId};
use crate::text::Span;
use crate::values::{Holds, Interval, overlap};

pub(super) const MEMBERSHIPS: Check = Check {
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

pub(super) const REFERENCES: Check = Check {
    pages: &[Page {
        code: Code::CyclicReference,
        what: "Records refer to each other in a ring: markets by `broader`, sources by `based_on`, or relations by \
               `supersedes`.",
        why: "A market cannot be within itself, a source cannot relay what relays it, and terms cannot replace what \
              replaced them. Each of these chains is followed to its end, and a ring has none.",
        example: "\
markets:
  - {id: software, name: {en: Software, vi: Phần mềm}, broader: office}
  - {id: office, name: {en: Office software, vi: Phần mềm văn phòng}, broader: software}
",
        instead: "\
markets:
  - {id: software, name: {en: Software, vi: Phần mềm}}
  - {id: office, name: {en: Office software, vi: Phần mềm văn phòng}, broader: software}
",
    }],
    run: references,
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

/// References of one kind that lead back to where they began.
fn references(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let markets = |id: usize| {
        model.markets[id]
            .broader
            .iter()
            .map(|id| id.index())
            .collect::<Vec<_>>()
    };
    for ring in rings(model.markets.len(), &markets) {
        let place = |id: usize| subject.origins.field(MarketId::from(id), "broader");
        out.error(ring_report(&ring, "broader", &|id| &model.markets[id].id, &place));
    }
    let sources = |id: usize| {
        model.sources[id]
            .based_on
            .iter()
            .map(|id| id.index())
            .collect::<Vec<_>>()
    };
    for ring in rings(model.sources.len(), &sources) {
        let place = |id: usize| subject.origins.field(SourceId::from(id), "based_on");
        out.error(ring_report(&ring, "based_on", &|id| &model.sources[id].id, &place));
    }
    let relations = |id: usize| {
        model.relations[id]
            .supersedes
            .iter()
            .map(|id| id.index())
            .collect::<Vec<_>>()
    };
    for ring in rings(model.relations.len(), &relations) {
        let place = |id: usize| subject.origins.field(RelationId::from(id), "supersedes");
        out.error(ring_report(&ring, "supersedes", &|id| &model.relations[id].id, &place));
    }
}

/// The rings among `n` records, each once, from its first member. Iterative; linear in records and references.
fn rings(n: usize, next: &dyn Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; n];
    let mut found = Vec::new();
    for start in 0..n {
        let mut path: Vec<(usize, Vec<usize>)> = Vec::new();
        if marks[start] == Mark::New {
            marks[start] = Mark::Open;
            path.push((start, next(start)));
        }
        while let Some((at, rest)) = path.last_mut() {
            let at = *at;
            match rest.pop() {
                Some(to) if marks[to] == Mark::Open => {
                    let from = path.iter().position(|(id, _)| *id == to).unwrap_or_default();
                    found.push(path[from..].iter().map(|(id, _)| *id).collect());
                }
                Some(to) if marks[to] == Mark::New => {
                    marks[to] = Mark::Open;
                    path.push((to, next(to)));
                }
                Some(_) => {}
                None => {
                    marks[at] = Mark::Done;
                    path.pop();
                }
            }
        }
    }
    found
}

fn ring_report<'a>(
    ring: &[usize],
    field: &str,
    id: &dyn Fn(usize) -> &'a str,
    place: &dyn Fn(usize) -> Span,
) -> Diagnostic {
    let names: Vec<String> = ring
        .iter()
        .chain(&ring[..1])
        .map(|at| format!("`{}`", id(*at)))
        .collect();
    let headline = format!("`{field}` leads back to its beginning: {}", names.join(" -> "));
    let mut diagnostic = Diagnostic::new(Code::CyclicReference, headline, place(ring[0]), "starts here");
    for at in &ring[1..] {
        diagnostic = diagnostic.secondary(place(*at), "goes on here");
    }
    diagnostic.help(format!("remove one `{field}` of the ring"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ring_is_found_once_and_trees_have_none() {
        let next = |id: usize| vec![vec![1], vec![2], vec![0], vec![3], vec![0]][id].clone();
        assert_eq!(rings(5, &next), vec![vec![0, 1, 2], vec![3]]);
        assert!(rings(3, &|id| if id == 0 { vec![] } else { vec![id - 1] }).is_empty());
    }
}
