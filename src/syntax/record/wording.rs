//! What is said about fields: what belongs there, and how it is written.

use super::owner::Owner;
use crate::diagnostics::{Code, Diagnostic, excerpt};
use crate::syntax::slips;
use crate::syntax::tree::{Key, Node};
use crate::text::Span;
use crate::values::suggest::{did_you_mean, either, joined};
use crate::vocab::{COMMON, Field, Space, Type};

/// Words that newcomers write for a field.
const HABITS: &[(&str, &str)] = &[
    ("start", "since"),
    ("start_date", "since"),
    ("from", "since"),
    ("begin", "since"),
    ("date", "since"),
    ("end", "until"),
    ("end_date", "until"),
    ("to", "until"),
    ("valid_from", "since"),
    ("valid_to", "until"),
    ("value", "amount"),
    ("price", "amount"),
    ("description", "note"),
    ("comment", "note"),
    ("notes", "note"),
    ("type", "kind"),
    ("title", "name"),
    ("name", "title"),
    ("link", "url"),
    ("evidence", "sources"),
    ("references", "sources"),
    ("source", "sources"),
    ("percentage", "share"),
    ("percent", "share"),
    ("investor", "investors"),
    ("parent", "part_of"),
    ("headquarters", "country"),
    ("of", "debtor"),
];

/// The problem that a record lacks a field.
#[must_use]
pub fn missing(owner: &str, field: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::MissingField, format!("{owner} has no `{field}`"), span, "")
}

/// The problem that a mark of a template stands in a field, in one language of it where one is named.
pub(super) fn to_be_filled(field: &Field, language: Option<&str>, span: Span) -> Diagnostic {
    let (name, language) = match language {
        Some(code) => (
            format!("`{}` in `{}`", code, field.name),
            format!(" in the language `{code}`"),
        ),
        None => (format!("`{}`", field.name), String::new()),
    };
    let what = match field.ty {
        Type::Choice(choices) => either(&choices.iter().map(|choice| choice.name).collect::<Vec<_>>()),
        Type::Text | Type::Line => format!("{}{language}", expected(field.ty)),
        ty => format!("{}, such as `{}`", expected(ty), example(ty)),
    };
    Diagnostic::new(Code::ToBeFilled, format!("{name} is to be filled in"), span, "")
        .help(format!("write {what}: {}", as_help(field.doc)))
}

/// The problem that a mapping has a key which nobody would write: without a value, or with a colon inside.
pub(super) fn stray_key(owner: &str, entries: &[(Key, Node)], at: usize) -> Diagnostic {
    let key = &entries[at].0;
    let what = match key.text.contains(':') {
        true => "with a colon inside",
        false => "without a value",
    };
    let headline = format!("{owner} has a key `{}` {what}", excerpt(&key.text));
    let help = slips::remedy(entries, at).unwrap_or_else(|| "write a value behind it, or delete the key".to_owned());
    Diagnostic::new(Code::StrayKey, headline, key.span, "").help(help)
}

pub(super) fn unknown_field(owner: &Owner, descriptors: &[Field], entries: &[(Key, Node)], at: usize) -> Diagnostic {
    let key = &entries[at].0;
    let names = descriptors.iter().map(|field| field.name);
    let wanted = key.text.replace([' ', '-'], "_");
    let habit = HABITS.iter().find_map(|(habit, name)| {
        (*habit == wanted.to_lowercase() && descriptors.iter().any(|field| field.name == *name)).then_some(*name)
    });
    let help = slips::remedy(entries, at)
        .or_else(|| habit.map(|name| format!("did you mean `{name}`?")))
        .or_else(|| did_you_mean(&wanted, names))
        .unwrap_or_else(|| list(owner, descriptors));
    let headline = format!("{} has an unknown field `{}`", owner.name, excerpt(&key.text));
    Diagnostic::new(Code::UnknownField, headline, key.span, "").help(help)
}

fn list(owner: &Owner, descriptors: &[Field]) -> String {
    let is_relation = owner.section.is_some_and(|section| section.kind().is_some());
    let common = |name: &str| is_relation && COMMON.iter().any(|field| field.name == name);
    let names: Vec<&str> = descriptors
        .iter()
        .map(|field| field.name)
        .filter(|name| !common(name))
        .collect();
    if is_relation {
        let more = "those of every relation, such as `since`, `until`, `amount`, `note` and `sources`";
        format!("its fields are {}, and {more}", joined(&names, "and"))
    } else {
        format!("its fields are {}", joined(&names, "and"))
    }
}

pub(super) fn wrong_type(field: &Field, node: &Node, help: String) -> Diagnostic {
    let headline = format!(
        "`{}` holds {} where {} belongs",
        field.name,
        node.describe(),
        expected(field.ty)
    );
    Diagnostic::new(Code::WrongType, headline, node.span, "").help(help)
}

pub(super) fn too_many(field: &Field, span: Span, count: usize) -> Diagnostic {
    let headline = format!("`{}` takes one company, not {count}", field.name);
    Diagnostic::new(Code::WrongArity, headline, span, "").help("write a record for each company")
}

pub(super) fn too_few(field: &Field, span: Span, least: usize, count: usize) -> Diagnostic {
    let unit = match field.ty {
        Type::List(Type::List(..), _) => "lists",
        _ if least == 1 => "entry",
        _ => "entries",
    };
    let headline = format!("`{}` takes at least {least} {unit}, not {count}", field.name);
    Diagnostic::new(Code::WrongArity, headline, span, "").help(format!("write `{}: {}`", field.name, example(field.ty)))
}

pub(super) fn bad_language(field: &str, entries: &[(Key, Node)], at: usize) -> Diagnostic {
    let key = &entries[at].0;
    let headline = format!("`{}` in `{field}` is not a language", excerpt(&key.text));
    let help = slips::remedy(entries, at)
        .or_else(|| language_for(&key.text).map(|meant| format!("write `{meant}`")))
        .unwrap_or_else(|| "key the text by codes of ISO 639-1, as in `{en: ..., vi: ...}`".to_owned());
    Diagnostic::new(Code::BadLanguage, headline, key.span, "").help(help)
}

/// The language that is meant by a country, a name or a longer code.
pub(super) fn language_for(code: &str) -> Option<&'static str> {
    Some(match code.to_lowercase().as_str() {
        "en" | "eng" | "us" | "uk" | "gb" | "english" | "en-us" | "en-gb" => "en",
        "vi" | "vn" | "vie" | "vietnamese" | "vi-vn" | "tiếng việt" => "vi",
        "jp" | "jpn" | "japanese" => "ja",
        "cn" | "zho" | "chinese" | "zh-cn" => "zh",
        "kr" | "kor" | "korean" => "ko",
        "de" | "deu" | "ger" | "german" => "de",
        "fr" | "fra" | "fre" | "french" => "fr",
        _ => return None,
    })
}

/// What a field holds, in words.
pub(super) fn expected(ty: Type) -> &'static str {
    match ty {
        Type::Id | Type::Ref(_) => "an id",
        Type::Line | Type::Text => "text",
        Type::Flag => "`true` or `false`",
        Type::Date => "a date",
        Type::DateOrUnknown => "a date or `unknown`",
        Type::Published => "a date, `unknown` or a range of dates",
        Type::Money => "a sum of money",
        Type::Share => "a share",
        Type::Choice(_) => "a word",
        Type::Country => "a country",
        Type::Language => "a language",
        Type::Url => "an address",
        Type::Lei | Type::Qid => "an identifier",
        Type::ProductOrName => "a product",
        Type::Asserter => "a company",
        Type::Period => "a period",
        Type::Citation => "a source",
        Type::List(..) => "a list",
        Type::HolderOrUnknown => "a holder or `unknown`",
        Type::UnknownOr(_) => "`unknown` or a mapping",
        Type::OneOrMore(item) => expected(*item),
        Type::Record(_) | Type::ByCompany(_) | Type::ByLanguage(_) | Type::ByHolder(_) | Type::Names => "a mapping",
    }
}

/// How a value of the type is written.
#[must_use]
pub fn example(ty: Type) -> String {
    match ty {
        Type::Id => "some-id".to_owned(),
        Type::Line | Type::Text | Type::ProductOrName => "some text".to_owned(),
        Type::Flag => "true".to_owned(),
        Type::Date | Type::DateOrUnknown | Type::Published => "2019-07-22".to_owned(),
        Type::Money => "USD 1bn".to_owned(),
        Type::Share => "49%".to_owned(),
        Type::Choice(choices) => choices
            .first()
            .map_or_else(String::new, |choice| choice.name.to_owned()),
        Type::Country => "VN".to_owned(),
        Type::Language => "vi".to_owned(),
        Type::Url => "https://example.com/news".to_owned(),
        Type::Lei => "INR2EJN1ERAN0W5ZP974".to_owned(),
        Type::Qid => "Q2283".to_owned(),
        Type::Asserter | Type::HolderOrUnknown => "microsoft".to_owned(),
        Type::Period => "per_year".to_owned(),
        Type::Citation => example(Type::Ref(Space::Source)),
        Type::Ref(space) => match space {
            Space::Company => "microsoft",
            Space::Market => "cloud-infrastructure",
            Space::Product => "microsoft/azure",
            Space::Source => "microsoft-2019-07-22",
            Space::Deal => "openai-2019",
            Space::Case => "microsoft-openai",
            Space::Relation | Space::Record => "first-billion",
        }
        .to_owned(),
        Type::List(item, least) => {
            let item = example(*item);
            let second = item.replace("microsoft", "openai");
            if least < 2 {
                format!("[{item}]")
            } else {
                format!("[{item}, {second}]")
            }
        }
        Type::Record(fields) => {
            let required: Vec<_> = fields.iter().filter(|field| field.required).collect();
            let shown = if required.is_empty() {
                fields.iter().take(1).collect()
            } else {
                required
            };
            let written: Vec<_> = shown
                .iter()
                .map(|field| format!("{}: {}", field.name, example(field.ty)))
                .collect();
            format!("{{{}}}", written.join(", "))
        }
        Type::ByCompany(item) | Type::ByHolder(item) => format!("{{microsoft: {}}}", example(*item)),
        Type::ByLanguage(item) => format!("{{en: {0}, vi: {0}}}", example(*item)),
        Type::OneOrMore(item) => example(*item),
        Type::UnknownOr(fields) => example(Type::Record(fields)),
        Type::Names => "{some-name: some text}".to_owned(),
    }
}

/// A sentence of the documentation as a part of a remedy.
pub(super) fn as_help(doc: &str) -> String {
    let mut letters = doc.trim_end_matches('.').chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
