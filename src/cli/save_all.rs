//! Writing a directory of files: all of them or none.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use tempfile::Builder;

use super::save::Over;
use crate::exchange::Directory;

/// A directory that is being filled.
struct Filling {
    path: PathBuf,
}

impl Directory for Filling {
    fn file(&mut self, name: &str) -> io::Result<Box<dyn Write + '_>> {
        let path = self.path.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(Box::new(BufWriter::new(File::create_new(path)?)))
    }
}

/// Fills a directory under another name and moves it to its place.
///
/// An empty directory is filled; one that an earlier export wrote is replaced where that is asked for, and nothing else is.
///
/// # Errors
/// Where something else is, what `fill` says, and what the file system says.
pub(super) fn save_all<T>(
    path: &Path,
    over: Over,
    fill: impl FnOnce(&mut dyn Directory) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let failed = || format!("`{}` could not be written", path.display());
    let old = look(path, over)?;
    let beside = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let new = Builder::new()
        .prefix(".frenemy-")
        .suffix(".tmp")
        .tempdir_in(beside)
        .with_context(failed)?;
    let filled = new.path().join("new");
    fs::create_dir(&filled).with_context(failed)?;
    let told = fill(&mut Filling { path: filled.clone() })?;
    if old {
        // what was there is kept until the new one stands in its place
        fs::rename(path, new.path().join("old")).with_context(failed)?;
        if let Err(error) = fs::rename(&filled, path) {
            fs::rename(new.path().join("old"), path).with_context(failed)?;
            return Err(error).with_context(failed);
        }
    } else {
        fs::rename(&filled, path).with_context(failed)?;
    }
    Ok(told)
}

/// Whether something stands there that may be replaced.
fn look(path: &Path, over: Over) -> anyhow::Result<bool> {
    match fs::read_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).with_context(|| format!("`{}` is no directory that can be filled", path.display())),
        Ok(mut entries) => match (entries.next().is_none(), over, is_export(path)) {
            (true, ..) | (_, Over::Files, true) => Ok(true),
            (_, Over::Nothing, true) => bail!("`{}` exists; --force replaces it", path.display()),
            _ => bail!(
                "`{}` holds files that no export wrote; name a new directory",
                path.display()
            ),
        },
    }
}

/// Whether a directory was written by an export.
fn is_export(path: &Path) -> bool {
    let Ok(text) = fs::read_to_string(path.join("datapackage.json")) else {
        return false;
    };
    serde_json::from_str(&text).is_ok_and(|package: serde_json::Value| package["name"] == "frenemy")
}
