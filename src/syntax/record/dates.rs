//! Dates and ranges of dates, and what is meant by other ways of writing them.

use super::problem::Problem;
use super::{Raw, RawPeriod};
use crate::diagnostics::Code;
use crate::values::{DateError, DateRange, DateRangeError, PartialDate};

const DATE_FORMS: &str = "write `2019`, `2019-07` or `2019-07-22`, as exactly as it is known";
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn date(field: &str, text: &str) -> Result<PartialDate, Problem> {
    text.parse().map_err(|error| bad_date(field, text, &error))
}

fn bad_date(field: &str, text: &str, error: &DateError) -> Problem {
    let bad = |why: String| Problem::new(Code::BadDate, format!("`{field}` is no date: {why}"));
    match error {
        DateError::Form { .. } => {
            let problem = bad(format!("`{text}` is not year, year-month or year-month-day"));
            match meant_date(text) {
                Some(meant) => problem.help(format!("did you mean `{meant}`?")),
                None => problem.help(DATE_FORMS),
            }
        }
        DateError::NoSuchYear => bad("there is no year 0".to_owned()).help(DATE_FORMS),
        DateError::NoSuchMonth { month } => {
            let year = text.get(..4).unwrap_or_default();
            bad(format!("there is no month {month}")).help(format!("write `{year}` if the month is not known"))
        }
        DateError::NoSuchDay { year, month, last, .. } => {
            let name = MONTHS.get(usize::from(*month).wrapping_sub(1)).unwrap_or(&"the month");
            bad(format!("{name} {year} has {last} days")).help(format!(
                "write `{year:04}-{month:02}-{last}` or another day, or `{year:04}-{month:02}` if the day is not known"
            ))
        }
    }
}

/// The date that is meant by forms that leave no doubt.
fn meant_date(text: &str) -> Option<PartialDate> {
    if let Some(date) = spelled_date(text) {
        return Some(date);
    }
    let text = text.split(['T', ' ']).next()?;
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]).parse().ok();
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let (year, rest) = parts.split_first()?;
    if year.len() != 4 || rest.len() > 2 {
        return None;
    }
    let padded = rest
        .iter()
        .fold((*year).to_owned(), |date, part| format!("{date}-{part:0>2}"));
    padded
        .parse()
        .ok()
        .filter(|date: &PartialDate| date.to_string() != text)
}

/// The date of `July 2019`, `22 July 2019` or `Jul 22, 2019`.
fn spelled_date(text: &str) -> Option<PartialDate> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let (year, rest) = words.split_last()?;
    let (mut month, mut day) = (None, None);
    for word in rest {
        match word.parse::<u8>() {
            Ok(number) if day.is_none() => day = Some(number),
            Ok(_) => return None,
            Err(_) => month = Some(month_number(word)?),
        }
    }
    PartialDate::new(year.parse().ok()?, Some(month?), day).ok()
}

fn month_number(word: &str) -> Option<u8> {
    let short = word.get(..3)?.to_lowercase();
    let at = MONTHS
        .iter()
        .position(|month| month.to_lowercase().starts_with(&short))?;
    u8::try_from(at + 1).ok()
}

pub(super) fn published(field: &str, text: &str) -> Result<Raw, Problem> {
    if text == "unknown" {
        return Ok(Raw::Unknown);
    }
    // `2019/07/22` is a date written with slashes, and no range
    let slashed = text.split('/').count() == 3 && meant_date(text).is_some();
    if text.contains('/') && !slashed {
        return range(field, text).map(Raw::Published);
    }
    date(field, text).map(|date| {
        Raw::Published(DateRange {
            from: date,
            to: Some(date),
        })
    })
}

fn range(field: &str, text: &str) -> Result<DateRange, Problem> {
    text.parse().map_err(|error| match error {
        DateRangeError::Form { .. } => {
            Problem::new(Code::BadDate, format!("`{text}` is no range of dates")).help(RANGE_FORMS)
        }
        DateRangeError::Date(error) => {
            let sides = text
                .split('/')
                .find(|side| *side != ".." && side.parse::<PartialDate>().is_err());
            bad_date(field, sides.unwrap_or(text), &error)
        }
        DateRangeError::Backwards { from, to } => Problem::new(
            Code::BadDate,
            format!("`{field}` is no range of dates: `{to}` is before `{from}`"),
        )
        .help(format!("write `{to}/{from}`")),
    })
}

const RANGE_FORMS: &str = "write `2023-05-23/2023-06-30`, or `2023-05-23/..` without an end";

pub(super) fn period(field: &str, text: &str) -> Result<RawPeriod, Problem> {
    match text {
        "once" => Ok(RawPeriod::Once),
        "per_year" => Ok(RawPeriod::PerYear),
        _ if text.contains('/') => range(field, text).map(RawPeriod::During),
        _ => Err(Problem::new(Code::UnknownValue, format!("`{text}` is no period"))
            .help("write `once`, `per_year`, or a range of dates such as `2023-01-30/2024-01-28`")),
    }
}
