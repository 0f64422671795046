//! What a waterfall's picture says below its bands: where something happens, who has got how much there, and the terms.

use num_bigint::BigInt;

use super::plan::Plan;
use super::profits::{WIDTH, number};
use crate::lang::{Phrase, pictures, waterfall as say};
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{About, Anchor, Bar, Fill, Ink, Label, Mark, Rule, Scene, Shape, Tone};
use crate::query::waterfall::{Exact, Payee, Piece, Turn, exact, money_text, short_text};
use crate::tell::tranche::terms;
use crate::values::clean::one_line;

const LETTER: Font = Font::bold(10.0);
const HEADING: Font = Font::bold(12.5);
const TEXT: Font = Font::plain(11.5);
const STRONG: Font = Font::bold(11.5);
/// Half the width of a lettered mark.
const RADIUS: f64 = 8.0;
/// The height of a row of marks.
const ROW: f64 = 20.0;
/// The left edge of what stands below, under the axis of shares.
const LEFT: f64 = -110.0;
/// The width of names in a table.
const NAMES: f64 = 230.0;
/// The least width of a column of sums.
const COLUMN: f64 = 92.0;

/// A sum that the picture tells something about.
struct Spot {
    money: Exact,
    coins: BigInt,
    said: String,
}

/// The sums at which something happens and those asked about, in order.
fn points(plan: &Plan<'_>) -> Vec<Spot> {
    let lang = plan.words.lang;
    let question = &plan.course.question;
    let turns = |tranche: usize, turns: &[Turn]| {
        let said: Vec<String> = turns
            .iter()
            .map(|turn| one_line(&plan.terms.turn(tranche, *turn)).into_owned())
            .collect();
        said.join(", ")
    };
    let landmarks = plan.course.landmarks.iter().map(|landmark| Spot {
        coins: plan.course.coins(&landmark.at),
        money: landmark.at.clone(),
        said: turns(landmark.tranche, &landmark.turns),
    });
    let asked = question.profits.iter().map(|profit| {
        let money = exact(*profit);
        Spot {
            coins: plan.course.coins(&money),
            money,
            said: pictures::WATERFALL_ASKED.get(lang).to_owned(),
        }
    });
    let mut points: Vec<Spot> = landmarks.chain(asked).collect();
    points.sort_by(|a, b| a.money.cmp(&b.money));
    points
}

/// "A", "B", ... "Z", "AA".
fn letter(nth: usize) -> String {
    let last = char::from(b'A' + (nth % 26) as u8).to_string();
    match nth / 26 {
        0 => last,
        more => letter(more - 1) + &last,
    }
}

/// A sum in words, marked where it lacks what an open tranche pays.
fn sum(plan: &Plan<'_>, money: &Exact, text: String) -> String {
    if plan.axis.is_beyond_open(number(money)) {
        pictures::BEYOND.fill(plan.words.lang, &[("money", &text)])
    } else {
        text
    }
}

/// A lettered mark and a line across the bands for each sum; returns where the next part may begin.
pub(super) fn landmarks(scene: &mut Scene, plan: &Plan<'_>, bottom: f64) -> f64 {
    let mut rows: Vec<f64> = Vec::new();
    for (nth, point) in points(plan).iter().enumerate() {
        let x = plan.axis.before(number(&point.money));
        let row = rows
            .iter()
            .position(|last| last + 2.0 * RADIUS + 3.0 <= x)
            .unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(last) => *last = x,
            None => rows.push(x),
        }
        let at = Point::new(x, bottom + 8.0 + RADIUS + ROW * row as f64);
        scene.rules.push(Rule {
            from: Point::new(x, 0.0),
            to: at.plus(0.0, -RADIUS),
            strong: true,
        });
        let text = sum(
            plan,
            &point.money,
            money_text(plan.words.lang, &point.coins, plan.course.question.currency),
        );
        scene.marks.push(Mark {
            at,
            radius: RADIUS,
            shape: Shape::Disc,
            tone: Tone::Faint,
            ink: Ink::Outlined,
            about: About {
                text: format!("{text}: {}", point.said),
                ..About::default()
            },
        });
        let label = Label::new(at.plus(0.0, LETTER.size * 0.36), LETTER, Tone::Plain, letter(nth));
        scene.labels.push(label.anchored(Anchor::Middle));
    }
    bottom + 10.0 + (2.0 * RADIUS + 2.0).max(ROW * rows.len() as f64)
}

/// Everything below the axis.
pub(super) fn tables(scene: &mut Scene, plan: &Plan<'_>, top: f64) {
    let points = points(plan);
    let mut y = top;
    if !points.is_empty() {
        heading(scene, plan, pictures::WATERFALL_POINTS, &mut y);
        for (nth, point) in points.iter().enumerate() {
            let money = sum(
                plan,
                &point.money,
                money_text(plan.words.lang, &point.coins, plan.course.question.currency),
            );
            let named = format!("{money}: {}", point.said);
            entry(scene, &letter(nth), &named, &mut y);
        }
        y += 12.0;
        heading(scene, plan, pictures::WATERFALL_PAID, &mut y);
        let most = ((WIDTH - LEFT - NAMES) / (COLUMN + 24.0)) as usize;
        for (part, some) in points.chunks(most).enumerate() {
            totals(scene, plan, some, part * most, &mut y);
            y += 12.0;
        }
    }
    heading(scene, plan, pictures::WATERFALL_TERMS, &mut y);
    let question = &plan.course.question;
    for line in terms(plan.words.model(), question.deal, question.known, plan.words.lang) {
        let line = one_line(&line);
        let (number, rest) = line.split_once(' ').unwrap_or(("", &line));
        entry(scene, number, rest, &mut y);
    }
    for note in notes(plan) {
        entry(scene, "", &note, &mut y);
    }
}

fn heading(scene: &mut Scene, plan: &Plan<'_>, phrase: Phrase, y: &mut f64) {
    let at = Point::new(LEFT, *y + HEADING.ascent());
    let text = phrase.get(plan.words.lang);
    scene.labels.push(Label::new(at, HEADING, Tone::Plain, text));
    *y += HEADING.leading() + 4.0;
}

/// A sign and what it means.
fn entry(scene: &mut Scene, sign: &str, text: &str, y: &mut f64) {
    if !sign.is_empty() {
        let at = Point::new(LEFT, *y + TEXT.ascent());
        scene.labels.push(Label::new(at, STRONG, Tone::Plain, sign));
    }
    for line in TEXT.wrap(text, WIDTH - LEFT - 24.0) {
        let at = Point::new(LEFT + 24.0, *y + TEXT.ascent());
        scene.labels.push(Label::new(at, TEXT, Tone::Plain, line));
        *y += TEXT.leading();
    }
    *y += 2.0;
}

/// Who has got how much at some of the sums.
fn totals(scene: &mut Scene, plan: &Plan<'_>, points: &[Spot], first: usize, y: &mut f64) {
    let currency = plan.course.question.currency;
    let width = ((WIDTH - LEFT - NAMES) / points.len() as f64).min(150.0);
    let right = |nth: usize| LEFT + NAMES + width * (nth as f64 + 1.0);
    let cell = |scene: &mut Scene, nth: usize, y: f64, font: Font, text: String| {
        let at = Point::new(right(nth), y + font.ascent());
        scene
            .labels
            .push(Label::new(at, font, Tone::Plain, text).anchored(Anchor::End));
    };
    for (nth, point) in points.iter().enumerate() {
        let money = sum(plan, &point.money, short_text(plan.words.lang, &point.coins, currency));
        cell(scene, nth, *y, STRONG, format!("{}  {money}", letter(first + nth)));
    }
    *y += STRONG.leading() + 3.0;
    let end = right(points.len() - 1);
    scene.rules.push(Rule {
        from: Point::new(LEFT, *y),
        to: Point::new(end, *y),
        strong: false,
    });
    *y += 3.0;
    let payouts: Vec<_> = points.iter().map(|point| plan.course.paid(&point.money)).collect();
    let rests: Vec<&BigInt> = payouts.iter().map(|payout| &payout.unpaid).collect();
    for payee in plan.payees() {
        name(
            scene,
            plan.tone(*payee),
            *payee == Payee::Unstated,
            &plan.name(*payee),
            *y,
        );
        for (nth, (point, payout)) in points.iter().zip(&payouts).enumerate() {
            let got = payout.totals().into_iter().find(|(other, _)| other == payee);
            let got = got.filter(|(_, coins)| *coins > BigInt::ZERO);
            let known = got.map(|(_, coins)| short_text(plan.words.lang, &coins, currency));
            let text = match (known, in_open(plan, *payee, &point.money)) {
                (Some(known), true) => pictures::BEYOND.fill(plan.words.lang, &[("money", &known)]),
                (None, true) => "?".to_owned(),
                (Some(known), false) => known,
                (None, false) => "–".to_owned(),
            };
            cell(scene, nth, *y, TEXT, text);
        }
        *y += TEXT.leading() + 3.0;
    }
    if rests.iter().any(|rest| **rest > BigInt::ZERO) {
        name(scene, Tone::Faint, true, say::UNPAID.get(plan.words.lang), *y);
        for (nth, rest) in rests.into_iter().enumerate() {
            cell(scene, nth, *y, TEXT, short_text(plan.words.lang, rest, currency));
        }
        *y += TEXT.leading() + 3.0;
    }
}

/// The name of a row behind a sample of its band.
fn name(scene: &mut Scene, tone: Tone, pale: bool, text: &str, y: f64) {
    scene.bars.push(Bar {
        rect: Rect::new(LEFT, y + 2.0, 14.0, TEXT.leading() - 3.0),
        tone,
        fill: if pale { Fill::Doubtful } else { Fill::Firm },
        about: About::default(),
    });
    let line = TEXT.wrap_at_most(text, NAMES - 24.0, 1).concat();
    let at = Point::new(LEFT + 24.0, y + TEXT.ascent());
    scene.labels.push(Label::new(at, TEXT, Tone::Plain, line));
}

/// Whether somebody has a share in an open tranche before a sum.
fn in_open(plan: &Plan<'_>, payee: Payee, sum: &Exact) -> bool {
    let open = plan.course.open(sum);
    plan.course.pieces.iter().any(|piece| {
        matches!(piece, Piece::Open { tranche, split, .. }
            if open.contains(tranche) && split.iter().any(|(other, _)| *other == payee))
    })
}

/// What is unknown or assumed, and why the answer stops where it does.
fn notes(plan: &Plan<'_>) -> Vec<String> {
    let (course, lang) = (plan.course, plan.words.lang);
    let currency = course.question.currency;
    let mut notes = Vec::new();
    for piece in &course.pieces {
        match piece {
            Piece::Paid(_) => {}
            Piece::Open { tranche, .. } => {
                let name = plan.terms.tranche_name(*tranche);
                notes.push(pictures::OPEN_END.fill(lang, &[("n", &(tranche + 1)), ("name", &name)]));
            }
            Piece::Unknown { tranche, from, not_yet } => {
                let sum = sum(plan, from, money_text(plan.words.lang, &course.coins(from), currency));
                notes.push(plan.terms.stops(&sum, *tranche, *not_yet, ""));
            }
        }
    }
    let assumed = course.assumed.iter();
    notes.extend(assumed.map(|(tranche, holder, sum)| plan.terms.assumed(*tranche, *holder, *sum, currency)));
    let paid = course.pieces.iter().filter_map(|piece| match piece {
        Piece::Paid(stretch) => Some(stretch.tranche),
        _ => None,
    });
    let tranches = &plan.words.model()[course.question.deal].waterfall;
    if paid.into_iter().any(|at| tranches[at].is_approximate()) {
        notes.push(say::ABOUT.get(lang).to_owned());
    }
    notes.iter().map(|note| one_line(note).into_owned()).collect()
}
