//! Accessible SVG without script: every mark says what it is, links to its source and carries its data.

use std::collections::BTreeSet;
use std::fmt::Write as _;

pub use super::theme::Theme;
use super::theme::css;
use crate::graph::Presence;
use crate::picture::clean::xml;
use crate::picture::compose::{reversed, tip};
use crate::picture::geometry::{Point, Route, Step};
use crate::picture::scene::{About, Anchor, Arrow, Bar, Box, Fill, Label, Line, Mark, Panel, Scene, Shape, Tone};

/// Writes a composed scene.
#[must_use]
pub fn write(scene: &Scene, theme: Theme) -> String {
    let mut out = Out(String::new());
    let (w, h) = (n(scene.size.0), n(scene.size.1));
    let lang = scene.lang.code();
    let _ = writeln!(
        out.0,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         role=\"graphics-document document\" aria-labelledby=\"title desc\" lang=\"{lang}\" xml:lang=\"{lang}\" \
         data-style=\"{}\">",
        scene.style.name()
    );
    let _ = writeln!(out.0, "<title id=\"title\">{}</title>", xml(&scene.title.heading));
    let _ = writeln!(out.0, "<desc id=\"desc\">{}</desc>", xml(&scene.title.description));
    let _ = writeln!(out.0, "<style>\n{}</style>", css(theme));
    defs(&mut out.0, scene);
    let _ = writeln!(out.0, "<rect class=\"paper\" width=\"{w}\" height=\"{h}\"/>");
    scene.panels.iter().for_each(|panel| out.panel(panel));
    for rule in &scene.rules {
        let class = if rule.strong { "rule-strong" } else { "rule" };
        let (x1, y1, x2, y2) = (n(rule.from.x), n(rule.from.y), n(rule.to.x), n(rule.to.y));
        let _ = writeln!(
            out.0,
            "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>"
        );
    }
    scene.bars.iter().for_each(|bar| out.bar(bar));
    scene.lines.iter().chain(&scene.samples).for_each(|line| out.line(line));
    scene.boxes.iter().for_each(|found| out.company(found));
    scene.marks.iter().for_each(|mark| out.mark(mark));
    scene
        .lines
        .iter()
        .flat_map(|line| &line.labels)
        .for_each(|label| out.label(label));
    scene.labels.iter().for_each(|label| out.label(label));
    out.0.push_str("</svg>\n");
    out.0
}

/// A number with at most one decimal: fine enough for the eye, and equal on every machine.
fn n(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // no negative zero
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// Gradients of soft ends and stripes of sides, as far as they are used.
fn defs(out: &mut String, scene: &Scene) {
    let tones: BTreeSet<Tone> = scene.bars.iter().map(|bar| bar.tone).collect();
    if tones.is_empty() {
        return;
    }
    out.push_str("<defs>\n");
    for tone in tones {
        let name = tone.name();
        for (id, from, to) in [("in", ".06", ".9"), ("out", ".9", ".06"), ("fade", ".5", ".1")] {
            let _ = writeln!(
                out,
                "<linearGradient id=\"{id}-{name}\"><stop class=\"stop-{name}\" offset=\"0\" stop-opacity=\"{from}\"/>\
                 <stop class=\"stop-{name}\" offset=\"1\" stop-opacity=\"{to}\"/></linearGradient>"
            );
        }
    }
    out.push_str(
        "<pattern id=\"stripes\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <path class=\"stripe\" d=\"M0 0V7\" stroke-width=\"3\" stroke-opacity=\".55\"/></pattern>\n\
         <pattern id=\"dots\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
         <path class=\"stripe\" d=\"M3 1V5M1 3H5\" stroke-width=\"1.4\" stroke-opacity=\".7\"/></pattern>\n</defs>\n",
    );
}

/// The text that is being written.
struct Out(String);

impl Out {
    /// Writes a group with what stands behind it; plain content where nothing does.
    fn about(&mut self, about: &About, role: &str, content: impl FnOnce(&mut Self)) {
        if about.text.is_empty() {
            content(self);
            return;
        }
        let text = xml(&about.text);
        if let Some(link) = &about.link {
            let _ = write!(self.0, "<a href=\"{}\" target=\"_blank\" rel=\"noopener\">", xml(link));
        }
        let _ = write!(self.0, "<g role=\"{role}\" aria-label=\"{text}\"");
        if !about.ids.is_empty() {
            let _ = write!(self.0, " data-ids=\"{}\"", xml(&about.ids.join(" ")));
        }
        for (name, value) in [("since", &about.since), ("until", &about.until)] {
            if let Some(value) = value {
                let _ = write!(self.0, " data-{name}=\"{}\"", xml(value));
            }
        }
        if let Some(side) = about.side {
            let _ = write!(self.0, " data-side=\"{}\"", Tone::from(side).name());
        }
        let _ = writeln!(self.0, "><title>{text}</title>");
        content(self);
        self.0.push_str("</g>");
        self.0.push_str(if about.link.is_some() { "</a>\n" } else { "\n" });
    }

    fn rect(&mut self, class: &str, rect: crate::picture::geometry::Rect, radius: f64, more: &str) {
        let (x, y, w, h) = (n(rect.x), n(rect.y), n(rect.w), n(rect.h));
        let _ = writeln!(
            self.0,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{}\"{more}/>",
            n(radius)
        );
    }

    fn panel(&mut self, panel: &Panel) {
        let class = if panel.outline { "outline" } else { "panel" };
        self.about(&panel.about, "graphics-object group", |out| {
            out.rect(&format!("{class} {}", panel.tone.name()), panel.rect, 8.0, "");
        });
    }

    fn bar(&mut self, bar: &Bar) {
        let name = bar.tone.name();
        self.about(&bar.about, "graphics-symbol img", |out| {
            let fill = match bar.fill {
                Fill::Firm => String::new(),
                Fill::SoftStart => format!(" style=\"fill:url(#in-{name})\""),
                Fill::SoftEnd => format!(" style=\"fill:url(#out-{name})\""),
                Fill::Presumed => format!(" style=\"fill:url(#fade-{name})\""),
                Fill::Doubtful => " fill-opacity=\".25\"".to_owned(),
            };
            out.rect(&format!("bar {name}"), bar.rect, 2.0, &fill);
            // sides differ by hatching too
            let hatch = match bar.tone {
                Tone::Competition => Some("stripes"),
                Tone::Conflict => Some("dots"),
                _ => None,
            };
            if let Some(hatch) = hatch {
                out.rect("hatch", bar.rect, 2.0, &format!(" fill=\"url(#{hatch})\""));
            }
            if matches!(bar.fill, Fill::Presumed | Fill::Doubtful) {
                out.rect(&format!("frame {name}"), bar.rect, 2.0, "");
            }
        });
    }

    fn line(&mut self, line: &Line) {
        let name = Tone::from(line.side).name();
        self.about(&line.about, "graphics-symbol img", |out| {
            let way = path(&line.route);
            if line.looped {
                let _ = writeln!(
                    out.0,
                    "<path class=\"casing {name}\" d=\"{way}\" stroke-width=\"{}\"/>",
                    n(line.width + 7.0)
                );
            }
            let presence = match line.presence {
                Presence::Maybe => " maybe",
                Presence::Presumed => " presumed",
                Presence::Yes | Presence::No => "",
            };
            let _ = writeln!(
                out.0,
                "<path class=\"line {name}{presence}\" d=\"{way}\" stroke-width=\"{}\"/>",
                n(line.width)
            );
            if matches!(line.arrow, Arrow::To | Arrow::Both) {
                out.head(&line.route, name, line.width);
            }
            if matches!(line.arrow, Arrow::From | Arrow::Both) {
                out.head(&reversed(&line.route), name, line.width);
            }
            out.doubt(line);
        });
    }

    /// An arrow head at the end of a route.
    fn head(&mut self, route: &Route, name: &str, width: f64) {
        let (before, end) = tip(route);
        let length = before.distance(end).max(0.1);
        let size = 8.0 + width * 0.8;
        let (dx, dy) = ((end.x - before.x) / length, (end.y - before.y) / length);
        let base = end.plus(-dx * size, -dy * size);
        let half = (size * 0.45).max(width * 0.9);
        let (a, b) = (base.plus(-dy * half, dx * half), base.plus(dy * half, -dx * half));
        let _ = writeln!(
            self.0,
            "<path class=\"head {name}\" d=\"M{} {}L{} {}L{} {}Z\"/>",
            n(end.x),
            n(end.y),
            n(a.x),
            n(a.y),
            n(b.x),
            n(b.y)
        );
    }

    /// The marks of what does not surely hold, as answers have them too: `~` and `?`.
    fn doubt(&mut self, line: &Line) {
        let text = match line.presence {
            // a label says it itself
            _ if !line.labels.is_empty() => return,
            Presence::Maybe => "~",
            Presence::Presumed => "?",
            Presence::Yes | Presence::No => return,
        };
        let points = line.route.points();
        let at = match line.route.steps.as_slice() {
            // lanes lie close together: the mark stands where the line has left its lane
            [.., Step::Line(lane), Step::Curve(_, _, end)] => lane.towards(*end, 0.5),
            _ => points[points.len() / 2],
        };
        let mut label = Label::new(
            at.plus(0.0, 5.0),
            crate::picture::fonts::Font::bold(14.0),
            Tone::from(line.side),
            text,
        )
        .anchored(Anchor::Middle);
        label.ground = true;
        self.label(&label);
    }

    fn company(&mut self, found: &Box) {
        let name = found.tone.name();
        self.about(&found.about, "graphics-symbol img", |out| {
            let strong = if found.strong { " strong" } else { "" };
            if !found.bare {
                out.rect(&format!("box {name}{strong}"), found.rect, 6.0, "");
            }
            for frame in &found.frames {
                out.rect(&format!("frame {name}"), *frame, 4.0, "");
            }
            found.labels.iter().for_each(|label| out.label(label));
        });
    }

    fn mark(&mut self, mark: &Mark) {
        let hollow = if mark.hollow { " hollow" } else { "" };
        let class = format!("mark {}{hollow}", mark.tone.name());
        let width = if mark.hollow { " stroke-width=\"2\"" } else { "" };
        let Point { x, y } = mark.at;
        let r = mark.radius;
        self.about(&mark.about, "graphics-symbol img", |out| {
            let polygon = |points: &[(f64, f64)]| {
                let points: Vec<String> = points
                    .iter()
                    .map(|(dx, dy)| format!("{} {}", n(x + dx * r), n(y + dy * r)))
                    .collect();
                format!("<path class=\"{class}\"{width} d=\"M{}Z\"/>", points.join("L"))
            };
            let shape = match mark.shape {
                Shape::Disc => format!(
                    "<circle class=\"{class}\"{width} cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
                    n(x),
                    n(y),
                    n(r)
                ),
                Shape::Triangle => polygon(&[(0.0, -1.0), (1.0, 0.85), (-1.0, 0.85)]),
                Shape::Square => polygon(&[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)]),
                Shape::Diamond => polygon(&[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]),
                Shape::Cross => polygon(&[
                    (-1.0, -0.6),
                    (-0.6, -1.0),
                    (0.0, -0.4),
                    (0.6, -1.0),
                    (1.0, -0.6),
                    (0.4, 0.0),
                    (1.0, 0.6),
                    (0.6, 1.0),
                    (0.0, 0.4),
                    (-0.6, 1.0),
                    (-1.0, 0.6),
                    (-0.4, 0.0),
                ]),
                Shape::Dash => polygon(&[(-1.0, -0.15), (1.0, -0.15), (1.0, 0.15), (-1.0, 0.15)]),
            };
            out.0.push_str(&shape);
            out.0.push('\n');
        });
    }

    fn label(&mut self, label: &Label) {
        if label.text.is_empty() {
            return;
        }
        let bold = if label.font.bold { " bold" } else { "" };
        if label.ground {
            self.rect("ground", label.rect(), 2.0, "");
        }
        let (x, y) = (n(label.at.x), n(label.at.y));
        let turn = if label.slanted {
            format!(" transform=\"rotate(-45 {x} {y})\"")
        } else {
            String::new()
        };
        let anchor = match label.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let _ = writeln!(
            self.0,
            "<text class=\"{}{bold}\" x=\"{x}\" y=\"{y}\" font-size=\"{}\"{anchor}{turn}>{}</text>",
            label.tone.name(),
            n(label.font.size),
            xml(&label.text)
        );
    }
}

/// A route as path data.
fn path(route: &Route) -> String {
    let mut way = format!("M{} {}", n(route.start.x), n(route.start.y));
    for step in &route.steps {
        let _ = match step {
            Step::Line(p) => write!(way, "L{} {}", n(p.x), n(p.y)),
            Step::Curve(a, b, p) => write!(
                way,
                "C{} {} {} {} {} {}",
                n(a.x),
                n(a.y),
                n(b.x),
                n(b.y),
                n(p.x),
                n(p.y)
            ),
        };
    }
    way
}
