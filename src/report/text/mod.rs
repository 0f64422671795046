//! Text for people at a terminal: one line a row, columns aligned over the whole table (or over each block of a
//! table whose blocks tell different things), nothing ever cut off.
//!
//! When the rows are too wide, flexible columns wrap. When that is not enough, the columns after the first flow beside
//! it, and on a very narrow terminal all cells of a row flow onto the following lines. Columns without any content are
//! left out.

mod grid;
mod line;
mod wrap;

use std::borrow::Cow;

use grid::{Fit, Grid, INDENT, Slot, inside};
use line::{Lines, Piece};
use wrap::{Measured, pack, width, wrap};

use super::{Block, Heading, Line, Mark, Row, Style, Table, Zone};
use crate::lang::Lang;
use crate::values::clean;

/// Spaces between the parts of the title.
const TITLE_GAP: usize = 3;

/// What the reader looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The width of the terminal in cells; `None` when the output is no terminal, and lines may be of any length.
    pub width: Option<usize>,
    /// Whether to colour; colour repeats what words and signs say.
    pub color: bool,
    /// The language of column heads.
    pub lang: Lang,
}

/// Writes the table as lines that end in `\n`, without spaces before it.
///
/// On a terminal no line is wider than the terminal, except for a URL, which is never broken, and on terminals too narrow
/// for the indentation and ten more cells.
#[must_use]
pub fn write(table: &Table, layout: &Layout) -> String {
    let mut writer = Writer {
        layout,
        grid: Grid::measure(table, &table.blocks, layout),
        next: 0,
        lines: Lines::new(layout.color),
    };
    writer.title(&table.title);
    if table.header && !table.is_empty() {
        writer.lines.blank();
        writer.cells((Mark::None, Style::Title), 0, |slot| &slot.head);
    }
    for (index, block) in table.blocks.iter().enumerate() {
        if index > 0 || !table.header {
            writer.lines.blank();
        }
        if table.apart {
            writer.grid = Grid::measure(table, std::slice::from_ref(block), layout);
            writer.next = 0;
        }
        writer.block(block, 0);
    }
    if !table.notes.is_empty() {
        writer.lines.blank();
        writer.notes(&table.notes, 0);
    }
    writer.lines.finish()
}

struct Writer<'a> {
    layout: &'a Layout,
    grid: Grid<'a>,
    /// The number of the next row among those that the grid was measured over.
    next: usize,
    lines: Lines,
}

impl<'a> Writer<'a> {
    fn title(&mut self, title: &Line) {
        if title.segments.is_empty() {
            return;
        }
        let pieces = title.segments.iter().enumerate().map(|(index, segment)| {
            let text = clean::one_line(&segment.text);
            let edge = self.layout.width.filter(|_| segment.right);
            let at = edge.map(|edge| edge.saturating_sub(width(&text)));
            Piece {
                text,
                style: if index == 0 { Style::Title } else { Style::Plain },
                at,
            }
        });
        let pieces: Vec<Piece<'_>> = pieces.collect();
        self.lines.flow(&pieces, 0, INDENT, TITLE_GAP, self.layout.width);
    }

    fn block(&mut self, block: &Block, indent: usize) {
        if let Some(heading) = &block.heading {
            self.heading(heading, indent);
        }
        let indent = inside(block, indent);
        block.rows.iter().for_each(|row| self.row(row, indent));
        self.notes(&block.notes, indent);
        block.blocks.iter().for_each(|inner| self.block(inner, indent));
    }

    fn heading(&mut self, heading: &Heading, indent: usize) {
        let text = clean::one_line(&heading.text);
        let aside = clean::one_line(heading.aside.as_deref().unwrap_or_default());
        let second = self
            .grid
            .slots
            .get(1)
            .filter(|_| self.grid.fit != Fit::Flow)
            .map(|slot| slot.start);
        // Under the second column only if it fits there; else close to the heading.
        let at = second.filter(|at| self.layout.width.is_none_or(|limit| at + width(&aside) <= limit));
        let pieces = [
            Piece {
                text,
                style: heading.style,
                at: None,
            },
            Piece {
                text: aside,
                style: Style::Faint,
                at,
            },
        ];
        self.lines
            .flow(&pieces, indent, indent + 2 * INDENT, grid::GAP, self.layout.width);
    }

    fn notes(&mut self, notes: &[String], indent: usize) {
        for note in notes {
            let piece = Piece {
                text: clean::one_line(note),
                style: Style::Plain,
                at: None,
            };
            self.lines.flow(&[piece], indent, indent, grid::GAP, self.layout.width);
        }
    }

    fn row(&mut self, row: &Row, indent: usize) {
        let number = self.next;
        self.next += 1;
        self.cells((row.mark, row.style), indent, |slot| &slot.cells[number]);
    }

    /// Writes one text of each slot beside each other.
    fn cells(
        &mut self,
        (mark, style): (Mark, Style),
        indent: usize,
        text: impl for<'s> Fn(&'s Slot<'a>) -> &'s Measured<'a>,
    ) {
        let Self {
            layout, grid, lines, ..
        } = self;
        lines.sign(indent, mark.sign(), mark_style(mark));
        let lead = indent + grid.gutter;
        let texts = || grid.slots.iter().map(&text);
        let room = |index: usize| {
            grid.slots[index]
                .width
                .saturating_sub(if index == 0 { lead } else { 0 })
        };
        match grid.fit {
            Fit::Columns => {
                let fits = |(index, cell): (usize, &Measured<'a>)| cell.width <= room(index);
                if layout.width.is_none() || texts().enumerate().all(fits) {
                    let slots = grid.slots.iter().zip(texts()).enumerate();
                    for (index, (slot, cell)) in slots {
                        lines.put(slot.column(index, lead, cell.width), &cell.text, style);
                    }
                    lines.end();
                } else {
                    let cells: Vec<Vec<Cow<'_, str>>> = texts()
                        .enumerate()
                        .map(|(index, cell)| wrap(&cell.text, room(index)))
                        .collect();
                    side_by_side(lines, grid, &cells, lead, style);
                }
            }
            Fit::Beside => {
                let all: Vec<&Measured<'a>> = texts().collect();
                let second = grid.slots.get(1).map_or(0, |slot| slot.width);
                let beside = pack(all[1..].iter().map(|cell| &*cell.text), second, grid::GAP);
                side_by_side(lines, grid, &[wrap(&all[0].text, room(0)), beside], lead, style);
            }
            Fit::Flow => {
                let pieces = texts().map(|cell| Piece {
                    text: Cow::Borrowed(&*cell.text),
                    style,
                    at: None,
                });
                let pieces: Vec<Piece<'_>> = pieces.collect();
                lines.flow(&pieces, lead, lead + INDENT, grid::GAP, layout.width);
            }
        }
    }
}

/// Writes cells of one or more lines in the slots, as many as there are.
fn side_by_side(lines: &mut Lines, grid: &Grid<'_>, cells: &[Vec<Cow<'_, str>>], lead: usize, style: Style) {
    let height = cells.iter().map(Vec::len).max().unwrap_or(1);
    for line in 0..height {
        for (index, (cell, slot)) in cells.iter().zip(&grid.slots).enumerate() {
            let Some(text) = cell.get(line) else { continue };
            let column = match grid.fit {
                Fit::Columns => slot.column(index, lead, width(text)),
                _ => slot.start + if index == 0 { lead } else { 0 },
            };
            lines.put(column, text, style);
        }
        lines.end();
    }
}

fn mark_style(mark: Mark) -> Style {
    match mark {
        Mark::None => Style::Plain,
        Mark::Plus => Style::Zone(Zone::Cooperation),
        Mark::Minus => Style::Zone(Zone::Competition),
        Mark::Conflict => Style::Zone(Zone::Conflict),
        Mark::Neutral => Style::Zone(Zone::Neutral),
    }
}

#[cfg(test)]
mod tests;
