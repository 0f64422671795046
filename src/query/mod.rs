//! The questions: each a pure function from a graph and a scope to a result, with its table and its wire type.

pub mod between;
pub mod diff;
mod heads;
pub mod held;
pub mod list;
mod pairs;
pub mod phases;
pub mod scope;
pub mod stance;
pub mod stats;
pub mod sums;
mod terms;
#[cfg(test)]
pub(crate) mod testing;
pub mod timeline;
pub mod transitions;
pub mod view;
pub mod when;
pub mod who;
pub mod why;
mod wire;
mod words;

pub use scope::{Asked, Scope};
pub use stance::Stance;
pub use view::View;
