use super::{Check, Findings, Page, Subject};
use crate::derived::Began;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Company;
use crate::values::{Day, Holds, Interval, overlap};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::OutsideLife,
        what: "A relation surely lies before one of its companies was `founded`, or after it was `dissolved`.",
        why: "Either a date is wrong, or the relation belongs to another company: a predecessor is a record of its own, \
              and `successions` tie the two.",
        example: "\
case: example
companies:
  - {id: nimbus, name: Nimbus Cloud Ltd, founded: 2016}
cloud_dependencies:
  - {id: nimbus, customer: openai, provider: nimbus, since: 2014, until: 2015, sources: [news-2023]}
",
        instead: "\
case: example
companies:
  - {id: nimbus, name: Nimbus Cloud Ltd, founded: 2016}
cloud_dependencies:
  - {id: nimbus, customer: openai, provider: nimbus, since: 2017, sources: [news-2023]}
",
    }],
    run: check,
};

/// A relation that surely lies outside the life of one of its companies.
fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (id, relation) in model.relations() {
        let Some(span) = subject.graph.span(id) else { continue };
        // how far back a sighting is believed is a matter of asking, not of what surely was
        let possible = match subject.graph.relation(id).began() {
            Some(Began::By(_)) => unbounded_start(span.interval),
            _ => span.interval,
        };
        for party in &relation.parties {
            let company = &model[party.company];
            let Some(life) = life(company) else { continue };
            if overlap(&[possible, life]) != Holds::No {
                continue;
            }
            let early = span.interval.end().1 <= life.start().0.next();
            let (field, word, date) = match (early, company.founded, company.dissolved) {
                (true, Some(founded), _) => ("founded", "founded", founded),
                (_, _, Some(dissolved)) => ("dissolved", "dissolved", dissolved),
                (_, Some(founded), None) => ("founded", "founded", founded),
                (_, None, None) => continue,
            };
            out.error(
                Diagnostic::new(
                    Code::OutsideLife,
                    format!("`{}` lies outside the life of {}", relation.id, company.label()),
                    subject.first_field(id, &["since", "observed", "announced", "until"]),
                    "surely not within its life",
                )
                .secondary(
                    subject.origins.field(party.company, field),
                    format!("{} {word} {date}", company.label()),
                )
                .help("correct the dates, or name the company that existed then: a predecessor is a record of its own"),
            );
        }
    }
}

/// The same, begun at any time before.
fn unbounded_start(interval: Interval) -> Interval {
    let ((_, latest), (earliest_end, latest_end)) = (interval.start(), interval.end());
    Interval::new(Day::MIN, latest, earliest_end, latest_end).unwrap_or(interval)
}

fn life(company: &Company) -> Option<Interval> {
    Interval::between(company.founded, company.dissolved)
}
