use clap::Args;
use clap::builder::PossibleValuesParser;

use super::exit::Exit;
use super::output::print;
use crate::authoring;
use crate::diagnostics::json::Report;
use crate::query::schemas::{ANSWERS, AnswerSchema, of};
use crate::report::json;

/// Print the JSON Schema of data files, or of an answer
///
/// Editors that know the schema of data files complete fields and words, and mark what is wrong while it is written.
/// Every JSON object has a `schema` field such as `frenemy/who/1`; its number changes when the meaning of a field does.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy schema > data.schema.json
  frenemy schema --answer who")]
pub(super) struct SchemaArgs {
    /// The schema of a command's answer, in place of that of data files
    #[arg(long, value_name = "COMMAND", value_parser = names())]
    answer: Option<String>,
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
        let Some(name) = &self.answer else {
            print(&json::write(&authoring::schema::schema())?)?;
            return Ok(Exit::Answered);
        };
        let Some(answer) = answers().find(|answer| answer.name == name) else {
            anyhow::bail!("`{name}` has no JSON answer");
        };
        print(&json::write(&(answer.schema)())?)?;
        Ok(Exit::Answered)
    }
}
