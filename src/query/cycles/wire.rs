//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::table::since;
use super::{Cycle, Cycles, Doubt, Leg, Round};
use crate::graph::Moves;
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::sums::Ledger;
use crate::request::Told;
use crate::tell::money_wire::MoneyWire;
use crate::tell::network::CompanyWire;
use crate::tell::sums::{SumWire, TotalWire};
use crate::tell::wire::{BoundaryWire, TieWire};
use crate::values::Day;
use crate::vocab::{AmountIs, Medium};

/// The answer as JSON, `frenemy/cycles/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The company the money comes back to; `null` for all cycles.
    pub company: Option<CompanyWire>,
    /// The most legs of a cycle.
    pub max_len: usize,
    /// Whether these are all cycles; `false` when the search met its bound.
    pub complete: bool,
    /// The cycles.
    pub cycles: Vec<CycleWire>,
    /// What the amounts of all their legs come to.
    pub sums: Vec<TotalWire>,
}

impl Told for Answer {
    const NAME: &'static str = "cycles";
}

/// A cycle.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CycleWire {
    /// Its companies in the direction of money; the last gives to the first.
    pub companies: Vec<String>,
    /// `financed`, `capital` or `trade`.
    pub round: Round,
    /// How surely all legs hold on one day: `yes`, `maybe` or `presumed`.
    pub holds: Presence,
    /// Whether the same goes around along ties without any doubt.
    pub robust: bool,
    /// What goes around along such ties alone; `null` where they do not close the cycle.
    pub firm_round: Option<Round>,
    /// When the last stretch began in which all legs surely hold; `null` where none is certain.
    pub since: Option<BoundaryWire>,
    /// The stretches in which all legs surely hold.
    pub windows: Vec<WindowWire>,
    /// The position of the weakest leg; `null` where all are alike.
    pub weakest_leg: Option<usize>,
    /// The leg with the least money; `null` where amounts are missing or unlike.
    pub smallest_leg: Option<SmallestWire>,
    /// Its legs.
    pub legs: Vec<LegWire>,
}

/// A stretch of days.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct WindowWire {
    /// The first day; `null` for "from before the record".
    pub from: Option<String>,
    /// The first day without it; `null` where no end is known.
    pub until: Option<String>,
}

/// The leg with the least money.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SmallestWire {
    /// Its position.
    pub leg: usize,
    /// What the amounts compared are.
    pub is: AmountIs,
    /// The amount.
    pub money: MoneyWire,
}

/// A leg.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct LegWire {
    /// Who gives.
    pub from: String,
    /// Who receives.
    pub to: String,
    /// `capital`, `payment` and `shares`, as they occur.
    pub moves: Vec<Moves>,
    /// In what amounts were given, as far as recorded.
    pub media: Vec<Medium>,
    /// The doubts of its least doubtful tie; empty where one tie is beyond doubt.
    pub doubts: Vec<Doubt>,
    /// Amounts, those of one kind added up, capital and payments apart.
    pub amounts: Vec<FlowWire>,
    /// How many relations have no amount.
    pub without_amount: usize,
    /// Its ties, told from the company that gives.
    pub ties: Vec<TieWire>,
}

/// The amounts of one sort of flow.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FlowWire {
    /// `capital`, `payment` or `shares`.
    pub moves: Moves,
    /// The sums.
    pub sums: Vec<SumWire>,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Cycles) -> Answer {
    let ledger = found.ledger(view);
    Answer {
        company: found.company.map(|id| CompanyWire::of(view, id)),
        max_len: found.length,
        complete: found.whole,
        cycles: found.cycles.iter().map(|cycle| one(view, &ledger, cycle)).collect(),
        sums: TotalWire::all(view, &ledger),
    }
}

fn one(view: &View<'_>, ledger: &Ledger<'_>, cycle: &Cycle) -> CycleWire {
    let day = |day: Day| day.to_date().map(|_| day.to_string());
    CycleWire {
        companies: cycle
            .legs
            .iter()
            .map(|leg| view.model()[leg.from].id.to_string())
            .collect(),
        round: cycle.round,
        holds: cycle.together,
        robust: cycle.is_robust(),
        firm_round: cycle.firm,
        since: since(view.graph, cycle).map(|boundary| BoundaryWire::of(view, &boundary)),
        windows: cycle
            .runs
            .sure
            .iter()
            .map(|(from, until)| WindowWire {
                from: day(*from),
                until: day(*until),
            })
            .collect(),
        weakest_leg: cycle.weakest,
        smallest_leg: cycle.smallest.map(|found| SmallestWire {
            leg: found.leg,
            is: found.is,
            money: MoneyWire::of(found.money),
        }),
        legs: cycle.legs.iter().map(|found| leg(view, ledger, found)).collect(),
    }
}

fn leg(view: &View<'_>, ledger: &Ledger<'_>, leg: &Leg) -> LegWire {
    let amounts = leg.sums.iter().map(|(moves, sums)| FlowWire {
        moves: *moves,
        sums: SumWire::all(view, sums),
    });
    LegWire {
        from: view.model()[leg.from].id.to_string(),
        to: view.model()[leg.to].id.to_string(),
        moves: leg.moves.iter().copied().collect(),
        media: leg.media.iter().copied().collect(),
        doubts: leg.doubts.iter().copied().collect(),
        amounts: amounts.collect(),
        without_amount: leg.without_amount,
        ties: leg.step.ties.iter().map(|tie| TieWire::of(view, ledger, tie)).collect(),
    }
}
