//! What lines say, set on them where it covers no box, no other label and no line of another pair.
//!
//! A text that finds no such place becomes a number, and stands in a list below.

use super::bounds;
use crate::graph::Presence;
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{About, Anchor, Ink, Label, Line, Mark, Scene, Shape, Tone};

const FONT: Font = Font::plain(11.0);
const NUMBER: Font = Font::bold(10.5);
/// Texts are tried at these widths, the wide first.
const WIDTHS: [f64; 4] = [140.0, 190.0, 100.0, 76.0];
/// Places along a line, as parts of it.
const PLACES: [f64; 17] = [
    0.5, 0.45, 0.55, 0.4, 0.6, 0.34, 0.66, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84, 0.12, 0.88, 0.09, 0.91,
];
/// How far a text stands to the side of its line, as parts of its size: on the line, a little beside it, just off it.
const ASIDE: [(f64, f64); 9] = [
    (0.0, 0.0),
    (-0.32, 0.0),
    (0.32, 0.0),
    (0.0, -0.62),
    (0.0, 0.62),
    (-0.54, 0.0),
    (0.54, 0.0),
    (-0.54, -0.5),
    (0.54, 0.5),
];
/// The lines of a text.
const LINES: usize = 3;
/// Between a text and what is not its own.
const CLEAR: f64 = 2.0;
/// With more lines than this, labels would only be in each other's way.
pub(super) const MOST: usize = 60;
/// The width of a column of the list.
const COLUMN: f64 = 420.0;

/// The way of a line, and the rectangle around it.
struct Way {
    points: Vec<Point>,
    bounds: Rect,
    half: f64,
}

impl Way {
    fn of(line: &Line) -> Self {
        Self {
            points: line.route.points(),
            bounds: line.route.bounds(),
            half: line.width / 2.0 + if line.looped { 3.5 } else { 0.0 },
        }
    }

    fn touches(&self, rect: Rect) -> bool {
        let ground = rect.grown(self.half + CLEAR);
        self.bounds.grown(1.0).overlaps(ground) && self.points.iter().any(|point| ground.contains(*point))
    }
}

/// Sets a label on each line, or a number that a list below explains.
pub(super) fn place(scene: &mut Scene) {
    if scene.lines.len() > MOST {
        return;
    }
    let boxes: Vec<Rect> = scene.boxes.iter().map(|found| found.rect.grown(3.0)).collect();
    let ways: Vec<Way> = scene.lines.iter().map(Way::of).collect();
    let mut taken: Vec<Rect> = Vec::new();
    // the longest first, as they find a place the least easily
    let mut order: Vec<usize> = (0..scene.lines.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(scene.lines[*at].text.chars().count().min(60)), *at));
    let mut without = Vec::new();
    for at in order {
        let free = |rect: Rect| {
            !boxes.iter().chain(&taken).any(|other| rect.overlaps(*other))
                && !ways.iter().enumerate().any(|(nth, way)| nth != at && way.touches(rect))
        };
        let line = &scene.lines[at];
        let found = trials(&text(line), &ways[at].points)
            .into_iter()
            .find(|(rect, _)| free(*rect));
        match found {
            Some((rect, lines)) => {
                taken.push(rect.grown(CLEAR));
                scene.lines[at].labels = set(rect, &lines, Tone::from(line.side));
            }
            None => without.push(at),
        }
    }
    without.sort_unstable();
    number(scene, &without, &ways, &boxes, &mut taken);
}

/// Numbers lines whose texts found no place, and lists the texts below.
fn number(scene: &mut Scene, without: &[usize], ways: &[Way], boxes: &[Rect], taken: &mut Vec<Rect>) {
    let mut said: Vec<(Option<String>, String, Tone)> = Vec::new();
    let mut numbered = 0;
    for at in without {
        let sign = (numbered + 1).to_string();
        let radius = (NUMBER.width(&sign) / 2.0 + 3.0).max(7.5);
        let way = &ways[*at];
        let free = |rect: &Rect| {
            !boxes.iter().chain(taken.iter()).any(|other| rect.overlaps(*other))
                && !ways
                    .iter()
                    .enumerate()
                    .any(|(other, way)| other != *at && way.touches(*rect))
        };
        // from the middle outwards
        let parts = (0..=184).map(|step: usize| {
            if step.is_multiple_of(2) {
                100 + step / 2
            } else {
                100 - step.div_ceil(2)
            }
        });
        let best = parts
            .map(|part| way.points[(way.points.len() - 1) * part / 200])
            .map(|point| Rect::around(point, 2.0 * radius, 2.0 * radius))
            .find(free);
        let line = &mut scene.lines[*at];
        let who = line.about.text.lines().next().unwrap_or_default().to_owned();
        let tone = Tone::from(line.side);
        let told = format!("{who} · {}", text(line));
        if let Some(rect) = best {
            numbered += 1;
            taken.push(rect.grown(1.0));
            let at = rect.center();
            let baseline = at.plus(0.0, NUMBER.size * 0.36);
            line.labels = vec![Label::new(baseline, NUMBER, tone, sign.clone()).anchored(Anchor::Middle)];
            scene.marks.push(Mark {
                at,
                radius,
                shape: Shape::Disc,
                tone,
                ink: Ink::Outlined,
                about: About::default(),
            });
        }
        // one without any place is still told from the others by whom it ties
        said.push((best.is_some().then_some(sign), told, tone));
    }
    list(scene, &said);
}

/// Texts with their numbers, in columns below everything.
fn list(scene: &mut Scene, said: &[(Option<String>, String, Tone)]) {
    if said.is_empty() {
        return;
    }
    let content = bounds(scene);
    let columns = ((content.w + 24.0) / (COLUMN + 24.0)).floor().max(1.0) as usize;
    let rows = said.len().div_ceil(columns);
    let top = content.bottom() + 26.0;
    for (column, entries) in said.chunks(rows).enumerate() {
        let x = content.x + (COLUMN + 24.0) * column as f64;
        let mut y = top;
        for (sign, text, tone) in entries {
            let sign = sign.as_deref().unwrap_or("–");
            let at = Point::new(x + 18.0, y + FONT.ascent());
            scene
                .labels
                .push(Label::new(at, NUMBER, *tone, sign).anchored(Anchor::End));
            for line in FONT.wrap(text, COLUMN - 26.0) {
                let at = Point::new(x + 26.0, y + FONT.ascent());
                scene.labels.push(Label::new(at, FONT, Tone::Plain, line));
                y += FONT.leading();
            }
            y += 3.0;
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
    let mut seen: Vec<Vec<String>> = Vec::new();
    for width in WIDTHS {
        let lines = FONT.wrap_at_most(text, width, LINES);
        if seen.contains(&lines) {
            continue;
        }
        let w = lines.iter().map(|text| FONT.width(text)).fold(0.0, f64::max) + 6.0;
        let h = FONT.leading() * lines.len() as f64 + 2.0;
        for (dx, dy) in ASIDE {
            for part in PLACES {
                let middle = way[((way.len() - 1) as f64 * part) as usize];
                trials.push((Rect::around(middle.plus(dx * w, dy * h), w, h), lines.clone()));
            }
        }
        seen.push(lines);
    }
    trials
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
