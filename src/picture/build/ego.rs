//! One company in the middle; partners, coopetitors and rivals in zones around it, each tie labelled with its kinds.

use std::collections::BTreeSet;

use crate::graph::{Presence, TieEnd};
use crate::lang::{Lang, Phrase, pictures};
use crate::model::{CompanyId, RelationId, SourceId};
use crate::picture::compose::{compose, nothing};
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect, Route};
use crate::picture::scene::{Anchor, Arrow, Box, Label, Line, Mark, Panel, Scene, Shape, Style, Title, Tone};
use crate::picture::words::Words;
use crate::query::View;
use crate::query::held::Held;
use crate::query::who::{Counterparty, who};
use crate::vocab::{Side, Zone};

/// The width of a card.
const CARD: f64 = 270.0;
/// From the middle company to the cards: room for lines to fan out.
const FAN: f64 = 170.0;
/// Between cards.
const GAP: f64 = 12.0;
/// Between zones, and within them around the cards.
const PAD: f64 = 14.0;
const NAME: Font = Font::bold(13.5);
const ROW: Font = Font::plain(11.5);
const ZONE: Font = Font::bold(13.0);
const MIDDLE: Font = Font::bold(18.0);
/// Rows of a card, at most so many lines each.
const ROW_LINES: usize = 3;

/// What a zone holds: its tone, its heading, the counterparties whose stance it is.
struct Section<'w> {
    tone: Tone,
    heading: Phrase,
    who: Vec<&'w Counterparty>,
}

/// The picture of one company.
pub(in crate::picture) fn build(view: &View<'_>, company: CompanyId, lang: Lang) -> Scene {
    let words = Words { view, lang };
    let answer = who(view, company, None);
    let name = words.company(company);
    let mut facts = words.facts(answer.relations().len(), answer.sources().len());
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
    // the left side takes coopetition; every further zone goes where there is less
    let mut heights = [0.0_f64; 2];
    for (at, section) in sections.iter().enumerate() {
        let side = usize::from(at > 0 && heights[1] < heights[0] || at == 1);
        heights[side] += zone(&mut scene, &words, company, section, side, heights[side]) + PAD;
    }
    middle(&mut scene, &name, heights);
    fan(&mut scene);
    compose(scene)
}

/// The zones that hold anybody, in the order of answers.
fn sections(counterparties: &[Counterparty]) -> Vec<Section<'_>> {
    let zones = [
        (Tone::Coopetition, pictures::ZONE_COOPETITION, Zone::Coopetition),
        (Tone::Cooperation, pictures::ZONE_COOPERATION, Zone::Cooperation),
        (Tone::Competition, pictures::ZONE_COMPETITION, Zone::Competition),
        (Tone::Coopetition, pictures::ZONE_SEQUENTIAL, Zone::Sequential),
        (Tone::Conflict, pictures::ZONE_CONFLICT, Zone::None),
        (Tone::Group, pictures::ZONE_GROUP, Zone::OneGroup),
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

/// Places a zone with its cards and their lines' far ends; returns its height.
fn zone(scene: &mut Scene, words: &Words<'_>, company: CompanyId, section: &Section<'_>, side: usize, top: f64) -> f64 {
    let left = if side == 0 { -FAN - CARD - PAD } else { FAN - PAD };
    let mut y = top + PAD + ZONE.leading() + 6.0;
    let heading = format!("{}  ({})", section.heading.get(words.lang), section.who.len());
    let at = Point::new(left + PAD, top + PAD + ZONE.ascent());
    scene.labels.push(Label::new(at, ZONE, section.tone, heading));
    for counterparty in &section.who {
        y += card(
            scene,
            words,
            company,
            counterparty,
            section.tone,
            Point::new(left + PAD, y),
        ) + GAP;
    }
    let rect = Rect::new(left, top, CARD + 2.0 * PAD, y - GAP + PAD - top);
    scene.panels.push(Panel {
        rect,
        tone: section.tone,
        outline: false,
        about: nothing(),
    });
    rect.h
}

/// Places a card and a line for each side, and returns the card's height.
fn card(scene: &mut Scene, words: &Words<'_>, company: CompanyId, who: &Counterparty, tone: Tone, at: Point) -> f64 {
    let index = scene.boxes.len();
    let on_left = at.x < 0.0;
    let name = words.company(who.company);
    let mut labels = Vec::new();
    let mut y = at.y + 8.0;
    for line in NAME.wrap_at_most(&name, CARD - 20.0, 3) {
        labels.push(Label::new(
            Point::new(at.x + 10.0, y + NAME.ascent()),
            NAME,
            Tone::Plain,
            line,
        ));
        y += NAME.leading();
    }
    y += 2.0;
    for side in [Side::Cooperation, Side::Competition, Side::Conflict, Side::Neutral] {
        let ties: Vec<&Held> = who.ties.iter().filter(|tie| tie.side == side).collect();
        if ties.is_empty() {
            continue;
        }
        let ids: Vec<RelationId> = ties
            .iter()
            .flat_map(|tie| tie.relations.iter().copied())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let text = row_text(words, side, &ids, &ties);
        let lines = ROW.wrap_at_most(&text, CARD - 34.0, ROW_LINES);
        let middle = y + ROW.leading() * 0.5;
        scene.marks.push(Mark {
            at: Point::new(at.x + 16.0, middle),
            radius: 4.5,
            shape: Shape::from(side),
            tone: Tone::from(side),
            hollow: ties.iter().all(|tie| tie.presence != Presence::Yes),
            about: nothing(),
        });
        for (row, line) in lines.iter().enumerate() {
            let baseline = y + ROW.ascent() + ROW.leading() * row as f64;
            labels.push(Label::new(
                Point::new(at.x + 26.0, baseline),
                ROW,
                Tone::from(side),
                line.clone(),
            ));
        }
        y += ROW.leading() * lines.len() as f64 + 3.0;
        let end = Point::new(if on_left { at.x + CARD } else { at.x }, middle);
        let about = words.about(&format!("{} – {name}", words.company(company)), side, &ids);
        scene.lines.push(Line {
            from: 0,
            to: index,
            side,
            family: None,
            arrow: arrow(words, &ties),
            presence: ties.iter().map(|tie| tie.presence).max().unwrap_or(Presence::No),
            width: if side == Side::Neutral { 1.4 } else { 2.2 },
            count: ties.len(),
            looped: false,
            text: words.tie(side, &ids),
            labels: Vec::new(),
            route: Route::straight(Point::default(), end),
            about,
        });
    }
    let height = y + 6.0 - at.y;
    scene.boxes.push(Box {
        rect: Rect::new(at.x, at.y, CARD, height),
        tone,
        strong: false,
        bare: false,
        name,
        members: members(words, who),
        labels,
        frames: Vec::new(),
        about: words.about_company(who.company),
    });
    height
}

/// "cloud service ×2, investment (via GitHub) · since 2016-11-15 · 12 sources".
fn row_text(words: &Words<'_>, side: Side, ids: &[RelationId], ties: &[&Held]) -> String {
    let mut parts = vec![words.tie(side, ids)];
    let via: BTreeSet<String> = ties
        .iter()
        .flat_map(|tie| [tie.mine, tie.theirs])
        .flatten()
        .map(|id| words.company(id))
        .collect();
    if !via.is_empty() {
        let names: Vec<String> = via.into_iter().collect();
        parts.push(crate::lang::answers::VIA.fill(words.lang, &[("name", &names.join(", "))]));
    }
    if let Some(since) = words.first(ids) {
        parts.push(unbroken(&since));
    }
    let sources: BTreeSet<SourceId> = words.sources(ids).into_iter().collect();
    if sources.len() > 1 {
        parts.push(unbroken(
            &crate::lang::answers::SOURCES.fill(words.lang, &[("n", &sources.len())]),
        ));
    }
    parts.join(" · ")
}

/// A short text that stays on one line.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// The members of the counterparty's group that are party to a tie.
fn members(words: &Words<'_>, who: &Counterparty) -> Vec<String> {
    let names: BTreeSet<String> = who
        .ties
        .iter()
        .filter_map(|tie| tie.theirs)
        .map(|id| words.company(id))
        .collect();
    names.into_iter().collect()
}

/// Where arrows of some ties point, as seen from the middle.
fn arrow(words: &Words<'_>, ties: &[&Held]) -> Arrow {
    let kind = |tie: &Held| words.model()[tie.relations[0]].kind();
    let directed = |end: TieEnd| {
        ties.iter().any(|tie| {
            tie.end == end && tie.relations.len() == 1 && !kind(tie).ties[usize::from(tie.projection)].is_symmetric()
        })
    };
    match (directed(TieEnd::From), directed(TieEnd::To)) {
        (true, true) => Arrow::Both,
        (true, false) => Arrow::To,
        (false, true) => Arrow::From,
        (false, false) => Arrow::None,
    }
}

/// Places the company itself halfway down, and evens out the two sides around it.
fn middle(scene: &mut Scene, name: &str, heights: [f64; 2]) {
    let lines = MIDDLE.wrap_at_most(name, 150.0, 4);
    let width = lines.iter().map(|line| MIDDLE.width(line)).fold(0.0, f64::max) + 32.0;
    let ports = scene.lines.len() as f64;
    let height = (MIDDLE.leading() * lines.len() as f64 + 28.0).max(ports * 4.0);
    let longest = heights[0].max(heights[1]);
    // the shorter side hangs in the middle of the longer
    for (side, own) in heights.iter().enumerate() {
        shift_side(scene, side, (longest - own) / 2.0);
    }
    let rect = Rect::around(Point::new(0.0, longest / 2.0), width, height);
    let top = rect.center().y - MIDDLE.leading() * lines.len() as f64 / 2.0;
    let label = |(row, line): (usize, &String)| {
        let at = Point::new(0.0, top + MIDDLE.ascent() + MIDDLE.leading() * row as f64);
        Label::new(at, MIDDLE, Tone::Plain, line.clone()).anchored(Anchor::Middle)
    };
    scene.boxes[0].labels = lines.iter().enumerate().map(label).collect();
    scene.boxes[0].rect = rect;
}

/// Moves everything on one side down.
fn shift_side(scene: &mut Scene, side: usize, dy: f64) {
    let here = |x: f64| (x < 0.0) == (side == 0);
    for panel in scene.panels.iter_mut().filter(|panel| here(panel.rect.x)) {
        panel.rect = panel.rect.plus(0.0, dy);
    }
    for found in scene.boxes.iter_mut().skip(1).filter(|found| here(found.rect.x)) {
        found.rect = found.rect.plus(0.0, dy);
        for label in &mut found.labels {
            label.at = label.at.plus(0.0, dy);
        }
    }
    for label in scene.labels.iter_mut().filter(|label| here(label.at.x)) {
        label.at = label.at.plus(0.0, dy);
    }
    for mark in scene.marks.iter_mut().filter(|mark| here(mark.at.x)) {
        mark.at = mark.at.plus(0.0, dy);
    }
    for line in scene.lines.iter_mut().filter(|line| here(line.route.end().x)) {
        line.route = line.route.plus(0.0, dy);
    }
}

/// Leads each line from a port of its own at the middle to its row; between the two there is nothing but lines.
fn fan(scene: &mut Scene) {
    let middle = scene.boxes[0].rect;
    for left in [true, false] {
        let mut ends: Vec<(f64, usize)> = scene
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| (line.route.end().x < 0.0) == left)
            .map(|(at, line)| (line.route.end().y, at))
            .collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let room = middle.h - 12.0;
        let count = ends.len() as f64;
        for (port, (_, at)) in ends.into_iter().enumerate() {
            let y = middle.y + 6.0 + room * (port as f64 + 0.5) / count;
            let start = Point::new(if left { middle.x } else { middle.right() }, y);
            let end = scene.lines[at].route.end();
            let bend = (end.x - start.x) * 0.5;
            scene.lines[at].route = Route::curve(start, start.plus(bend, 0.0), end.plus(-bend, 0.0), end);
        }
    }
}
