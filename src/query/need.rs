//! What of a data set a question needs, found step by step.

use super::questions::Request;
use crate::dataset::{Dataset, Hop, Slice};
use crate::graph::Budget;
use crate::request::{AskError, Asking};
use crate::values::PartialDate;

/// What a question needs beside what is here.
#[derive(Debug)]
pub enum Need {
    /// More: what to ask a store for next, all at once.
    More(Vec<Hop>),
    /// Nothing: the request has the same answer from this part of the data set as from the whole.
    Enough(Dataset),
}

impl Request {
    /// What this request needs beside what is here. What is asked for goes to [`Slice::take`]; then it is asked again.
    ///
    /// It ends with [`Need::Enough`] after finitely many steps, as each asks for something new. A request that is refused
    /// is refused by that part with the same words, for which a name that nothing bears is compared with all names. Cost:
    /// up to that of the answer, at each step that shows something new.
    ///
    /// # Errors
    /// When the budget of work is used up, or the work was cancelled.
    pub fn need(&self, here: &mut Slice, today: Option<PartialDate>, budget: &Budget) -> Result<Need, AskError> {
        if self.is_about_everything() {
            here.want_everything();
        }
        if here.is_closed() {
            let part = here.part();
            let asking = Asking::of_part(&part, today, budget);
            let basis = self.basis(&asking);
            if asking.meter().is_over() {
                return Err(AskError::over(asking.meter()));
            }
            let looked_up = asking.names().looked_up();
            for (table, name) in looked_up.called {
                here.want_called(table, name);
            }
            if here.is_closed() {
                looked_up.all.into_iter().for_each(|table| here.want_all(table));
            }
            if let (true, Ok(basis)) = (here.is_closed(), basis) {
                here.want_basis(&basis, &part);
            }
            if here.is_closed() {
                return Ok(Need::Enough(part.dataset));
            }
        }
        Ok(Need::More(here.hops()))
    }
}
