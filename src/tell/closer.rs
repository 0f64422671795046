//! The wire type of a closer look at a coopetition.

use serde::Serialize;

use crate::judge::View;
use crate::judge::closer::Closer;
use crate::vocab::Zone;

/// A closer look at a coopetition.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CloserWire {
    /// The stance without cooperation by trade at arm's length and through platforms and industry bodies.
    pub without_trade: Zone,
    /// The markets in which a cooperative and a competitive tie meet; `null` where no cooperative tie is recorded to concern one.
    pub meets_in: Option<Vec<String>>,
}

impl CloserWire {
    pub(crate) fn of(view: &View<'_>, closer: &Closer) -> Self {
        let id = |market: &crate::model::MarketId| view.model()[*market].id.to_string();
        Self {
            without_trade: closer.without_trade,
            meets_in: closer.meets_in.as_ref().map(|markets| markets.iter().map(id).collect()),
        }
    }
}
