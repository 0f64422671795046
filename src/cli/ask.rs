use anyhow::Context;
use clap::Args;

use super::context::{GlobalArgs, today_date};
use super::data;
use super::exit::{Exit, NotFound};
use super::output::{Format, OutputArgs, print, tell};
use super::question;
use crate::diagnostics::excerpt;
use crate::lang::history;
use crate::query::Request;
use crate::query::ask::ask;
use crate::request::typed;
use crate::values::PartialDate;

/// Ask in plain words, in English or Vietnamese
///
/// A fixed grammar of questions (docs/questions.md), mapped onto the other commands. The first line is the command that was
/// understood; with a data format it goes to standard error. A Vietnamese question gets a Vietnamese answer. What is not
/// understood ends with exit code 1 and the nearest forms.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy ask \"who competes and cooperates with Microsoft\"
  frenemy ask \"ai cạnh tranh và hợp tác với Microsoft\"
  frenemy ask \"what happened to OpenAI between 2019 and 2021\"")]
pub(super) struct AskArgs {
    /// The question; quotes around it are not needed
    #[arg(value_name = "QUESTION", required = true)]
    question: Vec<String>,
    /// Ask about this date, where the question names none
    #[arg(long, value_name = "DATE", help_heading = "Scope")]
    at: Option<PartialDate>,
    /// Only what was published by this date
    #[arg(long, value_name = "DATE", help_heading = "Scope")]
    known_at: Option<PartialDate>,
    /// Format of the answer [default: text]
    #[arg(long, value_enum, help_heading = "Output")]
    format: Option<Format>,
}

impl AskArgs {
    /// Whether the answer is to be JSON.
    pub(super) fn wants_json(&self) -> bool {
        self.format == Some(Format::Json)
    }

    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let dataset = data::dataset(global)?;
        let question = self.question.join(" ");
        let understood = ask(dataset.model(), &question, today_date()?).map_err(|near| {
            let forms: Vec<String> = near.iter().map(|form| format!("\n  {form}")).collect();
            let question = excerpt(&question);
            NotFound(if forms.is_empty() {
                format!("`{question}` is not understood; `frenemy ask --help` shows what is")
            } else {
                format!(
                    "`{question}` is not understood; the nearest questions are{}",
                    forms.concat()
                )
            })
        })?;
        let request = self.dated(&understood.request)?;
        let language = global.in_language(understood.lang);
        let mut words = request.address().command();
        if let Some(format) = self.format {
            words.extend(["--format".to_owned(), format.name()]);
        }
        words.extend(global.typed(language.lang()));
        let typed = typed(words.iter().map(String::as_str));
        let output = OutputArgs::of(self.format.unwrap_or(Format::Text));
        if output.is_text() {
            print(&format!(
                "{}\n\n",
                history::UNDERSTOOD.fill(language.lang(), &[("command", &typed)])
            ))?;
        } else {
            tell(typed);
        }
        question::answer(&language, &request, &output)
    }

    /// The request with the dates of the flags, where the question names none.
    fn dated(&self, request: &Request) -> anyhow::Result<Request> {
        let mut address = request.address();
        let has = |field: &str| address.parameters.iter().any(|(known, _)| known == field);
        let at = self.at.filter(|_| !has("at") && !has("from"));
        for (field, date) in [("at", at), ("known_at", self.known_at)] {
            let parameter = date.map(|date| (field.to_owned(), Some(date.to_string())));
            address.parameters.extend(parameter);
        }
        Request::from_address(&address).context("the question takes no date")
    }
}
