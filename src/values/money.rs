//! Amounts of money as sources state them.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::figure::{Qualifier, parse_number};
use super::{Figure, FigureError, serde_as_text};

/// A currency of ISO 4217, ordered by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// The currency with this code in capitals; `None` for codes that name no currency (`XXX`, `XTS`).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let capitals = code.bytes().all(|byte| byte.is_ascii_uppercase());
        let real = capitals && !matches!(code, "XXX" | "XTS");
        real.then(|| iso_currency::Currency::from_code(code))
            .flatten()
            .map(Self)
    }

    /// The three letters of ISO 4217.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }
}

impl Ord for Currency {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code().cmp(other.code())
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(code: &str) -> Result<Self, MoneyError> {
        Self::from_code(code).ok_or_else(|| MoneyError::UnknownCurrency { code: code.to_owned() })
    }
}

serde_as_text!(Currency);

/// An amount of money: `USD 1bn`, `about USD 300bn`, `USD 4bn to 5bn`, `undisclosed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Money {
    /// Money flowed, and nobody says how much.
    Undisclosed,
    /// A figure in one currency.
    Known {
        /// The currency.
        currency: Currency,
        /// How much, in whole units of the currency.
        figure: Figure,
    },
}

/// Why a text is not [`Money`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// There is no currency code before the figure.
    #[error("`{text}` has no currency")]
    NoCurrency {
        /// What was written.
        text: String,
    },
    /// The word before the figure is no code of ISO 4217.
    #[error("unknown currency `{code}`")]
    UnknownCurrency {
        /// What stands in the currency's place.
        code: String,
    },
    /// The figure cannot be read, is not above zero, or is a range that does not rise.
    #[error(transparent)]
    Figure(#[from] FigureError),
    /// The first figure of a range may lack the scale of the second, as in `USD 4 to 5bn`.
    #[error("`{low} to {high}` may mean two things")]
    AmbiguousScale {
        /// The first figure.
        low: String,
        /// The second figure.
        high: String,
    },
}

/// Scales and their decimal exponents, the greatest first.
const SCALES: [(&str, u32); 4] = [("tn", 12), ("bn", 9), ("m", 6), ("k", 3)];

impl Money {
    /// The smallest amount that is stated; `None` for "up to" and undisclosed amounts.
    #[must_use]
    pub fn low(self) -> Option<Decimal> {
        self.figure().and_then(Figure::low)
    }

    /// The greatest amount that is stated; `None` for "over" and undisclosed amounts.
    #[must_use]
    pub fn high(self) -> Option<Decimal> {
        self.figure().and_then(Figure::high)
    }

    /// Whether the amount is stated exactly.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.figure().is_some_and(Figure::is_exact)
    }

    /// The figure, where it is known.
    #[must_use]
    pub const fn figure(self) -> Option<Figure> {
        match self {
            Self::Undisclosed => None,
            Self::Known { figure, .. } => Some(figure),
        }
    }

    /// The currency, where it is known.
    #[must_use]
    pub const fn currency(self) -> Option<Currency> {
        match self {
            Self::Undisclosed => None,
            Self::Known { currency, .. } => Some(currency),
        }
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads figures with up to six decimals, below a million `tn`.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        if text == "undisclosed" {
            return Ok(Self::Undisclosed);
        }
        let (qualifier, rest) = Qualifier::split(text);
        let (code, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        if code.is_empty() || !code.chars().all(char::is_alphabetic) {
            return Err(MoneyError::NoCurrency { text: text.to_owned() });
        }
        let currency = code.parse()?;
        let figure = Figure::read(qualifier, rest, parse_scaled)?;
        match rest.split_once(" to ") {
            Some((low, high)) if lacks_scale(low, high) => Err(MoneyError::AmbiguousScale {
                low: low.to_owned(),
                high: high.to_owned(),
            }),
            _ => Ok(Self::Known { currency, figure }),
        }
    }
}

/// Splits the scale off a figure, as a decimal exponent.
fn split_scale(text: &str) -> (&str, u32) {
    let found = SCALES
        .iter()
        .find_map(|&(suffix, exponent)| Some((text.strip_suffix(suffix)?, exponent)));
    found.unwrap_or((text, 0))
}

/// Whether `low` is a small bare number before a scaled one; a thousand or more is meant as it stands.
fn lacks_scale(low: &str, high: &str) -> bool {
    let bare = |text| split_scale(text).1 == 0;
    bare(low) && !bare(high) && parse_number(low).is_ok_and(|number| number < Decimal::ONE_THOUSAND)
}

fn parse_scaled(text: &str) -> Result<Decimal, FigureError> {
    let form = || FigureError::Form { text: text.to_owned() };
    let (digits, exponent) = split_scale(text);
    let number = parse_number(digits).map_err(|error| match error {
        FigureError::NotPositive { .. } => FigureError::NotPositive { text: text.to_owned() },
        _ => form(),
    })?;
    // the bounds keep sums of thousands of amounts exact in 28 digits
    let limit = Decimal::from(10_u64.pow(18));
    let scaled = number.checked_mul(power_of_ten(exponent)).ok_or_else(form)?.normalize();
    if scaled >= limit || scaled.scale() > 6 {
        Err(form())
    } else {
        Ok(scaled)
    }
}

fn power_of_ten(exponent: u32) -> Decimal {
    Decimal::from(10_u64.pow(exponent))
}

impl fmt::Display for Money {
    /// Writes the short canonical form, which parses back to the same value.
    ///
    /// The scale is the greatest that leaves at most three decimals, and is used only where it is shorter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Known { currency, figure } = *self else {
            return f.pad("undisclosed");
        };
        // beside a small bare number a scale would be ambiguous, so neither gets one
        let bare = matches!(figure, Figure::Range(low, _) if low < Decimal::ONE_THOUSAND);
        let number = if bare { grouped } else { short };
        figure.write(f, &format!("{currency} "), number)
    }
}

serde_as_text!(Money);

fn short(number: Decimal) -> String {
    let plain = grouped(number);
    let scaled = SCALES
        .iter()
        .find(|&&(_, exponent)| number >= power_of_ten(exponent))
        .and_then(|&(suffix, exponent)| {
            let mantissa = (number / power_of_ten(exponent)).normalize();
            (mantissa.scale() <= 3).then(|| format!("{}{suffix}", grouped(mantissa)))
        });
    scaled.filter(|scaled| scaled.len() < plain.len()).unwrap_or(plain)
}

/// Writes a number in full, with commas between thousands.
fn grouped(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (whole, fraction) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::with_capacity(text.len() + text.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

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
