use clap::{Args, Parser};

use super::Cli;
use super::context::{GlobalArgs, today_date};
use super::data;
use super::exit::{Exit, NotFound};
use super::output::{print, tell};
use crate::lang::history;
use crate::query::ask::{ask, typed};

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
    at: Option<String>,
    /// Only what was published by this date
    #[arg(long, value_name = "DATE", help_heading = "Scope")]
    known_at: Option<String>,
    /// Format of the answer: text, json, csv or markdown
    #[arg(long, value_name = "FORMAT", help_heading = "Output")]
    format: Option<String>,
}

impl AskArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let question = self.question.join(" ");
        let mut understood = ask(model, &question, today_date()?).map_err(|near| {
            let forms: Vec<String> = near.iter().map(|form| format!("\n  {form}")).collect();
            NotFound(if forms.is_empty() {
                format!("`{question}` is not understood; `frenemy ask --help` shows what is")
            } else {
                format!(
                    "`{question}` is not understood; the nearest questions are{}",
                    forms.concat()
                )
            })
        })?;
        let dated = |word: &String| matches!(word.as_str(), "--at" | "--from");
        let more = [
            (
                "--at",
                self.at.as_ref().filter(|_| !understood.command.iter().any(dated)),
            ),
            ("--known-at", self.known_at.as_ref()),
            ("--format", self.format.as_ref()),
        ];
        let more = more
            .into_iter()
            .filter_map(|(flag, value)| Some([flag.to_owned(), value?.clone()]));
        understood.command.extend(more.flatten());
        let words = std::iter::once("frenemy").chain(understood.command.iter().map(String::as_str));
        let command = Cli::try_parse_from(words)?.command;
        let language = global.in_language(understood.lang);
        let common = global.typed(language.lang());
        let typed = typed(understood.command.iter().chain(&common).map(String::as_str));
        if self.format.as_deref().is_none_or(|format| format == "text") {
            print(&format!(
                "{}\n\n",
                history::UNDERSTOOD.fill(language.lang(), &[("command", &typed)])
            ))?;
        } else {
            tell(typed);
        }
        command.run(&language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::ask::{TAILS, forms, takes};

    #[test]
    fn every_form_is_a_command_that_exists() {
        for form in forms() {
            for tail in [None].into_iter().chain(TAILS.iter().map(Some)) {
                let words = form.command.iter().chain(
                    tail.filter(|tail| takes(form.command, tail))
                        .map_or(&[][..], |tail| tail.command),
                );
                let words = words.map(|word| match *word {
                    "{date}" => "2019",
                    "{until}" | "{today}" => "2020",
                    "{money}" => "USD 5bn",
                    slot => slot.trim_matches(['{', '}']),
                });
                let parsed = Cli::try_parse_from(std::iter::once("frenemy").chain(words));
                assert!(parsed.is_ok(), "{:?} {:?}", form.command, parsed.err());
            }
        }
    }
}
