//! What a question found, ready to be told.

use std::fmt;

use super::envelope::{Cut, Envelope, Told};
use super::error::AskError;
use super::ground::Ground;
use crate::judge::View;
use crate::lang::{Lang, answers};
use crate::report::{Table, json};

/// What a question found, ready to be told.
pub struct Reply<'d> {
    is_empty: bool,
    cut: Option<Cut>,
    dated: bool,
    text: Option<String>,
    told: Box<dyn Tell + Send + Sync + 'd>,
}

impl<'d> Reply<'d> {
    /// What was found on some ground, told by a table and a wire type.
    pub fn of<F, W, T, J>(ground: Ground<'d>, found: F, is_empty: bool, table: T, wire: J) -> Self
    where
        F: Send + Sync + 'd,
        W: Told + 'd,
        T: Fn(&View<'_>, &F, Lang) -> Table + Send + Sync + 'd,
        J: Fn(&View<'_>, &F, Lang) -> W + Send + Sync + 'd,
    {
        let meter = ground.meter();
        let budget = meter.budget().size();
        Self {
            is_empty,
            cut: meter.is_over().then_some(Cut { budget }),
            dated: true,
            text: None,
            told: Box::new(Found {
                ground,
                found,
                table,
                wire,
            }),
        }
    }

    /// The same, with a text that is the answer in a form of the question's own.
    #[must_use]
    pub fn with_text(self, text: Option<String>) -> Self {
        Self { text, ..self }
    }

    /// The same, resting on no date: the terms of a contract.
    #[must_use]
    pub fn undated(self) -> Self {
        Self { dated: false, ..self }
    }

    /// Whether nothing was found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.is_empty
    }

    /// Where it was cut, if it was.
    #[must_use]
    pub const fn cut(&self) -> Option<Cut> {
        self.cut
    }

    /// The answer in a form of the question's own, where the request asks for one: a BibTeX file.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// For people.
    ///
    /// # Errors
    /// When a record that it tells is damaged.
    pub fn table(&self, lang: Lang) -> Result<Table, AskError> {
        let mut table = self.told.table(lang)?;
        if let Some(Cut { budget }) = self.cut {
            table.notes.push(answers::TRUNCATED.fill(lang, &[("n", &budget)]));
        }
        Ok(table)
    }

    /// For programs, as a JSON object.
    ///
    /// # Errors
    /// When a record that it tells is damaged, or a value cannot be written as JSON, which is an error in the program.
    pub fn json(&self, lang: Lang) -> Result<String, AskError> {
        self.told.json(lang, self.dated, self.cut)
    }
}

impl fmt::Debug for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Reply");
        debug.field("is_empty", &self.is_empty).field("cut", &self.cut);
        debug.finish_non_exhaustive()
    }
}

trait Tell {
    fn table(&self, lang: Lang) -> Result<Table, AskError>;
    fn json(&self, lang: Lang, dated: bool, cut: Option<Cut>) -> Result<String, AskError>;
}

struct Found<'d, F, T, J> {
    ground: Ground<'d>,
    found: F,
    table: T,
    wire: J,
}

impl<F, W, T, J> Tell for Found<'_, F, T, J>
where
    W: Told,
    T: Fn(&View<'_>, &F, Lang) -> Table,
    J: Fn(&View<'_>, &F, Lang) -> W,
{
    fn table(&self, lang: Lang) -> Result<Table, AskError> {
        let table = (self.table)(&self.ground.view(), &self.found, lang);
        self.ground.dataset().intact()?;
        Ok(table)
    }

    fn json(&self, lang: Lang, dated: bool, cut: Option<Cut>) -> Result<String, AskError> {
        let wire = (self.wire)(&self.ground.view(), &self.found, lang);
        let text = json::write(&Envelope::around(wire, &self.ground, dated, cut))?;
        self.ground.dataset().intact()?;
        Ok(text)
    }
}
