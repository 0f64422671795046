//! `docs/cli.md` is the help of the program, word for word.

use std::fmt::Write;
use std::fs;

use crate::support::{blessing, read, root, run};

const PAGE: &str = "docs/cli.md";

fn page() -> String {
    let mut page =
        "# The commands\n\n<!-- Made from the program's help; `scripts/bless.sh` makes it anew. -->\n".to_owned();
    let command = frenemy::cli::command();
    let names: Vec<&str> = command
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
        .map(clap::Command::get_name)
        .collect();
    let mut add = |title: &str, args: &[&str]| {
        let help = run(args);
        assert_eq!((help.code, help.err.as_str()), (Some(0), ""), "{args:?}");
        let _ = write!(page, "\n## {title}\n\n```text\n{}\n```\n", help.out.trim_end());
    };
    add("frenemy", &["--help"]);
    for name in names {
        add(&format!("frenemy {name}"), &[name, "--help"]);
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
