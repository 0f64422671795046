use std::sync::Arc;

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::derived::{Cited, Groups, Holdings, Knowledge, Known, Outline, Reach, Span, Standings, Tie, TieEnd};
use crate::model::{Citation, CompanyId, Model, RelationId};
use crate::values::Day;

/// What a graph is beside the records: the ties of a model at a state of knowledge as edges, and what is needed to judge
/// them.
///
/// Its nodes are the model's companies in the same order, its edges the ties; both weights are indices. A symmetric tie is
/// stored once and found from both ends. It borrows nothing, so that all who ask one model share it.
#[derive(Debug)]
pub struct Net {
    known: Knowledge,
    reach: Reach,
    edges: DiGraph<u32, u32>,
    outline: Outline,
}

impl Net {
    /// The net over some companies, of an outline at a state of knowledge. Cost: linear in companies and ties.
    #[must_use]
    pub fn new(companies: usize, (known, reach): (Knowledge, Reach), outline: Outline) -> Self {
        let mut edges = DiGraph::with_capacity(companies, outline.ties.len());
        for at in 0..companies {
            edges.add_node(CompanyId::from(at).0);
        }
        // the last one first, since petgraph gives out the edges of a node in the order opposite to their making
        for (at, tie) in outline.ties.iter().enumerate().rev() {
            edges.add_edge(
                NodeIndex::new(tie.from.index()),
                NodeIndex::new(tie.to.index()),
                at as u32,
            );
        }
        Self {
            known,
            reach,
            edges,
            outline,
        }
    }

    /// Whether a part of it that is decoded late was found damaged.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.outline.is_damaged()
    }
}

/// A tie as it is met from one of its ends: a handle, of which the graph that gave it out knows the tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TieAt {
    at: u32,
    end: TieEnd,
}

impl TieAt {
    /// The end from which it was met.
    #[must_use]
    pub const fn end(self) -> TieEnd {
        self.end
    }
}

/// The relation multigraph of a model at a state of knowledge: its records and the [`Net`] over them. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Graph<'m> {
    model: &'m Model,
    net: Arc<Net>,
    /// The day as of which companies are named.
    day: Day,
}

impl<'m> Graph<'m> {
    /// Projects `model` as it was known, with sightings believed as far as they are by default. Cost: linear in relations and
    /// ties.
    #[must_use]
    pub fn new(model: &'m Model, known: Knowledge) -> Self {
        Self::reaching(model, known, Reach::DEFAULT)
    }

    /// Projects `model` as it was known, with sightings believed as far as `reach` says. Cost: linear in relations and ties.
    #[must_use]
    pub fn reaching(model: &'m Model, known: Knowledge, reach: Reach) -> Self {
        let net = Net::new(model.companies.len(), (known, reach), Outline::of(model, known, reach));
        Self::over(model, Arc::new(net))
    }

    /// The graph of a model and a net that was made for it.
    #[must_use]
    pub const fn over(model: &'m Model, net: Arc<Net>) -> Self {
        Self {
            model,
            net,
            day: Day::MAX,
        }
    }

    /// The same, naming companies as they were called on a day, as far as that was known.
    #[must_use]
    pub fn named_on(self, day: Day) -> Self {
        let day = self.known().0.map_or(day, |known| known.min(day));
        Self { day, ..self }
    }

    /// What a company was called on the day as of which companies are named; today's name without one.
    #[must_use]
    pub fn name(&self, company: CompanyId) -> &'m str {
        self.groups().identity().name_on(self.model, company, self.day)
    }

    /// Whether a company stood for the parent that was put above it later, on the day as of which companies are named.
    #[must_use]
    pub fn stands_for_parent(&self, company: CompanyId) -> bool {
        let mut put = self.groups().identity().holdings();
        put.any(|turn| turn.from == company && self.day < turn.on.first())
    }

    /// What it is beside the records, to be shared.
    #[must_use]
    pub const fn net(&self) -> &Arc<Net> {
        &self.net
    }

    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.model
    }

    /// The state of knowledge.
    #[must_use]
    pub fn known(&self) -> Knowledge {
        self.net.known
    }

    /// How far sightings are believed.
    #[must_use]
    pub fn reach(&self) -> Reach {
        self.net.reach
    }

    /// Every tie.
    #[must_use]
    pub fn ties(&self) -> &[Tie] {
        &self.net.outline.ties
    }

    /// The ties that a relation makes by itself: as a fellow of others it makes more.
    #[must_use]
    pub fn ties_of_relation(&self, relation: RelationId) -> &[Tie] {
        let own = self.net.outline.ties.partition_point(|tie| tie.second.is_none());
        let own = &self.net.outline.ties[..own];
        let from = own.partition_point(|tie| tie.relation < relation);
        let count = own[from..].partition_point(|tie| tie.relation == relation);
        &own[from..from + count]
    }

    /// The ties at a company, in the order of relations; a tie of a company to itself is met from both ends. Allocates
    /// nothing.
    pub fn ties_of(&self, company: CompanyId) -> impl Iterator<Item = TieAt> {
        let end = |direction, end| {
            let node = NodeIndex::new(company.index());
            let edges = self.net.edges.edges_directed(node, direction);
            edges
                .map(move |edge| TieAt {
                    at: *edge.weight(),
                    end,
                })
                .peekable()
        };
        let mut from = end(Direction::Outgoing, TieEnd::From);
        let mut to = end(Direction::Incoming, TieEnd::To);
        std::iter::from_fn(move || match (from.peek(), to.peek()) {
            (Some(a), Some(b)) if b < a => to.next(),
            (None, Some(_)) => to.next(),
            _ => from.next(),
        })
    }

    /// The tie of a handle.
    ///
    /// # Panics
    /// May panic when the handle was given out by another graph.
    #[must_use]
    pub fn tie(&self, at: TieAt) -> Tie {
        self.net.outline.ties[at.at as usize]
    }

    /// A relation as it was known, with its dates and sources.
    #[must_use]
    pub fn relation(&self, id: RelationId) -> Known<'m> {
        Known::new(self.model, self.known(), &self.model[id], self.span(id))
    }

    /// What a record cites, as it was known.
    #[must_use]
    pub fn cited(&self, citations: &'m [Citation]) -> Cited<'m> {
        Cited::new(self.model, self.known(), citations)
    }

    /// When a relation holds; `None` when its dates leave no day.
    #[must_use]
    pub fn span(&self, relation: RelationId) -> Option<Span> {
        self.net.outline.spans.get(relation.index())
    }

    /// Which relations count.
    #[must_use]
    pub fn standings(&self) -> &Standings {
        &self.net.outline.standings
    }

    /// Who owned how much of whom.
    #[must_use]
    pub fn holdings(&self) -> &Holdings {
        self.net.outline.holdings()
    }

    /// Groups over time.
    #[must_use]
    pub fn groups(&self) -> &Groups {
        &self.net.outline.groups
    }
}
