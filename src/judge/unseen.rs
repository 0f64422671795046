//! Ties of which nothing is known at the asked time: they were first seen later, and nobody knows since when they hold.

use std::collections::BTreeMap;

use crate::graph::Bond;
use crate::judge::View;
use crate::judge::held::Held;
use crate::judge::phases::begins_undated;
use crate::model::CompanyId;

/// The ties of some bonds that were first seen so long after the asked time that nothing is known of them then, by the
/// counterparty, in the order of its name. They count for nothing.
pub(crate) fn not_known(view: &View<'_>, bonds: &[Bond]) -> Vec<(CompanyId, Vec<Held>)> {
    let last = view.scope.asked.last_day();
    let later = bonds.iter().filter(|bond| {
        let first = bond.possible().map(|(first, _)| first);
        view.shows(bond) && first.is_some_and(|first| first > last && begins_undated(view.graph, bond, first))
    });
    let mut by_other: BTreeMap<CompanyId, Vec<&Bond>> = BTreeMap::new();
    for bond in later {
        by_other.entry(bond.other).or_default().push(bond);
    }
    let mut found: Vec<(CompanyId, Vec<Held>)> = by_other
        .into_iter()
        .map(|(other, bonds)| {
            let mut ties = Held::merged(view, bonds.into_iter());
            ties.sort_by_key(|tie| (tie.side, tie.kind, tie.projection, tie.end));
            (other, ties)
        })
        .collect();
    found.sort_by_cached_key(|(other, _)| (view.model()[*other].label().to_lowercase(), *other));
    found
}
