use clap::Args;
use clap::builder::PossibleValuesParser;

use super::exit::Exit;
use super::output::print;
use crate::diagnostics::json::Report;
use crate::query::schemas::{ANSWERS, AnswerSchema, of};
use crate::report::json;

/// Print the JSON Schema of an answer
///
/// Every JSON object has a `schema` field such as `frenemy/who/1`; its number changes when the meaning of a field does.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  frenemy schema --answer who")]
pub(super) struct SchemaArgs {
    /// The command whose answer it is
    #[arg(long, value_name = "COMMAND", value_parser = names())]
    answer: String,
}

/// What `check` answers; it is no question, but its report is JSON too.
static CHECK: AnswerSchema = AnswerSchema {
    name: "check",
    schema: of::<Report<'static>>,
};

fn answers() -> impl Iterator<Item = &'static AnswerSchema> {
    ANSWERS.iter().chain([&CHECK])
}

fn names() -> PossibleValuesParser {
    answers().map(|answer| answer.name).collect::<Vec<_>>().into()
}

impl SchemaArgs {
    pub(super) fn run(&self) -> anyhow::Result<Exit> {
        let Some(answer) = answers().find(|answer| answer.name == self.answer) else {
            anyhow::bail!("`{}` has no JSON answer", self.answer);
        };
        print(&json::write(&(answer.schema)())?)?;
        Ok(Exit::Answered)
    }
}
