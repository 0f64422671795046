//! Money, shares and numbers as the readers of a language write them.
//!
//! English keeps the form of the data (`about USD 13.5bn`, `about 27.5%`). Vietnamese has its own words and order, a comma
//! before decimals and points between thousands: `khoảng 13,5 tỷ USD`, `khoảng 27,5%`.

use rust_decimal::Decimal;

use crate::lang::{Lang, answers};
use crate::values::{Currency, Figure, Money, Share};

/// What the scales of the data are called in Vietnamese.
const SCALES: [(&str, &str); 4] = [("tn", " nghìn tỷ"), ("bn", " tỷ"), ("m", " triệu"), ("k", " nghìn")];

/// Money for reading: "about USD 13bn", "amount undisclosed".
#[must_use]
pub fn money(lang: Lang, money: Money) -> String {
    match (lang, money) {
        (_, Money::Undisclosed) => answers::UNDISCLOSED.get(lang).to_owned(),
        (Lang::En, known) => known.to_string(),
        (
            Lang::Vi,
            Money::Known {
                currency,
                figure: known,
            },
        ) => {
            let figure = figure(lang, known, |number| scaled(currency, number));
            format!("{figure} {currency}")
        }
    }
}

/// A share for reading: "about 27.5%".
#[must_use]
pub fn share(lang: Lang, share: Share) -> String {
    match lang {
        Lang::En => share.to_string(),
        Lang::Vi => figure(lang, share.figure(), |number| {
            let digits = number.normalize().to_string();
            (turned(&digits), "%".to_owned())
        }),
    }
}

/// A number that was written in English, with points before decimals and commas between thousands.
#[must_use]
pub fn number(lang: Lang, english: &str) -> String {
    match lang {
        Lang::En => english.to_owned(),
        Lang::Vi => turned(english),
    }
}

/// A figure with its qualifier; of a range in one unit only the second number bears it.
fn figure(lang: Lang, figure: Figure, write: impl Fn(Decimal) -> (String, String)) -> String {
    let one = |number| {
        let (digits, unit) = write(number);
        format!("{digits}{unit}")
    };
    match figure {
        Figure::Exact(value) => one(value),
        Figure::About(value) => answers::ABOUT.fill(lang, &[("figure", &one(value))]),
        Figure::UpTo(value) => answers::UP_TO.fill(lang, &[("figure", &one(value))]),
        Figure::Over(value) => answers::OVER.fill(lang, &[("figure", &one(value))]),
        Figure::Range(low, high) => {
            let (digits, unit) = write(low);
            let low = if unit == write(high).1 {
                digits
            } else {
                format!("{digits}{unit}")
            };
            answers::FROM_TO.fill(lang, &[("low", &low), ("high", &one(high))])
        }
    }
}

/// A number of whole units of a currency: its digits, and the scale that the data would write it with.
fn scaled(currency: Currency, number: Decimal) -> (String, String) {
    let exact = Money::Known {
        currency,
        figure: Figure::Exact(number),
    };
    let text = exact.to_string();
    let text = text.strip_prefix(currency.code()).unwrap_or(&text).trim_start();
    let found = SCALES
        .iter()
        .find_map(|(scale, word)| Some((text.strip_suffix(scale)?, *word)));
    let (digits, unit) = found.unwrap_or((text, ""));
    (turned(digits), unit.to_owned())
}

/// Exchanges points and commas.
fn turned(digits: &str) -> String {
    let turn = |c: char| match c {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    digits.chars().map(turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_each_language_does() {
        for (text, vi) in [
            ("USD 13bn", "13 tỷ USD"),
            ("about USD 300bn", "khoảng 300 tỷ USD"),
            ("USD 11.8bn", "11,8 tỷ USD"),
            ("up to USD 10bn", "tối đa 10 tỷ USD"),
            ("over EUR 250m", "trên 250 triệu EUR"),
            ("USD 4bn to 5bn", "4 đến 5 tỷ USD"),
            ("USD 500m to 1bn", "500 triệu đến 1 tỷ USD"),
            ("USD 17,333,333,333.34", "17.333.333.333,34 USD"),
            ("VND 1.5k", "1,5 nghìn VND"),
            ("USD 1,234", "1.234 USD"),
            ("USD 1.2tn", "1,2 nghìn tỷ USD"),
            ("undisclosed", "không công bố số tiền"),
        ] {
            let value: Money = text.parse().unwrap();
            assert_eq!(money(Lang::Vi, value), vi);
            if value != Money::Undisclosed {
                assert_eq!(money(Lang::En, value), text);
            }
        }
        for (text, vi) in [
            ("49%", "49%"),
            ("about 27.5%", "khoảng 27,5%"),
            ("up to 49%", "tối đa 49%"),
            ("over 50%", "trên 50%"),
            ("5% to 9%", "5 đến 9%"),
        ] {
            let value: Share = text.parse().unwrap();
            assert_eq!(share(Lang::Vi, value), vi);
            assert_eq!(share(Lang::En, value), text);
        }
        assert_eq!(number(Lang::Vi, "1,234.5"), "1.234,5");
    }
}
