//! Which relations a question is about, whether or not they hold.

use crate::derived::Standing;
use crate::graph::Presence;
use crate::judge::{Scope, View};
use crate::model::RelationId;

/// A relation that passes the filters of a scope, whether or not it holds within the asked time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The relation.
    pub relation: RelationId,
    /// Whether and how it holds within the asked time; [`Presence::No`] also where nothing tells its time.
    pub presence: Presence,
    /// Whether it counts, and why not.
    pub standing: Standing,
}

impl Chosen {
    /// Whether it holds and counts.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.presence > Presence::No && self.standing == Standing::Counts
    }
}

/// The known relations that pass the filters of the scope other than its time, in the order of the model.
///
/// Cost: linear in relations.
pub(crate) fn chosen(view: &View<'_>) -> Vec<Chosen> {
    let (model, standings) = (view.model(), view.graph.standings());
    let window = view.scope.asked.window();
    let passes = |id: RelationId| {
        standings.of(id) != Standing::Unknown
            && view.scope.admits(model, standings.confidence(id), id)
            && (!view.scope.firm || standings.is_firm(model, id))
    };
    if view.meter.spend(model.relations.len()).is_err() {
        return Vec::new();
    }
    model
        .relations()
        .filter(|(id, _)| passes(*id))
        .map(|(id, _)| Chosen {
            relation: id,
            presence: view
                .scope
                .accept(standings.is_firm(model, id), view.graph.presence(id, window)),
            standing: standings.of(id),
        })
        .collect()
}

/// Whether a scope leaves out some records whatever their time, so that a list shows only what has a relation in it.
pub(crate) const fn is_narrow(scope: &Scope) -> bool {
    is_filtered(scope) || scope.firm
}

/// Whether a scope has a filter: it chooses relations by what they are, or by their case.
pub(crate) const fn is_filtered(scope: &Scope) -> bool {
    chooses_relations(scope) || scope.case.is_some()
}

/// Whether a scope chooses relations by what they are, so that an answer about them shows nothing else.
pub(crate) const fn chooses_relations(scope: &Scope) -> bool {
    !scope.kinds.is_empty()
        || !scope.except_kinds.is_empty()
        || scope.market.is_some()
        || scope.min_confidence.is_some()
}
