use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Moment;
use crate::vocab::Lasts;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::GappedTerms,
        what: "A relation `supersedes` another, and the two surely do not touch: the older one ended before the newer one \
               began, or goes on beside it.",
        why: "New terms take the place of old ones on one day. With a gap the tie seems to have been broken off and begun \
              again; with an overlap both hold at once, and their figures count twice.",
        example: "\
case: example
cloud_dependencies:
  - {id: azure-2016, customer: openai, provider: microsoft, since: 2016, until: 2018, sources: [news-2023]}
  - id: azure-2019
    customer: openai
    provider: microsoft
    since: 2019-07-22
    supersedes: [azure-2016]
    sources: [news-2023]
",
        instead: "\
case: example
cloud_dependencies:
  - {id: azure-2016, customer: openai, provider: microsoft, since: 2016, sources: [news-2023]}
  - id: azure-2019
    customer: openai
    provider: microsoft
    since: 2019-07-22
    supersedes: [azure-2016]
    sources: [news-2023]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let counts = |id| subject.graph.standings().of(id) == Standing::Counts;
    for (id, later) in model.relations().filter(|(id, _)| counts(*id)) {
        for (at, earlier_id) in later.supersedes.iter().enumerate() {
            let earlier = &model[*earlier_id];
            let Some(Moment::On(until)) = earlier.until else {
                continue;
            };
            let spans = subject.graph.span(id).zip(subject.graph.span(*earlier_id));
            let (Some((new, old)), true) = (spans, earlier.kind().lasts != Lasts::Point && counts(*earlier_id)) else {
                continue;
            };
            let (begins, ends) = (new.interval.start(), old.interval.end());
            let (what, help) = if ends.1 < begins.0 {
                (
                    "ended before",
                    "remove `supersedes`: what began again after a break is no new terms of the same; or mend the dates",
                )
            } else if begins.1 < ends.0 {
                (
                    "goes on after",
                    "remove `until`: the older terms end where the newer begin; or remove `supersedes`, if these are two \
                     agreements",
                )
            } else {
                continue;
            };
            let headline = format!("`{}` {what} `{}`, which supersedes it, began", earlier.id, later.id);
            let began = subject.first_field(id, &["since", "observed", "announced"]);
            out.lint_pair(
                (id, *earlier_id),
                Diagnostic::new(
                    Code::GappedTerms,
                    headline,
                    subject.origins.field(*earlier_id, "until"),
                    format!("ends here, at {until}"),
                )
                .secondary(began, "begins here")
                .secondary(subject.origins.item(id, "supersedes", at), "supersedes it here")
                .help(help),
            );
        }
    }
}
