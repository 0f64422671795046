use super::*;
use crate::judge::testing::{Data, ask};
use crate::lang::Lang;
use crate::model::Amount;
use crate::report::text::{self, Layout};
use crate::vocab::{AmountIs, Status};

fn amount(money: &str, is: AmountIs) -> Amount {
    Amount::new(money.parse().unwrap(), is)
}

/// What the answer says of `a` and `c`, line by line without columns, and its JSON.
fn told(data: &Data, at: &str) -> (Vec<String>, serde_json::Value) {
    let id = |name: &str| data.model.companies().find(|(_, known)| known.id == name).unwrap().0;
    let (a, c) = (id("a"), id("c"));
    ask(
        &data.model,
        at,
        |_| {},
        |view| {
            let found = sums(view, a, c);
            let shown = text::write(
                &table(view, &found, Lang::En),
                &Layout {
                    width: None,
                    color: false,
                    lang: Lang::En,
                },
            );
            let lines = shown
                .lines()
                .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            (lines.collect(), serde_json::to_value(wire(view, &found)).unwrap())
        },
    )
}

fn has(lines: &[String], parts: &[&str]) -> bool {
    lines.iter().any(|line| parts.iter().all(|part| line.contains(part)))
}

#[test]
fn sums_are_told_with_all_that_is_in_none() {
    let mut data = Data::new();
    let part = data.tie("investment", "a > c", "2019..");
    let total = data.tie("investment", "a > c", "2019..");
    let later = data.tie("investment", "a > c", "2021..");
    let common = data.tie("investment", "a, b > c", "2022..");
    let planned = data.tie("investment", "a > c", "2023..");
    let round = data.tie("investment", "a > c", "2024..");
    data.tie("supply", "a > c", "2019..");
    data.edit(part).amounts = vec![amount("USD 1bn", AmountIs::Paid)];
    data.edit(total).amounts = vec![
        amount("USD 13bn", AmountIs::Committed),
        amount("USD 11bn", AmountIs::Paid),
    ];
    data.edit(total).total_of = vec![part];
    data.edit(later).amounts = vec![amount("about USD 2bn", AmountIs::Paid)];
    data.edit(common).amounts = vec![amount("USD 4bn", AmountIs::Paid)];
    data.edit(planned).amounts = vec![amount("USD 100bn", AmountIs::Planned)];
    data.edit(planned).status = Status::Announced;
    data.edit(round).amounts = vec![amount("USD 40bn", AmountIs::Round)];
    let (lines, json) = told(&data, "2026");
    for parts in [
        ["invests in", "about USD 13bn paid in 2 records"].as_slice(),
        &["invests in", "USD 13bn committed"],
        &["invests in", "USD 4bn paid together with b"],
        &["USD 1bn paid", "in the total of case/"],
        &["in a round of USD 40bn", "the size of a whole round"],
        &["USD 100bn planned", "announced"],
        &["1 more relation records no amount"],
        &["Sums of several records are added up here"],
    ] {
        assert!(has(&lines, parts), "{parts:?} in {lines:#?}");
    }
    assert!(!has(&lines, &["USD 17bn"]), "what several gave is no single one's");
    assert_eq!(json["sums"].as_array().unwrap().len(), 3);
    assert_eq!(json["intentions"].as_array().unwrap().len(), 1);
    assert_eq!(json["without_amount"].as_array().unwrap().len(), 1);
}

#[test]
fn nothing_recorded_is_not_nothing() {
    let mut data = Data::new();
    data.tie("supply", "a > c", "2019..");
    let (lines, _) = told(&data, "2026");
    assert!(
        has(
            &lines,
            &["No money between a and c is recorded", "does not mean that none flowed"]
        ),
        "{lines:?}"
    );
    assert!(has(&lines, &["1 more relation records no amount"]), "{lines:?}");
}
