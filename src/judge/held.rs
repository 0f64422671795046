//! A tie as an answer tells it.

use crate::derived::{Began, FELLOW, TieEnd};
use crate::graph::{Bond, Graph, Presence};
use crate::judge::View;
use crate::lang::Phrase;
use crate::model::{CompanyId, MarketId, ProductRef, Relation, RelationId, SourceId};
use crate::values::Day;
use crate::vocab::{Confidence, KINDS, Side};

/// One relation of an answer, seen from the asked company.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The relations it rests on: one, or two memberships of one consortium.
    pub relations: Vec<RelationId>,
    /// The kind, as a position in [`KINDS`].
    pub kind: u8,
    /// The projection within the kind.
    pub projection: u8,
    /// The end that the asked company is.
    pub end: TieEnd,
    /// The companies at its `from` and `to` ends, as the record names them.
    pub ends: [CompanyId; 2],
    /// The side.
    pub side: Side,
    /// Whether and how it holds within the asked time.
    pub presence: Presence,
    /// Whether it needs no reservation other than age.
    pub firm: bool,
    /// The member of the asked company's group that is party to it.
    pub mine: Option<CompanyId>,
    /// The member of the counterparty's group that is party to it.
    pub theirs: Option<CompanyId>,
    /// Its grade.
    pub confidence: Option<Confidence>,
    /// Its sources, each once.
    pub sources: Vec<SourceId>,
}

impl Held {
    /// Tells a bond that holds in some way.
    #[must_use]
    pub fn of(view: &View<'_>, bond: &Bond) -> Self {
        let model = view.model();
        let relations: Vec<RelationId> = bond.tie.relations().collect();
        let cited = relations.iter().flat_map(|id| view.graph.relation(*id).sources());
        let mut sources: Vec<SourceId> = cited.collect();
        sources.sort_unstable();
        sources.dedup();
        Self {
            kind: model[bond.tie.relation].kind,
            projection: bond.tie.projection,
            end: bond.end,
            ends: [bond.tie.from, bond.tie.to],
            side: bond.tie.side,
            presence: view.scope.presence(bond),
            firm: bond.firm,
            mine: bond.mine.filter(|id| !view.graph.stands_for_parent(*id)),
            theirs: bond.theirs.filter(|id| !view.graph.stands_for_parent(*id)),
            confidence: relations
                .iter()
                .map(|id| view.graph.standings().confidence(*id))
                .min()
                .flatten(),
            sources,
            relations,
        }
    }

    /// Tells bonds of one pair, each relation once: one whose ends change groups over time stands in several bonds.
    #[must_use]
    pub fn merged<'b>(view: &View<'_>, bonds: impl Iterator<Item = &'b Bond>) -> Vec<Self> {
        let mut ties: Vec<Self> = Vec::new();
        for bond in bonds {
            let held = Self::of(view, bond);
            match ties.iter_mut().find(|tie| tie.same_as(&held)) {
                Some(tie) => tie.presence = tie.presence.max(held.presence),
                None => ties.push(held),
            }
        }
        ties
    }

    fn same_as(&self, other: &Self) -> bool {
        let key = |tie: &Self| (tie.side, tie.projection, tie.mine, tie.theirs);
        let symmetric = KINDS[usize::from(self.kind)].projection(self.projection).is_symmetric();
        self.relations == other.relations && key(self) == key(other) && (symmetric || self.end == other.end)
    }

    /// What the asked company does, in the table's words: "invests in".
    #[must_use]
    pub fn verb(&self) -> Phrase {
        let projection = KINDS[usize::from(self.kind)].projection(self.projection);
        match self.end {
            _ if self.relations.len() > 1 => FELLOW,
            TieEnd::From => projection.from_verb,
            TieEnd::To => projection.to_verb,
        }
    }

    /// The relation that tells its terms.
    #[must_use]
    pub fn relation<'m>(&self, graph: &Graph<'m>) -> &'m Relation {
        &graph.model()[self.relations[0]]
    }

    /// The markets it concerns.
    #[must_use]
    pub fn market(&self, graph: &Graph<'_>) -> Option<MarketId> {
        self.relation(graph).market
    }
}

/// When the last of some relations that must hold together begins, as its record says it, with the day it stands at.
#[must_use]
pub fn last_start(graph: &Graph<'_>, relations: &[RelationId]) -> Option<(Day, Began)> {
    let starts = relations.iter().filter_map(|id| {
        graph.span(*id)?;
        let began = graph.relation(*id).began()?;
        Some((began.day(), began))
    });
    starts.max_by_key(|(day, _)| *day)
}

/// The first of some relations that must hold together to end.
#[must_use]
pub fn first_end(graph: &Graph<'_>, relations: &[RelationId]) -> Option<RelationId> {
    let ends = relations
        .iter()
        .filter_map(|id| Some((graph.span(*id)?.interval.end().1, *id)));
    ends.min_by_key(|(day, _)| *day).map(|(_, id)| id)
}

/// The names of the products of a relation, for reading.
#[must_use]
pub fn product_names(graph: &Graph<'_>, relation: &Relation, lang: &str) -> Vec<String> {
    relation
        .products()
        .into_iter()
        .map(|product| match product {
            ProductRef::Declared(id) => graph.model()[id].name.to_string(),
            ProductRef::Named(text) => text.get(lang).to_owned(),
        })
        .collect()
}
