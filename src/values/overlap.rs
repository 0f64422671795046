//! Whether things hold together: the one judge of time.

use serde::{Deserialize, Serialize};

use super::{Day, Interval};

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

/// Whether all of `parts` hold together on some day; nothing at all always does. Cost: linear.
///
/// This is exact, not an estimate, for parts whose true dates are independent of each other: intervals share a day if
/// every two of them do, so two parts that cannot meet make it [`Holds::No`], and it is [`Holds::Yes`] if every two meet
/// even when each starts as late and ends as early as it can. The same uncertain interval given twice counts as two
/// things that are equally uncertain.
#[must_use]
pub fn overlap(parts: &[Interval]) -> Holds {
    parts.iter().copied().collect::<Overlap>().holds()
}

/// Some intervals that are to hold together, of which nothing is kept but what decides with whatever else they do: the latest
/// of their earliest and of their latest starts, the earliest of their ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    s0: Day,
    s1: Day,
    e0: Day,
    e1: Day,
    holds: Holds,
}

impl Overlap {
    /// Nothing yet. What is added is compared with all time too: "after a tie that may never end" may itself be empty.
    pub const NOTHING: Self = Self {
        s0: Day::MIN,
        s1: Day::MIN,
        e0: Day::MAX,
        e1: Day::MAX,
        holds: Holds::Yes,
    };

    /// The same and another interval.
    #[must_use]
    pub fn and(self, part: Interval) -> Self {
        let ((s0, s1), (e0, e1)) = (part.start(), part.end());
        self.with(Self {
            s0,
            s1,
            e0,
            e1,
            holds: Holds::Yes,
        })
    }

    /// These and others. Each of these is compared with each of the others by what bounds them all.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let meet = if self.s0 >= other.e1 || other.s0 >= self.e1 {
            Holds::No
        } else if self.s1 < other.e0 && other.s1 < self.e0 {
            Holds::Yes
        } else {
            Holds::Maybe
        };
        Self {
            s0: self.s0.max(other.s0),
            s1: self.s1.max(other.s1),
            e0: self.e0.min(other.e0),
            e1: self.e1.min(other.e1),
            holds: self.holds.min(other.holds).min(meet),
        }
    }

    /// Whether they all hold together on some day; see [`overlap`].
    #[must_use]
    pub const fn holds(self) -> Holds {
        self.holds
    }
}

impl FromIterator<Interval> for Overlap {
    fn from_iter<I: IntoIterator<Item = Interval>>(parts: I) -> Self {
        parts.into_iter().fold(Self::NOTHING, Self::and)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parts() -> impl Strategy<Value = Vec<Interval>> {
        let day = || prop_oneof![Just(Day::MIN), Just(Day::MAX), (0..6_i32).prop_map(Day::from_number)];
        let part = (day(), day(), day(), day()).prop_filter_map("no day", |(a, b, c, d)| {
            Interval::new(a.min(b), a.max(b), c.min(d), c.max(d))
        });
        proptest::collection::vec(part, 0..4)
    }

    /// Every two compared, and each with all time.
    fn by_pairs(parts: &[Interval]) -> Holds {
        let meet = |a: Interval, b: Interval| {
            if a.start().0 >= b.end().1 || b.start().0 >= a.end().1 {
                Holds::No
            } else if a.start().1 < b.end().0 && b.start().1 < a.end().0 {
                Holds::Yes
            } else {
                Holds::Maybe
            }
        };
        let all: Vec<Interval> = parts.iter().copied().chain([Interval::ALWAYS]).collect();
        let pairs = (0..all.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        pairs.map(|(a, b)| meet(all[a], all[b])).min().unwrap_or(Holds::Yes)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn bounds_decide_what_every_two_parts_decide(some in parts(), others in parts()) {
            let all = [some.as_slice(), &others].concat();
            prop_assert_eq!(overlap(&all), by_pairs(&all));
            let (some, others): (Overlap, Overlap) = (some.into_iter().collect(), others.into_iter().collect());
            prop_assert_eq!(some.with(others).holds(), overlap(&all));
        }
    }
}
