use proptest::prelude::*;

use super::*;
use crate::authoring::format;
use crate::syntax::{Entry, Fields, Raw, Spanned, parse, read_records};
use crate::text::{FileId, Span};
use crate::values::Text;
use crate::vocab::{KINDS, SECTIONS};

fn read(text: &str) -> FileRecords {
    let mut out = Vec::new();
    let records = parse(FileId(0), text, &mut out).map(|root| read_records(&root, &mut out));
    assert_eq!(out, [], "{text}");
    records.unwrap_or_default()
}

/// A value without its places.
fn told(raw: &Raw) -> String {
    match raw {
        Raw::List(items) => format!("{:?}", items.iter().map(|item| told(&item.value)).collect::<Vec<_>>()),
        Raw::Record(record) => format!("{{{}}}", fields_told(record)),
        Raw::ByKey(entries) => {
            let mut said: Vec<String> = entries
                .iter()
                .map(|(key, value)| format!("{}: {}", key.value, told(&value.value)))
                .collect();
            said.sort();
            format!("{said:?}")
        }
        other => format!("{other:?}"),
    }
}

fn fields_told(record: &Fields) -> String {
    let mut said: Vec<String> = record
        .iter()
        .map(|entry| format!("{}: {}", entry.name, told(&entry.value.value)))
        .collect();
    said.sort();
    said.join(", ")
}

/// What records say, wherever they stand and in whatever order fields were written.
fn said(file: &FileRecords) -> Vec<String> {
    let case = match &file.case {
        Some(CaseOf::Id(id)) => id.value.clone(),
        other => format!("{other:?}"),
    };
    let records = file.records.iter();
    let mut said: Vec<String> = records
        .map(|record| format!("{case} {} {}", record.section.name(), fields_told(&record.fields)))
        .collect();
    said.sort();
    said
}

/// Writes, reads again and formats.
fn written_twice(file: &FileRecords) -> String {
    let text = write(file);
    assert_eq!(said(&read(&text)), said(file), "{text}");
    assert_eq!(format(&text).as_deref(), Ok(text.as_str()));
    text
}

#[test]
fn every_example_is_written_as_it_is_read() {
    let examples = SECTIONS.iter().map(|section| section.example);
    for example in examples.chain(KINDS.iter().map(|kind| kind.example)) {
        written_twice(&read(example));
    }
}

#[test]
fn a_file_looks_as_people_write_it() {
    let file = read(
        "\
sources:
  - {published: 2019-07, id: s, title: \"A: b\", kind: news, publisher: \"NO\", url: 'https://a.example/x?a=b'}
case: {about: [a, b], id: deal, title: {vi: 'Đúng, sai', en: 'Right, wrong'}, summary: \"one\\n\\n  two\\nthree\"}
competitive_overlaps: [{id: o, groups: [[a], [b, c]], market: m, since: unknown, sources: [s, {source: s, quote: \"x\"}]}]
supplies:
  - id: x
    note: {en: \"A sentence that is much too long to stand on one line with another, so that each has a line of its own\", vi: Câu}
    customer: b
    sources: [s]
    supplier: a
    product: '010'
    since: 2019
    supersedes: [z, other/z]
    amounts:
      - {amount: about USD 300bn, is: paid, period: 2023-01/2023-06, as_of: 2024-01-01, medium: cash, together: false, sources: [{source: s, locator: page one of many}]}
markets: [{id: m, name: x, synonyms: {vi: a, no: [b, \"off\"]}}]
",
    );
    assert_eq!(
        written_twice(&file),
        "\
case:
  id: deal
  title: {en: \"Right, wrong\", vi: \"Đúng, sai\"}
  summary: |-
    one

      two
    three
  about: [a, b]

markets:
  - id: m
    name: x
    synonyms: {vi: a, \"no\": [b, \"off\"]}

supplies:
  - id: x
    supplier: a
    customer: b
    product: \"010\"
    since: 2019
    amounts:
      - amount: about USD 300bn
        is: paid
        period: 2023-01/2023-06
        as_of: 2024-01-01
        medium: cash
        together: false
        sources: [{source: s, locator: page one of many}]
    supersedes: [z, other/z]
    note:
      en: A sentence that is much too long to stand on one line with another, so that each has a line of its own
      vi: Câu
    sources: [s]

competitive_overlaps:
  - id: o
    groups: [[a], [b, c]]
    market: m
    since: unknown
    sources: [s, {source: s, quote: x}]

sources:
  - id: s
    publisher: \"NO\"
    title: \"A: b\"
    kind: news
    published: 2019-07
    url: https://a.example/x?a=b
"
    );
}

#[test]
fn a_file_that_adds_to_a_case_names_it() {
    let text = "case: \"no\"\n\nevents:\n  - {id: e, date: 2020, about: [a], title: T, sources: [s]}\n";
    assert!(written_twice(&read(text)).starts_with("case: \"no\"\n\nevents:\n  - id: e\n"));
    assert_eq!(write(&FileRecords::default()), "");
}

proptest! {
    /// Whatever a text holds, it is the same when it is read again.
    #[test]
    fn any_text_comes_back(texts in proptest::collection::vec("[ -~đạ株\\n\\t]{1,40}", 4), languages in any::<bool>()) {
        let at = Span::at(FileId(0), 0);
        let sound = |text: &String| text.trim().to_owned();
        let texts: Vec<String> = texts.iter().map(sound).filter(|text| !text.is_empty() && !text.starts_with("TODO")).collect();
        prop_assume!(texts.len() == 4);
        let entry = |name, value| Entry { name, key: at, value: Spanned::new(at, value) };
        let list = Raw::List(texts[..2].iter().map(|text| Spanned::new(at, Raw::Str(text.into()))).collect());
        let note = if languages {
            Text::localized([("en".to_owned(), texts[2].clone()), ("no".to_owned(), texts[3].clone())].into()).unwrap()
        } else {
            Text::from(texts[2].as_str())
        };
        let record = SourceRecord {
            section: SectionRef::of("companies").unwrap(),
            span: at,
            fields: [
                entry("id", Raw::Str("no".into())),
                entry("name", Raw::Str(texts[3].as_str().into())),
                entry("aliases", list),
                entry("note", Raw::Text(note)),
            ].into_iter().collect(),
        };
        written_twice(&FileRecords { records: vec![record], ..FileRecords::default() });
    }
}
