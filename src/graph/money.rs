//! The directed twin of the tie graph: who pays whom, along the direction of money.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, NodeIndex};

use super::bond::Bond;
use super::budget::Meter;
use super::loops::{Loops, loops};
use super::net::Graph;
use super::rolled::Rollup;
use super::ties::by_name;
use super::together::ranges;
use crate::derived::{Standing, Tie, TieEnd};
use crate::model::{CompanyId, Model};
use crate::values::{Day, Interval};
use crate::vocab::{AmountIs, CompanyKind, DistributionMode, Family, FieldName, KindName, Medium, MoneyFlow, Nature};

/// What goes from one company to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Moves {
    /// Capital: an investment, a loan, the price of a business.
    Capital,
    /// Payment for goods, services, licences or a share of revenue.
    Payment,
    /// The company's own shares, or a right to them, that nobody is recorded to have paid for in money.
    Shares,
}

/// A bond along which value moves.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyLeg {
    /// The bond, told from the company that gives.
    pub bond: Bond,
    /// What it gives.
    pub moves: Moves,
}

/// Who pays whom.
///
/// Nodes stand in the order of names. Unnamed classes of firms are left out, as the firm that is paid need not be the one
/// that pays. Building it costs time linear in bonds, times `log n`.
#[derive(Debug)]
pub struct MoneyGraph {
    net: DiGraph<CompanyId, Vec<MoneyLeg>>,
    nodes: BTreeMap<CompanyId, NodeIndex>,
}

impl MoneyGraph {
    /// Builds it from the bonds that `admit` lets in, options and intentions among them, which are not firm.
    ///
    /// Shares are a leg where the owner pays the company for goods or services, or the record says that they were given in
    /// place of money, and no investment by the owner is recorded: then the holding is a price paid, not a thing bought.
    #[must_use]
    pub fn new(graph: &Graph<'_>, rollup: Rollup<'_>, admit: impl Fn(&Bond) -> bool) -> Self {
        let model = graph.model();
        let bonds = graph.rolled(rollup, |tie| {
            let option = model[tie.relation].nature == Nature::Option && is_stake(model, tie);
            match graph.standings().of(tie.relation) {
                Standing::Unbinding if option => {
                    let span = graph.span(tie.relation)?;
                    Some((vec![span.interval], span.presumed_from, false))
                }
                Standing::Intended => graph.intended_time(tie),
                _ => graph.time_of(tie),
            }
        });
        let mut legs: Vec<(CompanyId, MoneyLeg)> = Vec::new();
        let mut stakes: Vec<(CompanyId, Bond)> = Vec::new();
        for (from, bond) in bonds {
            if [from, bond.other]
                .iter()
                .any(|id| model[*id].kind == CompanyKind::Class)
            {
                continue;
            }
            match payer(model, &bond.tie) {
                _ if is_stake(model, &bond.tie) => stakes.push((from, bond)),
                Some((end, moves)) => legs.push(paid(from, bond, end, moves)),
                None => {}
            }
        }
        let pairs = |moves: Moves| {
            legs.iter()
                .filter(|(_, leg)| leg.moves == moves)
                .map(|(from, leg)| (*from, leg.bond.other))
                .collect::<BTreeSet<_>>()
        };
        let (buyers, investors) = (pairs(Moves::Payment), pairs(Moves::Capital));
        let given = stakes.into_iter().filter(|(owner, bond)| {
            let in_place_of_money = model[bond.tie.relation]
                .amounts
                .iter()
                .any(|amount| amount.medium == Some(Medium::Equity));
            let pair = (*owner, bond.other);
            !investors.contains(&pair) && (in_place_of_money || buyers.contains(&pair))
        });
        let given: Vec<_> = given
            .map(|(owner, bond)| paid(owner, bond, TieEnd::To, Moves::Shares))
            .collect();
        legs.extend(given);
        legs.retain(|(_, leg)| admit(&leg.bond));
        Self::of_legs(model, legs)
    }

    fn of_legs(model: &Model, legs: Vec<(CompanyId, MoneyLeg)>) -> Self {
        let companies = legs.iter().flat_map(|(from, leg)| [*from, leg.bond.other]).collect();
        let mut net = DiGraph::default();
        let nodes: BTreeMap<CompanyId, NodeIndex> = by_name(model, companies)
            .into_iter()
            .map(|id| (id, net.add_node(id)))
            .collect();
        let mut pairs: BTreeMap<(NodeIndex, NodeIndex), Vec<MoneyLeg>> = BTreeMap::new();
        for (from, leg) in legs {
            pairs
                .entry((nodes[&from], nodes[&leg.bond.other]))
                .or_default()
                .push(leg);
        }
        for ((from, to), legs) in pairs {
            net.add_edge(from, to, legs);
        }
        Self { net, nodes }
    }

    /// The companies that give to one or that it gives to, by name.
    #[must_use]
    pub fn neighbours(&self, company: CompanyId) -> Vec<CompanyId> {
        let Some(node) = self.nodes.get(&company) else {
            return Vec::new();
        };
        let mut found: Vec<NodeIndex> = self.net.neighbors_undirected(*node).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|node| self.net[node]).collect()
    }

    /// What one company gives another.
    #[must_use]
    pub fn legs(&self, from: CompanyId, to: CompanyId) -> &[MoneyLeg] {
        let edge = self
            .nodes
            .get(&from)
            .zip(self.nodes.get(&to))
            .and_then(|(from, to)| self.net.find_edge(*from, *to));
        edge.map_or(&[], |edge| self.net[edge].as_slice())
    }

    /// The cycles of two to `length` companies whose legs may hold on one day of `window`; with `through` only those of
    /// that company, beginning with it, else each begins with the first of its companies by name.
    ///
    /// The search stops after a million edges or 2,000 cycles, or when the budget is used up, and then says so. Its sources stand at the search itself,
    /// in `measures/cycles.rs`.
    #[must_use]
    pub fn loops(&self, through: Option<CompanyId>, length: usize, window: Interval, meter: &Meter) -> Loops {
        let only = match through {
            Some(company) => match self.nodes.get(&company) {
                Some(node) => Some(*node),
                None => {
                    return Loops {
                        whole: true,
                        ..Loops::default()
                    };
                }
            },
            None => None,
        };
        let held: Vec<Vec<(Day, Day)>> = self
            .net
            .edge_weights()
            .map(|legs| ranges(legs.iter().map(|leg| &leg.bond), Bond::possible))
            .collect();
        loops(&self.net, only, length, window, &held, meter)
    }
}

fn is_stake(model: &Model, tie: &Tie) -> bool {
    model[tie.relation].is(KindName::STAKE)
}

/// A leg from the company at `end` of a bond that is told from its `from` end.
fn paid(from: CompanyId, bond: Bond, end: TieEnd, moves: Moves) -> (CompanyId, MoneyLeg) {
    match end {
        TieEnd::From => (from, MoneyLeg { bond, moves }),
        TieEnd::To => {
            let bond_from_payer = bond.turned(from);
            (
                bond.other,
                MoneyLeg {
                    bond: bond_from_payer,
                    moves,
                },
            )
        }
    }
}

/// The end of a tie that pays, and for what; `None` where no money moves along it, or nobody can say in which direction.
#[must_use]
pub fn payer(model: &Model, tie: &Tie) -> Option<(TieEnd, Moves)> {
    let relation = &model[tie.relation];
    let kind = relation.kind();
    let free = |amount: &crate::model::Amount| amount.medium == Some(Medium::Free);
    if tie.second.is_some()
        || relation.flag(FieldName::MUTUAL)
        || (!relation.amounts.is_empty() && relation.amounts.iter().all(free))
    {
        return None;
    }
    let projection = tie.projection(model);
    let end = match kind.money {
        MoneyFlow::None => return None,
        // what may be called is a promise
        MoneyFlow::OnCall(..) if relation.amounts.iter().all(|amount| amount.is != AmountIs::Paid) => return None,
        MoneyFlow::ByMode => match relation.choice::<DistributionMode>(FieldName::MODE)? {
            DistributionMode::DefaultPlacement => TieEnd::From,
            DistributionMode::Oem | DistributionMode::Resale | DistributionMode::Marketplace => TieEnd::To,
        },
        directed => match directed.roles()? {
            payers_first if payers_first == (projection.from, projection.to) => TieEnd::From,
            payers_last if payers_last == (projection.to, projection.from) => TieEnd::To,
            _ => return None,
        },
    };
    let moves = match kind.family {
        Family::Capital if !relation.is(KindName::REVENUE_SHARE) => Moves::Capital,
        _ => Moves::Payment,
    };
    Some((end, moves))
}
