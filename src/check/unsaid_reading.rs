use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::SourceId;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::UnsaidReading,
        what: "A source has no `read`: it does not say whether it was opened, read in part, or known from others only.",
        why: "An answer is as good as the reading behind it. Older sources do not say; the lint is run by name, as a list \
              of what to read again.",
        example: "\
sources:
  - {id: reuters-2024-07-10, title: Microsoft gives up its seat, kind: news, published: 2024-07-10}
",
        instead: "\
sources:
  - id: reuters-2024-07-10
    title: Microsoft gives up its seat
    kind: news
    published: 2024-07-10
    read: opened
    read_by: Nguyễn Thị Mai
    read_on: 2026-11-20
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let sources = subject.model().sources.iter().enumerate();
    for (at, source) in sources.filter(|(_, source)| source.read.is_none()) {
        let id = SourceId::from(at);
        out.lint(
            id,
            Diagnostic::new(
                Code::UnsaidReading,
                format!("`{}` does not say how much of it was read", source.id),
                subject.origins.field(id, "id"),
                "",
            )
            .help("write `read: opened`, `excerpt`, `quoted` or `listed`, as it was, with `read_by` and `read_on`"),
        );
    }
}
