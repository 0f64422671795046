//! Who owned how much of whom, and when: one list, from stakes, purchases, ventures, declared parents and successions.
//!
//! Of one owner in one company there is one holding at a time (unless legal forms differ), so figures of one owner never
//! add. A holding ends as its record says; without that, when the company is bought whole by others, when somebody from
//! outside takes control of what was held whole or controlled, when it is spun off, or when owner or owned end.

mod claims;
mod control;
mod heirs;
#[cfg(test)]
mod histories;
mod settle;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::groups::Cause;
use super::identity::Identity;
use super::standing::Standings;
use super::{knowledge::Knowledge, reach::Reach, span::Span};
use crate::model::{CompanyId, Model};
use crate::values::{Day, Interval, Share};
use crate::vocab::{KindName, StakeBasis};
use claims::Claim;

pub(super) use control::memberships;

/// The kinds of relation that say who owns whom; each names what is owned in its second role.
const KINDS_OF_HOLDING: [KindName; 3] = [KindName::STAKE, KindName::ACQUISITION, KindName::JOINT_VENTURE];

/// The roles in which relations name what is owned: a position in [`KINDS`](crate::vocab::KINDS) and one in the roles of that
/// kind. Of a company, all that says who had a part of it is in relations in which it plays one of these.
#[must_use]
pub fn owned_roles() -> Vec<(u8, u8)> {
    let kinds = KINDS_OF_HOLDING.into_iter();
    kinds.map(|kind| (kind.index() as u8, 1)).collect()
}

/// How much of a company an owner has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// All of it.
    Whole,
    /// This share of it.
    Share(Share),
    /// A part, nobody says how much.
    Unknown,
}

impl Part {
    /// The percentage that the truth is surely not below; `None` where nobody says.
    #[must_use]
    pub fn least(self) -> Option<Decimal> {
        match self {
            Self::Whole => Some(Decimal::ONE_HUNDRED),
            Self::Share(share) => Some(share.floor()),
            Self::Unknown => None,
        }
    }
}

/// An owner has a part of a company for some time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Holding {
    /// Who owns.
    pub owner: CompanyId,
    /// What is owned.
    pub owned: CompanyId,
    /// How much.
    pub part: Part,
    /// What a share is a share of, where it is said.
    pub basis: Option<StakeBasis>,
    /// Why: what declares or shows it.
    pub cause: Cause,
    /// When.
    pub interval: Interval,
    /// The first day on which it is only presumed; [`Day::MAX`] where never.
    pub presumed_from: Day,
    /// Whether the owner controls the company by this holding alone.
    pub controls: bool,
    /// Whether several bought the company together, so that their parts make up the whole.
    pub common: bool,
    /// Whether a record of lower grade says otherwise.
    pub disputed: bool,
}

/// Every holding of a data set, in the order of the owned companies, then of owners and time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Holdings {
    all: Vec<Holding>,
    /// Positions in `all`, in the order of the owners.
    by_owner: Vec<u32>,
}

impl Holdings {
    /// Works out all holdings. Cost: linear in relations and companies; `n log n` in the holdings of one company, times the
    /// successions that hand it on.
    pub(super) fn new(
        model: &Model,
        standings: &Standings,
        spans: &[Option<Span>],
        known: Knowledge,
        reach: Reach,
        identity: &Identity,
    ) -> Self {
        let mut records = claims::Records::of(model, standings, spans, known, reach, identity);
        heirs::hand_on(model, &mut records, known, identity);
        let related = settle::Related::new(&records.claims);
        let mut all: Vec<Holding> = Vec::new();
        for owned in records.claims.keys() {
            all.extend(
                settle::settled(model, &records, &related, *owned)
                    .iter()
                    .map(Claim::holding),
            );
        }
        let mut by_owner: Vec<u32> = (0..).take(all.len()).collect();
        by_owner.sort_by_key(|at| {
            let holding = &all[*at as usize];
            (holding.owner, holding.owned, holding.interval)
        });
        Self { all, by_owner }
    }

    /// Whether no position in it leads out of a data set of so many companies.
    pub(super) fn fits(&self, companies: usize) -> bool {
        let within = |holding: &Holding| holding.owner.index().max(holding.owned.index()) < companies;
        self.by_owner.iter().all(|at| (*at as usize) < self.all.len()) && self.all.iter().all(within)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Holding> {
        self.all.iter()
    }

    /// The holdings in a company, by owner and time. Cost: the logarithm of their number.
    #[must_use]
    pub fn of(&self, owned: CompanyId) -> &[Holding] {
        let from = self.all.partition_point(|holding| holding.owned < owned);
        let to = self.all.partition_point(|holding| holding.owned <= owned);
        &self.all[from..to]
    }

    /// What a company holds of others, by what is owned and time. Cost: the logarithm of all holdings.
    pub fn by(&self, owner: CompanyId) -> impl Iterator<Item = &Holding> {
        let owner_of = |at: &u32| self.all[*at as usize].owner;
        let from = self.by_owner.partition_point(|at| owner_of(at) < owner);
        let to = self.by_owner.partition_point(|at| owner_of(at) <= owner);
        self.by_owner[from..to].iter().map(|at| &self.all[*at as usize])
    }
}
