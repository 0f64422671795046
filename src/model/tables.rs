use std::ops::Index;

use serde::{Deserialize, Serialize};

use super::company::{Company, Product};
use super::damage::Damaged;
use super::ids::{
    CaseId, ClaimId, CompanyId, DealId, EventId, MarketId, ProductId, QuoteId, RelationId, SourceId, SuccessionId,
};
use super::packed::{self, Blocks, PackedTable};
use super::records::{Case, Claim, Deal, Event, Market, Quote, Source, Succession};
use super::relation::Relation;
use super::table::Table;
use super::waterfall::{HolderRef, Tranche};
use crate::values::Currency;

/// Hands the tables of a model to a macro, each as `$(#[$meta])* field Variant: Id => Record;`.
macro_rules! tables {
    ($with:ident) => {
        $with! {
            /// Companies and other parties.
            companies Companies: CompanyId => Company;
            /// Products of companies.
            products Products: ProductId => Product;
            /// Markets.
            markets Markets: MarketId => Market;
            /// Sources.
            sources Sources: SourceId => Source;
            /// Cases.
            cases Cases: CaseId => Case;
            /// Deals.
            deals Deals: DealId => Deal;
            /// Relations of all kinds.
            relations Relations: RelationId => Relation;
            /// Events.
            events Events: EventId => Event;
            /// Quotes.
            quotes Quotes: QuoteId => Quote;
            /// Claims.
            claims Claims: ClaimId => Claim;
            /// Successions of companies.
            successions Successions: SuccessionId => Succession;
        }
    };
}
pub(super) use tables;

macro_rules! model {
    ($($(#[$meta:meta])* $field:ident $variant:ident: $id:ident => $record:ident;)+) => {
        /// A table of a model.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum TableId {
            $($(#[$meta])* $variant,)+
        }

        impl TableId {
            /// All of them, in a fixed order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name: `relations`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($field),)+
                }
            }
        }

        /// A whole data set.
        ///
        /// Records stand in the order of their ids (cases and companies) or of their files, so that equal data give
        /// equal models. Index it by the typed ids: `model[relation]`.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        pub struct Model {
            $($(#[$meta])* pub $field: Table<$record>,)+
        }

        impl Model {
            /// Every table in a fixed order, encoded.
            pub(crate) fn pack(&self) -> Result<Vec<PackedTable>, postcard::Error> {
                Ok(vec![$(packed::pack(&self.$field)?),+])
            }

            /// The model of encoded tables in that order; `None` when they are not as many.
            pub(crate) fn unpack(tables: Vec<Blocks>) -> Option<Self> {
                let mut tables = tables.into_iter();
                let model = Self {
                    $($field: packed::unpack(tables.next()?),)+
                };
                tables.next().is_none().then_some(model)
            }

            /// How many records a table has.
            #[must_use]
            pub const fn count(&self, table: TableId) -> usize {
                match table {
                    $(TableId::$variant => self.$field.len(),)+
                }
            }

            /// Every record with the name of its table, as JSON.
            pub(crate) fn values(&self) -> impl Iterator<Item = (&'static str, serde_json::Result<serde_json::Value>)> {
                std::iter::empty()$(
                    .chain(self.$field.iter().map(|record| (stringify!($field), serde_json::to_value(record))))
                )+
            }

            /// Whether every record that was looked at so far is what was written.
            ///
            /// Indexing a model cannot fail, so damage is noted and a blank record stands in for a damaged one. What was
            /// read from a model may be said only when this was asked after the last look. Cost: the number of tables.
            ///
            /// # Errors
            /// When a record was looked at whose bytes are damaged.
            pub fn intact(&self) -> Result<(), Damaged> {
                $(if let Some(block) = self.$field.damaged() {
                    return Err(Damaged::new(stringify!($field), block));
                })+
                Ok(())
            }
        }

        $(impl Index<$id> for Model {
            type Output = $record;

            fn index(&self, id: $id) -> &$record {
                &self.$field[id.index()]
            }
        })+
    };
}

tables!(model);

impl Model {
    /// All relations with their ids.
    pub fn relations(&self) -> impl Iterator<Item = (RelationId, &Relation)> {
        self.relations
            .iter()
            .enumerate()
            .map(|(at, relation)| (RelationId::from(at), relation))
    }

    /// All companies with their ids.
    pub fn companies(&self) -> impl Iterator<Item = (CompanyId, &Company)> {
        self.companies
            .iter()
            .enumerate()
            .map(|(at, company)| (CompanyId::from(at), company))
    }

    /// Whether `market` is `within` or one of its narrower markets. A tree is no deeper than its number of markets.
    #[must_use]
    pub fn market_within(&self, market: MarketId, within: MarketId) -> bool {
        let mut at = Some(market);
        for _ in 0..=self.markets.len() {
            match at {
                Some(id) if id == within => return true,
                Some(id) => at = self[id].broader,
                None => return false,
            }
        }
        false
    }

    /// The currency of a deal's waterfall; `None` where it holds no figure.
    #[must_use]
    pub fn waterfall_currency(&self, deal: DealId) -> Option<Currency> {
        let mut figures = self[deal].waterfall.iter().flat_map(Tranche::figures);
        figures.find_map(|(_, money)| money.currency())
    }

    /// The id of a holder, as contributors write it.
    #[must_use]
    pub fn holder_id(&self, deal: DealId, holder: HolderRef) -> &str {
        match holder {
            HolderRef::Company(id) => &self[id].id,
            HolderRef::Class(at) => &self[deal].holders[at as usize].id,
        }
    }

    /// What a holder is called in a language.
    #[must_use]
    pub fn holder_name(&self, deal: DealId, holder: HolderRef, lang: &str) -> &str {
        match holder {
            HolderRef::Company(id) => self[id].label(),
            HolderRef::Class(at) => self[deal].holders[at as usize].name.get(lang),
        }
    }
}
