use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::SourceId;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::AccessedBeforePublished,
        what: "A source was `accessed`, or read (`read_on`), surely before the first day on which it may have been `published`.",
        why: "Nobody reads a text before it is out: one of the two dates is a slip. What was known when (`--known-at`) \
              follows from them.",
        example: "\
sources:
  - {id: late, title: A late page, kind: news, published: 2026-01-10, accessed: 2025-11-23}
",
        instead: "\
sources:
  - {id: late, title: A late page, kind: news, published: 2025-01-10, accessed: 2025-11-23}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    for (at, source) in subject.model().sources.iter().enumerate() {
        let id = SourceId::from(at);
        let Some(published) = source.published else { continue };
        let days = [("accessed", source.accessed), ("read_on", source.read_on)];
        let early = days
            .into_iter()
            .find_map(|(field, day)| Some((field, day.filter(|day| day.last() < published.from.first())?)));
        if let Some((field, day)) = early {
            out.lint(
                id,
                Diagnostic::new(
                    Code::AccessedBeforePublished,
                    format!("`{}` was read before it was published", source.id),
                    subject.origins.field(id, field),
                    format!("read {day}"),
                )
                .secondary(
                    subject.origins.field(id, "published"),
                    format!("published {}", published.from),
                )
                .help("mend the date that is wrong; a page that was changed later is `published: unknown`"),
            );
        }
    }
}
