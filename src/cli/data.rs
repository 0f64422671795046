//! Which data a command works on: the built-in set, or directories.

use std::io;
use std::path::PathBuf;
use std::sync::OnceLock;

use anyhow::bail;

use super::context::{GlobalArgs, today};
use super::notes::{note, tell};
use crate::dataset::Dataset;
use crate::diagnostics::human;
use crate::store::{self, Faults, OpenError};
use crate::text::{Files, read_readable};

/// How many problems are shown before a command that only wanted to answer gives up.
const SHOWN: usize = 5;

/// The data set of this process, which is not freed before its end: giving back every string takes as long as finding it.
static OPENED: OnceLock<Dataset> = OnceLock::new();

/// The data set that a question is asked of.
pub(super) fn dataset(global: &GlobalArgs) -> anyhow::Result<&'static Dataset> {
    let dataset = open(global)?;
    Ok(OPENED.get_or_init(|| dataset))
}

/// Whether all that an answer rests on is whole; asked before anything is written.
pub(super) fn intact() -> anyhow::Result<()> {
    Ok(OPENED.get().map_or(Ok(()), Dataset::intact)?)
}

fn open(global: &GlobalArgs) -> anyhow::Result<Dataset> {
    if global.data.is_empty() {
        return builtin();
    }
    dataset_of(global, &global.data)
}

/// What stands among directories for the data set inside this program.
pub(super) const BUILTIN: &str = "builtin";

/// The data set inside this program.
#[cfg(feature = "bundled")]
pub(super) fn builtin() -> anyhow::Result<Dataset> {
    anyhow::Context::context(store::bundled(), "the data set inside this program cannot be used")
}

#[cfg(not(feature = "bundled"))]
pub(super) fn builtin() -> anyhow::Result<Dataset> {
    bail!("this program was built without a data set inside; give directories with --data")
}

/// Whether the data set inside this program lies below some directories, and the directories.
///
/// # Errors
/// Where it would lie above one.
pub(super) fn layers(places: &[PathBuf]) -> anyhow::Result<(bool, &[PathBuf])> {
    let is_builtin = |place: &PathBuf| place.as_os_str() == BUILTIN;
    let (below, rest) = match places {
        [first, rest @ ..] if is_builtin(first) => (true, rest),
        all => (false, all),
    };
    if rest.iter().any(is_builtin) {
        bail!(
            "`{BUILTIN}` can only be the lowest data set: name it once and first (a directory of this name is `./{BUILTIN}`)"
        );
    }
    Ok((below, rest))
}

/// The data set in some directories.
pub(super) fn dataset_of(global: &GlobalArgs, places: &[PathBuf]) -> anyhow::Result<Dataset> {
    let (below, rest) = layers(places)?;
    let below = below.then(builtin).transpose()?;
    if let Some(below) = &below
        && rest.is_empty()
    {
        return Ok(below.clone());
    }
    let mut left_out = |what: &str| note(what);
    match store::opened(below.as_ref(), files(global, rest)?, today(), &mut left_out) {
        Ok(dataset) => Ok(dataset),
        Err(OpenError::Faulty(faults)) => faulty(global, places, *faults),
        Err(error) => Err(error.into()),
    }
}

/// Shows the first errors of some data, and gives up unless the user wants an answer nevertheless.
fn faulty(global: &GlobalArgs, places: &[PathBuf], faults: Faults) -> anyhow::Result<Dataset> {
    let color = global.colors(&io::stderr());
    for diagnostic in faults.errors.iter().take(SHOWN) {
        tell(human::render(diagnostic, &faults.files, color, width()));
    }
    let places: Vec<String> = places.iter().map(|path| path.display().to_string()).collect();
    let all = format!("`frenemy check {}` shows all", places.join(" "));
    if global.keep_going {
        tell(format_args!(
            "warning: {faults}; this answer rests on what could be read; {all}"
        ));
        return Ok(faults.readable);
    }
    bail!("{faults}; {all}, --keep-going answers from what could be read")
}

/// Reads directories as far as they can be read, and tells what lies in them and was not read. The number is that of files
/// and directories that should have been read and could not.
pub(super) fn read_files(paths: &[PathBuf]) -> anyhow::Result<(Files, usize)> {
    let (files, failed) = read_readable(paths)?;
    let unreadable = failed.len();
    for skipped in files.skipped() {
        note(&format!("not read: {skipped}"));
    }
    for error in failed {
        note(&format!("{:#}", anyhow::Error::new(error)));
    }
    Ok((files, unreadable))
}

/// Reads directories, as [`read_files`] does, and gives up where something is missing, unless the user goes on without it.
pub(super) fn files(global: &GlobalArgs, paths: &[PathBuf]) -> anyhow::Result<Files> {
    let (files, unreadable) = read_files(paths)?;
    if unreadable > 0 && !global.keep_going {
        bail!("not all of the data could be read; --keep-going goes on without the rest");
    }
    if files.is_empty() {
        return Err(OpenError::Empty(paths.to_vec()).into());
    }
    Ok(files)
}

/// The width for diagnostics.
pub(super) fn width() -> usize {
    terminal_size::terminal_size_of(io::stderr()).map_or(120, |(width, _)| usize::from(width.0))
}
