use crate::derived::{Tie, TieEnd};
use crate::model::CompanyId;
use crate::values::{Day, Holds, Interval, Overlap};
use crate::vocab::Side;

/// Whether and how surely something holds over a time; the surer is the greater. What is presumed did hold, and nobody has
/// seen it end; so it counts before what only may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It does not.
    No,
    /// Its dates are too coarse to tell.
    Maybe,
    /// It would, if it went on; nobody has looked for too long.
    Presumed,
    /// It surely does.
    Yes,
}

impl Presence {
    /// Whether answers mark it: it does not surely hold, and is not simply absent.
    #[must_use]
    pub const fn is_marked(self) -> bool {
        matches!(self, Self::Maybe | Self::Presumed)
    }

    /// Judges some parts that must hold together within `window`.
    #[must_use]
    pub fn of(parts: &[Interval], presumed_from: Day, window: Interval) -> Self {
        let parts: Overlap = parts.iter().copied().collect();
        Self::of_all(parts.and(window), presumed_from)
    }

    /// Judges all that must hold together.
    #[must_use]
    pub fn of_all(all: Overlap, presumed_from: Day) -> Self {
        let whole = all.holds();
        if presumed_from == Day::MAX || whole == Holds::No {
            return Self::from(whole);
        }
        let firm = Interval::new(Day::MIN, Day::MIN, presumed_from, presumed_from);
        let firm = firm.map_or(Holds::No, |firm| all.and(firm).holds());
        if firm == whole {
            Self::from(whole)
        } else {
            Self::Presumed
        }
    }
}

impl From<Holds> for Presence {
    fn from(holds: Holds) -> Self {
        match holds {
            Holds::No => Self::No,
            Holds::Maybe => Self::Maybe,
            Holds::Yes => Self::Yes,
        }
    }
}

/// A tie as it stands between two groups: with all that must hold together for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bond {
    /// The tie.
    pub tie: Tie,
    /// The end on the asked company's side.
    pub end: TieEnd,
    /// The counterparty, rolled up.
    pub other: CompanyId,
    /// The member of the asked company's group that is party to the tie, where it is not the asked company itself.
    pub mine: Option<CompanyId>,
    /// The member of the counterparty's group that is party to the tie, where it is not the counterparty itself.
    pub theirs: Option<CompanyId>,
    /// The relation's time, then the memberships'.
    pub parts: Vec<Interval>,
    /// The first day on which it is only presumed.
    pub presumed_from: Day,
    /// Whether it needs no reservation other than age.
    pub firm: bool,
    /// Whether both ends belong to one group all that time, so that it counts for neither side.
    pub inside: bool,
}

impl Bond {
    /// The side.
    #[must_use]
    pub const fn side(&self) -> Side {
        self.tie.side
    }

    /// Whether it holds within `window`.
    #[must_use]
    pub fn presence(&self, window: Interval) -> Presence {
        Presence::of(&self.parts, self.presumed_from, window)
    }

    /// Whether it and another hold at one time within `window`.
    #[must_use]
    pub fn together(&self, other: &Self, window: Interval) -> Presence {
        let all = self.overlap().with(other.overlap()).and(window);
        Presence::of_all(all, self.presumed_from.min(other.presumed_from))
    }

    /// What decides with whatever else it holds.
    #[must_use]
    pub fn overlap(&self) -> Overlap {
        self.parts.iter().copied().collect()
    }

    /// The days on which it possibly holds, half-open; `None` when its parts never meet.
    #[must_use]
    pub fn possible(&self) -> Option<(Day, Day)> {
        let from = self.parts.iter().map(|part| part.start().0).max()?;
        let to = self.parts.iter().map(|part| part.end().1).min()?;
        (from < to).then_some((from, to))
    }

    /// The days on which it surely holds, half-open.
    #[must_use]
    pub fn sure(&self) -> Option<(Day, Day)> {
        let from = self.parts.iter().map(|part| part.start().1).max()?;
        let to = self.parts.iter().map(|part| part.end().0).min()?;
        (from < to).then_some((from, to))
    }
}
