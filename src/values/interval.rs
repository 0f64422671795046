//! When something holds, with what is not known about it.

use serde::{Deserialize, Serialize};

use super::{Day, PartialDate};

/// A span of days whose start and end are known to lie within bounds.
///
/// The start `s` is its first day, the end `e` the first day without it; `s` lies in `[s0, s1]`, `e` in `[e0, e1]`, and
/// `s < e`. Bounds are tightened on construction, so that each is reached by some choice: `s1 < e1` and `s0 < e0`.
/// [`Day::MIN`] as a start means "as far back as anything", [`Day::MAX`] as an end "no known end".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "[Day; 4]", into = "[Day; 4]")]
pub struct Interval {
    s0: Day,
    s1: Day,
    e0: Day,
    e1: Day,
}

impl Interval {
    /// From before everything to after everything.
    pub const ALWAYS: Self = Self {
        s0: Day::MIN,
        s1: Day::MIN,
        e0: Day::MAX,
        e1: Day::MAX,
    };

    /// An interval that starts in `[s0, s1]` and ends (first day without it) in `[e0, e1]`.
    ///
    /// `None` when it could not hold one day (`s0 >= e1`), or when a pair of bounds is the wrong way round.
    #[must_use]
    pub fn new(s0: Day, s1: Day, e0: Day, e1: Day) -> Option<Self> {
        if s0 >= e1 || s0 > s1 || e0 > e1 {
            return None;
        }
        Some(Self {
            s0,
            s1: s1.min(e1.prev()),
            e0: e0.max(s0.next()),
            e1,
        })
    }

    /// What `since` and `until` in a record mean; without `until` there is no known end.
    ///
    /// `None` when `since` is surely not before `until`. `since: 2019, until: 2019` is some days within 2019; the same
    /// day twice is nothing.
    #[must_use]
    pub fn from_dates(since: PartialDate, until: Option<PartialDate>) -> Option<Self> {
        let (e0, e1) = until.map_or((Day::MAX, Day::MAX), |until| (until.first(), until.last()));
        Self::new(since.first(), since.last(), e0, e1)
    }

    /// Surely every day from `first` to `last`, both included; given the wrong way round, they are swapped.
    #[must_use]
    pub fn window(first: Day, last: Day) -> Self {
        // an infinity alone is no day: stepping off it keeps the window from being empty
        let start = first.min(last).min(Day::MAX_DAY);
        let end = first.max(last).max(Day::MIN_DAY).next();
        Self {
            s0: start,
            s1: start,
            e0: end,
            e1: end,
        }
    }

    /// Surely every day that `date` covers.
    #[must_use]
    pub fn during(date: PartialDate) -> Self {
        Self::window(date.first(), date.last())
    }

    /// One day, somewhere within `date`.
    #[must_use]
    pub fn point(date: PartialDate) -> Self {
        let (first, last) = (date.first(), date.last());
        Self {
            s0: first,
            s1: last,
            e0: first.next(),
            e1: last.next(),
        }
    }

    /// Something seen to hold on some day of each date, its start and end unknown around them; `None` without dates.
    ///
    /// On a date that is a full day it surely held.
    #[must_use]
    pub fn observed(dates: &[PartialDate]) -> Option<Self> {
        let started_by = dates.iter().map(|date| date.last()).min()?;
        let lasted_to = dates.iter().map(|date| date.first()).max()?;
        Self::new(Day::MIN, started_by, lasted_to.next(), Day::MAX)
    }

    /// The earliest and the latest day on which it may start.
    #[must_use]
    pub const fn start(self) -> (Day, Day) {
        (self.s0, self.s1)
    }

    /// The earliest and the latest day that may be the first without it.
    #[must_use]
    pub const fn end(self) -> (Day, Day) {
        (self.e0, self.e1)
    }

    /// The time before it, up to its uncertain start; `None` when it holds from before everything.
    ///
    /// It shares that uncertainty with the interval itself, which [`overlap`] does not know: do not ask for both at once.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        Self::new(Day::MIN, Day::MIN, self.s0, self.s1)
    }

    /// The time after it, from its uncertain end; `None` when it has no end.
    ///
    /// As with [`Interval::before`], do not ask [`overlap`] about it and the interval itself at once.
    #[must_use]
    pub fn after(self) -> Option<Self> {
        Self::new(self.e0, self.e1, Day::MAX, Day::MAX)
    }

    /// The days on which it surely holds, the second one excluded; `None` when there is no such day.
    #[must_use]
    pub fn sure(self) -> Option<(Day, Day)> {
        (self.s1 < self.e0).then_some((self.s1, self.e0))
    }

    /// The days on which it may hold, the second one excluded.
    #[must_use]
    pub const fn possible(self) -> (Day, Day) {
        (self.s0, self.e1)
    }
}

impl TryFrom<[Day; 4]> for Interval {
    type Error = &'static str;

    fn try_from([s0, s1, e0, e1]: [Day; 4]) -> Result<Self, Self::Error> {
        Self::new(s0, s1, e0, e1).ok_or("an interval that holds no day")
    }
}

impl From<Interval> for [Day; 4] {
    fn from(interval: Interval) -> Self {
        [interval.s0, interval.s1, interval.e0, interval.e1]
    }
}

/// How surely something holds; the surer is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// Whatever the true dates are, it does not.
    No,
    /// It depends on dates that are known too coarsely.
    Maybe,
    /// Whatever the true dates are, it does.
    Yes,
}

/// Whether all of `parts` hold together on some day; nothing at all always does.
///
/// This is exact, not an estimate, for parts whose true dates are independent of each other: intervals share a day if
/// every two of them do, so two parts that cannot meet make it [`Holds::No`], and it is [`Holds::Yes`] if every two meet
/// even when each starts as late and ends as early as it can. The same uncertain interval given twice counts as two
/// things that are equally uncertain.
#[must_use]
pub fn overlap(parts: &[Interval]) -> Holds {
    // everything is compared with all time too: "after a tie that may never end" may itself be empty
    let mut holds = parts
        .iter()
        .map(|&part| meet(part, Interval::ALWAYS))
        .min()
        .unwrap_or(Holds::Yes);
    for (index, &part) in parts.iter().enumerate() {
        for &other in &parts[..index] {
            holds = holds.min(meet(part, other));
        }
    }
    holds
}

/// Whether two independent intervals share a day.
fn meet(a: Interval, b: Interval) -> Holds {
    if a.s0 >= b.e1 || b.s0 >= a.e1 {
        Holds::No
    } else if a.s1 < b.e0 && b.s1 < a.e0 {
        Holds::Yes
    } else {
        Holds::Maybe
    }
}
