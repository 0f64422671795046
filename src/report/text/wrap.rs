//! Widths in terminal cells, and breaking text at them.

use std::borrow::Cow;
use std::iter;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::values::clean;

/// A text on one line that is safe to print, and how many terminal cells it takes.
#[derive(Default)]
pub(super) struct Measured<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) width: usize,
}

impl<'t> Measured<'t> {
    /// Cleans and measures a text.
    pub(super) fn of(text: Cow<'t, str>) -> Self {
        let text = clean::one_line_of(text);
        Self {
            width: width(&text),
            text,
        }
    }
}

/// The number of terminal cells `text` takes.
pub(super) fn width(text: &str) -> usize {
    // each printable ASCII character takes one cell, so that most texts need no look at Unicode's tables
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        text.len()
    } else {
        UnicodeWidthStr::width(text)
    }
}

/// The narrowest space in which [`wrap`] would not have to break a URL.
pub(super) fn unbreakable(text: &str) -> usize {
    text.split(' ')
        .filter(|word| is_url(word))
        .map(width)
        .max()
        .unwrap_or(0)
}

fn is_url(word: &str) -> bool {
    word.contains("://")
}

/// Breaks `text` into lines of at most `limit` cells: at spaces, and inside words that are longer than a line.
///
/// A URL is never broken, so that it can be copied; its line is longer than `limit`. No character other than the
/// spaces at line ends is dropped. A character wider than `limit` has a line of its own.
pub(super) fn wrap(text: &str, limit: usize) -> Vec<Cow<'_, str>> {
    if width(text) <= limit {
        return vec![text.into()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        let wide = width(word);
        if !line.is_empty() && used + 1 + wide <= limit {
            line.push(' ');
            line.push_str(word);
            used += 1 + wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line).into());
        }
        if wide <= limit || is_url(word) {
            line.push_str(word);
        } else {
            let mut pieces = break_word(word, limit);
            line = pieces.pop().unwrap_or_default();
            lines.extend(pieces.into_iter().map(Cow::Owned));
        }
        used = width(&line);
    }
    lines.push(line.into());
    lines
}

/// Puts `texts` on as few lines of at most `limit` cells as keep their order, `gap` spaces apart; long ones are wrapped.
pub(super) fn pack<'t>(texts: impl Iterator<Item = &'t str>, limit: usize, gap: usize) -> Vec<Cow<'t, str>> {
    let mut lines: Vec<Cow<'t, str>> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(line) + gap + width(text) <= limit => {
                let line = line.to_mut();
                line.extend(iter::repeat_n(' ', gap));
                line.push_str(text);
            }
            _ => lines.extend(wrap(text, limit)),
        }
    }
    lines
}

fn break_word(word: &str, limit: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for grapheme in word.graphemes(true) {
        let wide = width(grapheme);
        if used > 0 && used + wide > limit {
            pieces.push(String::new());
            used = 0;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(grapheme);
        }
        used += wide;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn breaks_at_spaces_then_between_graphemes() {
        assert_eq!(wrap("Tập đoàn Công nghiệp", 9), ["Tập đoàn", "Công", "nghiệp"]);
        assert_eq!(wrap("株式会社トヨタ", 5), ["株式", "会社", "トヨ", "タ"]);
        let decomposed = "Tập"; // marks stay on their letter
        assert_eq!(wrap(decomposed, 1), ["T", "ậ", "p"]);
        assert_eq!(wrap("👩‍👩‍👧 gia đình", 2), ["👩‍👩‍👧", "gi", "a", "đì", "nh"]);
    }

    #[test]
    fn packs_what_fits_on_a_line() {
        let texts = ["từ 2019", "", "confirmed", "says Microsoft"];
        assert_eq!(pack(texts.into_iter(), 18, 2), ["từ 2019  confirmed", "says Microsoft"]);
        assert_eq!(
            pack(texts.into_iter(), 8, 2),
            ["từ 2019", "confirme", "d", "says", "Microsof", "t"]
        );
    }

    #[test]
    fn urls_are_not_broken() {
        assert_eq!(
            wrap("see https://a.example/long/path now", 8),
            ["see", "https://a.example/long/path", "now"]
        );
        assert_eq!(unbreakable("see https://a.example now"), 17);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_lines_fit(text in "([a-zếđ株😀]{0,12} ?){0,8}", limit in 2_usize..20) {
            let lines = wrap(&text, limit);
            prop_assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            prop_assert!(lines.iter().all(|line| width(line) <= limit));
        }
    }
}
