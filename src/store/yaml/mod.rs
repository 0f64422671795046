//! Data sets in directories of YAML files.

mod homes;
#[cfg(test)]
mod tests;
mod write;

use std::fmt;
use std::path::PathBuf;

use crate::check::{Selection, everything};
use crate::dataset::Dataset;
use crate::diagnostics::{Diagnostic, Level};
use crate::lower::{Lowered, SourceRecords, link, lower, read_all, set_unfinished_aside, unlink};
use crate::model::Damaged;
use crate::text::{Files, ReadError, Span, read_dirs};
use crate::values::{Day, counted};

pub use write::write_files;

/// Why directories are no data set.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A directory could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The directories hold no YAML file.
    #[error("no *.yaml file in {}", listed(.0))]
    Empty(Vec<PathBuf>),
    /// The data set that they are laid over is damaged.
    #[error(transparent)]
    Damaged(#[from] Damaged),
    /// What they hold has errors.
    #[error("{0}")]
    Faulty(Box<Faults>),
}

/// What is wrong with some data, and what could be read of them.
#[derive(Debug)]
pub struct Faults {
    /// Every error, in the order of reading.
    pub errors: Vec<Diagnostic>,
    /// The files, in which the places of the errors are.
    pub files: Files,
    /// What could be read.
    pub readable: Dataset,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the data have {}", counted(self.errors.len(), "error"))
    }
}

fn listed(paths: &[PathBuf]) -> String {
    let paths: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
    paths.join(", ")
}

fn files(paths: &[PathBuf]) -> Result<Files, OpenError> {
    let files = read_dirs(paths)?;
    if files.is_empty() {
        return Err(OpenError::Empty(paths.to_vec()));
    }
    Ok(files)
}

/// Reads directories, each laid over those before it, into a model with what is wrong with it.
///
/// # Errors
/// When a directory cannot be read, or when there is no YAML file.
pub fn read(paths: &[PathBuf]) -> Result<(Files, Lowered), OpenError> {
    let files = files(paths)?;
    let lowered = lower(&files);
    Ok((files, lowered))
}

/// Opens the data set in some directories, each laid over those before it. Cost: linear in the files, read on all threads.
///
/// `today` is the day after which nothing can have been published, read or seen. Records that are still to be filled in and have
/// no other fault are left out.
///
/// # Errors
/// When a directory cannot be read, when there is no YAML file, or when the data have errors; the error then holds what
/// could be read nevertheless.
pub fn open(paths: &[PathBuf], today: Day) -> Result<Dataset, OpenError> {
    of_files(files(paths)?, today)
}

/// As [`open`], of files that have been read.
///
/// # Errors
/// When the data have errors.
pub fn of_files(files: Files, today: Day) -> Result<Dataset, OpenError> {
    opened(None, files, today, &mut |_| ())
}

/// As [`of_files`], laid over another data set where one is given. Records that are still to be filled in (`TODO`) and have no
/// other fault are left out; `left_out` is told which, with the file of each.
///
/// # Errors
/// As [`overlay`].
pub fn opened(
    base: Option<&Dataset>,
    files: Files,
    today: Day,
    left_out: &mut dyn FnMut(&str),
) -> Result<Dataset, OpenError> {
    let (files, mut records) = read_over(base, files)?;
    let first = records.len() - files.len();
    for (found, (_, file)) in records[first..].iter_mut().zip(files.iter()) {
        for what in set_unfinished_aside(found) {
            left_out(&format!(
                "{what} in {} is still to be filled in and left out",
                file.name
            ));
        }
    }
    judged(files, link(&records), today)
}

/// Files as they lie over a data set, and what both hold. Records of the data set stand in the first file, one without text
/// called "the data set below"; what the files hold comes last, one entry a file.
///
/// # Errors
/// When a record of `base` is damaged.
pub fn read_over(base: Option<&Dataset>, above: Files) -> Result<(Files, Vec<SourceRecords>), Damaged> {
    let Some(base) = base else {
        let records = read_all(&above);
        return Ok((above, records));
    };
    let mut files = Files::new();
    let below = files.add("the data set below", Vec::new());
    files.lay_over(above);
    let mut records = unlink(base.model(), 0, Span::at(below, 0));
    base.intact()?;
    records.extend(read_all(&files));
    Ok((files, records))
}

/// Opens the data set in some directories, laid over another data set: records of the directories may refer to its records,
/// and take their place with `overrides: true`.
///
/// All is linked and checked again, at a cost linear in both together. Errors in records of `base` have their place in a
/// file without text, called "the data set below".
///
/// # Errors
/// As [`open`], and when a record of `base` is damaged.
pub fn overlay(base: &Dataset, paths: &[PathBuf], today: Day) -> Result<Dataset, OpenError> {
    opened(Some(base), files(paths)?, today, &mut |_| ())
}

/// The data set of what was read, where it has no error.
fn judged(files: Files, lowered: Lowered, today: Day) -> Result<Dataset, OpenError> {
    let mut errors = everything(&lowered, today, &Selection::up_to(Level::Error));
    errors.retain(|diagnostic| diagnostic.code.level() == Level::Error);
    let readable = Dataset::from_model(lowered.model);
    if errors.is_empty() {
        return Ok(readable);
    }
    Err(OpenError::Faulty(Box::new(Faults {
        errors,
        files,
        readable,
    })))
}
