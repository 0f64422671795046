use clap::{Args, ValueEnum};

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, cite};

/// Each citation carries the as-of date, the version of the program and a hash of the data set, so that what was cited can
/// be found again.
#[derive(Debug, Args)]
pub(super) struct CiteArgs {
    /// A relation's id, a case's id, or a company by any of its names
    #[arg(value_name = "RELATION|CASE|COMPANY")]
    subject: String,
    /// The other company
    #[arg(value_name = "COMPANY")]
    other: Option<String>,
    /// Style; --format is for footnotes
    #[arg(long, value_enum, default_value = "footnotes", help_heading = "Output")]
    style: StyleArg,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StyleArg {
    /// Numbered footnotes
    Footnotes,
    /// A BibTeX file
    Bibtex,
    /// A CSL-JSON file, for Zotero, Pandoc and others
    CslJson,
}

impl Asks for CiteArgs {
    fn request(&self) -> Request {
        cite::Request {
            subject: self.subject.clone(),
            other: self.other.clone(),
            style: match self.style {
                StyleArg::Footnotes => cite::Style::Footnotes,
                StyleArg::Bibtex => cite::Style::Bibtex,
                StyleArg::CslJson => cite::Style::CslJson,
            },
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
