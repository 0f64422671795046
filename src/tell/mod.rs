//! The wording that answers share: terms, heads, references, figures, and the wire types of what several answers hold.

pub mod closer;
pub(crate) mod fields;
pub mod figures;
pub(crate) mod heads;
pub mod intention;
pub mod market;
pub(crate) mod money;
pub mod money_wire;
pub mod network;
pub(crate) mod record;
pub(crate) mod rows;
pub(crate) mod sentence;
pub mod sums;
pub(crate) mod terms;
pub(crate) mod ties;
pub mod tranche;
pub mod wire;
pub(crate) mod words;
