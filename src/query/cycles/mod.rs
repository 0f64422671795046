//! `cycles [COMPANY]`: money that comes back.

mod leg;
mod request;
mod ring_table;
mod rings;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::graph::{Bond, MoneyGraph, MoneyLeg, Moves, Presence, Runs, together};
use crate::judge::View;
use crate::judge::network::{ball, counts, rollup};
use crate::judge::sums::Ledger;
use crate::model::CompanyId;
use crate::values::Interval;
use crate::vocab::AmountIs;

pub use leg::{Doubt, Leg, Smallest};
pub use request::{Of, Request};
pub use rings::Ring;
pub use table::table;
pub use wire::{Answer, wire};

/// Money that comes back, or holdings that do.
#[derive(Clone, Debug)]
pub struct Cycles {
    /// What goes around.
    pub of: Of,
    /// The company it comes back to; `None` for all cycles.
    pub company: Option<CompanyId>,
    /// The most legs that were asked for.
    pub length: usize,
    /// The cycles: capital that returns as orders first, robust ones first, then the shorter, then by name.
    pub cycles: Vec<Cycle>,
    /// Of holdings, the rings: the surest first, then the shorter, then by name.
    pub rings: Vec<Ring>,
    /// Whether these are all; else the search met its bound.
    pub whole: bool,
}

/// What goes around in a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Round {
    /// Capital or shares go one way and come back as payment for goods or services.
    Financed,
    /// Capital or shares only.
    Capital,
    /// Each buys from the next; nobody finances its own sales.
    Trade,
}

/// One cycle over one stretch of days within the asked time, on each of which all of its legs may hold. Companies between which
/// money went around, ceased to, and does again are in two.
#[derive(Clone, Debug)]
pub struct Cycle {
    /// The legs in the direction of money, each beginning where the one before ends.
    pub legs: Vec<Leg>,
    /// What goes around.
    pub round: Round,
    /// How surely there is a day on which every leg holds.
    pub together: Presence,
    /// The stretch, and the days of it on which every leg surely holds.
    pub runs: Runs,
    /// What goes around along ties without any doubt; `None` where such ties do not close it.
    pub firm: Option<Round>,
    /// The position of the leg with the worst doubt, or else the least support; `None` where all are alike.
    pub weakest: Option<usize>,
    /// The leg with the least money, where every leg has an amount of one kind and currency.
    pub smallest: Option<Smallest>,
}

/// Finds the elementary cycles of two to `length` companies along the direction of money.
///
/// Legs must hold on one common day within the asked time, by the same judge as everything else. Cost: the money graph,
/// then a bounded search (see [`MoneyGraph::loops`]).
#[must_use]
pub fn cycles(view: &View<'_>, company: Option<CompanyId>, length: usize) -> Cycles {
    let window = view.scope.asked.window();
    let graph = network(view, company);
    let loops = graph.loops(company, length, window, view.meter);
    let mut cycles: Vec<Cycle> = loops
        .cycles
        .iter()
        .flat_map(|companies| stretches(view, &graph, companies, window))
        .collect();
    cycles.sort_by_cached_key(|cycle| {
        let names: Vec<String> = cycle
            .legs
            .iter()
            .map(|leg| view.model()[leg.from].label().to_lowercase())
            .collect();
        (
            cycle.round,
            !cycle.is_robust(),
            Reverse(cycle.together),
            cycle.legs.len(),
            names,
        )
    });
    let mut found = Cycles {
        of: Of::Money,
        rings: Vec::new(),
        company,
        length,
        cycles,
        whole: loops.whole && !view.meter.is_over(),
    };
    let ledger = found.ledger(view);
    for cycle in &mut found.cycles {
        cycle.legs.iter_mut().for_each(|leg| leg.add_up(&ledger));
        cycle.smallest = [AmountIs::Paid, AmountIs::Committed]
            .into_iter()
            .find_map(|is| leg::smallest(&cycle.legs, is));
    }
    found
}

/// Finds the rings of two to `length` companies of which each owns a part of the next.
///
/// All holdings of a ring must hold on one common day within the asked time. Companies stand for themselves. Cost: linear in
/// holdings, then a bounded search.
#[must_use]
pub fn rings_of_holdings(view: &View<'_>, company: Option<CompanyId>, length: usize) -> Cycles {
    let (rings, whole) = rings::rings(view, company, length);
    Cycles {
        of: Of::Holdings,
        company,
        length,
        cycles: Vec::new(),
        rings,
        whole: whole && !view.meter.is_over(),
    }
}

impl Cycles {
    /// Whether nothing goes around.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cycles.is_empty() && self.rings.is_empty()
    }

    /// The sums of the amounts of its legs.
    #[must_use]
    pub fn ledger<'g>(&self, view: &View<'g>) -> Ledger<'g> {
        let legs = self.cycles.iter().flat_map(|cycle| &cycle.legs);
        Ledger::of(view, legs.flat_map(|leg| &leg.step.ties))
    }
}

fn network(view: &View<'_>, company: Option<CompanyId>) -> MoneyGraph {
    let keep: Vec<CompanyId> = company.into_iter().collect();
    MoneyGraph::new(view.graph, rollup(view, &keep), |bond| counts(view, bond))
}

/// The companies whose ties decide which cycles of a company there are: with all ties known of those within `n` steps every
/// cycle of up to `2n + 2` legs is known.
pub(super) fn around(view: &View<'_>, company: CompanyId, length: usize) -> BTreeSet<CompanyId> {
    let graph = network(view, Some(company));
    ball(&[company], length.saturating_sub(1) / 2, |id| graph.neighbours(id))
}

impl Cycle {
    /// Whether the same goes around without any doubtful tie.
    #[must_use]
    pub fn is_robust(&self) -> bool {
        self.firm == Some(self.round)
    }
}

/// The cycles through some companies, one for each stretch of days on which all legs may hold: what ended before a stretch began
/// is no leg of it.
fn stretches(view: &View<'_>, graph: &MoneyGraph, companies: &[CompanyId], window: Interval) -> Vec<Cycle> {
    let next = companies.iter().cycle().skip(1);
    let steps: Vec<(CompanyId, CompanyId)> = companies.iter().copied().zip(next.copied()).collect();
    let all: Vec<Vec<&MoneyLeg>> = steps
        .iter()
        .map(|(from, to)| graph.legs(*from, *to).iter().collect())
        .collect();
    let bonds: Vec<Vec<&Bond>> = all
        .iter()
        .map(|legs| legs.iter().map(|leg| &leg.bond).collect())
        .collect();
    let runs = Runs::of(&bonds).within(window).each();
    runs.into_iter()
        .filter_map(|run| cycle(view, &steps, &all, run, window))
        .collect()
}

/// The cycle of some legs in one stretch of days; `None` when they never coexist then within the scope.
fn cycle(
    view: &View<'_>,
    steps: &[(CompanyId, CompanyId)],
    all: &[Vec<&MoneyLeg>],
    runs: Runs,
    window: Interval,
) -> Option<Cycle> {
    let all: Vec<Vec<&MoneyLeg>> = all
        .iter()
        .map(|legs| legs.iter().copied().filter(|leg| runs.meets(&leg.bond)).collect())
        .collect();
    let judge = |bonds: &[Vec<&Bond>]| together(bonds, window, |presence| view.scope.accept(true, presence));
    let bonds: Vec<Vec<&Bond>> = all
        .iter()
        .map(|legs| legs.iter().map(|leg| &leg.bond).collect())
        .collect();
    let round = round(&all, |bonds| judge(bonds) > Presence::No)?;
    let solid: Vec<Vec<&MoneyLeg>> = all
        .iter()
        .map(|legs| {
            let mut legs = legs.clone();
            legs.retain(|found| leg::doubts(view, &found.bond).is_empty());
            legs
        })
        .collect();
    let legs: Vec<Leg> = steps
        .iter()
        .zip(&all)
        .map(|((from, to), legs)| Leg::new(view, *from, *to, legs))
        .collect();
    Some(Cycle {
        round,
        together: judge(&bonds),
        firm: self::round(&solid, |bonds| judge(bonds) == Presence::Yes),
        weakest: weakest(&legs),
        smallest: None,
        runs,
        legs,
    })
}

/// What goes around: the first of [`Round::ALL`] of which one tie a leg coexist, in the eyes of `holds`.
///
/// Financed needs capital on one leg and a payment on another at the same time; cost: the square of the legs.
fn round(legs: &[Vec<&MoneyLeg>], holds: impl Fn(&[Vec<&Bond>]) -> bool) -> Option<Round> {
    let chosen = |wanted: &dyn Fn(usize, &MoneyLeg) -> bool| {
        let bonds: Vec<Vec<&Bond>> = legs
            .iter()
            .enumerate()
            .map(|(at, legs)| legs.iter().filter(|leg| wanted(at, leg)).map(|leg| &leg.bond).collect())
            .collect();
        bonds.iter().all(|leg: &Vec<&Bond>| !leg.is_empty()) && holds(&bonds)
    };
    let is_payment = |leg: &MoneyLeg| leg.moves == Moves::Payment;
    let financed = (0..legs.len()).any(|capital| {
        (0..legs.len())
            .filter(|payment| *payment != capital)
            .any(|payment| chosen(&|at, leg| (at != capital || !is_payment(leg)) && (at != payment || is_payment(leg))))
    });
    if financed {
        Some(Round::Financed)
    } else if chosen(&|_, leg| !is_payment(leg)) {
        Some(Round::Capital)
    } else {
        chosen(&|_, leg| is_payment(leg)).then_some(Round::Trade)
    }
}

fn weakest(legs: &[Leg]) -> Option<usize> {
    let weakness = |leg: &Leg| (leg.doubts.iter().max().copied(), Reverse(leg.confidence));
    let worst = legs.iter().map(weakness).max()?;
    if legs.iter().all(|leg| weakness(leg) == worst) {
        return None;
    }
    legs.iter().position(|leg| weakness(leg) == worst)
}

impl Round {
    /// All, in the order of answers.
    pub const ALL: [Self; 3] = [Self::Financed, Self::Capital, Self::Trade];

    /// The name for data formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Financed => "financed",
            Self::Capital => "capital",
            Self::Trade => "trade",
        }
    }
}
