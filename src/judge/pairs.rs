//! The bonds of every pair of companies on top of their groups.

use std::collections::BTreeMap;

use crate::graph::Bond;
use crate::judge::View;
use crate::judge::chosen::is_filtered;
use crate::model::CompanyId;
use crate::values::{Holds, Interval, overlap};
use crate::vocab::CompanyKind;

/// Two companies, the one of the smaller index first.
pub(crate) type Pair = (CompanyId, CompanyId);

/// The bonds of each pair that has one which is shown, all by which its stance is judged, seen from its first or second company;
/// named classes of companies are left out.
///
/// Each tie counts for one pair at a time, that of the companies on top. With `only`, the pairs of that company, which
/// stands for itself even while it belongs to somebody. Cost: the bonds of every company once.
pub(crate) fn bonds(view: &View<'_>, only: Option<CompanyId>) -> BTreeMap<Pair, Vec<Bond>> {
    let mut found = BTreeMap::new();
    let shows = |bond: &Bond| view.shows(bond);
    let is_one = |id: CompanyId| view.model()[id].kind != CompanyKind::Class;
    for (company, _) in view.model().companies().filter(|(id, _)| is_one(*id)) {
        let times = match only {
            Some(only) if only != company => continue,
            Some(_) => vec![Vec::new()],
            None => alone(view, company),
        };
        let own = |bond: &Bond| {
            let member = bond.mine.filter(|_| only.is_none());
            member.is_none_or(|member| rolls_up(view, member, company))
        };
        let mut by_other: BTreeMap<CompanyId, Vec<Bond>> = BTreeMap::new();
        let bonds = view.bonds(company).into_iter();
        for bond in bonds.filter(|bond| is_one(bond.other) && own(bond)) {
            // while it belongs to somebody, its ties count for that one
            by_other
                .entry(bond.other)
                .or_default()
                .extend(times.iter().filter_map(|time| cut(&bond, time)));
        }
        for (other, bonds) in by_other.into_iter().filter(|(_, bonds)| bonds.iter().any(shows)) {
            found.entry((company.min(other), company.max(other))).or_insert(bonds);
        }
    }
    found
}

/// The pairs of a company and one that it directly belonged to at some time, where no filter chooses relations; with `only`,
/// those of that company.
pub(crate) fn memberships(view: &View<'_>, only: Option<CompanyId>) -> Vec<Pair> {
    if !view.scope.group || is_filtered(view.scope) {
        return Vec::new();
    }
    let pairs = view.model().companies().flat_map(|(id, _)| {
        let parents = view.graph.groups().parents(id).iter();
        parents.map(move |membership| (id.min(membership.parent), id.max(membership.parent)))
    });
    pairs
        .filter(|(a, b)| only.is_none_or(|only| *a == only || *b == only))
        .collect()
}

/// Whether the ties of a member ever count for a company on top: those of a firm do not for the foundation above it.
fn rolls_up(view: &View<'_>, member: CompanyId, company: CompanyId) -> bool {
    let tops = view
        .graph
        .groups()
        .tops(view.model(), member, view.scope.group, &|_| true);
    tops.iter().any(|top| top.root == company)
}

/// A bond within some more time; `None` when that leaves nothing.
fn cut(bond: &Bond, time: &[Interval]) -> Option<Bond> {
    let mut cut = bond.clone();
    cut.parts.extend(time);
    (overlap(&cut.parts) > Holds::No).then_some(cut)
}

/// The times when a company belongs to nobody, each as what must hold together for it.
fn alone(view: &View<'_>, company: CompanyId) -> Vec<Vec<Interval>> {
    let tops = view
        .graph
        .groups()
        .tops(view.model(), company, view.scope.group, &|_| true);
    tops.into_iter()
        .filter(|top| top.root == company)
        .map(|top| top.parts)
        .collect()
}
