use super::*;
use crate::judge::testing::{Data, ask, date};
use crate::lang::Lang;
use crate::model::Succession;
use crate::report::text::{self, Layout};
use crate::vocab::SuccessionAs;

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
fn two_controllers_are_both_named() {
    let mut data = Data::new();
    data.part_of("x", "a", "2010..");
    data.part_of("x", "b", "2012..");
    let told = told(&data, "x", false, "2013");
    assert!(has(&told, "both a and b control x"), "{told:?}");
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
    assert!(has(&told(&data, "old", false, "2015-10-01"), "No owner of old"));
    assert!(has(
        &told(&data, "old", false, "2015-10-02"),
        "parent all of it 2015-10-02 –"
    ));
}
