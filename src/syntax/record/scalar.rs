//! Texts as typed values, and why they are none.

use super::wording::language_for;
use super::{Raw, RawPeriod};
use crate::diagnostics::{Code, Diagnostic, excerpt};
use crate::syntax::suggest::{did_you_mean, either};
use crate::text::Span;
use crate::values::{
    DateError, DateRange, DateRangeError, FigureError, IdentifierError, Money, MoneyError, PartialDate, Share,
    ShareError, check_lei, check_qid, is_slug, slugify,
};
use crate::vocab::{Choice, Type, is_country, is_language};

/// Why a text is not a value of its type.
#[derive(Debug)]
pub(super) struct Problem {
    code: Code,
    headline: String,
    help: Vec<String>,
}

impl Problem {
    fn new(code: Code, headline: impl Into<String>) -> Self {
        Self {
            code,
            headline: headline.into(),
            help: Vec::new(),
        }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// The problem at a place.
    pub(super) fn at(self, span: Span) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(self.code, self.headline, span, "");
        diagnostic.help = self.help;
        diagnostic
    }
}

/// Reads a text as a value of a scalar type. `field` is its name, for messages.
pub(super) fn read(ty: Type, field: &str, text: &str) -> Result<Raw, Problem> {
    let owned = || text.to_owned();
    let read = match ty {
        Type::Id => id(text).map(|()| Raw::Str(owned())),
        Type::Flag => flag(field, text).map(Raw::Flag),
        Type::Date => date(field, text).map(Raw::Date),
        Type::DateOrUnknown if text == "unknown" => Ok(Raw::Unknown),
        Type::DateOrUnknown => date(field, text).map(Raw::Date),
        Type::Published => published(field, text),
        Type::Money => money(text).map(Raw::Money),
        Type::Share => share(text).map(Raw::Share),
        Type::Choice(choices) => choice(field, choices, text).map(Raw::Choice),
        Type::Country => country(text).map(|()| Raw::Str(owned())),
        Type::Language => language(text).map(|()| Raw::Str(owned())),
        Type::Url => url(text).map(|()| Raw::Str(owned())),
        Type::Lei => lei(text).map(|()| Raw::Str(owned())),
        Type::Qid => qid(text).map(|()| Raw::Str(owned())),
        Type::Period => period(field, text).map(Raw::Period),
        Type::Ref(_) => Ok(Raw::Ref(owned())),
        _ => Ok(Raw::Str(owned())),
    };
    read.map_err(|mut problem| {
        problem.headline = problem.headline.replace(text, &excerpt(text));
        if matches!(
            text,
            "~" | "null" | "Null" | "NULL" | "none" | "None" | "n/a" | "N/A" | "-" | "?"
        ) {
            problem.help("for no value, delete the field or leave it empty")
        } else {
            problem
        }
    })
}

fn id(text: &str) -> Result<(), Problem> {
    if is_slug(text) {
        return Ok(());
    }
    let problem = Problem::new(Code::BadId, format!("`{text}` is not an id"));
    Err(match slugify(text).filter(|slug| is_slug(slug)) {
        Some(slug) => problem.help(format!("write `{slug}`: small letters, digits and hyphens")),
        None => problem.help("an id is made of small letters, digits and hyphens, as in `vingroup-2018`"),
    })
}

fn flag(field: &str, text: &str) -> Result<bool, Problem> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => {
            let problem = Problem::new(
                Code::UnknownValue,
                format!("`{field}` is `true` or `false`, not `{text}`"),
            );
            Err(match text.to_lowercase().as_str() {
                "yes" | "y" | "on" | "1" | "true" | "có" => problem.help("write `true`"),
                "no" | "n" | "off" | "0" | "false" | "không" => problem.help("write `false`"),
                _ => problem,
            })
        }
    }
}

fn choice(field: &str, choices: &[Choice], text: &str) -> Result<u8, Problem> {
    if let Some(at) = choices.iter().position(|choice| choice.name == text) {
        return Ok(u8::try_from(at).unwrap_or(u8::MAX));
    }
    let names: Vec<&str> = choices.iter().map(|choice| choice.name).collect();
    let wanted = text.replace([' ', '-'], "_");
    let problem = Problem::new(Code::UnknownValue, format!("`{text}` is no value of `{field}`"));
    let problem = match did_you_mean(&wanted, names.iter().copied()) {
        Some(question) => problem.help(question),
        None => problem,
    };
    Err(problem.help(format!("`{field}` is {}", either(&names))))
}

const DATE_FORMS: &str = "write `2019`, `2019-07` or `2019-07-22`, as exactly as it is known";
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn date(field: &str, text: &str) -> Result<PartialDate, Problem> {
    text.parse().map_err(|error| bad_date(field, text, &error))
}

fn bad_date(field: &str, text: &str, error: &DateError) -> Problem {
    let bad = |why: String| Problem::new(Code::BadDate, format!("`{field}` is no date: {why}"));
    match error {
        DateError::Form { .. } => {
            let problem = bad(format!("`{text}` is not year, year-month or year-month-day"));
            match meant_date(text) {
                Some(meant) => problem.help(format!("did you mean `{meant}`?")),
                None => problem.help(DATE_FORMS),
            }
        }
        DateError::NoSuchYear => bad("there is no year 0".to_owned()).help(DATE_FORMS),
        DateError::NoSuchMonth { month } => {
            let year = text.get(..4).unwrap_or_default();
            bad(format!("there is no month {month}")).help(format!("write `{year}` if the month is not known"))
        }
        DateError::NoSuchDay { year, month, last, .. } => {
            let name = MONTHS.get(usize::from(*month).wrapping_sub(1)).unwrap_or(&"the month");
            bad(format!("{name} {year} has {last} days")).help(format!(
                "write `{year:04}-{month:02}-{last}` or another day, or `{year:04}-{month:02}` if the day is not known"
            ))
        }
    }
}

/// The date that is meant by forms that leave no doubt.
fn meant_date(text: &str) -> Option<PartialDate> {
    if let Some(date) = spelled_date(text) {
        return Some(date);
    }
    let text = text.split(['T', ' ']).next()?;
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]).parse().ok();
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let (year, rest) = parts.split_first()?;
    if year.len() != 4 || rest.len() > 2 {
        return None;
    }
    let padded = rest
        .iter()
        .fold((*year).to_owned(), |date, part| format!("{date}-{part:0>2}"));
    padded
        .parse()
        .ok()
        .filter(|date: &PartialDate| date.to_string() != text)
}

/// The date of `July 2019`, `22 July 2019` or `Jul 22, 2019`.
fn spelled_date(text: &str) -> Option<PartialDate> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let (year, rest) = words.split_last()?;
    let (mut month, mut day) = (None, None);
    for word in rest {
        match word.parse::<u8>() {
            Ok(number) if day.is_none() => day = Some(number),
            Ok(_) => return None,
            Err(_) => month = Some(month_number(word)?),
        }
    }
    PartialDate::new(year.parse().ok()?, Some(month?), day).ok()
}

fn month_number(word: &str) -> Option<u8> {
    let short = word.get(..3)?.to_lowercase();
    let at = MONTHS
        .iter()
        .position(|month| month.to_lowercase().starts_with(&short))?;
    u8::try_from(at + 1).ok()
}

fn published(field: &str, text: &str) -> Result<Raw, Problem> {
    if text == "unknown" {
        return Ok(Raw::Unknown);
    }
    // `2019/07/22` is a date written with slashes, and no range
    let slashed = text.split('/').count() == 3 && meant_date(text).is_some();
    if text.contains('/') && !slashed {
        return range(field, text).map(Raw::Published);
    }
    date(field, text).map(|date| {
        Raw::Published(DateRange {
            from: date,
            to: Some(date),
        })
    })
}

fn range(field: &str, text: &str) -> Result<DateRange, Problem> {
    text.parse().map_err(|error| match error {
        DateRangeError::Form { .. } => {
            Problem::new(Code::BadDate, format!("`{text}` is no range of dates")).help(RANGE_FORMS)
        }
        DateRangeError::Date(error) => {
            let sides = text
                .split('/')
                .find(|side| *side != ".." && side.parse::<PartialDate>().is_err());
            bad_date(field, sides.unwrap_or(text), &error)
        }
        DateRangeError::Backwards { from, to } => Problem::new(
            Code::BadDate,
            format!("`{field}` is no range of dates: `{to}` is before `{from}`"),
        )
        .help(format!("write `{to}/{from}`")),
    })
}

const RANGE_FORMS: &str = "write `2023-05-23/2023-06-30`, or `2023-05-23/..` without an end";

fn period(field: &str, text: &str) -> Result<RawPeriod, Problem> {
    match text {
        "once" => Ok(RawPeriod::Once),
        "per_year" => Ok(RawPeriod::PerYear),
        _ if text.contains('/') => range(field, text).map(RawPeriod::During),
        _ => Err(Problem::new(Code::UnknownValue, format!("`{text}` is no period"))
            .help("write `once`, `per_year`, or a range of dates such as `2023-01-30/2024-01-28`")),
    }
}

const MONEY_FORMS: &str = "write a currency and a figure, such as `USD 1bn`, `EUR 250m`, `VND 13,000,000`, \
    `about USD 300bn`, `up to USD 10bn`, `over USD 1bn`, `USD 4bn to 5bn`, or `undisclosed`";

fn money(text: &str) -> Result<Money, Problem> {
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

fn share(text: &str) -> Result<Share, Problem> {
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
            error => Problem::new(Code::BadShare, format!("`{text}` is no share: {error}")).help(forms),
        }
    })
}

fn country(text: &str) -> Result<(), Problem> {
    if is_country(text) {
        return Ok(());
    }
    let upper = text.to_uppercase();
    let meant = match upper.as_str() {
        "UK" | "UNITED KINGDOM" => "GB",
        "USA" | "U.S." | "UNITED STATES" => "US",
        "VIETNAM" | "VIỆT NAM" | "VNM" => "VN",
        other => other,
    };
    let problem = Problem::new(Code::UnknownCountry, format!("`{text}` is no country"));
    Err(if is_country(meant) {
        problem.help(format!("write `{meant}`"))
    } else {
        problem.help("write a code of ISO 3166 with two capitals, such as `US` or `VN`")
    })
}

fn language(text: &str) -> Result<(), Problem> {
    if is_language(text) {
        return Ok(());
    }
    let problem = Problem::new(Code::BadLanguage, format!("`{text}` is no language"));
    Err(match language_for(text) {
        Some(meant) => problem.help(format!("write `{meant}`")),
        None => problem.help("write a code of ISO 639-1 with two small letters, such as `en` or `vi`"),
    })
}

fn url(text: &str) -> Result<(), Problem> {
    let bad = |why: &str| Problem::new(Code::BadUrl, format!("`{text}` is no address: {why}"));
    let Some((scheme, rest)) = text.split_once("://") else {
        return Err(bad("it has no scheme").help(format!("write `https://{}`", text.trim_start_matches('/'))));
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if !matches!(scheme, "http" | "https") {
        Err(bad("its scheme is not `https` or `http`"))
    } else if host.is_empty() {
        Err(bad("it has no host"))
    } else if text.contains(char::is_whitespace) {
        Err(bad("it has a space in it").help("write `%20` for a space that belongs to it"))
    } else {
        Ok(())
    }
}

fn lei(text: &str) -> Result<(), Problem> {
    check_lei(text).map_err(|error| {
        let problem = Problem::new(Code::BadLei, format!("`{text}` is no legal entity identifier: {error}"));
        match error {
            IdentifierError::Form => problem.help("it has 18 capitals or digits and 2 check digits"),
            IdentifierError::CheckDigits => problem.help("copy it again: a letter or digit is mistyped"),
        }
    })
}

fn qid(text: &str) -> Result<(), Problem> {
    check_qid(text).map_err(|_| {
        let meant = text.rsplit('/').next().unwrap_or_default().to_uppercase();
        let problem = Problem::new(Code::BadQid, format!("`{text}` is no Wikidata item"));
        if check_qid(&meant).is_ok() {
            problem.help(format!("write `{meant}`"))
        } else {
            problem.help("write a Q and a number, such as `Q2283`")
        }
    })
}
