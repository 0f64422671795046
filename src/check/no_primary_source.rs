use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::vocab::Confidence;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::NoPrimarySource,
        what: "A relation that counts is not *confirmed*: it cites no filing, no court paper and no release of one of its \
               parties, or knows them from quotations and lists only.",
        why: "Newsrooms err in dates and sums, and copy each other. Where a party has said it itself, its own words \
              settle the matter. Much is never said by a party, so this is run by name: it is a list of what to look for.",
        example: "\
case: example
investments:
  - {id: first-billion, investors: [microsoft], company: openai, since: 2019-07-22, sources: [news-2023]}
",
        instead: "\
case: example
investments:
  - id: first-billion
    investors: [microsoft]
    company: openai
    since: 2019-07-22
    sources: [microsoft-2019-07-22, news-2023]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let standings = subject.graph.standings();
    for (id, relation) in subject.model().relations() {
        let grade = standings.confidence(id);
        if standings.of(id) != Standing::Counts || grade == Some(Confidence::Confirmed) {
            continue;
        }
        let grade = grade.map_or("unsupported", Confidence::name);
        out.lint(
            id,
            Diagnostic::new(
                Code::NoPrimarySource,
                format!("`{}` rests on no primary source; it is {grade}", relation.id),
                subject.origins.field(id, "sources"),
                "",
            )
            .help("cite a filing, a court paper or a release of one of the parties, where there is one"),
        );
    }
}
