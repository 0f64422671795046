use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Case, CaseId, CompanyId};
use crate::vocab::{CoverageSide, Words};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::UncoveredSide,
        what: "The `coverage` of a case does not say where one side, cooperation or competition, was looked for: of a case \
               about one or two companies, for each of them; of a case about more, for none of them.",
        why: "\"None recorded\" is not \"none exists\". Only what was searched, where and when, lets a reader tell a \
              partner that is no rival from one whose rivalry nobody looked for.",
        example: "\
case:
  id: example
  title: {en: Microsoft and OpenAI, vi: Microsoft và OpenAI}
  about: [microsoft]
  coverage:
    - {company: microsoft, side: competition, searched: 10-K FY2024, on: 2025-11-23, found: yes}
",
        instead: "\
case:
  id: example
  title: {en: Microsoft and OpenAI, vi: Microsoft và OpenAI}
  about: [microsoft]
  coverage:
    - {company: microsoft, side: competition, searched: 10-K FY2024, on: 2025-11-23, found: yes}
    - {company: microsoft, side: cooperation, searched: press releases of both, on: 2025-11-23, found: no}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (at, case) in model.cases.iter().enumerate() {
        let id = CaseId::from(at);
        let is_pair = case.about.len() <= 2;
        let of_whom: Vec<Option<CompanyId>> = if is_pair {
            case.about.iter().copied().map(Some).collect()
        } else {
            vec![None]
        };
        for (position, company) in of_whom.into_iter().enumerate() {
            let missing: Vec<&str> = CoverageSide::ALL
                .iter()
                .filter(|side| !covers(case, company, **side))
                .map(|side| side.name())
                .collect();
            let Some(first) = missing.first() else { continue };
            let of = company.map_or("its companies", |company| model[company].label());
            let example = company
                .or(case.about.first().copied())
                .map_or("ID", |company| &model[company].id);
            let place = match company {
                Some(_) => subject.origins.item(id, "about", position),
                None => subject.first_field(id, &["coverage", "about"]),
            };
            out.lint(
                id,
                Diagnostic::new(
                    Code::UncoveredSide,
                    format!(
                        "the case records no search for {} of {of}",
                        missing.join(" and ")
                    ),
                    place,
                    "",
                )
                .help(format!(
                    "look for it, then add `{{company: {example}, side: {first}, searched: WHERE, on: DATE, found: no}}` to \
                     `coverage`, or `found: yes` and the relations"
                )),
            );
        }
    }
}

/// Whether a search for a side of a company, or of any company, is recorded: with anybody, or with the other of
/// the two that the case is about.
fn covers(case: &Case, company: Option<CompanyId>, side: CoverageSide) -> bool {
    case.coverage.iter().filter(|search| search.side == side).any(|search| {
        let Some(company) = company else { return true };
        let looked_at = |id: &CompanyId| *id == search.company || search.with.contains(id);
        match search.with.is_empty() {
            true => search.company == company,
            false => case.about.iter().all(looked_at),
        }
    })
}
