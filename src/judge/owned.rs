//! What a company and its group own that stands with them: inside a group it is no tie with anybody.

use std::collections::{BTreeMap, BTreeSet};

use super::counterparties::Wanted;
use super::held::Held;
use super::holdings::Owning;
use super::view::View;
use crate::derived::{Cause, Holding, Part, Tie, TieEnd};
use crate::graph::{Bond, Presence};
use crate::model::{CompanyId, RelationId};
use crate::values::Interval;

/// A company that is owned, and by which records.
#[derive(Clone, Debug, PartialEq)]
pub struct Owned {
    /// The company.
    pub company: CompanyId,
    /// The relations by which it is owned, told from the owner; their presence is that of the holding.
    pub ties: Vec<Held>,
}

/// The companies that `company`, with its group where the scope asks for that, owns within the asked time by purchases,
/// controlling stakes and ventures, by name; without those of the relations in `told`.
///
/// Without groups, what was bought whole. Cost: the holdings of the group.
#[must_use]
pub fn owned(view: &View<'_>, company: CompanyId, wanted: &Wanted, told: &BTreeSet<RelationId>) -> Vec<Owned> {
    if wanted.stance.is_some() {
        return Vec::new();
    }
    let groups = view.graph.groups();
    let identity = groups.identity();
    let company = identity.root(company);
    let members = groups.members(company, view.scope.group);
    let is_member: BTreeSet<CompanyId> = members.iter().map(|(id, _)| *id).collect();
    let mut by_company: BTreeMap<CompanyId, Vec<Held>> = BTreeMap::new();
    for (member, parts) in members.iter().filter(|(id, _)| identity.root(*id) == *id) {
        for holding in view.graph.holdings().by(*member) {
            let stands_with_it = if view.scope.group {
                is_member.contains(&holding.owned)
            } else {
                holding.part == Part::Whole
            };
            let Some(bond) = bond(view, company, holding, parts).filter(|_| stands_with_it) else {
                continue;
            };
            let is_new = !told.contains(&bond.tie.relation);
            let wanted = is_new && wanted.admits(view.model(), &bond.tie, bond.end);
            if wanted && Owning::of(view, holding).is_some() && view.scope.presence(&bond) > Presence::No {
                let ties = by_company.entry(holding.owned).or_default();
                if !ties.iter().any(|tie| tie.relations.contains(&bond.tie.relation)) {
                    ties.push(Held::of(view, &bond));
                }
            }
        }
    }
    let mut found: Vec<Owned> = by_company
        .into_iter()
        .map(|(company, ties)| Owned { company, ties })
        .collect();
    found.sort_by_cached_key(|owned| view.model()[owned.company].label().to_lowercase());
    found
}

/// A holding that a relation shows, as a tie of the owner for as long as it is held by a member of the group.
fn bond(view: &View<'_>, company: CompanyId, holding: &Holding, parts: &[Interval]) -> Option<Bond> {
    let Cause::Relation(id) = holding.cause else {
        return None;
    };
    let root = |company: CompanyId| view.graph.groups().identity().root(company);
    let ties = view
        .graph
        .ties_of_relation(id)
        .iter()
        .filter(|tie| tie.second.is_none());
    let end = |tie: &Tie| {
        [(tie.to, TieEnd::From), (tie.from, TieEnd::To)]
            .into_iter()
            .find(|(other, _)| root(*other) == holding.owned)
            .map(|(_, end)| end)
    };
    let party = |tie: &Tie, end: TieEnd| match end {
        TieEnd::From => tie.from,
        TieEnd::To => tie.to,
    };
    // by the owner, or else by whom it was merged with
    let (tie, end) = ties
        .filter_map(|tie| Some((*tie, end(tie)?)))
        .max_by_key(|(tie, end)| root(party(tie, *end)) == holding.owner)?;
    let mine = party(&tie, end);
    Some(Bond {
        tie,
        end,
        other: holding.owned,
        mine: (root(mine) != company).then_some(mine),
        theirs: None,
        parts: parts.iter().copied().chain([holding.interval]).collect(),
        presumed_from: holding.presumed_from,
        firm: view.graph.standings().is_firm(view.model(), id),
        inside: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::testing::{Data, ask};
    use crate::vocab::SuccessionAs::{Holding as PutAbove, Merger};

    /// What a company owns within a date: "b via c".
    fn told(data: &Data, company: &str, at: &str, group: bool) -> String {
        let id = data.model.companies().find(|(_, known)| known.id == company).unwrap().0;
        let scope = |scope: &mut crate::judge::Scope| scope.group = group;
        ask(&data.model, at, scope, |view| {
            let found = owned(view, id, &Wanted::default(), &BTreeSet::new());
            let one = |owned: &Owned| {
                let name = |id: CompanyId| data.model[id].id.to_string();
                let via = owned.ties[0]
                    .mine
                    .map_or(String::new(), |id| format!(" via {}", name(id)));
                format!("{}{via}", name(owned.company))
            };
            found.iter().map(one).collect::<Vec<_>>().join(", ")
        })
    }

    #[test]
    fn what_was_bought_is_told_from_its_day_for_as_long_as_it_is_held() {
        let mut data = Data::new();
        data.tie("acquisition", "a > b", "2016-11-27..");
        data.tie("acquisition", "c > d", "2012..");
        data.tie("acquisition", "a > c", "2014-03-01..");
        data.tie("acquisition", "z > d", "2018-06-01..");
        let listed = data.tie("stake", "a > e", "2015-01-01..");
        data.share(listed, 90);
        let small = data.tie("stake", "a > f", "2015-01-01..");
        data.share(small, 10);
        data.part_of("division", "a", "2010..");
        for (at, group, expected) in [
            ("2013", true, ""),
            ("2014-03-01", true, "c, d via c"),
            ("2016-11-26", true, "c, d via c, e"),
            ("2016-11-27", true, "b, c, d via c, e"),
            ("2019", true, "b, c, e"),
            ("2016-11-27", false, "b, c"),
            ("2013", false, ""),
        ] {
            assert_eq!(told(&data, "a", at, group), expected, "{at} {group}");
        }
    }

    #[test]
    fn what_was_bought_goes_along_with_a_new_parent_and_with_a_merger() {
        let mut data = Data::new();
        data.tie("acquisition", "google > youtube", "2006-11-13..");
        data.succeeds("google", PutAbove, "alphabet", "2015-10-02");
        data.tie("acquisition", "aventis > pasteur", "1999-01-01..");
        data.succeeds("aventis", Merger, "sanofi", "2004-08-20");
        assert_eq!(told(&data, "google", "2010", true), "youtube");
        assert_eq!(told(&data, "alphabet", "2020", true), "youtube via google");
        assert_eq!(told(&data, "sanofi", "2003", true), "");
        assert_eq!(told(&data, "sanofi", "2010", true), "pasteur via aventis");
    }
}
