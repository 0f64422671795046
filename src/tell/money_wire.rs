//! Money on the wire.

use serde::Serialize;

use crate::values::{Figure, Money};

/// A figure in a currency.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct MoneyWire {
    /// ISO 4217; `null` where undisclosed.
    pub currency: Option<String>,
    /// The figure, or the lower bound of a range or the upper bound of "up to"; `null` where undisclosed.
    pub amount: Option<String>,
    /// The upper bound of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_to: Option<String>,
    /// `exact`, `about`, `up_to`, `over`, `range` or `undisclosed`.
    #[schemars(extend("enum" = ["exact", "about", "up_to", "over", "range", "undisclosed"]))]
    pub figure: &'static str,
}

impl MoneyWire {
    pub(crate) fn of(money: Money) -> Self {
        let Money::Known { currency, figure } = money else {
            return Self {
                currency: None,
                amount: None,
                amount_to: None,
                figure: "undisclosed",
            };
        };
        let (low, high) = match figure {
            Figure::Exact(n) | Figure::About(n) | Figure::UpTo(n) | Figure::Over(n) => (n, None),
            Figure::Range(low, high) => (low, Some(high)),
        };
        Self {
            currency: Some(currency.code().to_owned()),
            amount: Some(low.normalize().to_string()),
            amount_to: high.map(|n| n.normalize().to_string()),
            figure: figure.word(),
        }
    }
}
