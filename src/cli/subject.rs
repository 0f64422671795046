//! From what a user typed to a company, pair, case or relation.

use anyhow::bail;

use super::ask_company::company;
use super::exit::NotFound;
use super::scope::nearest;
use crate::model::{CaseId, CompanyId, Lookup, Model, Names, RelationId};

/// Two companies that are not the same one.
pub(super) fn pair(model: &Model, a: &str, b: &str) -> anyhow::Result<(CompanyId, CompanyId)> {
    let (first, second) = (company(model, a)?, company(model, b)?);
    if first == second {
        bail!("`{a}` and `{b}` are one company, {}; give two", model[first].label());
    }
    Ok((first, second))
}

/// The case of this id.
pub(super) fn case(model: &Model, id: &str) -> Option<CaseId> {
    model.cases.iter().position(|case| case.id == id).map(CaseId::from)
}

/// Whether a company bears this name.
pub(super) fn is_company(model: &Model, name: &str) -> bool {
    !matches!(Names::new(model).find(name), Lookup::None(_))
}

/// The relation of this id, `case/id`; the case may be left out where only one relation has the rest.
pub(super) fn relation(model: &Model, id: &str) -> anyhow::Result<RelationId> {
    if let Some((found, _)) = model.relations().find(|(_, relation)| relation.id == id) {
        return Ok(found);
    }
    let local = |full: &str| full.rsplit('/').next().is_some_and(|local| local == id);
    let found: Vec<RelationId> = model
        .relations()
        .filter(|(_, relation)| local(&relation.id))
        .map(|(id, _)| id)
        .collect();
    match found.as_slice() {
        [one] => Ok(*one),
        [] => {
            let ids = model.relations.iter().map(|relation| relation.id.as_str());
            let near = nearest(id, ids);
            Err(NotFound(format!(
                "no relation has the id `{id}`{near}; `frenemy list relations` shows all"
            ))
            .into())
        }
        several => {
            let ids: Vec<String> = several.iter().map(|id| format!("`{}`", model[*id].id)).collect();
            Err(NotFound(format!("`{id}` may be {}; give the whole id", ids.join(" or "))).into())
        }
    }
}
