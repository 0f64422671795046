//! The graph: relations projected onto ties, groups over time, and ties between groups.
//!
//! Nothing outside this room names a petgraph type.

mod bond;
mod gather;
mod groups;
mod net;
mod pair;
mod tie;

pub use bond::{Bond, Presence};
pub use groups::{Cause, Groups, Membership, Top};
pub use net::Graph;
pub use pair::Link;
pub use tie::{FELLOW, Tie, TieEnd};

#[cfg(test)]
mod tests;
