//! Texts as typed values, and why they are none.

use super::Raw;
use super::dates::{date, period, published};
use super::figures::{money, share};
use super::problem::Problem;
use super::wording::language_for;
use crate::diagnostics::{Code, excerpt};
use crate::values::suggest::{did_you_mean, either};
use crate::values::{IdentifierError, check_lei, check_qid, is_invisible, is_slug, slugify};
use crate::vocab::{Choice, Type, is_country, is_language};

/// Reads a text as a value of a scalar type. `field` is its name, for messages.
pub(super) fn read(ty: Type, field: &str, text: &str) -> Result<Raw, Problem> {
    let owned = || Raw::Str(text.into());
    let read = match ty {
        Type::Id => id(text).map(|()| owned()),
        Type::Flag => flag(field, text).map(Raw::Flag),
        Type::Date => date(field, text).map(Raw::Date),
        Type::DateOrUnknown | Type::HolderOrUnknown if text == "unknown" => Ok(Raw::Unknown),
        Type::DateOrUnknown => date(field, text).map(Raw::Date),
        Type::Published => published(field, text),
        Type::Money => money(text).map(Raw::Money),
        Type::Share => share(text).map(Raw::Share),
        Type::Choice(choices) => choice(field, choices, text).map(Raw::Choice),
        Type::Country => country(text).map(|()| owned()),
        Type::Language => language(text).map(|()| owned()),
        Type::Url => url(text).map(|()| owned()),
        Type::Lei => lei(text).map(|()| owned()),
        Type::Qid => qid(text).map(|()| owned()),
        Type::Period => period(field, text).map(Raw::Period),
        Type::Ref(_) | Type::HolderOrUnknown => Ok(Raw::Ref(text.to_owned())),
        _ => Ok(owned()),
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
        Err(bad("its scheme is not `https` or `http`").help("write the address of the page, as a browser shows it"))
    } else if host.is_empty() {
        Err(bad("it has no host").help("write the whole address, such as `https://vnexpress.net/kinh-doanh`"))
    } else if text.contains(char::is_whitespace) {
        Err(bad("it has a space in it").help("write `%20` for a space that belongs to it"))
    } else if text.contains(is_invisible) {
        Err(bad("it has a character in it that cannot be seen").help("copy it again, from the browser's address line"))
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
