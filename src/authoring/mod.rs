//! What helps people write data files: templates, the questions that find a kind of relation, adding a record to a file,
//! the house order, records as the text of a file, the JSON Schema.
//!
//! Everything here derives from the tables of [`vocab`](crate::vocab): a new kind has its template without a line of
//! code. Texts in, texts out; files are read and written by the commands.

mod format;
mod insert;
pub mod questions;
mod scalar;
pub mod schema;
mod source_id;
mod template;
mod write;

pub use format::{LeftAlone, Problems, format};
pub use insert::{CannotInsert, insert};
pub use scalar::written;
pub use source_id::{publisher_of, source_id};
pub use template::{Given, Template, marks};
pub use write::write;
