//! Companies as far apart as ties lie between them: stress majorization after Gansner, Koren and North (2004).
//!
//! Each company moves to where the distances to all others, weighted by how near they should be, fit best; from a fixed
//! start, so that the same data give the same places.

use std::collections::VecDeque;
use std::f64::consts::TAU;

use super::{Placement, rects};
use crate::picture::geometry::{Point, Rect};

/// More companies than this take long, and can hardly be read.
const MOST: usize = 60;
/// Ties to a company beyond which lines cross too much for anything but a circle.
const DENSE: usize = 2;
/// The distance of tied companies, and what a label and parallel lines add.
const TIED: f64 = 200.0;
/// The distance of companies that no way of ties leads between, as a multiple.
const APART: f64 = 1.5;
const ROUNDS: usize = 250;
/// Free space around boxes.
const GAP: f64 = 26.0;
/// Pages are wider than tall, and so are labels.
const WIDER: f64 = 1.3;

/// Places for boxes of these sizes; `None` for more or denser ones than can be read in this way.
pub(super) fn place(sizes: &[(f64, f64)], pairs: &[(usize, usize)]) -> Option<Placement> {
    let mut tied: Vec<Vec<usize>> = vec![Vec::new(); sizes.len()];
    for (a, b) in pairs {
        for (at, other) in [(*a, *b), (*b, *a)] {
            if !tied[at].contains(&other) {
                tied[at].push(other);
            }
        }
    }
    let ties = tied.iter().map(Vec::len).sum::<usize>() / 2;
    if sizes.len() > MOST || ties > DENSE * sizes.len() {
        return None;
    }
    let mut centers = start(&tied);
    let far = wanted(sizes, &tied);
    for _ in 0..ROUNDS {
        for at in 0..centers.len() {
            centers[at] = settled(at, &centers, &far[at]);
        }
    }
    for center in &mut centers {
        center.x *= WIDER;
    }
    spread(&mut centers, sizes);
    Some(Placement {
        routes: vec![None; pairs.len()],
        centers,
    })
}

/// The most tied company in the middle, all others around it in the order in which ties lead to them.
fn start(tied: &[Vec<usize>]) -> Vec<Point> {
    let mut order: Vec<usize> = Vec::new();
    let mut by_ties: Vec<usize> = (0..tied.len()).collect();
    by_ties.sort_by_key(|at| (std::cmp::Reverse(tied[*at].len()), *at));
    for root in by_ties {
        let mut open = VecDeque::from([root]);
        while let Some(at) = open.pop_front() {
            if !order.contains(&at) {
                order.push(at);
                open.extend(&tied[at]);
            }
        }
    }
    let mut centers = vec![Point::default(); tied.len()];
    for (nth, at) in order.iter().enumerate().skip(1) {
        let angle = TAU * nth as f64 / (tied.len() - 1) as f64;
        centers[*at] = Point::new(TIED * angle.cos(), TIED * angle.sin());
    }
    centers
}

/// How far each company should be from each other one: as many ties as lie between them, and room for its box.
fn wanted(sizes: &[(f64, f64)], tied: &[Vec<usize>]) -> Vec<Vec<f64>> {
    let steps = |from: usize| {
        let mut steps = vec![None; tied.len()];
        steps[from] = Some(0_u32);
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            for next in &tied[at] {
                if steps[*next].is_none() {
                    steps[*next] = steps[at].map(|step| step + 1);
                    open.push_back(*next);
                }
            }
        }
        steps
    };
    let half = |at: usize| (sizes[at].0 + sizes[at].1) / 4.0;
    let row = |from: usize| {
        let far = |(to, steps): (usize, Option<u32>)| {
            // a hub needs more room around it, or its ties would be hidden under its neighbours
            let crowd = (tied[from].len().max(tied[to].len()) as f64 / 9.0).clamp(1.0, 2.2);
            let steps = steps.map_or(APART, |steps| f64::from(steps) * crowd);
            TIED * steps + half(from) + half(to)
        };
        steps(from).into_iter().enumerate().map(far).collect()
    };
    (0..tied.len()).map(row).collect()
}

/// Where a company fits best while all others stay.
fn settled(at: usize, centers: &[Point], far: &[f64]) -> Point {
    let own = centers[at];
    let (mut x, mut y, mut weights) = (0.0, 0.0, 0.0);
    for (other, center) in centers.iter().enumerate().filter(|(other, _)| *other != at) {
        let weight = far[other].powi(-2);
        let now = own.distance(*center);
        let (dx, dy) = if now > 0.01 {
            ((own.x - center.x) / now, (own.y - center.y) / now)
        } else {
            // two on one spot part in a direction of their own
            let angle = TAU * (at * 7 + other) as f64 / 31.0;
            (angle.cos(), angle.sin())
        };
        x += weight * (center.x + far[other] * dx);
        y += weight * (center.y + far[other] * dy);
        weights += weight;
    }
    if weights > 0.0 {
        Point::new(x / weights, y / weights)
    } else {
        own
    }
}

/// Pushes overlapping boxes apart, each pair along the shorter way.
fn spread(centers: &mut [Point], sizes: &[(f64, f64)]) {
    for _ in 0..200 {
        let mut moved = false;
        for at in 0..centers.len() {
            for other in at + 1..centers.len() {
                let boxes: Vec<Rect> = rects(&[centers[at], centers[other]], &[sizes[at], sizes[other]]);
                let (a, b) = (boxes[0].grown(GAP), boxes[1].grown(GAP));
                if !a.overlaps(b) {
                    continue;
                }
                moved = true;
                let (dx, dy) = (
                    a.right().min(b.right()) - a.x.max(b.x),
                    a.bottom().min(b.bottom()) - a.y.max(b.y),
                );
                let toward = |from: f64, to: f64| if from <= to { 1.0 } else { -1.0 };
                let (x, y) = if dx < dy {
                    (toward(centers[at].x, centers[other].x) * (dx / 2.0 + 0.5), 0.0)
                } else {
                    (0.0, toward(centers[at].y, centers[other].y) * (dy / 2.0 + 0.5))
                };
                centers[at] = centers[at].plus(-x, -y);
                centers[other] = centers[other].plus(x, y);
            }
        }
        if !moved {
            return;
        }
    }
}
