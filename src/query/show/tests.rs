use super::{Found, Subject, candidates, find, show, table, wire};
use crate::judge::testing::sample::{FPT, GITHUB, MICROSOFT, model};
use crate::judge::testing::{ask, known_by};
use crate::lang::Lang;
use crate::model::{Model, RelationId};
use crate::report::text::{self, Layout};
use crate::report::{csv, json};
use crate::vocab::{KINDS, kind};

fn text_of(id: &str, lang: Lang) -> String {
    text_in(&model(), id, lang)
}

fn text_in(model: &Model, id: &str, lang: Lang) -> String {
    let Found::One(subject) = find(model, id) else {
        panic!("{id}: {:?}", find(model, id));
    };
    ask(
        model,
        "2026-01-01",
        |_| {},
        |view| text::write(&table(view, &show(view, subject, lang), lang), &Layout::default()),
    )
}

#[test]
fn what_no_answer_uses_yet_is_shown() {
    let mut files = crate::text::Files::new();
    files.add(
        "a.yaml",
        "\
case: {id: c, title: Ca, about: [a, b]}
companies: [{id: a, name: A}, {id: b, name: B}, {id: d, name: D, products: [{id: p, name: P, market: m, territories: [VN, TH]}]}]
markets: [{id: m, name: Lamps, synonyms: {en: lights, vi: bóng đèn}}]
investments:
  - id: round
    investors: [a, b]
    company: d
    since: 2014
    until: 2016
    amounts: [{amount: USD 1bn, is: paid, together: false, sources: [s]}, {amount: USD 2bn, is: planned, together: true}]
    sources: [s]
    sources_of: {until: [s, later]}
sources:
  - {id: s, title: T, kind: news, published: 2014, read: excerpt, read_by: Mai, read_on: 2025-11}
  - {id: later, title: T, kind: news, published: 2016}
",
    );
    let lowered = crate::lower::lower(&files);
    assert_eq!(lowered.diagnostics, []);
    for (id, said) in [
        ("c/round", "USD 1bn paid, by each payer, by s"),
        ("c/round", "USD 2bn planned, all payers together"),
        ("c/round", "Sources of fields  until: by s, later"),
        ("source:s", "Read by    Mai"),
        ("market:m", "Also called  lights (en)"),
        ("d/p", "Territories  VN"),
    ] {
        let text = text_in(&lowered.model, id, Lang::En);
        assert!(text.contains(said), "{said}\n{text}");
    }
    let text = text_in(&lowered.model, "source:s", Lang::Vi);
    assert!(text.contains("đọc một phần") && !text.contains("excerpt"), "{text}");
}

#[test]
fn everything_is_found_by_its_id_and_companies_by_any_name() {
    let mut model = model();
    for (asked, found) in [
        ("microsoft", Subject::Company(MICROSOFT)),
        ("tap doan microsoft", Subject::Company(MICROSOFT)),
        ("Tập đoàn FPT", Subject::Company(FPT)),
        ("microsoft-openai/first-billion", Subject::Relation(RelationId(0))),
        ("first-billion", Subject::Relation(RelationId(0))),
        ("trợ lý ai", Subject::Market(crate::model::MarketId(1))),
        ("microsoft/copilot", Subject::Product(crate::model::ProductId(0))),
        ("news-2023", Subject::Source(crate::model::SourceId(1))),
        ("stakes", Subject::Kind(kind("stake").unwrap())),
    ] {
        assert_eq!(find(&model, asked), Found::One(found), "{asked}");
    }
    assert_eq!(find(&model, "micrsoft"), Found::None(find_near(&model, "micrsoft")));
    assert_eq!(find_near(&model, "micrsoft")[0], Subject::Company(MICROSOFT));
    for nothing in ["", "…", "\u{1b}[2J", "company:"] {
        assert!(matches!(find(&model, nothing), Found::None(_)), "{nothing:?}");
    }
    // a company called like a kind: either is asked for by its sort
    model.companies[2].id = "stake".into();
    let stake = Subject::Kind(kind("stake").unwrap());
    assert_eq!(
        find(&model, "stake"),
        Found::Many(vec![Subject::Company(GITHUB), stake])
    );
    assert_eq!(find(&model, "kind:stake"), Found::One(stake));
    assert_eq!(find(&model, "company:stake"), Found::One(Subject::Company(GITHUB)));
}

fn find_near(model: &Model, id: &str) -> Vec<Subject> {
    match find(model, id) {
        Found::None(near) => near,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_relation_tells_its_terms_its_words_and_who_gives_the_grade() {
    let text = text_of("microsoft-openai/first-billion", Lang::En);
    for said in [
        "Microsoft invests in OpenAI",
        "about USD 10bn committed",
        "by microsoft-2023",
        "Superseded by",
        "microsoft-openai/second",
        "p. 3",
        "The partnership",
        "https://example.org/news-2023",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(text.contains("một tỷ ␛[2J đô la") && !text.contains('\u{1b}'), "{text}");
    let second = text_of("microsoft-openai/second", Lang::Vi);
    for said in [
        "không công bố số tiền đã trả, mỗi năm, tính đến 2025",
        "Bị phản bác bởi",
        "microsoft-openai/doubt",
        "2026-03",
    ] {
        assert!(second.contains(said), "{said}\n{second}");
    }
}

#[test]
fn a_company_tells_its_group_over_time_and_who_names_it() {
    let github = text_of("github", Lang::En);
    assert!(
        github.contains("Microsoft, 2018-10-26 – (microsoft-openai/github)"),
        "{github}"
    );
    let microsoft = text_of("Microsoft", Lang::Vi);
    for said in [
        "GitHub, 2018-10-26 –",
        "Copilot (Trợ lý AI), 2023-02 –",
        "không có",
        "Quan hệ đối tác",
    ] {
        assert!(microsoft.contains(said), "{said}\n{microsoft}");
    }
}

#[test]
fn a_case_tells_its_story_and_a_source_who_cites_it() {
    let case = text_of("microsoft-openai", Lang::Vi);
    for said in [
        "Tỷ đô đầu tiên",
        "10-K FY2024",
        "ChatGPT ra mắt",
        "Could not be confirmed",
    ] {
        assert!(case.contains(said), "{said}\n{case}");
    }
    let source = text_of("blog-2016", Lang::En);
    assert!(
        source.contains("microsoft-openai/cloud") && source.contains("microsoft-openai/talks"),
        "{source}"
    );
}

#[test]
fn every_kind_and_record_is_shown_in_every_form() {
    let model = model();
    ask(
        &model,
        "2026",
        |_| {},
        |view| {
            for (at, kind) in KINDS.iter().enumerate() {
                let record = show(view, Subject::Kind(at), Lang::Vi);
                let fields = record.fields.iter().find(|field| field.name == "fields").unwrap();
                assert_eq!(fields.values.len(), kind.all_fields().count());
            }
            for id in [
                "software",
                "airlines",
                "partnership",
                "microsoft/copilot",
                "microsoft-openai/launch",
                "doubt",
            ] {
                let Found::One(subject) = find(view.model(), id) else {
                    panic!("{id}")
                };
                let csv = csv::write(&table(view, &show(view, subject, Lang::En), Lang::En));
                assert!(csv.starts_with("part,field,value,id\n"), "{csv}");
            }
        },
    );
}

#[test]
fn an_example_keeps_its_indentation() {
    let text = text_of("stake", Lang::En);
    assert!(text.contains("\u{a0}\u{a0}- id: stake-2025"), "{text}");
}

#[test]
fn every_own_field_of_every_kind_has_a_label() {
    for field in KINDS.iter().flat_map(|kind| kind.fields) {
        assert_ne!(crate::lang::lists::field(field.name).en, "Detail", "{}", field.name);
    }
}

#[test]
fn json_has_the_record_or_the_candidates() {
    let model = model();
    ask(
        &model,
        "2026",
        |_| {},
        |view| {
            let answer = |id: &str| serde_json::to_value(wire(view, id, &find(view.model(), id), Lang::Vi)).unwrap();
            let found = answer("assistants");
            assert_eq!(found["kind"], "relation");
            let fields = &found["record"]["fields"];
            assert_eq!(
                (&fields["market"][0]["id"], &fields["market"][0]["text"]),
                (&"ai-assistants".into(), &"Trợ lý AI".into())
            );
            assert_eq!(
                (&fields["holds"][0]["id"], &fields["confidence"][0]["id"]),
                (&"yes".into(), &"confirmed".into())
            );
            assert_eq!(found["record"]["sources"][0]["grade"], "confirmed");
            let missing = answer("micrsoft");
            assert_eq!(
                (&missing["record"], &missing["candidates"][0]["id"]),
                (&serde_json::Value::Null, &"microsoft".into())
            );
            let asked = "\u{1b}micrsoft";
            let near = text::write(
                &candidates(view, asked, &find(view.model(), asked), Lang::Vi),
                &Layout::default(),
            );
            assert!(near.contains("gần nhất là") && !near.contains('\u{1b}'), "{near}");
        },
    );
    let empty = ask(
        &Model::default(),
        "2026",
        |_| {},
        |view| json::write(&wire(view, "x", &find(view.model(), "x"), Lang::En)).unwrap(),
    );
    assert!(empty.contains("\"record\": null"), "{empty}");
}

#[test]
fn a_grade_is_that_of_the_state_of_knowledge() {
    let model = model();
    let grade = |by: &str| {
        ask(
            &model,
            "2026",
            |scope| scope.known = known_by(by),
            |view| {
                let record = show(view, Subject::Relation(RelationId(0)), Lang::En);
                record
                    .fields
                    .iter()
                    .find(|field| field.name == "confidence")
                    .unwrap()
                    .values[0]
                    .text
                    .clone()
            },
        )
    };
    assert_eq!(
        (grade("2023").as_str(), grade("2020").as_str()),
        ("confirmed", "no source was published yet")
    );
}
