//! Elementary cycles up to a length.

use std::collections::VecDeque;

use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::graph::budget::Meter;

/// What a search for cycles may cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// The most edges of a cycle.
    pub(crate) length: usize,
    /// The most edges that are tried.
    pub(crate) steps: usize,
}

/// Calls `found` with every cycle of two to `length` different nodes, once each, beginning at its first node; with
/// `through` only those through that node, beginning there. Whether the search came to its end within its steps.
///
/// `alive` is asked about every beginning of a cycle, and may cut the search off. First the strongly connected components
/// (Kosaraju and Sharir 1981; petgraph's Tarjan is recursive), then from each root a depth-first search that goes only
/// where the way back is short enough, as Gupta and Suzumura, "Finding all bounded-length simple cycles in a directed
/// graph" (2021). Johnson (1975) has no bound on length: dense components have exponentially many long cycles. Cost: for
/// each root the size of its component, and the steps.
pub(crate) fn cycles<N, E>(
    net: &DiGraph<N, E>,
    through: Option<NodeIndex>,
    bounds: Bounds,
    meter: &Meter,
    mut alive: impl FnMut(&[NodeIndex]) -> bool,
    mut found: impl FnMut(&[NodeIndex]) -> bool,
) -> bool {
    let mut component = vec![usize::MAX; net.node_count()];
    let mut roots: Vec<NodeIndex> = Vec::new();
    for (at, nodes) in kosaraju_scc(net).into_iter().enumerate() {
        for node in &nodes {
            component[node.index()] = at;
        }
        roots.extend(nodes.iter().filter(|_| nodes.len() > 1));
    }
    roots.retain(|node| through.is_none_or(|only| only == *node));
    roots.sort_unstable();
    let mut steps = bounds.steps;
    for root in roots {
        let within =
            |node: NodeIndex| component[node.index()] == component[root.index()] && (through.is_some() || node >= root);
        let back = ways_back(net, root, bounds.length, within);
        let mut path = vec![root];
        let mut open = vec![followers(net, root)];
        while let Some(next) = open.last_mut() {
            let Some(node) = next.pop() else {
                open.pop();
                path.pop();
                continue;
            };
            if steps == 0 || meter.spend(1).is_err() {
                return false;
            }
            steps -= 1;
            if node == root {
                if path.len() > 1 && !found(&path) {
                    return false;
                }
                continue;
            }
            let short_enough = back[node.index()].is_some_and(|way| path.len() + way <= bounds.length);
            if short_enough && !path.contains(&node) {
                path.push(node);
                if alive(&path) {
                    open.push(followers(net, node));
                } else {
                    path.pop();
                }
            }
        }
    }
    true
}

/// The nodes that a node's edges lead to, the last first, so that popping gives their order.
fn followers<N, E>(net: &DiGraph<N, E>, node: NodeIndex) -> Vec<NodeIndex> {
    let mut next: Vec<NodeIndex> = net.neighbors(node).collect();
    next.sort_unstable_by(|a, b| b.cmp(a));
    next.dedup();
    next
}

/// For each node how many edges lead back to the root at least, where it is fewer than `length`.
fn ways_back<N, E>(
    net: &DiGraph<N, E>,
    root: NodeIndex,
    length: usize,
    within: impl Fn(NodeIndex) -> bool,
) -> Vec<Option<usize>> {
    let mut steps = vec![None; net.node_count()];
    steps[root.index()] = Some(0);
    let mut open = VecDeque::from([(root, 0)]);
    while let Some((node, way)) = open.pop_front() {
        for before in net.neighbors_directed(node, Direction::Incoming) {
            if way + 1 < length && steps[before.index()].is_none() && within(before) {
                steps[before.index()] = Some(way + 1);
                open.push_back((before, way + 1));
            }
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{arrangements, directed};
    use super::*;

    const ENOUGH: usize = 1_000_000;

    fn all(net: &DiGraph<u32, ()>, through: Option<NodeIndex>, length: usize) -> Vec<Vec<usize>> {
        let mut list = Vec::new();
        let bounds = Bounds { length, steps: ENOUGH };
        let whole = cycles(
            net,
            through,
            bounds,
            Meter::unlimited(),
            |_| true,
            |path| {
                list.push(path.iter().map(|node| node.index()).collect());
                true
            },
        );
        assert!(whole);
        list.sort();
        list
    }

    proptest! {
        #[test]
        fn they_are_all_rings_of_different_nodes(net in directed(), length in 2_usize..7, first in 0_usize..6) {
            let rings: Vec<Vec<usize>> = arrangements()
                .into_iter()
                .filter(|nodes| nodes.len() <= length)
                .filter(|nodes| {
                    nodes.iter().zip(nodes.iter().cycle().skip(1)).all(|(a, b)| {
                        net.find_edge(NodeIndex::new(*a), NodeIndex::new(*b)).is_some()
                    })
                })
                .collect();
            let mut once: Vec<Vec<usize>> =
                rings.iter().filter(|ring| ring.iter().min() == ring.first()).cloned().collect();
            once.sort();
            prop_assert_eq!(all(&net, None, length), once);
            let mut through: Vec<Vec<usize>> = rings.into_iter().filter(|ring| ring[0] == first).collect();
            through.sort();
            prop_assert_eq!(all(&net, Some(NodeIndex::new(first)), length), through);
        }
    }

    #[test]
    fn a_dense_graph_stops_at_its_bound_and_says_so() {
        let mut net: DiGraph<(), ()> = DiGraph::default();
        let nodes: Vec<NodeIndex> = (0..40).map(|_| net.add_node(())).collect();
        for a in &nodes {
            for b in nodes.iter().filter(|b| *b != a) {
                net.add_edge(*a, *b, ());
            }
        }
        let mut n = 0;
        let bounds = Bounds {
            length: 30,
            steps: 10_000,
        };
        assert!(!cycles(
            &net,
            None,
            bounds,
            Meter::unlimited(),
            |_| true,
            |_| {
                n += 1;
                true
            }
        ));
        assert!(n > 0);
    }
}
