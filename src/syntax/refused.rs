//! What YAML allows and data does not, in words.

use super::control::name;
use crate::diagnostics::{Code, Diagnostic, excerpt};
use crate::text::Span;

pub(super) fn tag(tag: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::Tag, format!("a YAML tag, `{}`", excerpt(tag)), span, "")
        .help("delete it: the type of a value comes from its field; a text that starts with `!` needs quotes")
}

pub(super) fn second_document(span: Span) -> Diagnostic {
    Diagnostic::new(Code::SecondDocument, "a second YAML document in one file", span, "")
        .help("delete the `---`, or put what follows into a file of its own")
}

pub(super) fn merge_key(span: Span) -> Diagnostic {
    Diagnostic::new(Code::MergeKey, "a merge key, `<<`", span, "").help("write the repeated fields out")
}

pub(super) fn complex_key(described: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::ComplexKey, format!("a key that is {described}"), span, "")
        .help("write a word before the colon; a text that starts with `?`, `[` or `{` needs quotes")
}

pub(super) fn unknown_anchor(anchor: &str, span: Span) -> Diagnostic {
    let headline = format!("nothing above is marked `&{}`", excerpt(anchor));
    Diagnostic::new(Code::UnknownAnchor, headline, span, "").help("put quotes around the text if it is no alias")
}

pub(super) fn alias_of_itself(span: Span) -> Diagnostic {
    let headline = "an alias stands inside the value that it repeats";
    Diagnostic::new(Code::UnknownAnchor, headline, span, "").help("write the value out")
}

pub(super) fn escaped(c: char, span: Span) -> Diagnostic {
    let headline = format!("a character that cannot be seen, {}, written as an escape", name(c));
    Diagnostic::new(Code::ControlCharacters, headline, span, "").help("delete it")
}

/// The report of one key that occurs `count` times.
pub(super) fn duplicate_key(key: &str, count: usize, first: Span, second: Span, slip: Option<String>) -> Diagnostic {
    let often = if count == 2 {
        "twice".to_owned()
    } else {
        format!("{count} times")
    };
    let headline = format!("the key `{}` occurs {often}", excerpt(key));
    Diagnostic::new(Code::DuplicateKey, headline, second, "occurs again here")
        .secondary(first, "first written here")
        .help(slip.unwrap_or_else(|| "join the two, or delete one".to_owned()))
}
