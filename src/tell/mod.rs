//! The wording that answers share: terms, heads, references, figures, and the wire types of what several answers hold.

pub(crate) mod closer;
pub(crate) mod fields;
pub mod figures;
pub(crate) mod heads;
pub(crate) mod intention;
pub(crate) mod market;
pub(crate) mod money;
pub(crate) mod money_wire;
pub(crate) mod network;
pub(crate) mod record;
pub(crate) mod rows;
pub(crate) mod sentence;
pub(crate) mod sums;
pub(crate) mod terms;
pub(crate) mod ties;
pub mod tranche;
pub(crate) mod uncounted;
pub(crate) mod wire;
pub(crate) mod words;
