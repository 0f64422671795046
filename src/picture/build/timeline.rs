//! The axis of time, and bars whose ends are as soft as their dates.

use chrono::Datelike;

use crate::derived::Span;
use crate::judge::Asked;
use crate::lang::{Lang, Phrase};
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{About, Anchor, Bar, Fill, Label, Rule, Scene, Tone};
use crate::values::Day;

/// The width of lane names.
pub(super) const NAMES: f64 = 270.0;
pub(super) const HEADING: Font = Font::bold(12.5);
/// The least height of a lane.
pub(super) const LANE: f64 = 34.0;
/// The height of a section's heading.
pub(super) const SECTION: f64 = 32.0;
/// White space.
pub(super) const PAD: f64 = 10.0;
/// The width of all time.
const WIDTH: f64 = 800.0;
/// The height of a bar.
pub(super) const BAR: f64 = 13.0;
/// A start of which only the latest day is known is drawn this many days soft.
const UNKNOWN: i32 = 540;
const TICK: Font = Font::plain(11.0);
/// The least room of a year's label.
const TICK_ROOM: f64 = 44.0;

/// From days to pixels.
pub(super) struct Axis {
    from: Day,
    days: f64,
}

/// The first day that a question's picture shows: of a window its own, else everything.
pub(super) fn from(asked: Asked) -> Day {
    match asked {
        Asked::At(_) => Day::MIN,
        Asked::Between(from, _) => from.first(),
    }
}

impl Axis {
    /// From the first of some days, at its new year, to the end of the asked time; `None` when nothing lies before that.
    pub(super) fn new(asked: Asked, days: impl Iterator<Item = Day>) -> Option<Self> {
        let last = asked.last_day();
        let first = match asked {
            Asked::Between(from, _) => from.first(),
            Asked::At(_) => days.filter(|day| *day <= last).min()?,
        };
        let year = first.to_date()?.year();
        let first = Day::from_ymd(year, 1, 1)?.min(first);
        Some(Self {
            from: first,
            days: f64::from(first.days_until(last.next()).max(31)),
        })
    }

    /// Where a day begins, within the axis.
    pub(super) fn x(&self, day: Day) -> f64 {
        let part = f64::from(self.from.days_until(day)) / self.days;
        NAMES + WIDTH * part.clamp(0.0, 1.0)
    }

    /// Whether a day lies within.
    pub(super) fn shows(&self, day: Day) -> bool {
        self.from <= day && f64::from(self.from.days_until(day)) < self.days
    }

    /// The right end.
    #[expect(
        clippy::unused_self,
        reason = "every axis is as wide as every other, which callers need not know"
    )]
    pub(super) const fn right(&self) -> f64 {
        NAMES + WIDTH
    }

    /// Years above and below, with hairlines between.
    pub(super) fn draw(&self, scene: &mut Scene, bottom: f64) {
        let Some(first) = self.from.to_date().map(|date| date.year()) else {
            return;
        };
        let years = self.days / 365.25;
        let step = [1, 2, 5, 10, 20, 50, 100, 500]
            .into_iter()
            .find(|step| WIDTH / years * f64::from(*step) >= TICK_ROOM)
            .unwrap_or(1000);
        let last = first + years.ceil() as i32;
        for year in (first..=last).filter(|year| year % step == 0 || (years < 3.0 && *year == first)) {
            let Some(day) = Day::from_ymd(year, 1, 1).filter(|day| self.shows(*day)) else {
                continue;
            };
            let x = self.x(day);
            scene.rules.push(Rule {
                from: Point::new(x, -4.0),
                to: Point::new(x, bottom + 4.0),
                strong: false,
            });
            for y in [-8.0, bottom + 4.0 + TICK.ascent()] {
                let label = Label::new(Point::new(x, y), TICK, Tone::Faint, year.to_string());
                scene.labels.push(label.anchored(Anchor::Middle));
            }
        }
    }
}

/// The bars of a span: soft where its dates are coarse, fading where it is presumed.
pub(super) fn bars(axis: &Axis, span: Span, tone: Tone, about: &About, middle: f64) -> Vec<Bar> {
    let (s0, s1) = span.interval.start();
    let (e0, e1) = span.interval.end();
    let mut found = Vec::new();
    let mut add = |from: Day, to: Day, fill: Fill| {
        let (left, right) = (axis.x(from), axis.x(to));
        // nothing that holds is too short to be seen
        let least = if fill == Fill::Firm { 3.0 } else { 1.0 };
        if from < to && right - left > 0.0 || fill == Fill::Firm {
            found.push(Bar {
                rect: Rect::new(
                    left.min(axis.right() - least),
                    middle - BAR / 2.0,
                    (right - left).max(least),
                    BAR,
                ),
                tone,
                fill,
                about: about.clone(),
            });
        }
    };
    let soft_from = if s0 == Day::MIN { back(s1) } else { s0 };
    if s1 >= e0 {
        // it holds on no day surely
        add(soft_from, e1, Fill::Doubtful);
        return found;
    }
    if soft_from < s1 {
        add(soft_from, s1, Fill::SoftStart);
    }
    let firm_until = e0.min(span.presumed_from);
    if s1 < firm_until {
        add(s1, firm_until, Fill::Firm);
    }
    if span.presumed_from < e0 {
        add(span.presumed_from.max(s1), e0, Fill::Presumed);
    }
    if e0 < e1 {
        add(e0, e1, Fill::SoftEnd);
    }
    found
}

/// A while before a day.
fn back(day: Day) -> Day {
    let date = day
        .to_date()
        .and_then(|date| date.checked_sub_days(chrono::Days::new(UNKNOWN.unsigned_abs().into())));
    date.map_or(day, Day::from)
}

/// A name at the left of a row that is no relation.
pub(super) fn row_name(scene: &mut Scene, phrase: Phrase, lang: Lang, middle: f64) {
    let at = Point::new(PAD, middle + HEADING.size * 0.36);
    scene
        .labels
        .push(Label::new(at, HEADING, Tone::Plain, phrase.get(lang)));
}
