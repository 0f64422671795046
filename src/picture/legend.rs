//! What the signs of a picture mean: exactly those that occur.

use std::collections::BTreeSet;

use super::geometry::{Point, Rect, Route};
use super::scene::{About, Arrow, Bar, Entry, Fill, Ink, Line, Mark, Sample, Scene, Shape, Style, Tone};
use crate::graph::Presence;
use crate::lang::{Lang, Phrase, pictures};
use crate::vocab::Side;

/// The width of a sample in the legend.
pub(super) const SAMPLE: f64 = 40.0;

const SIDES: [Side; 4] = [Side::Cooperation, Side::Competition, Side::Conflict, Side::Neutral];

/// The name of a side in pictures.
pub(super) const fn side(side: Side) -> Phrase {
    match side {
        Side::Cooperation => pictures::COOPERATION,
        Side::Competition => pictures::COMPETITION,
        Side::Conflict => pictures::CONFLICT,
        Side::Neutral => pictures::NEUTRAL,
    }
}

/// What a line or mark of a side that holds in this way is called.
fn held(of: Side, presence: Presence, lang: Lang) -> String {
    let name = side(of).get(lang);
    match presence {
        Presence::Maybe => pictures::MAYBE.fill(lang, &[("side", &name)]),
        Presence::Presumed => pictures::PRESUMED.fill(lang, &[("side", &name)]),
        Presence::Yes | Presence::No => name.to_owned(),
    }
}

/// The entries for a picture.
pub(super) fn entries(scene: &Scene) -> Vec<Entry> {
    let lang = scene.lang;
    let mut found = scene.legend.clone();
    let mut entry = |sample: Sample, text: String| found.push(Entry { sample, text });
    let lines: BTreeSet<(Side, Presence)> = scene.lines.iter().map(|line| (line.side, line.presence)).collect();
    for of in SIDES {
        for presence in [Presence::Yes, Presence::Maybe, Presence::Presumed] {
            if lines.contains(&(of, presence)) {
                let money = scene.style == Style::Flow && (of, presence) == (Side::Cooperation, Presence::Yes);
                let text = if money {
                    pictures::MONEY.get(lang).to_owned()
                } else {
                    held(of, presence, lang)
                };
                entry(Sample::Line(of, presence), text);
            }
        }
    }
    if scene.lines.iter().any(|line| line.looped) {
        entry(Sample::Loop, pictures::LOOP.get(lang).to_owned());
    }
    if scene.style == Style::Matrix {
        for of in SIDES {
            for presence in [Presence::Yes, Presence::Maybe, Presence::Presumed] {
                let (shape, tone, ink) = (Shape::from(of), Tone::from(of), Ink::from(presence));
                if scene
                    .marks
                    .iter()
                    .any(|m| (m.shape, m.tone, m.ink) == (shape, tone, ink))
                {
                    entry(Sample::Mark(shape, tone, ink), held(of, presence, lang));
                }
            }
        }
    }
    if scene.style == Style::Lanes {
        lanes(scene, &mut entry);
    }
    found
}

/// The signs of a picture over time.
fn lanes(scene: &Scene, entry: &mut impl FnMut(Sample, String)) {
    let lang = scene.lang;
    for of in SIDES {
        if scene.bars.iter().any(|bar| bar.tone == Tone::from(of)) {
            entry(Sample::Bar(Tone::from(of), Fill::Firm), side(of).get(lang).to_owned());
        }
    }
    if scene.bars.iter().any(|bar| bar.tone == Tone::Coopetition) {
        entry(
            Sample::Bar(Tone::Coopetition, Fill::Firm),
            pictures::BOTH_SIDES.get(lang).to_owned(),
        );
    }
    if scene.bars.iter().any(|bar| bar.tone == Tone::Intention) {
        entry(
            Sample::Bar(Tone::Intention, Fill::Firm),
            pictures::INTENTION.get(lang).to_owned(),
        );
    }
    let fills = [
        (Fill::SoftEnd, pictures::BAR_SOFT),
        (Fill::Presumed, pictures::BAR_PRESUMED),
        (Fill::Doubtful, pictures::BAR_DOUBTFUL),
    ];
    for (fill, phrase) in fills {
        let occurs = |bar: &Bar| bar.fill == fill || (fill == Fill::SoftEnd && bar.fill == Fill::SoftStart);
        if let Some(bar) = scene.bars.iter().find(|bar| occurs(bar)) {
            entry(Sample::Bar(bar.tone, fill), phrase.get(lang).to_owned());
        }
    }
    if scene.marks.iter().any(|mark| mark.shape == Shape::Diamond) {
        entry(
            Sample::Mark(Shape::Diamond, Tone::Plain, Ink::Filled),
            pictures::ONE_DAY.get(lang).to_owned(),
        );
    }
}

/// Draws a sample around its middle.
pub(super) fn draw_sample(scene: &mut Scene, sample: Sample, at: Point) {
    let half = SAMPLE / 2.0;
    // round ends stand out by half the width
    let inset = match sample {
        Sample::Width(width) => width / 2.0,
        _ => 1.0,
    };
    let route = Route::straight(at.plus(inset - half, 0.0), at.plus(half - inset, 0.0));
    let line = |side: Side, presence: Presence, width: f64, looped: bool| Line {
        from: 0,
        to: 0,
        side,
        family: None,
        arrow: if looped { Arrow::To } else { Arrow::None },
        presence,
        width,
        count: 1,
        looped,
        text: String::new(),
        labels: Vec::new(),
        route: route.clone(),
        about: About::default(),
    };
    match sample {
        Sample::Line(side, presence) => scene.samples.push(line(side, presence, 2.4, false)),
        Sample::Width(width) => scene.samples.push(line(Side::Cooperation, Presence::Yes, width, false)),
        Sample::Loop => scene.samples.push(line(Side::Cooperation, Presence::Yes, 2.4, true)),
        Sample::Mark(shape, tone, ink) => scene.marks.push(Mark {
            at,
            radius: 6.0,
            shape,
            tone,
            ink,
            about: About::default(),
        }),
        Sample::Bar(tone, fill) => scene.bars.push(Bar {
            rect: Rect::around(at, SAMPLE, 11.0),
            tone,
            fill,
            about: About::default(),
        }),
    }
}
