//! When something happened, as exactly as is known.

use std::cmp::Ordering;

use crate::derived::{Began, Ended};
use crate::graph::Graph;
use crate::judge::phases::Boundary;
use crate::lang::{Lang, history};
use crate::model::RelationId;
use crate::values::{Day, Interval, PartialDate, Precision};

/// A moment at its own precision.
///
/// Moments are ordered as [`PartialDate`] is: by the first day they cover, the finer before the coarser. So one always
/// comes after everything that was surely before it. What is only known to be over by some day stands at that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On this date.
    On(PartialDate),
    /// On some day between two, both included.
    Between(Day, Day),
    /// On or before a day.
    By(Day),
    /// On or after a day.
    From(Day),
}

impl When {
    /// Some day between two, both included: the single date that covers just these days, where there is one.
    #[must_use]
    pub fn between(earliest: Day, latest: Day) -> Self {
        if earliest == Day::MIN {
            return Self::By(latest);
        }
        if latest == Day::MAX {
            return Self::From(earliest);
        }
        let fits = |date: &PartialDate| date.first() == earliest && date.last() == latest;
        let dates = PartialDate::from_day(latest)
            .map(|day| [Precision::Day, Precision::Month, Precision::Year].map(|precision| day.coarsen(precision)));
        dates
            .into_iter()
            .flatten()
            .find(fits)
            .map_or(Self::Between(earliest, latest), Self::On)
    }

    /// When a phase began.
    #[must_use]
    pub fn of_boundary(boundary: &Boundary) -> Self {
        let (earliest, latest) = boundary.days();
        Self::between(earliest, latest)
    }

    /// The earliest and the latest day it may have been.
    #[must_use]
    pub fn days(self) -> (Day, Day) {
        match self {
            Self::On(date) => (date.first(), date.last()),
            Self::Between(earliest, latest) => (earliest, latest),
            Self::By(day) => (Day::MIN, day),
            Self::From(day) => (day, Day::MAX),
        }
    }

    /// The single date, where it is one.
    #[must_use]
    pub const fn date(self) -> Option<PartialDate> {
        match self {
            Self::On(date) => Some(date),
            Self::Between(..) | Self::By(_) | Self::From(_) => None,
        }
    }

    /// The day at which it stands in an order, and the last one it covers.
    fn place(self) -> (Day, Day) {
        match self {
            Self::By(day) | Self::From(day) => (day, Day::MAX),
            other => other.days(),
        }
    }

    /// For reading: "2019", "by 2015-10-21".
    #[must_use]
    pub fn text(self, lang: Lang) -> String {
        match self {
            Self::On(date) => date.to_string(),
            Self::Between(from, to) => history::BETWEEN_DAYS.fill(lang, &[("from", &from), ("to", &to)]),
            Self::By(day) => history::BY_DAY.fill(lang, &[("date", &day)]),
            Self::From(day) => history::FROM_DAY.fill(lang, &[("date", &day)]),
        }
    }

    /// Whether it lies within a window: surely, possibly, or not at all.
    #[must_use]
    pub fn within(self, window: Interval) -> crate::values::Holds {
        use crate::values::Holds;
        let (earliest, latest) = self.days();
        let (first, end) = window.possible();
        if latest < first || earliest >= end {
            Holds::No
        } else if earliest >= first && latest < end {
            Holds::Yes
        } else {
            Holds::Maybe
        }
    }
}

impl Ord for When {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place()).then(self.days().cmp(&other.days()))
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// When a relation began, in the words of its record; whether it was only seen then.
#[must_use]
pub fn start(graph: &Graph<'_>, id: RelationId) -> Option<(When, bool)> {
    Some(match graph.relation(id).began()? {
        Began::On(date) | Began::Announced(date) => (When::On(date), false),
        Began::Seen(date) => (When::On(date), true),
        Began::By(day) => (When::By(day), false),
    })
}

/// The first day without a relation; `None` where no end is known.
#[must_use]
pub fn end(graph: &Graph<'_>, id: RelationId) -> Option<When> {
    Some(match graph.relation(id).ended()? {
        Ended::On(date) => When::On(date),
        Ended::Unknown(earliest, latest)
        | Ended::Terminated(earliest, latest)
        | Ended::Superseded(earliest, latest) => When::between(earliest, latest),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::testing::date;

    #[test]
    fn a_year_stands_after_what_surely_came_before_it_and_shows_as_a_year() {
        let on = |text| When::On(date(text));
        let day = |text| date(text).first();
        let mut found = [
            on("2019-07-22"),
            on("2019"),
            When::By(day("2019-03-01")),
            on("2018-12-31"),
            When::between(day("2019-01-01"), day("2019-06-30")),
            on("2019-01"),
        ];
        found.sort_unstable();
        assert_eq!(
            found.map(|when| when.text(Lang::En)),
            [
                "2018-12-31",
                "2019-01",
                "2019-01-01 to 2019-06-30",
                "2019",
                "by 2019-03-01",
                "2019-07-22"
            ]
        );
    }

    #[test]
    fn days_that_make_a_date_are_that_date() {
        for text in ["2019", "2020-02", "2020-02-29"] {
            assert_eq!(
                When::between(date(text).first(), date(text).last()),
                When::On(date(text))
            );
        }
        let day = date("2019-03-01").first();
        assert_eq!(When::between(Day::MIN, day).text(Lang::Vi), "không muộn hơn 2019-03-01");
        assert_eq!(When::between(day, Day::MAX), When::From(day));
    }
}
