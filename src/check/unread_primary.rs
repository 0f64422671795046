use super::{Check, Findings, Page, Subject};
use crate::derived::{Standing, is_primary};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CompanyId, Source};
use crate::vocab::Reading;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::UnreadPrimary,
        what: "A relation that counts cites filings, court papers or releases of its parties, and none of them says that it \
               was `opened` or read in `excerpt`.",
        why: "What is cited looks like the best support there is, and nobody says to have seen it. One that is known from \
              quotations or a list only does not make a relation *confirmed*. The lint is run by name: it is a list of \
              what to open next.",
        example: "\
case: example
sources:
  - {id: microsoft-10k-2024, title: Form 10-K, kind: filing, published: 2024-07-30, read: quoted}
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2023, sources: [microsoft-10k-2024]}
",
        instead: "\
case: example
sources:
  - {id: microsoft-10k-2024, title: Form 10-K, kind: filing, published: 2024-07-30, read: excerpt, read_on: 2026-11-20}
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2023, sources: [microsoft-10k-2024]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (id, relation) in model.relations() {
        if subject.graph.standings().of(id) != Standing::Counts {
            continue;
        }
        let parties: Vec<CompanyId> = relation.parties.iter().map(|party| party.company).collect();
        let cited = relation.sources.iter().map(|citation| &model[citation.source]);
        let primary: Vec<&Source> = cited.filter(|source| is_primary(model, source, &parties)).collect();
        let was_read = |source: &&Source| matches!(source.read, Some(Reading::Opened | Reading::Excerpt));
        if primary.is_empty() || primary.iter().any(was_read) {
            continue;
        }
        let named: Vec<String> = primary
            .iter()
            .map(|source| format!("`{}` {}", source.id, source.read.map_or("not said", Reading::name)))
            .collect();
        out.lint(
            id,
            Diagnostic::new(
                Code::UnreadPrimary,
                format!("nobody says to have read the primary sources of `{}`", relation.id),
                subject.origins.field(id, "sources"),
                format!("read: {}", named.join(", ")),
            )
            .help("open them and write `read: opened`, or `excerpt`, with `read_by` and `read_on`"),
        );
    }
}
