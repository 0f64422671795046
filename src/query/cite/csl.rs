//! Citations as CSL-JSON.

use serde::Serialize;

use super::Cited;
use crate::judge::View;
use crate::model::Source;
use crate::values::{DateRange, PartialDate};
use crate::vocab::SourceKind;

/// A source as an item of CSL-JSON (citation-style-language 1.0, `csl-data.json`).
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Item {
    /// The id of the source.
    pub id: String,
    /// The type of item.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The title.
    pub title: String,
    /// Who published it, as one name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Name>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// When it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<Date>,
    /// Its address.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The address of a copy in an archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive_location: Option<String>,
    /// Its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// From which program and data it was cited, and as of when.
    pub note: String,
}

/// A name that is not parted into given and family name.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Name {
    /// The name.
    pub literal: String,
}

/// A date, or a range of two.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Date {
    /// Year, month and day, as far as known.
    #[serde(rename = "date-parts")]
    pub date_parts: Vec<Vec<i16>>,
    /// Whether it is only known to be no earlier.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub circa: bool,
}

/// The sources as CSL-JSON items.
#[must_use]
pub fn csl(view: &View<'_>, cited: &Cited) -> Vec<Item> {
    let note = format!("{}, as of {}", cited.version, view.scope.asked);
    cited
        .sources
        .iter()
        .map(|id| {
            let source = &view.model()[*id];
            Item {
                id: source.id.to_string(),
                kind: kind(source),
                title: source.title.to_string(),
                author: source
                    .publisher
                    .iter()
                    .map(|name| Name {
                        literal: name.to_string(),
                    })
                    .collect(),
                issued: source.published.map(issued),
                accessed: source.accessed.map(|date| Date {
                    date_parts: vec![parts(date)],
                    circa: false,
                }),
                url: source.url.clone().map(String::from),
                archive_location: source.archived.clone().map(String::from),
                language: source.language.clone().map(String::from),
                note: note.clone(),
            }
        })
        .collect()
}

const fn kind(source: &Source) -> &'static str {
    match source.kind {
        SourceKind::Filing => "report",
        SourceKind::Court => "legal_case",
        SourceKind::News => "article-newspaper",
        SourceKind::Book => "book",
        SourceKind::Paper => "article-journal",
        SourceKind::Dataset => "dataset",
        SourceKind::Interview | SourceKind::Transcript => "interview",
        SourceKind::Blog => "post-weblog",
        SourceKind::Forum => "post",
        SourceKind::Encyclopedia => "entry-encyclopedia",
        SourceKind::Release | SourceKind::Mirror => "webpage",
    }
}

fn issued(range: DateRange) -> Date {
    let to = range.to.filter(|to| *to != range.from);
    Date {
        date_parts: [Some(range.from), to].into_iter().flatten().map(parts).collect(),
        circa: range.to.is_none(),
    }
}

fn parts(date: PartialDate) -> Vec<i16> {
    let small = |part: Option<u8>| part.map(i16::from);
    [Some(date.year()), small(date.month()), small(date.day())]
        .into_iter()
        .flatten()
        .collect()
}
