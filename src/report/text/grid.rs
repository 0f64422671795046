//! How wide each column is, over all rows of all blocks, and whether they fit beside each other at all.

use super::Layout;
use super::wrap::{unbreakable, width};
use crate::report::{Align, Block, Mark, Row, Shown, Table, clean};

/// Spaces between columns.
pub(super) const GAP: usize = 2;
/// Spaces that a block under a heading is moved in.
pub(super) const INDENT: usize = 2;
/// Below this many cells columns are not squeezed: wrapped into slivers they read worse than flowing text.
const SQUEEZE_FROM: usize = 60;
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

/// The columns of one table on one terminal.
pub(super) struct Grid {
    pub(super) slots: Vec<Slot>,
    /// Cells the signs take before the first column.
    pub(super) gutter: usize,
    /// Whether the columns fit beside each other; otherwise cells flow.
    pub(super) aligned: bool,
}

impl Grid {
    pub(super) fn measure(table: &Table, layout: &Layout) -> Self {
        let mut rows = Vec::new();
        table.blocks.iter().for_each(|block| collect(block, 0, &mut rows));
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
                String::new()
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
                slot.fit(&clean::one_line(&row.cell(index).human()), lead(*indent));
            }
            if slot.used {
                slots.push(slot);
            }
        }
        let mut grid = Self {
            slots,
            gutter,
            aligned: true,
        };
        grid.aligned = grid.squeeze(layout.width);
        grid.place();
        grid
    }

    /// Narrows the widest flexible columns until the line fits; says whether it does.
    fn squeeze(&mut self, limit: Option<usize>) -> bool {
        let Some(limit) = limit else {
            self.slots
                .iter_mut()
                .for_each(|slot| slot.width = slot.width.min(LONGEST));
            return true;
        };
        let total = self.slots.iter().map(|slot| slot.width + GAP).sum::<usize>();
        let mut over = total.saturating_sub(limit + GAP);
        if over > 0 && limit < SQUEEZE_FROM {
            return false;
        }
        while over > 0 {
            let squeezable = self
                .slots
                .iter_mut()
                .filter(|slot| slot.flexible && slot.width > slot.narrowest);
            let Some(widest) = squeezable.max_by_key(|slot| slot.width) else {
                return false;
            };
            widest.width -= 1;
            over -= 1;
        }
        true
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
