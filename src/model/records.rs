use serde::{Deserialize, Serialize};

use super::citation::Citation;
use super::ids::{CaseId, CompanyId, DealId, MarketId, RecordId, RelationId, SourceId};
use super::waterfall::{Holder, Tranche};
use crate::values::{DateRange, Day, Money, PartialDate, Str, Text};
use crate::vocab::{CoverageSide, EventKind, Reading, SourceKind, SuccessionAs, TitleBasis, Wording};

/// A market, in which products compete.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Market {
    /// Its id.
    pub id: Str,
    /// Its name.
    pub name: Text,
    /// Other names it is found by, in the order of their languages.
    pub synonyms: Vec<Synonym>,
    /// The market that contains it.
    pub broader: Option<MarketId>,
    /// What it is, one sentence.
    pub note: Option<Text>,
}

/// Another name of a market.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Synonym {
    /// In which language, ISO 639-1.
    pub language: Str,
    /// The name.
    pub name: Str,
}

/// A document that says something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: Str,
    /// Who published it; `None` where unknown.
    pub publisher: Option<Str>,
    /// The publisher, where it is a company of the data.
    pub publisher_company: Option<CompanyId>,
    /// Its title.
    pub title: Str,
    /// A label for readers.
    pub short: Option<Str>,
    /// Where the title was read.
    pub title_basis: TitleBasis,
    /// What sort of document it is.
    pub kind: SourceKind,
    /// When it was published; `None` where unknown.
    pub published: Option<DateRange>,
    /// Its address.
    pub url: Option<Str>,
    /// When it was fetched or looked up.
    pub accessed: Option<PartialDate>,
    /// How much of it was read; `None` where nobody says.
    pub read: Option<Reading>,
    /// Who read it, a person or a model.
    pub read_by: Option<Str>,
    /// When it was read so.
    pub read_on: Option<PartialDate>,
    /// Address of a copy in an archive.
    pub archived: Option<Str>,
    /// The source that it relays.
    pub based_on: Option<SourceId>,
    /// Its language, ISO 639-1.
    pub language: Option<Str>,
    /// A remark.
    pub note: Option<Text>,
}

impl Source {
    /// The day by which it surely was published: the end of its date, or the day it was read.
    ///
    /// `None` when neither is known, so that it never counts for an earlier state of knowledge.
    #[must_use]
    pub fn surely_published(&self) -> Option<Day> {
        let dated = self
            .published
            .as_ref()
            .and_then(|range| range.to)
            .map(PartialDate::last);
        let read = self.accessed.map(PartialDate::last);
        match (dated, read) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }
}

/// A case: a story about some companies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Its id.
    pub id: Str,
    /// Its title.
    pub title: Text,
    /// What it is about, in a few sentences.
    pub summary: Option<Text>,
    /// Whom it is about.
    pub about: Vec<CompanyId>,
    /// Relations of other cases that belong to the picture.
    pub includes: Vec<RelationId>,
    /// Where each side was looked for.
    pub coverage: Vec<Coverage>,
    /// The case in steps.
    pub story: Vec<StoryStep>,
}

/// A search for ties of one side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    /// Whose ties.
    pub company: CompanyId,
    /// With whom alone; empty: with anybody.
    pub with: Vec<CompanyId>,
    /// Of which side.
    pub side: CoverageSide,
    /// Where.
    pub searched: Text,
    /// When.
    pub on: PartialDate,
    /// Whether anything was found.
    pub found: bool,
}

/// One step of a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryStep {
    /// The step in one sentence.
    pub title: Text,
    /// When.
    pub at: PartialDate,
    /// The records it shows.
    pub show: Vec<RecordId>,
}

/// A contract that relations are part of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deal {
    /// Its id.
    pub id: Str,
    /// What it is called.
    pub title: Text,
    /// Who signed.
    pub parties: Vec<CompanyId>,
    /// When it was signed.
    pub signed: Option<PartialDate>,
    /// The first day it no longer holds.
    pub until: Option<PartialDate>,
    /// Earlier deals it replaces.
    pub supersedes: Vec<DealId>,
    /// Its size as the parties give it; never added to its relations' amounts.
    pub amount: Option<Money>,
    /// Classes of those who share its money.
    pub holders: Vec<Holder>,
    /// Who gets what of its money, in the order of paying; empty where nobody says, or where the data are broken.
    pub waterfall: Vec<Tranche>,
    /// What it is, one sentence.
    pub note: Option<Text>,
    /// On whose word.
    pub sources: Vec<Citation>,
}

/// Something that happened; it has no side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// `case/id`.
    pub id: Str,
    /// Its case.
    pub case: CaseId,
    /// When.
    pub date: PartialDate,
    /// Whom it concerns.
    pub about: Vec<CompanyId>,
    /// What happened.
    pub title: Text,
    /// What sort of event.
    pub kind: EventKind,
    /// A remark.
    pub note: Option<Text>,
    /// Records that say otherwise.
    pub disputes: Vec<RecordId>,
    /// Records that show it to be wrong.
    pub refuted_by: Vec<RecordId>,
    /// On whose word.
    pub sources: Vec<Citation>,
}

/// Something that somebody said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// `case/id`.
    pub id: Str,
    /// Its case.
    pub case: CaseId,
    /// When it was said.
    pub date: Option<PartialDate>,
    /// Who said it.
    pub speaker: Str,
    /// As what.
    pub role: Option<Text>,
    /// For whom.
    pub company: Option<CompanyId>,
    /// About whom.
    pub about: Vec<CompanyId>,
    /// The words.
    pub text: Text,
    /// In which language they were said.
    pub original_language: Option<Str>,
    /// The quote that this one translates.
    pub translation_of: Option<RecordId>,
    /// How near it is to its source.
    pub wording: Option<Wording>,
    /// A remark.
    pub note: Option<Text>,
    /// On whose word.
    pub sources: Vec<Citation>,
}

/// A statement that is no relation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// `case/id`.
    pub id: Str,
    /// Its case.
    pub case: CaseId,
    /// Whom it concerns.
    pub about: Vec<CompanyId>,
    /// What is said.
    pub text: Text,
    /// Who says so.
    pub by: Option<Str>,
    /// When.
    pub date: Option<PartialDate>,
    /// Records that say otherwise.
    pub disputes: Vec<RecordId>,
    /// Records that show it to be wrong.
    pub refuted_by: Vec<RecordId>,
    /// A remark.
    pub note: Option<Text>,
    /// On whose word.
    pub sources: Vec<Citation>,
}

/// A company that came out of another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Succession {
    /// Its id.
    pub id: Str,
    /// The earlier company, or the parent of a spin-off.
    pub from: CompanyId,
    /// The later company.
    pub to: CompanyId,
    /// How.
    pub how: SuccessionAs,
    /// The first day of the later one.
    pub since: PartialDate,
    /// A remark.
    pub note: Option<Text>,
    /// On whose word.
    pub sources: Vec<Citation>,
}
