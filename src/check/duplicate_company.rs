use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Company, CompanyId, Model};
use crate::values::core_of_name;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::DuplicateCompany,
        what: "Two companies bear one name, whatever its case, diacritics and legal form, or one identifier (Wikidata, LEI, \
               CIK, ticker), and no `part_of`, relation or succession ties them. A shared identifier is reported of those \
               that a relation ties, too.",
        why: "They are likely one company under two ids: each then has half of its relations. Two that are tied, such as a \
              holding and its operating company, are told apart by their ties.",
        example: "\
companies:
  - {id: microsoft-corp, name: Microsoft Corp.}
",
        instead: "\
companies:
  - {id: nimbus, name: Nimbus Cloud Ltd, aliases: [Nimbus]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let mut by_key: BTreeMap<String, BTreeSet<CompanyId>> = BTreeMap::new();
    for (id, company) in model.companies() {
        for key in keys(company) {
            by_key.entry(key).or_default().insert(id);
        }
    }
    let (related, tied) = ties(model);
    let mut reported = BTreeSet::new();
    for (key, companies) in &by_key {
        let Some(first) = companies.first() else { continue };
        for second in companies.iter().skip(1) {
            let pair = (*first, *second);
            // what deals with each other may bear one name, but no two have one identifier
            let is_apart = tied.contains(&pair) || !is_identifier(key) && related.contains(&pair);
            if is_apart || !reported.insert(pair) {
                continue;
            }
            out.lint_pair((*second, *first), report(subject, *first, *second, key));
        }
    }
}

fn report(subject: &Subject<'_>, first: CompanyId, second: CompanyId, key: &str) -> Diagnostic {
    let model = subject.model();
    let shared = match key.split_once(':') {
        Some((what, id)) => format!("the same {what} `{id}`"),
        None => format!("the same name but for its form, \"{key}\""),
    };
    Diagnostic::new(
        Code::DuplicateCompany,
        format!("`{}` is likely `{}` again: {shared}", model[second].id, model[first].id),
        subject.origins.record(second),
        "",
    )
    .secondary(subject.origins.record(first), "declared here")
    .help("keep one, with the other's names as `aliases`; two that are different companies are tied by `part_of` or `successions`")
}

/// Whether a key is an identifier, and not a name: names have no punctuation.
fn is_identifier(key: &str) -> bool {
    key.contains(':')
}

/// What a company is known by: identifiers with their sort before a colon, names without their legal form.
fn keys(company: &Company) -> BTreeSet<String> {
    let ids = [
        ("Wikidata item", company.ids.wikidata.as_slice()),
        ("LEI", &company.ids.lei),
        ("CIK", company.ids.cik.as_slice()),
        ("ticker", &company.ids.ticker),
    ];
    let ids = ids
        .into_iter()
        .flat_map(|(what, ids)| ids.iter().map(move |id| format!("{what}:{id}")));
    let names = [Some(company.name.as_str()), company.short.as_deref()];
    let names = names
        .into_iter()
        .flatten()
        .chain(company.aliases.iter().map(|alias| &**alias));
    ids.chain(names.map(core_of_name).filter(|name| !name.is_empty()))
        .collect()
}

/// Pairs of companies, the first of them first.
type Pairs = BTreeSet<(CompanyId, CompanyId)>;

/// Those that a relation ties, and those of which one is a part of the other or became it.
fn ties(model: &Model) -> (Pairs, Pairs) {
    let (mut related, mut tied) = (Pairs::new(), Pairs::new());
    let pair = |a: CompanyId, b: CompanyId| (a.min(b), a.max(b));
    for (id, company) in model.companies() {
        tied.extend(company.part_of.iter().map(|part| pair(id, part.company)));
    }
    tied.extend(model.successions.iter().map(|one| pair(one.from, one.to)));
    for relation in &model.relations {
        for projection in relation.kind().ties {
            related.extend(relation.pairs(projection).into_iter().map(|(a, b)| pair(a, b)));
        }
    }
    (related, tied)
}
