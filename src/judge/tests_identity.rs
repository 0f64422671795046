//! One company through its records: whoever is asked, under whatever name, the same ties are told.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;

use super::counterparties::{Wanted, counterparties};
use super::testing::random::random;
use super::testing::{Data, date};
use super::{Scope, View};
use crate::derived::{Groups, Knowledge, Top};
use crate::graph::{Graph, Presence};
use crate::lower::lower;
use crate::model::{CompanyId, FormerName, Model};
use crate::text::read_dir;
use crate::values::{Day, Holds, Interval, overlap};
use crate::vocab::CompanyKind;
use crate::vocab::SuccessionAs::{Conversion, Holding, Merger, Rename, SpinOff};

/// Asks about a date as a request does.
fn at<T>(model: &Model, on: &str, group: bool, question: impl FnOnce(&View<'_>) -> T) -> T {
    let scope = Scope {
        group,
        ..Scope::at(date(on))
    };
    let graph = Graph::new(model, Knowledge::ALL).named_on(scope.asked.last_day());
    question(&View::new(&graph, &scope))
}

/// The counterparties of a company by their names of the time: since when, and through which member.
fn whom(data: &Data, company: &str, on: &str, group: bool) -> String {
    let id = data.model.companies().find(|(_, known)| known.id == company).unwrap().0;
    at(&data.model, on, group, |view| {
        let name = |id: CompanyId| view.graph.name(id).to_owned();
        let all = counterparties(view, id, &Wanted::default()).into_iter().map(|found| {
            let since = found
                .stance_since
                .map_or(String::new(), |since| since.earliest.to_string());
            let via = found.ties[0].mine.into_iter().chain(found.ties[0].theirs);
            let via: String = via.map(|id| format!(" via {}", name(id))).collect();
            format!("{} {since}{via}", name(found.company))
        });
        all.collect::<Vec<_>>().join(", ")
    })
}

fn asked(data: &Data, cases: &[(&str, &str, &str)]) {
    for (company, on, expected) in cases {
        assert_eq!(whom(data, company, on, true), *expected, "{company} at {on}");
    }
}

#[test]
fn a_renamed_company_is_one_whichever_record_is_asked() {
    let mut data = Data::new();
    data.succeeds("exia-lp", Conversion, "exia", "2010-05-01");
    data.succeeds("exia", Rename, "exis", "2020-01-01");
    data.tie("supply", "exia-lp > beta", "1995..2003");
    data.tie("supply", "exia-lp > gamma", "2001..");
    data.tie("supply", "exis > delta", "2021..");
    let lp = data.company("exia-lp");
    data.model.companies[lp.index()].dissolved = Some(date("2010-05-01"));
    data.model.companies[lp.index()].names = vec![FormerName {
        name: "anders".into(),
        since: None,
        until: Some(date("2000")),
    }];
    for group in [true, false] {
        for record in ["exia-lp", "exia", "exis"] {
            assert_eq!(whom(&data, record, "1996", group), "beta 1995-01-01");
            assert_eq!(whom(&data, record, "2015", group), "gamma 2001-01-01");
            assert_eq!(whom(&data, record, "2022", group), "delta 2021-01-01, gamma 2001-01-01");
        }
        for (on, name) in [
            ("1996", "anders"),
            ("2005", "exia-lp"),
            ("2015", "exia"),
            ("2022", "exis"),
        ] {
            let other = if on == "1996" { "beta" } else { "gamma" };
            assert!(whom(&data, other, on, group).starts_with(&format!("{name} ")), "{on}");
        }
    }
}

#[test]
fn a_history_asked_from_either_side_of_a_holding_begins_where_it_began() {
    let mut data = Data::new();
    data.succeeds("google", Holding, "alphabet", "2015-10-02");
    data.tie("supply", "google > apple", "2007..");
    data.tie("acquisition", "google > youtube", "2006-11-13..");
    data.tie("supply", "youtube > spotify", "2005..");
    let alphabet = data.company("alphabet");
    data.model.companies[alphabet.index()].founded = Some(date("2015-07-23"));
    asked(
        &data,
        &[
            ("alphabet", "2010", "apple 2007-01-01, spotify 2006-11-13 via youtube"),
            ("google", "2010", "apple 2007-01-01, spotify 2006-11-13 via youtube"),
            ("apple", "2010", "google 2007-01-01"),
            ("apple", "2015", "alphabet 2007-01-01 via google"),
            ("apple", "2020", "alphabet 2007-01-01 via google"),
            (
                "alphabet",
                "2020",
                "apple 2007-01-01 via google, spotify 2006-11-13 via youtube",
            ),
            ("google", "2020", "apple 2007-01-01, spotify 2006-11-13 via youtube"),
        ],
    );
}

#[test]
fn two_companies_under_one_new_parent_stay_themselves_before() {
    let mut data = Data::new();
    data.succeeds("dow", Holding, "dowdupont", "2017-08-31");
    data.succeeds("dupont", Holding, "dowdupont", "2017-08-31");
    data.tie("supply", "dow > acme", "2010..");
    asked(
        &data,
        &[
            ("acme", "2012", "dow 2010-01-01"),
            ("dowdupont", "2012", ""),
            ("acme", "2018", "dowdupont 2017-08-31 via dow"),
        ],
    );
}

#[test]
fn a_merger_passes_on_what_holds_and_nothing_else() {
    let mut data = Data::new();
    data.succeeds("aventis", Merger, "sanofi", "2004-08-20");
    data.tie("supply", "aventis > acme", "1990..");
    data.tie("supply", "aventis > bolt", "1990..2000");
    data.tie("supply", "aventis > sanofi", "1995..");
    let aventis = data.company("aventis");
    data.model.companies[aventis.index()].dissolved = Some(date("2004-08-20"));
    for group in [true, false] {
        for (company, on, expected) in [
            ("aventis", "2003", "acme 1990-01-01, sanofi 1995-01-01"),
            ("sanofi", "2003", "aventis 1995-01-01"),
            ("acme", "2003", "aventis 1990-01-01"),
            ("aventis", "2006", ""),
            ("sanofi", "2006", "acme 2004-08-20 via aventis"),
            ("acme", "2006", "sanofi 2004-08-20 via aventis"),
            ("bolt", "1995", "aventis 1990-01-01"),
            ("bolt", "2006", ""),
        ] {
            assert_eq!(whom(&data, company, on, group), expected, "{company} at {on}, {group}");
        }
    }
}

#[test]
fn a_spin_off_ends_the_membership_alone() {
    let mut data = Data::new();
    data.part_of("vmware", "dell", "2016-09-07..");
    data.succeeds("dell", SpinOff, "vmware", "2021-11-01");
    data.tie("supply", "vmware > acme", "2010..");
    asked(
        &data,
        &[
            ("acme", "2012", "vmware 2010-01-01"),
            ("acme", "2018", "dell 2016-09-07 via vmware"),
            ("acme", "2022", "vmware 2021-11-01"),
            ("vmware", "2018", "acme 2010-01-01"),
        ],
    );
}

/// Whether some company may belong to itself through others at one time, which `check` refuses (`cyclic-membership`).
fn has_ring(model: &Model) -> bool {
    fn returns(groups: &Groups, start: CompanyId, at: CompanyId, path: &mut Vec<Interval>, depth: usize) -> bool {
        depth > 0
            && groups.up(at, true).iter().any(|(above, time)| {
                path.push(*time);
                let holds = overlap(path) != Holds::No;
                let found = holds && (*above == start || returns(groups, start, *above, path, depth - 1));
                path.pop();
                found
            })
    }
    let graph = Graph::new(model, Knowledge::ALL);
    let groups = graph.groups();
    let depth = model.companies.len();
    model
        .companies()
        .any(|(id, _)| returns(groups, id, id, &mut Vec::new(), depth))
}

/// Companies that stand for themselves on a day.
fn own_tops(graph: &Graph<'_>, day: Interval, group: bool) -> BTreeSet<CompanyId> {
    let groups = graph.groups();
    let own = |id: &CompanyId| {
        let tops = groups.tops(graph.model(), *id, group, &|_| true, &[]);
        // one whose parents are all uncertain on the day stands for nobody surely, itself neither
        let sure = |top: &Top| Presence::of(&top.parts, Day::MAX, day) == Presence::Yes;
        let alone = tops.iter().any(|top| top.root == *id && sure(top))
            && tops.iter().all(|top| sure(top) == (top.root == *id));
        // what a person, fund, foundation or state controls is told of it, and stands for itself all the same
        let is_firm = matches!(graph.model()[*id].kind, CompanyKind::Company | CompanyKind::Division);
        alone && (is_firm || groups.members(*id, group).len() == 1)
    };
    graph.model().companies().map(|(id, _)| id).filter(own).collect()
}

/// Whoever stands for itself is listed by those whom it lists, and ties of the two are there exactly then.
fn check_both_ways(model: &Model, days: &[Day], step: usize) {
    let graph = Graph::new(model, Knowledge::ALL);
    for group in [true, false] {
        let all: Vec<_> = model.companies().map(|(id, _)| (id, graph.bonds(id, group))).collect();
        // counterparties are never rolled up onto what the asked company belongs to at any time, nor through that
        let above: BTreeSet<(CompanyId, CompanyId)> = model
            .companies()
            .flat_map(|(id, _)| {
                let mut found = vec![id];
                let mut at = 0;
                while let Some(below) = found.get(at).copied() {
                    let next = graph.groups().up(below, group).iter().map(|(top, _)| *top);
                    let next: Vec<CompanyId> = next.filter(|top| !found.contains(top)).collect();
                    found.extend(next);
                    at += 1;
                }
                found.into_iter().map(move |top| (id, top))
            })
            .flat_map(|(a, b)| [(a, b), (b, a)])
            .collect();
        for day in days {
            let on = Interval::window(*day, *day);
            let tops = own_tops(&graph, on, group);
            let lists: BTreeSet<(CompanyId, CompanyId)> = all
                .iter()
                .flat_map(|(id, bonds)| bonds.iter().map(move |bond| (*id, bond)))
                .filter(|(id, bond)| tops.contains(id) && tops.contains(&bond.other))
                .filter(|(id, bond)| !above.contains(&(*id, bond.other)))
                .filter(|(_, bond)| !bond.inside && bond.presence(on) > Presence::No)
                .map(|(id, bond)| (id, bond.other))
                .collect();
            for (a, b) in &lists {
                let name = |id: &CompanyId| model[*id].id.to_string();
                assert!(
                    lists.contains(&(*b, *a)),
                    "{} lists {} on {day}, group {group}",
                    name(a),
                    name(b)
                );
            }
            let pairs = tops.iter().flat_map(|a| tops.range(a..).skip(1).map(move |b| (*a, *b)));
            for (at, (a, b)) in pairs.enumerate() {
                let listed = lists.contains(&(a, b));
                if above.contains(&(a, b)) || !listed && at % step != 0 {
                    continue;
                }
                let between = graph.bonds_between(a, b, group);
                let any = between
                    .iter()
                    .any(|bond| !bond.inside && bond.presence(on) > Presence::No);
                assert_eq!(
                    any, listed,
                    "between {} {} on {day}, group {group}",
                    model[a].id, model[b].id
                );
            }
        }
    }
}

#[test]
fn whom_a_company_lists_lists_it_in_the_data_of_the_program() {
    let data = read_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap();
    let days = ["2003-06-01", "2010-06-01", "2015-10-02", "2020-06-01", "2026-06-01"].map(|day| date(day).first());
    check_both_ways(&lower(&data).model, &days, 997);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whom_a_company_lists_lists_it(random in random(false), turns in prop::collection::vec((0..6_u32, 0..4_usize, 0..6_u32, 2001..2009), 0..3)) {
        let mut data = Data { model: random.model };
        let kinds: Vec<CompanyKind> = data.model.companies.iter().map(|company| company.kind).collect();
        // a company becomes a company, and no class of them
        let is_firm = |id: u32| matches!(kinds[id as usize], CompanyKind::Company | CompanyKind::Division);
        let turns = turns.into_iter().filter(|(from, _, to, _)| from != to && is_firm(*from) && is_firm(*to));
        for (from, how, to, year) in turns {
            let name = |id: u32| data.model[CompanyId(id)].id.to_string();
            let (from, to) = (name(from), name(to));
            data.succeeds(&from, [Rename, Conversion, Holding, Merger][how], &to, &format!("{year}-03-05"));
        }
        let days: Vec<Day> = [2001, 2003, 2005, 2007, 2009].into_iter().map(|year: i32| date(&format!("{year}-05-05")).first()).collect();
        prop_assume!(!has_ring(&data.model));
        check_both_ways(&data.model, &days, 1);
    }
}
