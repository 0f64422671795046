//! The table itself: plain data that queries fill and writers read.

use super::{Cell, Holding, Style};
use crate::lang::Phrase;

/// One answer, ready to be written in any format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What was asked, and the totals.
    pub title: Line,
    /// The columns of every block's keys, in CSV order; declared here so that the CSV header never depends on the data.
    pub keys: Vec<Column>,
    /// The columns of every row; the cells of a [`Row`] follow this order.
    pub columns: Vec<Column>,
    /// Whether text prints the column heads above the rows.
    pub header: bool,
    /// Whether the blocks tell different things, so that text aligns each by itself.
    pub apart: bool,
    /// The rows, grouped.
    pub blocks: Vec<Block>,
    /// Remarks on the whole answer, a paragraph each.
    pub notes: Vec<String>,
}

impl Table {
    /// Makes a table without rows.
    #[must_use]
    pub fn new(title: Line, keys: Vec<Column>, columns: Vec<Column>) -> Self {
        Self {
            title,
            keys,
            columns,
            ..Self::default()
        }
    }

    /// Makes a plain list: one block without heading, with column heads in text too.
    #[must_use]
    pub fn list(title: Line, columns: Vec<Column>, rows: Vec<Row>) -> Self {
        let blocks = vec![Block {
            rows,
            ..Block::default()
        }];
        Self {
            title,
            columns,
            header: true,
            blocks,
            ..Self::default()
        }
    }

    /// Whether there is no row in any block.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(Block::is_empty)
    }
}

/// The first line of an answer: parts that a narrow terminal puts on lines of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The parts from left to right; the first is the title proper.
    pub segments: Vec<Segment>,
}

/// One part of a [`Line`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it says.
    pub text: String,
    /// Whether it stands at the right edge of the terminal when there is room.
    pub right: bool,
}

impl Line {
    /// Makes a line of the title alone.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self::default().then(title)
    }

    /// Adds a part.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.segments.push(Segment {
            text: text.into(),
            right: false,
        });
        self
    }

    /// Adds a part at the right edge.
    #[must_use]
    pub fn right(mut self, text: impl Into<String>) -> Self {
        self.segments.push(Segment {
            text: text.into(),
            right: true,
        });
        self
    }
}

/// On which side of its column a cell stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Texts.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// Which formats show a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All of them.
    #[default]
    Everywhere,
    /// CSV and Markdown: a terminal has no room for it.
    DataOnly,
    /// The terminal: the data formats say it in columns of their own.
    TextOnly,
}

/// One declared column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The CSV header, in `snake_case`; unique within a table.
    pub key: &'static str,
    /// The header of a second CSV column with the names (companies, links) beside the ids or URLs.
    pub name_key: Option<&'static str>,
    /// The head that people read.
    pub head: Phrase,
    /// On which side its cells stand.
    pub align: Align,
    /// Which formats show it.
    pub shown: Shown,
    /// Whether its cells may wrap when the terminal has no room.
    pub flexible: bool,
    /// What it holds beside words: data formats give that columns of its own.
    pub holding: Holding,
}

impl Column {
    /// Makes a left-aligned column that is shown everywhere and never wraps.
    #[must_use]
    pub const fn new(key: &'static str, head: Phrase) -> Self {
        Self {
            key,
            name_key: None,
            head,
            align: Align::Left,
            shown: Shown::Everywhere,
            flexible: false,
            holding: Holding::Words,
        }
    }

    /// Gives CSV a second column `name_key` with company names or link texts.
    #[must_use]
    pub const fn named(mut self, name_key: &'static str) -> Self {
        self.name_key = Some(name_key);
        self
    }

    /// Gives data formats columns of its own for what the cells hold.
    #[must_use]
    pub const fn holding(mut self, holding: Holding) -> Self {
        self.holding = holding;
        self
    }

    /// Aligns to the right.
    #[must_use]
    pub const fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }

    /// Lets cells wrap.
    #[must_use]
    pub const fn flexible(mut self) -> Self {
        self.flexible = true;
        self
    }

    /// Hides the column from the terminal.
    #[must_use]
    pub const fn data_only(mut self) -> Self {
        self.shown = Shown::DataOnly;
        self
    }

    /// Hides the column from CSV and Markdown.
    #[must_use]
    pub const fn text_only(mut self) -> Self {
        self.shown = Shown::TextOnly;
        self
    }
}

/// Rows that belong together, with blocks inside; its parts are shown in the order of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// What holds the rows together; a block without heading is not indented.
    pub heading: Option<Heading>,
    /// Values that CSV repeats on each row of this block and of blocks inside; each names a column of [`Table::keys`].
    pub keys: Vec<(&'static str, Cell)>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Remarks on these rows, a paragraph each.
    pub notes: Vec<String>,
    /// Blocks one level deeper.
    pub blocks: Vec<Self>,
}

impl Block {
    /// Makes an empty block under a heading.
    #[must_use]
    pub fn titled(text: impl Into<String>, style: Style) -> Self {
        Self {
            heading: Some(Heading {
                text: text.into(),
                aside: None,
                style,
            }),
            ..Self::default()
        }
    }

    /// Puts a remark beside the heading; without a heading nothing is shown.
    #[must_use]
    pub fn aside(mut self, text: impl Into<String>) -> Self {
        if let Some(heading) = &mut self.heading {
            heading.aside = Some(text.into());
        }
        self
    }

    /// Adds a value that CSV repeats on each row below.
    #[must_use]
    pub fn key(mut self, column: &'static str, cell: impl Into<Cell>) -> Self {
        self.keys.push((column, cell.into()));
        self
    }

    /// Whether there is no row in this block or inside.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.blocks.iter().all(Self::is_empty)
    }
}

/// The line above a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// What the block is about, capitals included.
    pub text: String,
    /// A remark that starts where the second column does.
    pub aside: Option<String>,
    /// What the heading means.
    pub style: Style,
}

/// The sign before a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// No sign.
    #[default]
    None,
    /// Cooperation.
    Plus,
    /// Competition.
    Minus,
    /// Conflict.
    Conflict,
    /// Neither side.
    Neutral,
}

impl Mark {
    /// The sign, one terminal cell wide; empty for [`Mark::None`].
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Conflict => "!",
            Self::Neutral => "·",
        }
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The sign before it.
    pub mark: Mark,
    /// Its cells, in the order of [`Table::columns`]; missing ones at the end are empty.
    pub cells: Vec<Cell>,
    /// What the row means.
    pub style: Style,
}

impl Row {
    /// Makes a plain row without a sign.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            ..Self::default()
        }
    }

    /// The cell in column `index`, empty where the row is shorter.
    pub(super) fn cell(&self, index: usize) -> &Cell {
        self.cells.get(index).unwrap_or(&Cell::Empty)
    }

    /// Puts a sign before the row.
    #[must_use]
    pub const fn mark(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    /// Says what the row means.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }
}
