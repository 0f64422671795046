//! Sums of money and shares as people write them: `$50bn`, `50 billion dollars`, `50 tỷ USD`; and what to write instead.

use super::{Currency, Figure, FigureError, Money, MoneyError, Share, ShareError, fold};

/// How sums are written, for those who wrote something else.
const FORMS: &str = "write a currency and a figure, such as `USD 1bn`, `EUR 250m`, `VND 13,000,000`, \
    `about USD 300bn`, `up to USD 10bn`, `over USD 1bn`, `USD 4bn to 5bn`, or `undisclosed`";

/// Words before or behind a figure, in small letters, and the currency they name. A sign that two currencies share
/// names both.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("$", &["USD"]),
    ("us$", &["USD"]),
    ("c$", &["CAD"]),
    ("ca$", &["CAD"]),
    ("a$", &["AUD"]),
    ("au$", &["AUD"]),
    ("nz$", &["NZD"]),
    ("hk$", &["HKD"]),
    ("nt$", &["TWD"]),
    ("s$", &["SGD"]),
    ("r$", &["BRL"]),
    ("€", &["EUR"]),
    ("£", &["GBP"]),
    ("¥", &["JPY", "CNY"]),
    ("₫", &["VND"]),
    ("₩", &["KRW"]),
    ("₹", &["INR"]),
    ("dollar", &["USD"]),
    ("dollars", &["USD"]),
    ("us dollar", &["USD"]),
    ("us dollars", &["USD"]),
    ("đô", &["USD"]),
    ("đô la", &["USD"]),
    ("đô la mỹ", &["USD"]),
    ("euro", &["EUR"]),
    ("euros", &["EUR"]),
    ("pound", &["GBP"]),
    ("pounds", &["GBP"]),
    ("bảng anh", &["GBP"]),
    ("yen", &["JPY"]),
    ("yên", &["JPY"]),
    ("yuan", &["CNY"]),
    ("rmb", &["CNY"]),
    ("nhân dân tệ", &["CNY"]),
    ("won", &["KRW"]),
    ("rupee", &["INR"]),
    ("rupees", &["INR"]),
    ("đồng", &["VND"]),
];

/// Scales and how the data write them; the last says whether the word is of a language whose decimals follow a comma.
const SCALES: &[(&str, &str, bool)] = &[
    ("k", "k", false),
    ("thousand", "k", false),
    ("nghìn", "k", true),
    ("ngàn", "k", true),
    ("m", "m", false),
    ("mn", "m", false),
    ("million", "m", false),
    ("millions", "m", false),
    ("mio", "m", true),
    ("triệu", "m", true),
    ("b", "bn", false),
    ("bn", "bn", false),
    ("bil", "bn", false),
    ("billion", "bn", false),
    ("billions", "bn", false),
    ("mrd", "bn", true),
    ("tỷ", "bn", true),
    ("t", "tn", false),
    ("tn", "tn", false),
    ("trillion", "tn", false),
    ("trillions", "tn", false),
    ("nghìn tỷ", "tn", true),
    ("ngàn tỷ", "tn", true),
];

/// Words before a figure, and the qualifier of the data.
const QUALIFIERS: &[(&str, &str)] = &[
    ("", ""),
    ("~", "about "),
    ("about", "about "),
    ("around", "about "),
    ("roughly", "about "),
    ("khoảng", "about "),
    ("up to", "up to "),
    ("at most", "up to "),
    ("tối đa", "up to "),
    ("over", "over "),
    ("more than", "over "),
    ("trên", "over "),
    ("hơn", "over "),
];

/// Reads a sum of money in the form of the data or in another that people use, as options and questions are written.
///
/// # Errors
/// As for reading a [`Money`]; [`MoneyError::TwoReadings`] where the words may mean two sums.
pub fn spoken(text: &str) -> Result<Money, MoneyError> {
    let strict = match text.parse() {
        Err(error) => error,
        money => return money,
    };
    if matches!(
        strict,
        MoneyError::TwoReadings { .. } | MoneyError::AmbiguousScale { .. } | MoneyError::NoCoins { .. }
    ) {
        return Err(strict);
    }
    match readings(text).as_slice() {
        [] => Err(no_reading(text, strict)),
        [(only, _)] => Ok(*only),
        [(_, first), (_, second), ..] => Err(MoneyError::TwoReadings {
            text: text.to_owned(),
            readings: [first.clone(), second.clone()],
        }),
    }
}

/// The currency of "nothing", which is no sum of money in the data: `USD 0`, `$0`, `0 đồng`; `None` where something is there.
#[must_use]
pub fn nothing(text: &str) -> Option<Currency> {
    let digits = || text.chars().filter(char::is_ascii_digit);
    if digits().next().is_none() || digits().any(|digit| digit != '0') {
        return None;
    }
    // the shape is that of a sum, whatever its digits
    match spoken(&text.replace('0', "1")) {
        Ok(Money::Known {
            currency,
            figure: Figure::Exact(_),
        }) => Some(currency),
        _ => None,
    }
}

/// Why a text has no reading: where it names a currency, its figure is what cannot be read.
fn no_reading(text: &str, strict: MoneyError) -> MoneyError {
    if !matches!(
        strict,
        MoneyError::NoCurrency { .. } | MoneyError::UnknownCurrency { .. }
    ) {
        return strict;
    }
    let parts = parts(text);
    let Some(at) = parts.iter().position(|part| is_number(part)) else {
        return strict;
    };
    let number = &parts[at];
    if at > 0 && parts[at - 1].ends_with(['-', '−']) {
        return FigureError::NotPositive {
            text: format!("-{number}"),
        }
        .into();
    }
    if nothing(text).is_some() {
        return FigureError::NotPositive { text: number.clone() }.into();
    }
    let words: Vec<&String> = parts.iter().filter(|part| !is_number(part)).collect();
    let names = |from: usize, to: usize| {
        let run: Vec<&str> = words[from..to].iter().map(|word| word.as_str()).collect();
        !currencies(&run.join(" ")).is_empty()
    };
    let named = (0..words.len()).any(|from| (from + 1..=words.len()).any(|to| names(from, to)));
    if named {
        FigureError::Form { text: text.to_owned() }.into()
    } else {
        MoneyError::NoCurrency { text: text.to_owned() }
    }
}

/// What to write instead of a text that is no money in the form of the data: `write "USD 50bn"`, or both readings.
#[must_use]
pub fn money_remedy(text: &str, error: &MoneyError) -> String {
    match error {
        MoneyError::TwoReadings { readings, .. } => format!("write `{}` or `{}`", readings[0], readings[1]),
        MoneyError::NoCoins { currency, .. } => {
            format!("write whole {currency}, or the scale that is meant, such as `{currency} 1.5bn`")
        }
        MoneyError::AmbiguousScale { low, high } => {
            let scale = high.trim_start_matches(|letter: char| !letter.is_ascii_alphabetic());
            let twice = text.replacen(&format!("{low} to"), &format!("{low}{scale} to"), 1);
            format!("write the scale twice: `{twice}`")
        }
        MoneyError::Figure(FigureError::NotPositive { .. }) => {
            "write `undisclosed` where the sum is not known, and nothing where no money flowed".to_owned()
        }
        MoneyError::Figure(FigureError::NotRising { .. }) => "write the smaller figure first".to_owned(),
        error => match (spoken(text), error) {
            (Ok(meant), _) => format!("write `{meant}`"),
            (Err(MoneyError::TwoReadings { readings, .. }), _) => {
                format!("write `{}` or `{}`", readings[0], readings[1])
            }
            (Err(_), MoneyError::UnknownCurrency { code }) if code.len() == 3 => {
                "write a code of ISO 4217 in capitals, such as `USD`, `EUR` or `VND`".to_owned()
            }
            (Err(_), _) => FORMS.to_owned(),
        },
    }
}

/// What to write instead of a text that is no share; `None` where only the forms of shares can be told.
///
/// A number up to 1 may be a part of one or percents, so both are offered.
#[must_use]
pub fn share_remedy(text: &str, error: &ShareError) -> Option<String> {
    let ShareError::NoPercent { text: number } = error else {
        return None;
    };
    let with = |number: &str, times: u32| {
        let scaled = number
            .parse::<rust_decimal::Decimal>()
            .ok()?
            .checked_mul(times.into())?;
        let meant = text.replace(number, &format!("{}%", scaled.normalize()));
        meant.parse::<Share>().ok().map(|_| meant)
    };
    let percents = with(number, 1)?;
    let small = number.parse::<rust_decimal::Decimal>().ok()? <= rust_decimal::Decimal::ONE;
    Some(match with(number, 100).filter(|_| small) {
        Some(parts) => format!("write `{parts}` or `{percents}`"),
        None => format!("write `{percents}`"),
    })
}

/// What a text may mean, each also in the form of the data: nothing, one sum, or two.
fn readings(text: &str) -> Vec<(Money, String)> {
    let parts = parts(text);
    let Some(at) = parts.iter().position(|part| is_number(part)) else {
        return Vec::new();
    };
    let (before, number, behind) = (&parts[..at], &parts[at], &parts[at + 1..]);
    let mut found: Vec<(Money, String)> = Vec::new();
    for split in 0..=before.len() {
        let Some(qualifier) = named(QUALIFIERS, &before[..split].join(" ")) else {
            continue;
        };
        for scale_ends in 0..=behind.len() {
            let Some((scale, vietnamese)) = scale(&behind[..scale_ends].join(" ")) else {
                continue;
            };
            let (first, last) = (before[split..].join(" "), behind[scale_ends..].join(" "));
            let named = match (first.is_empty(), last.is_empty()) {
                (false, true) => first,
                (true, false) => last,
                _ => continue,
            };
            for code in currencies(&named) {
                for number in numbers(number, vietnamese, !scale.is_empty()) {
                    let text = format!("{qualifier}{code} {number}{scale}");
                    let Ok(money) = text.parse::<Money>() else {
                        continue;
                    };
                    if found.iter().all(|(other, _)| *other != money) {
                        found.push((money, text));
                    }
                }
            }
        }
    }
    found
}

fn is_number(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_digit())
}

/// A text without what parts thousands and nothing else, a blank or an apostrophe between a digit and three that are alone;
/// and without the point behind a word that is cut short.
fn joined(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let parts_thousands = |at: usize| {
        matches!(letters[at], ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’')
            && at > 0
            && digit(at - 1)
            && (1..=3).all(|n| digit(at + n))
            && !digit(at + 4)
    };
    let ends_word = |at: usize| letters[at] == '.' && at > 0 && letters[at - 1].is_alphabetic();
    let kept = (0..letters.len()).filter(|at| !parts_thousands(*at) && !ends_word(*at));
    kept.map(|at| letters[at]).collect()
}

/// Numbers, words in small letters and signs, in their order; a letter that touches a number is a part of its own.
fn parts(text: &str) -> Vec<String> {
    let sort = |c: char| match c {
        _ if c.is_ascii_digit() || c == '.' || c == ',' => 0,
        _ if c.is_alphabetic() => 1,
        _ if c.is_whitespace() => 2,
        _ => 3,
    };
    let mut parts: Vec<(u8, String)> = Vec::new();
    for c in joined(text).chars() {
        let small = c.to_lowercase();
        match parts.last_mut() {
            Some((of, part)) if *of == sort(c) => part.extend(small),
            _ => parts.push((sort(c), small.collect())),
        }
    }
    let parts = parts.into_iter().filter(|(of, _)| *of != 2);
    parts.map(|(_, part)| part).collect()
}

/// Whether two words are the same but for diacritics, which people leave out. Signs are only themselves.
fn same(word: &str, written: &str) -> bool {
    let is_word = |text: &str| text.chars().all(|c| c.is_alphabetic() || c == ' ');
    word == written || is_word(word) && is_word(written) && fold(word) == fold(written)
}

fn named(words: &[(&str, &'static str)], text: &str) -> Option<&'static str> {
    words.iter().find(|(word, _)| same(word, text)).map(|(_, means)| *means)
}

fn scale(text: &str) -> Option<(&'static str, bool)> {
    if text.is_empty() {
        return Some(("", false));
    }
    let found = SCALES.iter().find(|(word, ..)| same(word, text));
    found.map(|(_, scale, vietnamese)| (*scale, *vietnamese))
}

/// The currencies that a word or sign may name.
fn currencies(text: &str) -> Vec<Currency> {
    let text = &text.replace(" $", "$");
    let known = CURRENCIES.iter().find(|(word, _)| same(word, text));
    match known {
        Some((_, codes)) => codes.iter().filter_map(|code| Currency::from_code(code)).collect(),
        None => Currency::from_code(&text.to_uppercase()).into_iter().collect(),
    }
}

/// What the digits may say, in the form of the data.
///
/// Two sorts of separator, or one that stands twice, say themselves what they are. A single one before three digits may part
/// thousands or begin decimals: Vietnamese words leave that open, and so does a point without a scale; elsewhere a comma
/// parts thousands and a point begins decimals.
fn numbers(text: &str, vietnamese: bool, scaled: bool) -> Vec<String> {
    let points = text.matches('.').count();
    let commas = text.matches(',').count();
    let english = text.to_owned();
    let turned = || {
        text.chars().map(|c| match c {
            '.' => ',',
            ',' => '.',
            other => other,
        })
    };
    match (points, commas) {
        (0, 0) => vec![english],
        (1.., 1..) if text.rfind('.') < text.rfind(',') => vec![turned().collect()],
        (1.., 1..) | (0, 2..) => vec![english],
        (2.., 0) => vec![turned().collect()],
        _ => {
            let behind = text.rsplit(['.', ',']).next().unwrap_or_default();
            let before = text.split(['.', ',']).next().unwrap_or_default();
            let may_part = behind.len() == 3 && before.len() <= 3 && !before.starts_with('0');
            let decimals = format!("{before}.{behind}");
            // in the form of the data a bare number never has three decimals
            let decimals = match behind {
                "000" => before.to_owned(),
                _ if scaled || behind.len() != 3 => decimals,
                _ => decimals + "0",
            };
            let thousands = format!("{before},{behind}");
            match (may_part, points == 1) {
                (false, _) => vec![decimals],
                (true, true) if scaled && !vietnamese => vec![decimals],
                (true, false) if !vietnamese => vec![thousands],
                (true, _) => vec![thousands, decimals],
            }
        }
    }
}

#[cfg(test)]
mod tests;
