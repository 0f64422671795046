use serde::{Deserialize, Serialize};

/// How far evidence reaches beyond the days that it tells of.
///
/// A tie whose start nobody knows *may* hold for some days before the first evidence of it; further back nothing is known of
/// it. One without a known end holds for some time after the last; from then on it is *presumed*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// How many days before its first evidence a tie may hold.
    pub before: u32,
    /// How many days after its last evidence a tie is not presumed yet; where `None`, as many years as its kind
    /// [lasts](crate::vocab::Lasts::years).
    pub after: Option<u32>,
}

impl Reach {
    /// What is asked where nobody says otherwise.
    pub const DEFAULT: Self = Self {
        before: 365,
        after: None,
    };
}

impl Default for Reach {
    fn default() -> Self {
        Self::DEFAULT
    }
}
