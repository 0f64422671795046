//! Which contract replaces which, and what was known of one.

use crate::derived::{Cited, Knowledge};
use crate::model::{Citation, DealId, Ending, Model, Tranche};
use crate::values::PartialDate;

/// The deals that replace a deal, directly.
#[must_use]
pub(crate) fn successors(model: &Model, deal: DealId) -> Vec<DealId> {
    let all = model.deals.iter().enumerate();
    let later = all.filter(|(_, later)| later.supersedes.contains(&deal));
    later.map(|(at, _)| DealId::from(at)).collect()
}

/// When a version stops holding.
#[must_use]
pub(crate) fn until(model: &Model, deal: DealId, known: Knowledge) -> Option<PartialDate> {
    let replaced = successors(model, deal)
        .into_iter()
        .filter(|later| is_known(model, *later, known))
        .filter_map(|later| known.deal(model, &model[later]).from)
        .min();
    known.deal(model, &model[deal]).to.or(replaced)
}

/// Whether some source of the deal was published.
pub(crate) fn is_known(model: &Model, deal: DealId, known: Knowledge) -> bool {
    Cited::new(model, known, &model[deal].sources).is_known()
}

/// Whether for each part of a tranche some source was published; where a part has none, those of the tranche or else of
/// the deal stand in.
pub(crate) fn is_told(model: &Model, deal: DealId, tranche: &Tranche, known: Knowledge) -> bool {
    let told = |sources: &[Citation]| Cited::new(model, known, sources).is_known();
    let shares = if tranche.sources.is_empty() {
        is_known(model, deal, known)
    } else {
        told(&tranche.sources)
    };
    let until = match &tranche.ending {
        Some(Ending::Receives { sources, .. }) => told(sources),
        _ => true,
    };
    shares && until && told(&tranche.caps_sources)
}
