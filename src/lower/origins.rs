//! Where the records of the model stand.

use std::collections::BTreeMap;

use crate::model::{
    CaseId, ClaimId, CompanyId, DealId, EventId, MarketId, Model, ProductId, QuoteId, RecordId, RelationId, SourceId,
    SuccessionId,
};
use crate::syntax::{Fields, Raw};
use crate::text::Span;

macro_rules! keys {
    ($($(#[$meta:meta])* $name:ident($id:ident);)+) => {
        /// Any record of the model.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum RecordKey {
            $($(#[$meta])* $name($id),)+
        }

        $(impl From<$id> for RecordKey {
            fn from(id: $id) -> Self {
                Self::$name(id)
            }
        })+
    };
}

keys! {
    /// A company.
    Company(CompanyId);
    /// A product.
    Product(ProductId);
    /// A market.
    Market(MarketId);
    /// A source.
    Source(SourceId);
    /// A case.
    Case(CaseId);
    /// A deal.
    Deal(DealId);
    /// A relation.
    Relation(RelationId);
    /// An event.
    Event(EventId);
    /// A quote.
    Quote(QuoteId);
    /// A claim.
    Claim(ClaimId);
    /// A succession.
    Succession(SuccessionId);
}

impl RecordKey {
    /// The id of the record, as contributors write it.
    #[must_use]
    pub fn id(self, model: &Model) -> &str {
        match self {
            Self::Company(id) => &model[id].id,
            Self::Product(id) => &model[id].id,
            Self::Market(id) => &model[id].id,
            Self::Source(id) => &model[id].id,
            Self::Case(id) => &model[id].id,
            Self::Deal(id) => &model[id].id,
            Self::Relation(id) => &model[id].id,
            Self::Event(id) => &model[id].id,
            Self::Quote(id) => &model[id].id,
            Self::Claim(id) => &model[id].id,
            Self::Succession(id) => &model[id].id,
        }
    }
}

impl From<RecordId> for RecordKey {
    fn from(id: RecordId) -> Self {
        match id {
            RecordId::Relation(id) => Self::Relation(id),
            RecordId::Event(id) => Self::Event(id),
            RecordId::Quote(id) => Self::Quote(id),
            RecordId::Claim(id) => Self::Claim(id),
        }
    }
}

/// Where every record of a model and each of its fields stands.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    records: BTreeMap<RecordKey, Origin>,
}

#[derive(Clone, Debug)]
struct Origin {
    id: Span,
    fields: Vec<FieldOrigin>,
}

#[derive(Clone, Debug)]
struct FieldOrigin {
    name: &'static str,
    value: Span,
    items: Vec<Span>,
}

impl Origins {
    pub(super) fn add(&mut self, key: impl Into<RecordKey>, id: Span, fields: &Fields) {
        let fields = fields.iter().map(|entry| FieldOrigin {
            name: entry.name,
            value: entry.value.span,
            items: match &entry.value.value {
                Raw::List(items) => items.iter().map(|item| item.span).collect(),
                _ => Vec::new(),
            },
        });
        self.records.insert(
            key.into(),
            Origin {
                id,
                fields: fields.collect(),
            },
        );
    }

    /// Every record, in the order of their tables.
    pub fn keys(&self) -> impl Iterator<Item = RecordKey> {
        self.records.keys().copied()
    }

    /// The place of a record's id.
    ///
    /// # Panics
    /// If the record is not one of the model that these origins were made with.
    #[must_use]
    pub fn record(&self, key: impl Into<RecordKey>) -> Span {
        self.records[&key.into()].id
    }

    /// The place of the value of a record's field; of its id where it has no such field.
    ///
    /// # Panics
    /// As [`Origins::record`].
    #[must_use]
    pub fn field(&self, key: impl Into<RecordKey>, field: &str) -> Span {
        let origin = &self.records[&key.into()];
        origin.find(field).map_or(origin.id, |field| field.value)
    }

    /// The place of an entry of a list, counted from 0 as it is written; of the field where there is none.
    ///
    /// # Panics
    /// As [`Origins::record`].
    #[must_use]
    pub fn item(&self, key: impl Into<RecordKey>, field: &str, at: usize) -> Span {
        let origin = &self.records[&key.into()];
        let Some(field) = origin.find(field) else {
            return origin.id;
        };
        field.items.get(at).copied().unwrap_or(field.value)
    }

    /// Whether a record was written with the field.
    ///
    /// # Panics
    /// As [`Origins::record`].
    #[must_use]
    pub fn has(&self, key: impl Into<RecordKey>, field: &str) -> bool {
        self.records[&key.into()].find(field).is_some()
    }
}

impl Origin {
    fn find(&self, name: &str) -> Option<&FieldOrigin> {
        self.fields.iter().find(|field| field.name == name)
    }
}
