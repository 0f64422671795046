use clap::Args;

use super::ask_company::company;
use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use super::subject::{case, is_company, pair};
use crate::model::Model;
use crate::query::timeline::{self, Subject};

/// Show what happened to a company, between two companies or in a case, in order
///
/// Events, deals, starts and ends of relations, and the turns of stances that they made. --at shows everything up to that
/// date, --from and --to what lies between. A date stands after all that was surely before it, and shows as it is known.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy timeline microsoft openai
  frenemy timeline openai --from 2023 --to 2024
  frenemy timeline microsoft-dell --lang vi")]
pub(super) struct TimelineArgs {
    /// A company by any of its names, or the id of a case
    #[arg(value_name = "COMPANY|CASE")]
    subject: String,
    /// A second company: what happened between the two
    #[arg(value_name = "COMPANY")]
    other: Option<String>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl TimelineArgs {
    fn subject(&self, model: &Model) -> anyhow::Result<Subject> {
        if let Some(other) = &self.other {
            let (a, b) = pair(model, &self.subject, other)?;
            return Ok(Subject::Pair(a, b));
        }
        match case(model, &self.subject) {
            Some(id) if !is_company(model, &self.subject) => Ok(Subject::Case(id)),
            _ => Ok(Subject::Company(company(model, &self.subject)?)),
        }
    }

    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let subject = self.subject(model)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let answer = timeline::timeline(&view, subject);
        let lang = global.lang();
        self.output.answer(
            global,
            !answer.is_empty(),
            || timeline::table(&view, &answer, lang),
            || timeline::wire(&view, &answer, lang),
        )
    }
}
