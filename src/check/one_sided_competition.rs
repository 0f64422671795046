use std::collections::BTreeSet;

use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Asserter, CompanyId, Party, Relation};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::OneSidedCompetition,
        what: "Of the parties of a competitive overlap one alone, or a company of its group, says in `asserted` that they \
               compete, and nobody from outside says so.",
        why: "Annual reports name rivals to flatter or to warn. Whom a company calls its rival, and by whom it is not \
              called one, is worth knowing, and it is a fact: hence this is run by name, as a list of whose reports to \
              read next.",
        example: "\
case: example
competitive_overlaps:
  - id: assistants
    parties: [microsoft, openai]
    market: assistants
    since: 2023-02-07
    asserted: [{by: microsoft, on: 2024-07-30, source: news-2026}]
    sources: [news-2026]
",
        instead: "\
case: example
competitive_overlaps:
  - id: assistants
    parties: [microsoft, openai]
    market: assistants
    since: 2023-02-07
    asserted:
      - {by: microsoft, on: 2024-07-30, source: news-2026}
      - {by: press, on: 2023-02-07, source: news-2023}
    sources: [news-2026]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (id, relation) in model.relations() {
        let asserted = relation.asserted();
        if asserted.is_empty() || subject.graph.standings().of(id) != Standing::Counts {
            continue;
        }
        let sides: Option<BTreeSet<(u8, CompanyId)>> = asserted
            .iter()
            .map(|assertion| side_of(subject, relation, assertion.by))
            .collect();
        let Some(side) = sides
            .filter(|sides| sides.len() == 1)
            .and_then(|sides| sides.into_iter().next())
        else {
            continue;
        };
        let name = model[side.1].label();
        out.lint(
            id,
            Diagnostic::new(
                Code::OneSidedCompetition,
                format!("only {name} says that it competes here"),
                subject.origins.field(id, "asserted"),
                format!("`{}` is asserted by one side", relation.id),
            )
            .help("look whether another party, a regulator, analysts or the press say so too"),
        );
    }
}

/// The side of an overlap that somebody speaks for: a group, or a party alone; `None` for outsiders.
fn side_of(subject: &Subject<'_>, relation: &Relation, by: Asserter) -> Option<(u8, CompanyId)> {
    let Asserter::Company(by) = by else { return None };
    let speaks_for = |party: &&Party| {
        party.company == by
            || [(party.company, by), (by, party.company)]
                .into_iter()
                .any(|(low, high)| {
                    let above = subject.graph.groups().ancestors(low, true);
                    above.iter().any(|(company, _)| *company == high)
                })
    };
    let party = relation.parties.iter().find(speaks_for)?;
    // members of a group are one side: its first company stands for it
    let first = relation
        .parties
        .iter()
        .find(|other| party.group != 0 && other.group == party.group);
    Some((party.group, first.unwrap_or(party).company))
}
