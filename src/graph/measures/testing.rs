//! Small random graphs, and the slow and obvious searches that the fast ones are compared with.

use petgraph::graph::{DiGraph, NodeIndex, UnGraph};
use proptest::prelude::*;

/// The number of companies in a random graph: all orders of so many are tried.
const NODES: u32 = 6;

fn pairs(ordered: bool) -> Vec<(u32, u32)> {
    (0..NODES)
        .flat_map(|a| (0..NODES).map(move |b| (a, b)))
        .filter(|(a, b)| a < b || (ordered && a != b))
        .collect()
}

/// Any graph of six nodes without loops and parallel edges.
pub(crate) fn undirected() -> impl Strategy<Value = UnGraph<u32, ()>> {
    let all = pairs(false);
    proptest::collection::vec(any::<bool>(), all.len()).prop_map(move |chosen| {
        let mut net = UnGraph::default();
        let nodes: Vec<NodeIndex> = (0..NODES).map(|at| net.add_node(at)).collect();
        for ((a, b), _) in all.iter().zip(chosen).filter(|(_, chosen)| *chosen) {
            net.add_edge(nodes[*a as usize], nodes[*b as usize], ());
        }
        net
    })
}

/// Any directed graph of six nodes without loops and parallel edges.
pub(crate) fn directed() -> impl Strategy<Value = DiGraph<u32, ()>> {
    let all = pairs(true);
    proptest::collection::vec(any::<bool>(), all.len()).prop_map(move |chosen| {
        let mut net = DiGraph::default();
        let nodes: Vec<NodeIndex> = (0..NODES).map(|at| net.add_node(at)).collect();
        for ((a, b), _) in all.iter().zip(chosen).filter(|(_, chosen)| *chosen) {
            net.add_edge(nodes[*a as usize], nodes[*b as usize], ());
        }
        net
    })
}

/// Every ordered choice of two to six different nodes.
pub(crate) fn arrangements() -> Vec<Vec<usize>> {
    static ALL: std::sync::LazyLock<Vec<Vec<usize>>> = std::sync::LazyLock::new(arrange);
    ALL.clone()
}

fn arrange() -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = (0..NODES as usize).map(|node| vec![node]).collect();
    let mut at = 0;
    while at < found.len() {
        for node in 0..NODES as usize {
            if !found[at].contains(&node) {
                let mut longer = found[at].clone();
                longer.push(node);
                found.push(longer);
            }
        }
        at += 1;
    }
    found.retain(|nodes| nodes.len() > 1);
    found
}
