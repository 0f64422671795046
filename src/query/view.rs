//! A graph seen through a scope.

use crate::graph::{Bond, Graph};
use crate::model::{CompanyId, Model};
use crate::query::scope::Scope;
use crate::query::stance::{self, Stance};

/// A graph and the scope that a question looks at it through.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The graph.
    pub graph: &'a Graph<'a>,
    /// The scope.
    pub scope: &'a Scope,
}

impl<'a> View<'a> {
    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'a Model {
        self.graph.model()
    }

    /// The bonds of a company that pass the scope's filters, at whatever time.
    #[must_use]
    pub fn bonds(&self, company: CompanyId) -> Vec<Bond> {
        let mut bonds = self.graph.bonds(company, self.scope.group);
        bonds.retain(|bond| self.admits(bond));
        bonds
    }

    /// Whether a bond passes the filters that do not depend on time.
    #[must_use]
    pub fn admits(&self, bond: &Bond) -> bool {
        bond.tie.relations().all(|id| {
            self.scope
                .admits(self.model(), self.graph.standings().confidence(id), id)
        }) && (!self.scope.firm || bond.firm)
    }

    /// The stance of some bonds of one pair within the asked time.
    #[must_use]
    pub fn stance(&self, bonds: &[Bond]) -> Stance {
        stance::of(self.scope, bonds)
    }
}
