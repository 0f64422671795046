use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::derived::{Groups, Knowledge, Outline, Span, Standings, Tie, TieEnd};
use crate::model::{CompanyId, Model, RelationId};

/// The relation multigraph of a model at a state of knowledge, with what is needed to judge it.
///
/// Its nodes are the model's companies in the same order, its edges the ties; both weights are indices. A symmetric tie is
/// stored once and found from both ends. Building it costs time linear in relations and ties.
#[derive(Debug)]
pub struct Graph<'m> {
    model: &'m Model,
    known: Knowledge,
    net: DiGraph<u32, u32>,
    outline: Outline,
}

impl<'m> Graph<'m> {
    /// Projects `model` as it was known.
    #[must_use]
    pub fn new(model: &'m Model, known: Knowledge) -> Self {
        let outline = Outline::of(model, known);
        let mut net = DiGraph::with_capacity(model.companies.len(), outline.ties.len());
        for at in 0..model.companies.len() {
            net.add_node(CompanyId::from(at).0);
        }
        for (at, tie) in (0u32..).zip(&outline.ties) {
            net.add_edge(NodeIndex::new(tie.from.index()), NodeIndex::new(tie.to.index()), at);
        }
        Self {
            model,
            known,
            net,
            outline,
        }
    }

    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.model
    }

    /// The state of knowledge.
    #[must_use]
    pub const fn known(&self) -> Knowledge {
        self.known
    }

    /// Every tie.
    #[must_use]
    pub fn ties(&self) -> &[Tie] {
        &self.outline.ties
    }

    /// The ties at a company, each with the end that it is; in the order of relations.
    #[must_use]
    pub fn ties_of(&self, company: CompanyId) -> Vec<(Tie, TieEnd)> {
        let node = NodeIndex::new(company.index());
        let ends = [(Direction::Outgoing, TieEnd::From), (Direction::Incoming, TieEnd::To)];
        let mut found: Vec<(u32, TieEnd)> = ends
            .into_iter()
            .flat_map(|(direction, end)| {
                self.net
                    .edges_directed(node, direction)
                    .map(move |edge| (*edge.weight(), end))
                    .collect::<Vec<_>>()
            })
            .collect();
        found.sort_unstable();
        found
            .into_iter()
            .map(|(at, end)| (self.outline.ties[at as usize], end))
            .collect()
    }

    /// The two ends of every edge of the underlying graph, parallel edges included.
    pub fn edges(&self) -> impl Iterator<Item = (CompanyId, CompanyId)> {
        self.net.edge_references().map(|edge| {
            (
                CompanyId::from(edge.source().index()),
                CompanyId::from(edge.target().index()),
            )
        })
    }

    /// When a relation holds; `None` when its dates leave no day.
    #[must_use]
    pub fn span(&self, relation: RelationId) -> Option<Span> {
        self.outline.spans[relation.index()]
    }

    /// Which relations count.
    #[must_use]
    pub const fn standings(&self) -> &Standings {
        &self.outline.standings
    }

    /// Groups over time.
    #[must_use]
    pub const fn groups(&self) -> &Groups {
        &self.outline.groups
    }
}
