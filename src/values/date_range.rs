//! Spans between two dates.

use std::fmt;
use std::str::FromStr;

use super::{DateError, Day, PartialDate, serde_as_text};

/// A span of dates, `2023-05-23/2023-06` or, without known end, `2023-05-23/..`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DateRange {
    /// The earliest date.
    pub from: PartialDate,
    /// The latest date, itself included; `None` when open.
    pub to: Option<PartialDate>,
}

/// Why a text is not a [`DateRange`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateRangeError {
    /// Not written as two dates with a slash between them.
    #[error("`{text}` is not a range of the form `DATE/DATE` or `DATE/..`")]
    Form {
        /// What was written.
        text: String,
    },
    /// One side is not a date.
    #[error(transparent)]
    Date(#[from] DateError),
    /// The end is surely before the start.
    #[error("`{to}` is before `{from}`")]
    Backwards {
        /// The start.
        from: PartialDate,
        /// The end.
        to: PartialDate,
    },
}

impl DateRange {
    /// The first day it covers.
    #[must_use]
    pub fn first(self) -> Day {
        self.from.first()
    }

    /// The last day it covers, [`Day::MAX`] when it is open.
    #[must_use]
    pub fn last(self) -> Day {
        self.to.map_or(Day::MAX, PartialDate::last)
    }
}

impl FromStr for DateRange {
    type Err = DateRangeError;

    fn from_str(text: &str) -> Result<Self, DateRangeError> {
        let (from, to) = text
            .split_once('/')
            .ok_or_else(|| DateRangeError::Form { text: text.to_owned() })?;
        let from: PartialDate = from.parse()?;
        let to: Option<PartialDate> = if to == ".." { None } else { Some(to.parse()?) };
        match to {
            Some(to) if to.last() < from.first() => Err(DateRangeError::Backwards { from, to }),
            _ => Ok(Self { from, to }),
        }
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}/{to}", self.from),
            None => write!(f, "{}/..", self.from),
        }
    }
}

serde_as_text!(DateRange);

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_range_may_be_open_but_not_backwards() {
        let range = |text: &str| text.parse::<DateRange>();
        for text in ["2023-05-23/..", "2023-05-23/2023-06", "2019/2019-03"] {
            assert_eq!(range(text).unwrap().to_string(), text);
        }
        assert_eq!(range("2023-05-23/..").unwrap().last(), Day::MAX);
        let (from, to) = (date("2020"), date("2019-12-31"));
        assert_eq!(range("2020/2019-12-31"), Err(DateRangeError::Backwards { from, to }));
        assert!(matches!(range("2020"), Err(DateRangeError::Form { .. })));
        assert!(matches!(
            range("../2020"),
            Err(DateRangeError::Date(DateError::Form { .. }))
        ));
        assert!(matches!(
            range("2020-02-30/.."),
            Err(DateRangeError::Date(DateError::NoSuchDay { last: 29, .. }))
        ));
    }
}
