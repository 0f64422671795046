use crate::check::Subject;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Company;
use crate::values::{Holds, Interval, overlap};

/// A relation that surely lies outside the life of one of its companies.
pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let model = subject.model();
    for (id, relation) in model.relations() {
        let Some(span) = subject.graph.span(id) else { continue };
        for party in &relation.parties {
            let company = &model[party.company];
            let Some(life) = life(company) else { continue };
            if overlap(&[span.interval, life]) != Holds::No {
                continue;
            }
            let early = span.interval.end().1 <= life.start().0.next();
            let (field, word, date) = match (early, company.founded, company.dissolved) {
                (true, Some(founded), _) => ("founded", "founded", founded),
                (_, _, Some(dissolved)) => ("dissolved", "dissolved", dissolved),
                (_, Some(founded), None) => ("founded", "founded", founded),
                (_, None, None) => continue,
            };
            let dated = ["since", "observed", "announced", "until"]
                .into_iter()
                .find(|name| subject.origins.has(id, name))
                .unwrap_or("since");
            out.push(
                Diagnostic::new(
                    Code::OutsideLife,
                    format!("`{}` lies outside the life of {}", relation.id, company.label()),
                    subject.origins.field(id, dated),
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

fn life(company: &Company) -> Option<Interval> {
    Interval::between(company.founded, company.dissolved)
}
