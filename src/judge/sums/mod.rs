//! What counts in a sum of money: the only place that adds amounts of relations.
//!
//! One [`Ledger`] for each answer says of every amount in which sum it is counted, or why in none. Text, data formats and
//! pictures take their figures from there, so that they agree to the coin.

mod ledger;
mod placing;
#[cfg(test)]
mod tests;
mod told;

pub use ledger::{Ledger, Parties, Sum};
pub use placing::{AmountAt, Apart, Place};
pub use told::told_from;
