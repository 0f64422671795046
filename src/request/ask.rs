//! A question put to a data set, and its reply.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::AskError;
use super::names::Resolver;
use super::reply::Reply;
use super::schema::AnswerSchema;
use super::scope::ScopeRequest;
use crate::dataset::Dataset;
use crate::graph::{Budget, Graph, Meter};
use crate::judge::{Scope, View};
use crate::lang::{Lang, Phrase};
use crate::report::Table;
use crate::values::PartialDate;

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

    /// Answers a resolved request.
    ///
    /// # Errors
    /// When it cannot be answered.
    fn ask<'d>(&self, subject: Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError>;
}

/// What a question is put to: a data set, on a day, with a budget of work.
#[derive(Debug)]
pub struct Asking<'d> {
    dataset: &'d Dataset,
    today: Option<PartialDate>,
    meter: Arc<Meter>,
    names: Resolver<'d>,
}

impl<'d> Asking<'d> {
    /// Of a data set.
    #[must_use]
    pub fn new(dataset: &'d Dataset, today: Option<PartialDate>, budget: &Budget) -> Self {
        Self {
            dataset,
            today,
            meter: Arc::new(Meter::new(budget.clone())),
            names: Resolver::new(dataset.model()),
        }
    }

    /// The data set.
    #[must_use]
    pub const fn dataset(&self) -> &'d Dataset {
        self.dataset
    }

    /// The names of the data set.
    #[must_use]
    pub const fn names(&self) -> &Resolver<'d> {
        &self.names
    }

    /// The day of asking, if it is known.
    #[must_use]
    pub const fn today(&self) -> Option<PartialDate> {
        self.today
    }

    /// What is left of the budget.
    #[must_use]
    pub fn meter(&self) -> &Meter {
        &self.meter
    }

    /// The part of the data that a request is about.
    ///
    /// # Errors
    /// As [`ScopeRequest::scope`].
    pub fn ground(&self, scope: &ScopeRequest) -> Result<Ground<'d>, AskError> {
        Ok(self.ground_of(scope.scope(&self.names, self.today)?))
    }

    /// The part of the data that a scope is about.
    #[must_use]
    pub fn ground_of(&self, scope: Scope) -> Ground<'d> {
        Ground {
            dataset: self.dataset,
            graph: self.dataset.graph(scope.known),
            scope,
            meter: self.meter.clone(),
        }
    }
}

/// The part of a data set that a question is about: the graph as it was known, and the scope. An answer keeps it, to be
/// told from.
#[derive(Debug)]
pub struct Ground<'d> {
    dataset: &'d Dataset,
    graph: Graph<'d>,
    scope: Scope,
    meter: Arc<Meter>,
}

impl<'d> Ground<'d> {
    /// The graph seen through the scope, with what is left of the budget.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View::new(&self.graph, &self.scope).within(&self.meter)
    }

    /// The data set.
    pub(super) const fn dataset(&self) -> &'d Dataset {
        self.dataset
    }

    /// What is left of the budget.
    pub(super) fn meter(&self) -> &Meter {
        &self.meter
    }

    /// The reply that tells `found` by a table and a wire type.
    pub fn reply<F, W, T, J>(self, found: F, is_empty: bool, table: T, wire: J) -> Reply<'d>
    where
        F: Send + Sync + 'd,
        W: Serialize + 'd,
        T: Fn(&View<'_>, &F, Lang) -> Table + Send + Sync + 'd,
        J: Fn(&View<'_>, &F, Lang) -> W + Send + Sync + 'd,
    {
        Reply::new(self, found, is_empty, table, wire)
    }
}
