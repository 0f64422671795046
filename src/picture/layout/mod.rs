//! Where boxes stand and lines run: from outside (Graphviz), or from the two built-in layouts.
//!
//! A circle for few companies, two facing columns for many; both keep lines out of boxes by construction, and every line
//! that comes from outside is checked and led around what it would cross.

mod circle;
mod columns;
mod detour;
pub mod graphviz;
mod labels;

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
/// A placement from outside that does not fit the scene, in which boxes overlap, or in which a line finds no way around
/// them, is replaced by a built-in one.
pub(super) fn place(scene: &mut Scene, placement: Option<Placement>) {
    let sizes: Vec<(f64, f64)> = scene.boxes.iter().map(|found| (found.rect.w, found.rect.h)).collect();
    let pairs: Vec<(usize, usize)> = scene.lines.iter().map(|line| (line.from, line.to)).collect();
    let placed = placement
        .filter(|placement| fits(placement, &sizes, &pairs))
        .and_then(|placement| {
            let routes = detour::routes(&rects(&placement.centers, &sizes), &pairs, placement.routes)?;
            Some((placement.centers, routes))
        })
        .or_else(|| {
            (sizes.len() <= ON_A_CIRCLE)
                .then(|| circle::place(&sizes, &pairs))
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

/// Whether a placement has a place for everything and no two boxes share one.
fn fits(placement: &Placement, sizes: &[(f64, f64)], pairs: &[(usize, usize)]) -> bool {
    let finite = |p: &Point| p.x.is_finite() && p.y.is_finite();
    placement.centers.len() == sizes.len()
        && placement.routes.len() == pairs.len()
        && placement.centers.iter().all(finite)
        && !any_overlap(&rects(&placement.centers, sizes))
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
