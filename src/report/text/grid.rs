//! How wide each column is, over all rows of all blocks, and whether they fit beside each other at all.

use super::Layout;
use super::wrap::{unbreakable, width};
use crate::report::{Align, Block, Mark, Row, Shown, Table};
use crate::values::clean;

/// Spaces between columns.
pub(super) const GAP: usize = 2;
/// Spaces that a block under a heading is moved in.
pub(super) const INDENT: usize = 2;
/// Below this many cells nothing stands side by side: wrapped into slivers it reads worse than flowing text.
const SQUEEZE_FROM: usize = 60;
/// The fewest cells into which the columns after the first flow beside it.
const BESIDE: usize = 30;
/// The narrowest a flexible column is squeezed to.
const SLIVER: usize = 16;
/// Without a terminal, a cell longer than this does not push the columns of all other rows.
const LONGEST: usize = 200;

/// One column as it stands on the terminal.
pub(super) struct Slot {
    /// Its place in [`Table::columns`].
    pub(super) index: usize,
    pub(super) start: usize,
    /// In the first slot this includes the indentation and the sign.
    pub(super) width: usize,
    pub(super) align: Align,
    flexible: bool,
    narrowest: usize,
    /// Whether any row has something here.
    used: bool,
}

/// How the cells of a row stand to each other, from the widest terminal to the narrowest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Every column has its place.
    Columns,
    /// The first column has its place, the others flow beside it.
    Beside,
    /// All cells flow.
    Flow,
}

/// The columns of one table on one terminal.
pub(super) struct Grid {
    pub(super) slots: Vec<Slot>,
    /// Cells the signs take before the first column.
    pub(super) gutter: usize,
    pub(super) fit: Fit,
}

impl Grid {
    /// Measures the columns of `table` over some of its blocks.
    pub(super) fn measure(table: &Table, blocks: &[Block], layout: &Layout) -> Self {
        let mut rows = Vec::new();
        blocks.iter().for_each(|block| collect(block, 0, &mut rows));
        let gutter = if rows.iter().any(|(_, row)| row.mark != Mark::None) {
            2
        } else {
            0
        };
        let mut slots = Vec::new();
        for (index, column) in table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.shown != Shown::DataOnly)
        {
            let head = if table.header {
                clean::one_line(column.head.get(layout.lang))
            } else {
                "".into()
            };
            let mut slot = Slot {
                index,
                start: 0,
                width: 0,
                align: column.align,
                flexible: column.flexible,
                narrowest: SLIVER,
                used: false,
            };
            let lead = |indent: usize| if slots.is_empty() { indent + gutter } else { 0 };
            slot.fit(&head, lead(0));
            for (indent, row) in &rows {
                slot.fit(&clean::one_line_of(row.cell(index).human()), lead(*indent));
            }
            if slot.used {
                slots.push(slot);
            }
        }
        let mut grid = Self {
            slots,
            gutter,
            fit: Fit::Columns,
        };
        grid.fit = grid.squeeze(layout.width);
        grid.place();
        grid
    }

    /// Narrows columns until they fit, and says how they do.
    fn squeeze(&mut self, limit: Option<usize>) -> Fit {
        let Some(limit) = limit else {
            self.slots
                .iter_mut()
                .for_each(|slot| slot.width = slot.width.min(LONGEST));
            return Fit::Columns;
        };
        let total = self.slots.iter().map(|slot| slot.width + GAP).sum::<usize>();
        let over = total.saturating_sub(limit + GAP);
        if over == 0 {
            Fit::Columns
        } else if limit < SQUEEZE_FROM {
            Fit::Flow
        } else if self.give().sum::<usize>() >= over {
            self.narrow(over);
            Fit::Columns
        } else {
            self.beside(limit)
        }
    }

    /// How far each column may be narrowed.
    fn give(&self) -> impl Iterator<Item = usize> {
        self.slots.iter().map(|slot| {
            if slot.flexible {
                slot.width.saturating_sub(slot.narrowest)
            } else {
                0
            }
        })
    }

    /// Takes `over` cells from the columns that can give them, always from the widest.
    fn narrow(&mut self, over: usize) {
        for _ in 0..over {
            let able = self
                .slots
                .iter_mut()
                .filter(|slot| slot.flexible && slot.width > slot.narrowest);
            if let Some(widest) = able.max_by_key(|slot| slot.width) {
                widest.width -= 1;
            }
        }
    }

    fn beside(&mut self, limit: usize) -> Fit {
        let [first, second, ..] = self.slots.as_mut_slice() else {
            return Fit::Flow;
        };
        if first.flexible {
            first.width = first.width.min(first.narrowest.max(limit / 2));
        }
        second.width = limit.saturating_sub(first.width + GAP);
        if second.width >= BESIDE { Fit::Beside } else { Fit::Flow }
    }

    fn place(&mut self) {
        let mut start = 0;
        for slot in &mut self.slots {
            slot.start = start;
            start += slot.width + GAP;
        }
    }
}

impl Slot {
    fn fit(&mut self, text: &str, lead: usize) {
        if !text.is_empty() {
            self.used = true;
            self.width = self.width.max(lead + width(text));
            self.narrowest = self.narrowest.max(lead + unbreakable(text).max(SLIVER));
        }
    }
}

/// All rows with their indentation.
fn collect<'a>(block: &'a Block, indent: usize, rows: &mut Vec<(usize, &'a Row)>) {
    let indent = inside(block, indent);
    rows.extend(block.rows.iter().map(|row| (indent, row)));
    block.blocks.iter().for_each(|inner| collect(inner, indent, rows));
}

/// The indentation of what is in `block`, when the block itself stands at `indent`.
pub(super) fn inside(block: &Block, indent: usize) -> usize {
    if block.heading.is_some() {
        indent + INDENT
    } else {
        indent
    }
}
