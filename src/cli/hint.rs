//! What to do about a refused request, in flags and commands.

use std::fmt;

use crate::query::waterfall;
use crate::request::{AskError, Candidate, Sort};

/// A refused request, and what to do about it.
#[derive(Debug)]
pub(super) struct Refusal {
    error: AskError,
    hint: Option<&'static str>,
}

impl Refusal {
    pub(super) fn new(error: AskError) -> Self {
        let hint = hint(&error);
        Self { error, hint }
    }

    /// What the name that was not found, or stands for several, may have meant.
    pub(super) fn candidates(&self) -> &[Candidate] {
        self.error.candidates()
    }

    /// Whether something that was asked for is not in the data.
    pub(super) fn is_not_found(&self) -> bool {
        self.error.is_not_found()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.hint {
            Some(hint) => write!(f, "{} ({hint})", self.error),
            None => self.error.fmt(f),
        }
    }
}

impl std::error::Error for Refusal {}

fn hint(error: &AskError) -> Option<&'static str> {
    if let Some(refused) = error.reason::<waterfall::Refused>() {
        return of_waterfall(refused);
    }
    match error {
        AskError::Unknown { sort, near, .. } if near.is_empty() || *sort != Sort::Company => match sort {
            Sort::Company => Some("`frenemy list companies` shows all"),
            Sort::Market => Some("`frenemy list markets` shows all"),
            Sort::Case => Some("`frenemy list cases` shows all"),
            Sort::Deal => Some("`frenemy list deals` shows all"),
            Sort::Relation => Some("`frenemy list relations` shows all"),
            Sort::Holder => None,
        },
        AskError::AvoidedEnd { .. } => Some("--avoid"),
        AskError::DateAndWindow => Some("--at is a date, --from and --to are a window"),
        AskError::HalfWindow { .. } | AskError::WindowReversed { .. } => Some("--from and --to"),
        AskError::NoSides => Some("--from and --to, --known-from and --known-to, or --against"),
        AskError::KnowledgeAndSides => Some("--known-at does not go with --known-from and --known-to"),
        AskError::KnowledgeReversed => Some("--known-from and --known-to"),
        AskError::TodayMissing => Some("the clock of this machine shows no year from 1 to 9999; --at gives a date"),
        _ => None,
    }
}

fn of_waterfall(refused: &waterfall::Refused) -> Option<&'static str> {
    use waterfall::Refused;
    match refused {
        Refused::NoProfit => Some("--profit \"USD 50bn\""),
        Refused::Currencies(..) | Refused::FinerThanCoins(..) => Some("--profit"),
        Refused::NoHolder(_) => Some("--assume first-investors=\"USD 50m\""),
        Refused::AssumedCurrency { .. } | Refused::NothingToAssume { .. } | Refused::UnknownHolder { .. } => {
            Some("--assume")
        }
        Refused::SeveralVersions(_) => Some("--at"),
        _ => None,
    }
}
