//! What holds for every text, tried on many.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::parse::tests::{CASE, plain, read};
use super::{Node, parse_file};
use crate::diagnostics::human;
use crate::text::Files;

fn values() -> impl Strategy<Value = serde_json::Value> {
    let text = "[ -~đạ株👨\n\t]{0,12}|NO|1_000|~|null|2019-02-30|0x1F|- a|a: b|#";
    text.prop_map(serde_json::Value::from)
        .prop_recursive(4, 40, 5, move |inner| {
            let maps = proptest::collection::btree_map("[ -;=-~đ\n]{1,8}", inner.clone(), 0..5);
            prop_oneof![
                proptest::collection::vec(inner, 0..5).prop_map(serde_json::Value::from),
                maps.prop_map(|map: BTreeMap<String, _>| map.into_iter().collect()),
            ]
        })
}

fn check_places(node: &Node, text: &str) {
    assert!(
        text.get(node.span.start as usize..node.span.end as usize).is_some(),
        "{:?} in {text:?}",
        node.span
    );
    for item in node.as_seq().unwrap_or_default() {
        check_places(item, text);
    }
    for (key, value) in node.as_map().unwrap_or_default() {
        assert!(
            text.get(key.span.start as usize..key.span.end as usize).is_some(),
            "{:?} in {text:?}",
            key.span
        );
        check_places(value, text);
    }
}

/// Reads, looks at all places and shows all problems.
fn survives(bytes: impl Into<Vec<u8>>) {
    let mut files = Files::new();
    let id = files.add("a.yaml", bytes);
    let mut out = Vec::new();
    if let Some(node) = parse_file(id, files.get(id), &mut out) {
        check_places(&node, &files.get(id).text);
    }
    for diagnostic in &out {
        assert!(!human::render(diagnostic, &files, false, 100).is_empty());
    }
}

proptest! {
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        survives(bytes);
    }

    #[test]
    fn any_signs(text in r#"([a-c]|[\[\]{}:,"'&*#|>%@`?!~<-]|- |: |\n|\n  |\t|đ|\u{85}|---\n|\nab:){0,60}"#) {
        survives(text);
    }

    #[test]
    fn a_damaged_file(
        damage in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..6, "[ \n\t\"'\\[{}:,&*#|>-]{0,3}"), 1..5)
    ) {
        let mut text: Vec<char> = CASE.chars().collect();
        for (at, length, instead) in damage {
            let at = at.index(text.len());
            let end = (at + length).min(text.len());
            text.splice(at..end, instead.chars());
        }
        survives(text.into_iter().collect::<String>());
    }

    /// Two writers and an independent reader agree with ours.
    #[test]
    fn the_same_as_other_readers(value in values()) {
        for text in [serde_saphyr::to_string(&value).unwrap(), serde_json::to_string_pretty(&value).unwrap()] {
            let theirs: serde_json::Value = serde_saphyr::from_str(&text).unwrap();
            prop_assert_eq!(&theirs, &value, "{}", &text);
            let (ours, out) = read(&text);
            prop_assert_eq!(&out, &[], "{}", &text);
            prop_assert_eq!(plain(&ours.unwrap()), theirs, "{}", &text);
        }
    }
}
