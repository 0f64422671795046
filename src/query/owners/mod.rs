//! `owners COMPANY`: who owns it, or what it owns, with shares, since when, on whose word.

mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use crate::derived::{Holding, owned_roles};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::counterparties::Wanted;
use crate::judge::holdings::Owning;
use crate::judge::intentions::{self, Intended};
use crate::model::CompanyId;

pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// The role of those who own, in every kind that says who does.
const OWNERS: u8 = 0;

/// Who owns a company, or what it owns.
#[derive(Clone, Debug)]
pub struct Owners {
    /// The company.
    pub company: CompanyId,
    /// Whether what it owns was asked for.
    pub reverse: bool,
    /// What holds within the asked time: the whole first, then the greatest shares, then parts of unknown size; by name.
    pub held: Vec<Owning>,
    /// What was announced within the asked time, and makes nobody an owner yet, each with who was to own the company, or what
    /// it was to own; by name.
    pub announced: Vec<Intended>,
    /// The companies that it belonged to within the asked time, the nearest first.
    pub parents: Vec<(CompanyId, Presence)>,
}

/// Answers who owns `company`, or with `reverse` what it owns, within the scope.
///
/// Cost: the holdings of the company, and the depth of its group.
#[must_use]
pub fn owners(view: &View<'_>, company: CompanyId, reverse: bool) -> Owners {
    let model = view.model();
    let holdings: Vec<&Holding> = if reverse {
        view.graph.holdings().by(company).collect()
    } else {
        view.graph.holdings().of(company).iter().collect()
    };
    let mut held: Vec<Owning> = holdings
        .into_iter()
        .filter_map(|holding| Owning::of(view, holding))
        .collect();
    let other = |holding: &Holding| if reverse { holding.owned } else { holding.owner };
    held.sort_by_cached_key(|held| {
        let name = model[other(&held.holding)].label().to_lowercase();
        (
            std::cmp::Reverse(held.holding.part.least()),
            name,
            held.holding.interval,
        )
    });
    Owners {
        company,
        reverse,
        held,
        announced: announced(view, company, reverse),
        parents: view.parents(company),
    }
}

/// The purchases, stakes and ventures that were announced of a company itself, with who was to own it, or what it was to own.
fn announced(view: &View<'_>, company: CompanyId, reverse: bool) -> Vec<Intended> {
    let root = |id: CompanyId| view.graph.groups().identity().root(id);
    let roles = owned_roles();
    let one = |intended: Intended| {
        let relation = intended.tie.relation(view.graph);
        let (_, owned) = *roles.iter().find(|(kind, _)| *kind == relation.kind)?;
        let in_role = |wanted: u8, id: CompanyId| {
            let mut parties = relation.parties.iter().filter(|party| party.role == wanted);
            parties.any(|party| root(party.company) == root(id))
        };
        let [from, to] = intended.tie.ends;
        let other = if root(from) == root(company) { to } else { from };
        let (owner, target) = if reverse { (company, other) } else { (other, company) };
        let fits = intended.tie.mine.is_none() && in_role(OWNERS, owner) && in_role(owned, target);
        fits.then_some(Intended { other, ..intended })
    };
    let all = intentions::of_company(view, company, &Wanted::default());
    let mut found: Vec<Intended> = all.into_iter().filter_map(one).collect();
    found.sort_by_cached_key(|one| (view.model()[one.other].label().to_lowercase(), one.other));
    found
}
