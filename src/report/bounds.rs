//! Figures and times as values, for columns that a spreadsheet reckons with.

use crate::values::{Currency, Figure, Money, PartialDate};

/// What a column holds beside words, so that data formats give it columns of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holding {
    /// Words alone.
    #[default]
    Words,
    /// Times: `KEY_since`, `KEY_until`.
    Period,
    /// Sums of money: `KEY_currency`, `KEY_figure`, `KEY_low`, `KEY_high`.
    Money,
    /// Shares in percent: `KEY_figure`, `KEY_low`, `KEY_high`.
    Share,
}

impl Holding {
    /// What is added to the key of a column for each column of its own.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Words => &[],
            Self::Period => &["since", "until"],
            Self::Money => &["currency", "figure", "low", "high"],
            Self::Share => &["figure", "low", "high"],
        }
    }
}

/// How a figure is meant, and between what it lies. Numbers are decimals with a point and nothing between thousands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// `exact`, `about`, `up_to`, `over`, `range`, or `undisclosed`.
    pub figure: &'static str,
    /// The figure or its lower bound; nobody says where absent.
    pub low: Option<String>,
    /// The figure or its upper bound; nobody says where absent.
    pub high: Option<String>,
}

impl Bounds {
    /// Those of an exact figure, written as a decimal.
    #[must_use]
    pub fn exact(number: String) -> Self {
        Self {
            figure: "exact",
            low: Some(number.clone()),
            high: Some(number),
        }
    }

    fn cells(&self) -> [String; 3] {
        let number = |number: &Option<String>| number.clone().unwrap_or_default();
        [self.figure.to_owned(), number(&self.low), number(&self.high)]
    }
}

impl From<Figure> for Bounds {
    fn from(figure: Figure) -> Self {
        Self {
            figure: figure.word(),
            low: figure.low().map(|number| number.normalize().to_string()),
            high: figure.high().map(|number| number.normalize().to_string()),
        }
    }
}

/// The value of a cell, which has words for people beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A date, at its own precision.
    Date(PartialDate),
    /// A time: the first day, and the first day after it. Nobody says where absent; the words may tell a bound.
    Period {
        /// From when.
        since: Option<PartialDate>,
        /// Until when.
        until: Option<PartialDate>,
    },
    /// Money.
    Money {
        /// The currency; absent where the amount is undisclosed.
        currency: Option<Currency>,
        /// How much.
        bounds: Bounds,
    },
    /// A share in percent.
    Share(Bounds),
}

impl Told {
    /// An amount as sources state it.
    #[must_use]
    pub fn money(money: Money) -> Self {
        let undisclosed = || Bounds {
            figure: "undisclosed",
            low: None,
            high: None,
        };
        Self::Money {
            currency: money.currency(),
            bounds: money.figure().map_or_else(undisclosed, Bounds::from),
        }
    }

    /// What stands in the columns of its own, in the order of [`Holding::endings`]; nothing for a column of another sort.
    pub(super) fn parts(&self, holding: Holding) -> Option<Vec<String>> {
        let date = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        Some(match (holding, self) {
            (Holding::Period, Self::Period { since, until }) => vec![date(*since), date(*until)],
            // a day begins, and nothing tells of an end
            (Holding::Period, Self::Date(day)) => vec![day.to_string(), String::new()],
            (Holding::Money, Self::Money { currency, bounds }) => {
                let currency = currency.map(|currency| currency.to_string()).unwrap_or_default();
                std::iter::once(currency).chain(bounds.cells()).collect()
            }
            (Holding::Share, Self::Share(bounds)) => bounds.cells().to_vec(),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_empty() {
        let parts = |money: &str| Told::money(money.parse().unwrap()).parts(Holding::Money).unwrap();
        assert_eq!(parts("USD 7.5bn"), ["USD", "exact", "7500000000", "7500000000"]);
        assert_eq!(parts("about EUR 250m"), ["EUR", "about", "250000000", "250000000"]);
        assert_eq!(parts("up to VND 3000"), ["VND", "up_to", "", "3000"]);
        assert_eq!(parts("over USD 1.50"), ["USD", "over", "1.5", ""]);
        assert_eq!(parts("undisclosed"), ["", "undisclosed", "", ""]);
        let day = Told::Date("2019-07".parse().unwrap());
        assert_eq!(day.parts(Holding::Period).unwrap(), ["2019-07", ""]);
        assert_eq!(day.parts(Holding::Money), None);
    }
}
