//! What companies intended with each other: apart from their ties, and in no stance.

use std::collections::BTreeMap;

use crate::derived::Intention;
use crate::graph::{Bond, Presence};
use crate::judge::View;
use crate::judge::counterparties::Wanted;
use crate::judge::held::Held;
use crate::judge::network::{counts, rollup};
use crate::model::CompanyId;

/// What a company intended with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Intended {
    /// The other company, rolled up.
    pub other: CompanyId,
    /// What was to come; its presence is that of the intention, within the asked time.
    pub tie: Held,
    /// For how long, and what became of it.
    pub intention: Intention,
}

/// What a company intended within the asked time, by the name of the other company; nothing where only firm ties are asked
/// for. Cost: the ties of its group.
pub(crate) fn of_company(view: &View<'_>, company: CompanyId, wanted: &Wanted) -> Vec<Intended> {
    if wanted.stance.is_some() || view.meter.spend(1).is_err() {
        return Vec::new();
    }
    let mut bonds = view.graph.intentions(company, view.scope.group);
    bonds.retain(|bond| wanted.admits(view.model(), &bond.tie, bond.end));
    let mut found = intended(view, bonds, |bond, _| view.scope.presence(bond));
    let name = |other: CompanyId| (view.model()[other].label().to_lowercase(), other);
    found.sort_by_cached_key(|intended| name(intended.other));
    found
}

/// What two companies intended with each other up to the asked time, the earliest first: what was open within it, and what was
/// never carried out. Cost: the ties of both groups.
pub(crate) fn of_pair(view: &View<'_>, a: CompanyId, b: CompanyId) -> Vec<Intended> {
    let past = view.scope.asked.past();
    let bonds = view.graph.intentions_between(a, b, view.scope.group);
    let mut found = intended(view, bonds, |bond, intention| {
        let now = view.scope.presence(bond);
        if now == Presence::No && !intention.was_carried_out() {
            view.scope.accept(bond.firm, bond.presence(past))
        } else {
            now
        }
    });
    found.sort_by_key(|intended| (intended.intention.interval.start(), intended.tie.relations.clone()));
    found
}

/// What groups intend within the asked time, rolled up as their ties are; the companies to `keep` stand for themselves. Cost:
/// linear in ties, times the depth of groups.
#[cfg_attr(not(feature = "pictures"), expect(dead_code, reason = "pictures ask for all"))]
pub(crate) fn all(view: &View<'_>, keep: &[CompanyId]) -> Vec<(CompanyId, Bond)> {
    let mut bonds = view.graph.all_intentions(rollup(view, keep));
    bonds.retain(|(_, bond)| counts(view, bond));
    bonds
}

/// The bonds that the scope admits and of which something is to be told, each relation once.
fn intended(view: &View<'_>, bonds: Vec<Bond>, told: impl Fn(&Bond, &Intention) -> Presence) -> Vec<Intended> {
    let mut by_other: BTreeMap<CompanyId, Vec<Bond>> = BTreeMap::new();
    for bond in bonds.into_iter().filter(|bond| !bond.inside && view.admits(bond)) {
        let intention = view.graph.relation(bond.tie.relation).intention();
        if intention.is_some_and(|intention| told(&bond, &intention) > Presence::No) {
            by_other.entry(bond.other).or_default().push(bond);
        }
    }
    let mut found = Vec::new();
    for (other, bonds) in by_other {
        for tie in Held::merged(view, bonds.iter()) {
            if let Some(intention) = view.graph.relation(tie.relations[0]).intention() {
                found.push(Intended { other, tie, intention });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::derived::{Knowledge, Outcome};
    use crate::graph::Graph;
    use crate::judge::Scope;
    use crate::judge::phases::phases;
    use crate::judge::testing::random::random;
    use crate::judge::testing::{Data, ask, date, known_by};
    use crate::model::{Moment, Relation};
    use crate::values::Day;
    use crate::vocab::{Family, SourceKind, Status, Zone};

    /// Nvidia signs to buy Arm in September 2020 and gives up in February 2022.
    fn given_up() -> Data {
        let mut data = Data::new();
        let bid = data.tie("acquisition", "nvidia > arm", "..2022-02-08");
        let sources = vec![
            data.source(SourceKind::News, "2020-09-14"),
            data.source(SourceKind::News, "2022-02-09"),
        ];
        let bid = data.edit(bid);
        bid.announced = Some(date("2020-09-13"));
        bid.status = Status::Cancelled;
        bid.sources = sources;
        data
    }

    #[test]
    fn what_was_given_up_was_never_a_tie_and_stays_as_what_it_was() {
        let data = given_up();
        let told = |at: &str, known: Knowledge| {
            ask(
                &data.model,
                at,
                |scope| scope.known = known,
                |view| {
                    let (nvidia, arm) = (CompanyId(0), CompanyId(1));
                    let bonds = view.bonds_between(nvidia, arm);
                    let zones: Vec<Zone> = phases(view.graph, (nvidia, arm), &bonds, &[])
                        .iter()
                        .map(|phase| phase.zone)
                        .collect();
                    assert_eq!(zones, [Zone::None]);
                    assert_eq!(view.stance(&bonds).zone, Zone::None);
                    let open = of_company(view, nvidia, &Wanted::default()).len();
                    let of_pair: Vec<(Outcome, Presence)> = of_pair(view, nvidia, arm)
                        .iter()
                        .map(|intended| (intended.intention.outcome, intended.tie.presence))
                        .collect();
                    (open, of_pair)
                },
            )
        };
        let all = Knowledge::ALL;
        assert_eq!(told("2020", all), (1, vec![(Outcome::Dropped, Presence::Yes)]));
        assert_eq!(told("2021", all), (1, vec![(Outcome::Dropped, Presence::Yes)]));
        assert_eq!(
            told("2021", known_by("2021")),
            (1, vec![(Outcome::Open, Presence::Yes)])
        );
        assert_eq!(told("2026", all), (0, vec![(Outcome::Dropped, Presence::No)]));
        assert_eq!(told("2019", all), (0, vec![]));
        assert_eq!(
            told("2021", known_by("2020-09-13")),
            (0, vec![]),
            "nobody had written of it"
        );
    }

    #[test]
    fn a_tie_begins_where_its_intention_ends() {
        let mut data = Data::new();
        let purchase = data.tie("acquisition", "dell > emc", "2016-09-07..");
        data.edit(purchase).announced = Some(date("2015-10-12"));
        let outcomes = |at: &str| {
            ask(
                &data.model,
                at,
                |_| {},
                |view| {
                    let found = of_company(view, CompanyId(0), &Wanted::default());
                    found
                        .iter()
                        .map(|intended| intended.intention.outcome)
                        .collect::<Vec<_>>()
                },
            )
        };
        assert_eq!(outcomes("2015-12"), [Outcome::CarriedOut]);
        assert_eq!(outcomes("2016-09-07"), []);
        let firm = |scope: &mut Scope| scope.firm = true;
        let of_firm_ties = ask(&data.model, "2015-12", firm, |view| {
            of_company(view, CompanyId(0), &Wanted::default()).len()
        });
        assert_eq!(of_firm_ties, 0);
    }

    #[test]
    fn an_intention_replaces_another_and_no_tie() {
        let mut data = Data::new();
        let letter = data.tie("investment", "nvidia > openai", "");
        let contract = data.tie("supply", "nvidia > openai", "2024..");
        let next = data.tie("investment", "nvidia > openai", "");
        data.edit(letter).announced = Some(date("2025-09-22"));
        data.edit(letter).status = Status::Loi;
        data.edit(next).announced = Some(date("2026-02-27"));
        data.edit(next).status = Status::Announced;
        data.edit(next).supersedes = vec![letter, contract];
        ask(
            &data.model,
            "2026-03-01",
            |_| {},
            |view| {
                let found = of_pair(view, CompanyId(0), CompanyId(1));
                let outcomes: Vec<Outcome> = found.iter().map(|intended| intended.intention.outcome).collect();
                assert_eq!(outcomes, [Outcome::Replaced, Outcome::Open]);
                let supply = view.graph.span(contract).unwrap().interval;
                assert_eq!(supply.end().1, Day::MAX, "an announcement ends no contract");
            },
        );
    }

    /// By the record alone, without intervals: whether it never was more than an intention.
    fn never_more(relation: &Relation) -> bool {
        match relation.status {
            _ if relation.kind().family == Family::Conflict => false,
            Status::Announced | Status::Loi => true,
            Status::Cancelled | Status::Terminated => relation.since.is_none() && relation.observed.is_empty(),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn intentions_are_in_no_stance_and_are_open_from_announcement_to_their_end(data in random(false), at in any::<u8>()) {
            let asked = data.date(at);
            let graph = Graph::new(&data.model, Knowledge::ALL);
            let scope = Scope { group: false, ..Scope::at(asked) };
            let view = View::new(&graph, &scope);
            for (id, relation) in data.model.relations() {
                let in_stances = data.model.companies().any(|(company, _)| {
                    view.bonds(company).iter().any(|bond| bond.tie.relations().any(|one| one == id))
                });
                prop_assert!(!in_stances || !never_more(relation), "{}", relation.id);
                // both dates are single days here, so what lies wholly between them is sure
                let (Some(from), None) = (relation.announced, relation.since) else { continue };
                let Some(Moment::On(until)) = relation.until else { continue };
                if !never_more(relation) || !relation.observed.is_empty() || !relation.supersedes.is_empty() {
                    continue;
                }
                // nothing is intended by whom there was not yet, or was not any more
                let mortal = |id: crate::model::CompanyId| {
                    let company = &data.model[id];
                    let succeeded = data.model.successions.iter().any(|one| one.from == id);
                    company.founded.is_some() || company.dissolved.is_some() || succeeded
                };
                if relation.parties.iter().any(|party| mortal(party.company)) {
                    continue;
                }
                let counted = graph.standings().of(id) == crate::derived::Standing::Intended;
                let replaced = data.model.relations().any(|(_, other)| other.supersedes.contains(&id));
                if counted && !replaced && from < until {
                    let open = from.first() <= asked.last() && asked.first() < until.first();
                    prop_assert_eq!(graph.presence(id, scope.asked.window()) > Presence::No, open, "{}", &relation.id);
                }
            }
        }
    }
}
