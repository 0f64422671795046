//! Answers on standard output, in every format.

use std::io::{self, IsTerminal, Write};
use std::mem::ManuallyDrop;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::hint::Refusal;
pub(super) use super::notes::{note, tell, tell_part};
use crate::query::Answer;
use crate::report::{self, Table};

/// Columns of text that goes to no terminal.
const PIPED_WIDTH: usize = 120;

// Options of commands that answer. A doc comment would become the help of commands that have none of their own.
#[derive(Debug, Args)]
pub(super) struct OutputArgs {
    /// Format of the answer
    #[arg(long, value_enum, default_value = "text", help_heading = "Output")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For reading on a terminal
    Text,
    /// One JSON object with a `schema` field
    Json,
    /// Comma-separated values with a header
    Csv,
    /// GitHub Markdown
    Markdown,
    /// A page that needs nothing else
    Html,
}

impl Format {
    /// The word for it.
    pub(super) fn name(self) -> String {
        let value = self.to_possible_value();
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

impl OutputArgs {
    /// In this format.
    pub(super) const fn of(format: Format) -> Self {
        Self { format }
    }

    /// Whether a program reads it.
    pub(super) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Whether people read it as it is.
    pub(super) fn is_text(&self) -> bool {
        self.format == Format::Text
    }

    /// Writes an answer.
    pub(super) fn write(&self, global: &GlobalArgs, answer: &Answer<'_>) -> anyhow::Result<()> {
        if let Some(text) = answer.text() {
            return print(text);
        }
        let lang = global.lang();
        match self.format {
            Format::Json => print(&answer.json(lang)?),
            // the process ends with the answer: a table of thousands of texts is not given back
            _ => self.write_table(global, &ManuallyDrop::new(answer.table(lang)?)),
        }
    }

    /// Writes what is no answer to a request: a table, or for JSON a wire type, made when its format is asked for.
    pub(super) fn write_other<W: Serialize>(
        &self,
        global: &GlobalArgs,
        table: impl FnOnce() -> Table,
        wire: impl FnOnce() -> W,
    ) -> anyhow::Result<()> {
        match self.format {
            Format::Json => print(&report::json::write(&wire())?),
            _ => self.write_table(global, &table()),
        }
    }

    fn write_table(&self, global: &GlobalArgs, table: &Table) -> anyhow::Result<()> {
        let lang = global.lang();
        print(&match self.format {
            Format::Csv => report::csv::write(table),
            Format::Markdown => report::markdown::write(table, lang),
            Format::Html => report::html::document(table, lang),
            Format::Text | Format::Json => {
                let layout = report::text::Layout {
                    width: Some(width()),
                    color: global.colors(&io::stdout()),
                    lang,
                };
                report::text::write(table, &layout)
            }
        })
    }
}

/// An error for programs, `frenemy/error/1`.
#[derive(Serialize)]
struct ErrorWire<'a> {
    schema: &'static str,
    /// What went wrong, and what to do about it.
    message: &'a str,
    /// The exit code.
    exit_code: u8,
    /// What the name that was not found may have meant.
    candidates: Vec<CandidateWire<'a>>,
}

#[derive(Serialize)]
struct CandidateWire<'a> {
    id: &'a str,
    label: &'a str,
}

/// Tells an error on standard error as one JSON object; whether that could be done.
pub(super) fn json_error(error: &anyhow::Error) -> bool {
    let refused = error.downcast_ref::<Refusal>();
    let candidates = refused.map(Refusal::candidates).unwrap_or_default();
    let wire = ErrorWire {
        schema: "frenemy/error/1",
        message: &format!("{error:#}"),
        exit_code: Exit::of(error).code(),
        candidates: candidates
            .iter()
            .map(|candidate| CandidateWire {
                id: &candidate.id,
                label: &candidate.label,
            })
            .collect(),
    };
    let text = report::json::write(&wire);
    text.map(|text| tell_part(&text)).is_ok()
}

/// The width of the terminal; elsewhere one that reads well in a file or a pager. Programs ask for JSON or CSV.
fn width() -> usize {
    let terminal = if io::stdout().is_terminal() {
        terminal_size::terminal_size()
    } else {
        None
    };
    terminal.map_or(PIPED_WIDTH, |(width, _)| usize::from(width.0))
}

/// Writes to standard output in one go.
///
/// A reader that has gone, as `| head` does, is no error: what a command finds, and what else it has to do, stays the same.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    print_bytes(text.as_bytes())
}

/// As [`print`], for what need not be text.
pub(super) fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    data::intact()?;
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}
