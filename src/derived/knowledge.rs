//! What was known at a date: of sources, and of what records tell of a day.

use serde::{Deserialize, Serialize};

use crate::model::{Citation, Model, Source, SourceId};
use crate::values::{Day, PartialDate};

/// What was known: everything, or only what surely was published by some day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowledge(pub Option<Day>);

impl Knowledge {
    /// Everything that is recorded.
    pub const ALL: Self = Self(None);

    /// Whether a source counts.
    #[must_use]
    pub fn has(self, source: &Source) -> bool {
        self.0
            .is_none_or(|day| source.surely_published().is_some_and(|published| published <= day))
    }

    /// Whether a source of a model counts. Where everything does, the source is not looked at.
    #[must_use]
    pub fn knows(self, model: &Model, source: SourceId) -> bool {
        self == Self::ALL || self.has(&model[source])
    }

    /// Whether something that happened on `date` can have been known.
    #[must_use]
    pub fn reaches(self, date: PartialDate) -> bool {
        self.0.is_none_or(|day| date.first() <= day)
    }

    /// Whether what a single source tells of a date was known.
    #[must_use]
    pub fn tells_of(self, model: &Model, source: SourceId, date: Option<PartialDate>) -> bool {
        self.knows(model, source) && date.is_none_or(|date| self.reaches(date))
    }
}

/// What a record cites, as it was known at a date. A record that cites nothing stands with what it belongs to.
///
/// What it tells of a day was known when the first of its sources was published on that day or later; where there is none,
/// on the day itself, once any of them was published.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'m> {
    model: &'m Model,
    known: Knowledge,
    citations: &'m [Citation],
}

impl<'m> Cited<'m> {
    /// What some citations of a model told by then.
    #[must_use]
    pub const fn new(model: &'m Model, known: Knowledge, citations: &'m [Citation]) -> Self {
        Self {
            model,
            known,
            citations,
        }
    }

    /// The citations whose sources were published, each with its source.
    pub fn citations(self) -> impl Iterator<Item = (SourceId, &'m Citation)> {
        let all = self.citations.iter().map(|citation| (citation.source, citation));
        all.filter(move |(source, _)| self.known.knows(self.model, *source))
    }

    /// The sources that were published, each once, in the order of the record.
    #[must_use]
    pub fn sources(self) -> Vec<SourceId> {
        let mut found: Vec<SourceId> = Vec::new();
        for (source, _) in self.citations() {
            if !found.contains(&source) {
                found.push(source);
            }
        }
        found
    }

    /// Whether anything of it was known: one of its sources was published.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.known == Knowledge::ALL || self.citations.is_empty() || self.citations().next().is_some()
    }

    /// A start, once its day has come: sources that were published before can have foretold it.
    #[must_use]
    pub fn begun(self, date: Option<PartialDate>) -> Option<PartialDate> {
        date.filter(|date| self.known.reaches(*date) && self.is_known())
    }

    /// A date on which something happened, once that was known.
    #[must_use]
    pub fn happened(self, date: Option<PartialDate>) -> Option<PartialDate> {
        date.filter(|date| self.tells(*date))
    }

    /// A day to come that a source tells of, as the end of a contract.
    #[must_use]
    pub fn foretold(self, date: Option<PartialDate>) -> Option<PartialDate> {
        date.filter(|_| self.is_known())
    }

    /// Whether a record of a date was known, or, undated, one of its sources was published.
    #[must_use]
    pub fn is_told(self, date: Option<PartialDate>) -> bool {
        date.map_or_else(|| self.is_known(), |date| self.tells(date))
    }

    /// Whether what happened on a date was known.
    fn tells(self, date: PartialDate) -> bool {
        let Some(by) = self.known.0 else { return true };
        let day = date.first();
        if day > by || self.citations.is_empty() {
            return day <= by;
        }
        let published = || {
            let all = self.citations.iter();
            all.filter_map(|citation| self.model[citation.source].surely_published())
        };
        let first_after = published().filter(|out| *out >= day).min();
        first_after.or_else(|| published().min()).is_some_and(|out| out <= by)
    }
}
