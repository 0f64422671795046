//! What each style draws. Every style takes its ties from the gatherers that questions use, and judges none of them itself.
//!
//! | style | draws the ties that | between |
//! |---|---|---|
//! | map, matrix | hold within the asked time, of every side | the groups within so many steps of the companies asked for, these standing for themselves; without any, all groups |
//! | flow | of these, move money in a known direction, as `cycles` sees it | the same |
//! | ego | `who` answers | the company and its counterparties |
//! | lanes | began by the end of the asked time, and of a window lasted into it; of two companies those of `between` | one company and its counterparties, or the groups asked for; without any, the parties of the records |
//! | waterfall | – | those who share a deal's money |
//!
//! A tie both of whose ends are one group all the time is between no two groups. It is left out and counted. What is only
//! intended is no tie: ego and lanes draw it apart, the others count it.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::Fact;
use super::scene::Style;
use crate::derived::{Standing, Tie, TieEnd};
use crate::graph::{Bond, Presence, payer};
use crate::judge::{View, intentions, network};
use crate::model::{CompanyId, RelationId};
use crate::values::Interval;
use crate::vocab::Side;

/// What a map, a matrix or a flow draws.
#[derive(Debug)]
pub(super) struct Selection {
    /// The ties, each once between two drawn companies.
    pub(super) facts: Vec<Fact>,
    /// The drawn companies.
    pub(super) companies: BTreeSet<CompanyId>,
    /// The relations that hold in the scope, whatever is drawn of them: a total may stand for parts that are not.
    pub(super) relations: BTreeSet<RelationId>,
    /// How many ties of drawn companies are left out because both ends are one group.
    pub(super) inside: usize,
    /// How many relations between drawn companies are left out because they are intended only.
    pub(super) intended: usize,
}

/// The ties that a style draws of some companies and what is so many steps from them; of everything when there are none.
pub(super) fn selection(view: &View<'_>, companies: &[CompanyId], hops: u32, style: Style) -> Selection {
    let draws = |tie: &Tie| style != Style::Flow || payer(view.model(), tie).is_some();
    let mut all = facts(view, network::bonds(view, companies).into_iter());
    let relations = all.iter().flat_map(|fact| fact.tie.relations()).collect();
    all.retain(|fact| draws(&fact.tie));
    let between: BTreeSet<Tie> = all.iter().map(|fact| fact.tie).collect();
    let named: BTreeSet<CompanyId> = companies.iter().copied().collect();
    let facts = if named.is_empty() { all } else { near(all, &named, hops) };
    let companies: BTreeSet<CompanyId> = facts
        .iter()
        .flat_map(|fact| [fact.from, fact.to])
        .chain(named.iter().copied())
        .collect();
    let left_out = |tie: &Tie| {
        let drawn = named.is_empty() || (companies.contains(&tie.from) && companies.contains(&tie.to));
        drawn && draws(tie) && !between.contains(tie)
    };
    let own = network::own_bonds(view);
    let holding = own.iter().filter(|(_, bond)| view.scope.presence(bond) > Presence::No);
    Selection {
        relations,
        inside: holding.filter(|(_, bond)| left_out(&bond.tie)).count(),
        intended: intended(view, &named, &companies, draws),
        facts,
        companies,
    }
}

/// How many relations between drawn companies, of those asked for or of all, are intended within the asked time.
fn intended(
    view: &View<'_>,
    named: &BTreeSet<CompanyId>,
    drawn: &BTreeSet<CompanyId>,
    draws: impl Fn(&Tie) -> bool,
) -> usize {
    let keep: Vec<CompanyId> = named.iter().copied().collect();
    let between = |a: CompanyId, b: CompanyId| named.is_empty() || (drawn.contains(&a) && drawn.contains(&b));
    let all = intentions::all(view, &keep).into_iter();
    let left_out = all.filter(|(from, bond)| draws(&bond.tie) && between(*from, bond.other));
    left_out
        .map(|(_, bond)| bond.tie.relation)
        .collect::<BTreeSet<_>>()
        .len()
}

/// The bonds that hold within the asked time as facts: one whose ends change groups over time is one fact for each pair.
fn facts(view: &View<'_>, bonds: impl Iterator<Item = (CompanyId, Bond)>) -> Vec<Fact> {
    let mut found: Vec<Fact> = Vec::new();
    let mut at: BTreeMap<(Tie, CompanyId, CompanyId), usize> = BTreeMap::new();
    for (from, bond) in bonds {
        let presence = view.scope.presence(&bond);
        if presence == Presence::No {
            continue;
        }
        let place = *at.entry((bond.tie, from, bond.other)).or_insert(found.len());
        match found.get_mut(place) {
            Some(fact) => fact.presence = fact.presence.max(presence),
            None => found.push(Fact {
                tie: bond.tie,
                from,
                to: bond.other,
                presence,
            }),
        }
    }
    found
}

/// The facts among the companies within `hops` steps of `start`; with 0, among `start` itself.
fn near(facts: Vec<Fact>, start: &BTreeSet<CompanyId>, hops: u32) -> Vec<Fact> {
    let mut reached = start.clone();
    for _ in 0..hops {
        let next: BTreeSet<CompanyId> = facts
            .iter()
            .filter(|fact| reached.contains(&fact.from) || reached.contains(&fact.to))
            .flat_map(|fact| [fact.from, fact.to])
            .collect();
        if next.is_subset(&reached) {
            break;
        }
        reached.extend(next);
    }
    facts
        .into_iter()
        .filter(|fact| reached.contains(&fact.from) && reached.contains(&fact.to))
        .collect()
}

/// Who pays whom in a fact of a flow.
pub(super) fn pays(view: &View<'_>, fact: &Fact) -> Option<(CompanyId, CompanyId)> {
    Some(match payer(view.model(), &fact.tie)?.0 {
        TieEnd::From => (fact.from, fact.to),
        TieEnd::To => (fact.to, fact.from),
    })
}

/// The intentions of lanes that may be open on days of `shown`, of what is no tie.
pub(super) fn intended_over_time(view: &View<'_>, companies: &[CompanyId], shown: Interval) -> BTreeSet<RelationId> {
    let model = view.model();
    let among = |id: &RelationId| {
        let parties = || model[*id].parties.iter().map(|party| party.company);
        match companies {
            [] => true,
            some => parties().filter(|company| some.contains(company)).count() > 1,
        }
    };
    let relations: Vec<RelationId> = match companies {
        [one] => bond_relations(&view.graph.intentions(*one, view.scope.group)),
        [a, b] if a != b => bond_relations(&view.graph.intentions_between(*a, *b, view.scope.group)),
        _ => model.relations().map(|(id, _)| id).filter(among).collect(),
    };
    let standings = view.graph.standings();
    let is_shown = |id: &RelationId| {
        standings.of(*id) == Standing::Intended
            && !view.scope.firm
            && view.scope.admits(model, standings.confidence(*id), *id)
            && view.graph.presence(*id, shown) > Presence::No
    };
    relations.into_iter().filter(is_shown).collect()
}

fn bond_relations(bonds: &[Bond]) -> Vec<RelationId> {
    bonds.iter().map(|bond| bond.tie.relation).collect()
}

/// The relations of lanes that may hold on days of `shown`, each with the first side that it is a tie of.
pub(super) fn over_time(view: &View<'_>, companies: &[CompanyId], shown: Interval) -> BTreeMap<RelationId, Side> {
    let among = |from: CompanyId, bond: &Bond| companies.contains(&from) && companies.contains(&bond.other);
    let bonds: Vec<Bond> = match companies {
        [one] => view
            .bonds(*one)
            .into_iter()
            .filter(|bond| !bond.inside && view.shows(bond))
            .collect(),
        [a, b] if a != b => {
            let bonds = view.bonds_between(*a, *b).into_iter();
            bonds.filter(|bond| view.shows(bond)).collect()
        }
        [] => network::own_bonds(view).into_iter().map(|(_, bond)| bond).collect(),
        some => network::bonds(view, some)
            .into_iter()
            .filter(|(from, bond)| among(*from, bond))
            .map(|(_, bond)| bond)
            .collect(),
    };
    let mut found = BTreeMap::new();
    for bond in bonds.iter().filter(|bond| bond.presence(shown) > Presence::No) {
        for id in bond.tie.relations() {
            let side: &mut Side = found.entry(id).or_insert(bond.side());
            *side = (*side).min(bond.side());
        }
    }
    found
}
