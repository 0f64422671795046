//! The pictures in docs/pictures/: each is what the program draws of the bundled data today.

use std::fs;

use crate::support::{blessing, files, frenemy, read, root};

/// Where the pictures are.
const FOLDER: &str = "docs/pictures";
/// The file of each picture and what draws it.
const PICTURES: [(&str, &[&str]); 9] = [
    ("ego-openai.svg", &["openai"]),
    ("lanes-microsoft-dell.svg", &["microsoft", "dell"]),
    ("lanes-microsoft-openai.svg", &["microsoft", "openai"]),
    ("map-openai-google-cloud.svg", &["--case", "openai-google-cloud"]),
    (
        "matrix-technology.svg",
        &["microsoft", "openai", "google", "amazon", "dell", "--style", "matrix"],
    ),
    (
        "flow-openai-loop.svg",
        &["openai", "nvidia", "oracle", "microsoft", "--style", "flow"],
    ),
    ("map-microsoft-openai.svg", &["--case", "microsoft-openai"]),
    ("waterfall-microsoft-openai.svg", &["microsoft-openai-2023"]),
    ("lanes-microsoft-dell-vi.svg", &["microsoft", "dell", "--lang", "vi"]),
];

/// The day of all pictures; a deal is drawn as it is named.
fn fixed(what: &[&str]) -> &'static [&'static str] {
    if what.len() == 1 && what[0].ends_with("2023") {
        &[]
    } else {
        &["--at", "2026-11-23"]
    }
}

/// Draws a picture as of a fixed day, by the layout that is the same on every machine.
fn drawn(what: &[&str]) -> String {
    let output = frenemy()
        .arg("draw")
        .args(what)
        .args(["--engine", "builtin", "--format", "svg"])
        .args(fixed(what))
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{what:?}: {err}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_gallery_shows_what_is_drawn_today() {
    let mut old = Vec::new();
    for (file, what) in PICTURES {
        let path = root().join(FOLDER).join(file);
        let picture = drawn(what);
        if fs::read_to_string(&path).is_ok_and(|kept| kept == picture) {
            continue;
        }
        if blessing() {
            fs::create_dir_all(root().join(FOLDER)).unwrap();
            fs::write(&path, picture).unwrap();
        } else {
            old.push(file);
        }
    }
    assert!(
        old.is_empty(),
        "run scripts/gallery.sh and look at the difference: {}",
        old.join(", ")
    );
    nothing_else_is_kept_and_all_is_shown();
}

fn nothing_else_is_kept_and_all_is_shown() {
    let shown = read("docs/pictures.md");
    let mut kept: Vec<String> = files(FOLDER, "svg")
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut drawn: Vec<&str> = PICTURES.iter().map(|(file, _)| *file).collect();
    kept.sort();
    drawn.sort_unstable();
    assert_eq!(kept, drawn);
    for file in drawn {
        assert!(
            shown.contains(&format!("](pictures/{file})")),
            "docs/pictures.md does not show {file}"
        );
    }
}
