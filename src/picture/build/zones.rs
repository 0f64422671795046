//! Zones of cards to the left and to the right of the middle company, in as many columns as make a page of them.
//!
//! Lines to outer columns run between the rows of the inner ones, each in a lane of its own.

use std::f64::consts::SQRT_2;

use super::cards::{Card, WIDTH};
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect, Step};
use crate::picture::scene::{About, Label, Panel, Scene, Tone};

/// From the middle company to the cards: room for lines to fan out.
const FAN: f64 = 170.0;
/// Between the cards of a column.
const GAP: f64 = 12.0;
/// Between columns: room for lines to turn from their lanes to their rows.
const TURN: f64 = 46.0;
/// Between lanes.
const LANE: f64 = 6.0;
/// Between zones, and within them around the cards.
const PAD: f64 = 14.0;
const HEADING: Font = Font::bold(13.0);
/// More columns would lead lines too far.
const COLUMNS: usize = 3;

/// Cards under a heading.
pub(super) struct Zone {
    pub(super) tone: Tone,
    pub(super) heading: String,
    pub(super) cards: Vec<Card>,
}

/// Places zones around the height's middle; returns the height.
pub(super) fn place(scene: &mut Scene, zones: Vec<Zone>) -> f64 {
    let sides = sides(zones);
    let columns = columns(&sides);
    let heights = [0, 1].map(|side| height(&sides[side], columns[side]));
    let tallest = heights[0].max(heights[1]);
    for (side, zones) in sides.into_iter().enumerate() {
        // the shorter side hangs in the middle of the longer
        let mut top = (tallest - heights[side]) / 2.0;
        for zone in zones {
            let tall = zone_height(&zone, columns[side]);
            place_zone(scene, zone, columns[side], side == 0, top);
            top += tall + PAD;
        }
    }
    tallest
}

/// The left side takes coopetition, which comes first; every further zone goes where there is less.
fn sides(zones: Vec<Zone>) -> [Vec<Zone>; 2] {
    let mut sides = [Vec::new(), Vec::new()];
    for (at, zone) in zones.into_iter().enumerate() {
        let heights = [0, 1].map(|side| height(&sides[side], 1));
        sides[usize::from(at > 0 && heights[1] < heights[0] || at == 1)].push(zone);
    }
    sides
}

/// The columns of either side: the fewest with which the whole is no taller than a page of its width.
fn columns(sides: &[Vec<Zone>; 2]) -> [usize; 2] {
    let width = |columns: usize| 2.0 * (FAN + side_width(columns));
    let tall = |columns: usize| height(&sides[0], columns).max(height(&sides[1], columns));
    let most = (1..COLUMNS)
        .find(|columns| tall(*columns) <= SQRT_2 * width(*columns))
        .unwrap_or(COLUMNS);
    let enough = tall(most);
    [0, 1].map(|side| {
        (1..most)
            .find(|columns| height(&sides[side], *columns) <= enough)
            .unwrap_or(most)
    })
}

/// The width of the cards of a side.
fn side_width(columns: usize) -> f64 {
    columns as f64 * (WIDTH + TURN) - TURN + 2.0 * PAD
}

fn height(zones: &[Zone], columns: usize) -> f64 {
    zones.iter().map(|zone| zone_height(zone, columns) + PAD).sum()
}

fn zone_height(zone: &Zone, columns: usize) -> f64 {
    let rows: f64 = zone
        .cards
        .chunks(columns)
        .map(|row| lanes(row) + tallest(row) + GAP)
        .sum();
    2.0 * PAD + HEADING.leading() + 6.0 + rows - GAP
}

/// The room above a row for the lines to its outer cards.
fn lanes(row: &[Card]) -> f64 {
    row.iter().skip(1).map(|card| card.lines.len()).sum::<usize>() as f64 * LANE
}

fn tallest(row: &[Card]) -> f64 {
    row.iter().map(|card| card.found.rect.h).fold(0.0, f64::max)
}

/// Places a zone with its cards and the far ends of their lines.
fn place_zone(scene: &mut Scene, zone: Zone, columns: usize, on_left: bool, top: f64) {
    let width = side_width(columns);
    let left = if on_left { PAD - FAN - width } else { FAN - PAD };
    scene.panels.push(Panel {
        rect: Rect::new(left, top, width, zone_height(&zone, columns)),
        tone: zone.tone,
        outline: false,
        about: About::default(),
    });
    let at = Point::new(left + PAD, top + PAD + HEADING.ascent());
    scene.labels.push(Label::new(at, HEADING, zone.tone, zone.heading));
    let mut y = top + PAD + HEADING.leading() + 6.0;
    let mut cards = zone.cards.into_iter();
    loop {
        let row: Vec<Card> = cards.by_ref().take(columns).collect();
        if row.is_empty() {
            break;
        }
        y += lanes(&row);
        let tall = tallest(&row);
        let mut lane = y;
        for (column, card) in row.into_iter().enumerate() {
            place_card(scene, card, column, on_left, y, &mut lane);
        }
        y += tall + GAP;
    }
}

/// Places a card in a column, counted from the middle; lines to outer columns take the lanes above `lane`.
fn place_card(scene: &mut Scene, card: Card, column: usize, on_left: bool, y: f64, lane: &mut f64) {
    let outward = if on_left { -1.0 } else { 1.0 };
    // where the cards of a column begin, as seen from the middle
    let near = |column: usize| outward * (FAN + column as f64 * (WIDTH + TURN));
    let x = if on_left { near(column) - WIDTH } else { near(column) };
    let Card {
        mut found,
        marks,
        lines,
    } = card;
    let index = scene.boxes.len();
    found.rect = found.rect.plus(x, y);
    for label in &mut found.labels {
        label.at = label.at.plus(x, y);
    }
    scene.boxes.push(found);
    for mut mark in marks {
        mark.at = mark.at.plus(x, y);
        scene.marks.push(mark);
    }
    if column > 0 {
        *lane -= LANE * lines.len() as f64;
    }
    for (nth, mut line) in lines.into_iter().enumerate() {
        let end = Point::new(near(column), y + line.route.start.y);
        line.to = index;
        line.route.start = end;
        if column > 0 {
            // the lowest lane goes to the lowest row, so that lines do not cross where they turn
            let own = *lane + LANE * nth as f64;
            let from = Point::new(near(column) - outward * TURN, own);
            let bend = outward * TURN / 2.0;
            line.route.start = Point::new(near(0), own);
            line.route.steps = vec![
                Step::Line(from),
                Step::Curve(from.plus(bend, 0.0), end.plus(-bend, 0.0), end),
            ];
        }
        scene.lines.push(line);
    }
}
