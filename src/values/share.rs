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

    /// The least that it may have been before it was rounded: a stated figure stands for half a unit of its last digit less.
    #[must_use]
    pub fn before_rounding(self) -> Decimal {
        let floor = self.floor();
        if self.0.is_exact() {
            floor - Decimal::new(5, floor.scale() + 1)
        } else {
            floor
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn share(text: &str) -> Share {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn every_form_reads_and_writes() {
        for text in [
            "49%",
            "about 27%",
            "up to 49%",
            "over 50%",
            "5% to 9%",
            "27.5%",
            "100%",
            "up to 100%",
            "0.01%",
        ] {
            assert_eq!(share(text).to_string(), text);
            let bytes = postcard::to_stdvec(&share(text)).unwrap();
            assert_eq!(postcard::from_bytes(&bytes), Ok(share(text)));
        }
        assert_eq!(share("27.50%").to_string(), "27.5%");
    }

    #[test]
    fn errors_tell_what_is_wrong() {
        let error = |text: &str| text.parse::<Share>().unwrap_err();
        for (text, number) in [("49", "49"), ("about 27", "27"), ("5 to 9%", "5")] {
            assert_eq!(error(text), ShareError::NoPercent { text: number.into() });
        }
        for text in ["100.01%", "over 100%", "50% to 101%"] {
            assert!(matches!(error(text), ShareError::AboveWhole { .. }), "{text}");
        }
        for text in ["0%", "-5%", "up to 0%", "0% to 5%"] {
            assert!(
                matches!(error(text), ShareError::Figure(FigureError::NotPositive { .. })),
                "{text}"
            );
        }
        assert!(matches!(
            error("9% to 5%"),
            ShareError::Figure(FigureError::NotRising { .. })
        ));
        for text in ["", "%", "49 %", "một nửa", "49%%", "４９%", "about 5% to 9%", "7,5%"] {
            assert!(
                matches!(error(text), ShareError::Figure(FigureError::Form { .. })),
                "{text}"
            );
        }
        assert!(Share::new(Figure::Range(Decimal::TEN, Decimal::ONE)).is_err());
    }

    #[test]
    fn what_was_rounded_may_have_been_less() {
        for (text, least) in [
            ("33%", "32.5"),
            ("33.34%", "33.335"),
            ("0.01%", "0.005"),
            ("about 50%", "45"),
            ("up to 49%", "0"),
            ("over 50%", "50"),
            ("5% to 9%", "5"),
        ] {
            assert_eq!(share(text).before_rounding().normalize().to_string(), least, "{text}");
        }
    }

    #[test]
    fn surely_means_whatever_the_truth_is() {
        let half = Decimal::from(50);
        for (text, over, at_least) in [
            ("50%", false, true),
            ("50.01%", true, true),
            ("over 50%", true, true),
            ("over 49%", false, false),
            ("up to 100%", false, false),
            ("50% to 60%", false, true),
            ("51% to 60%", true, true),
            ("about 51%", false, false),
            ("about 60%", true, true),
        ] {
            assert_eq!(
                (share(text).surely_over(half), share(text).surely_at_least(half)),
                (over, at_least),
                "{text}"
            );
        }
    }
}
