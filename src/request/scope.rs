//! The scope of a request as people write it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::AskError;
use super::names::Resolver;
use crate::derived::{Knowledge, Reach};
use crate::judge::{Asked, Scope};
use crate::values::{Interval, PartialDate};
use crate::vocab::{Confidence, KindName, RivalryFrom};

/// What part of the data a question is about; everything, today, by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ScopeRequest {
    /// The date that is asked about: `YYYY`, `YYYY-MM` (the whole span) or `YYYY-MM-DD`; today by default.
    #[serde(skip_serializing_if = "is_default")]
    pub at: Option<PartialDate>,
    /// A window is asked about, from the first day of this date.
    #[serde(skip_serializing_if = "is_default")]
    pub from: Option<PartialDate>,
    /// To the last day of this date.
    #[serde(skip_serializing_if = "is_default")]
    pub to: Option<PartialDate>,
    /// Only what was published by this date.
    #[serde(skip_serializing_if = "is_default")]
    pub known_at: Option<PartialDate>,
    /// For how many days before its first evidence a tie may hold whose start nobody knows; 365 by default. Of earlier days
    /// nothing is known.
    #[serde(skip_serializing_if = "is_default")]
    pub presume_before: Option<u32>,
    /// For how many days after its last evidence a tie without a known end holds unpresumed; by default five years for what is
    /// a state, as a stake, three for what has a term, as a supply.
    #[serde(skip_serializing_if = "is_default")]
    pub presume_after: Option<u32>,
    /// Only relations of these kinds; of all when empty.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: Vec<KindName>,
    /// No relations of these kinds.
    #[serde(skip_serializing_if = "is_default")]
    pub except_kind: Vec<KindName>,
    /// Only what concerns this market or a narrower one: an id, or a name.
    #[serde(skip_serializing_if = "is_default")]
    pub market: Option<String>,
    /// Only relations of the case of this id.
    #[serde(skip_serializing_if = "is_default")]
    pub case: Option<String>,
    /// Only records of at least this grade.
    #[serde(skip_serializing_if = "is_default")]
    pub min_confidence: Option<Confidence>,
    /// Only firm ties: none that only may hold, or are presumed, announced only, rumoured or disputed.
    #[serde(skip_serializing_if = "is_default")]
    pub firm: bool,
    /// Companies stand for themselves, not for their groups.
    #[serde(skip_serializing_if = "is_default")]
    pub no_group: bool,
    /// From when on a rivalry counts: since both were in the market, which is the default, or since somebody first named it.
    #[serde(skip_serializing_if = "is_default")]
    pub rivalry_from: RivalryFrom,
}

/// Whether a value is what it is where nobody gives it, so that it is left out of what is written.
pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl ScopeRequest {
    /// The name of the first field, in alphabetical order, that is not at its default.
    #[must_use]
    pub fn first(&self) -> Option<String> {
        let fields = serde_json::to_value(self).ok()?;
        fields.as_object()?.keys().next().cloned()
    }

    /// Puts ids in the place of names, and lets names of companies be read as of its time: it is resolved before them.
    ///
    /// # Errors
    /// When the market or the case is not in the data, or the dates contradict each other.
    pub fn resolve(&mut self, names: &Resolver<'_>) -> Result<(), AskError> {
        if let Some(market) = &mut self.market {
            names.market(market)?;
        }
        if let Some(case) = &mut self.case {
            names.case(case)?;
        }
        match (self.window()?, self.at) {
            (Some((from, to)), _) => names.about(Interval::window(from.first(), to.last())),
            (None, Some(at)) => names.about(Interval::window(at.first(), at.last())),
            (None, None) => {}
        }
        Ok(())
    }

    /// What is asked of a data set.
    ///
    /// # Errors
    /// As in [`ScopeRequest::resolve`], and when it names no date and `today` is not known.
    pub fn scope(&self, names: &Resolver<'_>, today: Option<PartialDate>) -> Result<Scope, AskError> {
        let asked = match self.window()? {
            Some((from, to)) => Asked::Between(from, to),
            None => Asked::At(self.at.or(today).ok_or(AskError::TodayMissing)?),
        };
        let kinds = |names: &[KindName]| names.iter().map(|kind| kind.index()).collect();
        let (mut market, mut case) = (self.market.clone(), self.case.clone());
        Ok(Scope {
            asked,
            known: Knowledge(self.known_at.map(PartialDate::last)),
            reach: Reach {
                before: self.presume_before.unwrap_or(Reach::DEFAULT.before),
                after: self.presume_after,
            },
            today: today.map(PartialDate::last),
            kinds: kinds(&self.kind),
            except_kinds: kinds(&self.except_kind),
            market: market.as_mut().map(|market| names.market(market)).transpose()?,
            case: case.as_mut().map(|case| names.case(case)).transpose()?,
            min_confidence: self.min_confidence,
            firm: self.firm,
            group: !self.no_group,
            rivalry_from: self.rivalry_from,
        })
    }

    /// The asked window, if it is one.
    fn window(&self) -> Result<Option<(PartialDate, PartialDate)>, AskError> {
        match (self.at, self.from, self.to) {
            (_, None, None) => Ok(None),
            (Some(_), _, _) => Err(AskError::DateAndWindow),
            (None, Some(from), Some(to)) if to.last() < from.first() => Err(AskError::WindowReversed { from, to }),
            (None, Some(from), Some(to)) => Ok(Some((from, to))),
            (None, from, _) => Err(AskError::HalfWindow { begins: from.is_some() }),
        }
    }
}
