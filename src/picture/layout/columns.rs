//! Many companies in two facing columns, their ties in the corridor between them.
//!
//! Ties leave their boxes into the corridor and never leave it, so that none can run through a box.

use super::{Placed, parallels};
use crate::picture::geometry::{Point, Route};

/// Between boxes of a column.
const GAP: f64 = 16.0;

/// Places boxes of these sizes. Cost: `n log n + m` for each of a few rounds.
pub(super) fn place(sizes: &[(f64, f64)], pairs: &[(usize, usize)]) -> Placed {
    let mut columns = split(sizes, pairs);
    for _ in 0..6 {
        for side in [0, 1] {
            settle(&mut columns, side, sizes, pairs);
        }
    }
    let corridor = (420.0 + 2.0 * pairs.len() as f64).min(900.0);
    let mut centers = vec![Point::default(); sizes.len()];
    let tallest = columns.iter().map(|column| height(column, sizes)).fold(0.0, f64::max);
    for (side, column) in columns.iter().enumerate() {
        let mut y = (tallest - height(column, sizes)) / 2.0;
        for at in column {
            let (w, h) = sizes[*at];
            let x = corridor / 2.0 + w / 2.0;
            centers[*at] = Point::new(if side == 0 { -x } else { x }, y + h / 2.0);
            y += h + GAP;
        }
    }
    let routes = routes(&centers, sizes, pairs, corridor);
    (centers, routes)
}

fn height(column: &[usize], sizes: &[(f64, f64)]) -> f64 {
    column.iter().map(|at| sizes[*at].1 + GAP).sum()
}

/// Puts each company, the most tied first, opposite to most of those it is tied to, as long as the columns stay balanced.
fn split(sizes: &[(f64, f64)], pairs: &[(usize, usize)]) -> [Vec<usize>; 2] {
    let mut tied: Vec<Vec<usize>> = vec![Vec::new(); sizes.len()];
    for (a, b) in pairs {
        tied[*a].push(*b);
        tied[*b].push(*a);
    }
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(tied[*at].len()), *at));
    let whole: f64 = sizes.iter().map(|(_, h)| h + GAP).sum();
    let mut side = vec![None; sizes.len()];
    let mut columns = [Vec::new(), Vec::new()];
    let mut heights = [0.0, 0.0];
    for at in order {
        let votes = |of: usize| tied[at].iter().filter(|other| side[**other] == Some(of)).count();
        let mut to = match votes(0).cmp(&votes(1)) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Greater => 1,
            std::cmp::Ordering::Equal => usize::from(heights[1] < heights[0]),
        };
        if heights[to] + sizes[at].1 > whole * 0.55 {
            to = 1 - to;
        }
        side[at] = Some(to);
        heights[to] += sizes[at].1 + GAP;
        columns[to].push(at);
    }
    columns
}

/// Orders one column by where the ties of its companies lead.
fn settle(columns: &mut [Vec<usize>; 2], side: usize, sizes: &[(f64, f64)], pairs: &[(usize, usize)]) {
    let mut place = vec![0.0; sizes.len()];
    for column in columns.iter() {
        for (nth, at) in column.iter().enumerate() {
            place[*at] = (nth as f64 + 0.5) / column.len() as f64;
        }
    }
    let mut sums = vec![(0.0, 0.0); sizes.len()];
    for (a, b) in pairs {
        for (at, other) in [(*a, *b), (*b, *a)] {
            sums[at].0 += place[other];
            sums[at].1 += 1.0;
        }
    }
    let wanted = |at: usize| {
        if sums[at].1 > 0.0 {
            sums[at].0 / sums[at].1
        } else {
            place[at]
        }
    };
    columns[side].sort_by(|a, b| wanted(*a).total_cmp(&wanted(*b)).then(a.cmp(b)));
}

/// Curves through the corridor from ports of their own; parallel ones bend apart.
fn routes(centers: &[Point], sizes: &[(f64, f64)], pairs: &[(usize, usize)], corridor: f64) -> Vec<Route> {
    let ports = ports(centers, sizes, pairs);
    let inner = |at: usize| {
        if centers[at].x < 0.0 {
            -corridor / 2.0
        } else {
            corridor / 2.0
        }
    };
    let parallels = parallels(pairs);
    let route = |at: usize| {
        let (pair, port, (nth, count)) = (pairs[at], ports[at], parallels[at]);
        let start = Point::new(inner(pair.0), port.0);
        let end = Point::new(inner(pair.1), port.1);
        let reach = if start.x == end.x {
            // within one column: the farther apart, the deeper into the corridor
            let deep = 50.0 + (end.y - start.y).abs() * 0.3 + 24.0 * nth as f64;
            deep.min(corridor * 0.95 - 24.0 * (count - nth) as f64)
        } else {
            corridor * 0.5
        };
        let apart = (nth as f64 - (count as f64 - 1.0) / 2.0) * 24.0;
        let inward = |point: Point| point.plus(if point.x < 0.0 { reach } else { -reach }, apart);
        Route::curve(start, inward(start), inward(end), end)
    };
    (0..pairs.len()).map(route).collect()
}

/// The heights at which each line leaves its two boxes: in the order of where lines lead, so that they cross little.
fn ports(centers: &[Point], sizes: &[(f64, f64)], pairs: &[(usize, usize)]) -> Vec<(f64, f64)> {
    let mut ends: Vec<Vec<(f64, usize, bool)>> = vec![Vec::new(); centers.len()];
    for (nth, (a, b)) in pairs.iter().enumerate() {
        ends[*a].push((centers[*b].y, nth, true));
        ends[*b].push((centers[*a].y, nth, false));
    }
    let mut ports = vec![(0.0, 0.0); pairs.len()];
    for (at, mut ends) in ends.into_iter().enumerate() {
        ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let room = sizes[at].1 - 10.0;
        let count = ends.len() as f64;
        for (port, (_, nth, first)) in ends.into_iter().enumerate() {
            let y = centers[at].y - room / 2.0 + room * (port as f64 + 0.5) / count;
            if first {
                ports[nth].0 = y;
            } else {
                ports[nth].1 = y;
            }
        }
    }
    ports
}
