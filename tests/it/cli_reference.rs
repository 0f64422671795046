//! `docs/cli.md` is the help of the program, word for word.

use std::fmt::Write;
use std::fs;

use crate::support::{blessing, copy_tree, frenemy, ran, read, root, run};

const PAGE: &str = "docs/cli.md";

/// The commands below one, and those below them: `new`, `new case`.
fn called(command: &clap::Command, before: &str, names: &mut Vec<String>) {
    for below in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = format!("{before}{}", below.get_name());
        names.push(name.clone());
        called(below, &format!("{name} "), names);
    }
}

fn page() -> String {
    let mut page =
        "# The commands\n\n<!-- Made from the program's help; `scripts/bless.sh` makes it anew. -->\n".to_owned();
    let command = frenemy::cli::command();
    let mut names = Vec::new();
    called(&command, "", &mut names);
    let mut add = |title: &str, args: &[&str]| {
        let help = run(args);
        assert_eq!((help.code, help.err.as_str()), (Some(0), ""), "{args:?}");
        let _ = write!(page, "\n## {title}\n\n```text\n{}\n```\n", help.out.trim_end());
    };
    add("frenemy", &["--help"]);
    for name in names {
        let words: Vec<&str> = name.split(' ').chain(["--help"]).collect();
        add(&format!("frenemy {name}"), &words);
    }
    page
}

#[test]
fn the_reference_is_the_help() {
    let page = page();
    if blessing() {
        fs::write(root().join(PAGE), page).unwrap();
        return;
    }
    assert!(
        read(PAGE) == page,
        "{PAGE} is not what the program says of itself; run scripts/bless.sh and look at the difference"
    );
}

#[test]
fn the_examples_of_the_help_run() {
    let mut seen = 0;
    for command in frenemy::cli::command().get_subcommands() {
        // examples may write files, and read the repository's data
        let folder = tempfile::tempdir().unwrap();
        copy_tree(&root().join("data"), &folder.path().join("data"));
        let help = run(&[command.get_name(), "--help"]).out;
        let examples = help.lines().filter_map(|line| line.trim().strip_prefix("frenemy "));
        // a server runs until it is told to stop; its own tests do that
        let ends = |line: &&str| !line.starts_with("completions") && !line.starts_with("serve") && !line.contains('>');
        for example in examples.filter(ends) {
            seen += 1;
            let words = shlex::split(example).unwrap();
            let ran = ran(frenemy().current_dir(&folder).args(&words));
            // an example may name a reader's own files
            let well_formed = ran.code == Some(0) || ran.err.contains("no such file or directory: `");
            assert!(well_formed, "frenemy {example}\n{}{}", ran.out, ran.err);
        }
    }
    assert!(seen > 5, "no example was found: is the reading of the help broken?");
}
