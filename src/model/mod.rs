//! The checked domain: flat tables of records that refer to each other by small indices.
//!
//! Everything here is plain data that serializes as one snapshot. It knows no YAML and no petgraph. A [`Model`] is made
//! by `lower` and never changed afterwards, so every index in it is in range.

mod blank;
mod blocks;
mod citation;
mod company;
mod damage;
mod ids;
pub(crate) mod packed;
mod records;
mod refs;
mod relation;
mod rows;
mod table;
mod tables;
mod value;
mod waterfall;

pub use citation::{Citation, OtherReport};
pub use company::{Company, FormerName, Identifiers, PartOf, Product};
pub use damage::Damaged;
pub use ids::{
    CaseId, ClaimId, CompanyId, DealId, EventId, MarketId, ProductId, QuoteId, RecordId, RelationId, SourceId,
    SuccessionId,
};
pub use records::{Case, Claim, Coverage, Deal, Event, Market, Quote, Source, StoryStep, Succession, Synonym};
pub use relation::{Amount, Assertion, Checked, Moment, Party, Relation, SourcesOf, Whose};
pub use rows::Rows;
pub use table::{Iter, Table};
pub use tables::{Model, TableId};
pub use value::{Asserter, Period, ProductRef, Value};
pub use waterfall::{Ending, Holder, HolderRef, Residual, Tranche};
