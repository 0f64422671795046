//! What data repositories run on every change: the hooks and the example workflow, on a small repository, offline.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::recipe::typed;
use crate::support::{copy_tree, read, root};

/// A repository of data with one commit, and a case that changed since.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_tree(&root().join("tests/fixtures/golden/data"), &folder.path().join("data"));
    shell(folder.path(), "frenemy fmt data");
    let git = "git -c user.name=T -c user.email=t@example.com";
    shell(
        folder.path(),
        &format!("git init -q . && git add . && {git} commit -q -m base"),
    );
    let case = cases(folder.path()).remove(0);
    let text = fs::read_to_string(&case).unwrap();
    fs::write(&case, format!("# changed\n{text}")).unwrap();
    folder
}

fn cases(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder.join("data/cases"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    found
}

/// Runs what must succeed.
fn shell(folder: &Path, command: &str) -> String {
    let (said, code) = typed(command, folder);
    assert_eq!(code, Some(0), "{command}\n{said}");
    said
}

fn yaml(path: &str) -> Value {
    serde_saphyr::from_str(&read(path)).unwrap()
}

/// Breaks a file in a way that only the check of all files finds.
fn break_it(folder: &Path) {
    let case = cases(folder).remove(0);
    let text = fs::read_to_string(&case).unwrap();
    let broken = text.replacen("about: [", "about: [nobody-at-all, ", 1);
    assert_ne!(broken, text);
    fs::write(&case, broken).unwrap();
}

#[test]
fn the_hooks_accept_good_data_and_refuse_bad() {
    let folder = repository();
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_array().unwrap();
    let called = |id: &str| {
        let hook = hooks.iter().find(|hook| hook["id"] == id).unwrap();
        assert_eq!(hook["language"], "system");
        let entry = hook["entry"].as_str().unwrap().to_owned();
        // what pre-commit puts behind the entry
        let files = if hook["pass_filenames"] == false {
            "data".to_owned()
        } else {
            "data/cases/*.yaml".to_owned()
        };
        format!("{entry} {files}")
    };
    assert_eq!(hooks.len(), 2);
    shell(folder.path(), &called("frenemy-check"));
    let before = shell(folder.path(), "git diff --stat");
    shell(folder.path(), &called("frenemy-fmt"));
    assert_eq!(
        shell(folder.path(), "git diff --stat"),
        before,
        "data in order stay as they are"
    );
    break_it(folder.path());
    let (said, code) = typed(&called("frenemy-check"), folder.path());
    assert_eq!(code, Some(1));
    assert!(said.contains("unknown company `nobody-at-all`"), "{said}");
}

#[test]
fn the_workflow_checks_and_draws_what_changed() {
    let folder = repository();
    let workflow = yaml("docs/ci/github-workflow.yaml");
    let steps = workflow["jobs"]["data"]["steps"].as_array().unwrap();
    let runs: Vec<&str> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    assert_eq!(runs.len(), 4, "{runs:?}");
    let env = workflow["jobs"]["data"]["env"].as_object().unwrap();
    assert_eq!(env.keys().collect::<Vec<_>>(), ["BASE"]);
    let base = shell(folder.path(), "git rev-parse HEAD");
    for run in &runs {
        // steps run in a shell that stops at the first error
        shell(folder.path(), &format!("set -e\nexport BASE={}\n{run}", base.trim()));
    }
    let drawn: Vec<_> = fs::read_dir(folder.path().join("pictures"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let changed = cases(folder.path()).remove(0);
    assert_eq!(drawn.len(), 1, "{drawn:?}");
    assert_eq!(drawn[0].file_stem(), changed.file_stem());
    assert!(fs::read_to_string(&drawn[0]).unwrap().contains("<svg"));
    break_it(folder.path());
    let failed = runs.iter().filter(|run| typed(run, folder.path()).1 != Some(0)).count();
    assert!(failed > 0, "no step refuses broken data");
}
