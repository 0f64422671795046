//! The kinds of picture, and what a mark in one means.

use crate::vocab::{Side, Zone};

/// The kinds of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// Companies and all relations among them.
    Map,
    /// One company in the middle.
    Ego,
    /// Relations over time.
    Lanes,
    /// Companies by companies.
    Matrix,
    /// Money along its direction.
    Flow,
    /// Who gets what of a deal's money.
    Waterfall,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Map,
        Self::Ego,
        Self::Lanes,
        Self::Matrix,
        Self::Flow,
        Self::Waterfall,
    ];

    /// Its name in commands and files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Ego => "ego",
            Self::Lanes => "lanes",
            Self::Matrix => "matrix",
            Self::Flow => "flow",
            Self::Waterfall => "waterfall",
        }
    }
}

/// What a mark means: the writers turn it into colour, dash pattern and shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Working together.
    Cooperation,
    /// Rivals in a market.
    Competition,
    /// Both at once.
    Coopetition,
    /// At law.
    Conflict,
    /// Neither side.
    Neutral,
    /// What was intended, and is no tie.
    Intention,
    /// Parts of one group.
    Group,
    /// Ordinary ink.
    Plain,
    /// Less important.
    Faint,
    /// The colour of the paper, for text on dark grounds.
    Paper,
    /// One of those who share money, by number.
    Holder(u8),
}

impl Tone {
    /// The name of its style class.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cooperation => "cooperation",
            Self::Competition => "competition",
            Self::Coopetition => "coopetition",
            Self::Conflict => "conflict",
            Self::Neutral => "neutral",
            Self::Intention => "intention",
            Self::Group => "group",
            Self::Plain => "plain",
            Self::Faint => "faint",
            Self::Paper => "paper",
            Self::Holder(nth) => HOLDERS[nth as usize % HOLDERS.len()],
        }
    }
}

/// The names of the tones of holders; those beyond begin again, and are told apart by what is written on them.
const HOLDERS: [&str; 6] = ["holder-1", "holder-2", "holder-3", "holder-4", "holder-5", "holder-6"];

impl From<Side> for Tone {
    fn from(side: Side) -> Self {
        match side {
            Side::Cooperation => Self::Cooperation,
            Side::Competition => Self::Competition,
            Side::Conflict => Self::Conflict,
            Side::Neutral => Self::Neutral,
        }
    }
}

impl From<Zone> for Tone {
    fn from(zone: Zone) -> Self {
        match zone {
            Zone::Coopetition | Zone::Sequential => Self::Coopetition,
            Zone::Cooperation => Self::Cooperation,
            Zone::Competition => Self::Competition,
            Zone::OneGroup => Self::Group,
            Zone::None => Self::Faint,
        }
    }
}
