//! The graph: relations projected onto ties, groups over time, and ties between groups.
//!
//! Nothing outside this room names a petgraph type.

mod bond;
mod budget;
mod gather;
mod holds;
mod loops;
mod measures;
mod money;
mod net;
mod pair;
mod rings;
mod rolled;
mod seamless;
mod ties;
mod together;

pub use bond::{Bond, Presence};
pub use budget::{BOND, Budget, Meter, Spent};
pub use loops::Loops;
pub use money::{MoneyGraph, MoneyLeg, Moves, payer};
pub use net::{Graph, Net, TieAt};
pub use pair::Link;
pub use rolled::Rollup;
pub use seamless::seamless;

#[cfg(test)]
mod tests;
pub use ties::{Pair, Paths, TieGraph};
pub use together::{Runs, together};
