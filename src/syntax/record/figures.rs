//! Money and shares, and what is meant by other ways of writing them.

use super::problem::Problem;
use crate::diagnostics::Code;
use crate::values::{FigureError, Money, MoneyError, Share, ShareError};

const MONEY_FORMS: &str = "write a currency and a figure, such as `USD 1bn`, `EUR 250m`, `VND 13,000,000`, \
    `about USD 300bn`, `up to USD 10bn`, `over USD 1bn`, `USD 4bn to 5bn`, or `undisclosed`";

pub(super) fn money(text: &str) -> Result<Money, Problem> {
    let error = match text.parse() {
        Ok(money) => return Ok(money),
        Err(error) => error,
    };
    let problem = match &error {
        MoneyError::UnknownCurrency { code } if code.len() == 3 => {
            let problem = Problem::new(Code::UnknownCurrency, format!("`{code}` is no currency"));
            let upper = text.replacen(code.as_str(), &code.to_uppercase(), 1);
            return Err(match upper.parse::<Money>() {
                Ok(_) => problem.help(format!("write `{upper}`")),
                Err(_) => problem.help("write a code of ISO 4217 in capitals, such as `USD`, `EUR` or `VND`"),
            });
        }
        MoneyError::AmbiguousScale { low, high } => {
            let scale = high.trim_start_matches(|letter: char| !letter.is_ascii_alphabetic());
            return Err(
                Problem::new(Code::BadMoney, format!("`{text}` may mean two things")).help(format!(
                    "write the scale twice: `{}`",
                    text.replacen(&format!("{low} to"), &format!("{low}{scale} to"), 1)
                )),
            );
        }
        MoneyError::Figure(FigureError::NotPositive { .. }) => {
            return Err(Problem::new(Code::BadMoney, format!("`{text}` is not above zero"))
                .help("write `undisclosed` where the sum is not known, and nothing where no money flowed"));
        }
        MoneyError::Figure(FigureError::NotRising { .. }) => {
            let headline = format!("`{text}` is no range: the second figure is not the greater");
            return Err(Problem::new(Code::BadMoney, headline).help("write the smaller figure first"));
        }
        MoneyError::NoCurrency { .. } => {
            Problem::new(Code::BadMoney, format!("`{text}` has no currency before the figure"))
        }
        error => Problem::new(Code::BadMoney, format!("`{text}` is no sum of money: {error}")),
    };
    Err(match meant_money(text) {
        Some(meant) => problem.help(format!("write `{meant}`")),
        None => problem.help(MONEY_FORMS),
    })
}

/// The money that is meant by common other ways of writing it.
fn meant_money(text: &str) -> Option<Money> {
    let mut plain = format!(" {text} ");
    for (sign, code) in [
        ("US$", " USD "),
        ("$", " USD "),
        ("€", " EUR "),
        ("£", " GBP "),
        ("¥", " JPY "),
        ("₫", " VND "),
    ] {
        plain = plain.replace(sign, code);
    }
    for (word, scale) in [
        (" nghìn tỷ", "tn"),
        (" tỷ", "bn"),
        (" triệu", "m"),
        (" đô la", " USD"),
        (" đô", " USD"),
        (" đồng", " VND"),
        (" trillion", "tn"),
        (" billion", "bn"),
        (" million", "m"),
        (" thousand", "k"),
        ("T ", "tn "),
        ("B ", "bn "),
        ("M ", "m "),
        ("K ", "k "),
        (" bn", "bn"),
        (" m ", "m "),
        (" mn ", "m "),
        ("bil ", "bn "),
        ("~", "about "),
    ] {
        plain = plain.replace(word, scale);
    }
    // two points part thousands, as in Vietnamese; one may be a decimal point
    if plain.matches('.').count() > 1 {
        plain = plain.replace('.', ",");
    }
    let words: Vec<&str> = plain.split_whitespace().collect();
    let straight = words.join(" ");
    let swapped = words
        .split_last()
        .map(|(currency, figure)| format!("{currency} {}", figure.join(" ")));
    [Some(straight), swapped]
        .into_iter()
        .flatten()
        .find_map(|candidate| candidate.parse().ok())
}

pub(super) fn share(text: &str) -> Result<Share, Problem> {
    text.parse().map_err(|error| {
        let forms =
            "write percents above 0 and up to 100, such as `49%`, `about 27%`, `up to 49%`, `over 50%` or `5% to 9%`";
        match error {
            ShareError::NoPercent { text: number } => {
                let meant = text.replace(&number, &format!("{number}%"));
                let problem = Problem::new(Code::BadShare, format!("`{text}` has no percent sign"));
                match meant.parse::<Share>() {
                    Ok(_) => problem.help(format!("write `{meant}`")),
                    Err(_) => problem.help(forms),
                }
            }
            ShareError::Figure(FigureError::NotRising { .. }) => {
                let headline = format!("`{text}` is no range: the second figure is not the greater");
                Problem::new(Code::BadShare, headline).help("write the smaller figure first")
            }
            error => Problem::new(Code::BadShare, format!("`{text}` is no share: {error}")).help(forms),
        }
    })
}
