//! The tables that are exported, each with its columns and rows.

mod amounts;
mod cases;
mod companies;
mod evidence;
mod parts;
mod relations;
mod ties;

pub(super) use amounts::row as amount_row;
pub(super) use evidence::cited;
pub(super) use relations::links;
pub(super) use ties::{roles, ties};

use super::Table;

/// The table of relations, which other formats write in their own ways.
pub(super) static RELATIONS: &Table = &relations::RELATIONS;
/// That of their amounts.
pub(super) static AMOUNTS: &Table = &amounts::AMOUNTS;

/// All tables, in the order in which they can be loaded: what is referred to comes first.
pub static ALL: &[&Table] = &[
    &companies::COMPANIES,
    &companies::NAMES,
    &companies::IDENTIFIERS,
    &companies::MEMBERSHIPS,
    &companies::MARKETS,
    &companies::PRODUCTS,
    &evidence::SOURCES,
    &companies::SUCCESSIONS,
    &cases::CASES,
    &cases::COVERAGE,
    &cases::DEALS,
    &cases::DEAL_PARTIES,
    &relations::RELATIONS,
    &relations::PARTIES,
    &ties::TIES,
    &amounts::AMOUNTS,
    &relations::DETAILS,
    &relations::LINKS,
    &cases::EVENTS,
    &cases::QUOTES,
    &cases::CLAIMS,
    &cases::ABOUT,
    &evidence::CITATIONS,
    &evidence::REPORTS,
];
