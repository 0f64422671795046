//! Who is central, and who stands between.

use petgraph::graph::{NodeIndex, UnGraph};

use crate::graph::budget::Meter;

/// How much of its rank a node passes on (Page and others 1999).
const DAMPING: f64 = 0.85;
/// When two rounds are taken as equal: the sum of all differences.
const SETTLED: f64 = 1e-12;
/// The rounds of power iteration: `DAMPING` to this power is below [`SETTLED`].
const ROUNDS: usize = 200;

/// The PageRank of every node; all together make 1.
///
/// Page, Brin, Motwani and Winograd, "The PageRank citation ranking" (1999), on ties that run both ways: power iteration
/// over the edges. A node without edges passes its rank on to all. Cost: at most 200 rounds, each linear in nodes and edges.
pub(crate) fn pagerank<N, E>(net: &UnGraph<N, E>, meter: &Meter) -> Vec<f64> {
    let n = net.node_count();
    let degree: Vec<usize> = net.node_indices().map(|node| net.neighbors(node).count()).collect();
    let mut ranks = vec![1.0 / n as f64; n];
    for _ in 0..ROUNDS {
        if meter.spend(n + net.edge_count()).is_err() {
            break;
        }
        let idle: f64 = ranks
            .iter()
            .zip(&degree)
            .filter(|(_, d)| **d == 0)
            .map(|(rank, _)| rank)
            .sum();
        let base = (1.0 - DAMPING + DAMPING * idle) / n as f64;
        let next: Vec<f64> = net
            .node_indices()
            .map(|node| {
                let passed: f64 = net
                    .neighbors(node)
                    .map(|from| ranks[from.index()] / degree[from.index()] as f64)
                    .sum();
                DAMPING.mul_add(passed, base)
            })
            .collect();
        let moved: f64 = ranks.iter().zip(&next).map(|(a, b)| (a - b).abs()).sum();
        ranks = next;
        if moved < SETTLED {
            break;
        }
    }
    ranks
}

/// Betweenness, and from how many nodes it was measured.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Betweenness {
    /// The score of each node, from 0 to 1; none where the budget was used up.
    pub(crate) scores: Vec<f64>,
    /// How many nodes the shortest paths were followed from. Where that is not every node, the scores are estimates.
    pub(crate) from: usize,
}

/// The work (nodes times edges) up to which betweenness is exact: some ten seconds.
pub(crate) const EXACT: usize = 40_000_000;
/// The nodes from which it is measured at least, however large the graph.
const LEAST_PIVOTS: usize = 64;

/// Which part of the shortest paths between two others runs through each node, on average over all pairs of others.
///
/// Freeman (1977), by the algorithm of Brandes, "A faster algorithm for betweenness centrality" (2001). Beyond `exact` steps of
/// work it is estimated from nodes spread evenly over all, as in Brandes and Pich, "Centrality estimation in large networks"
/// (2007). Cost: nodes times edges, at most `exact` or the edges times 64. One thread, as the order of additions would otherwise
/// change the last digits.
pub(crate) fn betweenness<N: Sync, E: Sync>(net: &UnGraph<N, E>, exact: usize, meter: &Meter) -> Betweenness {
    let (n, m) = (net.node_count(), net.edge_count());
    let each = n + m;
    let from = (exact / each.max(1)).max(LEAST_PIVOTS).min(n);
    if from < n {
        return estimated(net, from, meter);
    }
    // nothing stops it half-way
    if meter.spend(n.saturating_mul(each)).is_err() {
        return Betweenness {
            scores: Vec::new(),
            from: 0,
        };
    }
    let scores = rustworkx_core::centrality::betweenness_centrality(net, false, true, usize::MAX);
    Betweenness {
        scores: scores.into_iter().map(Option::unwrap_or_default).collect(),
        from,
    }
}

/// Betweenness from `from` nodes, spread evenly over all.
fn estimated<N, E>(net: &UnGraph<N, E>, from: usize, meter: &Meter) -> Betweenness {
    let n = net.node_count();
    let each = n + net.edge_count();
    let mut scores = vec![0.0; n];
    let mut paths = Paths::new(n);
    for pivot in 0..from {
        if meter.spend(each).is_err() {
            return Betweenness {
                scores: Vec::new(),
                from: 0,
            };
        }
        paths.follow(net, NodeIndex::new(pivot * n / from), &mut scores);
    }
    // both directions of every pair of others are counted
    let pairs = n.saturating_sub(1) as f64 * n.saturating_sub(2) as f64;
    let scale = n as f64 / from as f64 / pairs;
    if pairs > 0.0 {
        scores.iter_mut().for_each(|score| *score *= scale);
    }
    Betweenness { scores, from }
}

/// The shortest paths from one node, in the terms of Brandes.
struct Paths {
    distance: Vec<usize>,
    /// How many shortest paths lead to each node.
    count: Vec<f64>,
    /// Which part of the paths to others runs through each node.
    dependency: Vec<f64>,
    /// The nodes in the order in which they were reached.
    reached: Vec<NodeIndex>,
}

impl Paths {
    fn new(n: usize) -> Self {
        Self {
            distance: vec![usize::MAX; n],
            count: vec![0.0; n],
            dependency: vec![0.0; n],
            reached: Vec::with_capacity(n),
        }
    }

    /// Adds to `scores` what runs through each node of the shortest paths from `start`.
    fn follow<N, E>(&mut self, net: &UnGraph<N, E>, start: NodeIndex, scores: &mut [f64]) {
        self.distance.fill(usize::MAX);
        self.count.fill(0.0);
        self.dependency.fill(0.0);
        self.reached.clear();
        self.distance[start.index()] = 0;
        self.count[start.index()] = 1.0;
        self.reached.push(start);
        let mut at = 0;
        while let Some(node) = self.reached.get(at).copied() {
            at += 1;
            let farther = self.distance[node.index()] + 1;
            for next in net.neighbors(node) {
                if self.distance[next.index()] == usize::MAX {
                    self.distance[next.index()] = farther;
                    self.reached.push(next);
                }
                if self.distance[next.index()] == farther {
                    self.count[next.index()] += self.count[node.index()];
                }
            }
        }
        for node in self.reached.iter().rev().copied() {
            let share = (1.0 + self.dependency[node.index()]) / self.count[node.index()];
            for before in net.neighbors(node) {
                if self.distance[before.index()] + 1 == self.distance[node.index()] {
                    self.dependency[before.index()] += self.count[before.index()] * share;
                }
            }
            if node != start {
                scores[node.index()] += self.dependency[node.index()];
            }
        }
    }
}

/// How much each node's contacts are invested in each other; low where it bridges holes between them.
///
/// Burt, *Structural Holes* (1992), equation 2.4: the sum over contacts `j` of `(p_ij + sum over q of p_iq * p_qj)` squared,
/// where `p_ij` is the part that `j` has in the ties of `i`, here one in its number of contacts. A node without contacts
/// has none (0). Cost: for each node the sum of its contacts' degrees.
pub(crate) fn constraint<N, E>(net: &UnGraph<N, E>, meter: &Meter) -> Vec<f64> {
    let part: Vec<f64> = net
        .node_indices()
        .map(|node| 1.0 / net.neighbors(node).count().max(1) as f64)
        .collect();
    let mut invested = vec![0.0; net.node_count()];
    net.node_indices()
        .map(|node| {
            let direct = part[node.index()];
            for contact in net.neighbors(node) {
                if meter.spend(net.neighbors(contact).count()).is_err() {
                    return 0.0;
                }
                invested[contact.index()] += direct;
                for next in net.neighbors(contact).filter(|next| *next != node) {
                    invested[next.index()] += direct * part[contact.index()];
                }
            }
            let total = net
                .neighbors(node)
                .map(|contact| invested[contact.index()].powi(2))
                .sum();
            for contact in net.neighbors(node) {
                invested[contact.index()] = 0.0;
                for next in net.neighbors(contact) {
                    invested[next.index()] = 0.0;
                }
            }
            total
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{arrangements, undirected};
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    /// Every path, found among all orders of nodes.
    fn paths(net: &UnGraph<u32, ()>) -> Vec<Vec<usize>> {
        let tied = |step: &[usize]| {
            net.find_edge(NodeIndex::new(step[0]), NodeIndex::new(step[1]))
                .is_some()
        };
        let mut all = arrangements();
        all.retain(|path| path.windows(2).all(tied));
        all
    }

    /// The shortest paths from one node to another.
    fn geodesics(all: &[Vec<usize>], from: usize, to: usize) -> Vec<&Vec<usize>> {
        let between = || all.iter().filter(|path| path[0] == from && path[path.len() - 1] == to);
        let least = between().map(Vec::len).min();
        between().filter(|path| Some(path.len()) == least).collect()
    }

    proptest! {
        #[test]
        fn betweenness_is_the_part_of_geodesics(net in undirected()) {
            let n = net.node_count();
            let (found, all) = (betweenness(&net, EXACT, Meter::unlimited()), paths(&net));
            prop_assert_eq!(found.from, n);
            let followed = estimated(&net, n, Meter::unlimited());
            prop_assert!(found.scores.iter().zip(&followed.scores).all(|(a, b)| near(*a, *b)));
            for (node, found) in found.scores.iter().enumerate() {
                let mut sum = 0.0;
                for a in 0..n {
                    for b in a + 1..n {
                        let paths = geodesics(&all, a, b);
                        if node != a && node != b && !paths.is_empty() {
                            let through = paths.iter().filter(|path| path.contains(&node)).count();
                            sum += through as f64 / paths.len() as f64;
                        }
                    }
                }
                prop_assert!(near(*found, sum / ((n - 1) * (n - 2) / 2) as f64));
            }
        }

        #[test]
        fn constraint_is_burts_formula(net in undirected()) {
            let n = net.node_count();
            let tied = |a: usize, b: usize| net.find_edge(NodeIndex::new(a), NodeIndex::new(b)).is_some();
            let part = |a: usize, b: usize| {
                let contacts = (0..n).filter(|other| tied(a, *other)).count();
                if tied(a, b) { 1.0 / contacts as f64 } else { 0.0 }
            };
            for (i, found) in constraint(&net, Meter::unlimited()).into_iter().enumerate() {
                let wanted: f64 = (0..n)
                    .filter(|j| tied(i, *j))
                    .map(|j| {
                        let indirect: f64 =
                            (0..n).filter(|q| *q != i && *q != j).map(|q| part(i, q) * part(q, j)).sum();
                        (part(i, j) + indirect).powi(2)
                    })
                    .sum();
                prop_assert!(near(found, wanted));
            }
        }

        #[test]
        fn pagerank_is_what_the_random_walk_settles_at(net in undirected()) {
            let n = net.node_count();
            let found = pagerank(&net, Meter::unlimited());
            prop_assert!(near(found.iter().sum(), 1.0));
            // the equation itself, with the whole matrix
            for to in 0..n {
                let mut sum = 0.0;
                for (from, rank) in found.iter().enumerate() {
                    let contacts = (0..n).filter(|x| net.find_edge(NodeIndex::new(from), NodeIndex::new(*x)).is_some());
                    let contacts: Vec<usize> = contacts.collect();
                    let moves = match contacts.len() {
                        0 => 1.0 / n as f64,
                        d if contacts.contains(&to) => 1.0 / d as f64,
                        _ => 0.0,
                    };
                    sum += rank * (0.85 * moves + 0.15 / n as f64);
                }
                prop_assert!(near(found[to], sum));
            }
        }
    }

    /// A ring of `n` nodes, in which all are alike, with a chord that shortens paths.
    fn ring(n: usize) -> UnGraph<(), ()> {
        let edges = (0..n).map(|at| (at, (at + 1) % n)).chain([(0, n / 2)]);
        UnGraph::from_edges(edges.map(|(a, b)| (a as u32, b as u32)))
    }

    #[test]
    fn an_estimate_is_near_and_says_from_how_many() {
        let net = ring(400);
        let exact = betweenness(&net, EXACT, Meter::unlimited());
        let estimate = betweenness(&net, 1, Meter::unlimited());
        assert_eq!((exact.from, estimate.from), (400, LEAST_PIVOTS));
        let top = exact.scores[0];
        for (a, b) in exact.scores.iter().zip(&estimate.scores) {
            assert!((a - b).abs() < 0.05 * top.max(1e-3) + 0.02, "{a} {b}");
        }
        let cut = betweenness(&net, EXACT, &Meter::new(crate::graph::Budget::steps(1000)));
        assert!(cut.scores.is_empty());
    }

    #[test]
    fn a_graph_without_nodes_has_no_scores() {
        let net: UnGraph<(), ()> = UnGraph::default();
        assert_eq!(
            (
                pagerank(&net, Meter::unlimited()).len(),
                betweenness(&net, EXACT, Meter::unlimited()).scores.len(),
                constraint(&net, Meter::unlimited()).len()
            ),
            (0, 0, 0)
        );
    }
}
