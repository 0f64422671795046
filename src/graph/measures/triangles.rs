//! Three nodes that are all tied to each other.

use std::cmp::Reverse;

use petgraph::graph::{NodeIndex, UnGraph};

use crate::graph::budget::Meter;

/// Gives every triangle of a graph without parallel edges, the nodes of each in order, and keeps none.
///
/// The *forward* algorithm of Schank and Wagner, "Finding, counting and listing all triangles in large graphs" (2005): each
/// edge points to its end of lower degree rank, and the followers of both ends are intersected. Cost: `m * sqrt(m)` for
/// `m` edges, whatever the degrees. When the budget is used up, those that were found by then.
pub(crate) fn triangles<N, E>(net: &UnGraph<N, E>, meter: &Meter, mut each: impl FnMut([NodeIndex; 3])) {
    let degree: Vec<usize> = net.node_indices().map(|node| net.neighbors(node).count()).collect();
    let rank = |node: NodeIndex| (Reverse(degree[node.index()]), node);
    let followers: Vec<Vec<NodeIndex>> = net
        .node_indices()
        .map(|node| {
            let mut after: Vec<NodeIndex> = net.neighbors(node).filter(|next| rank(*next) > rank(node)).collect();
            after.sort_unstable_by_key(|next| rank(*next));
            after
        })
        .collect();
    for a in net.node_indices() {
        for b in &followers[a.index()] {
            let (mut left, mut right) = (followers[a.index()].as_slice(), followers[b.index()].as_slice());
            if meter.spend(left.len() + right.len()).is_err() {
                return;
            }
            while let (Some(x), Some(y)) = (left.first(), right.first()) {
                if x == y {
                    let mut three = [a, *b, *x];
                    three.sort_unstable();
                    each(three);
                }
                if rank(*x) <= rank(*y) {
                    left = &left[1..];
                }
                if rank(*y) <= rank(*x) {
                    right = &right[1..];
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{arrangements, undirected};
    use super::*;

    proptest! {
        #[test]
        fn they_are_all_threes_that_are_tied(net in undirected()) {
            let all: Vec<[NodeIndex; 3]> = arrangements()
                .into_iter()
                .filter_map(|nodes| <[usize; 3]>::try_from(nodes).ok())
                .filter(|[a, b, c]| a < b && b < c)
                .map(|nodes| nodes.map(NodeIndex::new))
                .filter(|[a, b, c]| [(a, b), (b, c), (a, c)].iter().all(|(x, y)| net.find_edge(**x, **y).is_some()))
                .collect();
            let mut found = Vec::new();
            triangles(&net, Meter::unlimited(), |three| found.push(three));
            found.sort_unstable();
            prop_assert_eq!(found, all);
        }
    }
}
