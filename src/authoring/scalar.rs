//! How a text is written as a scalar of YAML.

use crate::syntax::{NodeValue, parse};
use crate::text::FileId;

/// Where a scalar stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// Behind a key or a dash, up to the end of the line.
    Line,
    /// Anywhere, also between brackets.
    Anywhere,
}

/// The text as a scalar that reads back as this very text, in a list or mapping of any style: plain where that is
/// possible and no other reader of YAML takes it for a boolean or for nothing, in double quotes elsewhere.
#[must_use]
pub fn written(text: &str) -> String {
    if !is_word_elsewhere(text) && is_plain(text, Where::Anywhere) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// Whether a text of one line reads back as this very text without quotes.
pub(super) fn is_plain(text: &str, place: Where) -> bool {
    is_surely_plain(text) || (!text.contains(must_be_escaped) && reads_back(text, place))
}

/// Whether it is plain by its letters alone, which most texts are.
fn is_surely_plain(text: &str) -> bool {
    let safe =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_' | '/' | '(' | ')' | '+' | '$' | '€' | ';');
    text.starts_with(char::is_alphanumeric) && text.ends_with(|c| c != ' ' && safe(c)) && text.chars().all(safe)
}

/// Whether our own reader takes the plain text for the same text.
fn reads_back(text: &str, place: Where) -> bool {
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
    (place == Where::Line || same(&format!("k: [{text}, x]"))) && same(&format!("k: {text}"))
}

/// Whether YAML 1.1 reads a plain text as a boolean or as nothing.
#[must_use]
pub(super) fn is_word_elsewhere(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "yes", "n", "no", "true", "false", "on", "off", "null"];
    let cased = |word: &str| {
        let capital = word[..1].to_ascii_uppercase() + &word[1..];
        text == word || text == word.to_ascii_uppercase() || text == capital
    };
    text == "~" || WORDS.iter().any(|word| cased(word))
}

/// Whether YAML 1.1 reads a plain text as a number or a moment.
#[must_use]
pub(super) fn is_number_elsewhere(text: &str) -> bool {
    let bare = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(bare.to_ascii_lowercase().as_str(), ".inf" | ".nan") {
        return true;
    }
    let digits = |text: &str, good: fn(char) -> bool| !text.is_empty() && text.chars().all(|c| good(c) || c == '_');
    let decimal = |text: &str| digits(text, |c| c.is_ascii_digit());
    let based = |prefix: &str, good| bare.strip_prefix(prefix).is_some_and(|rest| digits(rest, good));
    if based("0x", |c| c.is_ascii_hexdigit())
        || based("0b", |c| matches!(c, '0' | '1'))
        || based("0o", |c| c.is_digit(8))
    {
        return true;
    }
    if !bare.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return false;
    }
    let (mantissa, exponent) = bare.split_once(['e', 'E']).unwrap_or((bare, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let float = (decimal(whole) || whole.is_empty() && !fraction.is_empty())
        && (fraction.is_empty() || decimal(fraction))
        && decimal(exponent);
    // 190:20:30 is a number to base 60, 2001-12-14 and what follows it a moment
    let sexagesimal = bare.contains(':') && bare.split(':').all(|part| decimal(part.trim_end_matches('.')));
    let moment = || {
        let mut parts = bare.splitn(3, '-');
        let parts = [parts.next(), parts.next(), parts.next()].map(Option::unwrap_or_default);
        let day: String = parts[2].chars().take_while(char::is_ascii_digit).collect();
        parts[0].len() == 4 && decimal(parts[0]) && decimal(parts[1]) && matches!(day.len(), 1 | 2)
    };
    float || sexagesimal || moment()
}

/// The text in double quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if must_be_escaped(c) => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a character is a break of lines to some reader of YAML, or cannot stand in a file at all.
pub(super) fn must_be_escaped(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
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
            ("NO", r#""NO""#),
            ("on", r#""on""#),
            ("~", r#""~""#),
            // reading reports it, in a file that is YAML nevertheless
            ("a\u{7}b\u{2028}c", r#""a\u0007b\u2028c""#),
        ] {
            assert_eq!(written(text), yaml);
        }
    }

    #[test]
    fn what_other_readers_take_for_something_else() {
        for word in ["y", "N", "yes", "No", "OFF", "true", "null", "Null", "~"] {
            assert!(is_word_elsewhere(word) && !is_number_elsewhere(word), "{word}");
        }
        for number in [
            "0",
            "010",
            "-1",
            "1_000",
            "1e3",
            "1.5E+3",
            "0x1F",
            "0b10",
            ".5",
            "5.",
            "+.inf",
            ".NaN",
            "190:20:30",
            "2001-12-14",
            "2001-1-1 10:00:00",
        ] {
            assert!(is_number_elsewhere(number) && !is_word_elsewhere(number), "{number}");
        }
        for text in [
            "nO", "no one", "NO.", "3M", "1-2", "a1", "7-eleven", "1.2.3", "e3", "1e", "", "2001-12", "+", "0xg", ".",
        ] {
            assert!(!is_number_elsewhere(text) && !is_word_elsewhere(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_plain_by_its_letters_reads_back(text in "[a-zA-Z0-9đạ株 ./_()+$€;-]{1,12}") {
            prop_assert!(!is_surely_plain(&text) || reads_back(&text, Where::Anywhere), "{}", text);
        }

        #[test]
        fn what_is_written_reads_back(text in "[ -~đạ株\n\t]{0,20}") {
            let mut out = Vec::new();
            let root = parse(FileId(0), &format!("k: [{}, x]\nl: {0}\n", written(&text)), &mut out).unwrap();
            prop_assert_eq!(&out, &[]);
            prop_assert_eq!(root.get("k").unwrap().as_seq().unwrap()[0].as_str(), Some(text.as_str()));
            prop_assert_eq!(root.get("l").unwrap().as_str(), Some(text.as_str()));
        }
    }
}
