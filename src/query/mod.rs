//! The questions: each a pure function from a graph and a scope to a result, with its table and its wire type.

pub mod ask;
pub mod between;
pub mod cite;
pub mod coverage;
pub mod cycles;
pub mod depends;
pub mod diff;
pub mod figures;
pub mod gaps;
mod heads;
pub mod held;
pub mod list;
pub mod market;
mod network;
mod pairs;
pub mod path;
pub mod phases;
pub mod rank;
pub mod schemas;
pub mod scope;
pub mod show;
pub mod stance;
pub mod stats;
pub mod sums;
mod terms;
#[cfg(test)]
pub(crate) mod testing;
pub mod timeline;
pub mod transitions;
pub mod triangles;
pub mod view;
pub mod waterfall;
pub mod when;
pub mod who;
pub mod why;
mod wire;
mod words;

pub use scope::{Asked, Scope};
pub use stance::Stance;
pub use view::View;
