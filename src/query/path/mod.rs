//! `path A B`: how two companies are connected.

mod request;
mod table;
#[cfg(test)]
mod tests;
mod wire;

use crate::graph::{Bond, Presence, TieGraph, together};
use crate::judge::View;
use crate::judge::network::{Step, counts, is_named, rollup};
use crate::judge::sums::Ledger;
use crate::model::CompanyId;
use crate::values::Day;
use crate::vocab::Side;

pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// What kind of paths is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// How many.
    pub k: usize,
    /// Companies that no path may touch.
    pub avoid: Vec<CompanyId>,
    /// Whether competition connects too.
    pub competition: bool,
}

/// How two companies are connected.
#[derive(Clone, Debug)]
pub struct Connection {
    /// The one.
    pub from: CompanyId,
    /// The other.
    pub to: CompanyId,
    /// What was asked for.
    pub wanted: Wanted,
    /// The paths, those with the fewest steps first, then by name.
    pub routes: Vec<Route>,
    /// Whether there are more.
    pub more: bool,
    /// Whether the two are one group within the asked time.
    pub one_group: Presence,
}

impl Connection {
    /// The sums of the amounts of its steps.
    #[must_use]
    pub fn ledger<'g>(&self, view: &View<'g>) -> Ledger<'g> {
        let steps = self.routes.iter().flat_map(|route| &route.steps);
        Ledger::of(view, steps.flat_map(|step| &step.ties))
    }
}

/// One path.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Its steps.
    pub steps: Vec<Step>,
    /// How surely there is a day within the asked time on which all of them hold.
    pub together: Presence,
}

/// Finds the shortest paths between two companies within the scope, then longer ones.
///
/// Cooperation and neutral ties are steps; competition only when it is asked for, by `competition` or by kinds in the
/// scope, and so are conflicts. Several ties of a pair are one step. An unnamed class of firms connects nobody. Cost: the
/// tie graph, then Yen's algorithm (see [`TieGraph::paths`]).
#[must_use]
pub fn path(view: &View<'_>, from: CompanyId, to: CompanyId, wanted: Wanted) -> Connection {
    let model = view.model();
    let side_counts = |bond: &Bond| {
        !view.scope.kinds.is_empty()
            || matches!(bond.side(), Side::Cooperation | Side::Neutral)
            || (wanted.competition && bond.side() == Side::Competition)
    };
    let avoided = |bond: &Bond| wanted.avoid.iter().any(|id| *id == bond.tie.from || *id == bond.tie.to);
    let keep = [from, to];
    let graph = TieGraph::new(view.graph, rollup(view, &keep), |bond| {
        side_counts(bond) && !avoided(bond) && counts(view, bond)
    });
    let found = graph.paths(from, to, wanted.k, view.meter, |id| {
        id == to || (is_named(model, id) && !wanted.avoid.contains(&id))
    });
    let one_group = view
        .one_group(from, to)
        .iter()
        .map(|parts| Presence::of(parts, Day::MAX, view.scope.asked.window()))
        .max()
        .unwrap_or(Presence::No);
    Connection {
        from,
        to,
        wanted,
        routes: found.paths.iter().map(|path| route(view, &graph, path)).collect(),
        more: found.more,
        one_group,
    }
}

fn route(view: &View<'_>, graph: &TieGraph, path: &[CompanyId]) -> Route {
    let bonds: Vec<Vec<Bond>> = path.windows(2).map(|step| graph.bonds(step[0], step[1])).collect();
    let legs: Vec<Vec<&Bond>> = bonds.iter().map(|leg| leg.iter().collect()).collect();
    let steps = path
        .windows(2)
        .zip(&bonds)
        .map(|(step, bonds)| Step::new(view, step[0], step[1], bonds.iter()))
        .collect();
    Route {
        steps,
        together: together(&legs, view.scope.asked.window(), |presence| {
            view.scope.accept(true, presence)
        }),
    }
}
