//! A graph seen through a scope.

use crate::graph::{Bond, Graph, Meter, Presence};
use crate::judge::scope::Scope;
use crate::judge::stance::{self, Stance};
use crate::model::{CompanyId, Model};
use crate::values::{Day, Interval};

/// A graph and the scope that a question looks at it through.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The graph.
    pub graph: &'a Graph<'a>,
    /// The scope.
    pub scope: &'a Scope,
    /// What is left of the budget of work.
    pub meter: &'a Meter,
}

impl<'a> View<'a> {
    /// A graph seen through a scope, with no bound on the work.
    #[must_use]
    pub const fn new(graph: &'a Graph<'a>, scope: &'a Scope) -> Self {
        Self {
            graph,
            scope,
            meter: Meter::unlimited(),
        }
    }

    /// The same with a budget of work.
    #[must_use]
    pub const fn within(self, meter: &'a Meter) -> Self {
        Self { meter, ..self }
    }

    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'a Model {
        self.graph.model()
    }

    /// The bonds of a company by which stances are judged, whatever the scope's filters show, at whatever time; none when the
    /// budget is used up.
    #[must_use]
    pub fn bonds(&self, company: CompanyId) -> Vec<Bond> {
        self.gathered(|graph| graph.bonds(company, self.scope.group))
    }

    /// The bonds of a company that is asked about beside another, as [`Graph::bonds_beside`] finds them, that pass the
    /// scope's filters, at whatever time; none when the budget is used up.
    #[must_use]
    pub fn bonds_beside(&self, company: CompanyId, beside: CompanyId) -> Vec<Bond> {
        let mut bonds = self.gathered(|graph| graph.bonds_beside(company, beside, self.scope.group));
        bonds.retain(|bond| self.shows(bond));
        bonds
    }

    /// The bonds between two companies with their groups by which stances are judged, whatever the scope's filters show, at
    /// whatever time; none when the budget is used up.
    #[must_use]
    pub fn bonds_between(&self, a: CompanyId, b: CompanyId) -> Vec<Bond> {
        self.gathered(|graph| graph.bonds_between(a, b, self.scope.group))
    }

    fn gathered(&self, gather: impl FnOnce(&Graph<'a>) -> Vec<Bond>) -> Vec<Bond> {
        if !self.affords(1) {
            return Vec::new();
        }
        let mut bonds = gather(self.graph);
        self.pay(bonds.len());
        bonds.retain(|bond| self.judges(bond));
        bonds
    }

    /// Bonds of a pair that are about to be compared each with each; none when the budget is used up.
    #[must_use]
    pub(crate) fn compared(&self, bonds: Vec<Bond>) -> Vec<Bond> {
        if self.affords(bonds.len().saturating_mul(bonds.len())) {
            bonds
        } else {
            Vec::new()
        }
    }

    /// Takes some steps before they are done; whether there are so many left.
    pub(crate) fn affords(&self, steps: usize) -> bool {
        self.meter.spend(steps).is_ok()
    }

    /// Pays for work that is done already: that it is too much shows at the next step.
    pub(crate) fn pay(&self, steps: usize) {
        self.meter.spend(steps).unwrap_or_default();
    }

    /// The times when two companies are one group, each as what must hold together for it; none when the scope asks for
    /// companies without their groups.
    #[must_use]
    pub fn one_group(&self, a: CompanyId, b: CompanyId) -> Vec<Vec<Interval>> {
        if self.scope.group {
            self.graph.one_group(a, b)
        } else {
            Vec::new()
        }
    }

    /// The companies that one belongs to within the asked time, the nearest first.
    #[must_use]
    pub fn parents(&self, company: CompanyId) -> Vec<CompanyId> {
        let window = self.scope.asked.window();
        let mut parents: Vec<CompanyId> = Vec::new();
        for (id, parts) in self.graph.groups().ancestors(company).into_iter().skip(1) {
            if !parents.contains(&id) && Presence::of(&parts, Day::MAX, window) > Presence::No {
                parents.push(id);
            }
        }
        parents
    }

    /// Whether stances are judged by a bond: by all of them, where only firm ties are asked for by those.
    #[must_use]
    pub const fn judges(&self, bond: &Bond) -> bool {
        !self.scope.firm || bond.firm
    }

    /// Whether an answer shows a bond: all its relations pass the filters.
    ///
    /// Filters choose what is shown. A pair of which only the rivalry is shown is no pair of rivals for that.
    #[must_use]
    pub fn shows(&self, bond: &Bond) -> bool {
        let shows = |id| {
            let confidence = self.graph.standings().confidence(id);
            self.scope.admits(self.model(), confidence, id)
        };
        bond.tie.relations().all(shows)
    }

    /// Whether a bond is both: a tie of a network that is made of what is shown.
    #[must_use]
    pub fn admits(&self, bond: &Bond) -> bool {
        self.judges(bond) && self.shows(bond)
    }

    /// The stance of some bonds of one pair within the asked time.
    #[must_use]
    pub fn stance(&self, bonds: &[Bond]) -> Stance {
        stance::of(self.graph, self.scope, bonds)
    }
}
