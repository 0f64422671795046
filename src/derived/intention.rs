//! Intentions: what companies announced, or signed without binding themselves, and had not carried out.

use super::known::{Ended, Known};
use crate::model::Moment;
use crate::values::{Day, Interval};
use crate::vocab::{Family, Lasts, Status};

/// An intention: open from the day on which it was made public, until it is carried out or given up. It is no tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intention {
    /// When it is open.
    pub interval: Interval,
    /// The first day on which it is only presumed to be open. [`Day::MAX`] where never.
    pub presumed_from: Day,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of an intention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing that is known.
    Open,
    /// It was carried out: the tie begins where the intention ends.
    CarriedOut,
    /// Another record took its place.
    Replaced,
    /// It was given up.
    Dropped,
}

impl Intention {
    /// Whether it became a tie.
    #[must_use]
    pub const fn was_carried_out(&self) -> bool {
        matches!(self.outcome, Outcome::CarriedOut)
    }
}

impl Known<'_> {
    /// Whether it was an intention and no tie, as far as was known.
    ///
    /// So is what was announced only, and a letter of intent. What was called off or broken off before it began never was
    /// more; and what begins on a day that had not come was announced until then. What is agreed binds, and is a tie.
    #[must_use]
    pub fn is_intended(&self) -> bool {
        // nobody intends a lawsuit together
        if self.kind().family == Family::Conflict {
            return false;
        }
        match self.status() {
            Status::Announced | Status::Loi => true,
            Status::Cancelled | Status::Terminated => self.since().is_none() && self.observed().next().is_none(),
            Status::Completed | Status::Agreed => self.is_ahead() && self.announced().is_some(),
            Status::Talks | Status::Bid | Status::Planned | Status::Projected => false,
        }
    }

    /// How long it is believed without a fresh look. What happens on one day is intended, or binds, for longer.
    #[must_use]
    pub fn lasts(&self) -> Lasts {
        let binds = self.status() == Status::Agreed && self.since().is_none();
        match self.kind().lasts {
            Lasts::Point if binds || self.is_intended() => Lasts::Term,
            lasts => lasts,
        }
    }

    /// The intention that it is, or that it was before it began on a later day.
    #[must_use]
    pub fn intention(&self) -> Option<Intention> {
        if self.is_intended() {
            let span = self.span()?;
            return Some(Intention {
                interval: span.interval,
                presumed_from: span.presumed_from,
                outcome: match self.ended() {
                    None => Outcome::Open,
                    Some(Ended::Superseded(..)) => Outcome::Replaced,
                    Some(Ended::On(_) | Ended::Unknown(..) | Ended::Terminated(..)) => Outcome::Dropped,
                },
            });
        }
        let (Some(announced), Some(Moment::On(since))) = (self.announced(), self.since()) else {
            return None;
        };
        // of what was signed and what began some days later within one month nobody knows which came first
        (self.status().is_settled() && announced.last() < since.first())
            .then(|| Interval::from_dates(announced, Some(since)))
            .flatten()
            .map(|interval| Intention {
                interval,
                presumed_from: Day::MAX,
                outcome: Outcome::CarriedOut,
            })
    }
}
