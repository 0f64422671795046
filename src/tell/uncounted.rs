//! Relations that do not count: why, in words and on the wire.

use serde::Serialize;

use super::wire::TieWire;
use super::words::Words;
use crate::judge::View;
use crate::judge::dossier::Uncounted;
use crate::judge::sums::Ledger;
use crate::lang::answers;

impl Words<'_> {
    /// Why a relation does not count, and by which records: "disputed, by case/other".
    pub(crate) fn reason(&self, uncounted: &Uncounted) -> String {
        let reason = self.standing(uncounted.tie.relations[0], uncounted.standing);
        let by: Vec<&str> = uncounted.by.iter().map(|id| id.id(self.model())).collect();
        if by.is_empty() {
            return reason.to_owned();
        }
        answers::REASON_BY.fill(self.lang, &[("reason", &reason), ("records", &by.join(", "))])
    }
}

/// A relation that does not count.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct UncountedWire {
    /// The relation.
    #[serde(flatten)]
    pub relation: TieWire,
    /// Why it does not count.
    pub standing: crate::derived::Standing,
    /// The records by which it does not.
    pub by: Vec<String>,
}

impl UncountedWire {
    pub(crate) fn of(view: &View<'_>, ledger: &Ledger<'_>, found: &Uncounted) -> Self {
        Self {
            relation: TieWire::of(view, ledger, &found.tie),
            standing: found.standing,
            by: found.by.iter().map(|id| id.id(view.model()).to_owned()).collect(),
        }
    }
}
