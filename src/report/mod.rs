//! The neutral middle between questions and formats: a query makes one [`Table`], every writer reads it.
//!
//! A [`Table`] is a title, declared columns, and blocks nested to any depth (zone, counterparty, rows). The writers
//! [`text`], [`csv`] and [`markdown`] show the same rows to different readers:
//!
//! | | people at a terminal (`text`) | spreadsheets (`csv`) | documents (`markdown`) |
//! |---|---|---|---|
//! | headings, notes, marks | yes | no | yes |
//! | block keys | no | repeated on every row | no |
//! | a time, a sum | its words | its words, and its values in columns of their own | its words |
//! | a company | its name | its id, the name beside it where the column asks | its name |
//!
//! So whatever a heading or a mark says must also be in a key or a column, or CSV loses it. JSON does not pass through
//! here: each query has its own wire type, which [`json`] prints.
//!
//! ```
//! use frenemy::lang::Phrase;
//! use frenemy::report::{Block, Cell, Column, Holding, Line, Mark, Row, Style, Table, csv, text};
//!
//! const COMPANY: Column = Column::new("company", Phrase::new("company", "công ty")).named("company_name");
//! const KIND: Column = Column::new("kind", Phrase::new("tie", "quan hệ"));
//! const AMOUNT: Column = Column::new("amount", Phrase::new("amount", "số tiền"))
//!     .holding(Holding::Money);
//!
//! let mut openai = Block::titled("OpenAI", Style::Title).key(COMPANY.key, Cell::company("openai", "OpenAI"));
//! let amount = Cell::money("USD 1bn", "USD 1bn".parse().unwrap());
//! openai.rows.push(Row::new(vec!["invests in".into(), amount]).mark(Mark::Plus));
//! let mut table = Table::new(Line::new("Microsoft"), vec![COMPANY], vec![KIND, AMOUNT]);
//! table.blocks.push(openai);
//!
//! let answer = text::write(&table, &text::Layout::default());
//! assert_eq!(answer, "Microsoft\n\nOpenAI\n  + invests in  USD 1bn\n");
//! assert_eq!(
//!     csv::write(&table),
//!     "company,company_name,kind,amount,amount_currency,amount_figure,amount_low,amount_high\n\
//!      openai,OpenAI,invests in,USD 1bn,USD,exact,1000000000,1000000000\n"
//! );
//! ```

mod bounds;
mod cell;
pub mod csv;
pub mod json;
pub mod markdown;
#[cfg(test)]
mod samples;
mod style;
mod table;
pub mod text;

pub use bounds::{Bounds, Holding, Told};
pub use cell::Cell;
pub use style::{Style, Zone};
pub use table::{Align, Block, Column, Heading, Line, Mark, Row, Segment, Shown, Table};
