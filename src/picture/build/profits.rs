//! The axis of profits: from money to pixels, with room for stretches whose length nobody knows.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use crate::lang::pictures;
use crate::picture::fonts::Font;
use crate::picture::geometry::Point;
use crate::picture::scene::{Anchor, Label, Scene, Tone};
use crate::picture::words::Words;
use crate::query::waterfall::{Course, Exact, Piece, exact, short_text};

/// The width of all profit that is shown.
pub(super) const WIDTH: f64 = 800.0;
/// The width of a stretch whose length nobody knows.
pub(super) const OPEN: f64 = 84.0;
/// The profit that is shown where a deal has no threshold at all.
const SOME: f64 = 1e9;
const TICK: Font = Font::plain(11.0);

/// From money to pixels.
pub(super) struct Axis {
    /// The greatest profit shown.
    range: f64,
    scale: f64,
    /// Where open tranches stand, in money without them.
    open: Vec<f64>,
}

impl Axis {
    /// An axis past the last threshold and past every profit that is asked about.
    pub(super) fn new(course: &Course) -> Self {
        let open: Vec<f64> = course.pieces.iter().filter_map(open_at).collect();
        let stop = course.pieces.iter().find_map(|piece| match piece {
            Piece::Unknown { from, .. } => Some(number(from)),
            _ => None,
        });
        let last = course.landmarks.iter().map(|landmark| number(&landmark.at));
        let asked = course.question.profits.iter().map(|profit| number(&exact(*profit)));
        let greatest = last.chain(asked).chain(stop).fold(0.0, f64::max);
        let range = if greatest > 0.0 { nice(greatest * 1.15) } else { SOME };
        Self {
            range,
            scale: (WIDTH - OPEN * open.len() as f64) / range,
            open,
        }
    }

    /// The greatest profit shown.
    pub(super) const fn range(&self) -> f64 {
        self.range
    }

    /// Where a stretch begins that comes after so much money, behind all open tranches there.
    pub(super) fn after(&self, money: f64) -> f64 {
        self.x(money, self.open.iter().filter(|at| **at <= money).count())
    }

    /// Where a stretch ends when so much money is paid, before all open tranches there.
    pub(super) fn before(&self, money: f64) -> f64 {
        self.x(money, self.open.iter().filter(|at| **at < money).count())
    }

    /// Where the nth open tranche begins.
    pub(super) fn open(&self, nth: usize) -> f64 {
        self.x(self.open[nth], nth)
    }

    /// Whether what some open tranche pays is missing in a sum.
    pub(super) fn is_beyond_open(&self, money: f64) -> bool {
        self.open.iter().any(|at| *at < money)
    }

    fn x(&self, money: f64, open: usize) -> f64 {
        money.min(self.range) * self.scale + OPEN * open as f64
    }

    /// Round sums along the axis, and what it measures.
    pub(super) fn draw(&self, scene: &mut Scene, words: &Words<'_>, course: &Course, y: f64) {
        let currency = course.question.currency;
        let step = nice(self.range / 9.0);
        let ticks = (self.range / step).floor() as u32;
        let mut last = f64::MIN;
        for money in (0..=ticks).map(|tick| f64::from(tick) * step) {
            let coins = BigInt::from_f64(money * 10_f64.powi(currency.decimals() as i32)).unwrap_or_default();
            let sum = short_text(words.lang, &coins, currency);
            let text = if self.is_beyond_open(money) {
                pictures::BEYOND.fill(words.lang, &[("money", &sum)])
            } else {
                sum
            };
            let x = self.before(money);
            let label = Label::new(Point::new(x, y + TICK.ascent()), TICK, Tone::Faint, text).anchored(Anchor::Middle);
            if label.rect().x > last + 8.0 {
                last = label.rect().right();
                scene.labels.push(label);
            }
        }
        let text = pictures::WATERFALL_AXIS.fill(words.lang, &[("currency", &currency)]);
        let at = Point::new(WIDTH, y + TICK.leading() + 4.0 + TICK.ascent());
        scene
            .labels
            .push(Label::new(at, TICK, Tone::Faint, format!("{text} →")).anchored(Anchor::End));
    }
}

/// Where an open tranche stands.
fn open_at(piece: &Piece) -> Option<f64> {
    match piece {
        Piece::Open { from, .. } => Some(number(from)),
        Piece::Paid(_) | Piece::Unknown { .. } => None,
    }
}

/// As near as pixels need it.
pub(super) fn number(exact: &Exact) -> f64 {
    exact.to_f64().unwrap_or(f64::MAX)
}

/// The least of 1, 2, 2.5, 4 and 5 times a power of ten that is not below a sum.
fn nice(sum: f64) -> f64 {
    let power = 10_f64.powf(sum.log10().floor());
    let steps = [1.0, 2.0, 2.5, 4.0, 5.0, 10.0];
    steps
        .into_iter()
        .map(|step| step * power)
        .find(|round| *round >= sum * 0.999_999)
        .unwrap_or(sum)
}

#[cfg(test)]
mod tests {
    use super::nice;

    #[test]
    fn sums_are_rounded_up_to_what_a_reader_expects() {
        let cases = [
            (323.5e9, 4e11),
            (1.0, 1.0),
            (1.1, 2.0),
            (41e9, 5e10),
            (0.3, 0.4),
            (999.0, 1000.0),
        ];
        for (sum, round) in cases {
            assert!((nice(sum) - round).abs() < round * 1e-9, "{sum}: {}", nice(sum));
        }
    }
}
