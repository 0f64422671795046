use crate::model::Party;
use crate::text::Span;

/// A party and the place where it is named.
pub(super) struct Placed {
    pub(super) party: Party,
    pub(super) span: Span,
}
