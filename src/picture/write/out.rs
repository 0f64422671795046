//! The SVG that is being written, and what every part of it is made with.

use std::fmt::Write as _;

use super::xml::escape;
use crate::picture::geometry::Rect;
use crate::picture::scene::{About, Tone};

/// A number with at most one decimal: fine enough for the eye, and equal on every machine.
pub(super) fn n(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // no negative zero
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// The text that is being written.
pub(super) struct Out {
    pub(super) text: String,
    /// Whether the reader may have other fonts than those that everything was measured in.
    pub(super) fit: bool,
}

impl Out {
    /// Writes a group with what stands behind it; plain content where nothing does.
    pub(super) fn about(&mut self, about: &About, role: &str, content: impl FnOnce(&mut Self)) {
        if about.text.is_empty() {
            content(self);
            return;
        }
        let text = escape(&about.text);
        if let Some(link) = &about.link {
            let _ = write!(
                self.text,
                "<a href=\"{}\" target=\"_blank\" rel=\"noopener\">",
                escape(link)
            );
        }
        let _ = write!(self.text, "<g role=\"{role}\" aria-label=\"{text}\"");
        if !about.ids.is_empty() {
            let _ = write!(self.text, " data-ids=\"{}\"", escape(&about.ids.join(" ")));
        }
        for (name, value) in [("since", &about.begins), ("until", &about.ends)] {
            if let Some(value) = value {
                let _ = write!(self.text, " data-{name}=\"{}\"", escape(value));
            }
        }
        if let Some(side) = about.side {
            let _ = write!(self.text, " data-side=\"{}\"", Tone::from(side).name());
        }
        let _ = writeln!(self.text, "><title>{text}</title>");
        content(self);
        self.text.push_str("</g>");
        self.text.push_str(if about.link.is_some() { "</a>\n" } else { "\n" });
    }

    pub(super) fn rect(&mut self, class: &str, rect: Rect, radius: f64, more: &str) {
        let (x, y, w, h) = (n(rect.x), n(rect.y), n(rect.w), n(rect.h));
        let _ = writeln!(
            self.text,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{}\"{more}/>",
            n(radius)
        );
    }
}
