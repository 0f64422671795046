//! The phases of a pair as a band.

use super::timeline::{Axis, PAD, row_name};
use crate::judge::phases::Phase;
use crate::lang::{answers, pictures};
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{About, Anchor, Bar, Fill, Label, Moment, Scene, Tone};
use crate::picture::words::Words;
use crate::values::Day;
use crate::vocab::Zone;

/// The height of the band.
const BAND: f64 = 20.0;
const FONT: Font = Font::bold(11.0);

/// Draws the band; returns where the next part may begin.
pub(super) fn band(scene: &mut Scene, words: &Words<'_>, axis: &Axis, found: &[Phase], top: f64) -> f64 {
    let middle = top + BAND / 2.0 + 4.0;
    row_name(scene, pictures::PHASES, words.lang, middle);
    let ends = found.iter().skip(1).map(|phase| phase.from.earliest).chain([Day::MAX]);
    for (phase, end) in found.iter().zip(ends) {
        draw(scene, words, axis, phase, end, middle);
    }
    top + BAND + PAD + 12.0
}

/// One phase, soft where it begins some day only, and its name: within where there is room, else below.
fn draw(scene: &mut Scene, words: &Words<'_>, axis: &Axis, phase: &Phase, end: Day, middle: f64) {
    if phase.zone == Zone::None {
        return;
    }
    let tone = Tone::from(phase.zone);
    let name = phase.zone.label().get(words.lang);
    let since = phase.from.date().map(|date| date.to_string());
    let date = since.unwrap_or_else(|| phase.from.latest.to_string());
    let text = format!("{name}, {}", answers::SINCE.fill(words.lang, &[("date", &date)]));
    let about = About {
        begins: Some(date.clone()),
        text: text.clone(),
        ..About::default()
    };
    let firm_until = phase.presumed_from.map_or(end, |day| day.min(end));
    let stretches = [
        (phase.from.earliest, phase.from.latest, Fill::SoftStart),
        (phase.from.latest, firm_until, Fill::Firm),
        (firm_until, end, Fill::Presumed),
    ];
    for (from, to, fill) in stretches {
        let (left, right) = (axis.x(from), axis.x(to));
        if right - left >= 0.5 {
            scene.bars.push(Bar {
                rect: Rect::new(left, middle - BAND / 2.0, right - left, BAND),
                tone,
                fill,
                about: about.clone(),
            });
        }
    }
    // the name stands on its longer stretch: in paper's colour where that is firm, in its own where it fades
    let firm = (axis.x(phase.from.latest), axis.x(firm_until));
    let faded = (axis.x(firm_until), axis.x(end));
    let (stretch, tone) = if firm.1 - firm.0 >= faded.1 - faded.0 {
        (firm, Tone::Paper)
    } else {
        (faded, tone)
    };
    let room = stretch.1 - stretch.0 - 8.0;
    if let Some(said) = [text.as_str(), name].into_iter().find(|said| FONT.width(said) <= room) {
        let at = Point::new(stretch.0.midpoint(stretch.1), middle + FONT.size * 0.36);
        scene
            .labels
            .push(Label::new(at, FONT, tone, said).anchored(Anchor::Middle));
    }
    if axis.shows(phase.from.latest) {
        scene.moments.push(Moment {
            date,
            text: name.to_owned(),
        });
    }
}
