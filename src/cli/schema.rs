use clap::Args;
use clap::builder::PossibleValuesParser;

use super::exit::Exit;
use super::output::print;
use crate::authoring;
use crate::diagnostics::json::Report;
use crate::query::{QUESTIONS, diff};
use crate::report::json;
use crate::request::{AnswerSchema, schema_of};

/// Print the JSON Schema of data files, of a request or of an answer
///
/// Editors that know the schema of data files complete fields and words, and mark what is wrong while it is written.
/// Every JSON object has a `schema` field such as `frenemy/who/2`; its number changes when the meaning of a field does.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy schema > data.schema.json
  frenemy schema --answer who
  frenemy schema --request who")]
pub(super) struct SchemaArgs {
    /// The schema of a command's answer, in place of that of data files
    #[arg(long, value_name = "COMMAND", value_parser = names())]
    answer: Option<String>,
    /// The schema of a question as JSON
    #[arg(long, value_name = "COMMAND", value_parser = questions(), conflicts_with = "answer")]
    request: Option<String>,
}

/// What commands answer that are no questions to one data set.
static OTHERS: &[AnswerSchema] = &[
    AnswerSchema {
        name: "check",
        schema: schema_of::<Report<'static>>,
    },
    AnswerSchema {
        name: "data-diff",
        schema: schema_of::<diff::DataAnswer>,
    },
];

fn answers() -> impl Iterator<Item = &'static AnswerSchema> {
    QUESTIONS.iter().flat_map(|question| question.answers).chain(OTHERS)
}

fn names() -> PossibleValuesParser {
    let mut names: Vec<&str> = answers().map(|answer| answer.name).collect();
    names.sort_unstable();
    names.into()
}

fn questions() -> PossibleValuesParser {
    let mut names: Vec<&str> = QUESTIONS.iter().map(|question| question.name).collect();
    names.sort_unstable();
    names.into()
}

impl SchemaArgs {
    pub(super) fn run(&self) -> anyhow::Result<Exit> {
        if let Some(question) = QUESTIONS
            .iter()
            .find(|question| self.request.as_deref() == Some(question.name))
        {
            print(&json::write(&(question.request)())?)?;
            return Ok(Exit::Answered);
        }
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
