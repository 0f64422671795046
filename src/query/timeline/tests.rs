use proptest::prelude::*;

use super::*;
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::Scope;
use crate::judge::testing::{Data, date};
use crate::lang::Lang;
use crate::model::{Deal, Model};
use crate::values::PartialDate;
use crate::vocab::KindName;

fn ask(model: &Model, scope: &Scope, subject: Subject) -> Timeline {
    let graph = Graph::new(model, scope.known);
    timeline(&View::new(&graph, scope), subject)
}

fn told(model: &Model, scope: &Scope, subject: Subject) -> Vec<String> {
    let graph = Graph::new(model, scope.known);
    let view = View::new(&graph, scope);
    let answer = wire(&view, &timeline(&view, subject), Lang::En);
    let line = |entry: &EntryWire| {
        let date = entry.date.clone().unwrap_or_default();
        format!("{date} {} {}", entry.entry, entry.text)
    };
    answer.entries.iter().map(line).collect()
}

fn coarse() -> impl Strategy<Value = String> {
    (2015..=2018, 1..=12, 1..=28, 0..3).prop_map(|(year, month, day, precision)| match precision {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Nothing stands after what was surely later, and every start and end within the window is there once.
    #[test]
    fn nothing_is_lost_and_nothing_stands_after_what_surely_followed(
        periods in prop::collection::vec((coarse(), prop::option::of(coarse())), 1..8),
        (from, to) in (coarse(), coarse()),
    ) {
        let mut data = Data::new();
        let company = data.company("a");
        let mut expected: Vec<PartialDate> = Vec::new();
        let (from, to) = if date(&from) < date(&to) { (from, to) } else { (to, from) };
        prop_assume!(date(&from).first() <= date(&to).last());
        let within = |at: PartialDate| at.first() <= date(&to).last() && at.last() >= date(&from).first();
        for (at, (since, until)) in periods.iter().enumerate() {
            let until = until.clone().filter(|until| date(since).first() < date(until).last());
            data.tie("supply", &format!("a > b{at}"), &format!("{since}..{}", until.clone().unwrap_or_default()));
            expected.extend([Some(since.clone()), until].into_iter().flatten().map(|at| date(&at)).filter(|at| within(*at)));
        }
        let mut scope = Scope::at(date(&to));
        scope.asked = Asked::Between(date(&from), date(&to));
        let found = ask(&data.model, &scope, Subject::Company(company));
        let mut dates: Vec<PartialDate> = found.entries.iter().map(|entry| match entry.when {
            When::On(date) => date,
            other => panic!("{other:?}"),
        }).collect();
        for (at, first) in found.entries.iter().enumerate() {
            for later in &found.entries[at + 1..] {
                prop_assert!(first.when.days().0 <= later.when.days().1, "{:?} before {:?}", first, later);
            }
        }
        dates.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(dates, expected);
    }
}

#[test]
fn what_a_subsidiary_did_before_it_was_bought_is_not_the_buyers() {
    let mut data = Data::new();
    let a = data.company("a");
    data.tie("supply", "hub > b", "2015..2016-05-01");
    data.tie("supply", "hub > c", "2016..2020-02-03");
    data.part_of("hub", "a", "2018-10-26..");
    let scope = Scope::at(date("2021"));
    assert_eq!(
        told(&data.model, &scope, Subject::Company(a)),
        ["2020-02-03 ends hub supplies c"]
    );
    let hub = data.company("hub");
    assert_eq!(told(&data.model, &scope, Subject::Company(hub)).len(), 5);
}

#[test]
fn turns_follow_what_made_them_and_what_does_not_count_is_told() {
    let mut data = Data::new();
    let (a, b) = (data.company("a"), data.company("b"));
    data.tie("supply", "a > b", "2012..");
    data.tie("competitive_overlap", "a, b", "2015-06..");
    let talks = data.tie("acquisition", "a > b", "2016..");
    data.edit(talks).status = crate::vocab::Status::Talks;
    let scope = Scope::at(date("2017"));
    let expected = [
        "2012 begins a supplies b",
        "2012 turns a and b: none → cooperation",
        "2015-06 begins a competes with b",
        "2015-06 turns a and b: cooperation → coopetition",
        "2016 intended a acquires b",
    ];
    assert_eq!(told(&data.model, &scope, Subject::Pair(a, b)), expected);
    // of a company only turns from one stance to another are entries
    let mut of_company = expected.to_vec();
    of_company.remove(1);
    assert_eq!(told(&data.model, &scope, Subject::Company(a)), of_company);
    // and nothing of it was known before the first source was out
    let before = Scope {
        known: Knowledge(Some(date("1989").last())),
        ..scope
    };
    assert!(ask(&data.model, &before, Subject::Company(a)).is_empty());
}

/// Which deals a filter shows is one rule, whether a pair is asked about or a company.
#[test]
fn a_filter_shows_the_deals_of_what_it_chooses() {
    let mut data = Data::new();
    let (a, b) = (data.company("a"), data.company("b"));
    let stake = data.tie("stake", "a > b", "2015..");
    data.tie("loan", "a > b", "2012..");
    data.model.deals.push(Deal {
        id: "round".into(),
        title: "The round".into(),
        parties: vec![a, b],
        signed: Some(date("2014-12-01")),
        until: None,
        supersedes: Vec::new(),
        amount: None,
        holders: Vec::new(),
        waterfall: Vec::new(),
        note: None,
        sources: data.model.relations[0].sources.clone(),
    });
    data.edit(stake).deal = Some(0.into());
    for (kind, shown) in [(KindName::STAKE, true), (KindName::LOAN, false)] {
        let scope = Scope {
            kinds: vec![kind.index()],
            ..Scope::at(date("2017"))
        };
        for subject in [Subject::Pair(a, b), Subject::Company(a)] {
            let told = told(&data.model, &scope, subject);
            let has = told.iter().any(|line| line.contains("The round"));
            assert_eq!(has, shown, "{} {subject:?}: {told:?}", kind.name());
        }
    }
}
