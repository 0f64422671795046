//! Typed values as what is written for them, in the house order and not yet laid out.

use crate::authoring::format::Place;
use crate::authoring::scalar::{is_number_elsewhere, is_word_elsewhere, quoted, written};
use crate::syntax::{Fields, Raw, RawPeriod};
use crate::values::{DateRange, Text};
use crate::vocab::{Choice, Field, Space, Type};

/// Something that is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// A text, with whether a reader of YAML may take it for something else.
    Text(String, bool),
    /// One of our own words, a date, a figure: what has its type from its field.
    Word(String),
    /// Parts below each other.
    List(Vec<Self>),
    /// Parts by key, which is written as it stands here.
    Map(Vec<(String, Self)>),
}

impl Part {
    fn text(place: &Place, text: &str) -> Option<Self> {
        let elsewhere = is_word_elsewhere(text) || is_number_elsewhere(text);
        (!text.trim().is_empty()).then(|| Self::Text(text.to_owned(), elsewhere && place.is_text()))
    }
}

/// The fields of a record in the house order; `descriptors` are all that it may have.
pub(super) fn entries(parts: Parts<'_>, place: &Place, descriptors: &[Field], fields: &Fields) -> Vec<(String, Part)> {
    let mut found: Vec<(String, Part)> = fields
        .iter()
        .filter_map(|entry| {
            let field = descriptors.iter().find(|field| field.name == entry.name)?;
            Some((field.name.to_owned(), parts.of(field.ty, &entry.value.value)?))
        })
        .collect();
    found.sort_by_key(|(name, _)| place.rank(name));
    found
}

/// Makes parts of the records of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    /// The case of the file, of whose records the case is not said; empty where it has none.
    pub(super) case: &'a str,
}

impl Parts<'_> {
    /// What is written for a value of a type; `None` for nothing.
    fn of(self, ty: Type, raw: &Raw) -> Option<Part> {
        let place = Place::Value(ty);
        Some(match raw {
            Raw::Str(text) => Part::text(&place, text)?,
            Raw::Text(text) => of_text(&place, text)?,
            Raw::Flag(flag) => Part::Word(flag.to_string()),
            Raw::Date(date) => Part::Word(date.to_string()),
            Raw::Unknown => Part::Word("unknown".to_owned()),
            Raw::Published(DateRange { from, to }) if *to == Some(*from) => Part::Word(from.to_string()),
            Raw::Published(range) => Part::Word(range.to_string()),
            Raw::Money(money) => Part::Word(money.to_string()),
            Raw::Share(share) => Part::Word(share.to_string()),
            Raw::Choice(at) => Part::Word(choices(ty)?.get(usize::from(*at))?.name.to_owned()),
            Raw::Ref(id) => Part::text(&place, self.as_named(ty, id))?,
            Raw::Period(RawPeriod::Once) => Part::Word("once".to_owned()),
            Raw::Period(RawPeriod::PerYear) => Part::Word("per_year".to_owned()),
            Raw::Period(RawPeriod::During(range)) => Part::Word(range.to_string()),
            Raw::List(items) => {
                let (Type::List(item, _) | Type::OneOrMore(item)) = ty else {
                    return None;
                };
                let mut parts: Vec<Part> = items.iter().filter_map(|raw| self.of(*item, &raw.value)).collect();
                match (ty, parts.len()) {
                    (_, 0) => return None,
                    (Type::OneOrMore(_), 1) => parts.remove(0),
                    _ => Part::List(parts),
                }
            }
            Raw::Record(fields) => self.record(ty, fields)?,
            Raw::ByKey(by_key) => {
                let (Type::ByCompany(item) | Type::ByHolder(item) | Type::ByLanguage(item)) = ty else {
                    return None;
                };
                let entries = by_key.iter();
                let entries = entries.filter_map(|(key, raw)| Some((key.value.clone(), self.of(*item, &raw.value)?)));
                map(&place, entries.collect())?
            }
            Raw::Names(names) => {
                let entries = names
                    .iter()
                    .filter_map(|(name, text)| Some((name.clone(), Part::text(&place, text)?)));
                map(&place, entries.collect())?
            }
        })
    }

    fn record(self, ty: Type, fields: &Fields) -> Option<Part> {
        let descriptors: &[Field] = match ty {
            Type::Record(fields) | Type::UnknownOr(fields) => fields,
            Type::Citation => CITATION,
            _ => return None,
        };
        let mut entries = entries(self, &Place::Value(ty), descriptors, fields);
        // a source without more is named alone
        if ty == Type::Citation && entries.len() == 1 {
            return entries.pop().map(|(_, source)| source);
        }
        (!entries.is_empty()).then_some(Part::Map(entries))
    }

    /// An id as it is written in this file.
    fn as_named(self, ty: Type, id: &str) -> &str {
        let cased = matches!(ty, Type::Ref(Space::Relation | Space::Record));
        let own = id.split_once('/').filter(|(case, _)| cased && *case == self.case);
        own.map_or(id, |(_, own)| own)
    }
}

const CITATION: &[Field] = &[
    Field::new("source", Type::Ref(Space::Source), "The source."),
    Field::new("quote", Type::Line, "Its words."),
    Field::new("locator", Type::Line, "Where in it."),
];

fn of_text(place: &Place, text: &Text) -> Option<Part> {
    if let Some(plain) = text.plain() {
        return Part::text(place, plain);
    }
    let entries = text
        .languages()
        .filter_map(|code| Some((code.to_owned(), Part::text(place, text.get(code))?)));
    map(place, entries.collect())
}

/// A mapping whose keys are ids, languages or names.
fn map(place: &Place, mut entries: Vec<(String, Part)>) -> Option<Part> {
    entries.sort_by_key(|(key, _)| place.rank(key));
    let keyed = entries.into_iter().map(|(key, part)| {
        let elsewhere = is_word_elsewhere(&key) || is_number_elsewhere(&key);
        (if elsewhere { quoted(&key) } else { written(&key) }, part)
    });
    let keyed: Vec<_> = keyed.collect();
    (!keyed.is_empty()).then_some(Part::Map(keyed))
}

const fn choices(ty: Type) -> Option<&'static [Choice]> {
    match ty {
        Type::Choice(choices) => Some(choices),
        _ => None,
    }
}
