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

    /// From `since` until `until`, each open where it is not given; `None` when the dates leave no day.
    #[must_use]
    pub fn between(since: Option<PartialDate>, until: Option<PartialDate>) -> Option<Self> {
        let (s0, s1) = since.map_or((Day::MIN, Day::MIN), |date| (date.first(), date.last()));
        let (e0, e1) = until.map_or((Day::MAX, Day::MAX), |date| (date.first(), date.last()));
        Self::new(s0, s1, e0, e1)
    }

    /// The same start, ended by the start of `later`: both share one boundary day. `None` when that leaves no day.
    #[must_use]
    pub fn until_start_of(self, later: Self) -> Option<Self> {
        Self::new(self.s0, self.s1, later.s0, later.s1)
    }

    /// The same start, ended by the start of `later` where that comes before its own end. `None` when that leaves no day.
    #[must_use]
    pub fn ended_by(self, later: Self) -> Option<Self> {
        Self::new(self.s0, self.s1, self.e0.min(later.s0), self.e1.min(later.s1))
    }

    /// The same start, and an end that is not before `day`.
    #[must_use]
    pub fn lasting_to(self, day: Day) -> Self {
        Self {
            e0: self.e0.max(day),
            e1: self.e1.max(day),
            ..self
        }
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
    /// It shares that uncertainty with the interval itself, which [`overlap`](super::overlap) does not know: do not ask for both at once.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        Self::new(Day::MIN, Day::MIN, self.s0, self.s1)
    }

    /// The time after it, from its uncertain end; `None` when it has no end.
    ///
    /// As with [`Interval::before`], do not ask [`overlap`](super::overlap) about it and the interval itself at once.
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::ops::Range;

    use proptest::prelude::*;

    use super::*;
    use crate::values::{Holds, overlap};

    /// The day this many days after 1 February 2019.
    fn day(offset: i32) -> Day {
        let base = chrono::NaiveDate::from_ymd_opt(2019, 2, 1).unwrap();
        (base + chrono::TimeDelta::days(offset.into())).into()
    }

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    fn since(text: &str) -> Interval {
        Interval::from_dates(date(text), None).unwrap()
    }

    /// Every (start, end) that the bounds admit, as offsets.
    fn choices(bounds: [i32; 4]) -> Vec<(i32, i32)> {
        let [s0, s1, e0, e1] = bounds;
        (s0..=s1)
            .flat_map(|s| (e0..=e1).filter(move |e| s < *e).map(move |e| (s, e)))
            .collect()
    }

    /// The answer by trying every combination of choices; a set of days is a bit a day.
    fn by_hand(parts: &[Vec<(i32, i32)>]) -> Holds {
        let days = |&(s, e): &(i32, i32)| (s..e).fold(0_u64, |days, day| days | 1 << (day + 8));
        let shared = parts.iter().fold(BTreeSet::from([u64::MAX]), |so_far, part| {
            so_far
                .iter()
                .flat_map(|shared| part.iter().map(move |span| shared & days(span)))
                .collect()
        });
        match (shared.contains(&0), shared.len()) {
            (true, 1) => Holds::No,
            (true, _) => Holds::Maybe,
            (false, _) => Holds::Yes,
        }
    }

    fn bounds(days: Range<i32>) -> impl Strategy<Value = [i32; 4]> {
        let four = [days.clone(), days.clone(), days.clone(), days];
        four.prop_map(|[a, b, c, d]: [i32; 4]| [a.min(b), a.max(b), c.min(d), c.max(d)])
    }

    fn not_empty(bounds: &[i32; 4]) -> bool {
        bounds[0] < bounds[3]
    }

    fn interval([s0, s1, e0, e1]: [i32; 4]) -> Option<Interval> {
        Interval::new(day(s0), day(s1), day(e0), day(e1))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        #[test]
        fn overlap_is_exact(parts in prop::collection::vec(bounds(0..6).prop_filter("empty", not_empty), 0..4)) {
            let intervals: Vec<_> = parts.iter().filter_map(|b| interval(*b)).collect();
            let tried: Vec<_> = parts.iter().map(|b| choices(*b)).collect();
            prop_assert_eq!(overlap(&intervals), by_hand(&tried), "{:?}", parts);
        }

        #[test]
        fn an_interval_exists_when_a_choice_does_and_its_bounds_are_reached(bounds in bounds(0..6)) {
            let choices = choices(bounds);
            let interval = interval(bounds);
            prop_assert_eq!(interval.is_some(), !choices.is_empty());
            if let Some(interval) = interval {
                let starts = || choices.iter().map(|choice| day(choice.0));
                let ends = || choices.iter().map(|choice| day(choice.1));
                prop_assert_eq!(interval.start(), (starts().min().unwrap(), starts().max().unwrap()));
                prop_assert_eq!(interval.end(), (ends().min().unwrap(), ends().max().unwrap()));
            }
        }

        #[test]
        fn sure_and_possible_days_are_what_overlap_says(bounds in bounds(0..6), asked in 0..6) {
            prop_assume!(not_empty(&bounds));
            let interval = interval(bounds).unwrap();
            let asked = day(asked);
            let on = |(first, end): (Day, Day)| first <= asked && asked < end;
            let holds = overlap(&[interval, Interval::window(asked, asked)]);
            prop_assert_eq!(holds == Holds::Yes, interval.sure().is_some_and(on));
            prop_assert_eq!(holds != Holds::No, on(interval.possible()));
        }

        /// A point forgets that its end is the day after its start; among intervals that loses nothing.
        #[test]
        fn a_point_is_exact_too(
            parts in prop::collection::vec(bounds(-3..32).prop_filter("empty", not_empty), 0..3),
            points in 1..3_usize,
        ) {
            let mut intervals: Vec<_> = parts.iter().filter_map(|b| interval(*b)).collect();
            let mut tried: Vec<_> = parts.iter().map(|b| choices(*b)).collect();
            for _ in 0..points {
                intervals.push(Interval::point(date("2019-02")));
                tried.push((0..28).map(|s| (s, s + 1)).collect());
            }
            prop_assert_eq!(overlap(&intervals), by_hand(&tried));
        }
    }

    #[test]
    fn the_same_year_twice_lasted_some_days_of_it() {
        let within = Interval::from_dates(date("2019"), Some(date("2019"))).unwrap();
        let ask = |text| overlap(&[within, Interval::during(date(text))]);
        assert_eq!(
            (ask("2019"), ask("2019-06"), ask("2020")),
            (Holds::Yes, Holds::Maybe, Holds::No)
        );
        assert_eq!(within.start(), (date("2019-01-01").first(), date("2019-12-30").first()));
        assert_eq!(Interval::from_dates(date("2019-07-22"), Some(date("2019-07-22"))), None);
        assert_eq!(Interval::from_dates(date("2020"), Some(date("2019"))), None);
    }

    #[test]
    fn a_hand_over_on_one_day_leaves_no_gap_and_no_overlap() {
        let older = Interval::from_dates(date("2016-01-01"), Some(date("2019-07-22"))).unwrap();
        let newer = since("2019-07-22");
        assert_eq!(overlap(&[older, newer]), Holds::No);
        assert_eq!(older.after().unwrap().start(), newer.start());
        assert_eq!(newer.before().unwrap().end(), newer.start());
    }

    #[test]
    fn what_was_observed_surely_held_on_that_day_and_between() {
        let day = Interval::observed(&[date("2025-03-14")]).unwrap();
        assert_eq!(
            day.sure(),
            Some((date("2025-03-14").first(), date("2025-03-15").first()))
        );
        let month = Interval::observed(&[date("2025-03")]).unwrap();
        assert_eq!(month.sure(), None);
        assert_eq!(overlap(&[month, Interval::during(date("2025-03"))]), Holds::Yes);
        let twice = Interval::observed(&[date("2021"), date("2019-05-01")]).unwrap();
        assert_eq!(overlap(&[twice, Interval::during(date("2020"))]), Holds::Yes);
        assert_eq!(overlap(&[twice, Interval::during(date("2018"))]), Holds::Maybe);
        assert_eq!(Interval::observed(&[]), None);
    }

    #[test]
    fn a_point_is_somewhere_in_its_date() {
        let point = Interval::point(date("2019"));
        let ask = |text| overlap(&[point, Interval::during(date(text))]);
        assert_eq!(
            (ask("2019"), ask("2019-03"), ask("2018")),
            (Holds::Yes, Holds::Maybe, Holds::No)
        );
        assert_eq!(
            Interval::point(date("2019-03-05")),
            Interval::during(date("2019-03-05"))
        );
    }

    #[test]
    fn infinities_bound_without_being_days() {
        let open = since("2019");
        assert_eq!(
            (open.after(), Interval::ALWAYS.before(), Interval::ALWAYS.after()),
            (None, None, None)
        );
        assert_eq!(overlap(&[Interval::ALWAYS, open]), Holds::Yes);
        let perhaps_over = Interval::new(day(0), day(0), day(9), Day::MAX)
            .unwrap()
            .after()
            .unwrap();
        assert_eq!(overlap(&[perhaps_over]), Holds::Maybe);
        for day in [Day::MIN, Day::MAX] {
            assert_eq!(overlap(&[Interval::window(day, day), Interval::ALWAYS]), Holds::Yes);
        }
        assert_eq!(Interval::window(day(5), day(3)), Interval::window(day(3), day(5)));
        assert_eq!(
            (overlap(&[]), Holds::No < Holds::Maybe, Holds::Maybe < Holds::Yes),
            (Holds::Yes, true, true)
        );
    }

    #[test]
    fn snapshots_cannot_smuggle_in_an_empty_interval() {
        let bytes = postcard::to_stdvec(&since("2019")).unwrap();
        assert_eq!(postcard::from_bytes::<Interval>(&bytes), Ok(since("2019")));
        let empty = postcard::to_stdvec(&[day(3), day(3), day(3), day(3)]).unwrap();
        assert!(postcard::from_bytes::<Interval>(&empty).is_err());
    }
}
