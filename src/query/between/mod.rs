//! `between A B`: all that is recorded of two companies with each other.

mod dimension_rows;
pub mod dimension_wire;
mod dimensions;
mod dispute_rows;
mod indirect;
mod line;
mod record_rows;
mod request;
mod rows;
mod statements;
mod table;
pub mod wire;

use std::collections::BTreeSet;

use crate::graph::{Bond, Presence};
use crate::judge::closer::{Closer, closer};
use crate::judge::disagreements::{Disagreement, disagreements};
use crate::judge::dossier::{self, Uncounted};
use crate::judge::held::Held;
use crate::judge::intentions::{self, Intended};
use crate::judge::market::Shared;
use crate::judge::phases::{Phase, phases};
use crate::judge::sums::Ledger;
use crate::judge::{Stance, View, about, stance, unseen};
use crate::model::{ClaimId, CompanyId, DealId, EventId, QuoteId, RelationId, SourceId};
use crate::values::Interval;
use crate::vocab::Zone;

pub use dimensions::{Dimensions, Dominance, Luo, Orientation, Overlap};
pub use indirect::{Common, Indirect};
pub use request::Request;
pub use statements::{Settled, Statements};
pub use table::table;
pub use wire::{Answer, wire};

/// The dossier of a pair.
#[derive(Clone, Debug)]
pub struct Between {
    /// The first company, from which relations are told.
    pub a: CompanyId,
    /// The second company.
    pub b: CompanyId,
    /// The companies that each belonged to within the asked time, nearest first.
    pub parents: [Vec<(CompanyId, Presence)>; 2],
    /// The stance within the asked time.
    pub stance: Stance,
    /// The stance that firm ties alone give.
    pub firm: Zone,
    /// What a coopetition comes to; `None` where it is none.
    pub closer: Option<Closer>,
    /// The history up to the asked time, the oldest first; without an empty time before everything.
    pub phases: Vec<Phase>,
    /// All ties that hold, whatever is shown: the stance rests on them.
    pub rests_on: Vec<Held>,
    /// The relations up to the asked time, ended ones included, in the order of their start.
    pub ties: Vec<Held>,
    /// What the two intended with each other up to the asked time; it makes no stance.
    pub intentions: Vec<Intended>,
    /// Relations up to the asked time that do not count.
    pub uncounted: Vec<Uncounted>,
    /// Deals both are party to.
    pub deals: Vec<DealId>,
    /// Events about both.
    pub events: Vec<EventId>,
    /// Quotes about both, or of one about the other.
    pub quotes: Vec<QuoteId>,
    /// Claims about both.
    pub claims: Vec<ClaimId>,
    /// Companies tied to both within the asked time.
    pub indirect: Vec<Indirect>,
    /// What the literature asks of such a relationship, within the asked time.
    pub dimensions: Dimensions,
    /// Markets in which both have products within the asked time, and no competition of the two is recorded.
    pub same_market: Vec<Shared>,
    /// Where records or their sources disagree.
    pub disagreements: Vec<Disagreement>,
    /// Claims and events of which not all can be so.
    pub statements: Vec<Statements>,
    /// Ties first seen so late that nothing is known of them at the asked time; `None` where nobody asked for them.
    pub not_known: Option<Vec<Held>>,
}

impl Between {
    /// The relations that are shown, each once, those that do not count among them.
    #[must_use]
    pub fn relations(&self) -> BTreeSet<RelationId> {
        self.ties
            .iter()
            .chain(self.intentions.iter().map(|intended| &intended.tie))
            .chain(self.uncounted.iter().map(|uncounted| &uncounted.tie))
            .flat_map(|tie| tie.relations.iter().copied())
            .collect()
    }

    /// The sums of the amounts of the relations that count.
    #[must_use]
    pub fn ledger<'g>(&self, view: &View<'g>) -> Ledger<'g> {
        Ledger::of(view, &self.ties)
    }

    /// The sources of the relations and intentions that are shown, each once.
    #[must_use]
    pub fn sources(&self) -> BTreeSet<SourceId> {
        let others = self.uncounted.iter().map(|uncounted| &uncounted.tie);
        let others = others.chain(self.intentions.iter().map(|intended| &intended.tie));
        let ties = self.ties.iter().chain(others);
        ties.flat_map(|tie| tie.sources.iter().copied()).collect()
    }

    /// Whether all was asked for, what counts our records among it.
    #[must_use]
    pub const fn full(&self) -> bool {
        self.not_known.is_some()
    }

    /// Whether nothing direct is recorded of the two.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ties.is_empty()
            && self.intentions.is_empty()
            && self.uncounted.is_empty()
            && self.stance.zone == Zone::None
    }
}

/// All that is recorded of `a` and `b` with each other, seen from `a`.
///
/// What belonged to one of them through the other stands for the other alone. Cost: the bonds of both groups, the square of
/// those between the two, and the deals, events, quotes and claims of the data set.
#[must_use]
pub fn between(view: &View<'_>, a: CompanyId, b: CompanyId) -> Between {
    let bonds = view.compared(view.bonds_between(a, b));
    let together = view.one_group(a, b);
    let (dimensions, same_market) = dimensions::dimensions(view, a, b, &bonds);
    let mut found = Between {
        a,
        b,
        parents: [view.parents(a), view.parents(b)],
        stance: stance::of_pair(view.graph, view.scope, &bonds, &together),
        firm: stance::firm_pair(view.graph, view.scope, &bonds, &together),
        closer: closer(view, &bonds),
        phases: history(view, (a, b), &bonds, &together),
        rests_on: Held::merged(
            view,
            bonds.iter().filter(|bond| view.scope.presence(bond) > Presence::No),
        ),
        ties: dossier::so_far(view, &bonds),
        intentions: intentions::of_pair(view, a, b),
        uncounted: dossier::uncounted(view, a, b),
        deals: about::deals(view, a, b),
        events: about::events(view, a, b),
        quotes: about::quotes(view, a, b),
        claims: about::claims(view, a, b),
        indirect: indirect::indirect(view, a, b),
        dimensions,
        same_market,
        disagreements: Vec::new(),
        statements: Vec::new(),
        not_known: None,
    };
    found.disagreements = disagreements(view, &found.relations());
    found.statements = statements::statements(view, &found.claims, &found.events);
    found
}

/// The ties of `a` and `b` that were first seen so late that nothing is known of them at the asked time.
fn not_known(view: &View<'_>, a: CompanyId, b: CompanyId) -> Vec<Held> {
    let found = unseen::not_known(view, &view.bonds_between(a, b));
    found.into_iter().flat_map(|(_, ties)| ties).collect()
}

/// The phases that began by the end of the asked time, without an empty time before everything.
fn history(view: &View<'_>, pair: (CompanyId, CompanyId), bonds: &[Bond], together: &[Vec<Interval>]) -> Vec<Phase> {
    let last = view.scope.asked.last_day();
    let mut history = phases(view.graph, pair, bonds, together);
    history.retain(|phase| phase.from.earliest <= last);
    if history.first().is_some_and(|phase| phase.zone == Zone::None) {
        let nothing = history.remove(0);
        // a possible episode before the first sure phase is kept with the nothing that surrounds it
        if !nothing.doubts.is_empty() {
            history.insert(0, nothing);
        }
    }
    for phase in &mut history {
        phase.presumed_from = phase.presumed_from.filter(|day| *day <= last);
        phase.doubts.retain(|(from, _)| *from <= last);
    }
    history
}

#[cfg(test)]
mod tests;
