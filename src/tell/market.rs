//! How answers hand on that products of two companies meet in a market.

use crate::graph::Presence;
use crate::judge::View;
use crate::judge::market::Shared;
use crate::model::ProductId;

/// A market in which products of two companies meet, on the wire.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct SharedWire {
    /// The market.
    pub market: String,
    /// `yes` or `maybe`: whether some of the products are on offer on one day.
    pub holds: Presence,
    /// The first company's products there.
    pub products: Vec<String>,
    /// The other company's.
    pub other_products: Vec<String>,
}

impl SharedWire {
    pub(crate) fn of(view: &View<'_>, shared: &Shared) -> Self {
        let model = view.model();
        let ids = |products: &[ProductId]| products.iter().map(|id| model[*id].id.to_string()).collect();
        Self {
            market: model[shared.market].id.to_string(),
            holds: shared.presence,
            products: ids(&shared.mine),
            other_products: ids(&shared.theirs),
        }
    }
}
