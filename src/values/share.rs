//! Shares of a whole, in percent.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::figure::{Qualifier, parse_number};
use super::{Figure, FigureError, serde_as_text};

/// A share above 0 % and at most 100 %: `49%`, `about 27%`, `up to 49%`, `over 50%`, `5% to 9%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share(Figure);

/// Why a text is not a [`Share`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// A number without its percent sign.
    #[error("`{text}` has no percent sign")]
    NoPercent {
        /// The number.
        text: String,
    },
    /// More than the whole.
    #[error("`{figure}` is above 100 %")]
    AboveWhole {
        /// The share.
        figure: Figure,
    },
    /// The figure cannot be read, is not above zero, or is a range that does not rise.
    #[error(transparent)]
    Figure(#[from] FigureError),
}

impl Share {
    /// The share with this figure, in percent.
    ///
    /// # Errors
    /// When it is zero, below zero or above 100, or a range that does not rise.
    pub fn new(figure: Figure) -> Result<Self, ShareError> {
        let (low, high) = (figure.low().or(figure.high()), figure.high().or(figure.low()));
        let (low, high) = (low.unwrap_or_default(), high.unwrap_or_default());
        if low <= Decimal::ZERO {
            return Err(FigureError::NotPositive {
                text: figure.to_string(),
            }
            .into());
        }
        if matches!(figure, Figure::Range(..)) && low >= high {
            return Err(FigureError::NotRising {
                low: low.to_string(),
                high: high.to_string(),
            }
            .into());
        }
        let whole = Decimal::ONE_HUNDRED;
        if high > whole || figure == Figure::Over(whole) {
            return Err(ShareError::AboveWhole { figure });
        }
        Ok(Self(figure))
    }

    /// The figure, in percent.
    #[must_use]
    pub const fn figure(self) -> Figure {
        self.0
    }

    /// The percentage that the truth is surely not below; "about" is read as within a tenth, "up to" as from 0.
    #[must_use]
    pub fn floor(self) -> Decimal {
        self.0.floor()
    }

    /// Whether it is surely above `percent`.
    #[must_use]
    pub fn surely_over(self, percent: Decimal) -> bool {
        self.0.surely_over(percent)
    }

    /// Whether it is surely `percent` or more.
    #[must_use]
    pub fn surely_at_least(self, percent: Decimal) -> bool {
        self.0.surely_at_least(percent)
    }
}

impl FromStr for Share {
    type Err = ShareError;

    fn from_str(text: &str) -> Result<Self, ShareError> {
        let (qualifier, rest) = Qualifier::split(text);
        if let Some(text) = rest.split(" to ").find(|number| parse_number(number).is_ok()) {
            return Err(ShareError::NoPercent { text: text.to_owned() });
        }
        let percent = |text: &str| {
            let number = text
                .strip_suffix('%')
                .ok_or_else(|| FigureError::Form { text: text.to_owned() })?;
            parse_number(number)
        };
        Self::new(Figure::read(qualifier, rest, percent)?)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, "", |number| format!("{}%", number.normalize()))
    }
}

serde_as_text!(Share);
