//! Asking: on a terminal with choices and completion, elsewhere line by line.

use std::io::{self, BufRead, IsTerminal, Read};

use anyhow::{Context, bail};
use inquire::autocompletion::{Autocomplete, Replacement};
use inquire::{CustomUserError, InquireError, Select, Text};

use crate::authoring::questions::{FIRST, Next, Question, kinds};
use crate::cli::output::{tell, tell_part};
use crate::vocab::kind;

/// The bytes beyond which a line is no answer.
const LONGEST: u64 = 1 << 16;

/// How many ids are offered at a time.
const OFFERS: usize = 8;

/// Something that a line may be completed to: an id, and what it stands for.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) id: String,
    pub(super) label: String,
}

/// Who is asked.
pub(super) enum Asker {
    /// Somebody at a terminal.
    Terminal,
    /// Lines on standard input, an answer each.
    Lines,
}

impl Asker {
    pub(super) fn new() -> Self {
        if io::stdin().is_terminal() && io::stderr().is_terminal() {
            Self::Terminal
        } else {
            Self::Lines
        }
    }

    /// Asks until the kind of a relation is found.
    pub(super) fn kind(&self) -> anyhow::Result<usize> {
        let mut question: &Question = &FIRST;
        loop {
            match self.choose(question)? {
                Next::Ask(next) => question = next,
                Next::Kind(name) => return kind(name).with_context(|| format!("`{name}` is no kind")),
            }
        }
    }

    fn choose(&self, question: &Question) -> anyhow::Result<&'static Next>
    where
        Question: 'static,
    {
        let options: Vec<&str> = question.answers.iter().map(|answer| answer.text).collect();
        let at = match self {
            Self::Terminal => given(Select::new(question.text, options).raw_prompt())?.index,
            Self::Lines => {
                let mut shown = format!("{}\n", question.text);
                for (number, option) in (1..).zip(&options) {
                    shown.push_str(&format!("  {number} {option}\n"));
                }
                let Some(answer) = line(&shown)? else {
                    bail!(
                        "no kind is given, and standard input ended before it was found; kinds are\n{}",
                        kinds()
                    );
                };
                let number = answer
                    .parse::<usize>()
                    .ok()
                    .filter(|number| (1..=options.len()).contains(number));
                number.with_context(|| {
                    format!(
                        "`{answer}` is no answer to \"{}\": give 1 to {}",
                        question.text,
                        options.len()
                    )
                })? - 1
            }
        };
        Ok(answer_at(question, at))
    }

    /// Asks for a line; nothing typed is nothing known.
    pub(super) fn line(&self, text: &str, help: &str, known: &[Known]) -> anyhow::Result<String> {
        match self {
            Self::Terminal => {
                let help = format!("{help} Enter leaves it open.");
                let prompt = Text::new(text).with_help_message(&help);
                let typed = if known.is_empty() {
                    prompt.prompt()
                } else {
                    prompt.with_autocomplete(Completion(known.to_vec())).prompt()
                };
                Ok(given(typed)?.trim().to_owned())
            }
            Self::Lines => Ok(line(&format!("{text} ({help})\n"))?.unwrap_or_default()),
        }
    }

    /// Whether to ask again after an answer that was of no use; only people can mend it.
    pub(super) fn again(&self, error: anyhow::Error) -> anyhow::Result<()> {
        match self {
            Self::Terminal => {
                tell(format_args!("{error:#}"));
                Ok(())
            }
            Self::Lines => Err(error),
        }
    }
}

fn answer_at(question: &Question, at: usize) -> &'static Next {
    &question.answers[at].to
}

/// The answer, or that there is none.
fn given<T>(answer: Result<T, InquireError>) -> anyhow::Result<T> {
    match answer {
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
            bail!("stopped; nothing was written")
        }
        answer => answer.context("the terminal cannot be asked; name the kind and its fields on the command line"),
    }
}

/// The next line of standard input, `None` at its end.
fn line(question: &str) -> anyhow::Result<Option<String>> {
    tell_part(question);
    let mut text = String::new();
    let read = io::stdin().lock().take(LONGEST + 1).read_line(&mut text)?;
    if read as u64 > LONGEST {
        bail!("a line of standard input has more than {LONGEST} bytes, which is no answer");
    }
    Ok((read > 0).then(|| text.trim().to_owned()))
}

/// Completes the last of several ids with commas between them.
#[derive(Clone)]
struct Completion(Vec<Known>);

impl Completion {
    fn matching(&self, input: &str) -> Vec<&Known> {
        let wanted = crate::values::fold(last(input));
        let begins = |known: &&Known| known.id.starts_with(last(input).trim());
        let holds = |known: &&Known| !begins(known) && crate::values::fold(&known.label).contains(&wanted);
        let all = self.0.iter();
        all.clone()
            .filter(begins)
            .chain(all.filter(holds))
            .take(OFFERS)
            .collect()
    }
}

/// What stands behind the last comma.
fn last(input: &str) -> &str {
    input.rsplit(',').next().unwrap_or_default().trim_start()
}

impl Autocomplete for Completion {
    fn get_suggestions(&mut self, input: &str) -> Result<Vec<String>, CustomUserError> {
        let found = self.matching(input).into_iter();
        Ok(found.map(|known| format!("{}  {}", known.id, known.label)).collect())
    }

    fn get_completion(&mut self, input: &str, highlighted: Option<String>) -> Result<Replacement, CustomUserError> {
        let chosen = match highlighted {
            Some(shown) => shown.split("  ").next().map(str::to_owned),
            None => self.matching(input).first().map(|known| known.id.clone()),
        };
        let before = &input[..input.len() - last(input).len()];
        Ok(chosen.map(|id| format!("{before}{id}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_completed_behind_commas_and_by_name() {
        let known = |id: &str, label: &str| Known {
            id: id.to_owned(),
            label: label.to_owned(),
        };
        let mut completion = Completion(vec![
            known("vingroup", "Tập đoàn Vingroup"),
            known("vinfast", "VinFast"),
            known("ibm", "IBM"),
        ]);
        assert_eq!(completion.get_suggestions("ibm, vin").unwrap().len(), 2);
        assert_eq!(
            completion.get_suggestions("tap doan").unwrap(),
            ["vingroup  Tập đoàn Vingroup"]
        );
        assert_eq!(
            completion.get_completion("ibm, vinf", None).unwrap().as_deref(),
            Some("ibm, vinfast")
        );
        let chosen = Some("vingroup  Tập đoàn Vingroup".to_owned());
        assert_eq!(
            completion.get_completion("v", chosen).unwrap().as_deref(),
            Some("vingroup")
        );
    }
}
