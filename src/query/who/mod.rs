//! `who COMPANY`: who competes and cooperates with it.

mod request;
mod table;
pub mod wire;

use std::collections::BTreeSet;

use crate::derived::Standing;
use crate::graph::Presence;
use crate::judge::counterparties::counterparties;
pub use crate::judge::counterparties::{Counterparty, Wanted};
use crate::judge::held::Held;
use crate::judge::intentions::{self, Intended};
use crate::judge::market::{self, Meeting};
use crate::judge::sums::Ledger;
use crate::judge::unseen::not_known;
use crate::judge::{Tally, View};
use crate::model::{CompanyId, RelationId, SourceId};
use crate::vocab::Zone;

pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// Who competes and cooperates with a company.
#[derive(Clone, Debug)]
pub struct Who {
    /// The company.
    pub company: CompanyId,
    /// Which ties and counterparties were asked for.
    pub wanted: Wanted,
    /// The companies it belonged to within the asked time, nearest first.
    pub parents: Vec<CompanyId>,
    /// Its counterparties: coopetition first, then sequential, cooperation, competition, the rest; those with more
    /// ties first, then by name.
    pub counterparties: Vec<Counterparty>,
    /// What the company intended within the asked time; it makes no stance.
    pub intentions: Vec<Intended>,
    /// Relations that name the company and do not count within the asked time, with the reason.
    pub uncounted: Vec<(RelationId, Standing)>,
    /// Companies with products in one market and no recorded competition there, where that was asked for.
    pub same_market: Option<Vec<Meeting>>,
    /// By counterparty, ties first seen so late that nothing is known of them at the asked time, where that was asked for.
    pub not_known: Option<Vec<(CompanyId, Vec<Held>)>>,
}

impl Who {
    /// The relations that are shown, each once.
    #[must_use]
    pub fn relations(&self) -> BTreeSet<RelationId> {
        self.ties().flat_map(|tie| tie.relations.iter().copied()).collect()
    }

    /// The sources that are shown, each once.
    #[must_use]
    pub fn sources(&self) -> BTreeSet<SourceId> {
        self.ties().flat_map(|tie| tie.sources.iter().copied()).collect()
    }

    /// All that is shown, intentions among them.
    fn ties(&self) -> impl Iterator<Item = &Held> {
        let intended = self.intentions.iter().map(|intended| &intended.tie);
        self.counterparties.iter().flat_map(|c| &c.ties).chain(intended)
    }

    /// With whom something was intended, each once.
    #[must_use]
    pub fn intended(&self) -> BTreeSet<CompanyId> {
        self.intentions.iter().map(|intended| intended.other).collect()
    }

    /// The sums of its amounts.
    #[must_use]
    pub fn ledger<'g>(&self, view: &View<'g>) -> Ledger<'g> {
        Ledger::of(view, self.counterparties.iter().flat_map(|c| &c.ties))
    }

    /// How many counterparties stand in a zone, and how surely.
    #[must_use]
    pub fn count(&self, zone: Zone) -> Tally {
        let of_zone = self.counterparties.iter().filter(|c| c.stance.zone == zone);
        of_zone.map(|c| c.stance.presence).collect()
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counterparties.is_empty()
            && self.intentions.is_empty()
            && self.same_market.as_ref().is_none_or(Vec::is_empty)
            && self.not_known.as_ref().is_none_or(Vec::is_empty)
    }
}

/// Answers who competes and cooperates with `company` within the scope.
///
/// Cost: the bonds of its group, and for each counterparty the product of its cooperative and competitive ones.
#[must_use]
pub fn who(view: &View<'_>, company: CompanyId, wanted: &Wanted) -> Who {
    let parents = view.parents(company);
    Who {
        company,
        wanted: wanted.clone(),
        parents,
        counterparties: counterparties(view, company, wanted),
        intentions: intentions::of_company(view, company, wanted),
        uncounted: uncounted(view, company, wanted),
        same_market: wanted.same_market.then(|| market::unasserted(view, company)),
        not_known: wanted.full.then(|| {
            let mut bonds = view.bonds(company);
            bonds.retain(|bond| wanted.admits(view.model(), &bond.tie, bond.end));
            not_known(view, &bonds)
        }),
    }
}

/// Relations that name the company and do not count, newest kind order, so that nothing disappears in silence.
fn uncounted(view: &View<'_>, company: CompanyId, wanted: &Wanted) -> Vec<(RelationId, Standing)> {
    let window = view.scope.asked.window();
    let told = |standing: Standing| {
        matches!(
            standing,
            Standing::Counts | Standing::Intended | Standing::Unknown | Standing::Withdrawn
        )
    };
    let ties = view.graph.ties_of(company).map(|at| (view.graph.tie(at), at.end()));
    let mut found: Vec<(RelationId, Standing)> = ties
        .map(|(tie, end)| (tie, end, view.graph.standings().of(tie.relation)))
        // what counts is never looked at: there is most of it
        .filter(|(tie, end, standing)| !told(*standing) && wanted.admits(view.model(), tie, *end))
        .map(|(tie, _, standing)| (tie.relation, standing))
        .filter(|(id, _)| {
            let confidence = view.graph.standings().confidence(*id);
            let admitted = view.scope.admits(view.model(), confidence, *id);
            admitted && view.graph.presence(*id, window) > Presence::No
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests;
