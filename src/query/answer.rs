//! A data set answers requests.

use super::questions::Request;
use crate::dataset::Dataset;
use crate::graph::Budget;
use crate::lang::Lang;
use crate::report::Table;
use crate::request::{AskError, Asking, Cut, Reply};
use crate::values::PartialDate;

/// The answer to a request.
#[derive(Debug)]
pub struct Answer<'d> {
    request: Request,
    reply: Reply<'d>,
}

impl Dataset {
    /// Answers a request. `today` is the date of requests that name none; the budget bounds the work.
    ///
    /// # Errors
    /// When a name is not in the data or stands for several, the request contradicts itself, the question cannot be
    /// answered, the data set is damaged, or the question takes more work than it may and a part of its answer would be
    /// wrong.
    pub fn ask(&self, request: &Request, today: Option<PartialDate>, budget: &Budget) -> Result<Answer<'_>, AskError> {
        let asking = Asking::new(self, today, budget);
        let mut request = request.clone();
        let found = request.put(&asking);
        self.intact()?;
        let meter = asking.meter();
        if meter.is_over() && meter.is_cancelled() {
            return Err(AskError::over(meter));
        }
        let (reply, is_list) = found?;
        if meter.is_over() && !is_list {
            return Err(AskError::over(meter));
        }
        Ok(Answer { request, reply })
    }
}

impl Answer<'_> {
    /// The request with ids in the place of names.
    #[must_use]
    pub const fn request(&self) -> &Request {
        &self.request
    }

    /// Whether nothing was found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.reply.is_empty()
    }

    /// Where it was cut, if it was: what it says is right, but it does not say all.
    #[must_use]
    pub const fn cut(&self) -> Option<Cut> {
        self.reply.cut()
    }

    /// The answer in a form of the question's own, where the request asks for one: a BibTeX file.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.reply.text()
    }

    /// For people.
    ///
    /// # Errors
    /// When a record that it tells is damaged.
    pub fn table(&self, lang: Lang) -> Result<Table, AskError> {
        self.reply.table(lang)
    }

    /// For programs, as a JSON object with a `schema` field.
    ///
    /// # Errors
    /// When a record that it tells is damaged, or a value cannot be written as JSON, which is an error in the program.
    pub fn json(&self, lang: Lang) -> Result<String, AskError> {
        self.reply.json(lang)
    }
}
