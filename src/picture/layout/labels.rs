//! What lines say, set on them where it covers no box and no other label.

use crate::graph::Presence;
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{Anchor, Label, Scene, Tone};

const FONT: Font = Font::plain(11.0);
/// Texts are tried at these widths, the wide first.
const WIDTHS: [f64; 3] = [140.0, 190.0, 84.0];
/// Places along a line, as parts of it.
const PLACES: [f64; 9] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
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
        // the marks of what does not surely hold, as answers have them too
        let text = match line.presence {
            Presence::Maybe => format!("{} ~", line.text),
            Presence::Presumed => format!("{} ?", line.text),
            Presence::Yes | Presence::No => line.text.clone(),
        };
        let trials = WIDTHS.iter().flat_map(|width| {
            let lines = FONT.wrap_at_most(&text, *width, 3);
            PLACES.iter().map(move |part| (lines.clone(), *part))
        });
        let mut best: Option<(usize, Rect, Vec<String>)> = None;
        for (trial, (lines, part)) in trials.enumerate() {
            let way = &ways[at];
            let middle = way[((way.len() - 1) as f64 * part) as usize];
            let w = lines.iter().map(|text| FONT.width(text)).fold(0.0, f64::max);
            let rect = Rect::around(middle, w + 4.0, FONT.leading() * lines.len() as f64 + 2.0);
            if boxes.iter().chain(&taken).any(|other| rect.overlaps(*other)) {
                continue;
            }
            let crossed = ways
                .iter()
                .enumerate()
                .filter(|(other, way)| *other != at && way.iter().any(|point| rect.contains(*point)))
                .count();
            let cost = crossed * 6 + trial;
            if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
                best = Some((cost, rect, lines));
            }
        }
        if let Some((_, rect, lines)) = best {
            taken.push(rect.grown(2.0));
            scene.lines[at].labels = set(rect, &lines, tone);
        }
    }
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
