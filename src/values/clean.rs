//! The one place where data becomes safe to print or draw: a hostile name must not move the cursor, turn the line around,
//! or hold what XML may not.

use std::borrow::Cow;

/// `text` on one line: runs of line breaks, tabs and spaces are one space, control characters are visible.
///
/// No-break spaces stay, as they mean something to wrapping.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    if is_plain_line(text) {
        return Cow::Borrowed(text);
    }
    let breaks = |ch: char| matches!(ch, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let words: Vec<&str> = text.split(breaks).filter(|word| !word.is_empty()).collect();
    Cow::Owned(words.join(" ").chars().map(visible).collect())
}

/// As [`one_line`], for a text that may have been made for it.
#[must_use]
pub fn one_line_of(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => one_line(text),
        Cow::Owned(text) if is_plain_line(&text) => text.into(),
        Cow::Owned(text) => one_line(&text).into_owned().into(),
    }
}

/// Whether `text` is a line as it stands: nothing in it is broken at or made visible, and no two spaces follow each other.
fn is_plain_line(text: &str) -> bool {
    let mut after = ' ';
    let single = text.chars().all(|ch| {
        let fits = match ch {
            ' ' => after != ' ',
            '!'..='~' => true,
            '\0'..='\u{9f}' => false,
            _ => visible(ch) == ch,
        };
        after = ch;
        fits
    });
    single && (after != ' ' || text.is_empty())
}

/// `text` with its line breaks and tabs, other control characters made visible.
#[must_use]
pub fn keep_lines(text: &str) -> String {
    text.chars()
        .map(|ch| {
            if matches!(ch, '\n' | '\r' | '\t') {
                ch
            } else {
                visible(ch)
            }
        })
        .collect()
}

/// The picture of a control character, or the replacement character where there is none; any other character itself.
fn visible(ch: char) -> char {
    match ch {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(ch)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        // C1 controls, line separators, and the bidirectional embeddings, overrides and isolates. The marks LRM, RLM
        // and the joiners stay: Persian, Hebrew and emoji need them, and they cannot reorder what follows.
        // Two non-characters of the basic plane are forbidden in XML.
        '\u{80}'..='\u{9f}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fffe}'
        | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        _ => ch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_shown_not_obeyed() {
        assert_eq!(one_line("\u{1b}[2J\u{7f}\u{9b}A\0"), "␛[2J␡\u{fffd}A␀");
        assert_eq!(one_line("abc\u{202e}gpj.exe\u{2066}"), "abc\u{fffd}gpj.exe\u{fffd}");
        assert_eq!(one_line("a\u{fffe}\u{ffff}b"), "a\u{fffd}\u{fffd}b");
        assert_eq!(keep_lines("a\u{1b}\n\tb"), "a␛\n\tb");
    }

    #[test]
    fn lines_are_joined_and_languages_left_alone() {
        assert_eq!(one_line("  Tập đoàn\r\n\tViettel \u{2028} 🏳️‍🌈 "), "Tập đoàn Viettel 🏳️‍🌈");
        for (text, line) in [
            ("", ""),
            (" ", ""),
            ("a b", "a b"),
            ("a  b", "a b"),
            (" a", "a"),
            ("a ", "a"),
        ] {
            assert_eq!(one_line(text), line);
        }
        assert_eq!(one_line("USD\u{a0}1bn می‌خواهم"), "USD\u{a0}1bn می‌خواهم");
    }
}
