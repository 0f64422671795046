use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::groups::Groups;
use super::tie::{Tie, TieEnd, project};
use crate::model::{CompanyId, Knowledge, Model, RelationId, Span, Standings, span};

/// The relation multigraph of a model at a state of knowledge, with what is needed to judge it.
///
/// Its nodes are the model's companies in the same order, its edges the ties; both weights are indices. A symmetric tie is
/// stored once and found from both ends. Building it costs time linear in relations and ties.
#[derive(Debug)]
pub struct Graph<'m> {
    model: &'m Model,
    known: Knowledge,
    net: DiGraph<u32, u32>,
    ties: Vec<Tie>,
    spans: Vec<Option<Span>>,
    standings: Standings,
    groups: Groups,
}

impl<'m> Graph<'m> {
    /// Projects `model` as it was known.
    #[must_use]
    pub fn new(model: &'m Model, known: Knowledge) -> Self {
        let ties = project(model);
        let mut net = DiGraph::with_capacity(model.companies.len(), ties.len());
        for (id, _) in model.companies() {
            net.add_node(id.0);
        }
        for (at, tie) in (0u32..).zip(&ties) {
            net.add_edge(NodeIndex::new(tie.from.index()), NodeIndex::new(tie.to.index()), at);
        }
        let standings = Standings::new(model, known);
        let spans = model
            .relations
            .iter()
            .map(|relation| span(model, relation, known))
            .collect::<Vec<_>>();
        let spans = seam(model, &standings, spans);
        let groups = Groups::new(model, &standings, &spans);
        Self {
            model,
            known,
            net,
            ties,
            spans,
            standings,
            groups,
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
        &self.ties
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
            .map(|(at, end)| (self.ties[at as usize], end))
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
        self.spans[relation.index()]
    }

    /// Which relations count.
    #[must_use]
    pub const fn standings(&self) -> &Standings {
        &self.standings
    }

    /// Groups over time.
    #[must_use]
    pub const fn groups(&self) -> &Groups {
        &self.groups
    }
}

/// Ends a relation without known end where a relation that supersedes it begins: both share one boundary.
fn seam(model: &Model, standings: &Standings, mut spans: Vec<Option<Span>>) -> Vec<Option<Span>> {
    let starts = spans.clone();
    for (id, relation) in model.relations() {
        if standings.of(id) != crate::model::Standing::Counts {
            continue;
        }
        let Some(later) = starts[id.index()] else { continue };
        for earlier in &relation.supersedes {
            if let Some(span) = &mut spans[earlier.index()]
                && model[*earlier].until.is_none()
                && let Some(interval) = span.interval.until_start_of(later.interval)
            {
                *span = Span {
                    interval,
                    presumed_from: crate::values::Day::MAX,
                };
            }
        }
    }
    spans
}
