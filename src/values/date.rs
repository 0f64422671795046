//! Dates at the precision at which they are known.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Day;

/// How exactly a date is known; the coarser is the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Only the year.
    Year,
    /// The year and the month.
    Month,
    /// The very day.
    Day,
}

/// A date as a source states it: `2019`, `2019-07` or `2019-07-22` (EDTF level 0), years 1 to 9999.
///
/// It always covers at least one day. Dates are ordered by the first day they cover, and among those that begin
/// together the finer comes first: `2018-12-31`, `2019-01-01`, `2019-01`, `2019`, `2019-01-02`. So a date always comes
/// after everything that was surely before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i16,
    /// 1 to 12, or 0 when unknown.
    month: u8,
    /// 1 to 31, or 0 when unknown.
    day: u8,
}

/// Why a text is not a [`PartialDate`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[error("`{text}` is not a date of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`")]
    Form {
        /// What was written.
        text: String,
    },
    /// The year is 0.
    #[error("there is no year 0")]
    NoSuchYear,
    /// The month is not 1 to 12.
    #[error("there is no month {month}")]
    NoSuchMonth {
        /// The month that was written.
        month: u8,
    },
    /// The month has no such day.
    #[error("`{year:04}-{month:02}` has no day {day}")]
    NoSuchDay {
        /// The year that was written.
        year: i16,
        /// The month that was written.
        month: u8,
        /// The day that was written.
        day: u8,
        /// The last day of that month.
        last: u8,
    },
}

impl PartialDate {
    /// The last date that can be written.
    pub const LAST: Self = Self {
        year: 9999,
        month: 12,
        day: 31,
    };

    /// The year 1, the first that a date can name.
    pub const FIRST: Self = Self {
        year: 1,
        month: 0,
        day: 0,
    };

    /// Makes a date from its parts, `None` for an unknown month or day.
    ///
    /// # Errors
    /// When the calendar has no such year, month or day, or when a day comes without its month.
    pub fn new(year: i16, month: Option<u8>, day: Option<u8>) -> Result<Self, DateError> {
        match year {
            1..=9999 => {}
            0 => return Err(DateError::NoSuchYear),
            _ => return Err(DateError::Form { text: year.to_string() }),
        }
        let Some(month) = month else {
            return match day {
                None => Ok(Self { year, month: 0, day: 0 }),
                Some(day) => Err(DateError::Form {
                    text: format!("{year:04}-?-{day:02}"),
                }),
            };
        };
        if !(1..=12).contains(&month) {
            return Err(DateError::NoSuchMonth { month });
        }
        let last = days_in_month(year, month);
        match day {
            Some(day) if !(1..=last).contains(&day) => Err(DateError::NoSuchDay { year, month, day, last }),
            _ => Ok(Self {
                year,
                month,
                day: day.unwrap_or(0),
            }),
        }
    }

    /// The date of a day; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn from_day(day: Day) -> Option<Self> {
        let date = day.to_date()?;
        let part = |number: u32| u8::try_from(number).ok();
        Self::new(i16::try_from(date.year()).ok()?, part(date.month()), part(date.day())).ok()
    }

    /// The first day it covers.
    #[must_use]
    pub fn first(self) -> Day {
        self.on(self.month.max(1), self.day.max(1))
    }

    /// The last day it covers.
    #[must_use]
    pub fn last(self) -> Day {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 {
            days_in_month(self.year, month)
        } else {
            self.day
        };
        self.on(month, day)
    }

    fn on(self, month: u8, day: u8) -> Day {
        // construction admits only days of the calendar, so the fallback is never taken
        Day::from_ymd(self.year.into(), month.into(), day.into()).unwrap_or(Day::MIN)
    }

    /// How exactly it is known.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, 1 to 31, where it is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// The same date at no more than `precision`; it is never made finer.
    #[must_use]
    pub const fn coarsen(self, precision: Precision) -> Self {
        match precision {
            Precision::Year => Self {
                month: 0,
                day: 0,
                ..self
            },
            Precision::Month => Self { day: 0, ..self },
            Precision::Day => self,
        }
    }

    fn pack(self) -> u32 {
        u32::from(self.year.unsigned_abs()) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }

    fn unpack(packed: u32) -> Option<Self> {
        let part = |bits: u32| u8::try_from(bits).ok().filter(|&number| number != 0);
        let year = i16::try_from(packed >> 9).ok()?;
        Self::new(year, part(packed >> 5 & 15), part(packed & 31)).ok()
    }
}

/// Days in a month of 1 to 12.
fn days_in_month(year: i16, month: u8) -> u8 {
    (28..=31)
        .rev()
        .find(|&day| NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).is_some())
        .unwrap_or(28)
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.first()
            .cmp(&other.first())
            .then_with(|| other.precision().cmp(&self.precision()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form { text: text.to_owned() };
        let mut parts = text.split('-');
        let year = parts.next().and_then(|part| digits(part, 4)).ok_or_else(form)?;
        let mut part = || match parts.next() {
            None => Ok(None),
            Some(part) => digits(part, 2)
                .and_then(|number| u8::try_from(number).ok())
                .map(Some)
                .ok_or_else(form),
        };
        let (month, day) = (part()?, part()?);
        if parts.next().is_some() {
            return Err(form());
        }
        Self::new(year, month, day)
    }
}

/// Reads exactly `count` ASCII digits.
fn digits(text: &str, count: usize) -> Option<i16> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // dates are most of what an answer says: digits by hand take a tenth of what `format!` does
        let mut text = *b"0000-00-00";
        let mut put = |from: usize, to: usize, mut number: u16| {
            for digit in text[from..to].iter_mut().rev() {
                *digit += (number % 10) as u8;
                number /= 10;
            }
        };
        put(0, 4, self.year.unsigned_abs());
        put(5, 7, self.month.into());
        put(8, 10, self.day.into());
        let length = match self.precision() {
            Precision::Year => 4,
            Precision::Month => 7,
            Precision::Day => 10,
        };
        f.pad(std::str::from_utf8(&text[..length]).unwrap_or_default())
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_u32(self.pack())
        }
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
        } else {
            Self::unpack(u32::deserialize(deserializer)?).ok_or_else(|| de::Error::custom("not a packed date"))
        }
    }
}

impl schemars::JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A date as exact as it is known: a year, a month or a day.",
            "type": "string",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    fn any_date() -> impl Strategy<Value = PartialDate> {
        let parts = (1..=9999_i16, prop::option::of(1..=12_u8), prop::option::of(1..=28_u8));
        parts.prop_map(|(year, month, day)| PartialDate::new(year, month, month.and(day)).unwrap())
    }

    proptest! {
        #[test]
        fn a_date_survives_every_form(date in any_date()) {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            let json = serde_json::to_string(&date).unwrap();
            prop_assert_eq!(json.trim_matches('"'), date.to_string());
            prop_assert_eq!(serde_json::from_str::<PartialDate>(&json).unwrap(), date);
            let bytes = postcard::to_stdvec(&date).unwrap();
            prop_assert!(bytes.len() <= 4);
            prop_assert_eq!(postcard::from_bytes(&bytes), Ok(date));
        }

        #[test]
        fn order_keeps_what_was_surely_before(a in any_date(), b in any_date()) {
            if a.last() < b.first() {
                prop_assert!(a < b);
            }
            prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        }

        #[test]
        fn no_text_makes_reading_panic(text in "\\PC{0,12}|[0-9]{3,5}-[0-9]{1,3}-[0-9]{1,3}") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string(), text);
                prop_assert!(date.first() <= date.last());
            }
        }
    }

    #[test]
    fn a_date_covers_its_days() {
        let covers = |text| (date(text).first().to_string(), date(text).last().to_string());
        assert_eq!(covers("2019"), ("2019-01-01".into(), "2019-12-31".into()));
        assert_eq!(covers("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(covers("1900-02"), ("1900-02-01".into(), "1900-02-28".into()));
        assert_eq!(covers("2019-07-22"), ("2019-07-22".into(), "2019-07-22".into()));
        assert_eq!(
            PartialDate::from_day(date("2019-07-22").first()),
            Some(date("2019-07-22"))
        );
        assert_eq!(
            (PartialDate::from_day(Day::MIN), PartialDate::from_day(Day::MAX)),
            (None, None)
        );
        assert_eq!(date("2019-07-22").coarsen(Precision::Month), date("2019-07"));
        assert_eq!(date("2019").coarsen(Precision::Day), date("2019"));
        assert_eq!(size_of::<PartialDate>(), 4);
    }

    #[test]
    fn the_finer_date_comes_first() {
        let mut dates = ["2019-01-02", "2019", "2019-01", "2019-01-01", "2018-12-31"].map(date);
        dates.sort_unstable();
        assert_eq!(
            dates.map(|date| date.to_string()),
            ["2018-12-31", "2019-01-01", "2019-01", "2019", "2019-01-02"]
        );
    }

    #[test]
    fn errors_tell_what_is_wrong() {
        let error = |text: &str| text.parse::<PartialDate>().unwrap_err();
        assert_eq!(
            error("2019-02-30"),
            DateError::NoSuchDay {
                year: 2019,
                month: 2,
                day: 30,
                last: 28
            }
        );
        assert_eq!(
            error("2024-02-00"),
            DateError::NoSuchDay {
                year: 2024,
                month: 2,
                day: 0,
                last: 29
            }
        );
        assert_eq!(
            (error("2019-13"), error("0000")),
            (DateError::NoSuchMonth { month: 13 }, DateError::NoSuchYear)
        );
        for text in [
            "",
            "19",
            "2019-",
            "2019-7",
            "2019/07",
            "22.7.2019",
            "2019-07-22-",
            "-2019",
            "+201",
            "năm 2019",
            "２０１９",
        ] {
            assert_eq!(error(text), DateError::Form { text: text.into() });
        }
    }
}
