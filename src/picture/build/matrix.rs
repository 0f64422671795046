//! Companies by companies: each cell shows cooperation, competition, or both.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::View;
use crate::lang::{Lang, pictures};
use crate::model::{CompanyId, SourceId};
use crate::picture::compose::compose;
use crate::picture::facts::{Bundle, bundles};
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{About, Anchor, Box, Ink, Label, Mark, Panel, Rule, Scene, Shape, Style, Title, Tone};
use crate::picture::selection::{Selection, selection};
use crate::picture::words::Words;
use crate::picture::{Subject, title};
use crate::vocab::Side;

/// The width and height of a cell.
const CELL: f64 = 46.0;
/// The width of row names.
const NAMES: f64 = 190.0;
const NAME: Font = Font::bold(11.5);
const COUNT: Font = Font::plain(9.5);

/// The matrix of the companies asked for, else of all that the scope ties.
pub(in crate::picture) fn build(view: &View<'_>, subject: &Subject, lang: Lang) -> Scene {
    let words = Words { view, lang };
    let Selection {
        facts: shown,
        inside,
        intended,
        ..
    } = selection(view, &subject.companies, subject.hops, Style::Matrix);
    let bundles = bundles(&shown);
    let order = order(&words, &bundles, &subject.companies);
    let sources: BTreeSet<SourceId> = bundles
        .iter()
        .flat_map(|bundle| words.sources(&bundle.relations()))
        .collect();
    let ties: BTreeSet<_> = shown.iter().map(|fact| fact.tie.relation).collect();
    let mut facts = words.facts(ties.len(), 0, sources.len());
    facts.insert(1, pictures::COMPANIES.fill(lang, &[("n", &order.len())]));
    let left_out = words.left_out(inside, intended);
    facts.extend(left_out.clone());
    let mut scene = Scene::new(
        Style::Matrix,
        lang,
        Title {
            heading: title::heading(&words, subject, Style::Matrix),
            facts,
            description: String::new(),
        },
    );
    scene.left_out = left_out;
    grid(&mut scene, &words, &order);
    let at: BTreeMap<CompanyId, usize> = order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut said = Vec::new();
    let mut rows: BTreeMap<(CompanyId, CompanyId), BTreeSet<bool>> = BTreeMap::new();
    for bundle in &bundles {
        rows.entry((bundle.a, bundle.b))
            .or_default()
            .insert(is_upper(bundle.side));
    }
    for bundle in &bundles {
        let alone = rows[&(bundle.a, bundle.b)].len() == 1;
        for (row, column) in [(at[&bundle.a], at[&bundle.b]), (at[&bundle.b], at[&bundle.a])] {
            mark(&mut scene, &words, bundle, (row, column), alone);
        }
        said.push(format!(
            "{} – {}: {}",
            words.company(bundle.a),
            words.company(bundle.b),
            words.tie(bundle.side, &bundle.relations())
        ));
    }
    scene.title.description = said.join("; ");
    compose(scene)
}

/// The companies: those asked for in their order, then by how many ties they have.
fn order(words: &Words<'_>, bundles: &[Bundle], named: &[CompanyId]) -> Vec<CompanyId> {
    let mut ties: BTreeMap<CompanyId, usize> = BTreeMap::new();
    for bundle in bundles {
        *ties.entry(bundle.a).or_default() += 1;
        *ties.entry(bundle.b).or_default() += 1;
    }
    let mut rest: Vec<CompanyId> = ties.keys().copied().filter(|id| !named.contains(id)).collect();
    rest.sort_by_cached_key(|id| (std::cmp::Reverse(ties[id]), words.company(*id), *id));
    let mut order: Vec<CompanyId> = Vec::new();
    for id in named.iter().copied().chain(rest) {
        if !order.contains(&id) {
            order.push(id);
        }
    }
    order
}

/// Names at both edges and the empty cells; a company has no cell with itself.
fn grid(scene: &mut Scene, words: &Words<'_>, order: &[CompanyId]) {
    let size = CELL * order.len() as f64;
    for (at, id) in order.iter().enumerate() {
        let offset = CELL * at as f64;
        let name = NAME.wrap_at_most(&words.company(*id), NAMES - 14.0, 1).concat();
        let middle = offset + CELL / 2.0 + NAME.size * 0.36;
        let row = Label::new(Point::new(-10.0, middle), NAME, Tone::Plain, name.clone()).anchored(Anchor::End);
        let mut column = Label::new(
            Point::new(offset + CELL / 2.0 + 4.0, -8.0),
            NAME,
            Tone::Plain,
            name.clone(),
        );
        column.slanted = true;
        scene.labels.push(column);
        // the company is the row: its box is the name
        scene.boxes.push(Box {
            rect: Rect::new(-NAMES, offset + 3.0, NAMES - 4.0, CELL - 6.0),
            tone: Tone::Faint,
            strong: false,
            bare: true,
            name,
            members: Vec::new(),
            labels: vec![row],
            frames: Vec::new(),
            about: words.about_company(*id),
        });
        scene.panels.push(Panel {
            rect: Rect::new(offset, offset, CELL, CELL),
            tone: Tone::Faint,
            outline: false,
            about: About::default(),
        });
    }
    for at in 0..=order.len() {
        let offset = CELL * at as f64;
        let rule = |from: Point, to: Point| Rule {
            from,
            to,
            strong: false,
        };
        scene
            .rules
            .push(rule(Point::new(offset, 0.0), Point::new(offset, size)));
        scene
            .rules
            .push(rule(Point::new(0.0, offset), Point::new(size, offset)));
    }
}

/// Whether a side's marks stand in the upper half of a cell.
const fn is_upper(side: Side) -> bool {
    matches!(side, Side::Cooperation | Side::Competition)
}

/// A mark in its own quarter of the cell, so that no side can hide another, with the number of ties; halfway down where
/// the other half of the cell is empty.
fn mark(scene: &mut Scene, words: &Words<'_>, bundle: &Bundle, (row, column): (usize, usize), alone: bool) {
    let dx = match bundle.side {
        Side::Cooperation | Side::Neutral => 0.27,
        Side::Competition | Side::Conflict => 0.73,
    };
    let dy = match is_upper(bundle.side) {
        _ if alone => 0.43,
        true => 0.27,
        false => 0.75,
    };
    let at = Point::new(CELL * (column as f64 + dx), CELL * (row as f64 + dy));
    let ids = bundle.relations();
    let who = format!("{} – {}", words.company(bundle.a), words.company(bundle.b));
    scene.marks.push(Mark {
        at,
        radius: 7.0,
        shape: Shape::from(bundle.side),
        tone: Tone::from(bundle.side),
        ink: Ink::from(bundle.presence()),
        about: words.about(&who, bundle.side, &ids),
    });
    if ids.len() > 1 {
        let below = Point::new(at.x, at.y + 7.0 + COUNT.ascent());
        let label = Label::new(below, COUNT, Tone::from(bundle.side), ids.len().to_string());
        scene.labels.push(label.anchored(Anchor::Middle));
    }
}
