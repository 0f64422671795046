use std::collections::{BTreeMap, BTreeSet};

use unicode_security::skeleton;

use super::{Check, Findings, Page, Subject, names};
use crate::diagnostics::{Code, Diagnostic, excerpt};
use crate::model::CompanyId;
use crate::values::without_legal_form;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::LookAlikeNames,
        what: "Two companies have names of different letters that look the same: their skeletons are equal as Unicode Technical \
               Standard 39 makes them, whatever their legal form.",
        why: "Readers cannot tell the two apart. They are likely one company, once typed with letters of another alphabet, or one \
              pretends to be the other.",
        example: "\
companies:
  - {id: dell-2, name: Dеll}
",
        instead: "\
companies:
  - {id: nimbus, name: Nimbus}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let identity = subject.graph.groups().identity();
    let names = names::of_companies(subject);
    let mut by_skeleton: BTreeMap<String, Vec<&names::Name<'_>>> = BTreeMap::new();
    for name in &names {
        let looks = skeleton(without_legal_form(name.text)).collect();
        by_skeleton.entry(looks).or_default().push(name);
    }
    let mut reported: BTreeSet<(CompanyId, CompanyId)> = BTreeSet::new();
    for alike in by_skeleton.values() {
        let Some((first, others)) = alike.split_first() else {
            continue;
        };
        for other in others {
            // names of the same letters are told by `duplicate-company`
            let differ = without_legal_form(first.text) != without_legal_form(other.text);
            let two = identity.root(first.company) != identity.root(other.company);
            if !(differ && two && reported.insert((first.company, other.company))) {
                continue;
            }
            let id = |company: CompanyId| &subject.model()[company].id;
            let headline = format!(
                "`{}` of `{}` looks like `{}` of `{}`, in other letters",
                excerpt(other.text),
                id(other.company),
                excerpt(first.text),
                id(first.company)
            );
            let help =
                "write the name in its own alphabet; if they are one company keep one record, and if two, waive it";
            let diagnostic = Diagnostic::new(Code::LookAlikeNames, headline, other.place, "")
                .secondary(first.place, "")
                .help(help);
            out.lint_pair((other.company, first.company), diagnostic);
        }
    }
}
