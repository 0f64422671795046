//! How wide each column is, over all rows of all blocks, and whether they fit beside each other at all.

use super::Layout;
use super::wrap::{Measured, unbreakable};
use crate::report::{Align, Block, Mark, Row, Shown, Table};

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
pub(super) struct Slot<'t> {
    /// Its head, where the table shows heads.
    pub(super) head: Measured<'t>,
    /// What stands in it, in the order of rows.
    pub(super) cells: Vec<Measured<'t>>,
    pub(super) start: usize,
    /// In the first slot this includes the indentation and the sign.
    pub(super) width: usize,
    align: Align,
    flexible: bool,
    /// Known when columns have to be narrowed.
    narrowest: usize,
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
pub(super) struct Grid<'t> {
    pub(super) slots: Vec<Slot<'t>>,
    /// Cells the signs take before the first column.
    pub(super) gutter: usize,
    pub(super) fit: Fit,
}

impl<'t> Grid<'t> {
    /// Measures the columns of `table` over some of its blocks.
    pub(super) fn measure(table: &'t Table, blocks: &'t [Block], layout: &Layout) -> Self {
        let mut rows = Vec::new();
        blocks.iter().for_each(|block| collect(block, 0, &mut rows));
        let gutter = if rows.iter().any(|(_, row)| row.mark != Mark::None) {
            2
        } else {
            0
        };
        let leads: Vec<usize> = rows.iter().map(|(indent, _)| indent + gutter).collect();
        let mut slots: Vec<Slot<'t>> = Vec::new();
        let shown = table.columns.iter().enumerate();
        for (index, column) in shown.filter(|(_, column)| column.shown != Shown::DataOnly) {
            let head = if table.header {
                Measured::of(column.head.get(layout.lang).into())
            } else {
                Measured::default()
            };
            let cells = rows.iter().map(|(_, row)| Measured::of(row.cell(index).human()));
            let mut slot = Slot {
                head,
                cells: cells.collect(),
                start: 0,
                width: 0,
                align: column.align,
                flexible: column.flexible,
                narrowest: SLIVER,
            };
            let leads = slots.is_empty().then_some((gutter, leads.as_slice()));
            slot.width = slot.widest(leads, |text| text.width);
            if !slot.is_empty() {
                slots.push(slot);
            }
        }
        let mut grid = Self {
            slots,
            gutter,
            fit: Fit::Columns,
        };
        grid.fit = grid.squeeze(layout.width, &leads);
        grid.place();
        grid
    }

    /// Narrows columns until they fit, and says how they do.
    fn squeeze(&mut self, limit: Option<usize>, leads: &[usize]) -> Fit {
        let Some(limit) = limit else {
            self.slots
                .iter_mut()
                .for_each(|slot| slot.width = slot.width.min(LONGEST));
            return Fit::Columns;
        };
        let total = self.slots.iter().map(|slot| slot.width + GAP).sum::<usize>();
        let over = total.saturating_sub(limit + GAP);
        if over == 0 {
            return Fit::Columns;
        } else if limit < SQUEEZE_FROM {
            return Fit::Flow;
        }
        let gutter = self.gutter;
        for (index, slot) in self.slots.iter_mut().enumerate().filter(|(_, slot)| slot.flexible) {
            let leads = (index == 0).then_some((gutter, leads));
            slot.narrowest = slot
                .widest(leads, |text| unbreakable(&text.text).max(SLIVER))
                .max(SLIVER);
        }
        if self.give().sum::<usize>() >= over {
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

impl Slot<'_> {
    /// Whether nothing stands in it, not even a head.
    fn is_empty(&self) -> bool {
        self.head.text.is_empty() && self.cells.iter().all(|cell| cell.text.is_empty())
    }

    /// Where a text of some width starts, in a row of which the first column starts after a lead.
    pub(super) fn column(&self, index: usize, lead: usize, width: usize) -> usize {
        let lead = if index == 0 { lead } else { 0 };
        let shift = match self.align {
            Align::Right => self.width.saturating_sub(width).max(lead),
            Align::Left => lead,
        };
        self.start + shift
    }

    /// The most that one of its texts takes, with what stands before the first column: `leads` are those of head and rows.
    fn widest(&self, leads: Option<(usize, &[usize])>, takes: impl Fn(&Measured<'_>) -> usize) -> usize {
        let (of_head, of_rows) = leads.unwrap_or_default();
        let of_rows = of_rows.iter().copied().chain(std::iter::repeat(0));
        let all = std::iter::once((&self.head, of_head)).chain(self.cells.iter().zip(of_rows));
        let texts = all.filter(|(text, _)| !text.text.is_empty());
        texts.map(|(text, lead)| lead + takes(text)).max().unwrap_or(0)
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
