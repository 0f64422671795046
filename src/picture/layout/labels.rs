//! What lines say, set on them where it covers no box and no other label.

use crate::graph::Presence;
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{Anchor, Label, Line, Scene, Tone};

const FONT: Font = Font::plain(11.0);
/// Texts are tried at these widths, the wide first.
const WIDTHS: [f64; 3] = [140.0, 190.0, 84.0];
/// Places along a line, as parts of it.
const PLACES: [f64; 13] = [
    0.5, 0.45, 0.55, 0.4, 0.6, 0.34, 0.66, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84,
];
/// How far a text stands to the side of its line, as parts of its width; the line still runs under it.
const ASIDE: [f64; 3] = [0.0, -0.32, 0.32];
/// What it costs to cover a line of the same side, and of another one, in trials.
const COVERS: usize = 40;
const COVERS_OTHER_SIDE: usize = 120;
/// With more lines than this, labels would only be in each other's way.
pub(super) const MOST: usize = 60;

/// Sets a label on each line, as far as there is room; what has none still stands in the line's tooltip.
pub(super) fn place(scene: &mut Scene) {
    if scene.lines.len() > MOST {
        return;
    }
    let boxes: Vec<Rect> = scene.boxes.iter().map(|found| found.rect.grown(3.0)).collect();
    let ways: Vec<Vec<Point>> = scene.lines.iter().map(|line| line.route.points()).collect();
    let mut taken: Vec<Rect> = Vec::new();
    // the longest first, as they find a place the least easily
    let mut order: Vec<usize> = (0..scene.lines.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(scene.lines[*at].text.chars().count().min(60)), *at));
    for at in order {
        let line = &scene.lines[at];
        let tone = Tone::from(line.side);
        let mut best: Option<(usize, Rect, Vec<String>)> = None;
        for (trial, (rect, lines)) in trials(&text(line), &ways[at]).into_iter().enumerate() {
            if best.as_ref().is_some_and(|(least, ..)| *least <= trial) {
                break;
            }
            if boxes.iter().chain(&taken).any(|other| rect.overlaps(*other)) {
                continue;
            }
            let cost = covered(&scene.lines, &ways, at, rect).map(|cost| cost + trial);
            if let Some(cost) = cost.filter(|cost| best.as_ref().is_none_or(|(least, ..)| cost < least)) {
                best = Some((cost, rect, lines));
            }
        }
        if let Some((_, rect, lines)) = best {
            taken.push(rect.grown(2.0));
            scene.lines[at].labels = set(rect, &lines, tone);
        }
    }
}

/// What a line says, with the marks of what does not surely hold, as answers have them too.
fn text(line: &Line) -> String {
    match line.presence {
        Presence::Maybe => format!("{} ~", line.text),
        Presence::Presumed => format!("{} ?", line.text),
        Presence::Yes | Presence::No => line.text.clone(),
    }
}

/// Places for a text on a way, the best first.
fn trials(text: &str, way: &[Point]) -> Vec<(Rect, Vec<String>)> {
    let mut trials = Vec::new();
    for width in WIDTHS {
        let lines = FONT.wrap_at_most(text, width, 3);
        let w = lines.iter().map(|text| FONT.width(text)).fold(0.0, f64::max) + 4.0;
        let h = FONT.leading() * lines.len() as f64 + 2.0;
        for aside in ASIDE {
            for part in PLACES {
                let middle = way[((way.len() - 1) as f64 * part) as usize];
                trials.push((Rect::around(middle.plus(aside * w, 0.0), w, h), lines.clone()));
            }
        }
    }
    trials
}

/// What a label of a line costs by the lines that it covers; `None` where it covers the other side of its own pair.
fn covered(lines: &[Line], ways: &[Vec<Point>], at: usize, rect: Rect) -> Option<usize> {
    let own = &lines[at];
    let pair = |line: &Line| (line.from.min(line.to), line.from.max(line.to));
    let mut cost = 0;
    for (nth, (other, way)) in lines.iter().zip(ways).enumerate() {
        let ground = rect.grown(other.width / 2.0 + 1.0);
        if nth == at || !way.iter().any(|point| ground.contains(*point)) {
            continue;
        }
        cost += match other.side == own.side {
            false if pair(other) == pair(own) => return None,
            false => COVERS_OTHER_SIDE,
            true => COVERS,
        };
    }
    Some(cost)
}

fn set(rect: Rect, lines: &[String], tone: Tone) -> Vec<Label> {
    let top = rect.y + 1.0;
    let label = |(row, text): (usize, &String)| {
        let at = Point::new(rect.center().x, top + FONT.ascent() + FONT.leading() * row as f64);
        let mut label = Label::new(at, FONT, tone, text.clone()).anchored(Anchor::Middle);
        label.ground = true;
        label
    };
    lines.iter().enumerate().map(label).collect()
}
