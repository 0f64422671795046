//! From files to records and from records to the model: ids are resolved, and what one record alone can get wrong is
//! reported.
//!
//! [`read`] looks at one file, [`link`] at the records of all; [`lower`] does both. None of them ever fails. A record that is of no use (a relation without its parties) is left out, a field that cannot
//! be used is left out of its record, and everything else is in the [`Model`], so that what is whole can be asked about.
//! Checks that need the whole model are not here.

mod agreement;
mod catalog;
mod decl;
mod duplicates;
mod origins;
mod placed;
mod read;
mod records;
mod relation;
mod resolve;
mod rules;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_fields;
mod today;
mod unlink;
mod values;
mod waterfall;

use std::collections::BTreeSet;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

pub use origins::{Origins, RecordKey};
pub use today::future_dates;
pub use unlink::{in_cases, unlink, unlinked};

use crate::diagnostics::{Code, Diagnostic, sort_and_dedup};
use crate::model::Model;
use crate::syntax::{FileRecords, parse_file, read_records};
use crate::text::{FileId, Files, SourceFile, Span, stem};
use crate::values::{Str, Text};

use catalog::Catalog;
use resolve::Lowerer;

/// The model of some files, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Lowered {
    /// What could be used.
    pub model: Model,
    /// Where its records and their fields stand.
    pub origins: Origins,
    /// What is wrong, in the order of reading.
    pub diagnostics: Vec<Diagnostic>,
    /// Lints that are said not to apply, in the order of reading.
    pub waivers: Vec<Waiver>,
}

/// A lint that is said not to apply to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The lint.
    pub code: Code,
    /// The record's id, as written: whole, or within the case of the file.
    pub on: Str,
    /// The case of the file.
    pub case: Option<Str>,
    /// Why.
    pub why: Text,
    /// Where the lint is named.
    pub span: Span,
    /// Where the record is named.
    pub on_span: Span,
}

/// The records of one file, typed field by field; no id is resolved.
#[derive(Clone, Debug, Default)]
pub struct SourceRecords {
    /// Which data set it belongs to; one of a later layer is laid over those of earlier ones.
    pub layer: u16,
    /// The path below the root of its layer, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub records: FileRecords,
    /// What is wrong with it, whatever other files hold.
    pub diagnostics: Vec<Diagnostic>,
}

impl SourceRecords {
    /// The file name without its extension, which is the id of the company or case in it.
    fn stem(&self) -> &str {
        stem(&self.path)
    }
}

/// Reads one YAML file. What it gives depends on that file alone, so that it can be kept until the file changes.
#[must_use]
pub fn read(id: FileId, file: &SourceFile) -> SourceRecords {
    let mut diagnostics = Vec::new();
    let tree = parse_file(id, file, &mut diagnostics);
    let records = tree.map(|tree| read_records(&tree, &mut diagnostics));
    SourceRecords {
        layer: file.layer,
        path: file.relative.clone(),
        records: records.unwrap_or_default(),
        diagnostics,
    }
}

/// Takes the records that are still to be filled in out of what was read, and what was reported of them; what they are called.
pub fn set_unfinished_aside(file: &mut SourceRecords) -> Vec<String> {
    let unfinished = std::mem::take(&mut file.records.unfinished);
    let places: BTreeSet<Span> = unfinished
        .iter()
        .flat_map(|record| record.places.iter().copied())
        .collect();
    file.diagnostics
        .retain(|found| found.code != Code::ToBeFilled || !places.contains(&found.primary.span));
    let taken = unfinished
        .iter()
        .rev()
        .map(|record| file.records.records.remove(record.record).what());
    let mut taken: Vec<String> = taken.collect();
    taken.reverse();
    taken
}

/// Reads YAML files, on all threads.
#[must_use]
pub fn read_all(files: &Files) -> Vec<SourceRecords> {
    let files: Vec<_> = files.iter().collect();
    files.into_par_iter().map(|(id, file)| read(id, file)).collect()
}

/// Resolves what the records of all files refer to, the files of each layer after those of the layers that it is laid over.
/// Wherever the records come from, what they give is the same. Cost: near linear in the records.
#[must_use]
pub fn link(files: &[SourceRecords]) -> Lowered {
    let mut out: Vec<Diagnostic> = files.iter().flat_map(|file| file.diagnostics.iter().cloned()).collect();
    let catalog = Catalog::new(files, &mut out);
    let mut lowerer = Lowerer::new(&catalog, out);
    lowerer.everything();
    let (model, origins, mut diagnostics) = lowerer.finish();
    let waivers = records::waivers(files, &mut diagnostics);
    sort_and_dedup(&mut diagnostics);
    Lowered {
        model,
        origins,
        diagnostics,
        waivers,
    }
}

/// Reads files and resolves what they refer to. Equal files give an equal result, however many threads read them.
#[must_use]
pub fn lower(files: &Files) -> Lowered {
    link(&read_all(files))
}
