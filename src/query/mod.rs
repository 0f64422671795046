//! The questions: each a pure function from a graph and a scope to a result, with its table and its wire type.

mod answer;
pub mod ask;
pub mod between;
pub mod cite;
pub mod cycles;
pub mod depends;
pub mod diff;
pub mod gaps;
pub mod list;
mod need;
pub mod owners;
pub mod path;
mod questions;
pub mod rank;
pub mod shared;
pub mod show;
pub mod stats;
pub mod sums;
pub mod timeline;
pub mod transitions;
pub mod triangles;
pub mod waterfall;
pub mod who;
pub mod why;

pub use answer::Answer;
pub use need::Need;
pub use questions::{QUESTIONS, Request, Row};

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_known;
