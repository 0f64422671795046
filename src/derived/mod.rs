//! What follows from the records of a model before any question is asked: when relations hold, which of them count, how well
//! they are supported, their ties, groups over time; and the snapshot that carries records and outline together.

mod citing;
mod dates;
mod deferred;
mod evidence;
mod groups;
mod hash;
mod holdings;
mod identity;
mod intention;
mod knowledge;
mod known;
mod names;
mod outline;
mod reach;
pub mod snapshot;
mod span;
mod spans;
mod standing;
#[cfg(test)]
mod tests_time;
mod tie;
mod time;

pub use citing::{Citing, cited};
pub use dates::Dates;
pub use evidence::{Evidence, confidence, is_own, is_primary, origins};
pub use groups::{Cause, Groups, Membership, Top};
pub use hash::DataHash;
pub use holdings::{Holding, Holdings, Part, owned_roles};
pub use identity::{Identity, Turn};
pub use intention::{Intention, Outcome};
pub use knowledge::{Cited, Knowledge};
pub use known::{Began, Ended, Known};
pub use names::{Lookup, Names, called, name_key};
pub use outline::Outline;
pub use reach::Reach;
pub use span::Span;
pub use spans::Spans;
pub use standing::{Standing, Standings, Support, connected};
pub use tie::{FELLOW, Tie, TieEnd, member_and_body};
pub use time::span;
