use super::{Check, Findings, Page, Subject};
use crate::derived::cited;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::SourceId;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::UncitedSource,
        what: "A source is declared, and no record cites it: no relation, company, product, deal, event, quote, claim or \
               succession, and no cited source is `based_on` it.",
        why: "Somebody read it for a reason. Either the record that rests on it is missing or cites something else, or \
              the source was left behind when a record was removed. Answers count sources; one that supports nothing \
              makes the data look better founded than they are.",
        example: "\
sources:
  - {id: reuters-2024-07-10, title: Microsoft gives up its seat, kind: news, published: 2024-07-10}
",
        instead: "\
case: example
sources:
  - {id: reuters-2024-07-10, title: Microsoft gives up its seat, kind: news, published: 2024-07-10}
board_seats:
  - id: observer
    holder: microsoft
    company: openai
    seat: observer
    since: 2023-11-29
    until: 2024-07-09
    sources: [reuters-2024-07-10]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let cited = cited(model);
    let mut used: Vec<bool> = (0..model.sources.len())
        .map(|at| cited.contains_key(&SourceId::from(at)))
        .collect();
    // what a cited source relays is used through it
    for start in 0..model.sources.len() {
        let mut at = start;
        while let Some(next) = model.sources[at]
            .based_on
            .filter(|next| used[at] && !used[next.index()])
        {
            at = next.index();
            used[at] = true;
        }
    }
    for (at, source) in model.sources.iter().enumerate().filter(|(at, _)| !used[*at]) {
        let id = SourceId::from(at);
        out.lint(
            id,
            Diagnostic::new(
                Code::UncitedSource,
                format!("no record cites the source `{}`", source.id),
                subject.origins.record(id),
                "",
            )
            .help("cite it in the `sources` of the record that rests on it, or remove it"),
        );
    }
}
