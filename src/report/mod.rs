//! The neutral middle between questions and formats: a query makes one [`Table`], every writer reads it.
//!
//! A [`Table`] is a title, declared columns, and blocks nested to any depth (zone, counterparty, rows). The writers
//! [`text`], [`csv`] and [`markdown`] show the same rows to different readers:
//!
//! | | people at a terminal (`text`) | spreadsheets (`csv`) | documents (`markdown`) |
//! |---|---|---|---|
//! | headings, notes, marks | yes | no | yes |
//! | block keys | no | repeated on every row | no |
//! | a company | its name | its id, the name beside it where the column asks | its name |
//!
//! So whatever a heading or a mark says must also be in a key or a column, or CSV loses it. JSON does not pass through
//! here: each query has its own wire type, which [`json`] prints.

mod cell;
mod clean;
pub mod csv;
pub mod json;
pub mod markdown;
#[cfg(test)]
mod samples;
mod style;
mod table;
pub mod text;

pub use cell::Cell;
pub use style::{Style, Zone};
pub use table::{Align, Block, Column, Heading, Line, Mark, Row, Segment, Shown, Table};
