//! What somebody owns of a company, within a scope.

use super::chosen::is_filtered;
use super::view::View;
use crate::derived::{Cause, Holding};
use crate::graph::Presence;

/// A holding within the asked time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Owning {
    /// The holding, as dates alone tell it.
    pub holding: Holding,
    /// Whether and how it holds within the asked time.
    pub presence: Presence,
}

impl Owning {
    /// A holding that the scope admits and that holds in some way within the asked time.
    #[must_use]
    pub fn of(view: &View<'_>, holding: &Holding) -> Option<Self> {
        let window = view.scope.asked.window();
        let presence = Presence::of(&[holding.interval], holding.presumed_from, window);
        let presence = view.scope.accept(!holding.disputed, presence);
        let interval = view.graph.as_dated(holding.interval, holding.cause.relation());
        (presence > Presence::No && admits(view, holding)).then_some(Self {
            holding: Holding { interval, ..*holding },
            presence,
        })
    }
}

/// Whether a holding passes the filters of the scope; a parent that no relation shows passes where none chooses relations.
fn admits(view: &View<'_>, holding: &Holding) -> bool {
    match holding.cause {
        Cause::Relation(id) => {
            let confidence = view.graph.standings().confidence(id);
            view.scope.admits(view.model(), confidence, id)
        }
        Cause::Declared | Cause::Succession(_) => !is_filtered(view.scope),
    }
}
