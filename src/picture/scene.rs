//! The neutral middle: what a picture shows and where, before any format.

pub(super) use super::parts::{About, Anchor, Arrow, Bar, Box, Fill, Ink, Label, Line, Mark, Panel, Rule, Shape};
pub(super) use super::style::{Style, Tone};
use crate::graph::Presence;
use crate::lang::Lang;
use crate::vocab::Side;

/// Something a legend explains.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The sample.
    pub sample: Sample,
    /// What it means.
    pub text: String,
}

/// What a legend shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample {
    /// A line of a side.
    Line(Side, Presence),
    /// A mark.
    Mark(Shape, Tone, Ink),
    /// A bar.
    Bar(Tone, Fill),
    /// A line this thick.
    Width(f64),
    /// A line in a loop.
    Loop,
}

/// A moment that a timeline tells, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Its date, as recorded.
    pub date: String,
    /// What happens.
    pub text: String,
}

/// What stands over the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Title {
    /// What the picture shows.
    pub heading: String,
    /// As-of date, counts, reservations.
    pub facts: Vec<String>,
    /// What the picture shows, for those who cannot see it.
    pub description: String,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its kind.
    pub style: Style,
    /// The language of its words.
    pub lang: Lang,
    /// What stands over it.
    pub title: Title,
    /// Its width and height; 0 until it is composed.
    pub size: (f64, f64),
    /// Areas, drawn first.
    pub panels: Vec<Panel>,
    /// Hairlines.
    pub rules: Vec<Rule>,
    /// Stretches of time.
    pub bars: Vec<Bar>,
    /// Ties.
    pub lines: Vec<Line>,
    /// Samples of lines in the legend, which tie no boxes.
    pub samples: Vec<Line>,
    /// Companies.
    pub boxes: Vec<Box>,
    /// Small shapes.
    pub marks: Vec<Mark>,
    /// Texts.
    pub labels: Vec<Label>,
    /// What the signs mean: those that occur.
    pub legend: Vec<Entry>,
    /// Its story in words, for formats that only tell.
    pub moments: Vec<Moment>,
    /// What was left out, in words; it stands in the title too.
    pub left_out: Option<String>,
}

impl Scene {
    /// An empty picture.
    #[must_use]
    pub fn new(style: Style, lang: Lang, title: Title) -> Self {
        Self {
            style,
            lang,
            title,
            size: (0.0, 0.0),
            panels: Vec::new(),
            rules: Vec::new(),
            bars: Vec::new(),
            lines: Vec::new(),
            samples: Vec::new(),
            boxes: Vec::new(),
            marks: Vec::new(),
            labels: Vec::new(),
            legend: Vec::new(),
            moments: Vec::new(),
            left_out: None,
        }
    }

    /// Whether it shows no tie and no event; companies alone are no picture.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.bars.is_empty() && self.marks.is_empty()
    }
}
