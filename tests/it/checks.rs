//! A folder is a test: `tests/fixtures/checks/<code>/` holds `bad*` files that must show the code and `good*` files that
//! must not. A folder in place of a file is a data directory; one with folders `0`, `1`, ... is several, laid over each
//! other. What is said about each bad one is a snapshot beside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use frenemy::check::{Selection, everything};
use frenemy::diagnostics::{Code, Diagnostic, human};
use frenemy::lower::lower;
use frenemy::text::{Files, read_dirs};
use frenemy::values::Day;

/// The day on which the fixtures are judged.
pub(crate) fn today() -> Day {
    Day::from_ymd(2026, 11, 23).unwrap()
}

fn checks() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/checks")
}

/// The entries of a folder in alphabetical order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// Reads a fixture under names that do not depend on where the repository lies.
fn load(fixture: &Path) -> Files {
    let layers = fixture.join("0");
    let roots = if layers.is_dir() {
        entries(fixture)
    } else {
        vec![fixture.to_owned()]
    };
    let mut files = Files::new();
    for (_, file) in read_dirs(&roots).unwrap().iter() {
        let shown = if layers.is_dir() {
            format!("{}/{}", file.layer, file.relative)
        } else {
            file.relative.clone()
        };
        files.add_in_layer(file.layer, shown, file.relative.clone(), fs::read(&file.path).unwrap());
    }
    files
}

/// Every error, and `code` where it is a lint; of waivers, one lint that they may silence too.
pub(crate) fn problems(files: &Files, code: Code) -> Vec<Diagnostic> {
    let waived = (code == Code::UnusedWaiver).then_some(Code::LonelyCompany);
    everything(&lower(files), today(), &Selection::of([code].into_iter().chain(waived))).problems
}

/// What every bad fixture shows, by code: the catalogue of messages.
pub(crate) fn shown() -> Vec<(Code, Vec<Diagnostic>)> {
    let all = |code: &Code| {
        let bad = fixtures(*code, "bad");
        let found = bad.iter().flat_map(|fixture| problems(&load(fixture), *code));
        (*code, found.filter(|problem| problem.code == *code).collect())
    };
    Code::ALL.iter().map(all).collect()
}

/// The fixtures of a code whose names start with `prefix`.
fn fixtures(code: Code, prefix: &str) -> Vec<PathBuf> {
    let folder = checks().join(code.name());
    let mut paths = if folder.is_dir() { entries(&folder) } else { Vec::new() };
    paths.retain(|path| name(path).starts_with(prefix) && !name(path).ends_with(".snap"));
    paths
}

#[test]
fn every_code_has_bad_and_good_fixtures_and_every_folder_a_code() {
    let without: Vec<_> = Code::ALL
        .iter()
        .filter(|code| fixtures(**code, "bad").is_empty() || fixtures(**code, "good").is_empty())
        .map(|code| code.name())
        .collect();
    assert!(without.is_empty(), "no bad or no good fixture for: {without:?}");
    let codes: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
    let strange: Vec<_> = entries(&checks())
        .into_iter()
        .filter(|path| !codes.contains(name(path)))
        .collect();
    assert!(strange.is_empty(), "folders of no code: {strange:?}");
}

#[test]
fn bad_fixtures_show_their_code() {
    for code in Code::ALL {
        for fixture in fixtures(*code, "bad") {
            let files = load(&fixture);
            let problems = problems(&files, *code);
            assert!(
                problems.iter().any(|problem| problem.code == *code),
                "{} does not show `{code}`: {problems:#?}",
                fixture.display()
            );
            let shown: Vec<_> = problems
                .iter()
                .map(|problem| human::render(problem, &files, false, 120))
                .collect();
            let stem = name(&fixture).trim_end_matches(".yaml").to_owned();
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path(checks().join(code.name()));
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.bind(|| insta::assert_snapshot!(stem, shown.join("\n\n")));
        }
    }
}

#[test]
fn good_fixtures_do_not() {
    for code in Code::ALL {
        for fixture in fixtures(*code, "good") {
            let files = load(&fixture);
            let found: Vec<_> = problems(&files, *code)
                .iter()
                .filter(|problem| problem.code == *code)
                .map(|problem| human::render(problem, &files, false, 120))
                .collect();
            assert!(found.is_empty(), "{}:\n{}", fixture.display(), found.join("\n\n"));
        }
    }
}
