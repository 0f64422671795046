//! Fields in the making.

use crate::syntax::{Entry, Fields, Raw, Spanned};
use crate::text::Span;
use crate::values::{PartialDate, Str, Text};
use crate::vocab::Words;

/// The fields of a record; what is absent or empty is left out, as nobody would write it.
pub(super) struct Draft {
    at: Span,
    entries: Vec<Entry>,
}

impl Draft {
    pub(super) const fn new(at: Span) -> Self {
        Self {
            at,
            entries: Vec::new(),
        }
    }

    pub(super) fn set(&mut self, name: &'static str, value: impl Into<Option<Raw>>) {
        self.entries.extend(value.into().map(|value| Entry {
            name,
            key: self.at,
            value: Spanned::new(self.at, value),
        }));
    }

    pub(super) fn line(&mut self, name: &'static str, line: Option<&Str>) {
        self.set(name, line.cloned().map(Raw::Str));
    }

    /// The id of a record of a case, without its case.
    pub(super) fn own_id(&mut self, id: &Str) {
        let own = id.split_once('/').map_or(id.as_str(), |(_, own)| own);
        self.set("id", Raw::Str(own.into()));
    }

    pub(super) fn lines(&mut self, name: &'static str, lines: &[Str]) {
        self.set(name, list(self.at, lines.iter().cloned().map(Raw::Str)));
    }

    pub(super) fn text(&mut self, name: &'static str, text: Option<&Text>) {
        self.set(name, text.cloned().map(Raw::Text));
    }

    pub(super) fn date(&mut self, name: &'static str, date: Option<PartialDate>) {
        self.set(name, date.map(Raw::Date));
    }

    pub(super) fn flag(&mut self, name: &'static str, flag: bool) {
        self.set(name, flag.then_some(Raw::Flag(true)));
    }

    /// A mapping from ids or languages; those without a value are left out.
    pub(super) fn by_key(&mut self, name: &'static str, entries: impl Iterator<Item = (String, Option<Raw>)>) {
        let entries: Vec<_> = entries
            .filter_map(|(key, value)| Some((Spanned::new(self.at, key), Spanned::new(self.at, value?))))
            .collect();
        self.set(name, (!entries.is_empty()).then_some(Raw::ByKey(entries)));
    }

    pub(super) fn fields(self) -> Fields {
        self.entries.into_iter().collect()
    }

    pub(super) fn record(self) -> Raw {
        Raw::Record(self.fields())
    }

    /// The record, where it has a field.
    pub(super) fn some(self) -> Option<Raw> {
        (!self.entries.is_empty()).then(|| self.record())
    }
}

/// A list, where it has an item.
pub(super) fn list(at: Span, items: impl IntoIterator<Item = Raw>) -> Option<Raw> {
    let items: Vec<_> = items.into_iter().map(|item| Spanned::new(at, item)).collect();
    (!items.is_empty()).then_some(Raw::List(items))
}

/// One of the words that contributors write.
pub(super) fn word<T: Words + PartialEq>(value: T) -> Raw {
    let at = T::ALL.iter().position(|known| *known == value);
    Raw::Choice(at.and_then(|at| u8::try_from(at).ok()).unwrap_or_default())
}

/// A word, where it is not the one that stands for itself when nothing is said.
pub(super) fn unless<T: Words + PartialEq>(value: T, unsaid: T) -> Option<Raw> {
    (value != unsaid).then(|| word(value))
}
