//! What there is to draw: ties between companies as the scope sees them.

use std::collections::{BTreeMap, BTreeSet};

use super::scene::Arrow;
use crate::derived::{Standing, Tie, Top};
use crate::graph::Presence;
use crate::judge::View;
use crate::model::{CompanyId, RelationId};
use crate::values::Interval;
use crate::vocab::Side;

/// A tie between two drawn companies that holds within the asked time.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    /// The tie.
    pub(super) tie: Tie,
    /// The drawn company at its `from` end.
    pub(super) from: CompanyId,
    /// The drawn company at its `to` end.
    pub(super) to: CompanyId,
    /// How surely it holds.
    pub(super) presence: Presence,
}

impl Fact {
    /// The members that are party to the tie where the drawn companies are not.
    pub(super) fn members(&self) -> impl Iterator<Item = (CompanyId, CompanyId)> {
        [(self.from, self.tie.from), (self.to, self.tie.to)]
            .into_iter()
            .filter(|(drawn, party)| drawn != party)
    }
}

/// All ties of one side between one pair.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    /// The company with the smaller id.
    pub(super) a: CompanyId,
    /// The other.
    pub(super) b: CompanyId,
    /// The side.
    pub(super) side: Side,
    /// The ties.
    pub(super) facts: Vec<Fact>,
}

impl Bundle {
    /// How surely any of it holds.
    pub(super) fn presence(&self) -> Presence {
        self.facts
            .iter()
            .map(|fact| fact.presence)
            .max()
            .unwrap_or(Presence::No)
    }

    /// The relations, each once.
    pub(super) fn relations(&self) -> Vec<RelationId> {
        let ids: BTreeSet<RelationId> = self.facts.iter().flat_map(|fact| fact.tie.relations()).collect();
        ids.into_iter().collect()
    }

    /// Where its arrows point, as seen from `a` to `b`; symmetric ties have none.
    pub(super) fn arrow(&self, view: &View<'_>) -> Arrow {
        let directed = |from: CompanyId| {
            self.facts.iter().any(|fact| {
                fact.from == from && !fact.tie.projection(view.model()).is_symmetric() && fact.tie.second.is_none()
            })
        };
        match (directed(self.a), directed(self.b)) {
            (true, true) => Arrow::Both,
            (true, false) => Arrow::To,
            (false, true) => Arrow::From,
            (false, false) => Arrow::None,
        }
    }
}

/// The ties to draw, and how many were left out because both ends are one group.
pub(super) struct Facts {
    pub(super) facts: Vec<Fact>,
    pub(super) inside: usize,
}

/// Every tie that passes the scope and holds within the asked time, its ends rolled up to their groups.
///
/// A company of `named` always stands for itself. Cost: linear in ties, times the number of groups an end belonged to.
pub(super) fn facts(view: &View<'_>, named: &BTreeSet<CompanyId>) -> Facts {
    let (graph, scope, model) = (view.graph, view.scope, view.model());
    let window = scope.asked.window();
    let mut tops: BTreeMap<CompanyId, Vec<Top>> = BTreeMap::new();
    let mut found = Facts {
        facts: Vec::new(),
        inside: 0,
    };
    for tie in graph.ties() {
        let admitted = tie.relations().all(|id| {
            graph.standings().of(id) == Standing::Counts && scope.admits(model, graph.standings().confidence(id), id)
        });
        let Some((parts, presumed_from)) = time(view, tie).filter(|_| admitted) else {
            continue;
        };
        let firm = tie.relations().all(|id| graph.standings().is_firm(model, id));
        let judge = |parts: &[Interval]| scope.accept(firm, Presence::of(parts, presumed_from, window));
        if judge(&parts) == Presence::No {
            continue;
        }
        for end in [tie.from, tie.to] {
            tops.entry(end).or_insert_with(|| {
                if scope.group {
                    graph.groups().tops(model, end, &|_| true)
                } else {
                    vec![alone(end)]
                }
            });
        }
        let mut inside = false;
        for a in &tops[&tie.from] {
            for b in &tops[&tie.to] {
                let whole: Vec<Interval> = parts.iter().chain(&a.parts).chain(&b.parts).copied().collect();
                let presence = judge(&whole);
                if presence == Presence::No {
                    continue;
                }
                let (from, to) = (drawn(a, named), drawn(b, named));
                if from == to || (scope.group && a.root == b.root) {
                    inside = true;
                    continue;
                }
                // an end that changes groups within the window may be drawn twice as the same pair
                match found
                    .facts
                    .iter_mut()
                    .rev()
                    .take(4)
                    .find(|f| (f.tie, f.from, f.to) == (*tie, from, to))
                {
                    Some(fact) => fact.presence = fact.presence.max(presence),
                    None => found.facts.push(Fact {
                        tie: *tie,
                        from,
                        to,
                        presence,
                    }),
                }
            }
        }
        found.inside += usize::from(inside);
    }
    found
}

/// What must hold together for a tie, and from when on it is presumed.
fn time(view: &View<'_>, tie: &Tie) -> Option<(Vec<Interval>, crate::values::Day)> {
    let mut parts = Vec::new();
    let mut presumed_from = crate::values::Day::MAX;
    for relation in tie.relations() {
        let span = view.graph.span(relation)?;
        parts.push(span.interval);
        presumed_from = presumed_from.min(span.presumed_from);
    }
    Some((parts, presumed_from))
}

fn alone(company: CompanyId) -> Top {
    Top {
        root: company,
        through: Vec::new(),
        parts: Vec::new(),
    }
}

/// The first company on the way up that was asked for by name, else the one at the top.
fn drawn(top: &Top, named: &BTreeSet<CompanyId>) -> CompanyId {
    let chain = || top.through.iter().copied().chain([top.root]);
    chain().find(|id| named.contains(id)).unwrap_or(top.root)
}

/// Facts as bundles of one side, in the order of pairs and sides.
pub(super) fn bundles(facts: &[Fact]) -> Vec<Bundle> {
    let mut found: BTreeMap<(CompanyId, CompanyId, Side), Vec<Fact>> = BTreeMap::new();
    for fact in facts {
        let (a, b) = (fact.from.min(fact.to), fact.from.max(fact.to));
        found.entry((a, b, fact.tie.side)).or_default().push(fact.clone());
    }
    found
        .into_iter()
        .map(|((a, b, side), facts)| Bundle { a, b, side, facts })
        .collect()
}

/// The facts among the companies within `hops` steps of `start`; with 0, among `start` itself.
pub(super) fn near(facts: Vec<Fact>, start: &BTreeSet<CompanyId>, hops: u32) -> Vec<Fact> {
    let mut reached = start.clone();
    for _ in 0..hops {
        let next: BTreeSet<CompanyId> = facts
            .iter()
            .filter(|fact| reached.contains(&fact.from) || reached.contains(&fact.to))
            .flat_map(|fact| [fact.from, fact.to])
            .collect();
        if next.is_subset(&reached) {
            break;
        }
        reached.extend(next);
    }
    facts
        .into_iter()
        .filter(|fact| reached.contains(&fact.from) && reached.contains(&fact.to))
        .collect()
}
