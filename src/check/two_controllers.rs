use super::{Check, Findings, Page, Subject};
use crate::derived::{Cause, Membership};
use crate::diagnostics::{Code, Diagnostic};
use crate::lower::RecordKey;
use crate::model::CompanyId;
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::TwoControllers,
        what: "A company surely belongs to two others at one time, by `part_of`, an acquisition or a stake that controls, \
               and neither of the two belongs to the other.",
        why: "Answers roll a company up to the group that controls it. With two, it is rolled up to neither for that \
              time, so that ties of both groups go missing. A venture that two own together is a `joint_venture`.",
        example: "\
companies:
  - {id: nimbus, name: Nimbus, part_of: [{company: microsoft, since: 2016}, {company: dell, since: 2018}]}
",
        instead: "\
companies:
  - {id: nimbus, name: Nimbus, part_of: [{company: microsoft, since: 2016, until: 2018}, {company: dell, since: 2018}]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (company, first, second) in subject.graph.groups().conflicts() {
        let says = |membership: &Membership| format!("belongs to {}", model[membership.parent].label());
        let headline = format!(
            "{} belongs to {} and to {} at one time",
            model[*company].label(),
            model[first.parent].label(),
            model[second.parent].label()
        );
        let ((_, place), (key, other)) = (place(subject, *company, second), place(subject, *company, first));
        let diagnostic = Diagnostic::new(Code::TwoControllers, headline, place, says(second))
            .secondary(other, says(first))
            .help("end the older one with `until`, or record a `joint_venture` that neither controls");
        out.lint_pair((*company, key), diagnostic);
    }
}

fn place(subject: &Subject<'_>, company: CompanyId, membership: &Membership) -> (RecordKey, Span) {
    match membership.cause {
        Cause::Declared => {
            let parts = &subject.model()[company].part_of;
            let at = parts.iter().position(|part| part.company == membership.parent);
            let place = subject.origins.item(company, "part_of", at.unwrap_or_default());
            (company.into(), place)
        }
        Cause::Relation(id) => (id.into(), subject.origins.record(id)),
        Cause::Succession(id) => (id.into(), subject.origins.record(id)),
    }
}
