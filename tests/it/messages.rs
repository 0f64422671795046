//! Every message of the fixtures in one file, to be read in one sitting: `tests/fixtures/messages.txt`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use frenemy::diagnostics::{Code, Diagnostic};

use crate::checks::shown;
use crate::support::{blessing, read, root};

const CATALOGUE: &str = "tests/fixtures/messages.txt";

/// The texts of a problem, a line each.
fn texts(problem: &Diagnostic) -> String {
    let mut out = format!("  {}\n", problem.headline);
    for (label, mark) in
        std::iter::once((&problem.primary, '^')).chain(problem.secondary.iter().map(|label| (label, '-')))
    {
        if !label.text.is_empty() {
            let _ = writeln!(out, "    {mark} {}", label.text);
        }
    }
    for help in &problem.help {
        let _ = writeln!(out, "    = {help}");
    }
    out
}

fn catalogue(shown: &[(Code, Vec<Diagnostic>)]) -> String {
    let mut out = "Every message of `frenemy check` that the fixtures show: headline, ^ what is said at the place, - at others, = help.\n".to_owned();
    for (code, problems) in shown {
        let _ = write!(out, "\n{} {code}\n", code.level().name());
        let texts: BTreeSet<String> = problems.iter().map(texts).collect();
        out.extend(texts);
    }
    out
}

#[test]
fn the_catalogue_is_current() {
    let made = catalogue(&shown());
    if blessing() {
        fs::write(root().join(CATALOGUE), &made).unwrap();
    }
    assert!(
        read(CATALOGUE) == made,
        "{CATALOGUE} is old; scripts/bless.sh writes it anew, read what changed"
    );
}

#[test]
fn messages_are_written_as_the_house_writes_them() {
    let mut wrong = Vec::new();
    for (code, problems) in shown() {
        for problem in problems {
            let labels = std::iter::once(&problem.primary)
                .chain(&problem.secondary)
                .map(|label| &label.text);
            let all = std::iter::once(&problem.headline).chain(&problem.help).chain(labels);
            for text in all.filter(|text| !text.is_empty()) {
                let stops = text.ends_with('.') && !text.ends_with("...") && !text.ends_with("Inc.");
                if stops || text.contains('\n') || text.trim() != text {
                    wrong.push(format!("{code}: {text}"));
                }
            }
            // a name may begin a message
            let first = problem.help.iter().filter_map(|help| help.chars().next());
            if first.into_iter().any(char::is_uppercase) || problem.headline.starts_with("The ") {
                wrong.push(format!("{code} begins with a capital: {problem:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
