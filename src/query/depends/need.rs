//! What a company needs of another, tie by tie.

use crate::derived::{Tie, TieEnd};
use crate::model::{CompanyId, Model, Relation, Value};
use crate::values::Share;
use crate::vocab::{DistributionMode, Family, FieldName, KindName, Net};

/// For what a company depends on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Technology that it licenses or builds on, or the platform it makes products for.
    Technology,
    /// Goods, machines and services that it buys.
    Supply,
    /// Money that others put in or lend.
    Capital,
    /// The way to its customers.
    Channel,
    /// A customer that is a recorded part of its sales.
    Revenue,
}

impl Need {
    /// The name for data formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Technology => "technology",
            Self::Supply => "supply",
            Self::Capital => "capital",
            Self::Channel => "channel",
            Self::Revenue => "revenue",
        }
    }
}

/// Which end of a tie depends on the other, and for what; none for cross-licences, stakes, alliances and rivalries.
///
/// Supply and technology follow what the table of kinds says the other end is: a supplier, or the platform of a
/// complement. A distribution binds both: the principal needs the channel, and who builds a product in or sells it on needs
/// the product.
pub(super) fn needs(model: &Model, tie: &Tie) -> Vec<(TieEnd, Need)> {
    let relation = &model[tie.relation];
    if tie.second.is_some() || relation.flag(FieldName::MUTUAL) {
        return Vec::new();
    }
    let (to_is, from_is) = tie.projection(model).net;
    let buyer = match (to_is, from_is) {
        (Net::Supplier, _) => Some(TieEnd::From),
        (_, Net::Supplier) => Some(TieEnd::To),
        _ => None,
    };
    let kind = relation.kind();
    let mut found: Vec<(TieEnd, Need)> = Vec::new();
    match kind.family {
        Family::Supply => {
            found.extend(buyer.map(|end| (end, Need::Supply)));
            if let Some((_, whose)) = concentration(relation) {
                let seller = buyer.map(other).filter(|end| company(tie, *end) == whose);
                found.extend(seller.map(|end| (end, Need::Revenue)));
            }
        }
        Family::Technology if relation.is(KindName::COMPLEMENT) => found.push((TieEnd::From, Need::Technology)),
        Family::Technology => found.extend(buyer.map(|end| (end, Need::Technology))),
        Family::Channel => {
            found.push((TieEnd::From, Need::Channel));
            if matches!(
                relation.choice::<DistributionMode>(FieldName::MODE),
                Some(DistributionMode::Oem | DistributionMode::Resale)
            ) {
                found.extend(buyer.map(|end| (end, Need::Supply)));
            }
        }
        Family::Capital => match relation.kind_name() {
            KindName::INVESTMENT | KindName::LOAN => found.push((TieEnd::To, Need::Capital)),
            KindName::JOINT_VENTURE if !tie.projection(model).is_symmetric() => found.push((TieEnd::To, Need::Capital)),
            _ => {}
        },
        Family::Alliance | Family::Competition | Family::Conflict => {}
    }
    found
}

const fn other(end: TieEnd) -> TieEnd {
    match end {
        TieEnd::From => TieEnd::To,
        TieEnd::To => TieEnd::From,
    }
}

/// The company at an end of a tie.
pub(super) const fn company(tie: &Tie, end: TieEnd) -> CompanyId {
    match end {
        TieEnd::From => tie.from,
        TieEnd::To => tie.to,
    }
}

/// The field of a record at a position in its descriptor.
fn field(value: &Value, at: u8) -> Option<&Value> {
    let Value::Record(fields) = value else { return None };
    fields
        .iter()
        .find(|(position, _)| *position == at)
        .map(|(_, value)| value)
}

/// What part of whose total a supply is; its descriptor has the fields `share`, `of`, `whose` in this order.
pub(super) fn concentration(relation: &Relation) -> Option<(Share, CompanyId)> {
    let value = relation.own(FieldName::CONCENTRATION)?;
    match (field(value, 0)?, field(value, 2)?) {
        (Value::Share(share), Value::Company(whose)) => Some((*share, *whose)),
        _ => None,
    }
}

/// Whether a company is bound to deal with nobody else; `exclusive` has the fields `binds`, `scope` in this order.
pub(super) fn binds(relation: &Relation, company: CompanyId) -> bool {
    let bound = relation.own(FieldName::EXCLUSIVE).and_then(|value| field(value, 0));
    match bound {
        Some(Value::List(items)) => items.contains(&Value::Company(company)),
        _ => false,
    }
}
