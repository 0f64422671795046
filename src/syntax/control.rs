//! Characters that cannot be seen: with them a text can be made to look other than it is.

use std::borrow::Cow;

use crate::diagnostics::{Code, Diagnostic};
use crate::text::{FileId, Span};
use crate::values::invisible;

/// How many places one report shows.
const SHOWN: usize = 5;

/// Reports hidden characters of a text from the byte `from` on, in one report, and gives the text with each of them
/// replaced by underscores of the same length in bytes, so that spans stay right.
pub(super) fn replace_hidden<'a>(file: FileId, text: &'a str, from: usize, out: &mut Vec<Diagnostic>) -> Cow<'a, str> {
    let hidden: Vec<_> = invisible(&text[from..]).map(|(at, c)| (from + at, c)).collect();
    let Some(&(_, first)) = hidden.first() else {
        return Cow::Borrowed(text);
    };
    let span = |(at, c): (usize, char)| Span::new(file, at as u32, (at + c.len_utf8()) as u32);
    let headline = match hidden.len() {
        1 => format!("a character that cannot be seen, {}", name(first)),
        count => format!("{count} characters that cannot be seen, the first is {}", name(first)),
    };
    let mut diagnostic = Diagnostic::new(Code::ControlCharacters, headline, span(hidden[0]), "")
        .help("delete it, and write the text anew if it was copied from elsewhere");
    for &place in hidden.iter().take(SHOWN).skip(1) {
        diagnostic = diagnostic.secondary(span(place), name(place.1));
    }
    out.push(diagnostic);

    let mut replaced = String::with_capacity(text.len());
    let mut done = 0;
    for (at, c) in hidden {
        replaced.push_str(&text[done..at]);
        replaced.extend(std::iter::repeat_n('_', c.len_utf8()));
        done = at + c.len_utf8();
    }
    replaced.push_str(&text[done..]);
    Cow::Owned(replaced)
}

/// `U+0007`.
pub(super) fn name(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_one_report_and_move_nothing() {
        let mut out = Vec::new();
        let text = "a: \u{7}đ\u{202e}x\u{85}\n";
        let replaced = replace_hidden(FileId(0), text, 0, &mut out);
        assert_eq!(replaced, "a: _đ___x__\n");
        assert_eq!(replaced.len(), text.len());
        assert_eq!(out.len(), 1);
        assert_eq!(out[0].headline, "3 characters that cannot be seen, the first is U+0007");
        assert_eq!(out[0].primary.span, Span::new(FileId(0), 3, 4));
        assert_eq!(out[0].secondary[0].text, "U+202E");
    }

    #[test]
    fn what_can_be_seen_is_left_alone() {
        let mut out = Vec::new();
        let text = "\u{feff}tên:\t\"Tập đoàn 株式会社 👨\u{200d}👩\"\r\n";
        assert!(matches!(replace_hidden(FileId(0), text, 3, &mut out), Cow::Borrowed(_)));
        assert_eq!(out, []);
    }
}
