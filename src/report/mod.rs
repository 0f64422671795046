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
//!
//! ```
//! use frenemy::lang::Phrase;
//! use frenemy::report::{Block, Cell, Column, Line, Mark, Row, Style, Table, csv, text};
//!
//! const COMPANY: Column = Column::new("company", Phrase::new("company", "công ty")).named("company_name");
//! const KIND: Column = Column::new("kind", Phrase::new("tie", "quan hệ"));
//! const AMOUNT: Column = Column::new("amount", Phrase::new("amount", "số tiền")).flexible();
//!
//! let mut openai = Block::titled("OpenAI", Style::Title).key(COMPANY.key, Cell::company("openai", "OpenAI"));
//! openai.rows.push(Row::new(vec!["invests in".into(), Cell::Money("USD 1bn".to_owned())]).mark(Mark::Plus));
//! let mut table = Table::new(Line::new("Microsoft"), vec![COMPANY], vec![KIND, AMOUNT]);
//! table.blocks.push(openai);
//!
//! let answer = text::write(&table, &text::Layout::default());
//! assert_eq!(answer, "Microsoft\n\nOpenAI\n  + invests in  USD 1bn\n");
//! assert_eq!(csv::write(&table), "company,company_name,kind,amount\nopenai,OpenAI,invests in,USD 1bn\n");
//! ```

mod cell;
pub mod csv;
pub mod html;
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
