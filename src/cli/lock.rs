//! One writer at a time.
//!
//! A lock is a hidden file that lies beside what it guards while somebody writes, locked by the operating system, which
//! frees it whatever becomes of the process. What is guarded cannot be locked itself: it is replaced by another file, and a
//! lock would stay with the old one.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context;
use same_file::Handle;

use super::patience::Patience;

/// The right to write, given back when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
    /// The directories that were made for it, the innermost first; they go again if nothing came to lie in them.
    made: Vec<PathBuf>,
}

/// How often a directory that others take away is made again; one that cannot be there at all is not there then either.
const AGAIN: u32 = 10_000;

impl Lock {
    /// Waits until nobody else changes a file.
    pub(super) fn of_file(path: &Path) -> anyhow::Result<Self> {
        let mut name = std::ffi::OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(".lock");
        Self::take(path.with_file_name(name))
    }

    /// Waits until nobody else adds to a data directory, which is made if it does not exist.
    pub(super) fn of_directory(directory: &Path) -> anyhow::Result<Self> {
        Self::take(directory.join(".frenemy.lock"))
    }

    /// Whether the directory of the lock was made for it.
    pub(super) fn is_in_new_directory(&self) -> bool {
        !self.made.is_empty()
    }

    fn take(path: PathBuf) -> anyhow::Result<Self> {
        let directory = path.parent().unwrap_or(Path::new(""));
        let failed = || format!("`{}` cannot be made to write there", path.display());
        let mut made = Vec::new();
        let mut again = AGAIN;
        loop {
            let opened = make(directory, &mut made).and_then(|()| {
                let mut options = OpenOptions::new();
                options.read(true).write(true).create(true).truncate(false).open(&path)
            });
            let file = match opened {
                // whoever made the directory, or one that it lies in, has just taken it away again
                Err(error) if error.kind() == io::ErrorKind::NotFound && again > 0 => {
                    again -= 1;
                    continue;
                }
                file => file.with_context(failed)?,
            };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    let _patience = Patience::new("waiting for another frenemy that is writing here ...");
                    file.lock().with_context(failed)?;
                }
                Err(TryLockError::Error(error)) => return Err(error).with_context(failed),
            }
            // the one who held it before has taken the file away, and the next may have made a new one
            if is_at(&file, &path) {
                return Ok(Self { path, file, made });
            }
        }
    }
}

/// Makes a directory and those that it lies in, and adds the ones that nobody else made before the others.
fn make(directory: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    if directory.as_os_str().is_empty() || directory.is_dir() {
        return Ok(());
    }
    make(directory.parent().unwrap_or(Path::new("")), made)?;
    match fs::create_dir(directory) {
        Ok(()) => made.insert(0, directory.to_owned()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && directory.is_dir() => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Whether an open file is the one that lies at a path.
fn is_at(file: &File, path: &Path) -> bool {
    let opened = file.try_clone().and_then(Handle::from_file);
    opened.is_ok_and(|opened| Handle::from_path(path).is_ok_and(|now| now == opened))
}

impl Drop for Lock {
    fn drop(&mut self) {
        // while it is still locked: later the file may be that of somebody else
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
        for directory in &self.made {
            // only an empty directory can be removed
            let _ = fs::remove_dir(directory);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn one_holds_it_at_a_time_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("a/b");
        let inside = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let lock = Lock::of_directory(&root).unwrap();
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                        drop(lock);
                    }
                });
            }
        });
        assert!(!root.join(".frenemy.lock").exists());
        let directory = Lock::of_directory(&folder.path().join("c/d")).unwrap();
        assert!(directory.is_in_new_directory());
        drop(directory);
        assert!(!folder.path().join("c").exists());
    }

    #[test]
    fn a_lock_that_a_killed_process_left_is_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        let guarded = folder.path().join("c.yaml");
        fs::write(folder.path().join(".c.yaml.lock"), "").unwrap();
        drop(Lock::of_file(&guarded).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
