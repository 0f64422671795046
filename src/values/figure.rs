//! Numbers as sources state them: exactly, about, up to, over, from one to another.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::serde_as_text;

/// A positive number and how it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// This and no other.
    Exact(Decimal),
    /// Near this.
    About(Decimal),
    /// This or less.
    UpTo(Decimal),
    /// More than this.
    Over(Decimal),
    /// From the first to the second, both included; the first is the smaller.
    Range(Decimal, Decimal),
}

/// Why a text is not a [`Figure`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// Not a number, or one with malformed groups of thousands, or with more digits than are kept.
    #[error("`{text}` is not a figure")]
    Form {
        /// The part that could not be read.
        text: String,
    },
    /// The figure is zero or below.
    #[error("`{text}` is not above zero")]
    NotPositive {
        /// The figure.
        text: String,
    },
    /// The second figure of a range is not above the first.
    #[error("`{high}` is not above `{low}`")]
    NotRising {
        /// The first figure.
        low: String,
        /// The second figure.
        high: String,
    },
}

/// The word before a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Qualifier {
    None,
    About,
    UpTo,
    Over,
}

impl Qualifier {
    /// Splits the word off the front of `text`.
    pub(super) fn split(text: &str) -> (Self, &str) {
        let words = [("about ", Self::About), ("up to ", Self::UpTo), ("over ", Self::Over)];
        let found = words
            .into_iter()
            .find_map(|(word, qualifier)| Some((qualifier, text.strip_prefix(word)?)));
        found.unwrap_or((Self::None, text))
    }
}

impl Figure {
    /// How far from the stated number "about" may be, as a divisor: a tenth of it.
    const ABOUT: Decimal = Decimal::TEN;

    /// How it is meant, as data formats say it: `exact`, `about`, `up_to`, `over`, `range`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact(_) => "exact",
            Self::About(_) => "about",
            Self::UpTo(_) => "up_to",
            Self::Over(_) => "over",
            Self::Range(..) => "range",
        }
    }

    /// The smallest number that is stated, `None` for "up to".
    #[must_use]
    pub const fn low(self) -> Option<Decimal> {
        match self {
            Self::Exact(number) | Self::About(number) | Self::Over(number) | Self::Range(number, _) => Some(number),
            Self::UpTo(_) => None,
        }
    }

    /// The greatest number that is stated, `None` for "over".
    #[must_use]
    pub const fn high(self) -> Option<Decimal> {
        match self {
            Self::Exact(number) | Self::About(number) | Self::UpTo(number) | Self::Range(_, number) => Some(number),
            Self::Over(_) => None,
        }
    }

    /// The number that the truth is surely not below; "about" is read as within a tenth, "up to" as from 0.
    #[must_use]
    pub fn floor(self) -> Decimal {
        match self {
            Self::About(number) => number - number / Self::ABOUT,
            Self::UpTo(_) => Decimal::ZERO,
            Self::Exact(number) | Self::Over(number) | Self::Range(number, _) => number,
        }
    }

    /// The number that the truth is surely not above; `None` for "over", "about" is read as within a tenth.
    #[must_use]
    pub fn ceiling(self) -> Option<Decimal> {
        match self {
            Self::About(number) => Some(number + number / Self::ABOUT),
            Self::Over(_) => None,
            Self::Exact(number) | Self::UpTo(number) | Self::Range(_, number) => Some(number),
        }
    }

    /// Whether it is stated exactly.
    #[must_use]
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Exact(_))
    }

    /// Whether the truth is surely above `limit`.
    #[must_use]
    pub fn surely_over(self, limit: Decimal) -> bool {
        match self {
            Self::Over(number) => number >= limit,
            _ => self.floor() > limit,
        }
    }

    /// Whether the truth is surely `limit` or more.
    #[must_use]
    pub fn surely_at_least(self, limit: Decimal) -> bool {
        self.floor() >= limit
    }

    /// Reads what follows the qualifier, each number with `number`.
    pub(super) fn read(
        qualifier: Qualifier,
        text: &str,
        number: impl Fn(&str) -> Result<Decimal, FigureError>,
    ) -> Result<Self, FigureError> {
        match (qualifier, text.split_once(" to ")) {
            (Qualifier::None, Some((low, high))) => {
                let range = (number(low)?, number(high)?);
                if range.0 < range.1 {
                    Ok(Self::Range(range.0, range.1))
                } else {
                    Err(FigureError::NotRising {
                        low: low.to_owned(),
                        high: high.to_owned(),
                    })
                }
            }
            (_, Some(_)) => Err(FigureError::Form { text: text.to_owned() }),
            (Qualifier::None, None) => number(text).map(Self::Exact),
            (Qualifier::About, None) => number(text).map(Self::About),
            (Qualifier::UpTo, None) => number(text).map(Self::UpTo),
            (Qualifier::Over, None) => number(text).map(Self::Over),
        }
    }

    /// Writes it with `unit` before the first number and `number` for each of them.
    pub(super) fn write(
        self,
        f: &mut fmt::Formatter<'_>,
        unit: &str,
        number: impl Fn(Decimal) -> String,
    ) -> fmt::Result {
        let text = match self {
            Self::Exact(value) => format!("{unit}{}", number(value)),
            Self::About(value) => format!("about {unit}{}", number(value)),
            Self::UpTo(value) => format!("up to {unit}{}", number(value)),
            Self::Over(value) => format!("over {unit}{}", number(value)),
            Self::Range(low, high) => format!("{unit}{} to {}", number(low), number(high)),
        };
        f.pad(&text)
    }
}

impl fmt::Display for Figure {
    /// Writes plain numbers without a unit: `about 27.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "", |number| number.normalize().to_string())
    }
}

impl FromStr for Figure {
    type Err = FigureError;

    fn from_str(text: &str) -> Result<Self, FigureError> {
        let (qualifier, rest) = Qualifier::split(text);
        Self::read(qualifier, rest, parse_number)
    }
}

serde_as_text!(Figure);

/// Reads a positive decimal number of at most 28 digits, with or without groups of thousands.
pub(super) fn parse_number(text: &str) -> Result<Decimal, FigureError> {
    let form = || FigureError::Form { text: text.to_owned() };
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned
        .split_once('.')
        .map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    if !is_whole(whole) || fraction.is_some_and(|fraction| !is_digits(fraction)) {
        return Err(form());
    }
    let number = Decimal::from_str_exact(&unsigned.replace(',', ""))
        .map_err(|_| form())?
        .normalize();
    if unsigned.len() < text.len() || number.is_zero() {
        return Err(FigureError::NotPositive { text: text.to_owned() });
    }
    Ok(number)
}

/// Whether `text` is a whole number: plain digits, or groups of three after a first one of one to three.
fn is_whole(text: &str) -> bool {
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = text.contains(',');
    is_digits(first)
        && (first == "0" && !grouped || !first.starts_with('0'))
        && (!grouped || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
