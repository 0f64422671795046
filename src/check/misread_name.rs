use super::{Check, Findings, Page, Subject, names};
use crate::diagnostics::{Code, Diagnostic, excerpt};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::MisreadName,
        what: "A name of a company holds a line break or a tab, or has more than 200 letters.",
        why: "Such names come from tables in which a quotation mark was not closed: the rows behind it are swallowed, and their \
              companies are missing.",
        example: "\
companies:
  - {id: nimbus, name: \"Nimbus\\\",USD\\n17,Cirrus\"}
",
        instead: "\
companies:
  - {id: nimbus, name: Nimbus}
",
    }],
    run: check,
};

/// The longest names in registers of companies have some 160 letters.
const LONGEST: usize = 200;

fn check(subject: &Subject<'_>, out: &mut Findings) {
    for name in names::of_companies(subject) {
        let breaks = |c: char| matches!(c, '\n' | '\r' | '\t');
        let (letters, lines) = (name.text.chars().count(), name.text.lines().count());
        let headline = if lines > 1 {
            format!("a name of {lines} lines: `{}`", excerpt(name.text))
        } else if name.text.contains(breaks) {
            format!("a name with a tab or line break: `{}`", excerpt(name.text))
        } else if letters > LONGEST {
            format!("a name of {letters} letters: `{}`", excerpt(name.text))
        } else {
            continue;
        };
        let help = "look where it came from: a quotation mark that was not closed swallows what follows it";
        out.lint(
            name.on,
            Diagnostic::new(Code::MisreadName, headline, name.place, "").help(help),
        );
    }
}
