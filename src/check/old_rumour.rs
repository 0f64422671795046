use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Moment;
use crate::vocab::Status;

/// After how many years without news a rumour is old.
const YEARS: u32 = 2;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::OldRumour,
        what: "A relation is `rumoured`, in `talks` or a `bid`, has no end, and its newest source is more than two years \
               old.",
        why: "By then it came true, was denied, or came to nothing, and a source says which. The lint grows with time and is \
              therefore run by name.",
        example: "\
case: example
acquisitions:
  - {id: talks, acquirers: [microsoft], target: openai, since: 2023, status: talks, sources: [news-2023]}
",
        instead: "\
case: example
acquisitions:
  - id: talks
    acquirers: [microsoft]
    target: openai
    since: 2023
    until: unknown
    status: talks
    sources: [news-2023]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (id, relation) in model.relations() {
        let standing = subject.graph.standings().of(id);
        let open = match relation.until {
            None => true,
            Some(Moment::On(until)) => until.first() > subject.today,
            Some(Moment::Unknown) => false,
        };
        let vague = relation.rumoured || matches!(relation.status, Status::Talks | Status::Bid);
        if !vague || !open || !matches!(standing, Standing::Counts | Standing::Unsettled) {
            continue;
        }
        let newest = subject.graph.standings().support(model, id).newest;
        let Some(newest) = newest.filter(|newest| newest.plus_years(YEARS) < subject.today) else {
            continue;
        };
        let field = if relation.rumoured { "rumoured" } else { "status" };
        out.lint(
            id,
            Diagnostic::new(
                Code::OldRumour,
                format!("nothing newer than {newest} says what became of `{}`", relation.id),
                subject.origins.field(id, field),
                "",
            )
            .help(
                "look for what became of it: correct `status` and `rumoured` if it came true, add `until` if it came to \
                 nothing, `refuted_by` if it was denied",
            ),
        );
    }
}
