//! Accessible SVG without script: every mark says what it is, links to its source and carries its data.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::out::{Out, n};
pub use super::theme::Theme;
use super::theme::css;
use super::xml::escape;
use crate::picture::fonts::drawable;
use crate::picture::geometry::Point;
use crate::picture::scene::{Anchor, Box, Ink, Label, Mark, Panel, Scene, Shape};

/// Writes a composed scene.
#[must_use]
pub fn write(scene: &Scene, theme: Theme) -> String {
    let mut out = Out {
        text: String::new(),
        fit: theme == Theme::Auto,
    };
    let (w, h) = (n(scene.size.0), n(scene.size.1));
    let lang = scene.lang.code();
    let _ = writeln!(
        out.text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         role=\"graphics-document document\" aria-labelledby=\"title desc\" lang=\"{lang}\" xml:lang=\"{lang}\" \
         data-style=\"{}\">",
        scene.style.name()
    );
    let _ = writeln!(out.text, "<title id=\"title\">{}</title>", escape(&scene.title.heading));
    let _ = writeln!(
        out.text,
        "<desc id=\"desc\">{}</desc>",
        escape(&scene.title.description)
    );
    let _ = writeln!(out.text, "<style>\n{}</style>", css(theme));
    super::bars::defs(&mut out.text, scene);
    let _ = writeln!(out.text, "<rect class=\"paper\" width=\"{w}\" height=\"{h}\"/>");
    scene.panels.iter().for_each(|panel| out.panel(panel));
    for rule in &scene.rules {
        let class = if rule.strong { "rule-strong" } else { "rule" };
        let (x1, y1, x2, y2) = (n(rule.from.x), n(rule.from.y), n(rule.to.x), n(rule.to.y));
        let _ = writeln!(
            out.text,
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
    out.text.push_str("</svg>\n");
    out.text
}

impl Out {
    fn panel(&mut self, panel: &Panel) {
        let class = if panel.outline { "outline" } else { "panel" };
        self.about(&panel.about, "graphics-object group", |out| {
            out.rect(&format!("{class} {}", panel.tone.name()), panel.rect, 8.0, "");
        });
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
        let (hollow, width) = match mark.ink {
            Ink::Filled => ("", ""),
            Ink::Outlined => (" hollow", " stroke-width=\"2\""),
            Ink::Dashed => (" hollow", " stroke-width=\"2\" stroke-dasharray=\"2 2\""),
        };
        let class = format!("mark {}{hollow}", mark.tone.name());
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
            out.text.push_str(&shape);
            out.text.push('\n');
        });
    }

    pub(super) fn label(&mut self, label: &Label) {
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
        let fit = if self.fit {
            let width = n(label.font.width(&label.text));
            format!(" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\"")
        } else {
            String::new()
        };
        // a reader of SVG has fonts of his own; where ours draw, what they cannot draw is put into the room that it has
        let text = if self.fit {
            Cow::Borrowed(label.text.as_str())
        } else {
            drawable(&label.text)
        };
        let (room, wanted) = (label.font.width(&label.text), label.font.width(&text));
        let size = label.font.size * if wanted > room { room / wanted } else { 1.0 };
        let _ = writeln!(
            self.text,
            "<text class=\"{}{bold}\" x=\"{x}\" y=\"{y}\" font-size=\"{}\"{anchor}{turn}{fit}>{}</text>",
            label.tone.name(),
            n(size),
            escape(&text)
        );
    }
}
