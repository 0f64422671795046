//! Shortest paths, then longer ones.

use std::collections::{BTreeSet, VecDeque};

use petgraph::graph::{NodeIndex, UnGraph};

use crate::graph::budget::Meter;

/// The first `k` paths from `from` to `to` that visit no node twice: fewest steps first, then by the order of nodes.
///
/// Nodes other than the two ends are passed only if `pass` allows. Yen, "Finding the k shortest loopless paths in a
/// network", Management Science 17 (1971), with breadth-first search, as every step costs the same. Cost: `k` times the
/// steps of a path times the size of the graph; unlike a search of all paths it never grows exponentially. When the budget
/// is used up, the paths that were found by then.
pub(crate) fn shortest<N, E>(
    net: &UnGraph<N, E>,
    from: NodeIndex,
    to: NodeIndex,
    k: usize,
    meter: &Meter,
    pass: impl Fn(NodeIndex) -> bool,
) -> Vec<Vec<NodeIndex>> {
    let mut found: Vec<Vec<NodeIndex>> = Vec::new();
    let mut candidates: BTreeSet<(usize, Vec<NodeIndex>)> = BTreeSet::new();
    if from != to
        && let Some(path) = continued(net, &[from], to, &BTreeSet::new(), meter, &pass)
    {
        candidates.insert((path.len(), path));
    }
    while let Some((_, path)) = candidates.pop_first() {
        // one that was not looked for may be shorter
        if meter.is_over() {
            break;
        }
        found.push(path.clone());
        if found.len() >= k {
            break;
        }
        for spur in 0..path.len() - 1 {
            let root = &path[..=spur];
            let taken: BTreeSet<NodeIndex> = found
                .iter()
                .filter(|other| other.len() > spur + 1 && other[..=spur] == *root)
                .map(|other| other[spur + 1])
                .collect();
            if let Some(next) = continued(net, root, to, &taken, meter, &pass) {
                candidates.insert((next.len(), next));
            }
        }
    }
    found
}

/// The shortest path that begins with `root` and does not go on to a node of `taken`; of equally short ones the first.
fn continued<N, E>(
    net: &UnGraph<N, E>,
    root: &[NodeIndex],
    to: NodeIndex,
    taken: &BTreeSet<NodeIndex>,
    meter: &Meter,
    pass: &impl Fn(NodeIndex) -> bool,
) -> Option<Vec<NodeIndex>> {
    let mut steps: Vec<Option<usize>> = vec![None; net.node_count()];
    let mut open = VecDeque::from([to]);
    steps[to.index()] = Some(0);
    while let Some(node) = open.pop_front() {
        meter.spend(1).ok()?;
        for next in net.neighbors(node) {
            if steps[next.index()].is_none() && pass(next) && !root.contains(&next) {
                steps[next.index()] = steps[node.index()].map(|n| n + 1);
                open.push_back(next);
            }
        }
    }
    let nearest = |node: NodeIndex, barred: &BTreeSet<NodeIndex>| {
        net.neighbors(node)
            .filter(|next| !barred.contains(next))
            .filter_map(|next| Some((steps[next.index()]?, next)))
            .min()
    };
    let mut path = root.to_vec();
    let (mut left, mut at) = nearest(*root.last()?, taken)?;
    path.push(at);
    while left > 0 {
        (left, at) = nearest(at, &BTreeSet::new())?;
        path.push(at);
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{arrangements, undirected};
    use super::*;

    proptest! {
        #[test]
        fn they_are_the_first_of_all_paths(net in undirected(), k in 1_usize..8, barred in 2_usize..7) {
            let (from, to) = (NodeIndex::new(0), NodeIndex::new(1));
            let mut all: Vec<Vec<NodeIndex>> = arrangements()
                .into_iter()
                .map(|nodes| nodes.into_iter().map(NodeIndex::new).collect::<Vec<_>>())
                .filter(|path| path[0] == from && path[path.len() - 1] == to)
                .filter(|path| path.iter().all(|node| node.index() != barred))
                .filter(|path| path.windows(2).all(|step| net.find_edge(step[0], step[1]).is_some()))
                .collect();
            all.sort_by_key(|path| (path.len(), path.clone()));
            all.truncate(k);
            prop_assert_eq!(shortest(&net, from, to, k, Meter::unlimited(), |node| node.index() != barred), all);
        }
    }

    #[test]
    fn a_dense_graph_of_many_paths_is_no_trouble() {
        let mut net: UnGraph<(), ()> = UnGraph::default();
        let nodes: Vec<NodeIndex> = (0..60).map(|_| net.add_node(())).collect();
        for (at, a) in nodes.iter().enumerate() {
            for b in &nodes[at + 1..] {
                net.add_edge(*a, *b, ());
            }
        }
        let found = shortest(&net, nodes[0], nodes[59], 20, Meter::unlimited(), |_| true);
        assert_eq!(found.len(), 20);
        assert_eq!(found[0], [nodes[0], nodes[59]]);
        assert_eq!(found[19], [nodes[0], nodes[19], nodes[59]]);
    }
}
