use proptest::prelude::*;

use super::{Cycle, Doubt, Ring, Round, cycles, rings_of_holdings, table, wire};
use crate::graph::{Budget, Meter, Presence};
use crate::judge::testing::ask;
use crate::judge::testing::{Data, date};
use crate::judge::{Asked, Scope, View};
use crate::lang::Lang;
use crate::model::{Amount, CompanyId, Model};
use crate::report::csv;
use crate::vocab::{AmountIs, Medium, Nature, Status};

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

fn companies(cycle: &Cycle) -> Vec<u32> {
    cycle.legs.iter().map(|leg| leg.from.0).collect()
}

fn amount(money: &str, is: AmountIs) -> Amount {
    Amount::new(money.parse().unwrap(), is)
}

/// An investor whose money comes back as orders.
fn round_trip() -> Data {
    let mut data = Data::new();
    let first = data.tie("investment", "a > b", "2020-03-01");
    data.edit(first).amounts.push(amount("USD 5bn", AmountIs::Committed));
    let orders = data.tie("cloud_dependency", "b > a", "2021-06-01");
    data.edit(orders).amounts.push(amount("USD 9bn", AmountIs::Committed));
    data
}

fn found(model: &Model, at: &str) -> Vec<Cycle> {
    ask(model, at, |_| {}, |view| cycles(view, None, 5).cycles)
}

#[test]
fn capital_that_returns_as_orders_is_a_financed_cycle() {
    let data = round_trip();
    assert!(found(&data.model, "2020-12").is_empty(), "no orders yet");
    let cycles = found(&data.model, "2022");
    let cycle = &cycles[0];
    assert_eq!((cycles.len(), companies(cycle)), (1, vec![0, 1]));
    assert_eq!(
        (cycle.round, cycle.is_robust(), cycle.together),
        (Round::Financed, true, Presence::Yes)
    );
    assert_eq!(
        cycle.runs.sure[0].0.to_string(),
        "2021-06-01",
        "the day the last leg began"
    );
    let smallest = cycle.smallest.unwrap();
    assert_eq!((smallest.leg, smallest.money.to_string()), (0, "USD 5bn".to_owned()));
}

#[test]
fn what_ended_is_no_leg_of_a_later_round() {
    let mut data = Data::new();
    for (kind, between, time, money) in [
        ("investment", "a > b", "2014-01-01..2016-01-01", "USD 1bn"),
        ("cloud_dependency", "b > a", "2015-01-01..2018-06-01", "USD 5bn"),
        ("cloud_dependency", "b > a", "2018-06-01", "USD 2bn"),
        ("investment", "a > b", "2019-06-01", "USD 3bn"),
    ] {
        let tie = data.tie(kind, between, time);
        data.edit(tie).amounts.push(amount(money, AmountIs::Committed));
    }
    let window = |scope: &mut Scope| scope.asked = Asked::Between(date("2012"), date("2020"));
    let told = ask(&data.model, "2000", window, |view| {
        let found = cycles(view, None, 5).cycles;
        let relations = |cycle: &Cycle| -> Vec<u32> {
            let ties = cycle.legs.iter().flat_map(|leg| &leg.step.ties);
            ties.flat_map(|tie| tie.relations.iter().map(|id| id.0)).collect()
        };
        let since = |cycle: &Cycle| cycle.runs.sure[0].0.to_string();
        found
            .iter()
            .map(|cycle| (since(cycle), relations(cycle)))
            .collect::<Vec<_>>()
    });
    let first = ("2015-01-01".to_owned(), vec![0, 1]);
    let second = ("2019-06-01".to_owned(), vec![3, 2]);
    assert_eq!(told, [first, second]);
}

#[test]
fn legs_that_never_coexisted_are_no_cycle() {
    let mut data = Data::new();
    data.tie("investment", "a > b", "2019-01-01..2020-01-01");
    data.tie("supply", "a > b", "2020-01-01..2021-01-01");
    let window = |scope: &mut Scope| scope.asked = Asked::Between(date("2018"), date("2022"));
    let cycles = ask(&data.model, "2019", window, |view| cycles(view, None, 5).cycles);
    assert!(cycles.is_empty());
}

#[test]
fn doubts_are_named_and_unlike_amounts_not_compared() {
    let mut data = round_trip();
    let orders = data.edit(crate::model::RelationId(1));
    orders.status = Status::Loi;
    orders.cancelable = true;
    orders.amounts[0].is = AmountIs::Paid;
    let cycles = found(&data.model, "2022");
    let cycle = &cycles[0];
    assert!(!cycle.is_robust());
    assert_eq!(cycle.legs[1].doubts, [Doubt::Cancelable, Doubt::Announced].into());
    assert_eq!((cycle.weakest, cycle.smallest), (Some(1), None));
    // a second order beyond doubt closes it
    data.tie("supply", "a > b", "2021-06-01");
    let cycles = found(&data.model, "2022");
    assert!(cycles[0].is_robust());
    assert_eq!(cycles[0].legs[1].without_amount, 1);
}

#[test]
fn trade_that_is_sure_makes_no_sure_financing() {
    let mut data = round_trip();
    data.tie("supply", "b > a", "2021");
    data.edit(crate::model::RelationId(0)).rumoured = true;
    let cycle = &found(&data.model, "2022")[0];
    assert_eq!((cycle.round, cycle.firm), (Round::Financed, Some(Round::Trade)));
    assert!(!cycle.is_robust());
}

#[test]
fn shares_given_to_a_customer_are_a_leg_and_shares_bought_are_none() {
    let mut data = Data::new();
    data.tie("supply", "a > b", "2021");
    let shares = data.tie("stake", "b > a", "2021");
    data.share(shares, 4);
    let cycles = found(&data.model, "2022");
    assert_eq!(
        (cycles.len(), cycles[0].round, cycles[0].is_robust()),
        (1, Round::Financed, true)
    );
    data.edit(shares).nature = Nature::Option;
    let cycles = found(&data.model, "2022");
    assert_eq!(cycles[0].legs[0].doubts, [Doubt::Option].into(), "a warrant");
    data.tie("investment", "b > a", "2021");
    assert!(found(&data.model, "2022").is_empty(), "it paid for them");
}

#[test]
fn guarantees_gifts_cross_licences_and_unnamed_firms_move_no_money() {
    let mut data = Data::new();
    data.tie("supply", "a > b", "2021");
    let guarantee = data.tie("loan", "a > b", "2021");
    data.edit(guarantee).nature = Nature::Guarantee;
    let free = data.tie("cloud_dependency", "a > b", "2021");
    let mut gift = amount("undisclosed", AmountIs::Paid);
    gift.medium = Some(Medium::Free);
    data.edit(free).amounts.push(gift);
    let licence = data.tie("license", "b > a", "2021");
    data.edit(licence).own.push((1, crate::model::Value::Flag(true)));
    assert!(found(&data.model, "2022").is_empty());
    data.tie("investment", "a > b", "2021");
    assert_eq!(found(&data.model, "2022").len(), 1);
    data.model.companies[1].kind = crate::vocab::CompanyKind::Class;
    assert!(found(&data.model, "2022").is_empty());
}

#[test]
fn groups_trade_as_one_and_answers_have_their_form() {
    let mut data = Data::new();
    data.tie("investment", "a > đ", "2020");
    data.tie("supply", "a > c", "2021");
    data.part_of("đ", "c", "2019");
    let model = &data.model;
    assert_eq!(companies(&found(model, "2022")[0]), [0, 2]);
    ask(
        model,
        "2022",
        |scope| scope.group = false,
        |view| assert!(cycles(view, None, 5).cycles.is_empty()),
    );
    ask(
        model,
        "2022",
        |_| {},
        |view| {
            let through = cycles(view, Some(CompanyId(2)), 2);
            assert_eq!(
                companies(&through.cycles[0]),
                [2, 0],
                "it begins with the company that was asked about"
            );
            let answer = serde_json::to_value(wire(view, &through)).unwrap();
            assert_eq!(
                (&answer["complete"], &answer["cycles"][0]["robust"]),
                (&true.into(), &true.into())
            );
            assert_eq!(csv::write(&table(view, &through, Lang::Vi)).lines().count(), 3);
            assert!(
                cycles(view, Some(CompanyId(1)), 5).cycles.is_empty(),
                "the subsidiary has sold nothing itself"
            );
        },
    );
}

/// One leg of a random data set: who pays whom in which years.
type Payment = (usize, usize, i32, i32);

/// Whether payments of one choice share a year of the window, year by year.
fn coexist(chosen: &[Payment], window: (i32, i32)) -> bool {
    (window.0..=window.1).any(|year| chosen.iter().all(|(_, _, from, to)| *from <= year && year < *to))
}

fn rings(payments: &[Payment], window: (i32, i32)) -> Vec<Vec<u32>> {
    let mut chains: Vec<Vec<Payment>> = payments.iter().map(|payment| vec![*payment]).collect();
    let mut rings = Vec::new();
    while let Some(chain) = chains.pop() {
        let (start, end) = (chain[0].0, chain[chain.len() - 1].1);
        if start == end {
            let ring: Vec<u32> = chain.iter().map(|payment| payment.0 as u32).collect();
            if coexist(&chain, window) && ring.iter().min() == ring.first() {
                rings.push(ring);
            }
            continue;
        }
        let visited = |at: usize| chain.iter().skip(1).any(|payment| payment.0 == at) || at == end;
        for payment in payments
            .iter()
            .filter(|payment| payment.0 == end && !visited(payment.1))
        {
            chains.push([chain.as_slice(), &[*payment]].concat());
        }
    }
    rings.sort();
    rings.dedup();
    rings
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn they_are_all_rings_with_a_common_year(
        payments in proptest::collection::vec((0_usize..5, 0_usize..5, 2000_i32..2006, 1_i32..4), 1..14),
        from in 2000_i32..2008,
        length in 0_i32..3,
    ) {
        let payments: Vec<Payment> = payments
            .into_iter()
            .filter(|(a, b, _, _)| a != b)
            .map(|(a, b, from, years)| (a, b, from, from + years))
            .collect();
        let mut data = Data::new();
        for name in NAMES {
            data.company(name);
        }
        for (a, b, from, to) in &payments {
            data.tie("investment", &format!("{} > {}", NAMES[*a], NAMES[*b]), &format!("{from}-01-01..{to}-01-01"));
        }
        let window = |scope: &mut Scope| {
            scope.asked = Asked::Between(date(&from.to_string()), date(&(from + length).to_string()));
        };
        let mut found: Vec<Vec<u32>> = ask(&data.model, "2000", window, |view| {
            let all = cycles(view, None, 5);
            assert!(all.whole);
            all.cycles.iter().map(companies).collect()
        });
        found.sort();
        // one that closed twice is told twice
        found.dedup();
        prop_assert_eq!(found, rings(&payments, (from, from + length)));
    }
}

#[test]
fn companies_that_own_each_other_are_rings_of_holdings() {
    let mut data = Data::new();
    for (owner, owned, since, percent) in [
        ("a", "b", "2010-01-01..", 40),
        ("b", "c", "2011-01-01..", 40),
        ("c", "a", "2012-01-01..2018-01-01", 40),
        ("renault", "nissan", "1999-05-28..", 37),
        ("nissan", "renault", "2002-05-01..", 15),
        ("a", "d", "2010-01-01..", 10),
    ] {
        let stake = data.tie("stake", &format!("{owner} > {owned}"), since);
        data.share(stake, percent);
    }
    let id = |name: &str| data.model.companies().find(|(_, one)| one.id == name).unwrap().0;
    let meter = Meter::new(Budget::steps(5));
    let cut = |view: &View<'_>| rings_of_holdings(&view.within(&meter), None, 4);
    let cut = ask(&data.model, "2011", |_| {}, cut);
    assert!(
        cut.rings.is_empty() && !cut.whole,
        "six holdings are looked at, which is more than may be"
    );
    let rings = |at: &str, company: Option<&str>, length: usize| -> Vec<String> {
        ask(
            &data.model,
            at,
            |_| {},
            |view| {
                let found = rings_of_holdings(view, company.map(id), length);
                assert!(found.whole);
                let wire = serde_json::to_value(wire(view, &found)).unwrap();
                assert_eq!(wire["rings"].as_array().unwrap().len(), found.rings.len());
                let shown = csv::write(&table(view, &found, Lang::En));
                assert_eq!(
                    shown.lines().count(),
                    1 + found.rings.iter().map(|ring| ring.legs.len()).sum::<usize>()
                );
                let name = |id: CompanyId| data.model[id].id.to_string();
                let one = |ring: &Ring| ring.companies().map(name).collect::<Vec<_>>().join(" ");
                found.rings.iter().map(one).collect()
            },
        )
    };
    assert_eq!(rings("2013", None, 4), ["a b c", "nissan renault"], "the surest first");
    assert_eq!(rings("2013", None, 2), ["nissan renault"]);
    assert_eq!(rings("2013", Some("b"), 4), ["b c a"]);
    assert_eq!(rings("2013", Some("d"), 4), [""; 0]);
    assert_eq!(rings("2011-06-01", None, 4), ["nissan renault"], "c had nothing of a");
    assert_eq!(rings("2019", Some("a"), 4), [""; 0], "and sold it");
}
