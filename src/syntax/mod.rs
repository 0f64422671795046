//! From text to a tree of spanned nodes.
//!
//! The only room that names the YAML crate. Reading never fails: it gives what could be read, and says what could not.

mod build;
mod control;
mod parse;
mod tree;
mod wording;

pub use parse::{MAX_DEPTH, MAX_NODES, parse, parse_file};
pub use tree::{Key, Node, NodeValue};
