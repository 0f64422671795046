use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CaseId, RecordId};
use crate::values::{Holds, Interval, PartialDate, overlap};
use crate::vocab::Lasts;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::EmptyStoryStep,
        what: "Nothing that a step of a `story` shows is there at the time of the step: its relations surely do not hold \
               then, or do not count, and its events, quotes and claims come later.",
        why: "The step would be told over an empty picture. Its date or its list is wrong.",
        example: "\
case:
  id: example
  title: {en: Microsoft and OpenAI, vi: Microsoft và OpenAI}
  about: [microsoft, openai]
  story:
    - {title: {en: The first money, vi: Khoản tiền đầu tiên}, at: 2018, show: [first-billion]}
investments:
  - {id: first-billion, investors: [microsoft], company: openai, since: 2019-07-22, sources: [news-2023]}
",
        instead: "\
case:
  id: example
  title: {en: Microsoft and OpenAI, vi: Microsoft và OpenAI}
  about: [microsoft, openai]
  story:
    - {title: {en: The first money, vi: Khoản tiền đầu tiên}, at: 2019, show: [first-billion]}
investments:
  - {id: first-billion, investors: [microsoft], company: openai, since: 2019-07-22, sources: [news-2023]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    for (at, case) in subject.model().cases.iter().enumerate() {
        let id = CaseId::from(at);
        for (position, step) in case.story.iter().enumerate() {
            if step.show.iter().any(|record| is_there(subject, *record, step.at)) {
                continue;
            }
            out.lint(
                id,
                Diagnostic::new(
                    Code::EmptyStoryStep,
                    format!("the story of `{}` shows nothing at {}", case.id, step.at),
                    subject.origins.item(id, "story", position),
                    "nothing that this step shows is there then",
                )
                .help("mend `at`, or show records that hold at that time"),
            );
        }
    }
}

fn is_there(subject: &Subject<'_>, record: RecordId, at: PartialDate) -> bool {
    let model = subject.model();
    let by_then = |date: Option<PartialDate>| date.is_none_or(|date| date.first() <= at.last());
    match record {
        RecordId::Relation(id) => {
            let shown = !matches!(
                subject.graph.standings().of(id),
                Standing::Withdrawn | Standing::Refuted | Standing::Unknown
            );
            let then = |interval: Interval| match model[id].kind().lasts {
                // done once, shown ever after
                Lasts::Point => interval.start().0 <= at.last(),
                _ => overlap(&[interval, Interval::during(at)]) != Holds::No,
            };
            shown && subject.graph.span(id).is_some_and(|span| then(span.interval))
        }
        RecordId::Event(id) => by_then(Some(model[id].date)),
        RecordId::Quote(id) => by_then(model[id].date),
        RecordId::Claim(id) => by_then(model[id].date),
    }
}
