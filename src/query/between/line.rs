//! A row of the dossier.

use crate::lang::answers;
use crate::model::SourceId;
use crate::report::{Cell, Mark, Row};
use crate::tell::words::Words;

/// What a row says, in words; the order of its cells is that of the table's columns.
#[derive(Default)]
pub(super) struct Line {
    pub(super) side: &'static str,
    pub(super) kind: &'static str,
    pub(super) what: String,
    pub(super) detail: Vec<String>,
    pub(super) companies: Vec<Cell>,
    pub(super) period: Cell,
    pub(super) holds: &'static str,
    pub(super) word: String,
    pub(super) sources: Vec<SourceId>,
    pub(super) records: Vec<String>,
    pub(super) mark: Mark,
}

impl Line {
    pub(super) fn row(self, words: Words<'_>) -> Row {
        let count = match self.sources.len() {
            0 => String::new(),
            n => words.sources(n),
        };
        // a terminal has room for one id; data formats have them all
        let more = self.records.len().saturating_sub(1);
        let first = match self.records.first() {
            Some(id) if more > 0 => format!("{id} {}", answers::MORE.fill(words.lang, &[("n", &more)])),
            Some(id) => id.clone(),
            None => String::new(),
        };
        let sources = self.sources.iter().map(|id| words.model()[*id].id.as_str());
        Row::new(vec![
            Cell::text(self.side),
            Cell::text(self.kind),
            self.period,
            Cell::text(self.what),
            Cell::text(self.detail.join(", ")),
            Cell::List(self.companies),
            Cell::text(self.holds),
            Cell::text(self.word),
            Cell::text(count),
            Cell::texts(sources),
            Cell::text(first),
            Cell::texts(self.records),
        ])
        .mark(self.mark)
    }
}
