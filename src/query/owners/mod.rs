//! `owners COMPANY`: who owns it, or what it owns, with shares, since when, on whose word.

mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use crate::derived::{Cause, Holding, Membership};
use crate::graph::Presence;
use crate::judge::View;
use crate::model::CompanyId;
use crate::values::{Day, Interval};

pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// Who owns a company, or what it owns.
#[derive(Clone, Debug)]
pub struct Owners {
    /// The company.
    pub company: CompanyId,
    /// Whether what it owns was asked for.
    pub reverse: bool,
    /// What holds within the asked time: the whole first, then the greatest shares, then parts of unknown size; by name.
    pub held: Vec<Held>,
    /// The companies that it belonged to within the asked time, the nearest first.
    pub parents: Vec<CompanyId>,
    /// Two who control it at one time, neither inside the other, so that it is rolled up to neither.
    pub rivals: Vec<(CompanyId, CompanyId)>,
}

/// A holding within the asked time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// The holding.
    pub holding: Holding,
    /// Whether and how it holds within the asked time.
    pub presence: Presence,
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
    let mut held: Vec<Held> = holdings
        .into_iter()
        .filter(|holding| admits(view, holding))
        .filter_map(|holding| {
            let presence = presence(view, holding.interval, holding.presumed_from);
            let presence = view.scope.accept(!holding.disputed, presence);
            let interval = view.graph.as_dated(holding.interval, holding.cause.relation());
            (presence > Presence::No).then_some(Held {
                holding: Holding { interval, ..*holding },
                presence,
            })
        })
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
    let both = |(_, a, b): &(CompanyId, Membership, Membership)| {
        let now = |membership: &Membership| presence(view, membership.interval, Day::MAX) > Presence::No;
        (now(a) && now(b)).then_some((a.parent, b.parent))
    };
    let conflicts = view.graph.groups().conflicts().iter();
    Owners {
        company,
        reverse,
        held,
        parents: view.parents(company),
        rivals: conflicts.filter(|(id, _, _)| *id == company).filter_map(both).collect(),
    }
}

fn presence(view: &View<'_>, interval: Interval, presumed_from: Day) -> Presence {
    Presence::of(&[interval], presumed_from, view.scope.asked.window())
}

/// Whether a holding passes the filters of the scope; a parent that no relation shows passes where none chooses relations.
fn admits(view: &View<'_>, holding: &Holding) -> bool {
    match holding.cause {
        Cause::Relation(id) => {
            let confidence = view.graph.standings().confidence(id);
            view.scope.admits(view.model(), confidence, id)
        }
        Cause::Declared | Cause::Succession(_) => !crate::judge::chosen::is_narrow(view.scope),
    }
}
