//! `depends COMPANY`: on whom it depends, and with `reverse` who depends on it.

mod need;
mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::collections::{BTreeMap, BTreeSet};

use crate::derived::{Standing, TieEnd};
use crate::graph::Bond;
use crate::judge::View;
use crate::judge::held::Held;
use crate::judge::network::{counts, is_named, rollup};
use crate::judge::sums::{Ledger, Sum};
use crate::model::{CompanyId, RelationId};
use crate::values::Share;
use crate::vocab::AmountIs;

pub use need::Need;
pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// A tree of dependence, level by level.
#[derive(Clone, Debug)]
pub struct Dependence {
    /// The root.
    pub company: CompanyId,
    /// Whether the tree goes to those that depend on it.
    pub reverse: bool,
    /// The most levels that were asked for.
    pub depth: usize,
    /// The edges of the tree: the nearer levels first, within one level by name.
    pub edges: Vec<Edge>,
    /// Relations with the root that are no dependence, being options, guarantees, rights of first refusal or intentions.
    pub unbinding: Vec<RelationId>,
}

/// One company depends on another.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Its level, from 1.
    pub level: usize,
    /// The edge above it, as a position; `None` at the first level.
    pub above: Option<usize>,
    /// Who depends.
    pub dependent: CompanyId,
    /// On whom.
    pub on: CompanyId,
    /// For what, by kind of relation.
    pub lines: Vec<Line>,
    /// Why the tree does not go on here, where it could.
    pub cut: Option<Cut>,
}

/// Why a tree ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// The company stands above in the same branch: a cycle.
    Cycle,
    /// The company's own edges are shown elsewhere.
    Elsewhere,
    /// There are more levels than were asked for.
    Depth,
}

/// Ties of one need and one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// For what.
    pub need: Need,
    /// The ties, told from the dependent company.
    pub ties: Vec<Held>,
    /// Whether nobody else is recorded to give the dependent company this sort of thing: the same need by the same kind.
    pub only_one: bool,
    /// Whether the dependent company is bound to deal with nobody else.
    pub bound: bool,
    /// What was promised for the future.
    pub committed: Vec<Sum>,
    /// Which part of somebody's total it is.
    pub concentration: Vec<(Share, CompanyId)>,
}

/// Who needs whom, for what.
type Net = BTreeMap<CompanyId, BTreeMap<CompanyId, Vec<(Need, Bond)>>>;

/// Finds on whom a company depends within the scope, level by level; with `reverse` who depends on it.
///
/// Options, guarantees, rights of first refusal and cross-licences are no dependence. Each company's own edges are shown
/// once, at its nearest level, so that cycles end and the tree is no greater than the graph. Cost: linear in ties.
#[must_use]
pub fn depends(view: &View<'_>, company: CompanyId, reverse: bool, depth: usize) -> Dependence {
    let net = net(view, company);
    let turned = reverse.then(|| turn(&net));
    let steps = turned.as_ref().unwrap_or(&net);
    let next = |id: CompanyId| -> Vec<CompanyId> {
        let mut found: Vec<CompanyId> = steps.get(&id).into_iter().flat_map(BTreeMap::keys).copied().collect();
        found.sort_by_cached_key(|id| (view.model()[*id].label().to_lowercase(), *id));
        found
    };
    let mut edges: Vec<Edge> = Vec::new();
    let mut expanded = BTreeSet::from([company]);
    let mut level: Vec<(Option<usize>, CompanyId)> = vec![(None, company)];
    for number in 1..=depth {
        let mut below: Vec<(Option<usize>, CompanyId)> = Vec::new();
        for (above, at) in level {
            for other in next(at) {
                let (dependent, on) = if reverse { (other, at) } else { (at, other) };
                let cut = if other == company || is_above(&edges, above, other, reverse) {
                    Some(Cut::Cycle)
                } else if next(other).is_empty() {
                    None
                } else if expanded.contains(&other) {
                    Some(Cut::Elsewhere)
                } else if number == depth {
                    Some(Cut::Depth)
                } else {
                    expanded.insert(other);
                    below.push((Some(edges.len()), other));
                    None
                };
                edges.push(Edge {
                    level: number,
                    above,
                    dependent,
                    on,
                    lines: lines(view, &net, dependent, on),
                    cut,
                });
            }
        }
        level = below;
    }
    let mut found = Dependence {
        company,
        reverse,
        depth,
        edges,
        unbinding: unbinding(view, company),
    };
    let ledger = found.ledger(view);
    for line in found.edges.iter_mut().flat_map(|edge| &mut edge.lines) {
        line.committed = promised(&ledger, &line.ties);
    }
    found
}

/// What was promised along some ties for the future.
fn promised<'t>(ledger: &Ledger<'_>, ties: impl IntoIterator<Item = &'t Held> + Clone) -> Vec<Sum> {
    let mut sums = ledger.sums_of(ties);
    sums.retain(|sum| sum.is == AmountIs::Committed);
    sums
}

impl Dependence {
    /// The sums of the amounts of its ties.
    #[must_use]
    pub fn ledger<'g>(&self, view: &View<'g>) -> Ledger<'g> {
        let lines = self.edges.iter().flat_map(|edge| &edge.lines);
        Ledger::of(view, lines.flat_map(|line| &line.ties))
    }
}

/// Whether a company stands in the branch that ends with the edge `above`.
fn is_above(edges: &[Edge], above: Option<usize>, company: CompanyId, reverse: bool) -> bool {
    let mut at = above;
    while let Some(edge) = at.and_then(|at| edges.get(at)) {
        if (if reverse { edge.dependent } else { edge.on }) == company {
            return true;
        }
        at = edge.above;
    }
    false
}

fn net(view: &View<'_>, company: CompanyId) -> Net {
    let keep = [company];
    let mut net = Net::new();
    for (from, bond) in view.graph.all_bonds(rollup(view, &keep)) {
        if !counts(view, &bond) {
            continue;
        }
        for (end, need) in need::needs(view.model(), &bond.tie) {
            let (dependent, on, bond) = match end {
                TieEnd::From => (from, bond.other, bond.clone()),
                TieEnd::To => (bond.other, from, bond.turned(from)),
            };
            let edges = net.entry(dependent).or_default();
            edges.entry(on).or_default().push((need, bond));
        }
    }
    net
}

fn turn(net: &Net) -> Net {
    let mut turned = Net::new();
    for (dependent, edges) in net {
        for on in edges.keys() {
            turned.entry(*on).or_default().insert(*dependent, Vec::new());
        }
    }
    turned
}

fn lines(view: &View<'_>, net: &Net, dependent: CompanyId, on: CompanyId) -> Vec<Line> {
    let model = view.model();
    let edges = &net[&dependent];
    let sort = |(need, bond): &(Need, Bond)| (*need, model[bond.tie.relation].kind);
    let sorts: BTreeSet<(Need, u8)> = edges[&on].iter().map(sort).collect();
    sorts
        .into_iter()
        .map(|of| {
            let bonds = || {
                edges[&on]
                    .iter()
                    .filter(|found| sort(found) == of)
                    .map(|(_, bond)| bond)
            };
            let relations: BTreeSet<RelationId> = bonds().map(|bond| bond.tie.relation).collect();
            let others = edges.iter().filter(|(id, _)| **id != on);
            let mut elsewhere = others.flat_map(|(_, found)| found);
            Line {
                need: of.0,
                ties: Held::merged(view, bonds()),
                only_one: is_named(model, on) && !elsewhere.any(|found| sort(found) == of),
                bound: bonds().any(|bond| {
                    let party = need::company(&bond.tie, bond.end);
                    need::binds(&model[bond.tie.relation], party)
                }),
                committed: Vec::new(),
                concentration: relations
                    .iter()
                    .filter_map(|id| need::concentration(&model[*id]))
                    .collect(),
            }
        })
        .collect()
}

/// Relations of the root that hold within the asked time and bind nobody to act.
fn unbinding(view: &View<'_>, company: CompanyId) -> Vec<RelationId> {
    let model = view.model();
    let window = view.scope.asked.window();
    let found: BTreeSet<RelationId> = view
        .graph
        .ties_of(company)
        .map(|at| view.graph.tie(at).relation)
        .filter(|id| matches!(view.graph.standings().of(*id), Standing::Unbinding | Standing::Intended))
        .filter(|id| view.scope.admits(model, view.graph.standings().confidence(*id), *id))
        .filter(|id| view.graph.presence(*id, window) > crate::graph::Presence::No)
        .collect();
    found.into_iter().collect()
}
