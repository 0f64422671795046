//! How a text is written as a scalar of YAML.

use crate::syntax::{NodeValue, parse};
use crate::text::FileId;

/// The text as a scalar that reads back as this very text, in a list or mapping of any style: plain where that is
/// possible, in double quotes elsewhere.
#[must_use]
pub fn written(text: &str) -> String {
    let plain = !text.contains(['\n', '\r', '\t']) && reads_back(text);
    if plain { text.to_owned() } else { quoted(text) }
}

/// Whether our own reader takes the plain text for the same text, between brackets and on a line of its own.
fn reads_back(text: &str) -> bool {
    let same = |yaml: &str| {
        let mut out = Vec::new();
        let root = parse(FileId(0), yaml, &mut out);
        let value = root.as_ref().and_then(|root| root.get("k")).map(|node| &node.value);
        let read = match value {
            Some(NodeValue::Seq(items)) if items.len() == 2 => items[0].as_str(),
            Some(NodeValue::Scalar(read)) => Some(read.as_str()),
            _ => None,
        };
        out.is_empty() && read == Some(text)
    };
    same(&format!("k: [{text}, x]")) && same(&format!("k: {text}"))
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quotes_only_where_they_are_needed() {
        for plain in ["Tập đoàn FPT", "USD 1bn", "2019-07-22", "AT&T", "Yahoo!", "it's"] {
            assert_eq!(written(plain), plain);
        }
        for (text, yaml) in [
            ("a: b", r#""a: b""#),
            ("", r#""""#),
            ("Tesla, Inc.", r#""Tesla, Inc.""#),
            ("# 1", r##""# 1""##),
            ("say \"x\"\n", r#""say \"x\"\n""#),
            (" padded", r#"" padded""#),
            ("- item", r#""- item""#),
        ] {
            assert_eq!(written(text), yaml);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(text in "[ -~đạ株\n]{0,20}") {
            let mut out = Vec::new();
            let root = parse(FileId(0), &format!("k: [{}, x]\nl: {0}\n", written(&text)), &mut out).unwrap();
            prop_assert_eq!(&out, &[]);
            prop_assert_eq!(root.get("k").unwrap().as_seq().unwrap()[0].as_str(), Some(text.as_str()));
            prop_assert_eq!(root.get("l").unwrap().as_str(), Some(text.as_str()));
        }
    }
}
