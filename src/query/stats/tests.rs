use super::{Age, stats, table, wire};
use crate::graph::Presence;
use crate::judge::testing::sample::model;
use crate::judge::testing::{ask, known_by};
use crate::lang::Lang;
use crate::model::{CaseId, Model};
use crate::report::text::{self, Layout};
use crate::vocab::{Confidence, CoverageSide, Side, Status, Zone};

#[test]
fn records_and_relations_are_counted() {
    let model = model();
    let found = ask(&model, "2026-01-01", |_| {}, stats);
    assert_eq!(
        (found.companies.values().sum::<usize>(), found.cases, found.markets),
        (4, 1, 3)
    );
    let relations = &found.relations;
    assert_eq!((relations.all, relations.by_side[&Side::Competition]), (6, 1));
    assert_eq!(
        (
            relations.by_status[&Status::Talks],
            relations.by_confidence[&Confidence::Confirmed]
        ),
        (1, 3)
    );
    assert_eq!(
        relations.well_supported, 3,
        "confirmed; one of them has two origins too"
    );
    assert_eq!(relations.holding, [(Presence::Yes, 2)].into());
    assert_eq!(relations.by_age, [(Age::UpToFive, 2)].into());
    assert_eq!(found.coverage[&CoverageSide::Competition].not_found, 1);
    assert_eq!(found.latest_source.unwrap().to_string(), "2023-01-24");
}

#[test]
fn pairs_are_counted_once_at_the_asked_time_and_ever() {
    let mut model = model();
    let count = |model: &Model, at: &str| ask(model, at, |_| {}, |view| (stats(view).pairs, stats(view).pairs_ever));
    let (at, ever) = count(&model, "2026-01-01");
    assert_eq!(
        at,
        [
            ((Zone::Coopetition, Presence::Yes), 1),
            ((Zone::Cooperation, Presence::Yes), 1)
        ]
        .into()
    );
    assert_eq!(
        ever, at,
        "OpenAI and FPT have always only cooperated, talks do not count"
    );
    assert_eq!(
        count(&model, "2016").0,
        [((Zone::Cooperation, Presence::Yes), 1)].into()
    );
    assert_eq!(count(&model, "2001").0, [].into());
    // a tie of GitHub is Microsoft's from the acquisition on, and one pair with it
    let mut tie = model.relations[3].clone();
    tie.id = "microsoft-openai/github-openai".into();
    tie.parties[0].company = crate::judge::testing::sample::GITHUB;
    tie.since = Some(crate::model::Moment::On("2020-01-01".parse().unwrap()));
    tie.until = None;
    model.relations.push(tie);
    assert_eq!(count(&model, "2026-01-01").1, ever);
}

#[test]
fn age_is_by_the_newest_source_at_the_asked_time() {
    let model = model();
    let age = |at: &str| ask(&model, at, |_| {}, |view| stats(view).relations.by_age);
    assert_eq!(age("2023-12-31"), [(Age::UpToOne, 2)].into());
    assert_eq!(age("2024-12-31"), [(Age::UpToTwo, 2)].into());
    assert_eq!(age("2028-06-01").get(&Age::Older), Some(&2));
    assert_eq!(Age::of(None, crate::values::Day::MAX), Age::Undated);
}

#[test]
fn the_scope_narrows_every_figure() {
    let model = model();
    let early = ask(&model, "2026", |scope| scope.known = known_by("2016"), stats);
    assert_eq!(
        (early.sources.values().sum::<usize>(), early.relations.all, early.events),
        (1, 2, 0)
    );
    assert!(early.coverage.is_empty(), "nothing had been searched by then");
    let confirmed = ask(
        &model,
        "2026",
        |scope| scope.min_confidence = Some(Confidence::Confirmed),
        stats,
    );
    assert_eq!(
        (confirmed.relations.all, confirmed.companies.values().sum::<usize>()),
        (3, 3)
    );
    let case = ask(&model, "2026", |scope| scope.case = Some(CaseId(0)), stats);
    assert_eq!((case.events, case.claims), (1, 1));
}

#[test]
fn table_and_json_say_the_same_in_both_languages() {
    let model = model();
    ask(
        &model,
        "2026-01-01",
        |_| {},
        |view| {
            let found = stats(view);
            let text = text::write(&table(view, &found, Lang::Vi), &Layout::default());
            assert!(
                text.contains("vừa hợp tác vừa cạnh tranh") && text.contains("50%"),
                "{text}"
            );
            let json = serde_json::to_value(wire(&found)).unwrap();
            assert_eq!(json["pairs"]["coopetition"], 1);
            assert_eq!(json["relations"]["newest_source"]["up_to_5_years"], 2);
        },
    );
    let empty = ask(
        &Model::default(),
        "2026",
        |_| {},
        |view| text::write(&table(view, &stats(view), Lang::En), &Layout::default()),
    );
    assert!(empty.contains("Companies") && !empty.contains('%'), "{empty}");
}
