//! From records to the model: ids are resolved, and what one record alone can get wrong is reported.
//!
//! [`lower`] never fails. A record that is of no use (a relation without its parties) is left out, a field that cannot
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
mod values;
mod waterfall;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

pub use origins::{Origins, RecordKey};
pub use today::future_dates;

use crate::diagnostics::{Code, Diagnostic, sort_and_dedup};
use crate::model::Model;
use crate::syntax::{FileRecords, parse_file, read_records};
use crate::text::{Files, Span};
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

/// Reads files and resolves what they refer to. Equal files give an equal result, however many threads read them.
#[must_use]
pub fn lower(files: &Files) -> Lowered {
    let ids: Vec<_> = files.iter().collect();
    let read: Vec<(FileRecords, Vec<Diagnostic>)> = ids
        .into_par_iter()
        .map(|(id, file)| {
            let mut out = Vec::new();
            let tree = parse_file(id, file, &mut out);
            let records = tree.map(|tree| read_records(&tree, &mut out)).unwrap_or_default();
            (records, out)
        })
        .collect();
    let mut out = Vec::new();
    let mut records = Vec::with_capacity(read.len());
    for (file, diagnostics) in read {
        records.push(file);
        out.extend(diagnostics);
    }
    let catalog = Catalog::new(files, &records, &mut out);
    let mut lowerer = Lowerer::new(&catalog, out);
    lowerer.everything();
    let (model, origins, mut diagnostics) = lowerer.finish();
    let waivers = records::waivers(&records, &mut diagnostics);
    sort_and_dedup(&mut diagnostics);
    Lowered {
        model,
        origins,
        diagnostics,
        waivers,
    }
}
