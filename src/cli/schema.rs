use clap::Args;
use clap::builder::PossibleValuesParser;

use super::exit::Exit;
use super::output::print;
use crate::query::schemas::ANSWERS;
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

fn names() -> PossibleValuesParser {
    ANSWERS.iter().map(|answer| answer.name).into()
}

impl SchemaArgs {
    pub(super) fn run(&self) -> anyhow::Result<Exit> {
        let Some(answer) = ANSWERS.iter().find(|answer| answer.name == self.answer) else {
            anyhow::bail!("`{}` has no JSON answer", self.answer);
        };
        print(&json::write(&(answer.schema)())?)?;
        Ok(Exit::Answered)
    }
}
