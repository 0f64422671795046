use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Moment, Source};
use crate::values::Precision;
use crate::vocab::{Family, SourceKind};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::AnnouncementAsStart,
        what: "`since` is the very day on which the relation was announced: it equals `announced`, or, without that, the \
               day on which all its sources were published, none of which is a filing or a court paper.",
        why: "`since` is the first day on which it holds. Deals close after they are signed, and services begin after they \
              are announced. Some do begin on the day; saying both dates then shows that somebody looked. Because many do, \
              this is run by name.",
        example: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2019-07-22, sources: [microsoft-2019-07-22]}
",
        instead: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, openai], announced: 2019-07-22, since: 2019, sources: [microsoft-2019-07-22]}
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
        if since.precision() != Precision::Day || subject.graph.standings().of(id) != Standing::Counts {
            continue;
        }
        // suits and proceedings begin with the paper that is reported, contracts on the day that they name
        let announces = |source: &Source| {
            !matches!(source.kind, SourceKind::Filing | SourceKind::Court)
                && source.published.is_some_and(|published| published.from == since)
        };
        let of_that_day = relation.kind().family != Family::Conflict
            && !relation.sources.is_empty()
            && relation
                .sources
                .iter()
                .all(|citation| announces(&model[citation.source]));
        let diagnostic = match relation.announced {
            Some(announced) if announced == since => Diagnostic::new(
                Code::AnnouncementAsStart,
                format!("`{}` holds since the day on which it was announced", relation.id),
                subject.origins.field(id, "since"),
                "",
            )
            .secondary(subject.origins.field(id, "announced"), "announced on the same day"),
            None if of_that_day => Diagnostic::new(
                Code::AnnouncementAsStart,
                format!(
                    "`{}` holds since the day on which its source was published",
                    relation.id
                ),
                subject.origins.field(id, "since"),
                "",
            ),
            _ => continue,
        };
        out.lint(
            id,
            diagnostic.help(
                "write the day of the announcement as `announced`, and as `since` the first day it held, as exactly as a \
                 source says it",
            ),
        );
    }
}
