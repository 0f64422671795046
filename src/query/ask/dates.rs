//! Dates as people write them in a question.

use crate::values::{PartialDate, fold};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads `2019-07`, `July 2019`, `22 July 2019`, `July 22, 2019`, `tháng 7 năm 2019`, `7/2019`, `22/7/2019` (day before
/// month), `last year`, `năm ngoái`. Words that stand before a date in any language are left to the patterns.
pub(super) fn date(words: &[&str], today: PartialDate) -> Option<PartialDate> {
    // folding parts figures at their hyphens and slashes
    let plain = |word: &&str| {
        if word.chars().any(char::is_alphabetic) {
            fold(word)
        } else {
            (*word).to_owned()
        }
    };
    let folded: Vec<String> = words.iter().map(plain).collect();
    let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
    let year = |offset: i16| PartialDate::new(today.year() + offset, None, None).ok();
    match folded.as_slice() {
        ["last", "year"] | ["nam", "ngoai" | "truoc"] => year(-1),
        ["this", "year"] | ["nam", "nay"] => year(0),
        [one] => one.parse().ok().or_else(|| slashed(one)),
        [month, year] => of(year, month_name(month), None),
        ["thang", month, "nam", year] | [month, "nam", year] => of(year, number(month), None),
        [day, "thang", month, "nam", year] => of(year, number(month), Some(day)),
        [day, "thang", rest] => {
            let (month, year) = rest.split_once('/')?;
            of(year, number(month), Some(day))
        }
        [first, second, year] => match (month_name(first), month_name(second)) {
            (month @ Some(_), None) => of(year, month, Some(second)),
            (None, month @ Some(_)) => of(year, month, Some(first)),
            _ => None,
        },
        _ => None,
    }
}

/// `7/2019` and `22/7/2019`.
fn slashed(text: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = text.split('/').collect();
    match parts.as_slice() {
        [month, year] => of(year, number(month), None),
        [day, month, year] => of(year, number(month), Some(day)),
        _ => None,
    }
}

/// The date of a month, or of a day in it; the year has four figures.
fn of(year: &str, month: Option<u8>, day: Option<&str>) -> Option<PartialDate> {
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    let day = day.map(|day| ordinal(day).ok_or(())).transpose().ok()?;
    PartialDate::new(year, Some(month?), day).ok()
}

fn number(text: &str) -> Option<u8> {
    text.parse().ok()
}

/// `22`, `22nd`.
fn ordinal(text: &str) -> Option<u8> {
    number(text.trim_end_matches(|c: char| c.is_ascii_alphabetic()))
}

/// The month of a name or of its first three letters.
fn month_name(text: &str) -> Option<u8> {
    let text = text.trim_end_matches('.');
    let named = |name: &str| name == text || &name[..3] == text || (text == "sept" && name == "september");
    let at = MONTHS.iter().position(|name| named(name))?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let today: PartialDate = "2026-11-23".parse().unwrap();
        for (text, wanted) in [
            ("2019", "2019"),
            ("2019-07", "2019-07"),
            ("July 2019", "2019-07"),
            ("Sept. 2019", "2019-09"),
            ("22 July 2019", "2019-07-22"),
            ("July 22nd 2019", "2019-07-22"),
            ("tháng 7 năm 2019", "2019-07"),
            ("7 năm 2019", "2019-07"),
            ("7/2019", "2019-07"),
            ("22/7/2019", "2019-07-22"),
            ("22 tháng 7 năm 2019", "2019-07-22"),
            ("22 tháng 7/2019", "2019-07-22"),
            ("last year", "2025"),
            ("năm nay", "2026"),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            assert_eq!(
                date(&words, today).map(|date| date.to_string()),
                Some(wanted.to_owned()),
                "{text}"
            );
        }
        for text in [
            "13/2019",
            "31/2/2019",
            "July",
            "the year 2019",
            "7/19",
            "Juli 2019",
            "22 2019",
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            assert_eq!(date(&words, today), None, "{text}");
        }
    }
}
