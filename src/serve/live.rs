//! The data set that is served now.

use std::sync::{Arc, PoisonError, RwLock};

use crate::dataset::Dataset;

/// A data set that may be exchanged for a newer one while it is served.
#[derive(Debug)]
pub struct Live {
    now: RwLock<Arc<State>>,
}

/// What is served, and what is wrong with what should be.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// The newest data set that could be read.
    pub(super) dataset: Dataset,
    /// Why a newer one could not, a problem each with file and line; none where this is the newest.
    pub(super) problems: Vec<String>,
}

impl Live {
    /// Serves a data set.
    #[must_use]
    pub fn new(dataset: Dataset) -> Self {
        let state = State {
            dataset,
            problems: Vec::new(),
        };
        Self {
            now: RwLock::new(Arc::new(state)),
        }
    }

    /// Serves another data set from now on; answers that are being worked out keep theirs.
    pub fn exchange(&self, dataset: Dataset) {
        self.put(State {
            dataset,
            problems: Vec::new(),
        });
    }

    /// Goes on with the data set that is served, and tells what is wrong with the newer one.
    pub fn refuse(&self, problems: Vec<String>) {
        let dataset = self.state().dataset.clone();
        self.put(State { dataset, problems });
    }

    /// What is served now.
    pub(super) fn state(&self) -> Arc<State> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, state: State) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(state);
    }
}
