//! The tree of markets with who competes in each.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::View;
use crate::judge::chosen::{Chosen, is_narrow};
use crate::model::{CompanyId, MarketId, Model};
use crate::vocab::Side;

/// A market in the tree of those that a scope lists.
#[derive(Clone, Debug, PartialEq)]
pub struct MarketItem {
    /// The market.
    pub market: MarketId,
    /// How many broader markets of the list contain it.
    pub depth: usize,
    /// Companies with a competitive overlap in it or in a narrower market within the asked time, by id.
    pub companies: Vec<CompanyId>,
}

/// The markets that a scope lists, as a tree, with who competes in each. A market counts for all broader ones.
pub(crate) fn markets(view: &View<'_>, chosen: &[Chosen]) -> Vec<MarketItem> {
    let model = view.model();
    let mut rivals: BTreeMap<MarketId, BTreeSet<CompanyId>> = BTreeMap::new();
    for one in chosen.iter().filter(|one| one.holds()) {
        let relation = &model[one.relation];
        let compete = relation
            .kind()
            .ties
            .iter()
            .filter(|tie| relation.side(tie) == Side::Competition);
        let parties: BTreeSet<CompanyId> = compete
            .flat_map(|tie| relation.pairs(tie))
            .flat_map(|(from, to)| [from, to])
            .collect();
        for market in relation.market.into_iter().flat_map(|market| upwards(model, market)) {
            rivals.entry(market).or_default().extend(&parties);
        }
    }
    let narrow_otherwise = is_narrow(view.scope) && view.scope.market.is_none();
    tree(model, view.scope.market)
        .into_iter()
        .map(|(market, depth)| {
            let mut companies: Vec<CompanyId> = rivals.remove(&market).unwrap_or_default().into_iter().collect();
            companies.sort_by(|a, b| model[*a].id.cmp(&model[*b].id));
            MarketItem {
                market,
                depth,
                companies,
            }
        })
        .filter(|item| !narrow_otherwise || !item.companies.is_empty())
        .collect()
}

/// A market and all broader ones, each once, so that a ring ends.
fn upwards(model: &Model, market: MarketId) -> Vec<MarketId> {
    let mut found = vec![market];
    let mut at = market;
    while let Some(next) = model[at].broader.filter(|next| !found.contains(next)) {
        found.push(next);
        at = next;
    }
    found
}

/// The markets below `root`, or all of them, each after the one that contains it; branches by id.
///
/// Markets in a ring, which the checks report, come last at depth 0.
fn tree(model: &Model, root: Option<MarketId>) -> Vec<(MarketId, usize)> {
    let mut ids: Vec<MarketId> = (0..model.markets.len()).map(MarketId::from).collect();
    // the last pushed comes first
    ids.sort_by(|a, b| model[*b].id.cmp(&model[*a].id));
    let mut below: BTreeMap<Option<MarketId>, Vec<MarketId>> = BTreeMap::new();
    for id in &ids {
        below.entry(model[*id].broader).or_default().push(*id);
    }
    let tops = root.map_or_else(|| below.get(&None).cloned().unwrap_or_default(), |root| vec![root]);
    let mut open: Vec<(MarketId, usize)> = tops.into_iter().map(|id| (id, 0)).collect();
    let mut seen: BTreeSet<MarketId> = BTreeSet::new();
    let mut found = Vec::new();
    while let Some((id, depth)) = open.pop() {
        if seen.insert(id) {
            found.push((id, depth));
            let narrower = below.get(&Some(id)).into_iter().flatten();
            open.extend(narrower.map(|id| (*id, depth + 1)));
        }
    }
    if root.is_none() {
        found.extend(ids.iter().rev().filter(|id| !seen.contains(id)).map(|id| (*id, 0)));
    }
    found
}
