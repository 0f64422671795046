//! Lines in SVG, with their arrows and the signs of doubt.

use std::fmt::Write as _;

use super::out::{Out, n};
use crate::graph::Presence;
use crate::picture::compose::{reversed, tip};
use crate::picture::fonts::Font;
use crate::picture::geometry::{Route, Step};
use crate::picture::scene::{Anchor, Arrow, Label, Line, Tone};

impl Out {
    pub(super) fn line(&mut self, line: &Line) {
        let name = Tone::from(line.side).name();
        self.about(&line.about, "graphics-symbol img", |out| {
            let (to, from) = (
                matches!(line.arrow, Arrow::To | Arrow::Both),
                matches!(line.arrow, Arrow::From | Arrow::Both),
            );
            // a line ends under its arrow head, which a wide one would otherwise blunt
            let under = head_size(line.width) * 0.7;
            let mut drawn = line.route.clone();
            if to {
                drawn = drawn.shortened(under);
            }
            if from {
                drawn = reversed(&reversed(&drawn).shortened(under));
            }
            let way = path(&drawn);
            if line.looped {
                let _ = writeln!(
                    out.text,
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
                out.text,
                "<path class=\"line {name}{presence}\" d=\"{way}\" stroke-width=\"{}\"/>",
                n(line.width)
            );
            if to {
                out.head(&line.route, name, line.width);
            }
            if from {
                out.head(&reversed(&line.route), name, line.width);
            }
            out.doubt(line);
        });
    }

    /// An arrow head at the end of a route.
    fn head(&mut self, route: &Route, name: &str, width: f64) {
        let (before, end) = tip(route);
        let length = before.distance(end).max(0.1);
        let size = head_size(width);
        let (dx, dy) = ((end.x - before.x) / length, (end.y - before.y) / length);
        let base = end.plus(-dx * size, -dy * size);
        let half = (size * 0.45).max(width * 0.9);
        let (a, b) = (base.plus(-dy * half, dx * half), base.plus(dy * half, -dx * half));
        let _ = writeln!(
            self.text,
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
        let mut label =
            Label::new(at.plus(0.0, 5.0), Font::bold(14.0), Tone::from(line.side), text).anchored(Anchor::Middle);
        label.ground = true;
        self.label(&label);
    }
}

/// The length of an arrow head.
const fn head_size(width: f64) -> f64 {
    8.0 + width * 0.8
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
