//! `sums A B`: how much money went between two companies, of which sort, and which amounts are in no sum.

mod request;
mod table;
#[cfg(test)]
mod tests;
mod wire;

use crate::judge::View;
use crate::judge::dossier::{self, Uncounted};
use crate::judge::held::Held;
use crate::judge::intentions::{self, Intended};
use crate::judge::sums::Ledger;
use crate::model::{CompanyId, RelationId};
use crate::vocab::MoneyFlow;

pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// The money between two companies.
#[derive(Clone, Debug)]
pub struct Sums {
    /// The first company, from which relations are told.
    pub a: CompanyId,
    /// The second company.
    pub b: CompanyId,
    /// The relations up to the asked time that record an amount, ended ones included, in the order of their start.
    pub ties: Vec<Held>,
    /// The others, which a total may stand for.
    pub others: Vec<Held>,
    /// What the two intended with each other up to the asked time, where an amount is recorded; it is in no sum.
    pub intentions: Vec<Intended>,
    /// Relations up to the asked time that record an amount and do not count.
    pub uncounted: Vec<Uncounted>,
}

impl Sums {
    /// The sums of the amounts of the relations that count.
    #[must_use]
    pub fn ledger<'g>(&self, view: &View<'g>) -> Ledger<'g> {
        Ledger::of(view, self.ties.iter().chain(&self.others))
    }

    /// Relations of kinds that move money of which no amount is recorded.
    #[must_use]
    pub fn without_amount(&self, view: &View<'_>) -> Vec<RelationId> {
        let moves_money =
            |tie: &&Held| tie.relations.len() == 1 && tie.relation(view.graph).kind().money != MoneyFlow::None;
        let mut found: Vec<RelationId> = self
            .others
            .iter()
            .filter(moves_money)
            .map(|tie| tie.relations[0])
            .collect();
        found.dedup();
        found
    }

    /// Whether no amount is recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ties.is_empty() && self.intentions.is_empty() && self.uncounted.is_empty()
    }
}

/// The money between `a` and `b` within the scope, seen from `a`; both stand for their groups.
///
/// Cost: the bonds of both groups, and the square of those between the two.
#[must_use]
pub fn sums(view: &View<'_>, a: CompanyId, b: CompanyId) -> Sums {
    let has_amount = |tie: &Held| match tie.relations[..] {
        [id] => view.graph.relation(id).amounts().next().is_some(),
        // fellow members pay each other nothing
        _ => false,
    };
    let bonds = view.compared(view.bonds_between(a, b));
    let (ties, others): (Vec<Held>, Vec<Held>) = dossier::so_far(view, &bonds).into_iter().partition(has_amount);
    let mut intentions = intentions::of_pair(view, a, b);
    intentions.retain(|intended| has_amount(&intended.tie));
    let mut uncounted = dossier::uncounted(view, a, b);
    uncounted.retain(|uncounted| has_amount(&uncounted.tie));
    Sums {
        a,
        b,
        ties,
        others,
        intentions,
        uncounted,
    }
}
