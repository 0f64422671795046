//! The fonts inside the program, and how wide a text is in them.
//!
//! Noto Sans in two weights draws everything it has glyphs for, Vietnamese included; DejaVu Sans stands in for Hebrew,
//! Arabic, Greek and symbols. The widths here are those of the pictures, as both come from the same files.

use std::borrow::Cow;
use std::sync::OnceLock;

use ttf_parser::Face;
use unicode_segmentation::UnicodeSegmentation;

use crate::values::romanized;

/// The families as SVG names them; those after the first are no wider, for readers who do not have it.
pub(super) const FAMILIES: &str = "'Noto Sans','Segoe UI',Helvetica,Arial,'DejaVu Sans',sans-serif";

/// The font files, in the order in which they are asked for a glyph.
pub(super) fn files() -> [&'static [u8]; 3] {
    [ttf_noto_sans::REGULAR, ttf_noto_sans::BOLD, dejavu::sans::regular()]
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Size in pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

impl Font {
    /// An ordinary text of this size.
    #[must_use]
    pub const fn plain(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// A bold text of this size.
    #[must_use]
    pub const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// From one baseline to the next, in pixels.
    #[must_use]
    pub fn leading(self) -> f64 {
        self.size * 1.3
    }

    /// From the top of a line to its baseline, in pixels.
    #[must_use]
    pub fn ascent(self) -> f64 {
        self.size * 1.0
    }

    /// The width of a text on one line, in pixels; a character that no font has counts as wide as it is high, and up to
    /// twice as wide where PNG and PDF show Latin letters in its place.
    #[must_use]
    pub fn width(self, text: &str) -> f64 {
        text.chars().map(|ch| advance(ch, self.bold)).sum::<f64>() * self.size
    }

    /// `text` in lines no wider than `width` pixels, broken between words, and between graphemes where a word is too long.
    ///
    /// At least one line, which is empty for an empty text.
    #[must_use]
    pub fn wrap(self, text: &str, width: f64) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let fits = |line: &str, part: &str| line.is_empty() || self.width(line) + self.width(part) <= width;
            let spaced = if lines.last().is_some_and(|line| !line.is_empty()) {
                format!(" {word}")
            } else {
                word.to_owned()
            };
            if let Some(line) = lines.last_mut()
                && fits(line, &spaced)
                && self.width(word) <= width
            {
                line.push_str(&spaced);
                continue;
            }
            if lines.last().is_some_and(|line| !line.is_empty()) {
                lines.push(String::new());
            }
            for grapheme in word.graphemes(true) {
                if lines.last().is_some_and(|line| !fits(line, grapheme)) {
                    lines.push(String::new());
                }
                if let Some(line) = lines.last_mut() {
                    line.push_str(grapheme);
                }
            }
        }
        lines
    }

    /// At most `most` lines, the last with an ellipsis where something was left out.
    #[must_use]
    pub fn wrap_at_most(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let mut lines = self.wrap(text, width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && self.width(last) + self.width("…") > width {
                    let end = last.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
                    last.truncate(end);
                }
                *last = format!("{}…", last.trim_end());
            }
        }
        lines
    }
}

/// Characters below this, which Latin letters are, are measured once.
const COMMON: u32 = 0x250;

/// The advance of a character, in units of the font size.
fn advance(ch: char, bold: bool) -> f64 {
    static TABLES: OnceLock<[Vec<f64>; 2]> = OnceLock::new();
    let table = |bold: bool| {
        (0..COMMON)
            .map(|code| char::from_u32(code).map_or(0.0, |ch| measured(ch, bold)))
            .collect()
    };
    let tables = TABLES.get_or_init(|| [table(false), table(true)]);
    let common = tables[usize::from(bold)].get(ch as usize);
    common.copied().unwrap_or_else(|| measured(ch, bold))
}

/// The most that a character which no font has is given, in units of the font size; names of emoji are long.
const MOST: f64 = 2.0;

fn measured(ch: char, bold: bool) -> f64 {
    if joins(ch) {
        return 0.0;
    }
    // where it is drawn in Latin letters, room for them
    let latin = || {
        romanized(ch.encode_utf8(&mut [0; 4]))
            .chars()
            .filter_map(|ch| glyph(ch, bold))
            .sum()
    };
    glyph(ch, bold).unwrap_or_else(|| f64::clamp(latin(), 1.0, MOST))
}

/// Whether a character joins or varies others, and has no width of its own.
fn joins(ch: char) -> bool {
    matches!(ch, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{300}'..='\u{36f}')
}

/// The advance of a character's glyph in the first font that has one.
fn glyph(ch: char, bold: bool) -> Option<f64> {
    let own = usize::from(bold);
    [own, 2].iter().filter_map(|at| faces()[*at].as_ref()).find_map(|face| {
        let glyph = face.glyph_index(ch)?;
        Some(f64::from(face.glyph_hor_advance(glyph)?) / f64::from(face.units_per_em()))
    })
}

/// `text` as the fonts inside the program can draw it: stretches that they have no glyphs for are put into Latin letters.
pub(super) fn drawable(text: &str) -> Cow<'_, str> {
    let has = |ch: char| joins(ch) || ch.is_whitespace() || glyph(ch, false).is_some();
    if text.chars().all(has) {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let stretches = chars.chunk_by(|a, b| has(*a) == has(*b));
    let drawn = stretches.map(|stretch| {
        let part: String = stretch.iter().collect();
        if has(stretch[0]) { part } else { romanized(&part) }
    });
    Cow::Owned(drawn.collect())
}

/// The parsed files; a file that could not be parsed would only make its glyphs count as wide as they are high.
fn faces() -> &'static [Option<Face<'static>>; 3] {
    static FACES: OnceLock<[Option<Face<'static>>; 3]> = OnceLock::new();
    FACES.get_or_init(|| files().map(|file| Face::parse(file, 0).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_and_marks_have_glyphs_in_both_weights() {
        for ch in "ẰẵậộữđƠươỹếỳ–×…₫ABCxyz0189".chars() {
            for face in &faces()[..2] {
                assert!(face.as_ref().unwrap().glyph_index(ch).is_some(), "{ch}");
            }
        }
        for ch in "שلαЖ◆▲●→↻".chars() {
            assert!(faces()[2].as_ref().unwrap().glyph_index(ch).is_some(), "{ch}");
        }
    }

    #[test]
    fn what_no_font_has_is_drawn_in_latin_letters() {
        for text in ["Tập đoàn FPT", "שלום", "שركة Ж", "👩"] {
            let drawn = drawable(text);
            assert!(
                drawn
                    .chars()
                    .all(|ch| joins(ch) || ch.is_whitespace() || glyph(ch, false).is_some())
            );
        }
        assert_eq!(drawable("Tập đoàn FPT – ₫"), "Tập đoàn FPT – ₫");
        assert_eq!(drawable("삼성전자 (Samsung)"), "samseongjeonja (Samsung)");
    }

    #[test]
    fn long_names_wrap_and_nothing_is_lost() {
        let font = Font::bold(13.0);
        for text in [
            "Tập đoàn Công nghiệp Viễn thông Quân đội",
            "Donaudampfschifffahrtsgesellschaft",
            "🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈🏳️‍🌈",
            "",
        ] {
            let lines = font.wrap(text, 90.0);
            assert!(lines.iter().all(|line| font.width(line) <= 90.0), "{lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
        assert_eq!(font.wrap_at_most("a b c d e f g h i j k l m n o p", 40.0, 2).len(), 2);
    }
}
