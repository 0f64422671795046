//! Companies and all relations among them.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::View;
use crate::lang::{Lang, pictures};
use crate::model::{CompanyId, SourceId};
use crate::picture::compose::compose;
use crate::picture::facts::{Bundle, Fact, bundles};
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect, Route};
use crate::picture::layout::{Placement, place};
use crate::picture::scene::{Anchor, Box, Label, Line, Scene, Style, Title, Tone};
use crate::picture::selection::{Selection, selection};
use crate::picture::words::Words;
use crate::picture::{Subject, title};
use crate::vocab::Side;

const NAME: Font = Font::bold(13.5);
const MEMBER: Font = Font::plain(11.0);
/// A name wraps at this width.
const WRAP: f64 = 150.0;
/// Members shown by name in a box.
const MEMBERS: usize = 6;

/// The picture before it has places: boxes with sizes, lines without ways.
pub(in crate::picture) fn draft(view: &View<'_>, subject: &Subject, lang: Lang) -> Scene {
    let words = Words { view, lang };
    let Selection {
        facts: shown,
        companies,
        inside,
        intended,
        ..
    } = selection(view, &subject.companies, subject.hops, Style::Map);
    let bundles = bundles(&shown);
    let at: BTreeMap<CompanyId, usize> = companies.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let strong = title::about(view, subject);
    let boxes: Vec<Box> = companies
        .iter()
        .map(|id| company(&words, *id, &shown, strong.contains(id)))
        .collect();
    let sources: BTreeSet<SourceId> = bundles.iter().flat_map(|b| words.sources(&b.relations())).collect();
    let ties: BTreeSet<_> = shown.iter().map(|fact| fact.tie.relation).collect();
    let mut facts = words.facts(ties.len(), 0, sources.len());
    facts.insert(1, pictures::COMPANIES.fill(lang, &[("n", &companies.len())]));
    let left_out = words.left_out(inside, intended);
    facts.extend(left_out.clone());
    let lines: Vec<Line> = bundles.iter().map(|bundle| tie(&words, bundle, &at)).collect();
    let description = lines
        .iter()
        .map(|line| line.about.text.lines().next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("; ");
    let heading = title::heading(&words, subject, Style::Map);
    let mut scene = Scene::new(
        Style::Map,
        lang,
        Title {
            heading,
            facts,
            description,
        },
    );
    scene.left_out = left_out;
    scene.boxes = boxes;
    scene.lines = lines;
    scene
}

/// Gives a draft its places, from outside or from the built-in layout, and composes it.
pub(in crate::picture) fn finish(mut scene: Scene, placement: Option<Placement>) -> Scene {
    place(&mut scene, placement);
    compose(scene)
}

/// A box with the company's name and, framed, those of its group that take part; its upper left corner is the origin.
pub(super) fn company(words: &Words<'_>, id: CompanyId, shown: &[Fact], strong: bool) -> Box {
    let members: BTreeSet<CompanyId> = shown
        .iter()
        .flat_map(Fact::members)
        .filter(|(drawn, _)| *drawn == id)
        .map(|(_, member)| member)
        .collect();
    let mut names: Vec<String> = members.iter().map(|id| words.company(*id)).collect();
    names.sort();
    let name = words.company(id);
    let mut shown_names: Vec<String> = names.iter().take(MEMBERS).cloned().collect();
    if names.len() > MEMBERS {
        shown_names.push(pictures::MORE.fill(words.lang, &[("n", &(names.len() - MEMBERS))]));
    }
    let lines = NAME.wrap_at_most(&name, WRAP, 4);
    let rows: Vec<String> = shown_names
        .iter()
        .map(|name| MEMBER.wrap_at_most(name, WRAP - 12.0, 1).concat())
        .collect();
    let widest = lines
        .iter()
        .map(|line| NAME.width(line))
        .chain(rows.iter().map(|row| MEMBER.width(row) + 12.0))
        .fold(40.0, f64::max);
    let width = widest + 24.0;
    let mut labels = Vec::new();
    let mut frames = Vec::new();
    let mut y = 8.0;
    let middle = |y: f64, font: Font, tone: Tone, text: &str| {
        Label::new(Point::new(width / 2.0, y + font.ascent()), font, tone, text).anchored(Anchor::Middle)
    };
    for line in &lines {
        labels.push(middle(y, NAME, Tone::Plain, line));
        y += NAME.leading();
    }
    for row in &rows {
        y += 3.0;
        frames.push(Rect::around(
            Point::new(width / 2.0, y + MEMBER.leading() / 2.0 + 1.0),
            MEMBER.width(row) + 12.0,
            MEMBER.leading() + 2.0,
        ));
        labels.push(middle(y + 0.5, MEMBER, Tone::Faint, row));
        y += MEMBER.leading() + 2.0;
    }
    Box {
        rect: Rect::new(0.0, 0.0, width, y + 8.0),
        tone: Tone::Plain,
        strong,
        bare: false,
        name,
        members: names,
        labels,
        frames,
        about: words.about_company(id),
    }
}

/// The line of a bundle, without a way.
fn tie(words: &Words<'_>, bundle: &Bundle, at: &BTreeMap<CompanyId, usize>) -> Line {
    let ids = bundle.relations();
    let who = format!("{} – {}", words.company(bundle.a), words.company(bundle.b));
    let families: BTreeSet<_> = ids.iter().map(|id| words.model()[*id].kind().family as u8).collect();
    Line {
        from: at[&bundle.a],
        to: at[&bundle.b],
        side: bundle.side,
        family: (families.len() == 1).then(|| words.model()[ids[0]].kind().family),
        arrow: bundle.arrow(words.view),
        presence: bundle.presence(),
        width: match bundle.side {
            Side::Neutral => 1.4,
            _ => (1.6 + 0.5 * ids.len() as f64).min(4.0),
        },
        count: ids.len(),
        looped: false,
        text: words.tie(bundle.side, &ids),
        labels: Vec::new(),
        route: Route::default(),
        about: words.about(&who, bundle.side, &ids),
    }
}
