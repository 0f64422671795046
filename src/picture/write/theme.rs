//! The one place where meaning becomes colour.
//!
//! Blue and vermilion after Okabe and Ito, which every common colour blindness keeps apart, with purple and grey. Dash
//! patterns, shapes and hatching say the same again, so that nothing is lost on a black and white printer.

use crate::picture::fonts::FAMILIES;
use crate::picture::scene::Tone;

/// For which background an SVG is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// White paper.
    Light,
    /// Whatever the reader's system prefers.
    Auto,
}

/// Colours on one background.
struct Palette {
    paper: &'static str,
    ink: &'static str,
    faint: &'static str,
    rule: &'static str,
    card: &'static str,
    cooperation: &'static str,
    competition: &'static str,
    coopetition: &'static str,
    conflict: &'static str,
    neutral: &'static str,
    group: &'static str,
    holders: [&'static str; 6],
}

const LIGHT: Palette = Palette {
    paper: "#ffffff",
    ink: "#1b1f24",
    faint: "#57606a",
    rule: "#d0d7de",
    card: "#ffffff",
    cooperation: "#0067a5",
    competition: "#c94f00",
    coopetition: "#6b4fa0",
    conflict: "#a3195b",
    neutral: "#6e7781",
    group: "#8a6d3b",
    holders: ["#006d77", "#8f4a9e", "#9a5b00", "#3f5fb5", "#5f6b00", "#b03a48"],
};

const DARK: Palette = Palette {
    paper: "#12161b",
    ink: "#e6edf3",
    faint: "#9aa7b4",
    rule: "#39424d",
    card: "#1c232b",
    cooperation: "#63b3f0",
    competition: "#f29a4a",
    coopetition: "#b79df2",
    conflict: "#f07ab0",
    neutral: "#98a2ad",
    group: "#cdae74",
    holders: ["#4fc3cc", "#d59be3", "#e0a84f", "#93aef5", "#bfcb5a", "#f09099"],
};

/// Tones that have a colour of their own.
const TONES: [Tone; 15] = [
    Tone::Cooperation,
    Tone::Competition,
    Tone::Coopetition,
    Tone::Conflict,
    Tone::Neutral,
    Tone::Intention,
    Tone::Group,
    Tone::Plain,
    Tone::Faint,
    Tone::Holder(0),
    Tone::Holder(1),
    Tone::Holder(2),
    Tone::Holder(3),
    Tone::Holder(4),
    Tone::Holder(5),
];

impl Palette {
    const fn of(&self, tone: Tone) -> &'static str {
        match tone {
            Tone::Cooperation => self.cooperation,
            Tone::Competition => self.competition,
            Tone::Coopetition => self.coopetition,
            Tone::Conflict => self.conflict,
            Tone::Neutral | Tone::Intention => self.neutral,
            Tone::Group => self.group,
            Tone::Plain => self.ink,
            Tone::Faint => self.faint,
            Tone::Paper => self.paper,
            Tone::Holder(nth) => self.holders[nth as usize % self.holders.len()],
        }
    }
}

/// The colour of a tone on white, for formats without classes.
pub(super) const fn on_white(tone: Tone) -> &'static str {
    LIGHT.of(tone)
}

/// The style sheet.
pub(super) fn css(theme: Theme) -> String {
    let mut css = format!(
        "text{{font-family:{FAMILIES};white-space:pre}}\n\
         .bold{{font-weight:700}}\n\
         .line{{fill:none;stroke-linecap:round;stroke-linejoin:round}}\n\
         .line.competition{{stroke-dasharray:9 5;stroke-linecap:butt}}\n\
         .line.conflict{{stroke-dasharray:1.5 5}}\n\
         .line.maybe{{stroke-opacity:.75}}\n\
         .line.presumed{{stroke-opacity:.5}}\n\
         .casing{{fill:none;stroke-opacity:.22}}\n\
         .panel{{fill-opacity:.07;stroke-opacity:.35;stroke-width:1}}\n\
         .outline{{fill:none;stroke-width:1.2}}\n\
         .box{{stroke-width:1.3}}\n\
         .strong{{stroke-width:2.6}}\n\
         .frame{{fill:none;stroke-width:1;stroke-dasharray:3 2}}\n\
         a{{text-decoration:none}}\n"
    );
    css.push_str(&colors(&LIGHT));
    if theme == Theme::Auto {
        css.push_str("@media (prefers-color-scheme:dark){\n");
        css.push_str(&colors(&DARK));
        css.push_str("}\n");
    }
    css
}

/// The rules that differ between backgrounds.
fn colors(palette: &Palette) -> String {
    let Palette {
        paper, ink, rule, card, ..
    } = palette;
    let mut css = format!(
        ".paper{{fill:{paper}}}\n.rule{{stroke:{rule};stroke-width:1}}\n.rule-strong{{stroke:{ink};stroke-width:1}}\n\
         .box{{fill:{card}}}\n.ground{{fill:{paper}}}\n.hollow{{fill:{paper}}}\n.stripe{{stroke:{paper}}}\n"
    );
    for tone in TONES {
        let (name, color) = (tone.name(), palette.of(tone));
        css.push_str(&format!(
            "text.{name},.mark.{name},.bar.{name},.head.{name}{{fill:{color}}}\n\
             .line.{name},.box.{name},.casing.{name},.frame.{name},.hollow.{name},.outline.{name}{{stroke:{color}}}\n\
             .panel.{name}{{fill:{color};stroke:{color}}}\n.stop-{name}{{stop-color:{color}}}\n"
        ));
    }
    // a later rule of equal weight would win over the ground of hollow marks
    css.push_str(&format!(".mark.hollow{{fill:{paper}}}\n"));
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG defines it.
    fn luminance(color: &str) -> f64 {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.03928 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn every_tone_can_be_read_on_its_paper() {
        for palette in [&LIGHT, &DARK] {
            for tone in TONES {
                for ground in [palette.paper, palette.card] {
                    let (a, b) = (luminance(palette.of(tone)), luminance(ground));
                    let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                    assert!(contrast >= 4.5, "{tone:?} on {ground}: {contrast}");
                }
            }
        }
    }
}
