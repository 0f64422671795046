//! Records: what a file says, typed field by field, before any id is resolved.

mod dates;
mod fields;
mod figures;
mod owner;
mod problem;
mod scalar;
mod sections;
#[cfg(test)]
mod tests;
mod wording;

use std::collections::BTreeMap;

pub use fields::MARK;
pub use sections::read_records;
pub use wording::{example, missing};

use crate::text::Span;
use crate::values::{DateRange, Money, PartialDate, Share, Str, Text};
use crate::vocab::{Field, KINDS, Kind, Section};

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub value: T,
}

impl<T> Spanned<T> {
    /// A value at a place.
    #[must_use]
    pub const fn new(span: Span, value: T) -> Self {
        Self { span, value }
    }
}

/// A typed value whose ids are not yet resolved.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// An id, line, code or address, or who asserts something.
    Str(Str),
    /// A text in one or several languages.
    Text(Text),
    /// `true` or `false`.
    Flag(bool),
    /// A date.
    Date(PartialDate),
    /// The word `unknown` in place of a date, an end or a holder.
    Unknown,
    /// When a source was published.
    Published(DateRange),
    /// Money.
    Money(Money),
    /// A share.
    Share(Share),
    /// The position of a word among the descriptor's choices.
    Choice(u8),
    /// An id that refers to another record; the descriptor says to what.
    Ref(String),
    /// A period.
    Period(RawPeriod),
    /// Several values.
    List(Vec<Spanned<Self>>),
    /// Fields; a citation too, as the fields `source`, `quote`, `locator`.
    Record(Fields),
    /// Values by the id of a company or a holder, or by language.
    ByKey(Vec<(Spanned<String>, Spanned<Self>)>),
    /// Strings by name.
    Names(BTreeMap<String, String>),
}

/// For which time an amount stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawPeriod {
    /// Once.
    Once,
    /// Every year.
    PerYear,
    /// For this time.
    During(DateRange),
}

/// A field that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Where its name stands.
    pub key: Span,
    /// What it holds.
    pub value: Spanned<Raw>,
}

/// The fields of a record, in the order of writing; those without a value are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    entries: Vec<Entry>,
    /// Fields with a value that could not be read, which has been reported.
    unread: Vec<&'static str>,
}

impl FromIterator<Entry> for Fields {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        Self {
            entries: entries.into_iter().collect(),
            unread: Vec::new(),
        }
    }
}

impl Fields {
    /// The value of a field that could be read.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Spanned<Raw>> {
        self.entries
            .iter()
            .find(|entry| entry.name == name)
            .map(|entry| &entry.value)
    }

    /// Whether a field was given, readable or not.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.unread.contains(&name) || self.get(name).is_some()
    }

    /// The fields that could be read.
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// The id, where it could be read.
    #[must_use]
    pub fn id(&self) -> Option<Spanned<&str>> {
        match self.get("id")? {
            Spanned {
                span,
                value: Raw::Str(id),
            } => Some(Spanned::new(*span, id)),
            _ => None,
        }
    }
}

/// The section of a record.
#[derive(Clone, Copy, Debug)]
pub enum SectionRef {
    /// One without relations.
    Section(&'static Section),
    /// The relations of a kind, as a position in [`KINDS`].
    Kind(u8),
}

impl SectionRef {
    /// The section of a key of a file.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        let kind = || crate::vocab::kind_by_section(key).and_then(|at| u8::try_from(at).ok());
        crate::vocab::section(key)
            .map(Self::Section)
            .or_else(|| kind().map(Self::Kind))
    }

    /// The row in [`KINDS`], for relations.
    #[must_use]
    pub fn kind(self) -> Option<&'static Kind> {
        match self {
            Self::Section(_) => None,
            Self::Kind(at) => KINDS.get(usize::from(at)).copied(),
        }
    }

    /// Its key.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Section(section) => section.name,
            Self::Kind(at) => KINDS[usize::from(at)].section,
        }
    }

    /// What one of its records is called.
    #[must_use]
    pub fn noun(self) -> String {
        match self.name() {
            "companies" => "company".to_owned(),
            "waive" => "waiver".to_owned(),
            section => match self.kind() {
                Some(kind) => kind.name.replace('_', " "),
                None => section.trim_end_matches('s').to_owned(),
            },
        }
    }

    /// Whether its records belong to a case.
    #[must_use]
    pub const fn in_case(self) -> bool {
        match self {
            Self::Section(section) => section.in_case,
            Self::Kind(_) => true,
        }
    }

    /// The fields of its records.
    #[must_use]
    pub fn fields(self) -> Vec<Field> {
        match self {
            Self::Section(section) => section.fields.to_vec(),
            Self::Kind(at) => KINDS[usize::from(at)].all_fields().collect(),
        }
    }

    fn is_role(self, field: &str) -> bool {
        self.kind().is_some_and(|kind| kind.role(field).is_some())
    }
}

/// A record of a file.
#[derive(Clone, Debug)]
pub struct SourceRecord {
    /// Its section.
    pub section: SectionRef,
    /// Where it is pointed at: its id, else its first field, else the whole.
    pub span: Span,
    /// Its fields.
    pub fields: Fields,
}

impl SourceRecord {
    /// What it is called in messages: "stake `stake-2025`".
    #[must_use]
    pub fn what(&self) -> String {
        let noun = self.section.noun();
        self.fields
            .id()
            .map_or_else(|| noun.clone(), |id| format!("{noun} `{}`", id.value))
    }
}

/// What the `case:` of a file says.
#[derive(Clone, Debug, PartialEq)]
pub enum CaseOf {
    /// The id of a case, defined here or elsewhere.
    Id(Spanned<String>),
    /// Something that could not be read, which has been reported.
    Unreadable,
}

/// What a file holds.
#[derive(Clone, Debug, Default)]
pub struct FileRecords {
    /// The case that it tells or adds to.
    pub case: Option<CaseOf>,
    /// Its sections and the places of their keys.
    pub sections: Vec<(&'static str, Span)>,
    /// Its records in the order of writing.
    pub records: Vec<SourceRecord>,
    /// Those of them that are still to be filled in and have no other fault.
    pub unfinished: Vec<Unfinished>,
}

/// A record in which places of a template are still marked `TODO`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// Its position among the records of the file.
    pub record: usize,
    /// The places, each of which is reported.
    pub places: Vec<Span>,
}
