//! The last step of every picture: title above, legend below, and a canvas that holds everything.

use super::fonts::Font;
use super::geometry::{Point, Rect, Step};
use super::legend::{self, SAMPLE};
use super::scene::{Entry, Label, Mark, Panel, Scene, Tone};

/// White space around the picture.
const MARGIN: f64 = 28.0;
/// No picture is narrower, so that its title has room.
const LEAST_WIDTH: f64 = 640.0;
/// The title.
const HEADING: Font = Font::bold(22.0);
/// The line below it.
const FACTS: Font = Font::plain(12.5);
/// The legend.
const LEGEND: Font = Font::plain(12.0);
/// Finishes a picture whose parts stand where they stand relative to each other.
pub(super) fn compose(mut scene: Scene) -> Scene {
    let content = bounds(&scene);
    let width = content.w.max(LEAST_WIDTH);
    let mut y = MARGIN;
    let mut head = Vec::new();
    for line in HEADING.wrap(&scene.title.heading, width) {
        head.push(Label::new(
            Point::new(MARGIN, y + HEADING.ascent()),
            HEADING,
            Tone::Plain,
            line,
        ));
        y += HEADING.leading();
    }
    for line in FACTS.wrap(&scene.title.facts.join("  ·  "), width) {
        head.push(Label::new(
            Point::new(MARGIN, y + FACTS.ascent()),
            FACTS,
            Tone::Faint,
            line,
        ));
        y += FACTS.leading();
    }
    y += 20.0;
    shift(
        &mut scene,
        MARGIN - content.x + (width - content.w) / 2.0,
        y - content.y,
    );
    scene.labels.extend(head);
    y += content.h + 24.0;
    scene.legend = legend::entries(&scene);
    let height = place_legend(&mut scene, Rect::new(MARGIN, y, width, 0.0));
    scene.size = (width + 2.0 * MARGIN, y + height + MARGIN);
    scene
}

/// Sets the legend in columns and returns its height.
fn place_legend(scene: &mut Scene, area: Rect) -> f64 {
    let entries = scene.legend.clone();
    if entries.is_empty() {
        return 0.0;
    }
    scene.rules.push(super::scene::Rule {
        from: Point::new(area.x, area.y),
        to: Point::new(area.right(), area.y),
        strong: false,
    });
    let widest = entries
        .iter()
        .map(|entry| LEGEND.width(&entry.text))
        .fold(0.0, f64::max)
        .min(area.w - SAMPLE - 10.0);
    let column = widest + SAMPLE + 34.0;
    let columns = (((area.w + 34.0) / column).floor().max(1.0)) as usize;
    let rows = entries.len().div_ceil(columns);
    let mut y = area.y + 14.0;
    for row in 0..rows {
        let mut lines = 1;
        // read down the columns: entries of one sort stay together
        for (at, entry) in (0..columns).filter_map(|column| Some((column, entries.get(column * rows + row)?))) {
            let x = area.x + column * at as f64;
            lines = lines.max(place_entry(scene, entry, Point::new(x, y), widest));
        }
        y += LEGEND.leading() * lines as f64 + 4.0;
    }
    y - area.y
}

/// Sets one entry and returns its number of lines.
fn place_entry(scene: &mut Scene, entry: &Entry, at: Point, width: f64) -> usize {
    legend::draw_sample(scene, entry.sample, at.plus(SAMPLE / 2.0, LEGEND.size * 0.65));
    let lines = LEGEND.wrap(&entry.text, width.max(40.0));
    for (row, line) in lines.iter().enumerate() {
        let baseline = at.y + LEGEND.ascent() + LEGEND.leading() * row as f64;
        let place = Point::new(at.x + SAMPLE + 10.0, baseline);
        scene.labels.push(Label::new(place, LEGEND, Tone::Plain, line.clone()));
    }
    lines.len()
}

/// The smallest rectangle around all parts.
pub(super) fn bounds(scene: &Scene) -> Rect {
    let panels = scene.panels.iter().map(|panel| panel.rect);
    let bars = scene.bars.iter().map(|bar| bar.rect);
    let boxes = scene.boxes.iter().map(|found| found.rect.grown(2.0));
    let lines = scene
        .lines
        .iter()
        .map(|line| line.route.bounds().grown(line.width / 2.0 + 6.0));
    let marks = scene
        .marks
        .iter()
        .map(|mark| Rect::around(mark.at, mark.radius * 2.0, mark.radius * 2.0).grown(2.0));
    let of_lines = scene.lines.iter().flat_map(|line| &line.labels);
    let of_boxes = scene.boxes.iter().flat_map(|found| &found.labels);
    let labels = scene.labels.iter().chain(of_lines).chain(of_boxes).map(Label::rect);
    let rules = scene.rules.iter().map(|rule| point(rule.from).union(point(rule.to)));
    panels
        .chain(bars)
        .chain(boxes)
        .chain(lines)
        .chain(marks)
        .chain(labels)
        .chain(rules)
        .reduce(Rect::union)
        .unwrap_or_default()
}

const fn point(at: Point) -> Rect {
    Rect::new(at.x, at.y, 0.0, 0.0)
}

/// Moves every part.
pub(super) fn shift(scene: &mut Scene, dx: f64, dy: f64) {
    let label = |label: &mut Label| label.at = label.at.plus(dx, dy);
    for Panel { rect, .. } in &mut scene.panels {
        *rect = rect.plus(dx, dy);
    }
    for bar in &mut scene.bars {
        bar.rect = bar.rect.plus(dx, dy);
    }
    for found in &mut scene.boxes {
        found.rect = found.rect.plus(dx, dy);
        found.frames.iter_mut().for_each(|frame| *frame = frame.plus(dx, dy));
        found.labels.iter_mut().for_each(label);
    }
    for line in &mut scene.lines {
        line.route = line.route.plus(dx, dy);
        line.labels.iter_mut().for_each(label);
    }
    for Mark { at, .. } in &mut scene.marks {
        *at = at.plus(dx, dy);
    }
    for rule in &mut scene.rules {
        rule.from = rule.from.plus(dx, dy);
        rule.to = rule.to.plus(dx, dy);
    }
    scene.labels.iter_mut().for_each(label);
}

/// The ends of a route's last piece, for arrows: a point a little before the end, and the end.
pub(super) fn tip(route: &super::geometry::Route) -> (Point, Point) {
    let points = route.points();
    let end = route.end();
    let before = points
        .iter()
        .rev()
        .find(|point| point.distance(end) > 9.0)
        .copied()
        .unwrap_or(route.start);
    (before, end)
}

/// The same way in the other direction.
pub(super) fn reversed(route: &super::geometry::Route) -> super::geometry::Route {
    let mut starts = vec![route.start];
    for step in &route.steps {
        starts.push(match step {
            Step::Line(end) | Step::Curve(_, _, end) => *end,
        });
    }
    let steps = route
        .steps
        .iter()
        .enumerate()
        .rev()
        .map(|(at, step)| match step {
            Step::Line(_) => Step::Line(starts[at]),
            Step::Curve(a, b, _) => Step::Curve(*b, *a, starts[at]),
        })
        .collect();
    super::geometry::Route {
        start: route.end(),
        steps,
    }
}
