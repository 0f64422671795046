//! Adding up what JSON says is counted gives the figures of the text and of the picture, to the coin.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

use super::build::flow::{flows, moves};
use super::scene::Style;
use super::selection::{pays, selection};
use super::tests_data::model as bundled;
use crate::graph::Graph;
use crate::judge::counterparties::Wanted;
use crate::judge::sums::{Ledger, Place};
use crate::judge::testing::random::random;
use crate::judge::testing::{Data, date};
use crate::judge::{Scope, View};
use crate::lang::Lang;
use crate::model::{Amount, CompanyId, Model, Period, RelationId, Whose};
use crate::query::who;
use crate::report::{Block, Cell, Row};
use crate::tell::figures;
use crate::values::{DateRange, Figure, Money, PartialDate, Total, sum};
use crate::vocab::{AmountIs, Words as _};

/// Each counted amount by the relation and its position there: which sum it says it is counted in, and how much it is.
type Counted = BTreeMap<(String, usize), BTreeMap<String, Money>>;

const SIDES: [&str; 4] = ["cooperation", "competition", "conflict", "neutral"];

/// Asks who is tied to a company, and compares all that the answer and the picture say of money.
fn check(view: &View<'_>, company: CompanyId) {
    let model = view.model();
    let found = who::who(view, company, &Wanted::default());
    let json = serde_json::to_value(who::wire(view, &found)).unwrap();
    let counted = counted(&json);

    // JSON: every sum is what its amounts come to, and nothing is counted elsewhere
    let mut by_sum: BTreeMap<&str, Vec<Money>> = BTreeMap::new();
    for sums in counted.values() {
        for (id, money) in sums {
            by_sum.entry(id).or_default().push(*money);
        }
    }
    let sums = json["sums"].as_array().unwrap();
    for sum in sums {
        let amounts = by_sum.remove(sum["id"].as_str().unwrap()).unwrap_or_default();
        assert_eq!(total(&amounts).map(money), Some(read(sum)), "{sum}");
    }
    assert!(by_sum.is_empty(), "counted in no sum: {by_sum:?}");

    // text and tables: each row tells what the amounts of its records come to
    let table = who::table(view, &found, Lang::En);
    for (of, row) in rows(&table.blocks, "") {
        if of.is_empty() || row.cells[0] == Cell::text("competition") {
            continue;
        }
        let records: BTreeSet<String> = texts(row.cells.last().unwrap()).into_iter().collect();
        let mut by_sum: BTreeMap<&str, Vec<Money>> = BTreeMap::new();
        for ((_, id, at), sum) in json_ties(&json)
            .into_iter()
            .filter(|((with, id, _), _)| *with == of && records.contains(id))
        {
            let money = counted[&(id, at)][sum];
            by_sum.entry(sum).or_default().push(money);
        }
        let totals: Vec<Total> = by_sum.values().filter_map(|amounts| total(amounts)).collect();
        let plain: BTreeSet<String> = totals
            .iter()
            .map(|total| format!("{} {}", total.currency, total.figure))
            .collect();
        let told = texts(&row.cells[4]);
        assert_eq!(told.len(), totals.len(), "{records:?}");
        assert!(
            plain
                .iter()
                .all(|figure| told.iter().any(|text| text.ends_with(figure.as_str()))),
            "{told:?} {plain:?}"
        );
        let detail = texts(&row.cells[3]).join("");
        for total in totals {
            assert!(
                detail.contains(&figures::money(Lang::En, money(total))),
                "{detail}: {total:?}"
            );
        }
    }

    // the picture: a line is what the counted amounts between its two ends come to
    let drawn = selection(view, &[company], 1, Style::Flow);
    let ledger = Ledger::new(view, &drawn.relations);
    let flows = flows(view, &ledger, &drawn.facts);
    let mut in_lines: BTreeSet<((CompanyId, CompanyId), (RelationId, usize))> = BTreeSet::new();
    for flow in flows.iter().filter(|flow| flow.from == company || flow.to == company) {
        let Some(sum) = &flow.sum else { continue };
        let amounts: Vec<Money> = sum
            .amounts
            .iter()
            .map(|(id, at)| {
                in_lines.insert(((flow.from, flow.to), (*id, *at)));
                // JSON tells the amounts that belong to the asked time
                let at = ledger.told(*id).position(|(other, _)| other == *at).unwrap();
                *counted[&(model[*id].id.to_string(), at)].values().next().unwrap()
            })
            .collect();
        assert_eq!(total(&amounts), Some(sum.total));
    }
    for fact in &drawn.facts {
        let Some(pair) = pays(view, fact).filter(|(from, to)| *from == company || *to == company) else {
            continue;
        };
        let id = fact.tie.relation;
        for (at, place) in ledger.told(id) {
            if place == Place::Counted && moves(model[id].amounts[at].is) {
                assert!(in_lines.contains(&(pair, (id, at))), "not drawn: {} {at}", model[id].id);
            }
        }
    }
}

fn total(amounts: &[Money]) -> Option<Total> {
    let found = sum(amounts)?;
    assert!(
        found.totals.len() <= 1 && found.undisclosed == 0,
        "one currency: {amounts:?}"
    );
    found.totals.first().copied()
}

const fn money(total: Total) -> Money {
    Money::Known {
        currency: total.currency,
        figure: total.figure,
    }
}

/// Reads money as a program would.
fn read(json: &Value) -> Money {
    let number = |name: &str| json[name].as_str().map(|text| text.parse::<Decimal>().unwrap());
    let low = number("amount").unwrap();
    Money::Known {
        currency: json["currency"].as_str().unwrap().parse().unwrap(),
        figure: match json["figure"].as_str().unwrap() {
            "exact" => Figure::Exact(low),
            "about" => Figure::About(low),
            "up_to" => Figure::UpTo(low),
            "over" => Figure::Over(low),
            _ => Figure::Range(low, number("amount_to").unwrap()),
        },
    }
}

fn ties(json: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let counterparties = json["counterparties"].as_array().unwrap().iter();
    counterparties.flat_map(move |found| {
        let of = found["company"].as_str().unwrap();
        let ties = SIDES.iter().flat_map(move |side| found[*side].as_array().unwrap());
        ties.map(move |tie| (of, tie))
    })
}

/// With whom, the relation, its amount's position among those that are told, and the sum, each once.
fn json_ties(json: &Value) -> BTreeSet<((String, String, usize), &str)> {
    let mut found = BTreeSet::new();
    for (of, tie) in ties(json) {
        for (at, amount) in tie["amounts"].as_array().unwrap().iter().enumerate() {
            let reason = amount.get("not_counted");
            match amount.get("counted_in").and_then(Value::as_str) {
                Some(sum) => {
                    assert_eq!(reason, None);
                    found.insert(((of.to_owned(), tie["id"].as_str().unwrap().to_owned(), at), sum));
                }
                None => assert!(
                    reason.is_some_and(Value::is_string),
                    "neither counted nor why not: {tie}"
                ),
            }
        }
    }
    found
}

fn counted(json: &Value) -> Counted {
    let mut counted = Counted::new();
    for (_, tie) in ties(json) {
        for (at, amount) in tie["amounts"].as_array().unwrap().iter().enumerate() {
            if let Some(sum) = amount.get("counted_in").and_then(Value::as_str) {
                let of = counted.entry((tie["id"].as_str().unwrap().to_owned(), at)).or_default();
                of.insert(sum.to_owned(), read(amount));
            }
        }
    }
    counted
}

/// The rows with the counterparty in whose block they stand.
fn rows<'t>(blocks: &'t [Block], of: &str) -> Vec<(String, &'t Row)> {
    let mut found = Vec::new();
    // what was only intended is told as its record has it, and in no sum; what is owned has sums of its own, and no picture
    let apart = |block: &Block| {
        let stance = |word: &str| block.keys.contains(&("stance", Cell::text(word)));
        stance("intentions") || stance("owned")
    };
    let ties = blocks.iter().filter(|block| !apart(block));
    for block in ties {
        let company = block.keys.iter().find_map(|(_, cell)| match cell {
            Cell::Company { id, .. } => Some(id.clone()),
            _ => None,
        });
        let of = company.unwrap_or_else(|| of.to_owned());
        found.extend(block.rows.iter().map(|row| (of.clone(), row)));
        found.extend(rows(&block.blocks, &of));
    }
    found
}

fn texts(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::List(items) => items.iter().flat_map(texts).collect(),
        Cell::Text(text) if !text.is_empty() => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// An amount to be given to a relation: figure, form, sort, currency, period, day, whose.
type Seed = (usize, i64, u8, usize, bool, u8, Option<i16>, Option<bool>);

fn amount((_, figure, form, is, euro, period, day, each): Seed) -> Amount {
    let number = Decimal::from(figure);
    let figure = match form {
        0..=4 => Figure::Exact(number),
        5 => Figure::About(number),
        6 => Figure::UpTo(number),
        7 => Figure::Over(number),
        _ => Figure::Range(number, number + Decimal::ONE),
    };
    let currency = if euro { "EUR" } else { "USD" }.parse().unwrap();
    let money = match form {
        9 => Money::Undisclosed,
        _ => Money::Known { currency, figure },
    };
    let year = |year| PartialDate::new(year, None, None).unwrap();
    Amount {
        period: match period {
            0 => Period::PerYear,
            1 => Period::During(DateRange {
                from: year(2012),
                to: Some(year(2013)),
            }),
            _ => Period::Once,
        },
        as_of: day.map(year),
        whose: each.map(|each| if each { Whose::Each } else { Whose::Together }),
        ..Amount::new(money, AmountIs::ALL[is])
    }
}

/// Gives relations amounts, and makes some of them totals of others of the same parties.
fn enrich(model: &mut Model, seeds: &[Seed], totals: &[(usize, usize)], parts: &[(usize, usize)]) {
    let n = model.relations.len();
    if n == 0 {
        return;
    }
    let parties = |model: &Model, at: usize| -> BTreeSet<CompanyId> {
        model[RelationId::from(at % n)]
            .parties
            .iter()
            .map(|party| party.company)
            .collect()
    };
    for seed in seeds {
        model.relations[seed.0 % n].amounts.push(amount(*seed));
    }
    for (total, part) in totals {
        if total % n != part % n && parties(model, *total) == parties(model, *part) {
            model.relations[total % n].total_of.push(RelationId::from(part % n));
        }
    }
    for (whole, part) in parts {
        if whole % n != part % n
            && parties(model, *whole) == parties(model, *part)
            && let Some(amount) = model.relations[part % n].amounts.first_mut()
        {
            amount.part_of = Some(RelationId::from(whole % n));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn all_tell_the_same_figures_of_any_data(
        data in random(true),
        seeds in proptest::collection::vec(
            (0..20_usize, 1..60_i64, 0..10_u8, 0..AmountIs::ALL.len(), any::<bool>(), 0..6_u8,
             proptest::option::of(2005..2024_i16), proptest::option::of(any::<bool>())),
            0..24,
        ),
        totals in proptest::collection::vec((0..20_usize, 0..20_usize), 0..12),
        parts in proptest::collection::vec((0..20_usize, 0..20_usize), 0..6),
        year in 2005..2026_i16,
    ) {
        let mut model = data.model.clone();
        enrich(&mut model, &seeds, &totals, &parts);
        let scope = Scope::at(PartialDate::new(year, None, None).unwrap());
        let graph = Graph::new(&model, scope.known);
        let view = View::new(&graph, &scope);
        for (id, _) in model.companies() {
            check(&view, id);
        }
    }
}

#[test]
fn all_tell_the_same_figures_of_the_bundled_data() {
    let model = bundled();
    for at in ["2026-11-23", "2020"] {
        let scope = Scope::at(date(at));
        let graph = Graph::new(model, scope.known);
        let view = View::new(&graph, &scope);
        for (at, (id, company)) in model.companies().enumerate() {
            if at % 9 == 0 || ["microsoft", "openai", "nvidia", "oracle", "anthropic"].contains(&company.id.as_str()) {
                check(&view, id);
            }
        }
    }
}

/// The lines of money around a company, as `aye → cee: USD 1bn paid`.
fn lines(model: &Model, company: &str) -> Vec<String> {
    let scope = Scope::at(date("2026"));
    let graph = Graph::new(model, scope.known);
    let view = View::new(&graph, &scope);
    let id = model.companies().find(|(_, one)| one.id == company).unwrap().0;
    let subject = super::Subject {
        companies: vec![id],
        hops: 1,
        deal: None,
    };
    let scene = super::finish(super::draft(&view, &subject, Style::Flow, Lang::En), None);
    let name = |at: usize| scene.boxes[at].about.ids[0].clone();
    let line = |line: &super::scene::Line| format!("{} → {}: {}", name(line.from), name(line.to), line.text);
    scene.lines.iter().map(line).collect()
}

#[test]
fn the_figure_of_a_common_sum_stands_in_a_picture_once() {
    let mut data = Data::new();
    let both = data.tie("investment", "aye, bee > cee", "2019..");
    let own = data.tie("investment", "aye > cee", "2020..");
    let amount = |money: &str| Amount::new(money.parse().unwrap(), AmountIs::Paid);
    data.edit(both).amounts = vec![amount("USD 4bn")];
    data.edit(own).amounts = vec![amount("USD 1bn"), amount("EUR 2bn")];
    let mut told = lines(&data.model, "cee");
    told.sort();
    assert_eq!(
        told,
        [
            "aye → cee: EUR 2bn paid",
            "aye → cee: USD 1bn paid",
            "aye → cee: USD 4bn paid together with bee",
            "bee → cee: together with aye",
        ]
    );
}

#[test]
fn a_guarantee_moves_no_money_until_it_is_called() {
    let mut data = Data::new();
    let backstop = data.tie("guarantee", "aye > bee > cee", "2020..");
    data.edit(backstop).amounts = vec![Amount::new("USD 6bn".parse().unwrap(), AmountIs::Guarantee)];
    assert!(lines(&data.model, "aye").is_empty());
    let called = Amount::new("USD 1bn".parse().unwrap(), AmountIs::Paid);
    data.edit(backstop).amounts.push(called);
    assert_eq!(lines(&data.model, "aye"), ["aye → bee: USD 1bn paid"]);
}
