//! What there is to draw: ties between companies as the scope sees them.

use std::collections::{BTreeMap, BTreeSet};

use super::scene::Arrow;
use crate::derived::Tie;
use crate::graph::Presence;
use crate::judge::View;
use crate::model::{CompanyId, RelationId};
use crate::vocab::Side;

/// A tie between two drawn companies that holds within the asked time.
#[derive(Clone, Debug, PartialEq)]
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
