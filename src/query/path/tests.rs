use super::{Connection, Wanted, path, table, wire};
use crate::graph::Presence;
use crate::judge::testing::{Data, ask};
use crate::lang::Lang;
use crate::model::CompanyId;
use crate::report::csv;
use crate::vocab::{CompanyKind, kind};

fn names(data: &Data, found: &Connection) -> Vec<String> {
    let name = |id: CompanyId| data.model[id].id.clone();
    found
        .routes
        .iter()
        .map(|route| {
            let ends = route.steps.iter().map(|step| name(step.to));
            std::iter::once(name(found.from))
                .chain(ends)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

fn wanted(k: usize) -> Wanted {
    Wanted { k, ..Wanted::default() }
}

/// Two ways from `a` to `z`, the shorter over rivalry, others over an unnamed class and over `đ`.
fn sample() -> Data {
    let mut data = Data::new();
    for name in ["a", "b", "đ", "z", "makers"] {
        data.company(name);
    }
    data.tie("competitive_overlap", "a, z", "2001");
    data.tie("supply", "a > b", "2001");
    data.tie("license", "b > a", "2001");
    data.tie("alliance", "b, z", "2001");
    data.tie("alliance", "a, đ", "2001");
    data.tie("alliance", "đ, z", "2001");
    data.tie("supply", "a > makers", "2001");
    data.tie("supply", "z > makers", "2001");
    let makers = data.company("makers");
    data.model.companies[makers.index()].kind = CompanyKind::Class;
    data
}

#[test]
fn fewest_steps_come_first_and_ties_of_a_pair_are_one_step() {
    let data = sample();
    let (a, z) = (CompanyId(0), CompanyId(3));
    let found = ask(&data.model, "2002", |_| {}, |view| path(view, a, z, wanted(5)));
    assert_eq!(
        names(&data, &found),
        ["a b z", "a đ z"],
        "rivalry and a class of firms connect nobody"
    );
    assert_eq!(found.routes[0].steps[0].ties.len(), 2);
    assert!(!found.more);
    let first = ask(&data.model, "2002", |_| {}, |view| path(view, a, z, wanted(1)));
    assert!(first.more);
}

#[test]
fn competition_connects_when_it_is_asked_for() {
    let data = sample();
    let (a, z) = (CompanyId(0), CompanyId(3));
    let with = Wanted {
        competition: true,
        ..wanted(1)
    };
    let found = ask(&data.model, "2002", |_| {}, |view| path(view, a, z, with));
    assert_eq!(names(&data, &found), ["a z"]);
    let overlaps = kind("competitive_overlap").unwrap();
    let found = ask(
        &data.model,
        "2002",
        |scope| scope.kinds.push(overlaps),
        |view| path(view, a, z, wanted(3)),
    );
    assert_eq!(names(&data, &found), ["a z"]);
}

#[test]
fn what_is_to_be_avoided_is_avoided_with_its_subsidiaries_ties() {
    let mut data = sample();
    data.part_of("đ", "b", "2000");
    let (a, z) = (CompanyId(0), CompanyId(3));
    let found = ask(&data.model, "2002", |_| {}, |view| path(view, a, z, wanted(5)));
    assert_eq!(names(&data, &found), ["a b z"], "đ stands for its parent b");
    assert_eq!(found.routes[0].steps[0].ties.len(), 3);
    let avoid = Wanted {
        avoid: vec![CompanyId(1)],
        ..wanted(5)
    };
    let found = ask(&data.model, "2002", |_| {}, |view| path(view, a, z, avoid));
    assert_eq!(names(&data, &found), Vec::<String>::new());
}

#[test]
fn a_company_and_its_parent_stand_for_themselves() {
    let mut data = sample();
    data.part_of("đ", "b", "2000");
    let (b, d) = (CompanyId(1), CompanyId(2));
    let found = ask(&data.model, "2002", |_| {}, |view| path(view, d, b, wanted(5)));
    assert_eq!(names(&data, &found), ["đ a b", "đ z b"]);
    assert_eq!(found.one_group, Presence::Yes);
}

#[test]
fn steps_that_never_coexist_within_a_window_are_said_to() {
    let mut data = Data::new();
    data.tie("alliance", "a, b", "2001-01-01..2002-01-01");
    data.tie("alliance", "b, c", "2003-01-01..2004-01-01");
    let (a, c) = (CompanyId(0), CompanyId(2));
    let window = |scope: &mut crate::judge::Scope| {
        let date = crate::judge::testing::date;
        scope.asked = crate::judge::Asked::Between(date("2001"), date("2003"));
    };
    let found = ask(&data.model, "2001", window, |view| path(view, a, c, wanted(1)));
    assert_eq!(found.routes[0].together, Presence::No);
    ask(&data.model, "2001", window, |view| {
        let answer = serde_json::to_value(wire(view, &found)).unwrap();
        assert_eq!(answer["paths"][0]["companies"], serde_json::json!(["a", "b", "c"]));
        assert_eq!(answer["paths"][0]["together"], "no");
        let text = csv::write(&table(view, &found, Lang::Vi));
        assert_eq!(text.lines().count(), 3, "{text}");
    });
    let alone = ask(&data.model, "2001", |_| {}, |view| path(view, a, c, wanted(1)));
    assert!(alone.routes.is_empty());
}
