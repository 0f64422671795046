use crate::diagnostics::{Code, Diagnostic};
use crate::text::Span;

/// Why a text is not a value of its type.
#[derive(Debug)]
pub(super) struct Problem {
    code: Code,
    pub(super) headline: String,
    help: Vec<String>,
}

impl Problem {
    pub(super) fn new(code: Code, headline: impl Into<String>) -> Self {
        Self {
            code,
            headline: headline.into(),
            help: Vec::new(),
        }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// The problem at a place.
    pub(super) fn at(self, span: Span) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(self.code, self.headline, span, "");
        for help in self.help {
            diagnostic = diagnostic.help(help);
        }
        diagnostic
    }
}
