//! Why a question about a waterfall is refused.

use std::any::Any;

use rust_decimal::Decimal;

use super::{NoVersion, Question, Unanswerable};
use crate::model::{DealId, Model};
use crate::request::{AskError, Reason};
use crate::values::suggest::joined;
use crate::values::{Currency, MoneyError, money_remedy};

/// Why a question about a waterfall is refused. Deals and holders are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// No profit is given.
    #[error("no profit is given; a profit is a sum such as `USD 50bn`")]
    NoProfit,
    /// A sum is no money.
    #[error("`{text}`: {error}; {}", money_remedy(text, error))]
    NoMoney {
        /// What is given.
        text: String,
        /// Why it is none.
        error: MoneyError,
    },
    /// A sum is a range, a bound or unknown.
    #[error("`{0}`: a sum to compute with is one number, such as `USD 50bn`")]
    NotExact(String),
    /// Profits are in two currencies.
    #[error("profits are in {0} and {1}; ask for one currency at a time")]
    Currencies(Currency, Currency),
    /// An assumption has no holder.
    #[error("the assumption `{0}` has no `=`; write holder and sum: `first-investors=USD 50m`")]
    NoHolder(String),
    /// An assumption is in another currency.
    #[error("the assumption `{text}` is in {is}, the profits are in {profits}")]
    AssumedCurrency {
        /// The assumption.
        text: String,
        /// Its currency.
        is: Currency,
        /// The currency of the profits.
        profits: Currency,
    },
    /// Nobody of this name has a share.
    #[error("no holder of `{deal}` is called `{name}`; its holders are {}", list(holders))]
    UnknownHolder {
        /// The deal.
        deal: String,
        /// The name.
        name: String,
        /// The holders with a share.
        holders: Vec<String>,
    },
    /// The deal was not yet known.
    #[error("`{0}` was not yet known then")]
    NotYetKnown(String),
    /// No version of it holds at the asked time.
    #[error("no version of `{deal}` is known to hold then; its versions are {}", list(versions))]
    NotInForce {
        /// The deal.
        deal: String,
        /// All that are known.
        versions: Vec<String>,
    },
    /// Several versions hold.
    #[error("several versions hold then: {}; ask for a day, or name one and no date", list(.0))]
    SeveralVersions(Vec<String>),
    /// Nobody says who gets what.
    #[error("nobody is recorded to say who gets what under `{deal}`{}", others(told))]
    NoWaterfall {
        /// The deal.
        deal: String,
        /// The versions for which somebody does.
        told: Vec<String>,
    },
    /// The waterfall is in another currency.
    #[error("the waterfall of `{deal}` is in {is}, not in {asked}")]
    OtherCurrency {
        /// The deal.
        deal: String,
        /// Its currency.
        is: Currency,
        /// The asked one.
        asked: Currency,
    },
    /// A profit is no whole number of coins.
    #[error("the profit `{0} {1}` is finer than the smallest coin, which has {decimals} decimals", decimals = .0.decimals())]
    FinerThanCoins(Currency, Decimal),
    /// An assumption settles nothing.
    #[error("nothing is to be assumed about `{holder}` in `{deal}`: it has no share in a tranche whose end is unknown")]
    NothingToAssume {
        /// The deal.
        deal: String,
        /// The holder.
        holder: String,
    },
}

fn list(ids: &[String]) -> String {
    joined(&ids.iter().map(String::as_str).collect::<Vec<_>>(), "and")
}

fn others(told: &[String]) -> String {
    if told.is_empty() {
        String::new()
    } else {
        format!("; for other versions somebody does: {}", list(told))
    }
}

impl Reason for Refused {
    fn is_not_found(&self) -> bool {
        matches!(
            self,
            Self::UnknownHolder { .. }
                | Self::NotYetKnown(_)
                | Self::NotInForce { .. }
                | Self::SeveralVersions(_)
                | Self::NoWaterfall { .. }
        )
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl From<Refused> for AskError {
    fn from(refused: Refused) -> Self {
        Self::Question(Box::new(refused))
    }
}

impl Refused {
    pub(super) fn version(model: &Model, asked: DealId, none: &NoVersion) -> Self {
        let id = |deal: &DealId| model[*deal].id.to_string();
        let ids = |deals: &[DealId]| deals.iter().map(id).collect();
        match none {
            NoVersion::NotInForce(all) if all.is_empty() => Self::NotYetKnown(id(&asked)),
            NoVersion::NotInForce(all) => Self::NotInForce {
                deal: id(&asked),
                versions: ids(all),
            },
            NoVersion::Several(several) => Self::SeveralVersions(ids(several)),
            NoVersion::NoWaterfall(deal, told) => Self::NoWaterfall {
                deal: id(deal),
                told: ids(told),
            },
        }
    }

    /// Why a question has no answer.
    #[must_use]
    pub fn unanswerable(model: &Model, question: &Question, error: &Unanswerable) -> Self {
        let deal = model[question.deal].id.to_string();
        match error {
            Unanswerable::OtherCurrency(is) => Self::OtherCurrency {
                deal,
                is: *is,
                asked: question.currency,
            },
            Unanswerable::FinerThanCoins(sum) => Self::FinerThanCoins(question.currency, *sum),
            Unanswerable::NothingToAssume(holder) => Self::NothingToAssume {
                deal,
                holder: model.holder_id(question.deal, *holder).to_owned(),
            },
        }
    }
}
