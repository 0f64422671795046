use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic, excerpt};
use crate::values::is_legal_form;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::BareLegalForm,
        what: "An alias of a company is a legal form and nothing else, such as `Inc.` or `Ltd`.",
        why: "Between brackets a comma parts one alias from the next: `[Nimbus Cloud, Inc.]` are two, of which the second \
              finds this company for everybody who asks for `Inc`.",
        example: "\
companies:
  - {id: nimbus, name: Nimbus Cloud Ltd, aliases: [Nimbus Cloud, Inc., Nimbus]}
",
        instead: "\
companies:
  - {id: nimbus, name: Nimbus Cloud Ltd, aliases: [\"Nimbus Cloud, Inc.\", Nimbus]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    for (id, company) in subject.model().companies() {
        for (position, alias) in company.aliases.iter().enumerate() {
            if !is_legal_form(alias) {
                continue;
            }
            let help = match position.checked_sub(1).and_then(|before| company.aliases.get(before)) {
                Some(before) => format!(
                    "between brackets a comma ends a value: put quotes around a name that holds one, such as `\"{}, {}\"`",
                    excerpt(before),
                    excerpt(alias)
                ),
                None => "write the whole name, or delete it".to_owned(),
            };
            let headline = format!(
                "`{}` is no name of {}, but a legal form",
                excerpt(alias),
                company.label()
            );
            let place = subject.origins.item(id, "aliases", position);
            out.lint(id, Diagnostic::new(Code::BareLegalForm, headline, place, "").help(help));
        }
    }
}
