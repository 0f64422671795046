//! What is wrong with the data, as plain data, and how it is shown.
//!
//! A [`Diagnostic`] says what is wrong (`headline`), where (`primary`), what else plays a part (`secondary`) and how to
//! mend it (`help`). The wording stands beside the check that raises it: lower case, no final period, backticks on
//! names, the smallest span, the remedy only in `help`. What it quotes of the data can be printed anywhere: it is cleaned when
//! the diagnostic is made. The renderers are [`human`], [`json`],
//! [`github`] and [`sarif`].

mod code;
pub mod github;
pub mod human;
pub mod json;
pub mod sarif;

pub use code::{Code, UnknownCode};

use crate::text::Span;
use crate::values::clean::{keep_lines, one_line};

/// How grave a diagnostic is, the gravest first; each [`Code`] has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The data cannot be used as it is; never waived.
    Error,
    /// A lint that is always run; may be waived.
    Basic,
    /// A lint that is run on request; may be waived.
    Strict,
    /// A lint that is run only when it is asked for by name: what it reports is often no more than the state of knowledge.
    Named,
}

impl Level {
    /// The name in lower case, as it stands in output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Basic => "basic",
            Self::Strict => "strict",
            Self::Named => "named",
        }
    }
}

/// A place and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is said there; may be empty.
    pub text: String,
}

/// One problem of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of problem, which decides the level.
    pub code: Code,
    /// The problem in one line, understandable when it alone is shown.
    pub headline: String,
    /// The place that has to change.
    pub primary: Label,
    /// Other places that play a part, such as the first of two declarations.
    pub secondary: Vec<Label>,
    /// How to mend it, a remedy each.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// A problem at a place; the text may be empty where the headline says all.
    #[must_use]
    pub fn new(code: Code, headline: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        let primary = Label {
            span,
            text: one_line(&text.into()).into_owned(),
        };
        Self {
            code,
            headline: one_line(&headline.into()).into_owned(),
            primary,
            secondary: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Adds another place that plays a part.
    #[must_use]
    pub fn secondary(mut self, span: Span, text: impl Into<String>) -> Self {
        self.secondary.push(Label {
            span,
            text: one_line(&text.into()).into_owned(),
        });
        self
    }

    /// Adds a remedy.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(keep_lines(&text.into()));
        self
    }

    /// What is wrong and how to mend it, without its places: for formats that show one text beside one place.
    #[must_use]
    pub fn plain(&self) -> String {
        let label = Some(&self.primary.text).filter(|text| !text.is_empty()).cloned();
        let help = self.help.iter().map(|help| format!("help: {help}"));
        let lines: Vec<String> = std::iter::once(self.headline.clone())
            .chain(label)
            .chain(help)
            .collect();
        lines.join("\n")
    }

    /// The level of its code.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.code.level()
    }
}

/// What a headline quotes of a text from the data: at most 60 characters, on one line.
#[must_use]
pub fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut characters = text.trim().chars();
    let mut shown: String = characters
        .by_ref()
        .take(LONGEST)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}

/// Sorts by place, then code, and drops what is said twice.
pub fn sort_and_dedup(diagnostics: &mut Vec<Diagnostic>) {
    let key = |d: &Diagnostic| (d.primary.span, d.code, d.headline.clone(), d.primary.text.clone());
    diagnostics.sort_by_cached_key(key);
    diagnostics.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn excerpts_are_short_and_on_one_line() {
        assert_eq!(excerpt(" Tập\nđoàn "), "Tập đoàn");
        assert_eq!(excerpt(&"đ".repeat(61)), "đ".repeat(60) + "…");
    }

    #[test]
    fn problems_come_in_the_order_of_reading_and_once() {
        let at = |file, start, code| Diagnostic::new(code, "h", Span::at(FileId(file), start), "");
        let mut all = vec![
            at(1, 0, Code::NotYaml),
            at(0, 9, Code::BadDate),
            at(0, 9, Code::BadId).help("once"),
            at(0, 9, Code::BadDate),
            at(0, 2, Code::UnknownField),
        ];
        sort_and_dedup(&mut all);
        let order: Vec<_> = all
            .iter()
            .map(|d| (d.primary.span.file.0, d.primary.span.start, d.code))
            .collect();
        assert_eq!(
            order,
            [
                (0, 2, Code::UnknownField),
                (0, 9, Code::BadId),
                (0, 9, Code::BadDate),
                (1, 0, Code::NotYaml)
            ]
        );
    }
}
