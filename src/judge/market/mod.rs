//! Companies whose products meet in a market.

mod tree;

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Presence;
use crate::judge::View;
use crate::model::{CompanyId, MarketId, Model, Product, ProductId};
use crate::values::{Day, Interval, PartialDate};
use crate::vocab::{CompanyKind, Side};

pub use tree::MarketItem;
pub(crate) use tree::markets;

/// Products of two companies that meet in markets in which nobody is recorded to say that the two compete.
///
/// It says that both sell in one market as the data divide markets, not that they are rivals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The other company, rolled up.
    pub company: CompanyId,
    /// Where they meet, in the order of the markets' ids.
    pub markets: Vec<Shared>,
}

/// A market in which products of two companies meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The market; of a market and a narrower one the broader.
    pub market: MarketId,
    /// Whether some of the products are on offer on one day of the asked time.
    pub presence: Presence,
    /// The first company's products there.
    pub mine: Vec<ProductId>,
    /// The other company's.
    pub theirs: Vec<ProductId>,
}

/// A product on offer for a company's group within the asked time.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    pub(crate) product: ProductId,
    pub(crate) market: MarketId,
    parts: Vec<Interval>,
}

/// When a product is on offer.
///
/// Without a start it began some day from its company's founding to the first of its sources, as a relation does.
fn available(view: &View<'_>, product: &Product) -> Option<Interval> {
    let (model, known) = (view.model(), view.graph.known());
    let company = &model[product.company];
    let dates = known.product(model, product);
    let (end, ended) = dates.interval()?.end();
    let life = known.company(company);
    let last = life.to.map_or(Day::MAX, PartialDate::last);
    let (from, by) = match dates.from {
        Some(since) => (since.first(), since.last()),
        None if known.awaits(model, product) => return None,
        None => {
            let sources = view.graph.cited(&product.sources).sources();
            let seen = sources.into_iter().filter_map(|id| model[id].surely_published());
            let founded = life.from.map_or(Day::MIN, PartialDate::first);
            (founded, seen.min().unwrap_or(Day::MAX).max(founded))
        }
    };
    Interval::new(from, by, end.min(last), ended.min(last))
}

/// The products of some companies that are, or may be, on offer within the asked time and scope; each company with what must
/// hold for it to stand for its group.
pub(crate) fn offers(view: &View<'_>, companies: &[(CompanyId, Vec<Interval>)]) -> Vec<Offer> {
    let model = view.model();
    let window = view.scope.asked.window();
    let mut found = Vec::new();
    for (company, membership) in companies {
        for id in &model[*company].products {
            let product = &model[*id];
            let admitted = view
                .scope
                .market
                .is_none_or(|market| model.market_within(product.market, market));
            let known = view.graph.cited(&product.sources).is_known();
            let Some(time) = available(view, product).filter(|_| admitted && known) else {
                continue;
            };
            let parts: Vec<Interval> = membership.iter().copied().chain([time]).collect();
            if Presence::of(&parts, Day::MAX, window) > Presence::No {
                found.push(Offer {
                    product: *id,
                    market: product.market,
                    parts,
                });
            }
        }
    }
    found
}

/// The market in which two meet: one and the same, or the broader of a market and a narrower one.
pub(crate) fn common(model: &Model, a: MarketId, b: MarketId) -> Option<MarketId> {
    if model.market_within(a, b) {
        Some(b)
    } else if model.market_within(b, a) {
        Some(a)
    } else {
        None
    }
}

/// The markets in which some offers meet others on one day.
pub(crate) fn shared(view: &View<'_>, mine: &[Offer], theirs: &[Offer]) -> Vec<Shared> {
    let window = view.scope.asked.window();
    let mut found: BTreeMap<MarketId, (Presence, BTreeSet<ProductId>, BTreeSet<ProductId>)> = BTreeMap::new();
    for a in mine {
        for b in theirs {
            let Some(market) = common(view.model(), a.market, b.market) else {
                continue;
            };
            let parts: Vec<Interval> = a.parts.iter().chain(&b.parts).copied().collect();
            let presence = Presence::of(&parts, Day::MAX, window);
            if presence > Presence::No {
                let entry = found
                    .entry(market)
                    .or_insert((Presence::No, BTreeSet::new(), BTreeSet::new()));
                entry.0 = entry.0.max(presence);
                entry.1.insert(a.product);
                entry.2.insert(b.product);
            }
        }
    }
    found
        .into_iter()
        .map(|(market, (presence, mine, theirs))| Shared {
            market,
            presence,
            mine: mine.into_iter().collect(),
            theirs: theirs.into_iter().collect(),
        })
        .collect()
}

/// Leaves out the markets that one of `asserted`, those of recorded competition, is or contains or is contained in.
pub(crate) fn unsaid(model: &Model, shared: Vec<Shared>, asserted: &[MarketId]) -> Vec<Shared> {
    let said = |market: MarketId| asserted.iter().any(|other| common(model, market, *other).is_some());
    shared.into_iter().filter(|shared| !said(shared.market)).collect()
}

/// The companies whose products meet a company's in markets where no competition of the two is recorded within the asked
/// time, whatever kinds, cases and grades the scope keeps; by name.
///
/// Cost: the bonds of the company's group, and its products times all others.
#[must_use]
pub fn unasserted(view: &View<'_>, company: CompanyId) -> Vec<Meeting> {
    let model = view.model();
    let window = view.scope.asked.window();
    let own = view.graph.groups().members(company, view.scope.group);
    let mine = offers(view, &own);
    let mut asserted: BTreeMap<CompanyId, Vec<MarketId>> = BTreeMap::new();
    let bonds = view.graph.bonds(company, view.scope.group);
    view.pay(bonds.len());
    for bond in bonds {
        if bond.side() == Side::Competition && bond.presence(window) > Presence::No {
            let market = model[bond.tie.relation].market;
            asserted.entry(bond.other).or_default().extend(market);
        }
    }
    let mut found: Vec<Meeting> = others(view, company)
        .into_iter()
        .filter_map(|(other, members)| {
            let theirs = offers(view, &members);
            let none = Vec::new();
            let asserted = asserted.get(&other).unwrap_or(&none);
            let markets = unsaid(model, shared(view, &mine, &theirs), asserted);
            (!markets.is_empty()).then_some(Meeting {
                company: other,
                markets,
            })
        })
        .collect();
    found.sort_by_cached_key(|meeting| (model[meeting.company].label().to_lowercase(), meeting.company));
    found
}

/// The markets of the products of a company's group with all broader and narrower ones that are here: whatever the group's
/// products meet stands in one of them.
#[must_use]
pub(crate) fn met(view: &View<'_>, company: CompanyId) -> Vec<MarketId> {
    let model = view.model();
    let members = view.members(company).into_iter();
    let own: BTreeSet<MarketId> = members
        .flat_map(|id| &model[id].products)
        .map(|id| model[*id].market)
        .collect();
    let all = (0..model.markets.len()).map(MarketId::from);
    all.filter(|market| own.iter().any(|one| common(model, *market, *one).is_some()))
        .collect()
}

/// Every company with products, rolled up as counterparties are, with its members; without what surely is one group with
/// the asked one.
fn others(view: &View<'_>, company: CompanyId) -> BTreeMap<CompanyId, Vec<(CompanyId, Vec<Interval>)>> {
    let model = view.model();
    let window = view.scope.asked.window();
    let ancestors: Vec<CompanyId> = view
        .graph
        .groups()
        .ancestors(company, view.scope.group)
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    let may = |id: CompanyId| id == company || !ancestors.contains(&id);
    let mut found: BTreeMap<CompanyId, Vec<(CompanyId, Vec<Interval>)>> = BTreeMap::new();
    let sells = |id: CompanyId| model[id].kind != CompanyKind::Class && !model[id].products.is_empty();
    for (id, _) in model.companies().filter(|(id, _)| sells(*id)) {
        for top in view.graph.groups().tops(model, id, view.scope.group, &may) {
            found.entry(top.root).or_default().push((id, top.parts));
        }
    }
    found.remove(&company);
    found.retain(|other, _| {
        let together = view.one_group(company, *other);
        !together
            .iter()
            .any(|parts| Presence::of(parts, Day::MAX, window) == Presence::Yes)
    });
    found
}

#[cfg(test)]
mod tests;
