//! Which contract replaces which, and what was known of one.

use crate::derived::Knowledge;
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
        .filter_map(|later| model[later].signed)
        .min();
    model[deal].until.filter(|date| known.reaches(*date)).or(replaced)
}

/// Whether some source of the deal was published.
pub(crate) fn is_known(model: &Model, deal: DealId, known: Knowledge) -> bool {
    let cited = &model[deal].sources;
    cited.iter().any(|citation| known.has(&model[citation.source]))
}

/// Whether for each part of a tranche some source was published; where a part has none, those of the tranche or else of
/// the deal stand in.
pub(crate) fn is_told(model: &Model, deal: DealId, tranche: &Tranche, known: Knowledge) -> bool {
    let told = |sources: &[Citation]| sources.iter().any(|citation| known.has(&model[citation.source]));
    let shares = if tranche.sources.is_empty() {
        is_known(model, deal, known)
    } else {
        told(&tranche.sources)
    };
    let until = match &tranche.until {
        Some(Ending::Receives { sources, .. }) => sources.is_empty() || told(sources),
        _ => true,
    };
    shares && until && (tranche.caps_sources.is_empty() || told(&tranche.caps_sources))
}
