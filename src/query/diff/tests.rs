use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::Scope;
use crate::judge::testing::{Data, date};
use crate::lang::Lang;
use crate::lower::lower;
use crate::model::{Model, Value};
use crate::text::read_dirs;
use crate::values::Day;
use crate::vocab;

/// What happened or was learned, as `began case/supply-0`; what only may have happened begins with a tilde.
fn told(model: &Model, from: &Scope, to: &Scope, only: Option<CompanyId>) -> Vec<String> {
    let (first, second) = (Graph::new(model, from.known), Graph::new(model, to.known));
    let (first, second) = (View::new(&first, from), View::new(&second, to));
    let found = diff(&first, &second, only);
    let name = |id: CompanyId| model[id].id.as_str();
    let lines = |changes: &Changes, mark: &str| -> Vec<String> {
        let stances = changes.stances.iter().map(|turned| {
            let (a, b) = turned.pair;
            let (before, after) = (turned.before.name(), turned.after.name());
            format!("{mark}{}-{} {before}-{after}", name(a), name(b))
        });
        let relations = changes.relations.iter();
        let relations = relations.map(|(what, id, _)| format!("{mark}{} {}", what.name(), model[*id].id));
        let events = changes.events.iter().map(|id| format!("{mark}event {}", model[*id].id));
        let deals = changes.deals.iter();
        let deals =
            deals.map(|(id, signed)| format!("{mark}{} {}", if *signed { "signed" } else { "over" }, model[*id].id));
        stances.chain(relations).chain(deals).chain(events).collect()
    };
    let perhaps = lines(&found.perhaps, "~");
    lines(&found.surely, "").into_iter().chain(perhaps).collect()
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

    /// Surely is what lies in the window for every choice of the true days, perhaps what does for some.
    #[test]
    fn what_happened_is_what_all_true_days_say(
        periods in prop::collection::vec((coarse(), prop::option::of(coarse())), 1..6),
        (from, to) in (1..=28, 1..=28),
    ) {
        let (from, to) = (date(&format!("2015-06-{from:02}")), date(&format!("2016-08-{to:02}")));
        let mut data = Data::new();
        let mut expected = Vec::new();
        let days = |date: PartialDate| {
            let mut day = date.first();
            std::iter::from_fn(move || {
                let here = (day <= date.last()).then_some(day);
                day = day.next();
                here
            })
        };
        let inside = |day: Day| from.last() < day && day <= to.last();
        for (at, (since, until)) in periods.iter().enumerate() {
            let until = until.clone().filter(|until| date(since).first() < date(until).last());
            let id = data.tie("supply", &format!("a > b{at}"), &format!("{since}..{}", until.clone().unwrap_or_default()));
            let (since, until) = (date(since), until.as_deref().map(date));
            // a start that leaves a day before the latest end, and an end after the earliest start
            let starts = days(since).filter(|start| until.is_none_or(|until| *start < until.last()));
            let starts: Vec<bool> = starts.map(inside).collect();
            let ends: Vec<bool> = until.into_iter().flat_map(days).filter(|end| since.first() < *end).map(inside).collect();
            for (what, choices) in [("began", starts), ("ended", ends)] {
                let id = &data.model[id].id;
                match (choices.contains(&true), choices.contains(&false)) {
                    (true, false) => expected.push(format!("{what} {id}")),
                    (true, true) => expected.push(format!("~{what} {id}")),
                    (false, _) => {}
                }
            }
        }
        let company = data.company("a");
        expected.sort();
        for only in [None, Some(company)] {
            let mut found = told(&data.model, &Scope::at(from), &Scope::at(to), only);
            found.retain(|line| line.contains("began ") || line.contains("ended "));
            found.sort();
            prop_assert_eq!(&found, &expected);
        }
    }
}

#[test]
fn what_happened_in_between_is_told_once_and_points_do_not_end() {
    let mut data = Data::new();
    data.tie("supply", "a > b", "2012..");
    data.tie("competitive_overlap", "a, b", "2016..");
    data.tie("acquisition", "a > c", "2016-05-01");
    let at = |year: &str| Scope::at(date(year));
    let happened = [
        "a-b cooperation-coopetition",
        "a-c none-one_group",
        "began case/competitive_overlap-1",
        "took_place case/acquisition-2",
        "faded case/supply-0",
    ];
    assert_eq!(told(&data.model, &at("2014"), &at("2018"), None), happened);
    assert!(told(&data.model, &at("2018"), &at("2018"), None).is_empty());
    assert_eq!(
        told(&data.model, &at("2016-05-01"), &at("2016-05-02"), None),
        ["~a-b cooperation-coopetition", "~began case/competitive_overlap-1"],
        "some day of 2016, and the purchase was on the day before"
    );
}

#[test]
fn terms_that_took_the_place_of_others_say_what_changed() {
    let mut data = Data::new();
    let old = data.tie("license", "a > b", "2019..");
    let new = data.tie("license", "a > b", "2026-04-27..");
    let exclusive = vocab::KINDS[usize::from(data.model[old].kind)].fields;
    let exclusive = exclusive.iter().position(|field| field.name == "exclusive").unwrap() as u8;
    let bound = Value::Record(vec![(0, Value::List(vec![Value::Company(CompanyId(0))]))]);
    data.edit(old).own.push((exclusive, bound));
    data.edit(new).supersedes = vec![old];
    // that they ended then is told as the change, whether the record says it or not
    data.edit(old).until = Some(crate::model::Moment::On(date("2026-04")));
    let letter = data.tie("alliance", "a, b", "..2026-05");
    data.edit(letter).announced = Some(date("2026-01"));
    data.edit(letter).status = vocab::Status::Cancelled;
    let at = |day: &str| Scope::at(date(day));
    let (from, to) = (at("2025-11-30"), at("2026-11-30"));
    assert_eq!(
        told(&data.model, &from, &to, None),
        [
            format!("changed {}", data.model[new].id),
            format!("intended {}", data.model[letter].id),
            format!("dropped {}", data.model[letter].id)
        ],
        "neither did the old terms end nor did an intention begin a tie"
    );
    let (first, second) = (Graph::new(&data.model, from.known), Graph::new(&data.model, to.known));
    let (first, second) = (View::new(&first, &from), View::new(&second, &to));
    let told = table(&first, &second, &diff(&first, &second, None), Lang::En);
    let told = crate::report::csv::write(&told);
    assert!(told.contains("no longer exclusive"), "{told}");
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

/// An alliance of A and B is one of B and A, and so are two groups of rivals.
#[test]
fn the_order_of_parties_means_nothing() {
    let mut data = Data::new();
    let pair = data.tie("alliance", "a, b", "2012..");
    let groups = data.tie("competitive_overlap", "a, b, c", "2012..");
    let grouped = |numbers: [u8; 3], data: &mut Data| {
        for (party, group) in data.edit(groups).parties.iter_mut().zip(numbers) {
            party.group = group;
        }
    };
    grouped([1, 2, 2], &mut data);
    let old = data.model.clone();
    data.edit(pair).parties.reverse();
    grouped([2, 1, 1], &mut data);
    assert_eq!(data_diff(&old, &data.model).records, []);
    grouped([1, 1, 2], &mut data);
    assert_eq!(data_diff(&old, &data.model).records.len(), 1);
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
