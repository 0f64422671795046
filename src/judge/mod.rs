//! The rules that questions share: what part of the data is asked, what stance two companies take, since when, what counts
//! in a sum, what a search means. Each rule is decided here once, and pictures, pages and exports ask it.

pub mod about;
pub(crate) mod asserted;
pub(crate) mod chosen;
pub mod closer;
pub mod counterparties;
pub mod coverage;
pub(crate) mod deals;
pub mod disagreements;
pub mod dossier;
pub mod held;
pub mod intentions;
pub(crate) mod listed;
pub mod market;
pub mod network;
pub(crate) mod pairs;
pub mod phases;
pub mod scope;
pub mod stance;
pub mod sums;
pub mod tally;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod thirds;
pub(crate) mod unseen;
pub mod view;
pub mod when;

#[cfg(test)]
mod tests_identity;

pub use chosen::Chosen;
pub use scope::{Asked, Scope};
pub use stance::Stance;
pub use tally::Tally;
pub use view::View;
