//! What a question found, ready to be told.

use std::fmt;

use super::envelope::{About, Cut, Envelope, Told};
use super::error::AskError;
use super::ground::Ground;
use super::names::ReadAs;
use crate::judge::View;
use crate::lang::{Lang, answers, owners};
use crate::model::CompanyId;
use crate::report::{Table, json};

/// What a question found, ready to be told.
pub struct Reply<'d> {
    is_empty: bool,
    about: About,
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
            about: About {
                dated: true,
                cut: meter.is_over().then_some(Cut { budget }),
                read_as: Vec::new(),
                companies: Vec::new(),
            },
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
    pub fn undated(mut self) -> Self {
        self.about.dated = false;
        self
    }

    /// The same, saying which of its companies were typed as products.
    #[must_use]
    pub fn reading(mut self, read_as: Vec<ReadAs>) -> Self {
        self.about.read_as = read_as;
        self
    }

    /// The same, about these companies: where two others control one of them, the answer says so.
    #[must_use]
    pub fn about(mut self, companies: Vec<CompanyId>) -> Self {
        self.about.companies = companies;
        self
    }

    /// Whether nothing was found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.is_empty
    }

    /// Where it was cut, if it was.
    #[must_use]
    pub const fn cut(&self) -> Option<Cut> {
        self.about.cut
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
        let mut table = self.told.table(lang, &self.about)?;
        for read in &self.about.read_as {
            let fields: [(&str, &dyn fmt::Display); 2] = [("product", &read.name), ("company", &read.label)];
            table.notes.push(answers::READ_AS.fill(lang, &fields));
        }
        if let Some(Cut { budget }) = self.about.cut {
            table.notes.push(answers::TRUNCATED.fill(lang, &[("n", &budget)]));
        }
        Ok(table)
    }

    /// For programs, as a JSON object.
    ///
    /// # Errors
    /// When a record that it tells is damaged, or a value cannot be written as JSON, which is an error in the program.
    pub fn json(&self, lang: Lang) -> Result<String, AskError> {
        self.told.json(lang, &self.about)
    }
}

impl fmt::Debug for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Reply");
        debug.field("is_empty", &self.is_empty).field("about", &self.about);
        debug.finish_non_exhaustive()
    }
}

trait Tell {
    fn table(&self, lang: Lang, about: &About) -> Result<Table, AskError>;
    fn json(&self, lang: Lang, about: &About) -> Result<String, AskError>;
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
    fn table(&self, lang: Lang, about: &About) -> Result<Table, AskError> {
        let view = self.ground.view();
        let mut table = (self.table)(&view, &self.found, lang);
        for (company, (a, b)) in about.controlled_twice(&view) {
            let [name, a, b] = [company, a, b].map(|id| view.graph.name(id));
            let note = owners::TWO_CONTROLLERS.fill(lang, &[("name", &name), ("a", &a), ("b", &b)]);
            table.notes.push(note);
        }
        self.ground.dataset().intact()?;
        Ok(table)
    }

    fn json(&self, lang: Lang, about: &About) -> Result<String, AskError> {
        let wire = (self.wire)(&self.ground.view(), &self.found, lang);
        let text = json::write(&Envelope::around(wire, &self.ground, about))?;
        self.ground.dataset().intact()?;
        Ok(text)
    }
}
