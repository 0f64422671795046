//! The builders: one file a kind of picture, from a view of the graph to a composed scene.

mod captions;
mod cards;
pub(super) mod ego;
mod events;
pub(super) mod flow;
pub(super) mod lanes;
pub(super) mod map;
pub(super) mod matrix;
mod payouts;
mod phases;
mod plan;
mod profits;
mod timeline;
pub(super) mod waterfall;
mod zones;
