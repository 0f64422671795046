//! Third companies: those that are tied to both of a pair.

use std::collections::BTreeMap;

use crate::graph::{Bond, Presence};
use crate::judge::View;
use crate::judge::network::is_named;
use crate::model::CompanyId;
use crate::vocab::Side;

/// A company and what ties it to both of a pair.
#[derive(Clone, Debug)]
pub(crate) struct Third {
    /// The company, rolled up.
    pub(crate) company: CompanyId,
    /// Its cooperative and competitive bonds with the first and with the second, told from them; none is empty.
    pub(crate) bonds: [Vec<Bond>; 2],
}

/// The companies that cooperate or compete with both `a` and `b` at some time within the asked one, by name.
///
/// Each of the two stands for its group; what a third is rolled up to is the same for both. Ties within one group make
/// nobody a third, and a class of companies that has no name is none. Cost: the bonds of both groups.
pub(crate) fn thirds(view: &View<'_>, a: CompanyId, b: CompanyId) -> Vec<Third> {
    let mut seconds = of(view, b, a);
    let both = of(view, a, b).into_iter().filter_map(|(company, first)| {
        Some(Third {
            company,
            bonds: [first, seconds.remove(&company)?],
        })
    });
    let mut found: Vec<Third> = both.collect();
    found.sort_by_cached_key(|third| (view.model()[third.company].label().to_lowercase(), third.company));
    found
}

/// The bonds of a company beside another that hold, by counterparty.
fn of(view: &View<'_>, company: CompanyId, beside: CompanyId) -> BTreeMap<CompanyId, Vec<Bond>> {
    let mut found: BTreeMap<CompanyId, Vec<Bond>> = BTreeMap::new();
    for bond in view.bonds_beside(company, beside) {
        let counts = !bond.inside
            && matches!(bond.side(), Side::Cooperation | Side::Competition)
            && is_named(view.model(), bond.other)
            && view.scope.presence(&bond) > Presence::No;
        if counts {
            found.entry(bond.other).or_default().push(bond);
        }
    }
    found
}
