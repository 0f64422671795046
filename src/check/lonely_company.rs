use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::CompanyId;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::LonelyCompany,
        what: "A company is party to no relation and no deal, belongs to no other company and has none, and neither \
               succeeds another nor is succeeded.",
        why: "Such a record answers no question. Most often the relation was forgotten or names another company: a \
              parent, a subsidiary, or a second record of the same firm.",
        example: "\
companies:
  - {id: nimbus, name: Nimbus Cloud Ltd}
",
        instead: "\
case: example
companies:
  - {id: nimbus, name: Nimbus Cloud Ltd}
cloud_dependencies:
  - {id: nimbus, customer: openai, provider: nimbus, since: 2021, sources: [news-2023]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let mut met = vec![false; model.companies.len()];
    let mut meet = |company: CompanyId| met[company.index()] = true;
    for relation in &model.relations {
        relation.parties.iter().for_each(|party| meet(party.company));
    }
    for (id, company) in model.companies() {
        for part in &company.part_of {
            meet(id);
            meet(part.company);
        }
    }
    for deal in &model.deals {
        deal.parties.iter().copied().for_each(&mut meet);
        deal.holders
            .iter()
            .flat_map(|holder| &holder.companies)
            .copied()
            .for_each(&mut meet);
    }
    for succession in &model.successions {
        meet(succession.from);
        meet(succession.to);
    }
    for (id, company) in model.companies().filter(|(id, _)| !met[id.index()]) {
        out.lint(
            id,
            Diagnostic::new(
                Code::LonelyCompany,
                format!("{} is related to no other company", company.label()),
                subject.origins.record(id),
                "",
            )
            .help("record its relations, or remove it"),
        );
    }
}
