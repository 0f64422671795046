//! A graph seen through a scope.

use crate::graph::{Bond, Graph, Meter, Presence};
use crate::judge::scope::Scope;
use crate::judge::stance::{self, Stance};
use crate::model::{CompanyId, Model};
use crate::values::{Day, Holds, Interval, overlap};
use crate::vocab::{RivalryFrom, Side};

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
        bonds.into_iter().filter_map(|bond| self.dated(bond)).collect()
    }

    /// Lets rivalries begin when they were first named, where the scope asks for that; one that nobody is recorded to have named on
    /// some day is left out.
    pub(crate) fn dated(&self, mut bond: Bond) -> Option<Bond> {
        if self.scope.rivalry_from == RivalryFrom::Present || bond.side() != Side::Competition {
            return Some(bond);
        }
        let named = self.graph.relation(bond.tie.relation).first_named()?.on?;
        bond.parts.push(Interval::from_dates(named, None)?);
        (overlap(&bond.parts) > Holds::No).then_some(bond)
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

    /// The companies that stand for one at some time: itself and, where the scope asks for groups, all that belonged to it.
    #[must_use]
    pub fn members(&self, company: CompanyId) -> Vec<CompanyId> {
        let members = self.graph.groups().members(company, self.scope.group);
        members.into_iter().map(|(id, _)| id).collect()
    }

    /// The companies that one belongs to within the asked time, the nearest first.
    #[must_use]
    pub fn parents(&self, company: CompanyId) -> Vec<CompanyId> {
        let window = self.scope.asked.window();
        let mut parents: Vec<CompanyId> = Vec::new();
        for (id, parts) in self.graph.groups().owners(company) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derived::Knowledge;
    use crate::judge::testing::random::random;
    use crate::judge::testing::{Data, ask};
    use crate::values::PartialDate;
    use crate::vocab::Zone;
    use proptest::prelude::*;

    #[test]
    fn a_rivalry_counts_from_when_it_is_asked_to() {
        let mut data = Data::new();
        data.tie("competitive_overlap", "a, b", "2012..");
        let zone = |data: &Data, from: RivalryFrom| {
            let scope = |scope: &mut Scope| scope.rivalry_from = from;
            ask(&data.model, "2013", scope, |view| {
                view.stance(&view.bonds_between(CompanyId(0), CompanyId(1))).zone
            })
        };
        assert_eq!(zone(&data, RivalryFrom::Present), Zone::Competition);
        assert_eq!(zone(&data, RivalryFrom::Named), Zone::None, "nobody named it");
    }

    proptest! {
        /// What is named holds on a day if it holds on it anyway and was named by then.
        #[test]
        fn named_rivalries_are_those_that_were_named_by_then(data in random(false), at in any::<u8>()) {
            let day = data.date(at);
            let graph = Graph::new(&data.model, Knowledge::ALL);
            let plain = Scope { group: false, ..Scope::at(day) };
            let named = Scope { rivalry_from: RivalryFrom::Named, ..plain.clone() };
            let (plain, named) = (View::new(&graph, &plain), View::new(&graph, &named));
            for (company, _) in data.model.companies() {
                let holding = |view: &View<'_>| -> Vec<crate::derived::Tie> {
                    let bonds = view.bonds(company);
                    bonds.iter().filter(|bond| view.scope.presence(bond) > Presence::No).map(|bond| bond.tie).collect()
                };
                let expected: Vec<_> = holding(&plain)
                    .into_iter()
                    .filter(|tie| {
                        let relation = &data.model[tie.relation];
                        let said = relation.named().into_iter().chain(relation.asserted()).filter_map(|said| said.on);
                        let first = said.map(PartialDate::first).min();
                        let holds = || {
                            // both hold within the asked time, and on one day of it
                            let ends = graph.span(tie.relation).map(|span| span.interval.end().1);
                            let lives = graph.lives(tie).end().1;
                            first.is_some_and(|first| first <= day.last() && Some(first) < ends && first < lives)
                        };
                        tie.side != Side::Competition || holds()
                    })
                    .collect();
                prop_assert_eq!(holding(&named), expected);
            }
        }
    }
}
