//! How long after products met one company named the other.

use std::collections::BTreeSet;

use super::Length;
use crate::derived::Standing;
use crate::judge::View;
use crate::judge::asserted::speaks_for;
use crate::judge::when::{When, start};
use crate::model::{Assertion, CompanyId, RelationId, SourceId};
use crate::values::{Holds, Interval};
use crate::vocab::Family;

/// From when products of two companies meet until one names the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Lag {
    /// Who names.
    pub by: CompanyId,
    /// Whom.
    pub other: CompanyId,
    /// The competitive relation.
    pub relation: RelationId,
    /// When the products met: the relation's start.
    pub met: When,
    /// The first time that it is recorded to name the other; `None` where only the other names it.
    pub named: Option<(When, SourceId)>,
    /// The time between, of no length where the naming may have come first; `None` where it surely did.
    pub length: Option<Length>,
}

/// The lags of all competitive relations in both directions, and how many relations no company is recorded to name.
///
/// The record may not have the first naming there was, so that each lag is an upper bound.
pub(super) fn lags(view: &View<'_>, only: Option<CompanyId>, window: Interval) -> (Vec<Lag>, usize) {
    let (model, standings) = (view.model(), view.graph.standings());
    let mut lags = Vec::new();
    let mut unnamed = 0;
    for (id, relation) in model.relations() {
        let shown = relation.kind().family == Family::Competition
            && standings.of(id) == Standing::Counts
            && view.scope.admits(model, standings.confidence(id), id)
            && (!view.scope.firm || standings.is_firm(model, id));
        let Some((met, _)) = start(view.graph, id).filter(|(met, _)| shown && met.within(window) > Holds::No) else {
            continue;
        };
        let pairs: BTreeSet<(CompanyId, CompanyId)> = relation
            .kind()
            .ties
            .iter()
            .flat_map(|tie| relation.pairs(tie))
            .filter(|(a, b)| only.is_none_or(|only| *a == only || *b == only))
            .collect();
        let mut any = false;
        for (a, b) in &pairs {
            let both = [(*a, *b), (*b, *a)].map(|(by, other)| lag(view, id, met, by, other, window));
            if both.iter().any(|lag| lag.named.is_some()) {
                any = true;
                lags.extend(both);
            }
        }
        unnamed += usize::from(!any && !pairs.is_empty());
    }
    let name = |id: CompanyId| model[id].label().to_lowercase();
    lags.sort_by_cached_key(|lag| (name(lag.by), name(lag.other), lag.met, lag.relation));
    (lags, unnamed)
}

fn lag(view: &View<'_>, id: RelationId, met: When, by: CompanyId, other: CompanyId, window: Interval) -> Lag {
    let named = view
        .graph
        .relation(id)
        .asserted()
        .iter()
        .filter(|assertion| speaks_for(view.graph, assertion, by))
        .filter_map(|assertion| Some((said(view, assertion)?, assertion.source)))
        .filter(|(when, _)| when.within(window) > Holds::No)
        .min();
    let length = named.and_then(|(when, _)| {
        let (earliest, latest) = when.days();
        let length = Length::between(met.days(), (earliest, Some(latest)));
        let surely_before = latest < met.days().0;
        (!surely_before).then(|| Length {
            least: length.least.max(0),
            most: length.most.map(|most| most.max(0)),
        })
    });
    Lag {
        by,
        other,
        relation: id,
        met,
        named,
        length,
    }
}

/// When something was said: the date that the record gives, or else that of its source.
fn said(view: &View<'_>, assertion: &Assertion) -> Option<When> {
    let published = || view.model()[assertion.source].published;
    assertion
        .on
        .map(When::On)
        .or_else(|| published().map(|range| When::between(range.first(), range.last())))
}
