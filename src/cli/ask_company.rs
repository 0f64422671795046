//! From what a user typed to a company.

use super::exit::NotFound;
use crate::model::{CompanyId, Lookup, Model, Names};

/// Finds one company by any of its names.
pub(super) fn company(model: &Model, name: &str) -> anyhow::Result<CompanyId> {
    match Names::new(model).find(name) {
        Lookup::One(id) => Ok(id),
        Lookup::Many(ids) => {
            let list: Vec<String> = ids
                .iter()
                .map(|id| format!("`{}` ({})", model[*id].id, model[*id].name))
                .collect();
            Err(NotFound(format!("`{name}` may be {}; give the id", list.join(" or "))).into())
        }
        Lookup::None(near) if near.is_empty() => Err(NotFound(format!(
            "no company is called `{name}`; `frenemy list companies` shows all"
        ))
        .into()),
        Lookup::None(near) => {
            let list: Vec<String> = near
                .iter()
                .map(|(label, id)| format!("{label} (`{}`)", model[*id].id))
                .collect();
            Err(NotFound(format!(
                "no company is called `{name}`; did you mean {}?",
                list.join(" or ")
            ))
            .into())
        }
    }
}
