//! One day of the calendar, as a number.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar, counted from 1 January of year 1 (which is day 1).
///
/// [`Day::MIN`] and [`Day::MAX`] are no days of the calendar: they stand for "before everything" and "after
/// everything", and arithmetic leaves them where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Day(i32);

impl Day {
    /// Before everything.
    pub const MIN: Self = Self(i32::MIN);
    /// After everything.
    pub const MAX: Self = Self(i32::MAX);
    /// The number next to [`Day::MIN`], for spans that must not be empty.
    pub(super) const MIN_DAY: Self = Self(i32::MIN + 1);
    /// The number next to [`Day::MAX`], for spans that must not be empty.
    pub(super) const MAX_DAY: Self = Self(i32::MAX - 1);

    /// The day with this year, month and day of the month; `None` when the calendar has no such day.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from)
    }

    /// Its number: how many days it lies after the day before 1 January of year 1.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day of a number.
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// The calendar date; `None` for [`Day::MIN`] and [`Day::MAX`].
    #[must_use]
    pub fn to_date(self) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(self.0)
    }

    /// The day after this one; [`Day::MIN`] and [`Day::MAX`] stay.
    #[must_use]
    pub fn next(self) -> Self {
        if self == Self::MIN {
            self
        } else {
            Self(self.0.saturating_add(1))
        }
    }

    /// The day before this one; [`Day::MIN`] and [`Day::MAX`] stay.
    #[must_use]
    pub fn prev(self) -> Self {
        if self == Self::MAX {
            self
        } else {
            Self(self.0.saturating_sub(1))
        }
    }

    /// The same day `years` later, 28 February where 29 February is missing; [`Day::MIN`] and [`Day::MAX`] stay.
    ///
    /// Past the end of the calendar the answer is [`Day::MAX`].
    #[must_use]
    pub fn plus_years(self, years: u32) -> Self {
        let Some(date) = self.to_date() else { return self };
        let later = years
            .checked_mul(12)
            .and_then(|months| date.checked_add_months(Months::new(months)));
        later.map_or(Self::MAX, Self::from)
    }

    /// So many days later; [`Day::MIN`] and [`Day::MAX`] stay, and past the end of what numbers can hold it is [`Day::MAX`].
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        match self {
            Self::MIN => self,
            Self(day) => Self(day.saturating_add_unsigned(days)),
        }
    }

    /// So many days earlier; [`Day::MIN`] and [`Day::MAX`] stay, and before what numbers can hold it is [`Day::MIN`].
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        match self {
            Self::MAX => self,
            Self(day) => Self(day.saturating_sub_unsigned(days)),
        }
    }

    /// Days from this one to `other`, negative when `other` is earlier; saturates at the bounds of `i32`.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        other.0.saturating_sub(self.0)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce())
    }
}

impl fmt::Display for Day {
    /// Writes `YYYY-MM-DD`, `-∞` for [`Day::MIN`] and `∞` for [`Day::MAX`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_date() {
            Some(date) => f.pad(&date.format("%Y-%m-%d").to_string()),
            None => f.pad(if self.0 < 0 { "-∞" } else { "∞" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    #[test]
    fn steps_cross_months_and_years() {
        assert_eq!(day(2024, 2, 28).next(), day(2024, 2, 29));
        assert_eq!(day(2023, 2, 28).next(), day(2023, 3, 1));
        assert_eq!(day(2020, 1, 1).prev(), day(2019, 12, 31));
        assert_eq!(day(2019, 1, 1).days_until(day(2020, 1, 1)), 365);
        assert_eq!(day(2020, 1, 1).days_until(day(2019, 12, 31)), -1);
    }

    #[test]
    fn a_leap_day_has_an_anniversary_every_year() {
        assert_eq!(day(2024, 2, 29).plus_years(1), day(2025, 2, 28));
        assert_eq!(day(2024, 2, 29).plus_years(4), day(2028, 2, 29));
        assert_eq!(day(2024, 2, 29).plus_years(u32::MAX), Day::MAX);
    }

    #[test]
    fn infinities_stay_where_they_are() {
        for end in [Day::MIN, Day::MAX] {
            assert_eq!(
                (end.next(), end.prev(), end.plus_years(3), end.to_date()),
                (end, end, end, None)
            );
        }
        assert_eq!(Day::MIN.days_until(Day::MAX), i32::MAX);
    }

    #[test]
    fn days_print_as_dates() {
        assert_eq!(day(2019, 7, 22).to_string(), "2019-07-22");
        assert_eq!(day(33, 4, 3).to_string(), "0033-04-03");
        assert_eq!(format!("{} {}", Day::MIN, Day::MAX), "-∞ ∞");
        assert_eq!(Day::from_ymd(2019, 2, 30), None);
    }
}
