//! The builders: one file a kind of picture, from a view of the graph to a composed scene.

pub(super) mod ego;
pub(super) mod map;
