//! What a table of an export is: its columns, and how its rows are made.

use std::borrow::Cow;
use std::io;

use rust_decimal::Decimal;

use super::{Losses, Selection};

/// A table that is exported.
#[derive(Debug)]
pub struct Table {
    /// Its name, also that of its file.
    pub name: &'static str,
    /// What a row is, one sentence.
    pub doc: &'static str,
    /// The columns.
    pub columns: &'static [Column],
    /// The columns that together name a row; none where rows may be equal.
    pub key: &'static [&'static str],
    /// Makes the rows, each with a cell for every column.
    pub(super) rows: fn(&Selection<'_>, &mut Losses, &mut Put<'_>) -> io::Result<()>,
}

/// Takes a row.
pub(super) type Put<'p> = dyn FnMut(&[Cell<'_>]) -> io::Result<()> + 'p;

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, unique in its table.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// What it says, one sentence.
    pub doc: &'static str,
    /// Whether every row has a value.
    pub required: bool,
    /// The table, and the column in it, that its values stand in.
    pub refers: Option<(&'static str, &'static str)>,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// Whether something is so.
    Flag,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A date as precise as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `unknown` where somebody says that nobody knows.
    Date,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// None.
    Empty,
    /// A text, a day or a date.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A decimal number.
    Number(Decimal),
    /// Whether something is so.
    Flag(bool),
}

impl Column {
    /// A column of texts that may be empty.
    pub(super) const fn text(name: &'static str, doc: &'static str) -> Self {
        Self::of(name, Kind::Text, doc)
    }

    /// A column that may be empty.
    pub(super) const fn of(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self {
            name,
            kind,
            doc,
            required: false,
            refers: None,
        }
    }

    /// The same, with a value in every row.
    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same, whose values stand in another table.
    pub(super) const fn refers(self, table: &'static str, column: &'static str) -> Self {
        Self {
            refers: Some((table, column)),
            ..self
        }
    }
}

impl<'a> Cell<'a> {
    /// A text of the data.
    pub(super) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// What a value writes itself as.
    pub(super) fn shown(value: impl std::fmt::Display) -> Self {
        Self::Text(Cow::Owned(value.to_string()))
    }

    /// What a value writes itself as, where there is one.
    pub(super) fn maybe(value: Option<impl std::fmt::Display>) -> Self {
        value.map_or(Self::Empty, Self::shown)
    }

    /// A number of things.
    pub(super) fn count(n: usize) -> Self {
        Self::Integer(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// How a text format writes it; nothing for an empty one.
    pub(super) fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => "".into(),
            Self::Text(text) => text.as_ref().into(),
            Self::Integer(n) => n.to_string().into(),
            Self::Number(n) => n.normalize().to_string().into(),
            Self::Flag(flag) => if *flag { "true" } else { "false" }.into(),
        }
    }
}
