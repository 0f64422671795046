//! Writing files: whole or not at all, and never over another unasked.

use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, bail};
use tempfile::{Builder, NamedTempFile};

/// Writes a file that must not exist yet.
pub(super) fn create(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    match beside(path, bytes)?.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            bail!("`{}` exists", path.display())
        }
        Err(error) => Err(error.error).with_context(|| failed(path)),
    }
}

/// Writes a file, in the place of another if there is one. A link stays a link, and permissions stay what they are.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let written = beside(&target, bytes)?;
    if let Ok(metadata) = target.metadata() {
        if metadata.permissions().readonly() {
            bail!("`{}` is read-only", path.display());
        }
        written
            .as_file()
            .set_permissions(metadata.permissions())
            .with_context(|| failed(path))?;
    }
    written
        .persist(&target)
        .map_err(|error| error.error)
        .with_context(|| failed(path))?;
    Ok(())
}

fn failed(path: &Path) -> String {
    format!("`{}` could not be written", path.display())
}

/// The bytes in a file of another name in the same directory, which vanishes if it is not moved into place.
fn beside(path: &Path, bytes: &[u8]) -> anyhow::Result<NamedTempFile> {
    let directory = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".frenemy-").suffix(".tmp");
    #[cfg(unix)]
    {
        // what `open` gives to a new file; the mask of the process takes its part away
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(directory).with_context(|| failed(path))?;
    file.write_all(bytes).with_context(|| failed(path))?;
    file.flush().with_context(|| failed(path))?;
    Ok(file)
}
