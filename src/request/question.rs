//! A question: what a request type says of itself.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::AskError;
use super::ground::Asking;
use super::names::Resolver;
use super::reply::Reply;
use super::schema::AnswerSchema;
use crate::dataset::Basis;
use crate::lang::Phrase;

/// A question: a request that a data set answers.
///
/// A new question implements this in its folder and stands as one row in the table of questions; addresses, command lines,
/// schemas, help and documentation derive from it.
pub trait Question:
    Clone + fmt::Debug + PartialEq + Serialize + DeserializeOwned + JsonSchema + Send + Sync + 'static
{
    /// What the names of a request stand for.
    type Subject;

    /// The name, in addresses and as a command.
    const NAME: &'static str;
    /// What it answers, in a line.
    const SUMMARY: Phrase;
    /// The fields of the request that stand in the path of its address, without names on a command line.
    const POSITIONS: &'static [&'static str];
    /// Addresses of requests that show what it can do, the simplest first; names may stand for ids.
    const EXAMPLES: &'static [&'static str];
    /// The schemas of its answers.
    const ANSWERS: &'static [AnswerSchema];
    /// Whether a part of the answer is right as far as it goes, so that one is given when the budget of work is used up.
    const IS_LIST: bool = false;

    /// Puts ids in the place of names, and says what they stand for.
    ///
    /// # Errors
    /// When a name is not in the data or stands for several, or the request contradicts itself.
    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Self::Subject, AskError>;

    /// Whether the answer rests on the whole data set, so that there is no use in asking a store for less.
    fn is_about_everything(&self) -> bool {
        true
    }

    /// Of a request that is not about everything: what the answer rests on, as far as it shows from what is here of a data
    /// set.
    ///
    /// It is asked again with what it named, until that is all here: the answer is then the same as that of the whole. What
    /// was found by name is here, and with each record all that decides how it stands (see [`Slice`](crate::dataset::Slice)).
    ///
    /// # Errors
    /// When it cannot be answered.
    fn basis(&self, _subject: &Self::Subject, _asking: &Asking<'_>) -> Result<Basis, AskError> {
        Ok(Basis::default())
    }

    /// Answers a resolved request.
    ///
    /// # Errors
    /// When it cannot be answered.
    fn ask<'d>(&self, subject: Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError>;
}
