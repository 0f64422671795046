//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::{Cut, Dependence, Edge, Line, Need};
use crate::judge::View;
use crate::judge::sums::Ledger;
use crate::model::CompanyId;
use crate::request::Told;
use crate::tell::network::CompanyWire;
use crate::tell::sums::{SumWire, TotalWire};
use crate::tell::wire::TieWire;

/// The answer as JSON, `frenemy/depends/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The company.
    pub company: CompanyWire,
    /// Whether the edges lead to those that depend on it.
    pub reverse: bool,
    /// The most levels.
    pub depth: usize,
    /// The edges of the tree, the nearer levels first.
    pub edges: Vec<EdgeWire>,
    /// What the amounts of their ties come to.
    pub sums: Vec<TotalWire>,
    /// Relations with the company that are no dependence: options, guarantees, rights of first refusal.
    pub no_dependence: Vec<String>,
}

impl Told for Answer {
    const NAME: &'static str = "depends";
}

/// One company depends on another.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct EdgeWire {
    /// Its level, from 1.
    pub level: usize,
    /// The position of the edge above it; `null` at the first level.
    pub above: Option<usize>,
    /// Who depends.
    pub dependent: String,
    /// On whom.
    pub on: String,
    /// Why the tree ends here, where it could go on: `cycle`, `elsewhere` or `depth`.
    pub cut: Option<Cut>,
    /// For what.
    pub needs: Vec<NeedWire>,
}

/// Ties of one need and one kind.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct NeedWire {
    /// `technology`, `supply`, `capital`, `channel` or `revenue`.
    pub need: Need,
    /// Whether nobody else is recorded to give it this sort of thing.
    pub only_one_recorded: bool,
    /// Whether it is bound to deal with nobody else.
    pub exclusive: bool,
    /// What was promised for the future.
    pub committed: Vec<SumWire>,
    /// Which part of somebody's total it is.
    pub concentration: Vec<ConcentrationWire>,
    /// The ties, told from the company that depends.
    pub ties: Vec<TieWire>,
}

/// A part of somebody's total.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct ConcentrationWire {
    /// How much, in percent, as recorded.
    pub share: String,
    /// Whose total.
    pub whose: String,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Dependence) -> Answer {
    let ledger = found.ledger(view);
    Answer {
        company: CompanyWire::of(view, found.company),
        reverse: found.reverse,
        depth: found.depth,
        edges: found.edges.iter().map(|found| edge(view, &ledger, found)).collect(),
        sums: TotalWire::all(view, &ledger),
        no_dependence: found
            .unbinding
            .iter()
            .map(|id| view.model()[*id].id.to_string())
            .collect(),
    }
}

fn edge(view: &View<'_>, ledger: &Ledger<'_>, edge: &Edge) -> EdgeWire {
    EdgeWire {
        level: edge.level,
        above: edge.above,
        dependent: id(view, edge.dependent),
        on: id(view, edge.on),
        cut: edge.cut,
        needs: edge.lines.iter().map(|found| need(view, ledger, found)).collect(),
    }
}

fn id(view: &View<'_>, company: CompanyId) -> String {
    view.model()[company].id.to_string()
}

fn need(view: &View<'_>, ledger: &Ledger<'_>, line: &Line) -> NeedWire {
    NeedWire {
        need: line.need,
        only_one_recorded: line.only_one,
        exclusive: line.bound,
        committed: SumWire::all(view, &line.committed),
        concentration: line
            .concentration
            .iter()
            .map(|(share, whose)| ConcentrationWire {
                share: share.to_string(),
                whose: id(view, *whose),
            })
            .collect(),
        ties: line.ties.iter().map(|tie| TieWire::of(view, ledger, tie)).collect(),
    }
}
