//! `cycles [COMPANY]`: money that comes back.

mod leg;
mod table;
#[cfg(test)]
mod tests;
mod wire;

use std::cmp::Reverse;

use crate::graph::{Bond, MoneyGraph, MoneyLeg, Moves, Presence, Runs, together};
use crate::model::CompanyId;
use crate::query::View;
use crate::query::network::{counts, rollup};
use crate::values::Interval;
use crate::vocab::AmountIs;

pub use leg::{Doubt, Leg, Smallest};
pub use table::table;
pub use wire::{Answer, wire};

/// Money that comes back.
#[derive(Clone, Debug)]
pub struct Cycles {
    /// The company it comes back to; `None` for all cycles.
    pub company: Option<CompanyId>,
    /// The most legs that were asked for.
    pub length: usize,
    /// The cycles: capital that returns as orders first, robust ones first, then the shorter, then by name.
    pub cycles: Vec<Cycle>,
    /// Whether these are all; else the search met its bound.
    pub whole: bool,
}

/// What goes around in a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Round {
    /// Capital or shares go one way and come back as payment for goods or services.
    Financed,
    /// Capital or shares only.
    Capital,
    /// Each buys from the next; nobody finances its own sales.
    Trade,
}

/// One cycle, all of whose legs may hold on one day within the asked time.
#[derive(Clone, Debug)]
pub struct Cycle {
    /// The legs in the direction of money, each beginning where the one before ends.
    pub legs: Vec<Leg>,
    /// What goes around.
    pub round: Round,
    /// How surely there is a day on which every leg holds.
    pub together: Presence,
    /// The stretches of days on which every leg holds, as far as they meet the asked time.
    pub runs: Runs,
    /// Whether ties without any doubt close it; else only doubtful ones do.
    pub robust: bool,
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
    let keep: Vec<CompanyId> = company.into_iter().collect();
    let window = view.scope.asked.window();
    let graph = MoneyGraph::new(view.graph, rollup(view, &keep), |bond| counts(view, bond));
    let loops = graph.loops(company, length, window);
    let mut cycles: Vec<Cycle> = loops
        .cycles
        .iter()
        .filter_map(|companies| cycle(view, &graph, companies, window))
        .collect();
    cycles.sort_by_cached_key(|cycle| {
        let names: Vec<String> = cycle
            .legs
            .iter()
            .map(|leg| view.model()[leg.from].label().to_lowercase())
            .collect();
        (
            cycle.round,
            !cycle.robust,
            Reverse(cycle.together),
            cycle.legs.len(),
            names,
        )
    });
    Cycles {
        company,
        length,
        cycles,
        whole: loops.whole,
    }
}

/// The cycle through some companies; `None` when its legs never coexist within the scope.
fn cycle(view: &View<'_>, graph: &MoneyGraph, companies: &[CompanyId], window: Interval) -> Option<Cycle> {
    let next = companies.iter().cycle().skip(1);
    let steps: Vec<(CompanyId, CompanyId)> = companies.iter().copied().zip(next.copied()).collect();
    let all: Vec<&[MoneyLeg]> = steps.iter().map(|(from, to)| graph.legs(*from, *to)).collect();
    let bonds: Vec<Vec<&Bond>> = all
        .iter()
        .map(|legs| legs.iter().map(|leg| &leg.bond).collect())
        .collect();
    let accept = |presence| view.scope.accept(true, presence);
    let together_all = together(&bonds, window, accept);
    if together_all == Presence::No {
        return None;
    }
    let runs = Runs::of(&bonds).within(window);
    let legs: Vec<Leg> = steps
        .iter()
        .zip(&all)
        .map(|((from, to), legs)| {
            let taking_part: Vec<&MoneyLeg> = legs.iter().filter(|leg| runs.meets(&leg.bond)).collect();
            Leg::new(view, *from, *to, &taking_part)
        })
        .collect();
    let solid: Vec<Vec<&Bond>> = bonds
        .iter()
        .map(|leg| {
            leg.iter()
                .copied()
                .filter(|bond| leg::doubts(view, bond).is_empty())
                .collect()
        })
        .collect();
    Some(Cycle {
        round: round(&legs),
        together: together_all,
        robust: together(&solid, window, accept) == Presence::Yes,
        weakest: weakest(&legs),
        smallest: [AmountIs::Paid, AmountIs::Committed]
            .into_iter()
            .find_map(|is| leg::smallest(&legs, is)),
        runs,
        legs,
    })
}

/// Capital must go over one leg and payments over another.
fn round(legs: &[Leg]) -> Round {
    let is_capital = |leg: &Leg| leg.moves.iter().any(|moves| *moves != Moves::Payment);
    let is_payment = |leg: &Leg| leg.moves.contains(&Moves::Payment);
    let apart = legs.iter().enumerate().any(|(at, leg)| {
        is_capital(leg)
            && legs
                .iter()
                .enumerate()
                .any(|(other, leg)| other != at && is_payment(leg))
    });
    match (apart, legs.iter().all(is_payment)) {
        (true, _) => Round::Financed,
        (false, true) => Round::Trade,
        (false, false) => Round::Capital,
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
