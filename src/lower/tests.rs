use super::*;
use crate::model::{Asserter, CompanyId, ProductRef, RecordId, RelationId};
use crate::syntax::{Entry, Raw, SectionRef, SourceRecord, Spanned};
use crate::text::Files;
use crate::vocab::{AmountIs, KINDS};

fn read(texts: &[&str]) -> Lowered {
    let mut files = Files::new();
    for (at, text) in (0_u16..).zip(texts) {
        files.add_in_layer(at, format!("{at}/a.yaml"), "a.yaml", *text);
    }
    lower(&files)
}

const BASE: &str = "\
case: {id: ai, title: Trí tuệ nhân tạo, about: [openai]}
companies:
  - {id: openai, name: OpenAI}
  - {id: microsoft, name: Microsoft, products: [{id: copilot, name: Copilot, market: assistants}]}
  - {id: google, name: Google}
markets:
  - {id: assistants, name: {en: AI assistants, vi: trợ lý AI}}
sources:
  - {id: s, title: T, kind: news, published: 2023-05}
";

#[test]
fn a_model_is_sorted_and_resolved() {
    let lowered = read(&[&format!(
        "{BASE}
investments:
  - {{id: z, investors: [microsoft, google], company: openai, since: 2019, amount: USD 1bn, amount_is: committed, sources: [s]}}
competitive_overlaps:
  - id: a
    groups: [[openai], [microsoft, google]]
    market: assistants
    products: [microsoft/copilot]
    since: unknown
    asserted: [{{by: press, source: s}}, {{by: google, on: 2023, source: s}}]
    disputes: [z, launch]
    sources: [{{source: s, quote: lời}}]
events:
  - {{id: launch, date: 2022-11-30, about: [openai], title: ra mắt, sources: [s]}}
"
    )]);
    assert_eq!(lowered.diagnostics, []);
    let model = &lowered.model;
    let companies: Vec<_> = model.companies.iter().map(|company| company.id.as_str()).collect();
    assert_eq!(companies, ["google", "microsoft", "openai"]);
    let [investment, overlap] = *model.relations.iter().collect::<Vec<_>>() else {
        panic!("{:?}", model.relations)
    };
    assert_eq!((investment.id.as_str(), overlap.id.as_str()), ("ai/z", "ai/a"));
    let parties: Vec<_> = investment
        .parties
        .iter()
        .map(|party| (party.role, party.company.0))
        .collect();
    assert_eq!(parties, [(0, 1), (0, 0), (1, 2)]);
    assert_eq!(investment.amounts[0].is, AmountIs::Committed);
    let groups: Vec<_> = overlap
        .parties
        .iter()
        .map(|party| (party.group, party.company.0))
        .collect();
    assert_eq!(groups, [(1, 2), (2, 1), (2, 0)]);
    assert_eq!(overlap.pairs(&overlap.kind().ties[0]).len(), 2);
    assert_eq!(model.companies[1].products.len() + model.companies[2].products.len(), 1);
    assert!(matches!(overlap.products()[..], [ProductRef::Declared(_)]));
    let by: Vec<_> = overlap.asserted().iter().map(|assertion| assertion.by).collect();
    assert_eq!(by, [Asserter::Press, Asserter::Company(CompanyId(0))]);
    assert!(matches!(
        overlap.disputes[..],
        [RecordId::Relation(RelationId(0)), RecordId::Event(_)]
    ));
}

#[test]
fn origins_point_at_values() {
    let text = format!(
        "{BASE}stakes:\n  - {{id: x, owner: microsoft, company: openai, since: 2019, observed: [2020, 2021], sources: [s]}}\n"
    );
    let lowered = read(&[&text]);
    let at = |span: Span| &text[span.start as usize..span.end as usize];
    let (origins, stake) = (&lowered.origins, RelationId(0));
    assert_eq!(at(origins.record(stake)), "x");
    assert_eq!(at(origins.field(stake, "since")), "2019");
    assert_eq!(at(origins.item(stake, "observed", 1)), "2021");
    assert_eq!(at(origins.field(stake, "until")), "x", "falls back to the id");
    assert!(origins.has(stake, "owner") && !origins.has(stake, "until"));
}

#[test]
fn what_is_whole_stays() {
    let lowered = read(&[&format!(
        "{BASE}
stakes:
  - {{id: gone, owner: viettel, company: openai, since: 2019, sources: [s]}}
  - {{id: kept, owner: microsoft, company: openai, since: 2019, share: half, supersedes: [gone], sources: [s, t]}}
"
    )]);
    let codes: Vec<_> = lowered.diagnostics.iter().map(|problem| problem.code).collect();
    assert_eq!(
        codes,
        [Code::UnknownCompany, Code::BadShare, Code::UnknownSource],
        "nothing is said about `gone` twice"
    );
    let [kept] = *lowered.model.relations.iter().collect::<Vec<_>>() else {
        panic!()
    };
    assert_eq!(
        (kept.id.as_str(), kept.sources.len(), kept.own.len()),
        ("ai/kept", 1, 0)
    );
    assert!(kept.supersedes.is_empty());
}

#[test]
fn an_overlay_replaces_whole_records() {
    let stake = |more: &str| {
        format!("stakes:\n  - {{id: x, owner: microsoft, company: openai, since: 2019, sources: [s]{more}}}\n")
    };
    let overlay = format!(
        "case: ai\ncompanies:\n  - {{id: microsoft, name: MSFT, overrides: true}}\n{}",
        stake(", share: 49%, overrides: true")
    );
    let lowered = read(&[&format!("{BASE}{}", stake("")), &overlay]);
    assert_eq!(lowered.diagnostics, []);
    assert_eq!(
        (lowered.model.companies[1].name.as_str(), lowered.model.products.len()),
        ("MSFT", 0)
    );
    assert!(lowered.model.relations.len() == 1 && lowered.model.relations[0].share().is_some());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    /// Whatever is struck out of the examples, the rest is lowered, and every place in the model is in range.
    #[test]
    fn lowering_never_panics(cuts in proptest::collection::vec((0_usize..6000, 0_usize..30), 0..12), junk in "[a-z\\[\\]{}:, /đ\n-]{0,4}") {
        let mut text = format!("{BASE}events:\n  - {{id: launch, date: 2022, about: [openai, microsoft], title: T, refuted_by: [z], sources: [s]}}\n");
        for kind in KINDS {
            text.push_str(kind.example);
        }
        for (at, length) in cuts {
            let start = crate::text::floor_char_boundary(&text, at);
            let end = crate::text::floor_char_boundary(&text, at + length).max(start);
            text.replace_range(start..end, &junk);
        }
        let lowered = read(&[&text, &text]);
        let model = &lowered.model;
        for relation in &model.relations {
            for party in &relation.parties {
                proptest::prop_assert!(!model[party.company].id.is_empty());
            }
            for citation in &relation.sources {
                proptest::prop_assert!(!model[citation.source].id.is_empty());
            }
        }
    }
}

#[test]
fn records_can_be_taken_from_a_model_and_linked_again() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut files = Files::new();
    let place = Span::at(files.add("below", ""), 0);
    for model in [
        lower(&crate::text::read_dir(&data).unwrap()).model,
        read(&[BASE]).model,
        Model::default(),
    ] {
        let again = link(&unlink(&model, 0, place));
        assert_eq!(again.diagnostics, []);
        assert_eq!(again.model, model);
    }
}

#[test]
fn records_need_not_come_from_yaml() {
    let mut files = Files::new();
    let place = Span::at(files.add("table.csv", ""), 0);
    let spanned = |value| Spanned::new(place, value);
    let entry = |name, value| Entry {
        name,
        key: place,
        value: spanned(value),
    };
    let company = |id: &str| SourceRecord {
        section: SectionRef::of("companies").unwrap(),
        span: place,
        fields: [
            entry("id", Raw::Str(id.into())),
            entry("name", Raw::Str(id.to_uppercase().into())),
            entry(
                "part_of",
                Raw::List(vec![spanned(Raw::Record(
                    [entry("company", Raw::Ref("b".to_owned()))].into_iter().collect(),
                ))]),
            ),
        ]
        .into_iter()
        .collect(),
    };
    let lowered = link(&[SourceRecords {
        records: FileRecords {
            records: vec![company("a")],
            ..FileRecords::default()
        },
        ..SourceRecords::default()
    }]);
    assert_eq!(lowered.model.companies[0].name, "A");
    let said: Vec<&str> = lowered
        .diagnostics
        .iter()
        .map(|found| found.headline.as_str())
        .collect();
    assert_eq!(said, ["unknown company `b`"]);
}

#[test]
fn how_many_threads_read_changes_nothing() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    // the data set, and the same with each file cut in half, of which there is much to report
    let whole = crate::text::read_dir(&data).unwrap();
    let mut halves = Files::new();
    for (_, file) in whole.iter() {
        let text = file.text.as_str();
        let half = crate::text::floor_char_boundary(text, text.len() / 2);
        halves.add(file.relative.clone(), &text[..half]);
    }
    let with = |threads: usize, files: &Files| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            assert_eq!(rayon::current_num_threads(), threads);
            lower(files)
        })
    };
    for files in [&whole, &halves] {
        let alone = with(1, files);
        for threads in [2, 3, 8] {
            let together = with(threads, files);
            assert!(together.model == alone.model, "{threads}");
            assert_eq!(together.diagnostics, alone.diagnostics, "{threads}");
            assert_eq!(together.waivers, alone.waivers, "{threads}");
        }
    }
    let read = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let files = pool.install(|| crate::text::read_dir(&data)).unwrap();
        files.iter().map(|(_, file)| file.relative.clone()).collect::<Vec<_>>()
    };
    assert_eq!(read(1), read(8));
}
