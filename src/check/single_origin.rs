use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::vocab::Confidence;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::SingleOrigin,
        what: "A relation that counts and is not confirmed rests on one origin: one source, or several that relay the \
               same one (`based_on`).",
        why: "Ten papers that repeat one scoop are one witness. A second, independent origin makes the relation safer, and \
              raises what is only *claimed* to *reported*. Often there is none, so this is run by name.",
        example: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, dell], since: 2017, sources: [news-2023]}
",
        instead: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, dell], since: 2017, sources: [news-2023, news-2026]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let standings = subject.graph.standings();
    for (id, relation) in subject.model().relations() {
        let support = standings.support(subject.model(), id);
        let is_safe = support.confidence == Some(Confidence::Confirmed) || support.origins != 1;
        if is_safe || standings.of(id) != Standing::Counts {
            continue;
        }
        let says = match relation.sources.len() {
            1 => "the only source",
            _ => "they relay one origin",
        };
        out.lint(
            id,
            Diagnostic::new(
                Code::SingleOrigin,
                format!("`{}` rests on one origin", relation.id),
                subject.origins.field(id, "sources"),
                says,
            )
            .help("cite a source that knows it from elsewhere, where there is one"),
        );
    }
}
