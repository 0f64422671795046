//! The tie graph: one edge for each pair of rolled-up companies, carrying every bond between them.

use std::collections::BTreeMap;

use petgraph::graph::{NodeIndex, UnGraph};

use super::bond::Bond;
use super::budget::Meter;
use super::measures::{centrality, paths, triangles};
use super::net::Graph;
use super::rolled::Rollup;
use crate::model::{CompanyId, Model};

/// Companies and what ties each pair of them.
///
/// Nodes stand in the order of the companies' names, so that every search that follows the order of nodes breaks ties by
/// name. Only companies with at least one bond are in it. Building it costs time linear in bonds, times `log n`.
#[derive(Debug)]
pub struct TieGraph {
    net: UnGraph<CompanyId, Vec<Bond>>,
    nodes: BTreeMap<CompanyId, NodeIndex>,
}

/// A pair of companies and its bonds, told from the first.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The first company, by name.
    pub a: CompanyId,
    /// The second company.
    pub b: CompanyId,
    /// What ties them.
    pub bonds: &'a [Bond],
}

/// Sorts companies by name, whatever its case; equal names by id.
pub(super) fn by_name(model: &Model, mut companies: Vec<CompanyId>) -> Vec<CompanyId> {
    companies.sort_by_cached_key(|id| (model[*id].label().to_lowercase(), *id));
    companies.dedup();
    companies
}

impl TieGraph {
    /// Builds it from the bonds that `admit` lets in.
    #[must_use]
    pub fn new(graph: &Graph<'_>, rollup: Rollup<'_>, admit: impl Fn(&Bond) -> bool) -> Self {
        let bonds: Vec<(CompanyId, Bond)> = graph
            .all_bonds(rollup)
            .into_iter()
            .filter(|(_, bond)| admit(bond))
            .collect();
        let companies = bonds.iter().flat_map(|(from, bond)| [*from, bond.other]).collect();
        let mut net = UnGraph::default();
        let nodes: BTreeMap<CompanyId, NodeIndex> = by_name(graph.model(), companies)
            .into_iter()
            .map(|id| (id, net.add_node(id)))
            .collect();
        let mut pairs: BTreeMap<(NodeIndex, NodeIndex), Vec<Bond>> = BTreeMap::new();
        for (from, bond) in bonds {
            let (a, b) = (nodes[&from], nodes[&bond.other]);
            let (pair, bond) = if a < b {
                ((a, b), bond)
            } else {
                ((b, a), bond.turned(from))
            };
            pairs.entry(pair).or_default().push(bond);
        }
        for ((a, b), bonds) in pairs {
            net.add_edge(a, b, bonds);
        }
        Self { net, nodes }
    }

    /// Its companies, by name.
    pub fn companies(&self) -> impl Iterator<Item = CompanyId> {
        self.net.node_weights().copied()
    }

    /// Its pairs, by the names of the first and then of the second.
    pub fn pairs(&self) -> impl Iterator<Item = Pair<'_>> {
        self.net.edge_indices().filter_map(|edge| {
            let (a, b) = self.net.edge_endpoints(edge)?;
            Some(Pair {
                a: self.net[a],
                b: self.net[b],
                bonds: &self.net[edge],
            })
        })
    }

    /// The bonds of two companies, told from `from`; none where there is no tie.
    #[must_use]
    pub fn bonds(&self, from: CompanyId, to: CompanyId) -> Vec<Bond> {
        let (Some(a), Some(b)) = (self.nodes.get(&from), self.nodes.get(&to)) else {
            return Vec::new();
        };
        let Some(edge) = self.net.find_edge(*a, *b) else {
            return Vec::new();
        };
        if a < b {
            self.net[edge].clone()
        } else {
            self.net[edge].iter().map(|bond| bond.turned(to)).collect()
        }
    }

    /// The bonds of two companies, each told from whichever end comes first by name; none where they are not tied.
    #[must_use]
    pub fn bonds_of(&self, a: CompanyId, b: CompanyId) -> &[Bond] {
        let ends = self.nodes.get(&a).zip(self.nodes.get(&b));
        let edge = ends.and_then(|(a, b)| self.net.find_edge(*a, *b));
        edge.map_or(&[], |edge| self.net[edge].as_slice())
    }

    /// The companies that one is tied to, by name.
    #[must_use]
    pub fn neighbours(&self, company: CompanyId) -> Vec<CompanyId> {
        let Some(node) = self.nodes.get(&company) else {
            return Vec::new();
        };
        let mut found: Vec<NodeIndex> = self.net.neighbors(*node).collect();
        found.sort_unstable();
        found.into_iter().map(|node| self.net[node]).collect()
    }

    /// How many companies each is tied to, by name.
    #[must_use]
    pub fn degrees(&self) -> Vec<(CompanyId, usize)> {
        self.net
            .node_indices()
            .map(|node| (self.net[node], self.net.neighbors(node).count()))
            .collect()
    }

    /// The `k` shortest paths of `from` to `to`, each as its companies, and whether there are more.
    ///
    /// See `paths::shortest` for source and cost; fewer where the budget is used up.
    #[must_use]
    pub fn paths(
        &self,
        from: CompanyId,
        to: CompanyId,
        k: usize,
        meter: &Meter,
        pass: impl Fn(CompanyId) -> bool,
    ) -> Paths {
        let (Some(a), Some(b)) = (self.nodes.get(&from), self.nodes.get(&to)) else {
            return Paths::default();
        };
        let found = paths::shortest(&self.net, *a, *b, k.saturating_add(1), meter, |node| {
            pass(self.net[node])
        });
        let mut paths: Vec<Vec<CompanyId>> = found
            .into_iter()
            .map(|path| path.into_iter().map(|node| self.net[node]).collect())
            .collect();
        let more = paths.len() > k;
        paths.truncate(k);
        Paths { paths, more }
    }

    /// Gives every three companies that are all tied to each other, each three by name, or some where the budget is used up.
    /// See `triangles::triangles`.
    pub fn triangles(&self, meter: &Meter, mut each: impl FnMut([CompanyId; 3])) {
        triangles::triangles(&self.net, meter, |nodes| each(nodes.map(|node| self.net[node])));
    }

    /// The PageRank of every company; sums to 1. See `centrality::pagerank`. It means nothing when the budget is used up.
    #[must_use]
    pub fn pagerank(&self, meter: &Meter) -> Vec<(CompanyId, f64)> {
        self.scored(centrality::pagerank(&self.net, meter))
    }

    /// The betweenness of every company, from 0 to 1, and from how many companies it was estimated where that is not all. See
    /// `centrality::betweenness`. None when the budget is used up.
    #[must_use]
    pub fn betweenness(&self, meter: &Meter) -> (Vec<(CompanyId, f64)>, Option<usize>) {
        let found = centrality::betweenness(&self.net, centrality::EXACT, meter);
        let estimated = (found.from < self.net.node_count()).then_some(found.from);
        (self.scored(found.scores), estimated)
    }

    /// Burt's constraint of every company. See `centrality::constraint`. It means nothing when the budget is used up.
    #[must_use]
    pub fn constraint(&self, meter: &Meter) -> Vec<(CompanyId, f64)> {
        self.scored(centrality::constraint(&self.net, meter))
    }

    fn scored(&self, scores: Vec<f64>) -> Vec<(CompanyId, f64)> {
        self.companies().zip(scores).collect()
    }
}

/// Paths between two companies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// Each as its companies, fewest first, then by name.
    pub paths: Vec<Vec<CompanyId>>,
    /// Whether there are more than were asked for.
    pub more: bool,
}
