use std::collections::BTreeMap;

use crate::graph::{Bond, Presence};
use crate::model::CompanyId;
use crate::query::{Asked, Scope, View, stance};
use crate::values::{Day, Holds, Interval, PartialDate, overlap};
use crate::vocab::Zone;

/// How many pairs of groups stand in each stance; pairs without a tie of either side are in none.
pub type Pairs = BTreeMap<Zone, usize>;

/// Counts pairs within the asked time and over all time. Each pair counts once, between the companies on top at the time.
///
/// Cost: the bonds of every company once, and per pair the product of its cooperative and competitive ones.
pub(super) fn pairs(view: &View<'_>) -> (Pairs, Pairs) {
    let ever = Scope {
        asked: all_time().unwrap_or(view.scope.asked),
        ..view.scope.clone()
    };
    let (mut at, mut over_time) = (BTreeMap::new(), BTreeMap::new());
    for (company, _) in view.model().companies() {
        let alone = alone(view, company);
        let bonds: Vec<Bond> = if alone.is_empty() {
            Vec::new()
        } else {
            view.bonds(company)
        };
        let mut by_other: BTreeMap<CompanyId, Vec<Bond>> = BTreeMap::new();
        for bond in bonds {
            // while it belongs to somebody, its ties count for that one
            if alone.iter().any(|parts| meet(&bond.parts, parts)) {
                by_other.entry(bond.other).or_default().push(bond);
            }
        }
        for (scope, found) in [(view.scope, &mut at), (&ever, &mut over_time)] {
            let window = scope.asked.window();
            if !alone
                .iter()
                .any(|parts| Presence::of(parts, Day::MAX, window) > Presence::No)
            {
                continue;
            }
            for (other, bonds) in &by_other {
                let zone = stance::of(view.graph, scope, bonds).zone;
                if zone != Zone::None {
                    found.entry((company.min(*other), company.max(*other))).or_insert(zone);
                }
            }
        }
    }
    (count(&at), count(&over_time))
}

fn all_time() -> Option<Asked> {
    let year = |year| PartialDate::new(year, None, None).ok();
    Some(Asked::Between(year(1)?, year(9999)?))
}

/// The times when a company belongs to nobody, each as what must hold together for it.
fn alone(view: &View<'_>, company: CompanyId) -> Vec<Vec<Interval>> {
    if !view.scope.group {
        return vec![Vec::new()];
    }
    let tops = view.graph.groups().tops(view.model(), company, &|_| true);
    tops.into_iter()
        .filter(|top| top.root == company)
        .map(|top| top.parts)
        .collect()
}

fn meet(a: &[Interval], b: &[Interval]) -> bool {
    let all: Vec<Interval> = a.iter().chain(b).copied().collect();
    overlap(&all) != Holds::No
}

fn count(found: &BTreeMap<(CompanyId, CompanyId), Zone>) -> Pairs {
    let mut pairs = Pairs::new();
    for zone in found.values() {
        *pairs.entry(*zone).or_default() += 1;
    }
    pairs
}
