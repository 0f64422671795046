//! One company in the middle; partners, coopetitors and rivals in zones around it, each tie labelled with its kinds.

use std::collections::BTreeSet;

use super::cards::{card, intention_card};
use super::zones::{self, Zone};
use crate::judge::View;
use crate::lang::{Lang, Phrase, pictures};
use crate::model::{CompanyId, RelationId};
use crate::picture::compose::compose;
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect, Route, Step};
use crate::picture::scene::{Anchor, Box, Label, Scene, Style, Title, Tone};
use crate::picture::words::Words;
use crate::query::who::{Counterparty, Wanted, who};
use crate::vocab;

const MIDDLE: Font = Font::bold(18.0);

/// What a zone holds: its tone, its heading, the counterparties whose stance it is.
struct Section<'w> {
    tone: Tone,
    heading: Phrase,
    who: Vec<&'w Counterparty>,
}

/// The picture of one company.
pub(in crate::picture) fn build(view: &View<'_>, company: CompanyId, lang: Lang) -> Scene {
    let words = Words { view, lang };
    let answer = who(view, company, &Wanted::default());
    let name = words.company(company);
    let intended: BTreeSet<RelationId> = answer.intended_relations();
    let ties = answer.relations().difference(&intended).count();
    let mut facts = words.facts(ties, intended.len(), answer.sources().len());
    facts.insert(
        1,
        pictures::COMPANIES.fill(lang, &[("n", &answer.counterparties.len())]),
    );
    let heading = pictures::EGO_TITLE.fill(lang, &[("name", &name)]);
    let sections = sections(&answer.counterparties);
    let description = description(&words, &sections);
    let mut scene = Scene::new(
        Style::Ego,
        lang,
        Title {
            heading,
            facts,
            description,
        },
    );
    scene.boxes.push(Box {
        rect: Rect::default(),
        tone: Tone::Plain,
        strong: true,
        bare: false,
        name: name.clone(),
        members: Vec::new(),
        labels: Vec::new(),
        frames: Vec::new(),
        about: words.about_company(company),
    });
    let intended: BTreeSet<CompanyId> = answer.intended();
    let intentions = (!intended.is_empty()).then(|| Zone {
        tone: Tone::Group,
        heading: format!("{}  ({})", pictures::ZONE_INTENTIONS.get(lang), intended.len()),
        cards: answer
            .intentions
            .chunk_by(|a, b| a.other == b.other)
            .map(|with| intention_card(&words, company, with))
            .collect(),
    });
    let zones = sections
        .iter()
        .map(|section| Zone {
            tone: section.tone,
            heading: format!("{}  ({})", section.heading.get(lang), section.who.len()),
            cards: section
                .who
                .iter()
                .map(|counterparty| card(&words, company, counterparty, section.tone))
                .collect(),
        })
        .chain(intentions)
        .collect();
    let height = zones::place(&mut scene, zones);
    middle(&mut scene, &name, height);
    fan(&mut scene);
    compose(scene)
}

/// The zones that hold anybody, in the order of answers.
fn sections(counterparties: &[Counterparty]) -> Vec<Section<'_>> {
    let zones = [
        (Tone::Coopetition, pictures::ZONE_COOPETITION, vocab::Zone::Coopetition),
        (Tone::Cooperation, pictures::ZONE_COOPERATION, vocab::Zone::Cooperation),
        (Tone::Competition, pictures::ZONE_COMPETITION, vocab::Zone::Competition),
        (Tone::Coopetition, pictures::ZONE_SEQUENTIAL, vocab::Zone::Sequential),
        (Tone::Conflict, pictures::ZONE_CONFLICT, vocab::Zone::None),
        (Tone::Group, pictures::ZONE_GROUP, vocab::Zone::OneGroup),
    ];
    zones
        .into_iter()
        .map(|(tone, heading, zone)| Section {
            tone,
            heading,
            who: counterparties.iter().filter(|c| c.stance.zone == zone).collect(),
        })
        .filter(|section| !section.who.is_empty())
        .collect()
}

/// "Partners: A, B. Rivals: C."
fn description(words: &Words<'_>, sections: &[Section<'_>]) -> String {
    let said = sections.iter().map(|section| {
        let names: Vec<String> = section.who.iter().map(|c| words.company(c.company)).collect();
        format!("{}: {}.", section.heading.get(words.lang), names.join(", "))
    });
    said.collect::<Vec<_>>().join(" ")
}

/// Places the company itself halfway down.
fn middle(scene: &mut Scene, name: &str, tallest: f64) {
    let lines = MIDDLE.wrap_at_most(name, 150.0, 4);
    let width = lines.iter().map(|line| MIDDLE.width(line)).fold(0.0, f64::max) + 32.0;
    let ports = scene.lines.len() as f64;
    let height = (MIDDLE.leading() * lines.len() as f64 + 28.0).max(ports * 4.0);
    let rect = Rect::around(Point::new(0.0, tallest / 2.0), width, height);
    let top = rect.center().y - MIDDLE.leading() * lines.len() as f64 / 2.0;
    let label = |(row, line): (usize, &String)| {
        let at = Point::new(0.0, top + MIDDLE.ascent() + MIDDLE.leading() * row as f64);
        Label::new(at, MIDDLE, Tone::Plain, line.clone()).anchored(Anchor::Middle)
    };
    scene.boxes[0].labels = lines.iter().enumerate().map(label).collect();
    scene.boxes[0].rect = rect;
}

/// Leads each line from a port of its own at the middle to where it enters its zone; between the two there is nothing
/// but lines.
fn fan(scene: &mut Scene) {
    let middle = scene.boxes[0].rect;
    for left in [true, false] {
        let mut entries: Vec<(f64, usize)> = scene
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| (line.route.start.x < 0.0) == left)
            .map(|(at, line)| (line.route.start.y, at))
            .collect();
        entries.sort_by(|a, b| a.0.total_cmp(&b.0));
        let room = middle.h - 12.0;
        let count = entries.len() as f64;
        for (port, (_, at)) in entries.into_iter().enumerate() {
            let y = middle.y + 6.0 + room * (port as f64 + 0.5) / count;
            let start = Point::new(if left { middle.x } else { middle.right() }, y);
            let entry = scene.lines[at].route.start;
            let bend = (entry.x - start.x) * 0.5;
            let mut steps = vec![Step::Curve(start.plus(bend, 0.0), entry.plus(-bend, 0.0), entry)];
            steps.append(&mut scene.lines[at].route.steps);
            scene.lines[at].route = Route { start, steps };
        }
    }
}
