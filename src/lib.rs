//! An open knowledge graph of corporate partnerships: who competes *and* cooperates with whom, since when, on whose word.
//!
//! A [`Dataset`] is opened, a [`Request`] is asked of it, an [`Answer`] is told: as a table for people, in English or Vietnamese,
//! or as JSON with a published schema. [`QUESTIONS`] lists all that can be asked. A request is plain data, which reads from an
//! address, from JSON and from the fields of its type.
//!
//! ```
//! # #[cfg(feature = "bundled")] {
//! use frenemy::lang::Lang;
//! use frenemy::{Budget, Dataset, Request};
//!
//! let data = Dataset::bundled()?; // or Dataset::open(["data"], today)
//! let request: Request = "who/tập đoàn microsoft?at=2016&stance=coopetition".parse()?;
//! let answer = data.ask(&request, None, &Budget::steps(1_000_000_000))?;
//! assert_eq!(answer.request().address().to_string(), "who/microsoft?at=2016&stance=coopetition");
//! let table = answer.table(Lang::En)?;
//! println!("{}", frenemy::report::markdown::write(&table, Lang::En));
//! let json: serde_json::Value = serde_json::from_str(&answer.json(Lang::En)?)?;
//! assert!(json["counterparties"].as_array().is_some_and(|found| !found.is_empty()));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A data set is cheap to clone, never changes, and is shared between threads. Questions are answered on the thread that asks,
//! within a [`Budget`] of work, and another thread can cancel them. Nothing here reads a clock, an environment or a file but those
//! named: the day of asking is an argument.
//!
//! # Features
//!
//! All but `serve` are on by default.
//!
//! | feature | what it adds |
//! |---|---|
//! | `bundled` | the data set of this version inside the library: `Dataset::bundled` |
//! | `pictures` | `picture`: maps, lanes, matrices, flows and waterfalls as SVG, PNG, DOT and Mermaid |
//! | `pdf` | pictures as PDF, too |
//! | `cli` | the program `frenemy` and the module it is made of |
//! | `serve` | a server: the answers over HTTP, and pages |

pub mod authoring;
pub mod check;
#[cfg(feature = "cli")]
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
#[cfg(feature = "pictures")]
pub mod picture;
pub mod query;
pub mod report;
pub mod request;
#[cfg(feature = "serve")]
pub mod serve;
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
