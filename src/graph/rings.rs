//! Rings of holdings: companies of which each owns a part of the next.

use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, NodeIndex};

use super::budget::Meter;
use super::loops::{Loops, loops};
use super::net::Graph;
use super::ties::by_name;
use super::together::merged;
use crate::derived::Holding;
use crate::model::CompanyId;
use crate::values::{Day, Interval};

impl Graph<'_> {
    /// The rings of two to `length` companies, each an owner of the next by the holdings that `admit` lets in, all of which may
    /// hold on one day of `window`; with `through` only those of that company, beginning with it, else each begins with the
    /// first of its companies by name. Companies stand for themselves and not for their groups.
    ///
    /// Cost: linear in holdings, then a bounded search, as that of [`MoneyGraph::loops`](super::MoneyGraph::loops).
    #[must_use]
    pub fn rings_of_holdings(
        &self,
        through: Option<CompanyId>,
        length: usize,
        window: Interval,
        meter: &Meter,
        admit: impl Fn(&Holding) -> bool,
    ) -> Loops {
        if meter.spend(self.holdings().iter().count()).is_err() {
            return Loops::default();
        }
        let mut pairs: BTreeMap<(CompanyId, CompanyId), Vec<(Day, Day)>> = BTreeMap::new();
        for holding in self.holdings().iter().filter(|holding| admit(holding)) {
            let days = pairs.entry((holding.owner, holding.owned)).or_default();
            days.push(holding.interval.possible());
        }
        let companies = pairs.keys().flat_map(|(owner, owned)| [*owner, *owned]).collect();
        let mut net: DiGraph<CompanyId, ()> = DiGraph::default();
        let nodes: BTreeMap<CompanyId, NodeIndex> = by_name(self.model(), companies)
            .into_iter()
            .map(|id| (id, net.add_node(id)))
            .collect();
        let mut held = Vec::new();
        for ((owner, owned), days) in pairs {
            net.add_edge(nodes[&owner], nodes[&owned], ());
            held.push(merged(days));
        }
        let through = through.map(|id| nodes.get(&self.groups().identity().root(id)).copied());
        match through {
            Some(None) => Loops {
                whole: true,
                ..Loops::default()
            },
            only => loops(&net, only.flatten(), length, window, &held, meter),
        }
    }
}
