//! An open knowledge graph of corporate partnerships: who competes *and* cooperates with whom, since when, on whose word.

pub mod lang;
pub mod report;
