//! What the tests share: the repository, its files, and the program with a clean environment.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `frenemy` as if called from the repository in a shell that sets nothing.
pub(crate) fn frenemy() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("frenemy"));
    command.env_clear().env("NO_COLOR", "1").current_dir(root());
    command
}

/// How a run ended and what it wrote.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs `frenemy` with arguments.
pub(crate) fn run(args: &[&str]) -> Ran {
    ran(frenemy().args(args))
}

/// Runs a command.
pub(crate) fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Whether texts that stand in the repository are to be rewritten instead of compared.
pub(crate) fn blessing() -> bool {
    std::env::var_os("FRENEMY_BLESS").is_some_and(|value| value == "1")
}

/// The files below a folder of the repository that end in `.extension`, as paths from the repository, sorted.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path.strip_prefix(root()).unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// The text of a file of the repository.
pub(crate) fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Copies a folder with all that is in it; the target must not exist.
pub(crate) fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_tree(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// Whether a tool of others is there that a test needs; where it is not, that is said, and fails where `CI` is set.
pub(crate) fn has(tool: &str, version: &str) -> bool {
    if std::process::Command::new(tool).arg(version).output().is_ok() {
        return true;
    }
    assert!(std::env::var_os("CI").is_none(), "`{tool}` is not installed");
    // past the capture of the test harness
    let said = format!("NOT RUN: a test needs `{tool}`, which is not installed\n");
    std::io::stderr().write_all(said.as_bytes()).unwrap();
    false
}
