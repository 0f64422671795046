//! Bars in SVG: gradients where ends are soft, hatching so that colour is never the only sign.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::out::Out;
use crate::picture::scene::{Bar, Fill, Scene, Tone};

/// Gradients of soft ends and stripes of sides, as far as they are used.
pub(super) fn defs(out: &mut String, scene: &Scene) {
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
    for (id, turn, step, way) in HATCHES {
        let _ = writeln!(
            out,
            "<pattern id=\"{id}\" width=\"{step}\" height=\"{step}\" patternUnits=\"userSpaceOnUse\"{turn}>{way}</pattern>"
        );
    }
    out.push_str("</defs>\n");
}

/// The hatchings that tell bars apart without colour: id, turn, period, lines.
const HATCHES: [(&str, &str, u32, &str); 6] = [
    (
        "stripes",
        " patternTransform=\"rotate(45)\"",
        7,
        "<path class=\"stripe\" d=\"M0 0V7\" stroke-width=\"3\" stroke-opacity=\".55\"/>",
    ),
    (
        "dots",
        "",
        6,
        "<path class=\"stripe\" d=\"M3 1V5M1 3H5\" stroke-width=\"1.4\" stroke-opacity=\".7\"/>",
    ),
    (
        "slopes",
        " patternTransform=\"rotate(-45)\"",
        10,
        "<path class=\"stripe\" d=\"M0 0V10\" stroke-width=\"2\" stroke-opacity=\".35\"/>",
    ),
    (
        "grains",
        "",
        9,
        "<path class=\"stripe\" d=\"M2 3V5M1 4H3M6.5 7.5V9M5.5 8.5H7.5\" stroke-width=\"1.3\" stroke-opacity=\".5\"/>",
    ),
    (
        "rows",
        "",
        9,
        "<path class=\"stripe\" d=\"M0 4H9\" stroke-width=\"1.6\" stroke-opacity=\".4\"/>",
    ),
    (
        "columns",
        "",
        9,
        "<path class=\"stripe\" d=\"M4 0V9\" stroke-width=\"1.6\" stroke-opacity=\".4\"/>",
    ),
];

/// How a tone is hatched, so that colour is never its only sign.
const fn hatch(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Competition => Some("stripes"),
        Tone::Conflict => Some("dots"),
        Tone::Holder(nth) => match nth % 6 {
            0 => None,
            1 => Some("slopes"),
            2 => Some("grains"),
            3 => Some("rows"),
            4 => Some("stripes"),
            _ => Some("columns"),
        },
        _ => None,
    }
}

impl Out {
    pub(super) fn bar(&mut self, bar: &Bar) {
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
            if let Some(hatch) = hatch(bar.tone) {
                out.rect("hatch", bar.rect, 2.0, &format!(" fill=\"url(#{hatch})\""));
            }
            if matches!(bar.fill, Fill::Presumed | Fill::Doubtful) {
                out.rect(&format!("frame {name}"), bar.rect, 2.0, "");
            }
        });
    }
}
