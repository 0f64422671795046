//! Lines under construction: where the cursor is, and what comes next.

use std::borrow::Cow;

use super::wrap::{width, wrap};
use crate::report::Style;

/// The fewest cells worth wrapping into; a narrower terminal breaks lines itself.
const FEWEST: usize = 10;

/// A piece of a line.
pub(super) struct Piece<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) style: Style,
    /// The column it would like to start at.
    pub(super) at: Option<usize>,
}

/// The finished lines and the one being written; knows the cursor's column, which the colour codes do not move.
pub(super) struct Lines {
    color: bool,
    text: String,
    column: usize,
    /// Spaces owed before the next text: one after a sign, two between cells.
    gap: usize,
}

impl Lines {
    pub(super) fn new(color: bool) -> Self {
        Self {
            color,
            text: String::new(),
            column: 0,
            gap: 0,
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) fn end(&mut self) {
        self.text.push('\n');
        self.column = 0;
        self.gap = 0;
    }

    /// An empty line, except at the very beginning.
    pub(super) fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.end();
        }
    }

    /// Writes `text` at `column`, or just after what stands there already; spaces at the end never arise.
    pub(super) fn put(&mut self, column: usize, text: &str, style: Style) {
        if !text.is_empty() {
            let start = column.max(self.column + self.gap);
            self.spaces(start - self.column);
            self.text.push_str(&style.paint(text, self.color));
            self.column = start + width(text);
            self.gap = 2;
        }
    }

    fn spaces(&mut self, count: usize) {
        const MANY: &str = "                                ";
        for _ in 0..count / MANY.len() {
            self.text.push_str(MANY);
        }
        self.text.push_str(&MANY[..count % MANY.len()]);
    }

    /// Writes the sign of a row at `column`.
    pub(super) fn sign(&mut self, column: usize, sign: &str, style: Style) {
        self.put(column, sign, style);
        self.gap = self.gap.min(1);
    }

    /// Writes the pieces one after the other, `gap` spaces apart; what does not fit goes to the next line, at `hang`.
    ///
    /// The first piece starts at `start`. Without `limit` all stand on one line.
    pub(super) fn flow(&mut self, pieces: &[Piece<'_>], start: usize, hang: usize, gap: usize, limit: Option<usize>) {
        let mut begun = false;
        for piece in pieces.iter().filter(|piece| !piece.text.is_empty()) {
            let next = if begun { self.column + gap } else { start };
            let next = next.max(piece.at.unwrap_or(0));
            let room = limit.map_or(usize::MAX, |limit| limit.saturating_sub(next));
            if width(&piece.text) <= room {
                self.put(next, &piece.text, piece.style);
            } else {
                if begun {
                    self.end();
                }
                let limit = limit.unwrap_or(usize::MAX).saturating_sub(hang.max(start)).max(FEWEST);
                for (index, line) in wrap(&piece.text, limit).iter().enumerate() {
                    if index > 0 {
                        self.end();
                    }
                    self.put(if begun || index > 0 { hang } else { start }, line, piece.style);
                }
            }
            begun = true;
        }
        self.end();
    }
}
