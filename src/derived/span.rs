use serde::{Deserialize, Serialize};

use crate::values::{Day, Interval};

/// When a relation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Its interval.
    pub interval: Interval,
    /// The first day on which it holds only as presumed: nobody has looked for too long. [`Day::MAX`] where never.
    pub presumed_from: Day,
}

impl Span {
    /// The time for which it needs no presumption, as one more interval to overlap with; `None` where there is none.
    #[must_use]
    pub fn firm(&self) -> Option<Interval> {
        Interval::new(Day::MIN, Day::MIN, self.presumed_from, self.presumed_from)
    }
}
