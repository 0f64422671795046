//! Who gets what of a deal's money, as it is written down; `query` computes with it.

use serde::{Deserialize, Serialize};

use super::citation::{Citation, OtherReport};
use super::ids::CompanyId;
use crate::values::{Money, Share, Str, Text};
use crate::vocab::Counted;

/// A class of those who share a deal's money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Holder {
    /// Its id, unique within the deal.
    pub id: Str,
    /// What it is called.
    pub name: Text,
    /// Who is known to belong to it.
    pub companies: Vec<CompanyId>,
    /// On whose word these belong to it.
    pub sources: Vec<Citation>,
}

/// Who has a right to money of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum HolderRef {
    /// A company.
    Company(CompanyId),
    /// A class, by its position in [`Deal::holders`](super::Deal::holders).
    Class(u32),
}

/// One tranche of a waterfall.
///
/// Shares and figures are one number each, exactly or about; all money of a deal's waterfall is in one currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tranche {
    /// What it is called.
    pub name: Text,
    /// What part goes to whom, in the order of writing.
    pub shares: Vec<(HolderRef, Share)>,
    /// The part of which nobody says who gets it; shares and this sum to 100 %.
    pub unstated: Option<Share>,
    /// When it ends; the last tranche has neither this nor caps, every other has one of them or both.
    #[serde(rename = "until")]
    pub ending: Option<Ending>,
    /// The most that holders get.
    pub caps: Vec<(HolderRef, Money)>,
    /// On whose word the caps are, where it is not that of the tranche.
    pub caps_sources: Vec<Citation>,
    /// Who gets the part of a holder that is at its cap.
    pub residual: Residual,
    /// From where `until` and `caps` count.
    pub counted: Counted,
    /// What else happens in it.
    pub effects: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// Other values for fields, and who reports them.
    pub reported_otherwise: Vec<OtherReport>,
    /// On whose word; where empty, that of the deal.
    pub sources: Vec<Citation>,
}

/// When a tranche ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ending {
    /// Somewhere, nobody knows where.
    Unknown,
    /// When each of these has received so much.
    Receives {
        /// The thresholds.
        thresholds: Vec<(HolderRef, Money)>,
        /// On whose word, where it is not that of the tranche.
        sources: Vec<Citation>,
    },
}

/// Who gets the part of a holder that is at its cap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Residual {
    /// All others, in proportion to their shares.
    #[default]
    ProRata,
    /// One holder.
    To(HolderRef),
    /// Somebody, nobody says who.
    Unstated,
}

impl Tranche {
    /// Every figure of money in it: thresholds, then caps.
    pub fn figures(&self) -> impl Iterator<Item = (HolderRef, Money)> {
        let thresholds: &[(HolderRef, Money)] = match &self.ending {
            Some(Ending::Receives { thresholds, .. }) => thresholds,
            _ => &[],
        };
        thresholds.iter().chain(&self.caps).copied()
    }

    /// Whether some share or figure is given as "about".
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        let shares = self.shares.iter().map(|(_, share)| *share).chain(self.unstated);
        let mut shares = shares.map(|share| share.figure().is_exact());
        !(shares.all(|exact| exact) && self.figures().all(|(_, money)| money.is_exact()))
    }
}
