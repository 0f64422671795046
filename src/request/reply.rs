//! What a question found, ready to be told.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::error::AskError;
use super::ground::Ground;
use super::names::ReadAs;
use crate::judge::View;
use crate::lang::{Lang, answers};
use crate::report::{Table, json};

/// What a question found, ready to be told.
pub struct Reply<'d> {
    is_empty: bool,
    beside: Beside,
    text: Option<String>,
    told: Box<dyn Tell + Send + Sync + 'd>,
}

/// What an answer says of itself, whatever the question.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub(super) struct Beside {
    /// Where it was cut.
    #[serde(skip_serializing_if = "Option::is_none")]
    truncated: Option<Truncated>,
    /// Products that stand for the companies that offer them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    read_as: Vec<ReadAs>,
}

/// That an answer was cut, and where. What it says is right; what else there may be, nobody looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Truncated {
    /// How many steps of work it could take: ties, pairs and edges that are looked at.
    pub budget: u64,
}

impl<'d> Reply<'d> {
    /// What was found on some ground, told by a table and a wire type.
    pub fn of<F, W, T, J>(ground: Ground<'d>, found: F, is_empty: bool, table: T, wire: J) -> Self
    where
        F: Send + Sync + 'd,
        W: Serialize + 'd,
        T: Fn(&View<'_>, &F, Lang) -> Table + Send + Sync + 'd,
        J: Fn(&View<'_>, &F, Lang) -> W + Send + Sync + 'd,
    {
        let meter = ground.meter();
        let budget = meter.budget().size();
        Self {
            is_empty,
            beside: Beside {
                truncated: meter.is_over().then_some(Truncated { budget }),
                read_as: Vec::new(),
            },
            text: None,
            told: Box::new(Told {
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

    /// The same, saying which of its companies were typed as products.
    #[must_use]
    pub fn reading(mut self, read_as: Vec<ReadAs>) -> Self {
        self.beside.read_as = read_as;
        self
    }

    /// Whether nothing was found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.is_empty
    }

    /// Where it was cut, if it was.
    #[must_use]
    pub const fn truncated(&self) -> Option<Truncated> {
        self.beside.truncated
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
        for read in &self.beside.read_as {
            let fields: [(&str, &dyn fmt::Display); 2] = [("product", &read.name), ("company", &read.label)];
            table.notes.push(answers::READ_AS.fill(lang, &fields));
        }
        if let Some(Truncated { budget }) = self.beside.truncated {
            table.notes.push(answers::TRUNCATED.fill(lang, &[("n", &budget)]));
        }
        Ok(table)
    }

    /// For programs, as a JSON object; of a cut answer it has `truncated`, where a product stands for a company `read_as`.
    ///
    /// # Errors
    /// When a record that it tells is damaged, or a value cannot be written as JSON, which is an error in the program.
    pub fn json(&self, lang: Lang) -> Result<String, AskError> {
        self.told.json(lang, &self.beside)
    }
}

impl fmt::Debug for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Reply");
        debug.field("is_empty", &self.is_empty).field("beside", &self.beside);
        debug.finish_non_exhaustive()
    }
}

trait Tell {
    fn table(&self, lang: Lang) -> Result<Table, AskError>;
    fn json(&self, lang: Lang, beside: &Beside) -> Result<String, AskError>;
}

struct Told<'d, F, T, J> {
    ground: Ground<'d>,
    found: F,
    table: T,
    wire: J,
}

#[derive(Serialize)]
struct With<'b, W> {
    #[serde(flatten)]
    wire: W,
    #[serde(flatten)]
    beside: &'b Beside,
}

impl<F, W, T, J> Tell for Told<'_, F, T, J>
where
    W: Serialize,
    T: Fn(&View<'_>, &F, Lang) -> Table,
    J: Fn(&View<'_>, &F, Lang) -> W,
{
    fn table(&self, lang: Lang) -> Result<Table, AskError> {
        let table = (self.table)(&self.ground.view(), &self.found, lang);
        self.ground.dataset().intact()?;
        Ok(table)
    }

    fn json(&self, lang: Lang, beside: &Beside) -> Result<String, AskError> {
        let wire = (self.wire)(&self.ground.view(), &self.found, lang);
        let text = if beside.truncated.is_none() && beside.read_as.is_empty() {
            json::write(&wire)?
        } else {
            json::write(&With { wire, beside })?
        };
        self.ground.dataset().intact()?;
        Ok(text)
    }
}
