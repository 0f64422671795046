//! `docs/add-a-case.md` is walked through as it is written, in an empty directory.
//!
//! Blocks marked `console recipe` are typed into a shell in which `frenemy` is this program; what it answers stands
//! below each command, a line `...` for any lines. A block marked `yaml PATH` is what a file holds from there on. The
//! snippets of `docs/coding-guide.md` are read as parts of data files.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use frenemy::syntax::{parse, read_records};
use frenemy::text::Files;

use crate::docs::{blocks, examples, line, told};
use crate::support::{blessing, read, root};

const RECIPE: &str = "docs/add-a-case.md";
const GUIDE: &str = "docs/coding-guide.md";

/// What a shell says to a command line; `frenemy` is the program under test.
pub(crate) fn typed(command: &str, folder: &Path) -> (String, Option<i32>) {
    let program = Path::new(env!("CARGO_BIN_EXE_frenemy")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let ran = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:{path}", program.display()))
        .env("HOME", folder)
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let out = String::from_utf8(ran.stdout).unwrap();
    (out, ran.status.code())
}

#[test]
fn the_recipe_works_as_it_is_written() {
    let text = read(RECIPE);
    let folder = tempfile::tempdir().unwrap();
    let mut new = String::new();
    let mut copied = 0;
    let mut wrong = Vec::new();
    let mut steps = 0;
    for block in blocks(&text) {
        if let Some(path) = block.mark.strip_prefix("yaml ") {
            let path = folder.path().join(path);
            assert!(
                path.is_file(),
                "{RECIPE}:{}: the recipe writes a file that no command made",
                line(&text, block.at.start)
            );
            fs::write(path, &text[block.at]).unwrap();
        } else if block.mark == "console recipe" {
            let shown = &text[block.at.clone()];
            let mut real = String::new();
            for example in examples(shown) {
                steps += 1;
                if example.apart {
                    real.push('\n');
                }
                let (said, _) = typed(example.command, folder.path());
                let said: Vec<&str> = said.lines().map(str::trim_end).collect();
                real.push_str(&format!("$ {}\n", example.command));
                for line in told(&example.shown, &said) {
                    real.push_str(&format!("{line}\n"));
                }
            }
            if shown.trim_end() != real.trim_end() {
                wrong.push(format!("{RECIPE}:{}: should be\n{real}", line(&text, block.at.start)));
            }
            new.push_str(&text[copied..block.at.start]);
            new.push_str(&real);
            copied = block.at.end;
        }
    }
    new.push_str(&text[copied..]);
    assert!(steps > 10, "no step was found: is the reading of blocks broken?");
    if blessing() {
        if new != text {
            fs::write(root().join(RECIPE), new).unwrap();
        }
    } else {
        assert!(
            wrong.is_empty(),
            "run scripts/bless.sh and look at the difference:\n{}",
            wrong.join("\n")
        );
    }
    // whatever is shown: the recipe ends with a case that passes and a picture of it
    let (said, code) = typed("frenemy check", folder.path());
    assert_eq!(code, Some(0), "{said}");
    let picture = fs::read_to_string(folder.path().join("toyota-tesla.svg")).unwrap();
    assert!(picture.contains("Tesla") && picture.contains("Toyota"));
}

#[test]
fn the_snippets_of_the_coding_guide_are_data() {
    let text = read(GUIDE);
    let mut seen = 0;
    for block in blocks(&text).iter().filter(|block| block.mark == "yaml") {
        seen += 1;
        let mut files = Files::new();
        let file = files.add(GUIDE, &text[block.at.clone()]);
        let mut out = Vec::new();
        let root = parse(file, &files.get(file).text, &mut out).unwrap();
        let read = read_records(&root, &mut out);
        assert!(out.is_empty(), "{GUIDE}:{}: {out:#?}", line(&text, block.at.start));
        assert!(!read.records.is_empty(), "{GUIDE}:{}", line(&text, block.at.start));
    }
    assert!(seen > 8, "no snippet was found: is the reading of blocks broken?");
}
