//! Who gets what of a deal's money as its profit grows: a band for each share, its area the money.

use num_traits::ToPrimitive;

use super::plan::{LEAST, Plan};
use super::profits::{Axis, OPEN, WIDTH, number};
use super::{captions, payouts};
use crate::derived::Cited;
use crate::judge::View;
use crate::lang::{Lang, answers, pictures};
use crate::model::SourceId;
use crate::picture::Subject;
use crate::picture::compose::compose;
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{About, Anchor, Bar, Fill, Label, Scene, Style, Title, Tone};
use crate::picture::words::Words;
use crate::query::waterfall::{Exact, Payee, Piece, percent_text};
use crate::tell::tranche::{Terms, terms};
use crate::values::clean::one_line;

/// The height of all bands together.
const HEIGHT: f64 = 300.0;
const BAND: Font = Font::bold(12.0);

/// The picture of a deal; an empty one where the subject is none.
pub(in crate::picture) fn build(view: &View<'_>, subject: &Subject, lang: Lang) -> Scene {
    let Some(course) = &subject.deal else {
        return Scene::new(Style::Waterfall, lang, Title::default());
    };
    let question = &course.question;
    let plan = Plan {
        words: Words { view, lang },
        terms: Terms {
            model: view.model(),
            deal: question.deal,
            known: question.known,
            lang,
        },
        course,
        axis: Axis::new(course),
        payees: course.payees(),
    };
    let mut scene = Scene::new(Style::Waterfall, lang, title(&plan));
    let mut open = 0;
    let mut spans: Vec<(usize, f64, f64)> = Vec::new();
    let mut narrow: Vec<Bar> = Vec::new();
    for piece in &course.pieces {
        let (tranche, left, right) = place(&plan, piece, &mut open);
        draw(&mut scene, &plan, piece, tranche, (left, right), &mut narrow);
        match spans.last_mut() {
            Some(span) if span.0 == tranche => span.2 = right,
            _ => spans.push((tranche, left, right)),
        }
    }
    // what is narrow would be covered by its neighbour
    scene.bars.append(&mut narrow);
    captions::headings(&mut scene, &plan, &spans);
    captions::shares(&mut scene, &plan, HEIGHT);
    let y = payouts::landmarks(&mut scene, &plan, HEIGHT);
    plan.axis.draw(&mut scene, &plan.words, course, y);
    payouts::tables(&mut scene, &plan, y + 56.0);
    captions::legend(&mut scene, &plan);
    compose(scene)
}

/// What stands over the picture.
fn title(plan: &Plan<'_>) -> Title {
    let (model, lang, question) = (plan.words.model(), plan.words.lang, &plan.course.question);
    let deal = &model[question.deal];
    let parties = plan.words.companies(&deal.parties, 4);
    let name = format!("{} ({parties})", one_line(deal.title.get(lang.code())));
    let of_tranches = deal
        .waterfall
        .iter()
        .flat_map(|tranche| [&tranche.sources, &tranche.caps_sources]);
    let mut sources: Vec<SourceId> = of_tranches
        .chain([&deal.sources])
        .flat_map(|citations| Cited::new(model, question.known, citations).sources())
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let mut facts: Vec<String> = plan.terms.held().into_iter().collect();
    if let Some(at) = question.at {
        facts.push(answers::AS_OF.fill(lang, &[("date", &at)]));
    }
    if let Some(known) = question.known.0 {
        facts.push(answers::KNOWN_AT.fill(lang, &[("date", &known)]));
    }
    facts.push(answers::SOURCES.fill(lang, &[("n", &sources.len())]));
    Title {
        heading: pictures::WATERFALL_TITLE.fill(lang, &[("name", &name)]),
        facts,
        description: terms(model, question.deal, question.known, lang).join("; "),
    }
}

/// The tranche of a piece, and from where to where it runs.
fn place(plan: &Plan<'_>, piece: &Piece, open: &mut usize) -> (usize, f64, f64) {
    let axis = &plan.axis;
    match piece {
        Piece::Paid(stretch) => {
            let from = number(&stretch.from);
            let end = stretch
                .length
                .as_ref()
                .map_or(axis.range(), |length| from + number(length));
            (stretch.tranche, axis.after(from), axis.before(end))
        }
        Piece::Open { tranche, .. } => {
            let left = axis.open(*open);
            *open += 1;
            (*tranche, left, left + OPEN)
        }
        Piece::Unknown { tranche, from, .. } => (*tranche, axis.after(number(from)), WIDTH),
    }
}

/// The bands of a piece, the first payee's at the bottom.
fn draw(
    scene: &mut Scene,
    plan: &Plan<'_>,
    piece: &Piece,
    tranche: usize,
    (left, right): (f64, f64),
    narrow: &mut Vec<Bar>,
) {
    let assumed = plan.course.assumed.iter().any(|(at, _, _)| *at == tranche);
    let (split, known): (&[(Payee, Exact)], bool) = match piece {
        Piece::Paid(stretch) => (&stretch.split, !assumed),
        Piece::Open { split, .. } => (split, false),
        Piece::Unknown { not_yet, .. } => return unknown(scene, plan, tranche, (left, right), *not_yet),
    };
    let width = (right - left).max(LEAST);
    let mut bottom = HEIGHT;
    for payee in plan.payees() {
        let Some((_, part)) = split.iter().find(|(other, _)| other == payee) else {
            continue;
        };
        let tall = HEIGHT * part.to_f64().unwrap_or_default();
        let rect = Rect::new(left, bottom - tall, width, tall);
        bottom -= tall;
        let said = format!("{} {}", plan.name(*payee), percent_text(part));
        let bar = Bar {
            rect,
            tone: plan.tone(*payee),
            fill: if known && *payee != Payee::Unstated {
                Fill::Firm
            } else {
                Fill::Doubtful
            },
            about: about(plan, tranche, &said),
        };
        if right - left < LEAST {
            narrow.push(bar);
        } else {
            scene.bars.push(bar);
        }
        band(scene, plan, *payee, rect, &percent_text(part));
    }
    if matches!(piece, Piece::Open { .. }) {
        let at = Point::new(left + width / 2.0, -5.0);
        let label = Label::new(at, Font::bold(16.0), Tone::Plain, "?");
        scene.labels.push(label.anchored(Anchor::Middle));
    }
}

/// What a band says, as far as it has room: who and how much, or only how much.
fn band(scene: &mut Scene, plan: &Plan<'_>, payee: Payee, rect: Rect, part: &str) {
    let room = rect.w - 16.0;
    let name = plan.name(payee);
    let full = BAND.wrap(&format!("{name} {part}"), room);
    let words = format!("{name} {part}");
    let unbroken = words.split(' ').all(|word| BAND.width(word) <= room);
    let lines = if unbroken && BAND.leading() * full.len() as f64 + 6.0 <= rect.h {
        full
    } else {
        vec![part.to_owned()]
    };
    let tall = BAND.leading() * lines.len() as f64;
    let widest = lines.iter().map(|line| BAND.width(line)).fold(0.0, f64::max);
    if widest > rect.w - 6.0 || tall + 2.0 > rect.h {
        return;
    }
    let top = rect.center().y - tall / 2.0;
    for (row, line) in lines.iter().enumerate() {
        let at = Point::new(
            rect.center().x,
            top + BAND.ascent() * 0.96 + BAND.leading() * row as f64,
        );
        // on a ground of its own, as it stands on hatchings
        let padded = format!("\u{a0}{line}\u{a0}");
        let mut label = Label::new(at, BAND, plan.tone(payee), padded).anchored(Anchor::Middle);
        label.ground = true;
        scene.labels.push(label);
    }
}

/// The end of what is known, and why.
fn unknown(scene: &mut Scene, plan: &Plan<'_>, tranche: usize, (left, right): (f64, f64), not_yet: bool) {
    let phrase = if not_yet {
        pictures::NOT_YET_KNOWN
    } else {
        pictures::NOBODY_KNOWS
    };
    let text = phrase.get(plan.words.lang);
    let rect = Rect::new(left, 0.0, (right - left).max(LEAST), HEIGHT);
    scene.bars.push(Bar {
        rect,
        tone: Tone::Faint,
        fill: Fill::Presumed,
        about: about(plan, tranche, text),
    });
    let lines = BAND.wrap_at_most(text, rect.w - 12.0, 4);
    for (row, line) in lines.iter().enumerate() {
        let y = rect.center().y + BAND.leading() * row as f64;
        let mut label = Label::new(Point::new(rect.center().x, y), BAND, Tone::Plain, line.clone());
        label.ground = true;
        scene.labels.push(label.anchored(Anchor::Middle));
    }
}

/// What stands behind a band: the tranche, its terms, its first source.
fn about(plan: &Plan<'_>, tranche: usize, said: &str) -> About {
    let model = plan.words.model();
    let sources = Cited::new(model, plan.terms.known, plan.terms.cited(tranche)).sources();
    let deal = &model[plan.course.question.deal];
    About {
        ids: vec![deal.id.to_string()],
        link: plan.words.link(&sources),
        text: format!("{} {}: {said}", tranche + 1, plan.tranche(tranche)),
        ..About::default()
    }
}
