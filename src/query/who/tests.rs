use super::*;
use crate::judge::testing::{Data, ask};
use crate::lang::Lang;
use crate::model::{Amount, Model, Value};
use crate::report::Cell;
use crate::vocab::AmountIs;

/// What the lines about a counterparty tell of a company's ties.
fn details(model: &Model, company: &str, other: &str, at: &str) -> Vec<String> {
    let id = |name: &str| model.companies().find(|(_, one)| one.id == name).unwrap().0;
    ask(
        model,
        at,
        |_| {},
        |view| {
            let mut found = who(view, id(company), &Wanted::default());
            found
                .counterparties
                .retain(|counterparty| counterparty.company == id(other));
            let table = table(view, &found, Lang::En);
            let rows = table
                .blocks
                .iter()
                .flat_map(|zone| &zone.blocks)
                .flat_map(|block| &block.rows);
            let detail = |cell: &Cell| cell.human().into_owned();
            rows.map(|row| detail(&row.cells[3])).collect()
        },
    )
}

#[test]
fn money_is_told_as_the_sources_gave_it() {
    let mut data = Data::new();
    let amount = |money: &str, is| Amount::new(money.parse().unwrap(), is);
    for (parties, since, amounts) in [
        ("a, b > c", "2019..", vec![amount("USD 4bn", AmountIs::Paid)]),
        ("a > c", "2020..", vec![amount("USD 1bn", AmountIs::Paid)]),
        ("a > c", "2021..", vec![amount("about USD 2bn", AmountIs::Paid)]),
        ("a > c", "2022..", vec![amount("USD 6.6bn", AmountIs::Round)]),
        (
            "a > c",
            "2023..",
            vec![
                amount("USD 9bn", AmountIs::Round),
                amount("USD 80bn", AmountIs::CompanyValue),
            ],
        ),
    ] {
        let tie = data.tie("investment", parties, since);
        data.edit(tie).amounts = amounts;
    }
    assert_eq!(
        details(&data.model, "c", "a", "2026"),
        [
            "about USD 3bn paid in 2 records, USD 4bn paid together with b",
            "in a round of USD 6.6bn",
            "in a round of USD 9bn, USD 80bn company value",
        ],
        "a round is no investor's money, and each has its line"
    );
    assert_eq!(details(&data.model, "c", "b", "2026"), ["USD 4bn paid together with a"]);
    assert_eq!(
        details(&data.model, "c", "a", "2020"),
        ["USD 1bn paid, USD 4bn paid together with b"]
    );
}

#[test]
fn no_figure_is_told_of_a_day_before_it() {
    let mut data = Data::new();
    let tie = data.tie("supply", "a > b", "2005..");
    data.edit(tie).amounts = vec![Amount {
        as_of: Some(crate::judge::testing::date("2022")),
        ..Amount::new("USD 20bn".parse().unwrap(), AmountIs::Paid)
    }];
    assert_eq!(
        details(&data.model, "b", "a", "2007"),
        ["no figure of that time is known"]
    );
    assert_eq!(details(&data.model, "b", "a", "2022"), ["USD 20bn paid as of 2022"]);
}

#[test]
fn shares_of_a_venture_and_the_debtor_of_a_guarantee_are_terms() {
    let mut data = Data::new();
    let venture = data.tie("joint_venture", "sony, ericsson > venture", "2001..");
    let kind = data.model[venture].kind();
    let field = kind.fields.iter().position(|field| field.name == "shares").unwrap();
    let half = || Value::Share("50%".parse().unwrap());
    let shares = vec![(data.company("sony"), half()), (data.company("ericsson"), half())];
    data.edit(venture)
        .own
        .push((u8::try_from(field).unwrap(), Value::ByCompany(shares)));
    assert_eq!(
        details(&data.model, "venture", "sony", "2005"),
        ["sony 50%, ericsson 50%"]
    );
    assert_eq!(
        details(&data.model, "sony", "ericsson", "2005"),
        ["sony 50%, ericsson 50%"]
    );

    let mut data = Data::new();
    data.tie("guarantee", "google > terawulf > fluidstack", "2025..");
    assert_eq!(
        details(&data.model, "google", "terawulf", "2026"),
        ["for debts of fluidstack"]
    );
    assert_eq!(
        details(&data.model, "google", "fluidstack", "2026"),
        ["towards terawulf"]
    );
}
