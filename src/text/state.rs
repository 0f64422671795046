//! Whether files have changed, without reading them.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use super::read::{ReadError, paths};

/// A mark of the YAML files below each root: it changes when one is written, appears, goes or is renamed.
///
/// It rests on names, sizes and times of writing, and means something within one process only. A file that cannot be looked at
/// counts as one without size.
///
/// # Errors
/// When a root does not exist or cannot be looked at.
pub fn mark_of(roots: &[PathBuf]) -> Result<u64, ReadError> {
    let mut hash = DefaultHasher::new();
    for root in roots {
        for path in paths(root)? {
            let found = path.metadata().ok();
            let written = found.as_ref().and_then(|found| found.modified().ok());
            (&path, found.map(|found| found.len()), written).hash(&mut hash);
        }
        // a file that moves from one root to the next
        hash.write_u8(0);
    }
    Ok(hash.finish())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_mark_changes_with_the_files_that_are_read_and_no_others() {
        let root = tempfile::tempdir().unwrap();
        let roots = [root.path().to_owned()];
        let mut marks = vec![mark_of(&roots).unwrap()];
        let mut changed = |what: &dyn Fn()| {
            what();
            let mark = mark_of(&roots).unwrap();
            let is_new = !marks.contains(&mark);
            marks.push(mark);
            is_new
        };
        let file = root.path().join("a.yaml");
        assert!(changed(&|| fs::write(&file, "one").unwrap()));
        assert!(changed(&|| fs::write(&file, "other").unwrap()));
        assert!(!changed(&|| fs::write(root.path().join("notes.txt"), "x").unwrap()));
        assert!(changed(&|| fs::rename(&file, root.path().join("b.yaml")).unwrap()));
        fs::remove_file(root.path().join("b.yaml")).unwrap();
        assert_eq!(mark_of(&roots).unwrap(), marks[0]);
        assert!(mark_of(&[root.path().join("none")]).is_err());
    }
}
