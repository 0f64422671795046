//! An open knowledge graph of corporate partnerships: who competes *and* cooperates with whom, since when, on whose word.

pub mod authoring;
pub mod check;
pub mod cli;
pub mod dataset;
pub mod derived;
pub mod diagnostics;
pub mod exchange;
mod facade;
pub mod graph;
pub mod judge;
pub mod lang;
pub mod lower;
pub mod model;
pub mod picture;
pub mod query;
pub mod report;
pub mod request;
pub mod store;
pub mod syntax;
pub mod tell;
pub mod text;
pub mod values;
pub mod vocab;

pub use dataset::Dataset;
pub use graph::Budget;
pub use query::{Answer, QUESTIONS, Request};
pub use request::AskError;
