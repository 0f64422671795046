//! The one place where data becomes safe to print or draw: a hostile name must not move the cursor, turn the line around,
//! or hold what XML may not.

use std::borrow::Cow;

use super::invisible::{invisible, is_invisible};

/// `text` on one line: runs of line breaks, tabs and spaces are one space, what nobody would see is visible.
///
/// No-break spaces stay, as they mean something to wrapping.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    if is_plain_line(text) {
        return Cow::Borrowed(text);
    }
    let breaks = |ch: char| matches!(ch, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let words: Vec<&str> = text.split(breaks).filter(|word| !word.is_empty()).collect();
    Cow::Owned(shown(&words.join(" ")))
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
            _ => !is_invisible(ch),
        };
        after = ch;
        fits
    });
    single && (after != ' ' || text.is_empty())
}

/// `text` with its line breaks and tabs, other characters that nobody would see made visible.
#[must_use]
pub fn keep_lines(text: &str) -> String {
    shown(text)
}

/// `text` with a picture, or else the replacement character, for each character that cannot be seen and that nothing in it
/// needs: what `check` refuses in data.
fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (at, ch) in invisible(text) {
        out.push_str(&text[from..at]);
        out.push(picture(ch));
        from = at + ch.len_utf8();
    }
    out.push_str(&text[from..]);
    out
}

/// The picture of a control character, or the replacement character where there is none.
fn picture(ch: char) -> char {
    match ch {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(ch)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        _ => char::REPLACEMENT_CHARACTER,
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
        assert_eq!(
            one_line("Micro\u{200b}soft App\u{ad}le"),
            "Micro\u{fffd}soft App\u{fffd}le"
        );
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
