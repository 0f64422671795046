//! Data sets that are handed over in slices, as a question needs them.

use std::error::Error;

use crate::dataset::{Dataset, Hop, Missing, Slice};
use crate::derived::DataHash;
use crate::graph::Budget;
use crate::model::{Rows, TableId};
use crate::query::{Need, Request};
use crate::request::AskError;
use crate::values::PartialDate;

/// Where records are kept that are too many to be held at once.
///
/// It finds records by keys and judges nothing. All that one store hands over is of one data set that does not change.
pub trait Store {
    /// Why records cannot be had.
    type Error: Error + 'static;

    /// The mark of the whole data set.
    ///
    /// # Errors
    /// When the store cannot be reached, or is out of order.
    fn hash(&self) -> Result<DataHash, Self::Error>;

    /// All records that some hops lead to. Together they are one step: a store may take them in any order, or at once.
    ///
    /// # Errors
    /// When the store cannot be reached, or is out of order; never fewer records than there are.
    fn fetch(&self, hops: &[Hop]) -> Result<Rows, Self::Error>;
}

/// Why a store gave no slice.
#[derive(Debug, thiserror::Error)]
pub enum SliceError<E: Error + 'static> {
    /// Its records could not be had.
    #[error(transparent)]
    Store(E),
    /// It hands over less than it should.
    #[error(transparent)]
    Missing(#[from] Missing),
    /// To find out what is needed took more work than it may, or was cancelled.
    #[error(transparent)]
    Ask(#[from] AskError),
}

/// A part of a data set from which a request has the same answer as from the whole.
#[derive(Debug)]
pub struct Gathered {
    /// The part; its mark is that of the whole.
    pub dataset: Dataset,
    /// How many records it has.
    pub records: usize,
    /// In how many steps they were asked for.
    pub steps: usize,
}

/// Gathers from a store what a request needs, step by step. Cost: that of the steps, and at most that of the answer at each.
///
/// # Errors
/// When records cannot be had or are missing, or when the budget does not suffice to find out what is needed.
pub fn gather<S: Store>(
    store: &S,
    request: &Request,
    today: Option<PartialDate>,
    budget: &Budget,
) -> Result<Gathered, SliceError<S::Error>> {
    let mut here = Slice::new(store.hash().map_err(SliceError::Store)?);
    let mut steps = 0;
    loop {
        match request.need(&mut here, today, budget)? {
            Need::More(hops) => {
                here.take(store.fetch(&hops).map_err(SliceError::Store)?)?;
                steps += 1;
            }
            Need::Enough(dataset) => {
                return Ok(Gathered {
                    dataset,
                    records: here.rows().len(),
                    steps,
                });
            }
        }
    }
}

/// Gathers records from a store by their positions, with all that decides how they stand ([`Slice`]). Cost: that of the steps.
///
/// # Errors
/// When records cannot be had or are missing.
pub fn gather_records<S: Store>(
    store: &S,
    records: impl IntoIterator<Item = (TableId, u32)>,
) -> Result<Rows, SliceError<S::Error>> {
    let mut here = Slice::new(store.hash().map_err(SliceError::Store)?);
    for (table, at) in records {
        here.want_row(table, at);
    }
    while !here.is_closed() {
        let found = store.fetch(&here.hops()).map_err(SliceError::Store)?;
        here.take(found)?;
    }
    Ok(here.rows().clone())
}
