//! The card of a counterparty: its name, and a row and a line for each side of what ties it to the middle company.

use std::collections::BTreeSet;

use crate::derived::TieEnd;
use crate::graph::Presence;
use crate::judge::held::Held;
use crate::judge::intentions::Intended;
use crate::model::{CompanyId, RelationId, SourceId};
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect, Route};
use crate::picture::scene::{About, Arrow, Box, Ink, Label, Line, Mark, Shape, Tone};
use crate::picture::words::Words;
use crate::query::who::Counterparty;
use crate::vocab::Side;

/// The width of a card.
pub(super) const WIDTH: f64 = 270.0;
const NAME: Font = Font::bold(13.5);
const ROW: Font = Font::plain(11.5);
/// Rows of a card, at most so many lines each.
const ROW_LINES: usize = 3;

/// A card with its upper left corner at the origin.
pub(super) struct Card {
    pub(super) found: Box,
    pub(super) marks: Vec<Mark>,
    /// Each starts at the height of its row; the rest of its way is to be found.
    pub(super) lines: Vec<Line>,
}

/// What a card tells in one row: a side, the ties of it, and what they say.
struct Told<'t> {
    side: Side,
    ties: Vec<&'t Held>,
    text: String,
}

/// Makes the card of a counterparty, with a line for each side.
pub(super) fn card(words: &Words<'_>, company: CompanyId, who: &Counterparty, tone: Tone) -> Card {
    let sides = [Side::Cooperation, Side::Competition, Side::Conflict, Side::Neutral];
    let told = sides.into_iter().filter_map(|side| {
        let ties: Vec<&Held> = who.ties.iter().filter(|tie| tie.side == side).collect();
        (!ties.is_empty()).then(|| Told {
            text: row_text(words, side, &relations(&ties), &ties),
            side,
            ties,
        })
    });
    make(words, company, who.company, tone, told.collect())
}

/// Makes the card of a company with which something was intended. No line leads to it: it is no tie.
pub(super) fn intention_card(words: &Words<'_>, company: CompanyId, with: &[Intended]) -> Card {
    let answers = words.tell();
    let told = with.iter().map(|intended| Told {
        side: Side::Neutral,
        text: format!(
            "{}: {}",
            words.kinds(&intended.tie.relations),
            answers.intention(intended)
        ),
        ties: vec![&intended.tie],
    });
    let card = make(words, company, with[0].other, Tone::Group, told.collect());
    Card {
        lines: Vec::new(),
        ..card
    }
}

/// The relations of some ties, each once.
fn relations(ties: &[&Held]) -> Vec<RelationId> {
    let all: BTreeSet<RelationId> = ties.iter().flat_map(|tie| tie.relations.iter().copied()).collect();
    all.into_iter().collect()
}

fn make(words: &Words<'_>, company: CompanyId, other: CompanyId, tone: Tone, told: Vec<Told<'_>>) -> Card {
    let name = words.company(other);
    let (mut labels, mut marks, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    let mut y = 8.0;
    for line in NAME.wrap_at_most(&name, WIDTH - 20.0, 3) {
        labels.push(Label::new(Point::new(10.0, y + NAME.ascent()), NAME, Tone::Plain, line));
        y += NAME.leading();
    }
    y += 2.0;
    for Told { side, ties, text } in &told {
        let (side, ids) = (*side, relations(ties));
        let rows = ROW.wrap_at_most(text, WIDTH - 34.0, ROW_LINES);
        let middle = y + ROW.leading() * 0.5;
        marks.push(Mark {
            at: Point::new(16.0, middle),
            radius: 4.5,
            shape: Shape::from(side),
            tone: Tone::from(side),
            ink: if ties.iter().any(|tie| tie.presence == Presence::Yes) {
                Ink::Filled
            } else {
                Ink::Outlined
            },
            about: About::default(),
        });
        for (row, line) in rows.iter().enumerate() {
            let baseline = y + ROW.ascent() + ROW.leading() * row as f64;
            labels.push(Label::new(
                Point::new(26.0, baseline),
                ROW,
                Tone::from(side),
                line.clone(),
            ));
        }
        y += ROW.leading() * rows.len() as f64 + 3.0;
        let about = words.about(&format!("{} – {name}", words.company(company)), side, &ids);
        lines.push(Line {
            from: 0,
            to: 0,
            side,
            family: None,
            arrow: arrow(words, ties),
            presence: ties.iter().map(|tie| tie.presence).max().unwrap_or(Presence::No),
            width: if side == Side::Neutral { 1.4 } else { 2.2 },
            count: ties.len(),
            looped: false,
            text: words.tie(side, &ids),
            labels: Vec::new(),
            route: Route {
                start: Point::new(0.0, middle),
                steps: Vec::new(),
            },
            about,
        });
    }
    let found = Box {
        rect: Rect::new(0.0, 0.0, WIDTH, y + 6.0),
        tone,
        strong: false,
        bare: false,
        name,
        members: members(words, told.iter().flat_map(|told| told.ties.iter().copied())),
        labels,
        frames: Vec::new(),
        about: words.about_company(other),
    };
    Card { found, marks, lines }
}

/// "cloud service ×2, investment (via GitHub) · since 2016-11-15 · 12 sources".
fn row_text(words: &Words<'_>, side: Side, ids: &[RelationId], ties: &[&Held]) -> String {
    let mut parts = vec![words.tie(side, ids)];
    let via: BTreeSet<String> = ties
        .iter()
        .flat_map(|tie| [tie.mine, tie.theirs])
        .flatten()
        .map(|id| words.via(id))
        .collect();
    parts.extend(via);
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
fn members<'t>(words: &Words<'_>, ties: impl Iterator<Item = &'t Held>) -> Vec<String> {
    let names: BTreeSet<String> = ties.filter_map(|tie| tie.theirs).map(|id| words.company(id)).collect();
    names.into_iter().collect()
}

/// Where arrows of some ties point, as seen from the middle.
fn arrow(words: &Words<'_>, ties: &[&Held]) -> Arrow {
    let kind = |tie: &Held| words.model()[tie.relations[0]].kind();
    let directed = |end: TieEnd| {
        ties.iter().any(|tie| {
            tie.end == end && tie.relations.len() == 1 && !kind(tie).projection(tie.projection).is_symmetric()
        })
    };
    match (directed(TieEnd::From), directed(TieEnd::To)) {
        (true, true) => Arrow::Both,
        (true, false) => Arrow::To,
        (false, true) => Arrow::From,
        (false, false) => Arrow::None,
    }
}
