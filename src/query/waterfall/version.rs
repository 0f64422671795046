//! Which of the contracts that replace one another is asked about.

use crate::derived::Knowledge;
use crate::judge::deals::{is_known, successors, until};
use crate::judge::scope::Asked;
use crate::model::{DealId, Model};
use crate::values::{Holds, Interval, overlap};

/// Why no version of a deal can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoVersion {
    /// No version is known to hold at the asked time; all that are known, oldest first.
    NotInForce(Vec<DealId>),
    /// Several hold within the asked time, or may do so.
    Several(Vec<DealId>),
    /// Nobody says who gets what under this version; those for which somebody does, oldest first.
    NoWaterfall(DealId, Vec<DealId>),
}

/// The version that is shown: the asked one, or with a time the one of its chain of replacements that holds then.
///
/// A version ends with its `until`, or else when one that replaces it is signed. Where several hold within the time, the
/// only one with a waterfall is taken. A version that says nothing of a waterfall does not inherit one.
///
/// # Errors
/// When there is no such version, or it has no waterfall.
pub fn version(model: &Model, asked: DealId, at: Option<Asked>, known: Knowledge) -> Result<DealId, NoVersion> {
    let chain = chain(model, asked, known);
    if at.is_none() && !chain.contains(&asked) {
        return Err(NoVersion::NotInForce(Vec::new()));
    }
    let told: Vec<DealId> = chain
        .iter()
        .copied()
        .filter(|id| !model[*id].waterfall.is_empty())
        .collect();
    let holding: Vec<DealId> = match at {
        None => vec![asked],
        Some(at) => chain
            .iter()
            .copied()
            .filter(|id| holds(model, *id, at, known) > Holds::No)
            .collect(),
    };
    let telling: Vec<DealId> = holding.iter().copied().filter(|id| told.contains(id)).collect();
    match (holding.as_slice(), telling.as_slice()) {
        ([], _) => Err(NoVersion::NotInForce(chain)),
        (_, [one]) => Ok(*one),
        ([.., last], []) => Err(NoVersion::NoWaterfall(*last, told)),
        _ => Err(NoVersion::Several(telling)),
    }
}

fn holds(model: &Model, deal: DealId, at: Asked, known: Knowledge) -> Holds {
    let interval = Interval::between(known.deal(model, &model[deal]).from, until(model, deal, known));
    interval.map_or(Holds::No, |interval| overlap(&[interval, at.window()]))
}

/// All versions of a deal that are known, oldest first. Cost: quadratic in the number of deals of the chain and the model.
fn chain(model: &Model, deal: DealId, known: Knowledge) -> Vec<DealId> {
    let mut chain = vec![deal];
    let mut next = 0;
    while let Some(id) = chain.get(next).copied() {
        let near = model[id].supersedes.iter().copied().chain(successors(model, id));
        for other in near.collect::<Vec<_>>() {
            if !chain.contains(&other) {
                chain.push(other);
            }
        }
        next += 1;
    }
    chain.retain(|id| is_known(model, *id, known));
    chain.sort_by_key(|id| (known.deal(model, &model[*id]).from, *id));
    chain
}
