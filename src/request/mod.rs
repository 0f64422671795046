//! What all requests share: the scope as people write it, names and what they stand for, how a request is refused, how it
//! is written as one address, and the question that it puts to a data set.
//!
//! A request is plain data: names as a person types them, words of closed lists, dates. It resolves against a data set into
//! the same request with ids in place of names. Skins (the command line, questions in words, pages, a server) make
//! requests and print replies; none of them knows a rule.

mod address;
mod bounds;
mod envelope;
mod error;
mod fields;
mod ground;
mod names;
mod question;
mod reply;
mod schema;
mod scope;

pub use address::{Address, AddressError, typed};
pub use bounds::bounded;
pub use envelope::{Cut, Told};
pub use error::{AskError, Candidate, Reason, Sort};
pub use fields::FieldError;
pub use ground::{Asking, Ground};
pub use names::{LookedUp, ReadAs, Resolver};
pub use question::Question;
pub use reply::Reply;
pub use schema::{AnswerSchema, answer_of, request_schema_of, schema_of};
pub use scope::{ScopeRequest, is_default};
