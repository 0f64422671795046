use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::graph::Presence;
use crate::values::{Interval, PartialDate};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::PresumedTie,
        what: "A relation without a known end was last seen to hold so long ago that, today, it holds as presumed only: \
               five years for a state of affairs, three for a contract, or past its `expires`.",
        why: "Answers mark it with a doubt. A look at a newer source either takes the doubt away or finds the end. The \
              lint grows with time and is therefore run by name: it is a list of what to look at next.",
        example: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [news-2023]}
",
        instead: "\
case: example
cloud_dependencies:
  - id: azure
    customer: openai
    provider: microsoft
    since: 2016
    checked: {on: 2026-01-15, source: news-2026}
    sources: [news-2023]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let today = Interval::window(subject.today, subject.today);
    for (id, relation) in subject.model().relations() {
        let Some(span) = subject.graph.span(id) else { continue };
        let presence = Presence::of(&[span.interval], span.presumed_from, today);
        if presence != Presence::Presumed || subject.graph.standings().of(id) != Standing::Counts {
            continue;
        }
        let seen = relation
            .observed
            .iter()
            .copied()
            .chain(relation.checked.map(|checked| checked.on))
            .max_by_key(|date| date.last());
        let field = match (seen, relation.checked, relation.expires) {
            (_, _, Some(expires)) if expires.last() < span.presumed_from => "expires",
            (Some(seen), Some(checked), _) if checked.on == seen => "checked",
            (Some(_), _, _) => "observed",
            (None, _, _) => "since",
        };
        let from = PartialDate::from_day(span.presumed_from).map_or_else(String::new, |day| format!(" since {day}"));
        let place = subject.first_field(id, &[field, "since", "announced"]);
        out.lint(
            id,
            Diagnostic::new(
                Code::PresumedTie,
                format!("`{}` reads as presumed{from}", relation.id),
                place,
                match field {
                    "expires" => "nothing shows that it went on",
                    _ => "nothing newer shows that it holds",
                },
            )
            .help("add `checked: {on: DATE, source: ID}` if a newer source shows that it holds, or its `until`"),
        );
    }
}
