//! The phases of a pair as a band.

use super::lanes::{NO_TIE, bonds, row_name};
use super::timeline::{Axis, PAD};
use crate::lang::{answers, pictures};
use crate::model::CompanyId;
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{About, Anchor, Bar, Fill, Label, Moment, Scene, Tone};
use crate::picture::words::Words;
use crate::query::phases::{Phase, phases};
use crate::values::Day;
use crate::vocab::{Words as _, Zone};

/// The height of the band.
const BAND: f64 = 20.0;
const FONT: Font = Font::bold(11.0);

/// Draws the band; returns where the next part may begin.
pub(super) fn band(scene: &mut Scene, words: &Words<'_>, axis: &Axis, pair: (CompanyId, CompanyId), top: f64) -> f64 {
    let view = words.view;
    let together = if view.scope.group {
        view.graph.one_group(pair.0, pair.1)
    } else {
        Vec::new()
    };
    let found = phases(view.graph, &bonds(view, pair), &together);
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
    let name = match phase.zone {
        Zone::None => NO_TIE.get(words.lang),
        zone => zone.label().get(words.lang),
    };
    let since = phase.from.date().map(|date| date.to_string());
    let date = since.unwrap_or_else(|| phase.from.latest.to_string());
    let text = format!("{name}, {}", answers::SINCE.fill(words.lang, &[("date", &date)]));
    let about = About {
        since: Some(date.clone()),
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
    let (left, right) = (axis.x(phase.from.latest), axis.x(end));
    if FONT.width(&text) + 8.0 <= right - left {
        let at = Point::new((left + right) / 2.0, middle + FONT.size * 0.36);
        let mut label = Label::new(at, FONT, tone, text.clone()).anchored(Anchor::Middle);
        label.ground = true;
        scene.labels.push(label);
    } else if FONT.width(name) + 8.0 <= right - left {
        let at = Point::new((left + right) / 2.0, middle + FONT.size * 0.36);
        let mut label = Label::new(at, FONT, tone, name).anchored(Anchor::Middle);
        label.ground = true;
        scene.labels.push(label);
    }
    if axis.shows(phase.from.latest) {
        scene.moments.push(Moment { date, text: name.to_owned() });
    }
}
