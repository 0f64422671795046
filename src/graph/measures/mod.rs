//! Algorithms on petgraph's graphs, each with its source in the literature and its cost. All are iterative.

pub(super) mod centrality;
pub(super) mod cycles;
pub(super) mod paths;
#[cfg(test)]
mod testing;
pub(super) mod triangles;
