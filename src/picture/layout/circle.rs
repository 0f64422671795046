//! Few companies around a circle, their ties within it.
//!
//! Every box lies outside the circle, beyond the tangent at its angle, and every tie runs inside; the result is checked,
//! and the circle grows until nothing touches.

use std::f64::consts::{PI, TAU};

use super::{Placed, any_overlap, parallels};
use crate::picture::geometry::{Point, Rect, Route};

/// Between neighbouring boxes.
const GAP: f64 = 26.0;
/// Between parallel lines where they bend.
const APART: f64 = 80.0;

/// Between lines where they leave a box, if it has the room.
const PORT: f64 = 14.0;

/// Places some boxes of these sizes, tied by lines of these widths; `None` when no circle of a sensible size holds them.
pub(super) fn place(sizes: &[(f64, f64)], pairs: &[(usize, usize)], widths: &[f64]) -> Option<Placed> {
    if sizes.is_empty() {
        return Some(Placed::default());
    }
    let order = order(sizes.len(), pairs);
    let angles = angles(sizes, &order);
    let around: f64 = order.iter().map(|at| tangent(sizes[*at], angles[*at])).sum();
    // the more ties, the more room their labels need
    let mut radius = (around / TAU).max((130.0 + 7.0 * pairs.len() as f64).min(420.0));
    for _ in 0..14 {
        let centers: Vec<Point> = (0..sizes.len())
            .map(|at| center(sizes[at], angles[at], radius))
            .collect();
        let rects = super::rects(&centers, sizes);
        let padded: Vec<Rect> = rects.iter().map(|rect| rect.grown(GAP / 3.0)).collect();
        if !any_overlap(&padded) {
            let routes = routes(&rects, &angles, radius, pairs, widths);
            let clear = routes
                .iter()
                .all(|route| rects.iter().all(|rect| !route.crosses(rect.grown(-1.0))));
            if clear {
                return Some((centers, routes));
            }
        }
        radius *= 1.12;
    }
    None
}

/// The room a box takes along the circle.
fn tangent((w, h): (f64, f64), angle: f64) -> f64 {
    w * angle.sin().abs() + h * angle.cos().abs() + GAP
}

/// The centre of a box that lies beyond the tangent at an angle.
fn center((w, h): (f64, f64), angle: f64, radius: f64) -> Point {
    let out = radius + w / 2.0 * angle.cos().abs() + h / 2.0 * angle.sin().abs();
    Point::new(out * angle.cos(), out * angle.sin())
}

/// The angle of each box: neighbours get room as they need it, the first in the order stands on top.
fn angles(sizes: &[(f64, f64)], order: &[usize]) -> Vec<f64> {
    let mut angles = vec![0.0; sizes.len()];
    for (nth, at) in order.iter().enumerate() {
        angles[*at] = -PI / 2.0 + TAU * nth as f64 / order.len() as f64;
    }
    // the room a box needs depends on its angle, so that a few rounds are needed
    for _ in 0..6 {
        let rooms: Vec<f64> = order.iter().map(|at| tangent(sizes[*at], angles[*at])).collect();
        let whole: f64 = rooms.iter().sum();
        let mut passed = -rooms[0] / 2.0;
        for (at, room) in order.iter().zip(&rooms) {
            let wanted = -PI / 2.0 + TAU * (passed + room / 2.0) / whole;
            angles[*at] = (angles[*at] + wanted) / 2.0;
            passed += room;
        }
    }
    angles
}

/// An order in which tied companies stand near each other: exchanges go on while they shorten the ties.
fn order(count: usize, pairs: &[(usize, usize)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let degree = |at: usize| pairs.iter().filter(|(a, b)| *a == at || *b == at).count();
    order.sort_by_key(|at| (std::cmp::Reverse(degree(*at)), *at));
    let cost = |order: &[usize]| -> usize {
        let mut place = vec![0; count];
        for (nth, at) in order.iter().enumerate() {
            place[*at] = nth;
        }
        let far = |(a, b): &(usize, usize)| {
            let apart = place[*a].abs_diff(place[*b]);
            apart.min(count - apart)
        };
        pairs.iter().map(|pair| far(pair).pow(2)).sum()
    };
    let mut best = cost(&order);
    for _ in 0..8 {
        let before = best;
        for i in 0..count {
            for j in i + 1..count {
                order.swap(i, j);
                let now = cost(&order);
                if now < best {
                    best = now;
                } else {
                    order.swap(i, j);
                }
            }
        }
        if best == before {
            break;
        }
    }
    order
}

/// A curve inside the circle for every tie; parallel ones bend apart, and every line has a port of its own.
fn routes(rects: &[Rect], angles: &[f64], radius: f64, pairs: &[(usize, usize)], widths: &[f64]) -> Vec<Route> {
    let bends: Vec<(Point, Point)> = pairs
        .iter()
        .zip(parallels(pairs))
        .map(|(pair, parallel)| bend(angles, radius, *pair, parallel))
        .collect();
    let ports = ports(rects, angles, pairs, widths, &bends);
    bends
        .into_iter()
        .zip(ports)
        .map(|((p, q), (start, end))| Route::curve(start, p, q, end))
        .collect()
}

/// The control points of a tie, the first near its first company.
fn bend(angles: &[f64], radius: f64, (a, b): (usize, usize), (nth, count): (usize, usize)) -> (Point, Point) {
    // a pair is always led the same way round, so that its lines do not swap places
    let (low, high) = (a.min(b), a.max(b));
    let turn = (angles[low] - angles[high]).rem_euclid(TAU);
    let apart = turn.min(TAU - turn) / PI;
    // neighbours keep to the rim, opposites pass near the middle
    let depth = radius * (0.72 - 0.5 * apart);
    let rim = |at: usize| Point::new(depth * angles[at].cos(), depth * angles[at].sin());
    let (p, q) = (rim(low), rim(high));
    let length = p.distance(q).max(1.0);
    let off = (nth as f64 - (count as f64 - 1.0) / 2.0) * APART;
    let (nx, ny) = (-(q.y - p.y) / length * off, (q.x - p.x) / length * off);
    let (p, q) = (p.plus(nx, ny), q.plus(nx, ny));
    if a == low { (p, q) } else { (q, p) }
}

/// Where each line leaves its boxes: side by side along the face that looks inward, in the order of where they lead.
fn ports(
    rects: &[Rect],
    angles: &[f64],
    pairs: &[(usize, usize)],
    widths: &[f64],
    bends: &[(Point, Point)],
) -> Vec<(Point, Point)> {
    let mut ends: Vec<Vec<(f64, usize, bool)>> = vec![Vec::new(); rects.len()];
    let across = |at: usize, p: Point| -p.x * angles[at].sin() + p.y * angles[at].cos();
    for (nth, ((a, b), (p, q))) in pairs.iter().zip(bends).enumerate() {
        ends[*a].push((across(*a, *p), nth, true));
        ends[*b].push((across(*b, *q), nth, false));
    }
    let mut ports = vec![(Point::default(), Point::default()); pairs.len()];
    for (at, mut ends) in ends.into_iter().enumerate() {
        ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let rect = rects[at];
        let (sin, cos) = (angles[at].sin(), angles[at].cos());
        let room = (rect.w * sin.abs()).max(rect.h * cos.abs()) * 0.8;
        // a wide line takes more room than a thin one
        let whole: f64 = ends.iter().map(|(_, nth, _)| widths[*nth] + PORT).sum();
        let scale = (room / whole).min(1.0);
        let mut off = -whole * scale / 2.0;
        for (_, nth, first) in ends {
            let own = (widths[nth] + PORT) * scale;
            off += own / 2.0;
            let (p, q) = bends[nth];
            // within the box, so that the way out is found from there
            let inner = rect.grown(-3.0);
            let base = rect.center().plus(-sin * off, cos * off);
            let base = Point::new(
                base.x.clamp(inner.x, inner.right()),
                base.y.clamp(inner.y, inner.bottom()),
            );
            let out = rect.exit_from(base, if first { p } else { q });
            if first {
                ports[nth].0 = out;
            } else {
                ports[nth].1 = out;
            }
            off += own / 2.0;
        }
    }
    ports
}
