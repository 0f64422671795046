//! One cell of a row, and its two readings: for people and for programs.

use std::borrow::Cow;

use super::bounds::Told;
use crate::values::{Money, PartialDate};

/// One value of a row, already formatted for people; the variants say what the value is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing to say here.
    #[default]
    Empty,
    /// Free text.
    Text(String),
    /// A company: people read the name, programs the id.
    Company {
        /// The slug that identifies it in the data.
        id: String,
        /// The name in the language of the answer.
        name: String,
    },
    /// A date, a time, money or a share: words for people (`2019-07-22 –`, `about 27%`), and the value.
    Told {
        /// The words.
        text: String,
        /// The value.
        value: Told,
    },
    /// A number of things.
    Count(u64),
    /// A number with decimals: people read it as their language writes it, programs with a point.
    Number {
        /// For people.
        text: String,
        /// For programs.
        raw: String,
    },
    /// A reference to a page: programs read the URL.
    Link {
        /// What to call it; empty where only the URL is known.
        text: String,
        /// The address.
        url: String,
    },
    /// Several values in the given order.
    List(Vec<Self>),
    /// Parts of one text with nothing between them, of which some are no mere text: a sentence around an address.
    Run(Vec<Self>),
}

impl Cell {
    /// Makes a text cell; an empty string gives [`Cell::Empty`].
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// Makes the cell of a value that is told in some words.
    #[must_use]
    pub fn told(text: impl Into<String>, value: Told) -> Self {
        Self::Told {
            text: text.into(),
            value,
        }
    }

    /// Makes the cell of a date.
    #[must_use]
    pub fn date(date: PartialDate) -> Self {
        Self::told(date.to_string(), Told::Date(date))
    }

    /// Makes the cell of a date that is told in some words; of words alone where it is no single date.
    #[must_use]
    pub fn told_date(text: impl Into<String>, date: Option<PartialDate>) -> Self {
        match date {
            Some(date) => Self::told(text, Told::Date(date)),
            None => Self::text(text),
        }
    }

    /// Makes the cell of a time that is told in some words.
    #[must_use]
    pub fn period(text: impl Into<String>, since: Option<PartialDate>, until: Option<PartialDate>) -> Self {
        Self::told(text, Told::Period { since, until })
    }

    /// Makes the cell of an amount that is told in some words.
    #[must_use]
    pub fn money(text: impl Into<String>, money: Money) -> Self {
        Self::told(text, Told::money(money))
    }

    /// Makes the cell of a number that is told in some words: "2 sources".
    #[must_use]
    pub fn number(text: impl Into<String>, number: impl std::fmt::Display) -> Self {
        Self::Number {
            text: text.into(),
            raw: number.to_string(),
        }
    }

    /// Makes a company cell.
    #[must_use]
    pub fn company(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self::Company {
            id: id.into(),
            name: name.into(),
        }
    }

    /// Makes a link cell.
    #[must_use]
    pub fn link(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self::Link {
            text: text.into(),
            url: url.into(),
        }
    }

    /// Makes the cell of an address alone, as people and programs read it.
    #[must_use]
    pub fn address(url: impl Into<String>) -> Self {
        let url = url.into();
        if url.is_empty() {
            Self::Empty
        } else {
            Self::link("", url)
        }
    }

    /// Makes a list of text cells.
    #[must_use]
    pub fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// The form for people: names, texts, `text <url>`, lists joined by commas. Not yet safe to print.
    #[must_use]
    pub fn human(&self) -> Cow<'_, str> {
        match self {
            Self::Company { name, .. } => name.into(),
            Self::Number { text, .. } => text.into(),
            Self::Told { text, .. } => text.into(),
            Self::Link { text, url } if url.is_empty() || text == url => text.into(),
            Self::Link { text, url } if text.is_empty() => url.into(),
            Self::Link { text, url } => format!("{text} <{url}>").into(),
            Self::List(cells) => join(cells, ", ", Self::human).into(),
            Self::Run(cells) => join(cells, "", Self::human).into(),
            _ => self.raw(),
        }
    }

    /// The form for programs: ids, URLs, dates, numbers, lists joined by `; `; otherwise as for people.
    #[must_use]
    pub fn raw(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => "".into(),
            Self::Told {
                value: Told::Date(date),
                ..
            } => date.to_string().into(),
            Self::Text(text) | Self::Told { text, .. } => text.into(),
            Self::Company { id, .. } => id.into(),
            Self::Number { raw, .. } => raw.into(),
            Self::Count(count) => count.to_string().into(),
            Self::Link { url, .. } => url.into(),
            Self::List(cells) => join(cells, "; ", Self::raw).into(),
            // a sentence is one for programs too
            Self::Run(_) => self.human(),
        }
    }

    /// The name beside the raw form: company names, link texts, lists of them joined by `; `; empty for other cells.
    #[must_use]
    pub fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Company { name, .. } => name.into(),
            Self::Link { text, .. } => text.into(),
            Self::List(cells) => join(cells, "; ", Self::name).into(),
            _ => "".into(),
        }
    }
}

fn join(cells: &[Cell], between: &str, form: fn(&Cell) -> Cow<'_, str>) -> String {
    cells
        .iter()
        .map(form)
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(between)
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<u64> for Cell {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_programs_read_different_forms() {
        let cells = Cell::List(vec![
            Cell::company("sua-viet", "Sữa Việt"),
            Cell::Empty,
            Cell::link("10-K", "https://sec.example/10-k"),
            Cell::link("", "https://bare.example"),
        ]);
        assert_eq!(
            cells.human(),
            "Sữa Việt, 10-K <https://sec.example/10-k>, https://bare.example"
        );
        assert_eq!(Cell::link("thư viện", "").human(), "thư viện");
        assert_eq!(cells.raw(), "sua-viet; https://sec.example/10-k; https://bare.example");
        assert_eq!(cells.name(), "Sữa Việt; 10-K");
        let sentence = Cell::Run(vec!["see ".into(), Cell::address("https://a.example/x_y"), ".".into()]);
        assert_eq!(sentence.human(), "see https://a.example/x_y.");
        assert_eq!((sentence.raw(), sentence.name()), (sentence.human(), "".into()));
        assert_eq!(Cell::address(""), Cell::Empty);
    }
}
