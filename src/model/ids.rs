use super::Model;
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in its table.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            /// # Panics
            /// Beyond `u32::MAX` records, which the reading budgets rule out.
            fn from(index: usize) -> Self {
                Self(u32::try_from(index).expect("more than u32::MAX records"))
            }
        }
    )+};
}

ids! {
    /// A company in [`Model::companies`](super::Model::companies).
    CompanyId;
    /// A product in [`Model::products`](super::Model::products).
    ProductId;
    /// A market in [`Model::markets`](super::Model::markets).
    MarketId;
    /// A source in [`Model::sources`](super::Model::sources).
    SourceId;
    /// A case in [`Model::cases`](super::Model::cases).
    CaseId;
    /// A deal in [`Model::deals`](super::Model::deals).
    DealId;
    /// A relation in [`Model::relations`](super::Model::relations).
    RelationId;
    /// An event in [`Model::events`](super::Model::events).
    EventId;
    /// A quote in [`Model::quotes`](super::Model::quotes).
    QuoteId;
    /// A claim in [`Model::claims`](super::Model::claims).
    ClaimId;
    /// A succession in [`Model::successions`](super::Model::successions).
    SuccessionId;
}

/// Any record that has an id inside a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RecordId {
    /// A relation.
    Relation(RelationId),
    /// An event.
    Event(EventId),
    /// A quote.
    Quote(QuoteId),
    /// A claim.
    Claim(ClaimId),
}

impl RecordId {
    /// The id of the record, as contributors write it.
    #[must_use]
    pub fn id(self, model: &Model) -> &str {
        match self {
            Self::Relation(id) => &model[id].id,
            Self::Event(id) => &model[id].id,
            Self::Quote(id) => &model[id].id,
            Self::Claim(id) => &model[id].id,
        }
    }
}
