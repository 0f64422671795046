//! The ties of the whole network as a question sees them: which count, and onto whom their ends are rolled up.

use std::collections::BTreeSet;

use crate::graph::{Bond, Presence, Rollup};
use crate::judge::View;
use crate::judge::held::Held;
use crate::model::{CompanyId, Model};
use crate::vocab::CompanyKind;

/// The roll-up of a scope; the companies that were asked about stand for themselves.
pub(crate) fn rollup<'a>(view: &View<'a>, keep: &'a [CompanyId]) -> Rollup<'a> {
    Rollup {
        meter: view.meter,
        group: view.scope.group,
        keep,
    }
}

/// Whether a bond passes the scope's filters and holds within the asked time in some way.
pub(crate) fn counts(view: &View<'_>, bond: &Bond) -> bool {
    view.admits(bond) && view.scope.presence(bond) > Presence::No
}

/// Every bond between two groups that passes the scope's filters, at whatever time, told from its `from` end; the companies to
/// `keep` stand for themselves. Cost: linear in ties, times the depth of groups.
#[cfg_attr(not(feature = "pictures"), expect(dead_code, reason = "pictures ask for all"))]
pub(crate) fn bonds(view: &View<'_>, keep: &[CompanyId]) -> Vec<(CompanyId, Bond)> {
    let mut bonds = view.graph.all_bonds(rollup(view, keep));
    bonds.retain(|(_, bond)| view.admits(bond));
    dated(view, bonds)
}

/// As [`bonds`], between the companies that the records name, whatever groups they belong to.
#[cfg_attr(not(feature = "pictures"), expect(dead_code, reason = "pictures ask for all"))]
pub(crate) fn own_bonds(view: &View<'_>) -> Vec<(CompanyId, Bond)> {
    let alone = Rollup {
        meter: view.meter,
        group: false,
        keep: &[],
    };
    let mut bonds = view.graph.all_bonds(alone);
    bonds.retain(|(_, bond)| view.admits(bond));
    dated(view, bonds)
}

fn dated(view: &View<'_>, bonds: Vec<(CompanyId, Bond)>) -> Vec<(CompanyId, Bond)> {
    let all = bonds.into_iter();
    all.filter_map(|(from, bond)| Some((from, view.dated(bond)?))).collect()
}

/// Whether a company stands for one firm, and not for an unnamed class of them.
pub(crate) fn is_named(model: &Model, company: CompanyId) -> bool {
    model[company].kind != CompanyKind::Class
}

/// The companies within so many steps of some, themselves included.
pub(crate) fn ball(
    centres: &[CompanyId],
    steps: usize,
    neighbours: impl Fn(CompanyId) -> Vec<CompanyId>,
) -> BTreeSet<CompanyId> {
    let mut found: BTreeSet<CompanyId> = centres.iter().copied().collect();
    let mut ring: Vec<CompanyId> = centres.to_vec();
    for _ in 0..steps {
        ring = ring
            .into_iter()
            .flat_map(&neighbours)
            .filter(|id| found.insert(*id))
            .collect();
    }
    found
}

/// One company after the other, and what ties them.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The first company.
    pub from: CompanyId,
    /// The second.
    pub to: CompanyId,
    /// Their ties, told from the first, in the order of sides and kinds.
    pub ties: Vec<Held>,
}

impl Step {
    pub(crate) fn new<'b>(
        view: &View<'_>,
        from: CompanyId,
        to: CompanyId,
        bonds: impl Iterator<Item = &'b Bond>,
    ) -> Self {
        let mut ties = Held::merged(view, bonds);
        ties.sort_by_key(|tie| (tie.side, tie.kind, tie.projection, tie.end));
        Self { from, to, ties }
    }
}
