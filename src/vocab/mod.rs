//! The vocabulary: what kinds of relation there are, which fields a record may have, which words a field accepts.
//!
//! [`KINDS`] and [`SECTIONS`] are the only place where this is said. Reading, schema, templates, documentation and
//! queries derive from them: a new relation kind is a row here and nothing else.

mod choices;
mod common;
mod countries;
mod deals;
mod examples;
mod field;
mod handles;
mod kind;
mod kinds;
mod languages;
mod names;
mod records;

pub use choices::{
    AcquisitionScope, AmountIs, BoardSeat, CompanyKind, Confidence, Control, CooperationForm, Counted, CoverageSide,
    DistributionMode, EventKind, Found, Medium, Nature, ProceedingType, Reading, RivalryFrom, SourceKind, StakeBasis,
    Status, SuccessionAs, TitleBasis, ValueActivity, Wording, Zone,
};
pub use common::COMMON;
pub use countries::is_country;
pub use deals::TRANCHE;
pub use field::{Choice, Field, Space, Type, Words};
pub use handles::FieldName;
pub use kind::{Arity, Family, Kind, Lasts, MoneyFlow, Net, Projection, Role, Side, SideRule};
pub use kinds::{KINDS, kind, kind_by_section};
pub use languages::is_language;
pub use names::{KindName, NoSuchWord, RoleName};
pub use records::{SECTIONS, Section, section};
