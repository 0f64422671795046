//! Lines that came without a way, or whose way runs through a box, are led around.

use super::parallels;
use crate::picture::geometry::{Point, Rect, Route};

/// The least distance between parallel lines at their middles for both to be seen, with their labels.
const APART: f64 = 30.0;
/// And the least for them to be seen at all.
const SEEN: f64 = 9.0;
/// How far a line may bow, in steps, before the placement is given up.
const BOWS: usize = 60;
/// A step of a bow.
const BOW: f64 = 14.0;

/// A way for every line that crosses no box, parallel lines apart; `None` where some line finds none.
///
/// Cost: for each line that needs one, some dozens of trials, each linear in the boxes.
pub(super) fn routes(boxes: &[Rect], pairs: &[(usize, usize)], given: Vec<Option<Route>>) -> Option<Vec<Route>> {
    let parallels = parallels(pairs);
    let mut routes: Vec<Route> = Vec::with_capacity(pairs.len());
    for (at, (pair, given)) in pairs.iter().zip(given).enumerate() {
        let (nth, count) = parallels[at];
        let (a, b) = (boxes[pair.0], boxes[pair.1]);
        let wanted = (nth as f64 - (count as f64 - 1.0) / 2.0) * 2.0 * APART;
        // as seen from the pair's first company, so that lines drawn the other way round keep their places
        let wanted = if pair.0 < pair.1 { wanted } else { -wanted };
        let earlier: Vec<Point> = pairs[..at]
            .iter()
            .zip(&routes)
            .filter(|(other, _)| nth > 0 && (**other == *pair || **other == (pair.1, pair.0)))
            .map(|(_, route)| middle(route))
            .collect();
        let free = |route: &Route, least: f64| {
            earlier.iter().all(|point| point.distance(middle(route)) >= least) && clear(route, boxes)
        };
        let between = a.center().towards(b.center(), 0.5);
        let way = given
            .filter(|route| count == 1 || between.distance(middle(route)) >= APART / 2.0)
            .filter(|route| free(route, APART))
            .or_else(|| bows(a, b, wanted).find(|route| free(route, APART)))
            .or_else(|| bows(a, b, wanted).find(|route| free(route, SEEN)))?;
        routes.push(way);
    }
    Some(routes)
}

fn middle(route: &Route) -> Point {
    let points = route.points();
    points[points.len() / 2]
}

/// Whether a way runs through no box; its own may be touched at the edge.
fn clear(route: &Route, boxes: &[Rect]) -> bool {
    let bounds = route.bounds().grown(1.0);
    let near: Vec<Rect> = boxes
        .iter()
        .map(|rect| rect.grown(-1.0))
        .filter(|rect| rect.overlaps(bounds))
        .collect();
    near.iter().all(|rect| !route.crosses(*rect))
}

/// Curves from box to box, as far from the straight way as wanted first, then ever farther from that to either side.
fn bows(a: Rect, b: Rect, wanted: f64) -> impl Iterator<Item = Route> {
    let (from, to) = (a.center(), b.center());
    let length = from.distance(to).max(1.0);
    let (nx, ny) = (-(to.y - from.y) / length, (to.x - from.x) / length);
    (0..2 * BOWS).map(move |trial| {
        let by = wanted + (trial.div_ceil(2)) as f64 * BOW * if trial % 2 == 0 { 1.0 } else { -1.0 };
        let p = from.towards(to, 0.3).plus(nx * by * 1.3, ny * by * 1.3);
        let q = from.towards(to, 0.7).plus(nx * by * 1.3, ny * by * 1.3);
        Route::curve(a.exit(p), p, q, b.exit(q))
    })
}
