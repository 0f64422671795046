//! What a question is put to.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::error::AskError;
use super::names::Resolver;
use super::scope::ScopeRequest;
use crate::dataset::{Dataset, Part};
use crate::derived::Knowledge;
use crate::graph::{Budget, Graph, Meter, Spent};
use crate::judge::{Scope, View};
use crate::model::CompanyId;
use crate::values::{Interval, PartialDate};

/// What a question is put to: a data set, on a day, with a budget of work.
#[derive(Debug)]
pub struct Asking<'d> {
    dataset: &'d Dataset,
    today: Option<PartialDate>,
    meter: Arc<Meter>,
    names: Resolver<'d>,
    /// The companies of which all relations are here; in a whole data set all are.
    tied: Option<&'d BTreeSet<CompanyId>>,
}

impl<'d> Asking<'d> {
    /// Of a data set.
    #[must_use]
    pub fn new(dataset: &'d Dataset, today: Option<PartialDate>, budget: &Budget) -> Self {
        let names = Resolver::new(dataset.model());
        if let Some(today) = today {
            names.about(Interval::window(today.first(), today.last()));
        }
        Self {
            dataset,
            today,
            meter: Arc::new(Meter::new(budget.clone())),
            names,
            tied: None,
        }
    }

    /// Of what is here of a data set, to find out what else an answer rests on.
    pub(crate) fn of_part(part: &'d Part, today: Option<PartialDate>, budget: &Budget) -> Self {
        Self {
            tied: Some(&part.tied),
            ..Self::new(&part.dataset, today, budget)
        }
    }

    /// Whether all relations of a company are here.
    #[must_use]
    pub fn has_ties_of(&self, company: CompanyId) -> bool {
        self.tied.is_none_or(|tied| tied.contains(&company))
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
    /// As [`ScopeRequest::scope`] and [`Asking::ground_of`].
    pub fn ground(&self, scope: &ScopeRequest) -> Result<Ground<'d>, AskError> {
        self.ground_of(scope.scope(&self.names, self.today)?)
    }

    /// The part of the data that a scope is about. What was known at another date is worked out anew, which is paid for.
    ///
    /// # Errors
    /// When that takes more work than is left.
    pub fn ground_of(&self, scope: Scope) -> Result<Ground<'d>, AskError> {
        if scope.known != Knowledge::ALL {
            let paid = self.meter.spend(self.dataset.model().relations.len());
            let budget = self.meter.budget().size();
            paid.map_err(|Spent| AskError::TooMuchWork { budget })?;
        }
        Ok(Ground {
            dataset: self.dataset,
            graph: self
                .dataset
                .reaching(scope.known, scope.reach)
                .named_on(scope.asked.last_day()),
            scope,
            today: self.today,
            meter: self.meter.clone(),
        })
    }
}

/// The part of a data set that a question is about: the graph as it was known, and the scope. An answer keeps it, to be
/// told from.
#[derive(Debug)]
pub struct Ground<'d> {
    dataset: &'d Dataset,
    graph: Graph<'d>,
    scope: Scope,
    today: Option<PartialDate>,
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

    /// The scope.
    pub(super) const fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The day of asking, if it is known.
    pub(super) const fn today(&self) -> Option<PartialDate> {
        self.today
    }

    /// What is left of the budget.
    pub(super) fn meter(&self) -> &Meter {
        &self.meter
    }
}
