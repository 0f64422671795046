use super::{Listing, Of, list, table, wire};
use crate::judge::Scope;
use crate::judge::testing::sample::model;
use crate::judge::testing::{Data, ask, date, known_by};
use crate::lang::Lang;
use crate::model::{CaseId, MarketId, Model};
use crate::report::text::{self, Layout};
use crate::report::{csv, json};
use crate::vocab::{Status, kind};

fn shown(of: Of, lang: Lang, at: &str, scope: impl FnOnce(&mut Scope)) -> String {
    let model = model();
    ask(&model, at, scope, |view| {
        text::write(&table(view, &list(view, of), lang), &Layout::default())
    })
}

fn ids(of: Of, at: &str, scope: impl FnOnce(&mut Scope)) -> Vec<String> {
    let model = model();
    ask(&model, at, scope, |view| {
        let csv = csv::write(&table(view, &list(view, of), Lang::En));
        csv.lines()
            .skip(1)
            .map(|line| line.split(',').next().unwrap_or_default().to_owned())
            .collect()
    })
}

#[test]
fn companies_count_what_is_recorded_and_what_holds() {
    let text = shown(Of::Companies, Lang::En, "2026-01-01", |_| {});
    let github = text.lines().find(|line| line.contains("GitHub")).unwrap();
    assert!(github.ends_with("Microsoft"), "{text}");
    let fpt: Vec<&str> = text
        .lines()
        .find(|line| line.starts_with("fpt"))
        .unwrap()
        .split_whitespace()
        .collect();
    // supply (ended), talks (does not count), the second investment; none presumed, none maybe
    let counts = ["3", "1", "0", "0"];
    assert_eq!(
        fpt,
        [&["fpt", "Tập", "đoàn", "FPT", "company", "VN"][..], &counts[..]].concat(),
        "{text}"
    );
    assert_eq!(
        ids(Of::Companies, "2026", |_| {}),
        ["fpt", "github", "microsoft", "openai"]
    );
    let before = shown(Of::Companies, Lang::En, "2017", |_| {});
    assert!(
        !before
            .lines()
            .any(|line| line.contains("GitHub") && line.contains("Microsoft"))
    );
}

#[test]
fn relations_respect_time_kind_market_confidence_and_knowledge() {
    let all = |names: &[&str]| {
        names
            .iter()
            .map(|name| format!("microsoft-openai/{name}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(Of::Relations, "2016", |_| {}), all(&["cloud"]));
    assert_eq!(
        ids(Of::Relations, "2026-01-01", |_| {}),
        all(&["assistants", "second", "talks"]),
        "the second investment took over from the first, the supply ended"
    );
    let overlap = kind("competitive_overlap").unwrap();
    assert_eq!(
        ids(Of::Relations, "2026", |scope| scope.kinds = vec![overlap]),
        all(&["assistants"])
    );
    assert_eq!(
        ids(Of::Relations, "2026", |scope| scope.market = Some(MarketId(0))),
        all(&["assistants"]),
        "a market includes its narrower ones"
    );
    assert_eq!(
        ids(Of::Relations, "2026", |scope| scope.min_confidence =
            Some(crate::vocab::Confidence::Confirmed)),
        all(&["assistants"])
    );
    assert_eq!(
        ids(Of::Relations, "2026", |scope| scope.known = known_by("2016")),
        all(&["cloud"]),
        "the end of the supply was not yet known, and talks of 2024 had not begun"
    );
    let firm = ids(Of::Relations, "2026", |scope| scope.firm = true);
    assert_eq!(firm, all(&["assistants"]), "talks, and what is disputed, are not firm");
}

#[test]
fn relations_are_told_in_words_of_both_languages() {
    let english = shown(Of::Relations, Lang::En, "2026-01-01", |_| {});
    assert!(
        english.contains("Microsoft competes with OpenAI (AI assistants)"),
        "{english}"
    );
    assert!(english.contains("in talks, does not count"), "{english}");
    let vietnamese = shown(Of::Relations, Lang::Vi, "2026-01-01", |_| {});
    assert!(
        vietnamese.contains("Microsoft cạnh tranh với OpenAI (Trợ lý AI)"),
        "{vietnamese}"
    );
    let window = shown(Of::Relations, Lang::En, "2025-06", |_| {});
    assert!(
        window.contains("OpenAI has investor Microsoft, Tập đoàn FPT"),
        "{window}"
    );
}

#[test]
fn markets_are_a_tree_that_adds_up() {
    let text = shown(Of::Markets, Lang::Vi, "2026", |_| {});
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("Microsoft")).collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(
        lines[0].contains("Phần mềm") && lines[1].contains("\u{a0}\u{a0}Trợ lý AI"),
        "{text}"
    );
    assert_eq!(
        ids(Of::Markets, "2026", |_| {}),
        ["airlines", "software", "ai-assistants"]
    );
    assert_eq!(
        ids(Of::Markets, "2026", |scope| scope.market = Some(MarketId(0))),
        ["software", "ai-assistants"]
    );
    let mut ring = model();
    ring.markets[0].broader = Some(MarketId(1));
    let found = ask(&ring, "2026", |_| {}, |view| list(view, Of::Markets));
    assert_eq!(found.len(), 3, "a ring of markets ends and loses none");
}

#[test]
fn cases_and_deals_have_periods_and_counts() {
    let text = shown(Of::Cases, Lang::Vi, "2026", |_| {});
    assert!(
        text.contains("Microsoft và OpenAI") && text.contains("2015 –"),
        "{text}"
    );
    let case = |at: &str| {
        let model = model();
        match ask(
            &model,
            at,
            |scope| scope.case = Some(CaseId(0)),
            |view| list(view, Of::Cases),
        ) {
            Listing::Cases(items) => items[0].clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(
        (case("2026").relations.recorded, case("2026").relations.holding.surely),
        (6, 2)
    );
    assert!(!case("2010").open);
    let deals = shown(Of::Deals, Lang::Vi, "2026", |_| {});
    assert!(
        deals.contains("Quan hệ đối tác") && deals.contains("13 tỷ USD"),
        "{deals}"
    );
}

#[test]
fn sources_say_how_often_they_are_cited() {
    let text = shown(Of::Sources, Lang::En, "2026", |_| {});
    let count = |id: &str| {
        let line = text.lines().find(|line| line.starts_with(id)).unwrap();
        line.split_whitespace().next_back().unwrap().to_owned()
    };
    assert_eq!(
        (count("microsoft-2023"), count("news-2023")),
        ("4".to_owned(), "5".to_owned()),
        "{text}"
    );
    assert_eq!(
        ids(Of::Sources, "2026", |scope| scope.known = known_by("2016")),
        ["blog-2016"]
    );
}

#[test]
fn json_names_its_items_and_keeps_the_language() {
    let model = model();
    let value = ask(
        &model,
        "2026",
        |_| {},
        |view| serde_json::to_value(wire(view, &list(view, Of::Relations), Lang::Vi)).unwrap(),
    );
    assert_eq!(value["of"], "relations");
    assert_eq!(value["items"][0]["says"], "Microsoft cạnh tranh với OpenAI (Trợ lý AI)");
    assert_eq!(value["items"][0]["holds"], "yes");
    let talks = value["items"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&talks["standing"], &talks["since"]),
        (&"unsettled".into(), &"2024-05".into())
    );
}

#[test]
fn an_empty_model_and_a_hostile_name_are_listed_too() {
    for of in Of::ALL {
        assert_eq!(Of::from_name(of.name()), Some(of));
        let empty = Model::default();
        let (text, json) = ask(
            &empty,
            "2026",
            |_| {},
            |view| {
                let found = list(view, of);
                let table = table(view, &found, Lang::Vi);
                (
                    text::write(&table, &Layout::default()),
                    json::write(&wire(view, &found, Lang::Vi)).unwrap(),
                )
            },
        );
        assert!(text.contains("Không có mục nào"), "{text}");
        assert!(json.contains("\"items\": []"), "{json}");
    }
    let mut hostile = model();
    hostile.companies[0].short = Some("=HYPERLINK(\"x\")\u{1b}[2J\n\u{202e}".into());
    let (text, csv) = ask(
        &hostile,
        "2026",
        |_| {},
        |view| {
            let table = table(view, &list(view, Of::Companies), Lang::En);
            (text::write(&table, &Layout::default()), csv::write(&table))
        },
    );
    assert!(!text.contains('\u{1b}') && !csv.contains('\u{1b}'), "{text}");
}

#[test]
fn parties_of_every_arity_are_told_in_words() {
    let mut model = model();
    let mut told = |kind_name: &str, parties: &[(u8, u32, u8)], lang: Lang| {
        let relation = &mut model.relations[0];
        relation.kind = u8::try_from(kind(kind_name).unwrap()).unwrap();
        relation.own = Vec::new();
        relation.parties = parties
            .iter()
            .map(|(role, company, group)| crate::model::Party {
                role: *role,
                company: crate::model::CompanyId(*company),
                group: *group,
            })
            .collect();
        ask(
            &model,
            "2026",
            |_| {},
            |view| {
                let words = crate::tell::words::Words {
                    graph: view.graph,
                    lang,
                    last: view.scope.asked.last_day(),
                };
                crate::tell::sentence::sentence(words, &view.model().relations[0])
            },
        )
    };
    let venture = [(0, 0, 0), (0, 1, 0), (1, 2, 0)];
    assert_eq!(
        told("joint_venture", &venture, Lang::En),
        "GitHub is joint venture of Microsoft, OpenAI"
    );
    assert_eq!(
        told("proceeding", &[(0, 3, 0), (1, 0, 0), (2, 1, 0)], Lang::Vi),
        "Tập đoàn FPT tiến hành thủ tục với Microsoft; OpenAI khiếu nại về Microsoft"
    );
    assert_eq!(
        told("alliance", &[(0, 0, 0), (0, 1, 0), (0, 2, 0)], Lang::En),
        "Microsoft is allied with OpenAI, GitHub"
    );
    assert_eq!(
        told(
            "competitive_overlap",
            &[(0, 0, 1), (0, 2, 1), (0, 1, 2), (0, 3, 2)],
            Lang::En
        ),
        "Microsoft, GitHub compete with OpenAI, Tập đoàn FPT"
    );
    assert_eq!(told("alliance", &[(0, 0, 0)], Lang::En), "alliance: Microsoft");
}

#[test]
fn what_nobody_has_seen_for_years_is_due_the_longest_overdue_first() {
    let mut data = Data::new();
    let later = data.tie("alliance", "a, b", "2010..");
    let first = data.tie("alliance", "a, c", "2005..");
    let fresh = data.tie("alliance", "b, c", "2005..");
    data.edit(fresh).observed = vec![date("2019")];
    let ended = data.tie("alliance", "c, d", "2005..2012");
    let talks = data.tie("alliance", "b, d", "2005..");
    data.edit(talks).status = Status::Talks;
    let due = |at: &str| {
        ask(
            &data.model,
            at,
            |_| {},
            |view| match list(view, Of::Due) {
                Listing::Due(items) => items.iter().map(|item| item.chosen.relation).collect::<Vec<_>>(),
                other => panic!("{other:?}"),
            },
        )
    };
    assert_eq!(due("2020"), [first, later]);
    assert_eq!(due("2006"), []);
    assert!(due("2040").contains(&fresh) && !due("2040").contains(&ended));
}
