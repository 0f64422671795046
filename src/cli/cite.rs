use clap::{Args, ValueEnum};

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::{OutputArgs, print};
use super::scope::ScopeArgs;
use super::subject::{case, pair, relation};
use crate::model::Model;
use crate::query::cite::{self, Subject};
use crate::report::json;

/// Cite the sources of a relation, a pair or a case: footnotes, BibTeX or CSL-JSON
///
/// Each citation carries the as-of date, the version of the program and a hash of the data set, so that what was cited can
/// be found again.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy cite microsoft-openai/azure-2016
  frenemy cite microsoft dell --style bibtex
  frenemy cite microsoft-openai --style csl-json")]
pub(super) struct CiteArgs {
    /// A relation's id, a case's id, or a company by any of its names
    #[arg(value_name = "RELATION|CASE|COMPANY")]
    subject: String,
    /// The other company
    #[arg(value_name = "COMPANY")]
    other: Option<String>,
    /// Style; --format is for footnotes
    #[arg(long, value_enum, default_value = "footnotes", help_heading = "Output")]
    style: Style,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Style {
    /// Numbered footnotes
    Footnotes,
    /// A BibTeX file
    Bibtex,
    /// A CSL-JSON file, for Zotero, Pandoc and others
    CslJson,
}

impl CiteArgs {
    fn subject(&self, model: &Model) -> anyhow::Result<Subject> {
        if let Some(other) = &self.other {
            let (a, b) = pair(model, &self.subject, other)?;
            return Ok(Subject::Pair(a, b));
        }
        match case(model, &self.subject) {
            Some(id) => Ok(Subject::Case(id)),
            None => Ok(Subject::Relation(relation(model, &self.subject)?)),
        }
    }

    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let subject = self.subject(model)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let cited = cite::cite(&view, subject, version()?);
        match self.style {
            Style::Footnotes => self.output.write(
                global,
                || cite::table(&view, &cited, global.lang()),
                || cite::wire(&view, &cited),
            )?,
            Style::Bibtex => print(&cite::bibtex(&view, &cited))?,
            Style::CslJson => print(&json::write(&cite::csl(&view, &cited))?)?,
        }
        Ok(if cited.sources.is_empty() {
            Exit::Nothing
        } else {
            Exit::Answered
        })
    }
}

/// "frenemy 0.1.0, data 1b2c3d4e5f607182".
fn version() -> anyhow::Result<String> {
    Ok(format!("frenemy {}, data {}", env!("CARGO_PKG_VERSION"), data::hash()?))
}
