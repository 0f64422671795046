use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::Scope;
use crate::judge::testing::{Data, date};
use crate::lower::lower;
use crate::model::Model;
use crate::text::read_dirs;
use crate::values::Holds;

/// What differs, as `began case/supply-0`.
fn told(model: &Model, from: &Scope, to: &Scope, only: Option<CompanyId>) -> Vec<String> {
    let (first, second) = (Graph::new(model, from.known), Graph::new(model, to.known));
    let (first, second) = (View::new(&first, from), View::new(&second, to));
    let found = diff(&first, &second, only);
    let stances = found.stances.iter().map(|turned| {
        let name = |id: CompanyId| model[id].id.as_str();
        let (a, b) = turned.pair;
        format!(
            "{}-{} {}-{}",
            name(a),
            name(b),
            turned.before.zone.name(),
            turned.after.zone.name()
        )
    });
    let relations = found
        .relations
        .iter()
        .map(|(what, id)| format!("{} {}", what.name(), model[*id].id));
    stances.chain(relations).collect()
}

fn coarse() -> impl Strategy<Value = String> {
    (2015..=2017, 1..=12, prop::bool::ANY).prop_map(|(year, month, fine)| {
        if fine {
            format!("{year}-{month:02}-10")
        } else {
            format!("{year}")
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// What surely held on one of two days and surely not on the other began or ended.
    #[test]
    fn what_began_and_ended_is_what_holds_on_one_day_only(
        periods in prop::collection::vec((coarse(), prop::option::of(coarse())), 1..6),
        (from, to) in (1..=28, 1..=28),
    ) {
        let (from, to) = (date(&format!("2015-06-{from:02}")), date(&format!("2016-08-{to:02}")));
        let mut data = Data::new();
        let mut expected = Vec::new();
        for (at, (since, until)) in periods.iter().enumerate() {
            let until = until.clone().filter(|until| date(since).first() < date(until).last());
            let id = data.tie("supply", &format!("a > b{at}"), &format!("{since}..{}", until.clone().unwrap_or_default()));
            let time = Interval::from_dates(date(since), until.as_deref().map(date)).unwrap();
            let on = |day: PartialDate| crate::values::overlap(&[time, Interval::during(day)]) != Holds::No;
            match (on(from), on(to)) {
                (false, true) => expected.push(format!("began {}", data.model[id].id)),
                (true, false) => expected.push(format!("ended {}", data.model[id].id)),
                _ => {}
            }
        }
        let company = data.company("a");
        for only in [None, Some(company)] {
            let mut found = told(&data.model, &Scope::at(from), &Scope::at(to), only);
            found.retain(|line| line.starts_with("began") || line.starts_with("ended"));
            found.sort();
            expected.sort();
            prop_assert_eq!(&found, &expected);
            // the other way round, everything is reversed
            let mut back = told(&data.model, &Scope::at(to), &Scope::at(from), only);
            back.retain(|line| line.starts_with("began") || line.starts_with("ended"));
            prop_assert_eq!(back.len(), expected.len());
        }
    }
}

#[test]
fn sides_are_changed_and_what_came_and_went_is_told() {
    let mut data = Data::new();
    data.tie("supply", "a > b", "2012..");
    data.tie("competitive_overlap", "a, b", "2016..");
    data.tie("acquisition", "a > c", "2016-05-01");
    let found = told(&data.model, &Scope::at(date("2014")), &Scope::at(date("2018")), None);
    assert_eq!(
        found,
        [
            "a-b cooperation-coopetition",
            "a-c none-one_group",
            "began case/competitive_overlap-1",
            "passed case/acquisition-2",
            "faded case/supply-0",
        ]
    );
    let same = told(&data.model, &Scope::at(date("2018")), &Scope::at(date("2018")), None);
    assert!(same.is_empty());
}

#[test]
fn what_was_learned_is_not_what_happened() {
    let mut data = Data::new();
    let late = data.source(crate::vocab::SourceKind::Filing, "2020-03-01");
    let known = data.tie("supply", "a > b", "2012..2015");
    let learned = data.tie("competitive_overlap", "a, b", "2013..");
    let future = data.tie("supply", "a > b", "2019..");
    for id in [learned, future] {
        data.edit(id).sources = vec![late.clone()];
    }
    data.edit(known).sources.push(late);
    let as_known = |day: &str| Scope {
        known: Knowledge(Some(date(day).last())),
        ..Scope::at(date("2014"))
    };
    assert_eq!(
        told(&data.model, &as_known("2018"), &as_known("2021"), None),
        [
            "a-b cooperation-coopetition",
            "learned case/competitive_overlap-1",
            "regraded case/supply-0",
        ]
    );
}

fn bundled(more: &[PathBuf]) -> Model {
    let places: Vec<PathBuf> = [PathBuf::from("data")].iter().chain(more).cloned().collect();
    lower(&read_dirs(&places).unwrap()).model
}

/// Records that stand before all others move every index, and change no other record.
#[test]
fn an_added_record_changes_no_other() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(
        place.path().join("aaa.yaml"),
        "\
case: {id: aaa-case, title: {en: First, vi: Đầu tiên}}
companies:
  - {id: aaa, name: Công ty A, kind: company, sources: [aaa-source], products: [{id: a, name: A, market: aaa-market}]}
markets: [{id: aaa-market, name: {en: A, vi: A}}]
sources: [{id: aaa-source, title: A, publisher: A, kind: news, published: 2020, url: 'https://a.example'}]
deals: [{id: aaa-deal, title: A, parties: [aaa, microsoft], signed: 2020, sources: [aaa-source]}]
supplies: [{id: a, supplier: aaa, customer: microsoft, since: 2020, sources: [aaa-source]}]
events: [{id: e, date: 2020, about: [aaa], title: A, kind: other, sources: [aaa-source]}]
claims: [{id: c, about: [aaa], text: A, sources: [aaa-source]}]
",
    )
    .unwrap();
    let (old, new) = (bundled(&[]), bundled(&[place.path().to_owned()]));
    let found = data_diff(&old, &new);
    assert!(found.records.len() >= 9, "{:?}", found.records);
    for record in &found.records {
        assert_eq!(record.change, Change::Added, "{}", record.id);
        assert!(record.id.starts_with("aaa"), "{}", record.id);
    }
    assert!(
        data_diff(&new, &old)
            .records
            .iter()
            .all(|record| record.change == Change::Removed)
    );
    assert!(data_diff(&old, &old).is_empty());
}

#[test]
fn a_changed_field_is_told_with_both_values() {
    let mut data = Data::new();
    let tie = data.tie("supply", "a > b", "2012..");
    let old = data.model.clone();
    data.edit(tie).until = Some(crate::model::Moment::On(date("2015")));
    let other = data.company("đối-tác");
    data.edit(tie).parties[1].company = other;
    let found = data_diff(&old, &data.model);
    let Change::Changed(fields) = &found.records[1].change else {
        panic!("{found:?}")
    };
    let told: Vec<String> = fields.iter().map(|(key, (a, b))| format!("{key}: {a} {b}")).collect();
    assert_eq!(told, ["customer: [\"b\"] [\"đối-tác\"]", "until: null \"2015\""]);
}

#[test]
fn a_closed_year_of_payments_ends_nothing() {
    use crate::model::{Amount, Period};
    use crate::vocab::AmountIs;
    let mut data = Data::new();
    let year = data.tie("cloud_dependency", "a > b", "2025-07-01..2026-07-01");
    let (from, to) = (Scope::at(date("2026-06-01")), Scope::at(date("2026-08-01")));
    let ended = |data: &Data| told(&data.model, &from, &to, None).contains(&"ended case/cloud_dependency-0".to_owned());
    assert!(ended(&data), "a tie ends");
    data.edit(year).amounts = vec![Amount {
        period: Period::During("2025-07-01/2026-06-30".parse().unwrap()),
        ..Amount::new("USD 24bn".parse().unwrap(), AmountIs::Paid)
    }];
    assert!(!ended(&data), "an account is closed");
    data.edit(year).amounts[0].is = AmountIs::Committed;
    assert!(ended(&data), "a promise for a time ends with it");
}
