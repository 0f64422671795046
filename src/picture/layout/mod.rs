//! Where boxes stand and lines run: from outside (Graphviz), or from the three built-in layouts.
//!
//! Stress where there are few ties a company, a circle where there are many, two facing columns for many companies. The
//! last two keep lines out of boxes by construction; with places from elsewhere every line is led around what it would
//! cross.

mod circle;
mod columns;
mod detour;
pub mod graphviz;
mod labels;
mod stress;

use super::compose::bounds;
use super::geometry::{Point, Rect, Route};
use super::scene::{Box, Scene};

/// Places for the boxes and lines of a scene, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    /// The centre of each box.
    pub centers: Vec<Point>,
    /// The way of each line; none where it is to be found.
    pub routes: Vec<Option<Route>>,
}

/// The centres of boxes and the ways of lines.
type Placed = (Vec<Point>, Vec<Route>);

/// More companies than this never fit a circle that can be read.
const ON_A_CIRCLE: usize = 36;

/// Places boxes, lines and the labels of lines.
///
/// A placement from outside in which boxes overlap, or a line finds no way around them, is spread; one that does not fit
/// the scene, or that no spreading helps, is replaced by a built-in one.
pub(super) fn place(scene: &mut Scene, placement: Option<Placement>) {
    let sizes: Vec<(f64, f64)> = scene.boxes.iter().map(|found| (found.rect.w, found.rect.h)).collect();
    let pairs: Vec<(usize, usize)> = scene.lines.iter().map(|line| (line.from, line.to)).collect();
    let widths: Vec<f64> = scene.lines.iter().map(|line| line.width).collect();
    let placed = placement
        .filter(|placement| fits(placement, sizes.len(), pairs.len()))
        .and_then(|placement| settle(&placement, &sizes, &pairs))
        .or_else(|| settle(&stress::place(&sizes, &pairs)?, &sizes, &pairs))
        .or_else(|| {
            (sizes.len() <= ON_A_CIRCLE)
                .then(|| circle::place(&sizes, &pairs, &widths))
                .flatten()
        })
        .unwrap_or_else(|| columns::place(&sizes, &pairs));
    for (found, center) in scene.boxes.iter_mut().zip(&placed.0) {
        move_to(found, *center);
    }
    for (line, route) in scene.lines.iter_mut().zip(placed.1) {
        line.route = route;
    }
    labels::place(scene);
}

/// Whether a placement has a place for everything.
fn fits(placement: &Placement, boxes: usize, lines: usize) -> bool {
    let finite = |p: &Point| p.x.is_finite() && p.y.is_finite();
    placement.centers.len() == boxes && placement.routes.len() == lines && placement.centers.iter().all(finite)
}

/// How far a placement from outside is spread until nothing overlaps and every line finds a way.
const SPREADS: [f64; 5] = [1.0, 1.25, 1.6, 2.1, 2.8];

/// A placement from outside, spread as far as it takes; `None` where nothing helps.
fn settle(placement: &Placement, sizes: &[(f64, f64)], pairs: &[(usize, usize)]) -> Option<Placed> {
    SPREADS.into_iter().find_map(|spread| {
        let centers: Vec<Point> = placement
            .centers
            .iter()
            .map(|center| Point::new(center.x * spread, center.y * spread))
            .collect();
        let boxes = rects(&centers, sizes);
        if any_overlap(&boxes) {
            return None;
        }
        // ways that were given lead between the places that were given
        let given = if spread > 1.0 {
            vec![None; pairs.len()]
        } else {
            placement.routes.clone()
        };
        Some((centers, detour::routes(&boxes, pairs, given)?))
    })
}

fn rects(centers: &[Point], sizes: &[(f64, f64)]) -> Vec<Rect> {
    centers
        .iter()
        .zip(sizes)
        .map(|(center, (w, h))| Rect::around(*center, *w, *h))
        .collect()
}

/// Whether any two rectangles overlap.
fn any_overlap(rects: &[Rect]) -> bool {
    rects
        .iter()
        .enumerate()
        .any(|(at, rect)| rects[at + 1..].iter().any(|other| rect.overlaps(*other)))
}

/// Moves a box, whose parts are relative to its upper left corner, onto its centre.
fn move_to(found: &mut Box, center: Point) {
    let (dx, dy) = (
        center.x - found.rect.w / 2.0 - found.rect.x,
        center.y - found.rect.h / 2.0 - found.rect.y,
    );
    found.rect = found.rect.plus(dx, dy);
    for frame in &mut found.frames {
        *frame = frame.plus(dx, dy);
    }
    for label in &mut found.labels {
        label.at = label.at.plus(dx, dy);
    }
}

/// For each line: its number among the lines of its pair, and how many there are.
fn parallels(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    let key = |(a, b): &(usize, usize)| (*a.min(b), *a.max(b));
    for pair in pairs {
        *counts.entry(key(pair)).or_insert(0_usize) += 1;
    }
    let mut seen = std::collections::BTreeMap::new();
    pairs
        .iter()
        .map(|pair| {
            let nth = seen.entry(key(pair)).or_insert(0_usize);
            *nth += 1;
            (*nth - 1, counts[&key(pair)])
        })
        .collect()
}
