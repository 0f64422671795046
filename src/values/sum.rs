//! Adding up amounts of money without pretending to know more than the parts say.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Currency, Figure, Money};

/// What several amounts come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// One total a currency, ordered by code; currencies are never converted.
    pub totals: Vec<Total>,
    /// How many amounts are undisclosed, and so in no total (nor in any currency).
    pub undisclosed: usize,
}

/// The total of the amounts in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Total {
    /// The currency.
    pub currency: Currency,
    /// The total: a range where a part is a range, [`Figure::About`] where a part is and nothing is a range.
    pub figure: Figure,
    /// Whether a part is "about", which a range cannot say itself.
    pub approximate: bool,
}

/// Adds up amounts, each currency for itself.
///
/// "Up to" counts from 0 to its figure, "over" opens the total upwards. `None` only when a total has more than the 28
/// digits of a decimal, for which it takes thousands of the greatest amounts.
#[must_use]
pub fn sum(amounts: &[Money]) -> Option<Sum> {
    let mut parts: BTreeMap<Currency, Bounds> = BTreeMap::new();
    let mut undisclosed = 0;
    for amount in amounts {
        match *amount {
            Money::Undisclosed => undisclosed += 1,
            Money::Known { currency, figure } => parts.entry(currency).or_default().add(figure)?,
        }
    }
    let totals = parts.into_iter().map(|(currency, bounds)| Total {
        currency,
        figure: bounds.figure(),
        approximate: bounds.about,
    });
    Some(Sum {
        totals: totals.collect(),
        undisclosed,
    })
}

/// A total in the making.
#[derive(Default)]
struct Bounds {
    low: Decimal,
    high: Decimal,
    open: bool,
    about: bool,
}

impl Bounds {
    fn add(&mut self, figure: Figure) -> Option<()> {
        self.low = self.low.checked_add(figure.low().unwrap_or_default())?;
        self.high = self.high.checked_add(figure.high().unwrap_or_default())?;
        self.open |= figure.high().is_none();
        self.about |= matches!(figure, Figure::About(_));
        Some(())
    }

    fn figure(&self) -> Figure {
        if self.open {
            Figure::Over(self.low)
        } else if self.low.is_zero() {
            Figure::UpTo(self.high)
        } else if self.low < self.high {
            Figure::Range(self.low, self.high)
        } else if self.about {
            Figure::About(self.low)
        } else {
            Figure::Exact(self.low)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        text.parse().unwrap()
    }

    #[test]
    fn sums_stay_within_a_currency_and_keep_what_is_not_known() {
        let total = |texts: &[&str]| {
            let sum = sum(&texts.iter().map(|text| money(text)).collect::<Vec<_>>()).unwrap();
            let known = |total: &Total| Money::Known {
                currency: total.currency,
                figure: total.figure,
            };
            let about = sum.totals.iter().map(|total| if total.approximate { "~" } else { "" });
            let texts = sum
                .totals
                .iter()
                .zip(about)
                .map(|(total, about)| format!("{about}{}", known(total)));
            (texts.collect::<Vec<_>>().join("; "), sum.undisclosed)
        };
        assert_eq!(
            total(&["USD 1bn", "EUR 5m", "USD 500m", "undisclosed"]),
            ("EUR 5m; USD 1.5bn".into(), 1)
        );
        assert_eq!(total(&["USD 1bn", "about USD 2bn"]), ("~about USD 3bn".into(), 0));
        assert_eq!(total(&["USD 1bn", "USD 4bn to 5bn"]), ("USD 5bn to 6bn".into(), 0));
        assert_eq!(
            total(&["about USD 1bn", "USD 4bn to 5bn"]),
            ("~USD 5bn to 6bn".into(), 0)
        );
        assert_eq!(total(&["USD 1bn", "up to USD 10bn"]), ("USD 1bn to 11bn".into(), 0));
        assert_eq!(total(&["up to USD 1bn", "up to USD 2bn"]), ("up to USD 3bn".into(), 0));
        assert_eq!(
            total(&["USD 1bn", "over USD 2bn", "up to USD 9bn"]),
            ("over USD 3bn".into(), 0)
        );
        assert_eq!(total(&["undisclosed", "undisclosed"]), (String::new(), 2));
        let exact = sum(&vec![money("USD 999,999tn"); 10_000]).unwrap();
        assert_eq!(
            exact.totals[0].figure,
            Figure::Exact(Decimal::from(999_999 * 10_i128.pow(16)))
        );
    }
}
