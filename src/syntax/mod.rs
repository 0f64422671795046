//! From text to a tree of spanned nodes.
//!
//! The only room that names the YAML crate. Reading never fails: it gives what could be read, and says what could not.

mod budget;
mod build;
mod control;
mod duplicates;
mod parse;
#[cfg(test)]
mod properties;
mod refused;
mod tree;
mod wording;

pub use budget::{MAX_DEPTH, MAX_NODES};
pub use parse::{parse, parse_file};
pub use tree::{Key, Node, NodeValue};
