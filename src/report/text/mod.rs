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

use grid::{Fit, Grid, INDENT, inside};
use line::{Lines, Piece};
use wrap::{pack, width, wrap};

use super::{Align, Block, Cell, Heading, Line, Mark, Row, Style, Table, Zone};
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
        lines: Lines::new(layout.color),
    };
    writer.title(&table.title);
    if table.header && !table.is_empty() {
        writer.lines.blank();
        writer.heads(table);
    }
    for (index, block) in table.blocks.iter().enumerate() {
        if index > 0 || !table.header {
            writer.lines.blank();
        }
        if table.apart {
            writer.grid = Grid::measure(table, std::slice::from_ref(block), layout);
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
    grid: Grid,
    lines: Lines,
}

impl Writer<'_> {
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

    fn heads(&mut self, table: &Table) {
        let heads = table
            .columns
            .iter()
            .map(|column| Cell::text(column.head.get(self.layout.lang)))
            .collect();
        self.row(&Row::new(heads).style(Style::Title), 0);
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
        self.lines.sign(indent, row.mark.sign(), mark_style(row.mark));
        let lead = indent + self.grid.gutter;
        let texts = self
            .grid
            .slots
            .iter()
            .map(|slot| clean::one_line_of(row.cell(slot.index).human()));
        let texts: Vec<Cow<'_, str>> = texts.collect();
        let style = row.style;
        match self.grid.fit {
            Fit::Columns => {
                let cells = texts
                    .iter()
                    .enumerate()
                    .map(|(index, text)| self.wrapped(text, index, lead))
                    .collect();
                self.side_by_side(cells, lead, style);
            }
            Fit::Beside => {
                let room = self.grid.slots.get(1).map_or(0, |slot| slot.width);
                let cells = vec![self.wrapped(&texts[0], 0, lead), pack(&texts[1..], room, grid::GAP)];
                self.side_by_side(cells, lead, style);
            }
            Fit::Flow => {
                let pieces = texts.into_iter().map(|text| Piece { text, style, at: None });
                self.lines.flow(
                    &pieces.collect::<Vec<_>>(),
                    lead,
                    lead + INDENT,
                    grid::GAP,
                    self.layout.width,
                );
            }
        }
    }

    /// The lines of one cell in its slot.
    fn wrapped<'t>(&self, text: &'t str, index: usize, lead: usize) -> Vec<Cow<'t, str>> {
        let lead = if index == 0 { lead } else { 0 };
        match self.layout.width {
            Some(_) => wrap(text, self.grid.slots[index].width.saturating_sub(lead)),
            None => vec![text.into()],
        }
    }

    /// Writes cells of one or more lines in the slots, as many as there are.
    fn side_by_side(&mut self, cells: Vec<Vec<Cow<'_, str>>>, lead: usize, style: Style) {
        let height = cells.iter().map(Vec::len).max().unwrap_or(1);
        for line in 0..height {
            for (index, (cell, slot)) in cells.iter().zip(&self.grid.slots).enumerate() {
                let Some(text) = cell.get(line) else { continue };
                let lead = if index == 0 { lead } else { 0 };
                let shift = match slot.align {
                    Align::Right if self.grid.fit == Fit::Columns => slot.width.saturating_sub(width(text)).max(lead),
                    _ => lead,
                };
                self.lines.put(slot.start + shift, text, style);
            }
            self.lines.end();
        }
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
