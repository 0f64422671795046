//! How many of something hold, and how surely.

use crate::graph::Presence;

/// How many of something surely hold; and, as numbers of their own, how many do as presumed and how many may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that surely hold.
    pub surely: usize,
    /// Those that are presumed to.
    pub presumed: usize,
    /// Those of which dates are too coarse to tell.
    pub maybe: usize,
}

impl Tally {
    /// Counts one more; what does not hold is in no number.
    pub const fn add(&mut self, presence: Presence) {
        match presence {
            Presence::Yes => self.surely += 1,
            Presence::Presumed => self.presumed += 1,
            Presence::Maybe => self.maybe += 1,
            Presence::No => {}
        }
    }

    /// All of them together.
    #[must_use]
    pub const fn all(self) -> usize {
        self.surely + self.presumed + self.maybe
    }
}

impl FromIterator<Presence> for Tally {
    fn from_iter<I: IntoIterator<Item = Presence>>(presences: I) -> Self {
        let mut tally = Self::default();
        presences.into_iter().for_each(|presence| tally.add(presence));
        tally
    }
}
