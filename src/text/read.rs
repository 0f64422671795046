//! Reading data directories.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::{Files, SourceFile};

/// The size in bytes above which a file is refused.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

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
/// may be a single file of any name.
///
/// # Errors
/// The first in that order: a root that does not exist, a file or directory that cannot be read, a file over
/// [`MAX_FILE_BYTES`].
pub fn read_dirs(roots: &[PathBuf]) -> Result<Files, ReadError> {
    let mut files = Files::new();
    files.read_dirs(roots)?;
    Ok(files)
}

impl Files {
    /// Adds the YAML files below each root, as [`read_dirs`] reads them, in layers above those that are there.
    ///
    /// # Errors
    /// As [`read_dirs`]; nothing is added then.
    pub fn read_dirs(&mut self, roots: &[PathBuf]) -> Result<(), ReadError> {
        let lowest = self
            .iter()
            .map(|(_, file)| usize::from(file.layer) + 1)
            .max()
            .unwrap_or_default();
        self.files.extend(read_layers(roots, lowest)?);
        Ok(())
    }
}

fn read_layers(roots: &[PathBuf], lowest: usize) -> Result<Vec<SourceFile>, ReadError> {
    let mut found = Vec::new();
    for (index, root) in roots.iter().enumerate() {
        let layer = u16::try_from(lowest + index).map_err(|_| ReadError::TooManyRoots { count: roots.len() })?;
        find(root, layer, &mut found)?;
    }
    // Collected before the errors are looked at: which file is named must not depend on which thread was first.
    let read: Vec<_> = found.into_par_iter().map(Found::read).collect();
    read.into_iter().collect()
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
        Ok(SourceFile::new(with_slashes(&path), relative, layer, content))
    }
}

/// Lists the files below a root in the order of their relative paths.
fn find(root: &Path, layer: u16, found: &mut Vec<Found>) -> Result<(), ReadError> {
    let metadata = std::fs::metadata(root).map_err(|error| ReadError::io(root, error))?;
    if !metadata.is_dir() {
        let relative = root.file_name().unwrap_or_default().to_string_lossy().into_owned();
        found.push(Found {
            path: root.to_owned(),
            relative,
            layer,
        });
        return Ok(());
    }
    let first = found.len();
    let mut directories = vec![root.to_owned()];
    while let Some(directory) = directories.pop() {
        for entry in std::fs::read_dir(&directory).map_err(|error| ReadError::io(&directory, error))? {
            let entry = entry.map_err(|error| ReadError::io(&directory, error))?;
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let path = entry.path();
            let kind = entry.file_type().map_err(|error| ReadError::io(&path, error))?;
            if kind.is_dir() {
                directories.push(path);
            } else if kind.is_file() && is_yaml(&path) {
                let relative = with_slashes(path.strip_prefix(root).unwrap_or(&path));
                found.push(Found { path, relative, layer });
            }
        }
    }
    found[first..].sort_by(|a, b| a.relative.cmp(&b.relative));
    Ok(())
}

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|extension| matches!(extension, "yaml" | "yml"))
}

/// The path as users write it on every system, so that output does not depend on where it was made.
fn with_slashes(path: &Path) -> String {
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
        let files = read_dir(root.path()).unwrap();
        assert_eq!(files.iter().map(|(_, file)| file.stem()).collect::<Vec<_>>(), ["own"]);
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
    }
}
