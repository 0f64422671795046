//! Cycles of companies whose legs may hold on one day.

use petgraph::graph::{DiGraph, NodeIndex};

use super::budget::Meter;
use super::measures::cycles::{Bounds, cycles};
use super::together::meeting;
use crate::model::CompanyId;
use crate::values::{Day, Interval};

/// Cycles of a directed graph of companies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loops {
    /// Each as its companies in the direction of its legs.
    pub cycles: Vec<Vec<CompanyId>>,
    /// Whether these are all: the search came to its end within its bounds.
    pub whole: bool,
}

/// The most edges that one search for cycles tries.
const STEPS: usize = 1_000_000;
/// The most cycles that one search returns.
const CYCLES: usize = 2_000;

/// The cycles of two to `length` companies whose legs may hold on one day of `window`, `held` telling the days of each edge;
/// with `through` only those of that company, beginning with it, else each begins with its first node.
///
/// The search stops after a million edges or 2,000 cycles, or when the budget is used up, and then says so. Its sources
/// stand at the search itself, in `measures/cycles.rs`.
pub(super) fn loops<E>(
    net: &DiGraph<CompanyId, E>,
    through: Option<NodeIndex>,
    length: usize,
    window: Interval,
    held: &[Vec<(Day, Day)>],
    meter: &Meter,
) -> Loops {
    let days = vec![window.possible()];
    let common = |path: &[NodeIndex], closed: bool| {
        let back = closed.then(|| (path[path.len() - 1], path[0]));
        let steps = path.windows(2).map(|step| (step[0], step[1])).chain(back);
        let legs = steps.map(|(from, to)| match net.find_edge(from, to) {
            Some(edge) => held[edge.index()].clone(),
            None => Vec::new(),
        });
        !meeting(std::iter::once(days.clone()).chain(legs)).is_empty()
    };
    let mut found = Vec::new();
    let bounds = Bounds { length, steps: STEPS };
    let whole = cycles(
        net,
        through,
        bounds,
        meter,
        |path| common(path, false),
        |path| {
            if common(path, true) {
                found.push(path.iter().map(|node| net[*node]).collect());
            }
            found.len() < CYCLES
        },
    );
    Loops { cycles: found, whole }
}
