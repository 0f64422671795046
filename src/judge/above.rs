//! What stands above a company within the asked time.

use std::collections::VecDeque;

use super::view::View;
use crate::derived::Membership;
use crate::graph::Presence;
use crate::model::CompanyId;
use crate::values::{Day, Interval};

impl View<'_> {
    /// The companies that one belongs to within the asked time, each with how surely, the nearest first.
    ///
    /// Cost: the ways up from it, which are short.
    #[must_use]
    pub fn parents(&self, company: CompanyId) -> Vec<(CompanyId, Presence)> {
        let window = self.scope.asked.window();
        let mut parents: Vec<(CompanyId, Presence)> = Vec::new();
        let mut ways: VecDeque<(Vec<CompanyId>, Vec<Interval>, Day)> = VecDeque::new();
        ways.push_back((vec![company], Vec::new(), Day::MAX));
        while let Some((way, parts, presumed_from)) = ways.pop_front() {
            let below = way.last().copied().unwrap_or(company);
            for membership in self.graph.groups().parents(below) {
                if way.contains(&membership.parent) {
                    continue;
                }
                let parts: Vec<Interval> = parts.iter().copied().chain([membership.interval]).collect();
                let presumed_from = presumed_from.min(membership.presumed_from);
                let presence = Presence::of(&parts, presumed_from, window);
                if presence == Presence::No {
                    continue;
                }
                match parents.iter_mut().find(|(id, _)| *id == membership.parent) {
                    Some((_, best)) => *best = presence.max(*best),
                    None => parents.push((membership.parent, presence)),
                }
                let way = way.iter().copied().chain([membership.parent]).collect();
                ways.push_back((way, parts, presumed_from));
            }
        }
        parents
    }

    /// Pairs who control a company within the asked time, neither inside the other, so that it is rolled up to neither.
    #[must_use]
    pub fn rival_controllers(&self, company: CompanyId) -> Vec<(CompanyId, CompanyId)> {
        let groups = self.graph.groups();
        let window = self.scope.asked.window();
        let company = groups.identity().root(company);
        let now = |one: &Membership| Presence::of(&[one.interval], one.presumed_from, window) > Presence::No;
        let conflicts = groups.conflicts().iter().filter(|(id, _, _)| *id == company);
        let mut pairs: Vec<(CompanyId, CompanyId)> = Vec::new();
        for (_, a, b) in conflicts.filter(|(_, a, b)| now(a) && now(b)) {
            if !pairs.contains(&(a.parent, b.parent)) {
                pairs.push((a.parent, b.parent));
            }
        }
        pairs
    }
}

#[cfg(test)]
mod tests {
    use crate::judge::testing::{Data, ask, date};
    use crate::model::CompanyId;

    #[test]
    fn parents_are_told_as_surely_as_they_hold() {
        let mut data = Data::new();
        data.tie("acquisition", "middle > low", "2010..");
        let seen = data.tie("stake", "top > middle", "");
        data.share(seen, 60);
        data.edit(seen).observed = vec![date("2012")];
        let parents = |at: &str| {
            let low = data.model.companies().find(|(_, one)| one.id == "low").unwrap().0;
            ask(
                &data.model,
                at,
                |_| {},
                |view| {
                    let parents = view.parents(low).into_iter();
                    parents
                        .map(|(id, presence)| format!("{} {presence:?}", data.model[id].id))
                        .collect::<Vec<_>>()
                },
            )
        };
        assert_eq!(parents("2010-06-01"), ["middle Maybe"]);
        assert_eq!(parents("2011"), ["middle Yes", "top Maybe"], "seen within a year");
        assert_eq!(parents("2012-07-01"), ["middle Yes", "top Maybe"]);
        assert_eq!(parents("2009"), [""; 0]);
    }

    #[test]
    fn two_who_control_at_one_time_are_rivals_then_and_no_parents() {
        let mut data = Data::new();
        data.part_of("x", "a", "2010..");
        data.part_of("x", "b", "2012..2015");
        let (x, a, b) = (CompanyId(0), CompanyId(1), CompanyId(2));
        let asked = |at: &str| {
            ask(
                &data.model,
                at,
                |_| {},
                |view| (view.rival_controllers(x), view.parents(x)),
            )
        };
        assert_eq!(asked("2013"), (vec![(a, b)], vec![]));
        assert_eq!(asked("2011").0, []);
        assert_eq!(asked("2016").0, []);
    }
}
