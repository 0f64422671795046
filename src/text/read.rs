//! Reading data directories.

use std::ffi::OsStr;
use std::fs::{File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::{Files, Skipped, SourceFile, Why};

/// The size in bytes above which a file is refused.
pub const MAX_FILE_BYTES: u64 = 64 << 20;
/// How many bytes of files are read at once: answering takes some thirty times their size in memory.
pub const MAX_BYTES: u64 = 256 << 20;

/// Why a data directory could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is nothing at the path.
    #[error("no such file or directory: `{}`", path.display())]
    Missing {
        /// The path as given.
        path: PathBuf,
    },
    /// The file system refused.
    #[error("cannot read `{}`", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the file system said.
        source: io::Error,
    },
    /// The file is larger than [`MAX_FILE_BYTES`].
    #[error("`{}` has at least {bytes} bytes, more than the {MAX_FILE_BYTES} that are read", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size, as far as it is known.
        bytes: u64,
    },
    /// The files before it have [`MAX_BYTES`] together.
    #[error(
        "`{}` and {others} files behind it are not read: those before have {} MB together, which is the most that is read at once; \
         give fewer directories or files",
        path.display(),
        MAX_BYTES >> 20
    )]
    TooMuch {
        /// The first file that is not read.
        path: PathBuf,
        /// How many others are not.
        others: usize,
    },
    /// More directories than layers can be numbered.
    #[error(
        "{count} data directories are more than the {} that can be laid over each other",
        u16::MAX
    )]
    TooManyRoots {
        /// How many were given.
        count: usize,
    },
}

impl ReadError {
    /// The file or directory that could not be read, where it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Missing { path }
            | Self::Io { path, .. }
            | Self::TooLarge { path, .. }
            | Self::TooMuch { path, .. } => Some(path),
            Self::TooManyRoots { .. } => None,
        }
    }

    fn io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        if source.kind() == io::ErrorKind::NotFound {
            Self::Missing { path }
        } else {
            Self::Io { path, source }
        }
    }
}

/// Reads the YAML files below one directory, as [`read_dirs`] does.
///
/// # Errors
/// As [`read_dirs`].
pub fn read_dir(root: &Path) -> Result<Files, ReadError> {
    read_dirs(&[root.to_owned()])
}

/// Reads the YAML files below each root, layer by layer, sorted by path within a layer.
///
/// Files ending in `.yaml` or `.yml` are read, in any depth. Hidden files and directories are skipped, and so are
/// symbolic links, so that nothing outside a root is read and nothing is read twice; a root itself may be a link, and
/// may be a single file of any name. What is skipped and looks like data is listed in [`Files::skipped`].
///
/// # Errors
/// The first in that order: a root that does not exist, a file or directory that cannot be read, a file over
/// [`MAX_FILE_BYTES`], more than [`MAX_BYTES`] together.
pub fn read_dirs(roots: &[PathBuf]) -> Result<Files, ReadError> {
    let (files, failed) = read_readable(roots)?;
    match failed.into_iter().next() {
        Some(error) => Err(error),
        None => Ok(files),
    }
}

/// As [`read_dirs`], but goes on where a file or directory below a root cannot be read: the files are those that can be, the
/// errors are sorted by path within each root.
///
/// # Errors
/// A root that does not exist or cannot be looked at; more roots than layers can be numbered.
pub fn read_readable(roots: &[PathBuf]) -> Result<(Files, Vec<ReadError>), ReadError> {
    let (mut files, mut failed) = (Files::new(), Vec::new());
    let mut left = MAX_BYTES;
    for (index, root) in roots.iter().enumerate() {
        let layer = u16::try_from(index).map_err(|_| ReadError::TooManyRoots { count: roots.len() })?;
        let Listing { found, skipped, errors } = find(root, layer)?;
        files.skipped.extend(skipped);
        let (found, too_many) = within(&mut left, found);
        // Collected before the errors are looked at: which file is named must not depend on which thread was first.
        let read: Vec<_> = found.into_par_iter().map(Found::read).collect();
        let before = failed.len();
        failed.extend(errors);
        for file in read {
            match file {
                Ok(file) => drop(files.push(file)),
                Err(error) => failed.push(error),
            }
        }
        failed.extend(too_many);
        failed[before..].sort_by(|a, b| a.path().cmp(&b.path()));
    }
    Ok((files, failed))
}

/// The files below a root that [`read_dirs`] would read, in its order.
pub(super) fn paths(root: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let found = find(root, 0)?.found;
    Ok(found.into_iter().map(|file| file.path).collect())
}

/// The first files that fit into what is left of [`MAX_BYTES`], and that others are not read, if so.
fn within(left: &mut u64, found: Vec<Found>) -> (Vec<Found>, Option<ReadError>) {
    let mut read = Vec::with_capacity(found.len());
    let mut rest = found.into_iter();
    for file in rest.by_ref() {
        let bytes = std::fs::metadata(&file.path).map_or(0, |metadata| metadata.len());
        // one that is refused by itself takes nothing
        let bytes = if bytes > MAX_FILE_BYTES { 0 } else { bytes };
        if bytes > *left {
            let (path, others) = (file.path, rest.count());
            return (read, Some(ReadError::TooMuch { path, others }));
        }
        *left -= bytes;
        read.push(file);
    }
    (read, None)
}

/// A file to be read.
struct Found {
    path: PathBuf,
    relative: String,
    layer: u16,
}

impl Found {
    fn read(self) -> Result<SourceFile, ReadError> {
        let Self { path, relative, layer } = self;
        let failed = |error| ReadError::io(&path, error);
        let mut file = File::open(&path).map_err(failed)?;
        let bytes = file.metadata().map_err(failed)?.len();
        let mut content = Vec::new();
        // A pipe or device given as a root has no length to be looked at beforehand, and perhaps no end.
        let read = file
            .by_ref()
            .take(MAX_FILE_BYTES + 1)
            .read_to_end(&mut content)
            .map_err(failed)? as u64;
        if read > MAX_FILE_BYTES {
            let bytes = bytes.max(read);
            return Err(ReadError::TooLarge { path, bytes });
        }
        let name = with_slashes(&path);
        Ok(SourceFile::new(path, name, relative, layer, content))
    }
}

/// What lies below a root.
#[derive(Default)]
struct Listing {
    /// The files, in the order of their relative paths.
    found: Vec<Found>,
    skipped: Vec<Skipped>,
    errors: Vec<ReadError>,
}

fn find(root: &Path, layer: u16) -> Result<Listing, ReadError> {
    let metadata = std::fs::metadata(root).map_err(|error| ReadError::io(root, error))?;
    let mut listing = Listing::default();
    if !metadata.is_dir() {
        let relative = root.file_name().unwrap_or_default().to_string_lossy().into_owned();
        listing.found.push(Found {
            path: root.to_owned(),
            relative,
            layer,
        });
        return Ok(listing);
    }
    let mut directories = vec![root.to_owned()];
    while let Some(directory) = directories.pop() {
        let below = list(&directory).unwrap_or_else(|error| {
            listing.errors.push(ReadError::io(&directory, error));
            Vec::new()
        });
        for (path, kind) in below {
            if kind.is_dir() {
                directories.push(path);
            } else if let Some(why) = why_not(&path, kind) {
                listing.skipped.push(Skipped { path, why });
            } else if kind.is_file() && is_yaml(&path) {
                let relative = with_slashes(path.strip_prefix(root).unwrap_or(&path));
                listing.found.push(Found { path, relative, layer });
            }
        }
    }
    // two names that are no Unicode may be shown alike
    listing
        .found
        .sort_by(|a, b| (&a.relative, &a.path).cmp(&(&b.relative, &b.path)));
    listing.skipped.sort();
    Ok(listing)
}

/// What a directory holds and is not hidden.
fn list(directory: &Path) -> io::Result<Vec<(PathBuf, FileType)>> {
    let mut below = Vec::new();
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            below.push((entry.path(), entry.file_type()?));
        }
    }
    Ok(below)
}

/// Why something that looks like data is not read.
fn why_not(path: &Path, kind: FileType) -> Option<Why> {
    let extension = path.extension().unwrap_or_default();
    let looks_like_data = ["yaml", "yml"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known));
    if kind.is_symlink() && std::fs::metadata(path).is_ok_and(|target| target.is_dir()) {
        return Some(Why::LinkedDirectory);
    }
    match looks_like_data {
        true if kind.is_symlink() => Some(Why::Link),
        true if !kind.is_file() => Some(Why::Special),
        true if !is_yaml(path) => Some(Why::Capitals),
        _ => None,
    }
}

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|extension| matches!(extension, "yaml" | "yml"))
}

/// The path as users write it on every system, so that output does not depend on where it was made.
pub(super) fn with_slashes(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn files_are_read_as_long_as_they_fit() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: u64| {
            let path = folder.path().join(name);
            fs::File::create(&path).unwrap().set_len(bytes).unwrap();
            let relative = name.to_owned();
            Found {
                path,
                relative,
                layer: 0,
            }
        };
        let all = || {
            vec![
                file("a", 6),
                file("huge", MAX_FILE_BYTES + 1),
                file("b", 4),
                file("c", 1),
                file("d", 0),
            ]
        };
        let mut left = 10;
        let (read, rest) = within(&mut left, all());
        assert_eq!((read.len(), left), (3, 0));
        assert!(matches!(rest, Some(ReadError::TooMuch { path, others: 1 }) if path.ends_with("c")));
        let (read, rest) = within(&mut 11, all());
        assert!(read.len() == 5 && rest.is_none());
    }

    fn write(root: &Path, relative: &str, text: &str) {
        let path = root.join(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn layers_keep_their_order_and_paths_are_sorted_within() {
        let (base, overlay) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for relative in [
            "cases/z.yaml",
            "cases/a.yml",
            "README.md",
            ".git/x.yaml",
            ".draft.yaml",
            "một.yaml",
        ] {
            write(base.path(), relative, "");
        }
        write(overlay.path(), "a.yaml", "companies:");
        let files = read_dirs(&[base.path().to_owned(), overlay.path().to_owned()]).unwrap();
        let read: Vec<_> = files
            .iter()
            .map(|(_, file)| (file.layer, file.relative.as_str()))
            .collect();
        assert_eq!(
            read,
            [(0, "cases/a.yml"), (0, "cases/z.yaml"), (0, "một.yaml"), (1, "a.yaml")]
        );
        let (_, last) = files.iter().last().unwrap();
        assert!(last.name.ends_with("/a.yaml") && last.text == "companies:");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() {
        let (outside, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        write(outside.path(), "secret.yaml", "");
        write(root.path(), "own.yaml", "");
        std::os::unix::fs::symlink(outside.path(), root.path().join("out")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.yaml"), root.path().join("b.yaml")).unwrap();
        std::os::unix::fs::symlink(root.path(), root.path().join("loop")).unwrap();
        std::os::unix::fs::symlink("nowhere", root.path().join("gone.yaml")).unwrap();
        std::os::unix::fs::symlink("nowhere", root.path().join("README")).unwrap();
        let files = read_dir(root.path()).unwrap();
        assert_eq!(files.iter().map(|(_, file)| file.stem()).collect::<Vec<_>>(), ["own"]);
        assert_eq!(
            skipped(&files, root.path()),
            [
                ("b.yaml", Why::Link),
                ("gone.yaml", Why::Link),
                ("loop", Why::LinkedDirectory),
                ("out", Why::LinkedDirectory)
            ]
        );
    }

    #[cfg(unix)]
    fn skipped<'a>(files: &'a Files, root: &Path) -> Vec<(&'a str, Why)> {
        let relative = |path: &'a Path| path.strip_prefix(root).unwrap().to_str().unwrap();
        let all = files.skipped().iter();
        all.map(|skipped| (relative(&skipped.path), skipped.why)).collect()
    }

    #[cfg(unix)]
    #[test]
    fn what_looks_like_data_and_is_not_read_is_listed() {
        let root = tempfile::tempdir().unwrap();
        for relative in ["cases/MORE.YAML", "b.Yml", "a.yaml", "notes.YAML.bak", ".hidden.YAML"] {
            write(root.path(), relative, "");
        }
        let _socket = std::os::unix::net::UnixListener::bind(root.path().join("s.yaml")).unwrap();
        let files = read_dir(root.path()).unwrap();
        assert_eq!(files.iter().map(|(_, file)| file.stem()).collect::<Vec<_>>(), ["a"]);
        assert_eq!(
            skipped(&files, root.path()),
            [
                ("b.Yml", Why::Capitals),
                ("cases/MORE.YAML", Why::Capitals),
                ("s.yaml", Why::Special)
            ]
        );
    }

    /// Linux allows any bytes in a name.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_path_stays_the_path_whatever_its_name_is_shown_as() {
        use std::os::unix::ffi::OsStrExt;
        let root = tempfile::tempdir().unwrap();
        let odd = root.path().join(OsStr::from_bytes(b"a\xff.yaml"));
        fs::write(&odd, "first").unwrap();
        write(root.path(), "a\u{fffd}.yaml", "second");
        let files = read_dir(root.path()).unwrap();
        let read: Vec<_> = files.iter().map(|(_, file)| file).collect();
        assert_eq!(read[0].name, read[1].name);
        for file in read {
            assert_eq!(fs::read_to_string(&file.path).unwrap(), file.text);
        }
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let root = tempfile::tempdir().unwrap();
        let missing = root.path().join("thiếu");
        assert!(matches!(read_dir(&missing), Err(ReadError::Missing { path }) if path == missing));
        let large = root.path().join("large.yaml");
        fs::File::create(&large).unwrap().set_len(MAX_FILE_BYTES + 1).unwrap();
        let error = read_dir(root.path()).unwrap_err();
        assert!(matches!(&error, ReadError::TooLarge { bytes, .. } if *bytes == MAX_FILE_BYTES + 1));
        assert!(error.to_string().contains("large.yaml"));
        write(root.path(), "small.yaml", "companies:");
        let (files, failed) = read_readable(&[root.path().to_owned()]).unwrap();
        assert_eq!((files.len(), failed.len()), (1, 1));
        assert_eq!(failed[0].path(), Some(&*large));
    }
}
