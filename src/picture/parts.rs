//! The parts of a picture: boxes, lines, bars, marks and texts, each in place.

use super::fonts::Font;
use super::geometry::{Point, Rect, Route};
use super::style::Tone;
use crate::graph::Presence;
use crate::vocab::{Family, Side};

/// What stands behind a mark: for links, tooltips and later interaction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// The ids of records or companies.
    pub ids: Vec<String>,
    /// The earliest start, as recorded.
    pub begins: Option<String>,
    /// The latest end, as recorded; none where something goes on.
    pub ends: Option<String>,
    /// The side.
    pub side: Option<Side>,
    /// A web address of a source.
    pub link: Option<String>,
    /// What a reader is told who points at it or cannot see it.
    pub text: String,
}

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// On the baseline.
    pub at: Point,
    /// Where the text stands relative to it.
    pub anchor: Anchor,
    /// How it is set.
    pub font: Font,
    /// What it means.
    pub tone: Tone,
    /// Whether it climbs at 45 degrees, as headings of columns do.
    pub slanted: bool,
    /// Whether it stands on a ground of its own, over lines.
    pub ground: bool,
    /// The text.
    pub text: String,
}

impl Label {
    /// A label that begins at a point.
    #[must_use]
    pub fn new(at: Point, font: Font, tone: Tone, text: impl Into<String>) -> Self {
        Self {
            at,
            anchor: Anchor::Start,
            font,
            tone,
            slanted: false,
            ground: false,
            text: text.into(),
        }
    }

    /// The same with another anchor.
    #[must_use]
    pub const fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// The room it takes.
    #[must_use]
    pub fn rect(&self) -> Rect {
        let w = self.font.width(&self.text);
        if self.slanted {
            let side = w * std::f64::consts::FRAC_1_SQRT_2 + self.font.size;
            return Rect::new(
                self.at.x - self.font.size,
                self.at.y - side,
                side + self.font.size,
                side,
            );
        }
        let x = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - w / 2.0,
            Anchor::End => self.at.x - w,
        };
        Rect::new(x, self.at.y - self.font.ascent(), w, self.font.leading())
    }
}

/// A tinted area behind everything: a zone, a lane, a band.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Where.
    pub rect: Rect,
    /// What it means.
    pub tone: Tone,
    /// Whether it is only an outline.
    pub outline: bool,
    /// What stands behind it.
    pub about: About,
}

/// A company, with those of its group that take part.
#[derive(Clone, Debug, PartialEq)]
pub struct Box {
    /// Where.
    pub rect: Rect,
    /// What it means.
    pub tone: Tone,
    /// Whether the picture is about it.
    pub strong: bool,
    /// Whether it is only its texts, without a frame.
    pub bare: bool,
    /// Its name.
    pub name: String,
    /// The members of its group that take part, by name.
    pub members: Vec<String>,
    /// Its texts, in place.
    pub labels: Vec<Label>,
    /// Frames of members within it.
    pub frames: Vec<Rect>,
    /// What stands behind it.
    pub about: About,
}

/// Which ends of a line bear an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// Neither.
    None,
    /// The end at `to`.
    To,
    /// The end at `from`.
    From,
    /// Both.
    Both,
}

/// A tie between two boxes, or some of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The box where it begins.
    pub from: usize,
    /// The box where it ends.
    pub to: usize,
    /// The side; lines of two sides are never one.
    pub side: Side,
    /// The family of its kinds, where all are of one.
    pub family: Option<Family>,
    /// Its arrows.
    pub arrow: Arrow,
    /// How surely it holds.
    pub presence: Presence,
    /// Its thickness in pixels.
    pub width: f64,
    /// How many ties it stands for.
    pub count: usize,
    /// Whether it is part of a loop.
    pub looped: bool,
    /// What it says.
    pub text: String,
    /// The lines of that text in place; none where it stands elsewhere, or where there was no room.
    pub labels: Vec<Label>,
    /// Its way.
    pub route: Route,
    /// What stands behind it.
    pub about: About,
}

/// How an end of a bar looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// It surely holds.
    Firm,
    /// It begins somewhere here.
    SoftStart,
    /// It ends somewhere here.
    SoftEnd,
    /// It is only presumed, and fades.
    Presumed,
    /// Nobody knows whether it holds.
    Doubtful,
}

/// A stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Where.
    pub rect: Rect,
    /// What it means.
    pub tone: Tone,
    /// How surely it holds.
    pub fill: Fill,
    /// What stands behind it.
    pub about: About,
}

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A disc: cooperation.
    Disc,
    /// A triangle: competition.
    Triangle,
    /// A cross: conflict.
    Cross,
    /// A square: neither side.
    Square,
    /// A diamond: what happens on one day.
    Diamond,
    /// A sample of a line.
    Dash,
}

impl From<Side> for Shape {
    fn from(side: Side) -> Self {
        match side {
            Side::Cooperation => Self::Disc,
            Side::Competition => Self::Triangle,
            Side::Conflict => Self::Cross,
            Side::Neutral => Self::Square,
        }
    }
}

/// How a small shape is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Filled: it surely is so.
    Filled,
    /// Outlined: not everything is sure about it, or it is no tie.
    Outlined,
    /// Outlined with a broken line: it may be so.
    Dashed,
}

impl From<Presence> for Ink {
    fn from(presence: Presence) -> Self {
        match presence {
            Presence::Yes => Self::Filled,
            Presence::Presumed => Self::Outlined,
            Presence::Maybe | Presence::No => Self::Dashed,
        }
    }
}

/// A small shape: an event, a cell's content, a sample.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub at: Point,
    /// Half its width, in pixels.
    pub radius: f64,
    /// Its shape.
    pub shape: Shape,
    /// What it means.
    pub tone: Tone,
    /// How it is drawn.
    pub ink: Ink,
    /// What stands behind it.
    pub about: About,
}

/// A hairline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// From where.
    pub from: Point,
    /// To where.
    pub to: Point,
    /// Whether it is more than a guide for the eye.
    pub strong: bool,
}
