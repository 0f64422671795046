use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Moment;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::StartForetold,
        what: "A relation that is recorded as completed surely begins after the last of its sources was published.",
        why: "No source has seen it begin: at best one of them foretold the day. Plans slip. Because many are kept, this is run \
              by name.",
        example: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2024-06, sources: [news-2023]}
",
        instead: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, openai], announced: 2023, status: agreed, sources: [news-2023]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (id, relation) in model.relations() {
        let Some(Moment::On(since)) = relation.since else {
            continue;
        };
        let cited = relation.sources.iter().map(|citation| citation.source);
        let checked = relation.checked.map(|checked| checked.source);
        let until = relation.sources_of.until.iter().map(|citation| citation.source);
        let published: Option<Vec<_>> = cited
            .chain(checked)
            .chain(until)
            .map(|source| model[source].surely_published())
            .collect();
        // of an undated source nobody knows what it saw
        let Some(newest) = published.and_then(|days| days.into_iter().max()) else {
            continue;
        };
        if since.first() <= newest || subject.graph.standings().of(id) != Standing::Counts {
            continue;
        }
        out.lint(
            id,
            Diagnostic::new(
                Code::StartForetold,
                format!("`{}` begins after the last of its sources was published", relation.id),
                subject.origins.field(id, "since"),
                format!("the newest is of {newest}"),
            )
            .help("cite a source that saw it begin, or say how far it got: `status: agreed` or `announced`, without `since`"),
        );
    }
}
