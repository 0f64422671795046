//! From text to a tree of spanned nodes.
//!
//! Then from the tree to records, read field by field against the descriptors of [`vocab`](crate::vocab), so that one run
//! reports every missing, unknown and ill-typed field. The only room that names the YAML crate. Reading never fails: it gives what could be read, and says what could not.

mod budget;
mod build;
mod control;
mod duplicates;
mod parse;
#[cfg(test)]
mod properties;
mod record;
mod refused;
mod slips;
mod tree;
mod wording;

pub use budget::{MAX_DEPTH, MAX_NODES};
pub use parse::{parse, parse_file};
pub use record::{
    CaseOf, Entry, Fields, FileRecords, MARK, Raw, RawPeriod, SectionRef, SourceRecord, Spanned, Unfinished, example,
    missing, read_records,
};
pub use tree::{Key, Node, NodeValue};
