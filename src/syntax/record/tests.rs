use super::*;
use crate::diagnostics::{Code, Diagnostic};
use crate::syntax::parse;
use crate::text::FileId;
use crate::vocab::{SECTIONS, Type};

fn read(text: &str) -> (FileRecords, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let records = parse(FileId(0), text, &mut out).map(|tree| read_records(&tree, &mut out));
    (records.unwrap_or_default(), out)
}

/// What is said, a line each: the code, the text of the place, the headline, the remedies.
fn said(text: &str) -> String {
    let (_, out) = read(text);
    let lines = out.iter().map(|d| {
        let place = &text[d.primary.span.start as usize..d.primary.span.end as usize];
        format!("{} <{place}> {} => {}", d.code, d.headline, d.help.join("; "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_example_of_every_kind_is_read_without_a_complaint() {
    for kind in KINDS {
        assert_eq!(said(kind.example), "", "{}", kind.name);
        let (file, _) = read(kind.example);
        assert_eq!(file.records.len(), 1, "{}", kind.name);
        assert_eq!(file.records[0].section.name(), kind.section);
    }
}

#[test]
fn the_example_of_every_section_is_read_without_a_complaint_and_has_every_field() {
    for section in SECTIONS {
        assert_eq!(said(section.example), "", "{}", section.name);
        let mut out = Vec::new();
        let tree = parse(FileId(0), section.example, &mut out).unwrap();
        let value = tree.get(section.name).unwrap();
        let record = value.as_seq().map_or(value, |records| &records[0]);
        let missing = section.fields.iter().map(|field| field.name);
        let missing: Vec<_> = missing
            .filter(|name| *name != "overrides" && record.get(name).is_none())
            .collect();
        assert!(missing.is_empty(), "{}: {missing:?}", section.name);
    }
}

#[test]
fn one_run_reports_every_field() {
    let text = "\
stakes:
  - id: Stake 2025
    owner: [microsoft, softbank]
    share: 27
    basis: vote
    since: 2019-02-30
    untill: 2020
    sources: microsoft-2025-10-28
    checked: 2024-03-25
    amounts: {amount: $1 billion, is: paid}
";
    insta::assert_snapshot!(said(text));
}

#[test]
fn scalars_say_what_is_meant() {
    let text = "\
companies:
  - id: tap-doan
    name: {vn: Tập đoàn}
    note: {vn: Tập đoàn, en: A group}
    country: vn
    founded: 2019/7/22
    dissolved: null
    ids: {wikidata: https://www.wikidata.org/wiki/q2283, lei: INR2EJN1ERAN0W5ZP975}
sources:
  - {id: a, title: T, kind: 10-K, published: 2023-06/2023-05, url: vnexpress.net/x, language: vn}
deals:
  - {id: b, title: T, sources: [a], amount: 13.000.000 VND}
  - {id: c, title: T, sources: [a], amount: EURO 3bn}
  - {id: d, title: T, sources: [a], amount: USX 3bn}
  - {id: e, title: T, sources: [a], amount: USD 4 to 5bn}
  - {id: f, title: T, sources: [a], signed: 20190722}
  - {id: g, title: T, sources: [a], signed: July 2019}
";
    insta::assert_snapshot!(said(text));
}

#[test]
fn sections_have_one_shape() {
    insta::assert_snapshot!(said(
        "investment: []\nkompanies: []\nthuyết: x\nmarkets:\n  id: x\n  name: y\nquotes: x\nevents: [x]\ncase: [x]\n"
    ));
    assert_eq!(read("- a\n").1[0].code, Code::WrongType);
    assert_eq!(read("companies:\n").1, []);
    assert_eq!(read("").1, []);
}

#[test]
fn blank_values_are_absent() {
    let (file, out) = read("companies:\n  - {id: x, name: X, short: , country: \"\", aliases: []}\n");
    assert!(file.records[0].fields.get("short").is_none() && !file.records[0].fields.has("country"));
    assert_eq!(out.len(), 1, "{out:?}");
    assert_eq!(
        said("companies:\n  - id: x\n    name:\n"),
        "missing-field <name> company `x` has no `name` => add `name: some text`: the full name"
    );
}

proptest::proptest! {
    #[test]
    fn reading_never_panics(text in "(companies|stakes|case|sources|joint_ventures|competitive_overlaps):( |\n  - )[\\[\\]{}:, a-zđ0-9%$/\n-]{0,60}") {
        let _ = read(&text);
    }

    #[test]
    fn scalars_never_panic(text in "\\PC{0,12}") {
        for ty in [Type::Date, Type::Money, Type::Share, Type::Published, Type::Period, Type::Url, Type::Country, Type::Qid, Type::Lei, Type::Id] {
            let _ = scalar::read(ty, "field", &text);
        }
    }

    #[test]
    fn moneylike_texts_never_panic(text in "[$€₫~]?[0-9,.]{0,6} ?(bn|billion|M| m|tn|VND|%| to |đ){0,3}") {
        for ty in [Type::Money, Type::Share, Type::Date] {
            let _ = scalar::read(ty, "field", &text);
        }
    }
}
