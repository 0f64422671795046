//! Writing files: whole or not at all, never over another unasked, and nothing lost that somebody else wrote meanwhile.
//!
//! Every file that the program writes is written here. A link stays a link: what it leads to is written, also where that
//! does not exist yet and overwriting was asked for. A pipe or a character device is written into, as `-o /dev/stdout` means
//! it; nothing is overwritten by that. Directories, disks and sockets are refused.

use std::fs::{self, FileType, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};
use tempfile::{Builder, NamedTempFile};

use super::lock::Lock;

/// How long a pipe may wait for somebody who reads from it.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a new file may take the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// Nothing.
    Nothing,
    /// Another file, which `--force` said.
    Files,
}

impl Over {
    /// What `--force` says where it is given.
    pub(super) const fn forced(force: bool) -> Self {
        if force { Self::Files } else { Self::Nothing }
    }
}

/// What is found where a file is to be written.
enum Place {
    /// Nothing; the file comes to lie here.
    Free(PathBuf),
    /// A file, at the end of all links.
    File(PathBuf),
    /// Something that takes what is written and keeps nothing in its place.
    Stream,
}

/// Writes a file, or into a pipe or character device.
///
/// # Errors
/// Where a file is and may not be overwritten; where something is that is neither file nor stream; where nobody reads from
/// a pipe; what the file system says.
pub(super) fn save(path: &Path, bytes: &[u8], over: Over) -> anyhow::Result<()> {
    match (look(path)?, over) {
        (Place::Free(target), Over::Nothing) if target != path => bail!(
            "`{}` is a link to `{}`, which does not exist; --force writes it",
            path.display(),
            target.display()
        ),
        (Place::Free(target), Over::Nothing) => match beside(&target, bytes)?.persist_noclobber(&target) {
            Ok(_) => {
                settle(&target);
                Ok(())
            }
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(exists(path)),
            Err(error) => Err(error.error).with_context(|| failed(path)),
        },
        (Place::File(_), Over::Nothing) => Err(exists(path)),
        (Place::Free(target) | Place::File(target), Over::Files) => replace(&target, bytes),
        (Place::Stream, _) => pour(path, bytes),
    }
}

/// Changes a file: `change` is given what stands in it now, and nobody else who asks here changes it meanwhile. Permissions
/// stay what they are. Whether it was changed.
///
/// # Errors
/// Where there is no regular file, or none that may be written; what `change` says; what the file system says.
pub(super) fn edit(path: &Path, change: impl FnOnce(&str) -> anyhow::Result<String>) -> anyhow::Result<bool> {
    let Place::File(target) = look(path)? else {
        bail!(
            "`{}` is no regular file, so it cannot be changed in place",
            path.display()
        );
    };
    let _lock = Lock::of_file(&target)?;
    let old = fs::read_to_string(&target).with_context(|| format!("`{}` cannot be read", path.display()))?;
    let new = change(&old)?;
    if new == old {
        return Ok(false);
    }
    replace(&target, new.as_bytes())?;
    Ok(true)
}

fn look(path: &Path) -> anyhow::Result<Place> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(Place::File(path.canonicalize().with_context(|| failed(path))?)),
        Ok(found) if is_stream(found.file_type()) => Ok(Place::Stream),
        Ok(found) if found.is_dir() => bail!("`{}` is a directory", path.display()),
        Ok(_) => bail!("`{}` is no file, pipe or terminal; nothing was written", path.display()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Place::Free(end_of_links(path))),
        Err(error) => Err(error).with_context(|| failed(path)),
    }
}

/// Where a link leads that leads to nothing; anything else is its own end. Rings of links never come here: they are an
/// error of their own.
fn end_of_links(path: &Path) -> PathBuf {
    let mut end = path.to_owned();
    while let Ok(next) = fs::read_link(&end) {
        end = end.parent().unwrap_or(Path::new("")).join(next);
    }
    end
}

#[cfg(unix)]
fn is_stream(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    kind.is_fifo() || kind.is_char_device()
}

#[cfg(not(unix))]
fn is_stream(_: FileType) -> bool {
    false
}

fn pour(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let (send, opened) = mpsc::channel();
    let place = path.to_owned();
    // a pipe opens when somebody reads from it, which may be never
    thread::Builder::new()
        .spawn(move || send.send(OpenOptions::new().write(true).open(place)))
        .with_context(|| failed(path))?;
    let Ok(stream) = opened.recv_timeout(PATIENCE) else {
        bail!("nobody reads from the pipe `{}`; nothing was written", path.display());
    };
    let mut stream = stream.with_context(|| failed(path))?;
    stream.write_all(bytes).with_context(|| failed(path))
}

fn replace(target: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let written = beside(target, bytes)?;
    if let Ok(metadata) = target.metadata() {
        if metadata.permissions().readonly() {
            bail!("`{}` is read-only", target.display());
        }
        keep_owner(target, &metadata, written.as_file())?;
        written
            .as_file()
            .set_permissions(metadata.permissions())
            .with_context(|| failed(target))?;
    }
    written
        .persist(target)
        .map_err(|error| error.error)
        .with_context(|| failed(target))?;
    settle(target);
    Ok(())
}

/// Writes the new name of a file through to the disk: a power cut must not bring back the old one after it was said that the new
/// one is there. Some file systems cannot, and then nobody can.
pub(super) fn settle(target: &Path) {
    #[cfg(unix)]
    let _ = fs::File::open(directory_of(target)).and_then(|directory| directory.sync_all());
    #[cfg(not(unix))]
    let _ = target;
}

fn directory_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// What the names of files begin and end with that are not whole yet.
const UNFINISHED: (&str, &str) = (".frenemy-", ".tmp");
/// A file that was not finished for so long belongs to nobody any more.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// Takes away files that a killed process left half-written long ago.
fn clean(directory: &Path) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let is_ours = name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1);
        let is_old = || {
            let metadata = entry.metadata().ok().filter(fs::Metadata::is_file);
            let age = metadata.and_then(|metadata| metadata.modified().ok()?.elapsed().ok());
            age.is_some_and(|age| age > ABANDONED)
        };
        if is_ours && is_old() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Gives a file that takes the place of another to the owner of that one.
///
/// # Errors
/// Where the other has several names, which would part, or belongs to somebody else and cannot be given to him.
#[cfg(unix)]
fn keep_owner(target: &Path, old: &fs::Metadata, new: &fs::File) -> anyhow::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    if old.nlink() > 1 {
        bail!(
            "`{}` has {} names (hard links), of which only one would change; write it by hand",
            target.display(),
            old.nlink()
        );
    }
    let made = new.metadata().with_context(|| failed(target))?;
    if (made.uid(), made.gid()) == (old.uid(), old.gid()) {
        return Ok(());
    }
    fchown(new, Some(old.uid()), Some(old.gid())).with_context(|| {
        format!(
            "`{}` belongs to somebody else, and would change its owner",
            target.display()
        )
    })
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &fs::Metadata, _: &fs::File) -> anyhow::Result<()> {
    Ok(())
}

fn exists(path: &Path) -> anyhow::Error {
    anyhow::anyhow!("`{}` exists; --force overwrites it", path.display())
}

fn failed(path: &Path) -> String {
    format!("`{}` could not be written", path.display())
}

/// The bytes in a file of another name in the same directory, which vanishes if it is not moved into place.
fn beside(path: &Path, bytes: &[u8]) -> anyhow::Result<NamedTempFile> {
    let directory = directory_of(path);
    clean(directory);
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    #[cfg(unix)]
    {
        // what `open` gives to a new file; the mask of the process takes its part away
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(directory).with_context(|| failed(path))?;
    file.write_all(bytes).with_context(|| failed(path))?;
    // on the disk before it has its name: after a power cut the old file is there or the new one, never half of it
    file.as_file().sync_all().with_context(|| failed(path))?;
    Ok(file)
}
