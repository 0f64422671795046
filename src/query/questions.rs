//! The table of questions: all that can be asked of a data set, each a row.
//!
//! A request type, its schemas, addresses, command lines, help and documentation derive from it. What reads several data sets
//! (comparing two) or writes something other than an answer (pictures) is no question: it has no request that a data set
//! could answer alone, and no table or wire type.

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::request::{
    Address, AddressError, AnswerSchema, AskError, Asking, Question, Reply, Resolver, request_schema_of,
};

/// A question, as help, schemas and documentation describe it.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name, in addresses and as a command.
    pub name: &'static str,
    /// What it answers, in a line.
    pub summary: Phrase,
    /// The fields of its request that stand in the path of an address.
    pub positions: &'static [&'static str],
    /// Addresses of requests that show what it can do, the simplest first.
    pub examples: &'static [&'static str],
    /// Makes the schema of its request (draft 2020-12).
    pub request: fn() -> Schema,
    /// The schemas of its answers.
    pub answers: &'static [AnswerSchema],
}

impl Row {
    const fn of<Q: Question>() -> Self {
        Self {
            name: Q::NAME,
            summary: Q::SUMMARY,
            positions: Q::POSITIONS,
            examples: Q::EXAMPLES,
            request: request_schema_of::<Q>,
            answers: Q::ANSWERS,
        }
    }
}

macro_rules! questions {
    ($($variant:ident $question:ident;)+) => {
        /// All questions, in the order of the help.
        pub static QUESTIONS: &[Row] = &[$(Row::of::<super::$question::Request>(),)+];

        /// A question as data: what a person, a page or a program asks of a data set.
        ///
        /// It is written as JSON, tagged by `question`, as one address ([`Request::address`]), and as a command line
        /// ([`Address::command`]), and reads back from each.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "question", rename_all = "lowercase")]
        #[expect(missing_docs, reason = "each is the request of the question of its name")]
        pub enum Request {
            $($variant(super::$question::Request),)+
        }

        $(impl From<super::$question::Request> for Request {
            fn from(request: super::$question::Request) -> Self {
                Self::$variant(request)
            }
        })+

        impl Request {
            /// Its address: `who/dell?at=2014`.
            #[must_use]
            pub fn address(&self) -> Address {
                match self {
                    $(Self::$variant(request) => Address::of_question(request),)+
                }
            }

            /// The request of an address.
            ///
            /// # Errors
            /// When it names no question, or its fields do not fit the question.
            pub fn from_address(address: &Address) -> Result<Self, AddressError> {
                match address.question.as_str() {
                    $(<super::$question::Request as Question>::NAME => Ok(Self::$variant(address.request_of()?)),)+
                    other => Err(AddressError::NoSuchQuestion(other.to_owned())),
                }
            }

            /// Puts ids in the place of names.
            ///
            /// # Errors
            /// When a name is not in the data or stands for several, or the request contradicts itself.
            pub fn resolve(&mut self, names: &Resolver<'_>) -> Result<(), AskError> {
                match self {
                    $(Self::$variant(request) => request.resolve(names).map(drop),)+
                }
            }

            /// Whether its answer rests on the whole data set.
            pub(super) fn is_about_everything(&self) -> bool {
                match self {
                    $(Self::$variant(request) => request.is_about_everything(),)+
                }
            }

            /// Resolves it, and says what its answer rests on.
            pub(super) fn basis(&self, asking: &Asking<'_>) -> Result<Basis, AskError> {
                match self {
                    $(Self::$variant(request) => {
                        let mut request = request.clone();
                        let subject = request.resolve(asking.names())?;
                        request.basis(&subject, asking)
                    })+
                }
            }

            /// Resolves and answers it; whether a part of its answer is right.
            pub(super) fn put<'d>(&mut self, asking: &Asking<'d>) -> Result<(Reply<'d>, bool), AskError> {
                match self {
                    $(Self::$variant(request) => {
                        let subject = request.resolve(asking.names())?;
                        let names = asking.names();
                        let reply = request.ask(subject, asking)?.reading(names.read_as()).about(names.meant());
                        Ok((reply, <super::$question::Request as Question>::IS_LIST))
                    })+
                }
            }
        }
    };
}

questions! {
    Who who;
    Between between;
    Timeline timeline;
    Owners owners;
    Sums sums;
    Shared shared;
    Path path;
    Depends depends;
    Cycles cycles;
    Transitions transitions;
    Diff diff;
    Triangles triangles;
    Rank rank;
    Waterfall waterfall;
    Why why;
    Cite cite;
    Gaps gaps;
    List list;
    Show show;
    Stats stats;
}

impl std::str::FromStr for Request {
    type Err = AddressError;

    fn from_str(address: &str) -> Result<Self, AddressError> {
        Self::from_address(&address.parse()?)
    }
}
