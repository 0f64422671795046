use std::collections::BTreeMap;

use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CompanyId, SuccessionId};
use crate::vocab::SuccessionAs;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::TwoPredecessors,
        what: "A company is the new parent (`as: holding`) of more than one company.",
        why: "A `holding` carries on the history of the one company that it was put above, as Alphabet does that of Google. \
              Two companies that are put under one new parent both keep their own, and neither is its history.",
        example: "\
companies:
  - {id: parent, name: Parent Holdings}
successions:
  - {id: above-openai, from: openai, to: parent, as: holding, since: 2024, sources: [news-2023]}
  - {id: above-google, from: google, to: parent, as: holding, since: 2024, sources: [news-2023]}
",
        instead: "\
companies:
  - {id: parent, name: Parent Holdings}
  - {id: openai-labs, name: OpenAI Labs, part_of: [{company: parent, since: 2024}]}
  - {id: google-labs, name: Google Labs, part_of: [{company: parent, since: 2024}]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let mut above: BTreeMap<CompanyId, SuccessionId> = BTreeMap::new();
    for (at, succession) in model.successions.iter().enumerate() {
        if succession.how != SuccessionAs::Holding {
            continue;
        }
        let id = SuccessionId::from(at);
        let Some(first) = above.get(&succession.to) else {
            above.insert(succession.to, id);
            continue;
        };
        let name = |id: CompanyId| model[id].id.as_str();
        let headline = format!(
            "`{}` is put above two companies: `{}` and `{}`",
            name(succession.to),
            name(model[*first].from),
            name(succession.from)
        );
        out.error(
            Diagnostic::new(
                Code::TwoPredecessors,
                headline,
                subject.origins.field(id, "from"),
                "",
            )
            .secondary(subject.origins.field(*first, "from"), "the first")
            .help("of two companies under one new parent none is its history: delete both, and write each as `part_of` the parent from that day"),
        );
    }
}
