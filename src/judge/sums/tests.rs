use super::*;
use crate::judge::testing::{Data, ask, date};
use crate::judge::{Scope, View};
use crate::model::{Amount, CompanyId, Model, RelationId, Whose};
use crate::vocab::{AmountIs, Status};

fn amount(money: &str, is: AmountIs) -> Amount {
    Amount::new(money.parse().unwrap(), is)
}

/// The sums of some relations at a date, in words of the data: "committed USD 3bn of 2".
fn sums(data: &Data, at: &str, relations: &[RelationId]) -> Vec<String> {
    ask(
        &data.model,
        at,
        |_| {},
        |view| {
            let ledger = Ledger::new(view, &relations.iter().copied().collect());
            let text = |sum: &Sum| format!("{} {} of {}", sum.is.name(), sum.money(), sum.amounts.len());
            ledger.sums().iter().map(text).collect()
        },
    )
}

fn place(data: &Data, at: &str, relations: &[RelationId], amount: AmountAt) -> Option<Place> {
    ask(
        &data.model,
        at,
        |_| {},
        |view: &View<'_>| Ledger::new(view, &relations.iter().copied().collect()).place(amount),
    )
}

fn company(model: &Model, id: &str) -> CompanyId {
    model.companies().find(|(_, company)| company.id == id).unwrap().0
}

#[test]
fn a_total_stands_for_its_parts_when_all_are_there_and_is_left_out_otherwise() {
    let mut data = Data::new();
    let first = data.tie("investment", "a > b", "2019..");
    let second = data.tie("investment", "a > b", "2021..");
    let total = data.tie("investment", "a > b", "2019..");
    data.edit(first).amounts = vec![amount("USD 1bn", AmountIs::Committed)];
    data.edit(second).amounts = vec![amount("USD 2bn", AmountIs::Paid)];
    data.edit(total).amounts = vec![
        amount("USD 13bn", AmountIs::Committed),
        amount("USD 11.8bn", AmountIs::Paid),
    ];
    data.edit(total).total_of = vec![first, second];
    let all = [first, second, total];
    assert_eq!(
        sums(&data, "2026", &all),
        ["paid USD 11.8bn of 1", "committed USD 13bn of 1"]
    );
    assert_eq!(
        place(&data, "2026", &all, (first, 0)),
        Some(Place::Apart(Apart::InTotal(total)))
    );
    assert_eq!(sums(&data, "2026", &[first, total]), ["committed USD 1bn of 1"]);
    assert_eq!(
        place(&data, "2026", &[first, total], (total, 0)),
        Some(Place::Apart(Apart::PartsElsewhere))
    );
}

#[test]
fn a_smaller_total_of_the_same_parts_is_told_with_the_larger_one() {
    let mut data = Data::new();
    let [first, second, third, early, all_in] = [(); 5].map(|()| data.tie("investment", "a > b", "2019.."));
    for (at, id) in [first, second, third].into_iter().enumerate() {
        data.edit(id).amounts = vec![amount(["USD 1bn", "USD 2bn", "USD 10bn"][at], AmountIs::Paid)];
    }
    data.edit(early).amounts = vec![amount("USD 3bn", AmountIs::Paid)];
    data.edit(early).total_of = vec![first, second];
    data.edit(all_in).amounts = vec![amount("USD 13bn", AmountIs::Committed)];
    data.edit(all_in).total_of = vec![first, second, third];
    let all = [first, second, third, early, all_in];
    assert_eq!(sums(&data, "2026", &all), ["committed USD 13bn of 1"]);
    assert_eq!(
        place(&data, "2026", &all, (early, 0)),
        Some(Place::Apart(Apart::InTotal(all_in))),
        "all that it adds is in the larger total"
    );
    // of a total that shares only a part with it, the larger one tells nothing
    let fourth = data.tie("investment", "a > b", "2024..");
    data.edit(fourth).amounts = vec![amount("USD 4bn", AmountIs::Paid)];
    data.edit(all_in).total_of = vec![second, third, fourth];
    let all = [first, second, third, fourth, early, all_in];
    assert_eq!(
        place(&data, "2026", &all, (early, 0)),
        Some(Place::Apart(Apart::PartsElsewhere))
    );
}

#[test]
fn a_part_is_left_out_where_a_whole_of_its_sort_is_counted() {
    let mut data = Data::new();
    let whole = data.tie("investment", "a > b", "2023..");
    let part = data.tie("investment", "a > b", "2023..");
    data.edit(whole).amounts = vec![amount("USD 10bn", AmountIs::Committed)];
    let within = |money: &str, is| Amount {
        part_of: Some(whole),
        ..amount(money, is)
    };
    data.edit(part).amounts = vec![
        within("USD 2bn", AmountIs::Committed),
        within("USD 1bn", AmountIs::Paid),
    ];
    assert_eq!(
        sums(&data, "2026", &[whole, part]),
        ["paid USD 1bn of 1", "committed USD 10bn of 1"],
        "paid is no part of what was promised"
    );
    data.edit(whole).status = Status::Announced;
    assert_eq!(
        sums(&data, "2026", &[whole, part]),
        ["paid USD 1bn of 1", "committed USD 2bn of 1"],
        "nothing counted contains it"
    );
}

#[test]
fn a_part_of_a_part_is_in_the_total() {
    let mut data = Data::new();
    let [total, part, within] = [(); 3].map(|()| data.tie("investment", "a > b", "2019.."));
    data.edit(total).amounts = vec![amount("USD 10bn", AmountIs::Paid)];
    data.edit(total).total_of = vec![part];
    data.edit(part).amounts = vec![amount("USD 4bn", AmountIs::Paid)];
    data.edit(within).amounts = vec![Amount {
        part_of: Some(part),
        ..amount("USD 1bn", AmountIs::Paid)
    }];
    assert_eq!(sums(&data, "2026", &[total, part, within]), ["paid USD 10bn of 1"]);
}

#[test]
fn unlike_amounts_are_never_added_and_values_of_a_whole_are_in_no_sum() {
    let mut data = Data::new();
    let first = data.tie("investment", "a > b", "2019..");
    let second = data.tie("investment", "a > b", "2020..");
    data.edit(first).amounts = vec![
        amount("USD 1bn", AmountIs::Paid),
        amount("EUR 2bn", AmountIs::Paid),
        amount("USD 40bn", AmountIs::Round),
        amount("USD 90bn", AmountIs::CompanyValue),
        amount("USD 5bn", AmountIs::Cap),
        amount("undisclosed", AmountIs::Paid),
    ];
    data.edit(second).amounts = vec![
        amount("about USD 3bn", AmountIs::Paid),
        amount("USD 6bn", AmountIs::Round),
    ];
    let both = [first, second];
    assert_eq!(
        sums(&data, "2026", &both),
        ["paid EUR 2bn of 1", "paid about USD 4bn of 2"]
    );
    for (at, apart) in [
        (2, Apart::Round),
        (3, Apart::Value),
        (4, Apart::Cap),
        (5, Apart::Undisclosed),
    ] {
        assert_eq!(place(&data, "2026", &both, (first, at)), Some(Place::Apart(apart)));
    }
}

#[test]
fn a_common_sum_is_one_sum_and_what_each_gave_is_his_own() {
    let mut data = Data::new();
    let common = data.tie("investment", "a, b > c", "2019..");
    let each = data.tie("investment", "a, b > c", "2020..");
    let own = data.tie("investment", "a > c", "2021..");
    data.edit(common).amounts = vec![amount("USD 4bn", AmountIs::Paid)];
    data.edit(each).amounts = vec![Amount {
        whose: Some(Whose::Each),
        ..amount("USD 1bn", AmountIs::Paid)
    }];
    data.edit(own).amounts = vec![amount("USD 2bn", AmountIs::Paid)];
    let scope = Scope::at(date("2026"));
    let graph = crate::graph::Graph::new(&data.model, scope.known);
    let view = View::new(&graph, &scope);
    let all = [common, each, own].into();
    let ledger = Ledger::new(&view, &all);
    let mut told: Vec<(String, bool)> = ledger
        .sums()
        .iter()
        .map(|sum| (sum.money().to_string(), sum.is_common()))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            ("USD 1bn".to_owned(), false),
            ("USD 3bn".to_owned(), false),
            ("USD 4bn".to_owned(), true)
        ],
        "b's own, a's own in two records, and what both gave together"
    );
    let [a, b, c] = ["a", "b", "c"].map(|id| company(&data.model, id));
    let of_b: Vec<String> = ledger
        .sums_between(&[common, each].into(), &[[b, c]].into())
        .iter()
        .map(|sum| format!("{} {:?}", sum.money(), sum.others([b, c])))
        .collect();
    assert_eq!(of_b, [format!("USD 4bn {:?}", [a]), "USD 1bn []".to_owned()]);
    assert_ne!(
        ledger.counted_in((each, 0), [a, c]),
        ledger.counted_in((each, 0), [b, c])
    );
}

#[test]
fn a_figure_belongs_to_its_day() {
    let mut data = Data::new();
    let old = data.source(crate::vocab::SourceKind::News, "2016-05-01");
    let new = data.source(crate::vocab::SourceKind::News, "2022-05-01");
    let tie = data.tie("supply", "a > b", "2007..");
    data.edit(tie).sources = vec![old.clone(), new.clone()];
    let as_of = |money: &str, at: &str| Amount {
        as_of: Some(date(at)),
        ..amount(money, AmountIs::Paid)
    };
    data.edit(tie).amounts = vec![
        as_of("USD 20bn", "2022"),
        as_of("USD 1bn", "2014"),
        amount("USD 5bn", AmountIs::Committed),
    ];
    assert!(sums(&data, "2007", &[tie]).is_empty());
    assert_eq!(sums(&data, "2015", &[tie]), ["paid USD 1bn of 1"]);
    assert_eq!(
        sums(&data, "2022", &[tie]),
        ["paid USD 20bn of 1", "committed USD 5bn of 1"]
    );
    assert_eq!(
        place(&data, "2022", &[tie], (tie, 1)),
        Some(Place::Apart(Apart::Earlier))
    );
    data.edit(tie).amounts[2].sources = vec![old];
    assert_eq!(
        sums(&data, "2017", &[tie]),
        ["paid USD 1bn of 1", "committed USD 5bn of 1"]
    );
    // what is paid once, at the start, is known of that day
    let bought = data.tie("investment", "a > b", "2012..");
    data.edit(bought).sources = vec![new];
    data.edit(bought).amounts = vec![amount("USD 7bn", AmountIs::Committed)];
    assert_eq!(sums(&data, "2012", &[bought]), ["committed USD 7bn of 1"]);
}
