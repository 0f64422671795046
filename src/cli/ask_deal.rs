//! From what a user typed to a deal.

use super::exit::NotFound;
use super::scope::nearest;
use crate::model::{DealId, Model};
use crate::values::fold;

/// Finds one deal by its id, its title in any language, or a part of the title that no other deal has.
pub(super) fn deal(model: &Model, name: &str) -> anyhow::Result<DealId> {
    if let Some(at) = model.deals.iter().position(|deal| deal.id == name) {
        return Ok(DealId::from(at));
    }
    let wanted = fold(name);
    let titled = |matches: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let all = model.deals.iter().enumerate();
        let found = all.filter(|(_, deal)| ["en", "vi"].iter().any(|code| matches(&fold(deal.title.get(code)))));
        found.map(|(at, _)| at).collect()
    };
    let exact = titled(&|title| title == wanted);
    let found = if exact.is_empty() && !wanted.is_empty() {
        titled(&|title| title.contains(&wanted))
    } else {
        exact
    };
    match found.as_slice() {
        [one] => Ok(DealId::from(*one)),
        [] => {
            let near = nearest(name, model.deals.iter().map(|deal| deal.id.as_str()));
            Err(NotFound(format!(
                "no deal has the id or title `{name}`{near}; `frenemy list deals` shows all"
            ))
            .into())
        }
        several => {
            let list: Vec<String> = several.iter().map(|at| format!("`{}`", model.deals[*at].id)).collect();
            Err(NotFound(format!("`{name}` may be {}; give the id", list.join(" or "))).into())
        }
    }
}
