//! Layout by Graphviz, which somebody else runs: what it is asked, and how its answer is read.
//!
//! Nothing of the data goes out: nodes are `n0, n1, ...` with sizes, edges `e0, e1, ...` with the room of their labels.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::Placement;
use crate::picture::Draft;
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Route, Step};
use crate::picture::scene::Style;

/// The labels of lines, for which room is asked.
const LABEL: Font = Font::plain(11.0);
/// Graphviz measures boxes in inches of 72 points; a point is a pixel here.
const INCH: f64 = 72.0;

/// With more boxes, lines come straight.
const BENT: usize = 60;

/// A graph for `dot -Tjson` in any engine; `None` for pictures that are placed already.
#[must_use]
pub fn request(draft: &Draft) -> Option<String> {
    let Draft::Open(scene) = draft else { return None };
    // for many boxes Graphviz takes minutes to bend lines around them, which we do in a moment
    let splines = scene.boxes.len() <= BENT;
    let labelled = scene.lines.len() <= super::labels::MOST;
    // money reads from left to right
    let direction = if scene.style == Style::Flow { "LR" } else { "TB" };
    let mut out = format!(
        "digraph {{\ngraph [splines={splines} overlap=false sep=\"+26,22\" esep=\"+8\" nodesep=0.5 ranksep=0.75 \
         rankdir={direction} start=7 mindist=1.4]\n\
         node [shape=box fixedsize=true label=\"\"]\nedge [dir=none]\n"
    );
    let pairs: Vec<(usize, usize)> = scene.lines.iter().map(|line| (line.from, line.to)).collect();
    let parallels = super::parallels(&pairs);
    // springs are the longer, in inches, the more lines and labels have to find room beside each other
    let dense = scene.lines.len() as f64 / scene.boxes.len().max(1) as f64;
    for (at, found) in scene.boxes.iter().enumerate() {
        let _ = writeln!(
            out,
            "n{at} [width={:.3} height={:.3}]",
            found.rect.w / INCH,
            found.rect.h / INCH
        );
    }
    for (at, line) in scene.lines.iter().enumerate() {
        let lines = LABEL.wrap_at_most(&line.text, 140.0, 3);
        let w = lines.iter().map(|text| LABEL.width(text)).fold(0.0, f64::max).ceil() + 8.0;
        let h = (LABEL.leading() * lines.len() as f64).ceil() + 4.0;
        let label = if labelled {
            format!(
                " label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"{w}\" HEIGHT=\"{h}\"><TR><TD></TD></TR></TABLE>>"
            )
        } else {
            String::new()
        };
        let len = 2.4 + 0.5 * dense.min(4.0) + if parallels[at].1 > 1 { 1.2 } else { 0.0 };
        let _ = writeln!(out, "n{} -> n{} [id=e{at} len={len:.2}{label}]", line.from, line.to);
    }
    out.push_str("}\n");
    Some(out)
}

/// Why an answer of Graphviz is of no use.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// It is not the JSON that `-Tjson` writes.
    #[error("Graphviz answered with something that is no layout: {0}")]
    Form(#[from] serde_json::Error),
    /// A box has no place.
    #[error("Graphviz gave no place to every box")]
    Incomplete,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    objects: Vec<Object>,
    #[serde(default)]
    edges: Vec<Edge>,
}

#[derive(Deserialize)]
struct Object {
    name: String,
    pos: Option<String>,
}

#[derive(Deserialize)]
struct Edge {
    id: Option<String>,
    pos: Option<String>,
}

/// Reads what `-Tjson` answered to a [`request`].
///
/// # Errors
/// When it is no layout, or not of all boxes. Lines without a way are not an error: they are led by us.
pub fn read(draft: &Draft, answer: &str) -> Result<Placement, AnswerError> {
    let scene = draft.scene();
    let answer: Answer = serde_json::from_str(answer)?;
    let number = |name: &str| name.get(1..).and_then(|digits| digits.parse::<usize>().ok());
    let places: BTreeMap<usize, Point> = answer
        .objects
        .iter()
        .filter_map(|object| Some((number(&object.name)?, point(object.pos.as_deref()?)?)))
        .collect();
    let ways: BTreeMap<usize, Route> = answer
        .edges
        .iter()
        .filter_map(|edge| Some((number(edge.id.as_deref()?)?, route(edge.pos.as_deref()?)?)))
        .collect();
    let centers: Option<Vec<Point>> = (0..scene.boxes.len()).map(|at| places.get(&at).copied()).collect();
    Ok(Placement {
        centers: centers.ok_or(AnswerError::Incomplete)?,
        routes: (0..scene.lines.len()).map(|at| ways.get(&at).cloned()).collect(),
    })
}

/// `54,31`, its y turned downwards.
fn point(text: &str) -> Option<Point> {
    let mut parts = text.split(',').map(str::parse::<f64>);
    let (x, y) = (parts.next()?.ok()?, parts.next()?.ok()?);
    Some(Point::new(x, -y))
}

/// A B-spline as Graphviz writes it: a start, then three points a piece; several pieces are read as far as the first.
fn route(text: &str) -> Option<Route> {
    let points: Option<Vec<Point>> = text.split(';').next()?.split_whitespace().map(point).collect();
    let points = points?;
    let (start, rest) = points.split_first()?;
    if rest.is_empty() || rest.len() % 3 != 0 {
        return None;
    }
    Some(Route {
        start: *start,
        steps: rest.chunks_exact(3).map(|p| Step::Curve(p[0], p[1], p[2])).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splines_are_read_with_their_y_turned() {
        let way = route("108,40 114,41 120,42 126,42 158,45 195,47 234,48").unwrap();
        assert_eq!(
            (way.start, way.end(), way.steps.len()),
            (Point::new(108.0, -40.0), Point::new(234.0, -48.0), 2)
        );
        for bad in ["", "1,2", "1,2 3,4", "e,1,2 3,4 5,6 7,8", "1,x 2,3 4,5 6,7"] {
            assert_eq!(route(bad), None, "{bad}");
        }
    }
}
