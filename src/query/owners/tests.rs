use super::*;
use crate::judge::testing::{Data, ask, date};
use crate::lang::Lang;
use crate::model::Succession;
use crate::report::text::{self, Layout};
use crate::vocab::{Status, SuccessionAs};

/// The owners of a company, or what it owns, as "name: how much | period", and the notes.
fn told(data: &Data, company: &str, reverse: bool, at: &str) -> Vec<String> {
    let id = data
        .model
        .companies()
        .find(|(_, known)| known.id == company)
        .expect("a company")
        .0;
    ask(
        &data.model,
        at,
        |_| {},
        |view| {
            let found = owners(view, id, reverse);
            let wire = serde_json::to_value(wire(view, &found)).unwrap();
            assert_eq!(wire["holdings"].as_array().unwrap().len(), found.held.len());
            let layout = Layout {
                width: None,
                color: false,
                lang: Lang::En,
            };
            let shown = text::write(&table(view, &found, Lang::En), &layout);
            shown
                .lines()
                .skip(1)
                .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect()
        },
    )
}

fn has(told: &[String], line: &str) -> bool {
    told.iter().any(|shown| shown.contains(line))
}

#[test]
fn partners_of_a_venture_buyers_and_parents_own_it() {
    let mut data = Data::new();
    data.tie("joint_venture", "a, b > venture", "2001-10-01..2012-02-15");
    data.tie("acquisition", "a > venture", "2012-02-15");
    data.part_of("child", "venture", "2005..");
    let then = told(&data, "venture", false, "2005");
    assert!(
        has(
            &then,
            "a a part, nobody says how much, joint venture 2001-10-01 – 2012-02-15"
        ),
        "{then:?}"
    );
    assert!(has(&then, "b a part"), "{then:?}");
    let now = told(&data, "venture", false, "2013");
    assert!(
        has(&now, "a all of it 2012-02-15 –") && !has(&now, "b a part"),
        "{now:?}"
    );
    assert!(has(&told(&data, "venture", true, "2013"), "child all of it 2005 –"));
    assert!(has(&told(&data, "child", false, "2013"), "child is part of venture, a"));
    let none = told(&data, "a", false, "2013");
    assert!(has(&none, "No owner of a is recorded"), "{none:?}");
}

#[test]
fn greater_shares_come_first_and_what_was_bought_together_says_so() {
    let mut data = Data::new();
    for (owner, percent) in [("small", 10), ("big", 40)] {
        let stake = data.tie("stake", &format!("{owner} > x"), "2010..");
        data.share(stake, percent);
    }
    data.tie("acquisition", "p, q > y", "2015");
    let owners = told(&data, "x", false, "2011");
    let at = |name: &str| owners.iter().position(|line| line.starts_with(name)).unwrap();
    assert!(at("big 40%") < at("small 10%"), "{owners:?}");
    let bought = told(&data, "y", false, "2016");
    assert!(
        has(&bought, "p a part, nobody says how much, bought together with q"),
        "{bought:?}"
    );
}

#[test]
fn what_was_announced_is_told_as_such_and_owns_nothing() {
    let mut data = Data::new();
    let venture = data.tie("joint_venture", "a, b, c > stargate", "");
    data.edit(venture).announced = Some(date("2025-01-21"));
    data.edit(venture).status = Status::Announced;
    let bid = data.tie("acquisition", "nvidia > arm", "..2022-02-08");
    data.edit(bid).announced = Some(date("2020-09-13"));
    data.edit(bid).status = Status::Cancelled;
    let owners = told(&data, "stargate", false, "2026");
    for partner in ["a", "b", "c"] {
        let line = format!("{partner} joint venture, announced, open 2025-01-21 –");
        assert!(has(&owners, &line), "{owners:?}");
    }
    assert!(has(&owners, "ANNOUNCED: makes nobody an owner yet"), "{owners:?}");
    assert!(has(&owners, "No owner of stargate is recorded"), "{owners:?}");
    assert!(has(
        &told(&data, "a", true, "2026"),
        "stargate joint venture, announced, open"
    ));
    assert!(!has(&told(&data, "stargate", false, "2024"), "a joint venture"));
    let arm = told(&data, "arm", false, "2021");
    assert!(has(&arm, "announced, dropped 2020-09-13 – 2022-02-08"), "{arm:?}");
    assert!(!has(&told(&data, "arm", false, "2023"), "nvidia"));
    assert!(
        !has(&told(&data, "nvidia", false, "2021"), "arm"),
        "it is no owner of its buyer"
    );
}

#[test]
fn doubt_about_a_parent_is_marked() {
    let mut data = Data::new();
    let seen = data.tie("stake", "parent > daughter", "");
    data.share(seen, 60);
    data.edit(seen).observed = vec![date("2009")];
    assert!(has(
        &told(&data, "daughter", false, "2012"),
        "daughter is part of parent ~"
    ));
}

#[test]
fn a_parent_put_above_owns_the_whole_from_its_day() {
    let mut data = Data::new();
    let (from, to) = (data.company("old"), data.company("parent"));
    data.model.successions.push(Succession {
        id: "case/parent".into(),
        from,
        to,
        how: SuccessionAs::Holding,
        since: date("2015-10-02"),
        note: None,
        sources: Vec::new(),
    });
    let firm = |view: &View<'_>| owners(view, from, false).held.len();
    let held = ask(&data.model, "2016", |scope| scope.firm = true, firm);
    assert_eq!(held, 1, "no doubt is about it");
    assert!(has(&told(&data, "old", false, "2015-10-01"), "No owner of old"));
    assert!(has(
        &told(&data, "old", false, "2015-10-02"),
        "parent all of it 2015-10-02 –"
    ));
}
