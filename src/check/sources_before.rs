use std::collections::BTreeSet;

use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Citation, Moment, Relation, RelationId};
use crate::values::Day;
use crate::vocab::Status;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::SourcesBefore,
        what: "A relation says that it began, or ended, on a date before which all the sources that could say so were surely \
               published.",
        why: "Such a source tells a plan: the purchase that was to close in June, the contract that was to run out. Whether it \
              came so, a later source says. Contracts do name the days of their terms, so the lint is run by name.",
        example: "\
case: example
acquisitions:
  - id: purchase
    acquirers: [microsoft]
    target: openai
    announced: 2023-01-23
    since: 2023-10
    sources: [news-2023]
",
        instead: "\
case: example
acquisitions:
  - id: purchase
    acquirers: [microsoft]
    target: openai
    announced: 2023-01-23
    since: 2023-10
    sources: [news-2023, news-2026]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    // where new terms follow, their sources tell the end of the old ones
    let followed: BTreeSet<RelationId> = model.relations().flat_map(|(_, new)| new.supersedes.clone()).collect();
    for (id, relation) in model.relations() {
        let holds = !matches!(relation.status, Status::Announced | Status::Loi | Status::Cancelled);
        if !holds || subject.graph.standings().of(id) != Standing::Counts {
            continue;
        }
        let of_end = &relation.sources_of.until;
        let ends = if of_end.is_empty() {
            told(relation)
        } else {
            of_end.iter().collect()
        };
        let dates = [
            ("since", "began", relation.since, told(relation)),
            ("until", "ended", relation.until, ends),
        ];
        for (field, verb, date, citations) in dates {
            let Some(Moment::On(date)) = date else { continue };
            // an end to come is told by its contract
            if date.first() > subject.today || (field == "until" && followed.contains(&id)) {
                continue;
            }
            let Some(newest) = newest(subject, &citations) else {
                continue;
            };
            // an end is the first day on which it no longer held, and may be told the day before
            let tells = if field == "until" { newest.next() } else { newest };
            if tells >= date.first() {
                continue;
            }
            out.lint(
                id,
                Diagnostic::new(
                    Code::SourcesBefore,
                    format!("`{}` {verb} after its newest source was published", relation.id),
                    subject.origins.field(id, field),
                    format!("the newest source is of {newest}"),
                )
                .help(format!(
                    "cite a source that saw that it {verb}, or write what the sources say: `announced`, `status: announced` or \
                     `expires`"
                )),
            );
        }
    }
}

/// The sources of the whole record.
fn told(relation: &Relation) -> Vec<&Citation> {
    relation.sources.iter().collect()
}

/// The day by which all of some sources surely were out; `None` where one has no date.
fn newest(subject: &Subject<'_>, citations: &[&Citation]) -> Option<Day> {
    let model = subject.model();
    let out = |citation: &&Citation| {
        model[citation.source]
            .published
            .as_ref()
            .map(|published| published.last())
    };
    let days: Option<Vec<Day>> = citations.iter().map(out).collect();
    days?.into_iter().max()
}
