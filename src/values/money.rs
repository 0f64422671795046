//! Amounts of money as sources state them.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::figure::{Qualifier, is_digits, parse_number};
use super::{Currency, Figure, FigureError, serde_as_text};

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
    /// A point before three digits may part thousands or begin decimals, as in `EUR 250.000`; or a sign may name two currencies.
    #[error("`{text}` may mean two things")]
    TwoReadings {
        /// What was written.
        text: String,
        /// Both sums in the form of the data.
        readings: [String; 2],
    },
    /// A fraction of a currency that has no smaller coin.
    #[error("`{text}` is a part of one {currency}, which has no smaller coin")]
    NoCoins {
        /// What was written.
        text: String,
        /// The currency.
        currency: Currency,
    },
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

    /// Reads figures with up to six decimals, below a million `tn`; whole ones only, where the currency has no coins.
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
        if let Some(error) = two_readings(text, currency, rest) {
            return Err(error);
        }
        let figure = Figure::read(qualifier, rest, parse_scaled)?;
        let parts = |number: Option<Decimal>| number.is_some_and(|number| !number.fract().is_zero());
        if currency.decimals() == 0 && (parts(figure.low()) || parts(figure.high())) {
            return Err(MoneyError::NoCoins {
                text: text.to_owned(),
                currency,
            });
        }
        match rest.split_once(" to ") {
            Some((low, high)) if lacks_scale(low, high) => Err(MoneyError::AmbiguousScale {
                low: low.to_owned(),
                high: high.to_owned(),
            }),
            _ => Ok(Self::Known { currency, figure }),
        }
    }
}

/// Why a text with a point before three digits, and no scale, is refused: in many languages that point parts thousands.
fn two_readings(text: &str, currency: Currency, figure: &str) -> Option<MoneyError> {
    let unclear = |number: &&str| {
        let parts = number.split_once('.');
        parts.is_some_and(|(before, behind)| {
            let thousands = (1..=3).contains(&before.len()) && is_digits(before) && !before.starts_with('0');
            thousands && behind.len() == 3 && is_digits(behind)
        })
    };
    let number = figure.split(" to ").find(unclear)?;
    let decimals: Decimal = number.parse().ok()?;
    let decimals = if currency.decimals() == 0 {
        decimals.trunc()
    } else {
        decimals
    };
    let read = |as_number: &str| {
        let money = text.replacen(number, as_number, 1);
        money.parse::<Money>().ok().map(|_| money)
    };
    Some(MoneyError::TwoReadings {
        text: text.to_owned(),
        readings: [read(&unmistakable(decimals))?, read(&number.replace('.', ","))?],
    })
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
        let number = if bare { unmistakable } else { short };
        figure.write(f, &format!("{currency} "), number)
    }
}

serde_as_text!(Money);

fn short(number: Decimal) -> String {
    let plain = unmistakable(number);
    let scaled = SCALES
        .iter()
        .find(|&&(_, exponent)| number >= power_of_ten(exponent))
        .and_then(|&(suffix, exponent)| {
            let mantissa = (number / power_of_ten(exponent)).normalize();
            (mantissa.scale() <= 3).then(|| format!("{}{suffix}", grouped(mantissa)))
        });
    scaled.filter(|scaled| scaled.len() < plain.len()).unwrap_or(plain)
}

/// Writes a number in full, with commas between thousands; of three decimals a fourth is written, as a point before three
/// digits may part thousands.
fn unmistakable(number: Decimal) -> String {
    let mut text = grouped(number);
    if text.rsplit_once('.').is_some_and(|(_, decimals)| decimals.len() == 3) {
        text.push('0');
    }
    text
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn money(text: &str) -> Money {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn number() -> impl Strategy<Value = Decimal> {
        let random = (1..1_000_000_000_000_000_i64, 0..=6_u32).prop_map(|(n, scale)| Decimal::new(n, scale));
        let round = (1..5_000_i64, 0..13_u32).prop_map(|(n, zeros)| Decimal::from(n) * power_of_ten(zeros));
        prop_oneof![random, round].prop_map(|number| number.normalize())
    }

    fn any_figure() -> impl Strategy<Value = Figure> {
        (number(), number(), 0..5).prop_map(|(a, b, form)| match form {
            0 => Figure::Exact(a),
            1 => Figure::About(a),
            2 => Figure::UpTo(a),
            3 => Figure::Over(a),
            _ => Figure::Range(a.min(b), a.max(b) + Decimal::ONE),
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(figure in any_figure(), code in prop::sample::select(vec!["USD", "VND", "JPY"])) {
            let currency: Currency = code.parse().unwrap();
            let whole = |number: Decimal| number.fract().is_zero();
            let whole = figure.low().is_none_or(whole) && figure.high().is_none_or(whole);
            prop_assume!(whole || currency.decimals() > 0);
            let money = Money::Known { currency, figure };
            prop_assert_eq!(money.to_string().parse(), Ok(money));
            prop_assert_eq!(money.to_string().parse::<Money>().unwrap().to_string(), money.to_string());
            prop_assert_eq!(figure.to_string().parse(), Ok(figure));
            let bytes = postcard::to_stdvec(&money).unwrap();
            prop_assert_eq!(postcard::from_bytes(&bytes), Ok(money));
        }

        #[test]
        fn no_text_makes_reading_panic(text in "\\PC{0,20}|(about |up to )?USD [0-9,.]{0,40}(k|m|bn|tn)?( to [0-9,.]{1,9}bn)?") {
            if let Ok(money) = text.parse::<Money>() {
                prop_assert_eq!(money.to_string().parse(), Ok(money));
            }
        }
    }

    #[test]
    fn amounts_are_written_shortly() {
        for (text, short) in [
            ("USD 13,000,000", "USD 13m"),
            ("USD 13000000", "USD 13m"),
            ("USD 1.50tn", "USD 1.5tn"),
            ("JPY 5k", "JPY 5k"),
            ("EUR 0.25bn", "EUR 250m"),
            ("USD 1,234", "USD 1,234"),
            ("USD 1,234,567", "USD 1,234,567"),
            ("USD 1234.5", "USD 1,234.5"),
            ("USD 999,999tn", "USD 999,999tn"),
            ("about USD 300bn", "about USD 300bn"),
            ("up to USD 10bn", "up to USD 10bn"),
            ("over USD 1bn", "over USD 1bn"),
            ("USD 4bn to 5bn", "USD 4bn to 5bn"),
            ("USD 500 to 1,000", "USD 500 to 1,000"),
            ("USD 900,000 to 1m", "USD 900k to 1m"),
            ("undisclosed", "undisclosed"),
        ] {
            assert_eq!(money(text).to_string(), short);
        }
        assert_eq!(money("USD 13,000,000").low(), Some(Decimal::from(13_000_000)));
        assert_eq!(
            (
                money("up to USD 1").low(),
                money("over USD 1").high(),
                money("undisclosed").low()
            ),
            (None, None, None)
        );
    }

    #[test]
    fn errors_tell_what_is_wrong() {
        let error = |text: &str| text.parse::<Money>().unwrap_err();
        for text in [
            "",
            "1bn",
            "$1bn",
            "USD1bn",
            "1bn USD",
            "about 5bn",
            "US$ 1bn",
            " USD 1bn",
            "USD\u{a0}1bn",
        ] {
            assert_eq!(error(text), MoneyError::NoCurrency { text: text.into() }, "{text}");
        }
        for code in ["usd", "XXX", "ABC", "đồng", "About"] {
            assert_eq!(
                error(&format!("{code} 5m")),
                MoneyError::UnknownCurrency { code: code.into() }
            );
        }
        for text in [
            "1,00", "1,0000", "1234,567", ",100", "1_000", "1.", ".5", "01", "1 bn", "1bn ", "5 tỷ", "1e9", "0x1", "١",
            "1.2.3", "0,100", "",
        ] {
            assert!(
                matches!(
                    error(&format!("USD {text}")),
                    MoneyError::Figure(FigureError::Form { .. })
                ),
                "{text}"
            );
        }
        for text in ["0", "-5bn", "0.00m", "-0"] {
            let text = text.to_owned();
            assert_eq!(error(&format!("USD {text}")), FigureError::NotPositive { text }.into());
        }
        for text in ["USD 5bn to 4bn", "USD 1bn to 1,000m"] {
            assert!(
                matches!(error(text), MoneyError::Figure(FigureError::NotRising { .. })),
                "{text}"
            );
        }
        assert!(matches!(error("USD 4 to 5bn"), MoneyError::AmbiguousScale { .. }));
        assert!(matches!(
            error("about USD 4bn to 5bn"),
            MoneyError::Figure(FigureError::Form { .. })
        ));
        assert!(matches!(
            error("USD 1,000,000tn"),
            MoneyError::Figure(FigureError::Form { .. })
        ));
        assert!(matches!(
            error("USD 0.0000001"),
            MoneyError::Figure(FigureError::Form { .. })
        ));
    }
}
