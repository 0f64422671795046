//! Answers on standard output, in the four formats.

use std::io::{self, IsTerminal, Write};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use crate::report::{self, Table};

/// Columns of text that goes to no terminal.
const PIPED_WIDTH: usize = 120;

/// Options of commands that answer.
#[derive(Debug, Args)]
pub(super) struct OutputArgs {
    /// Format of the answer
    #[arg(long, value_enum, default_value = "text", help_heading = "Output")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading on a terminal
    Text,
    /// One JSON object with a `schema` field
    Json,
    /// Comma-separated values with a header
    Csv,
    /// GitHub Markdown
    Markdown,
}

impl OutputArgs {
    /// Writes an answer, and says whether there was one: the exit code of a question that nothing answers is 1.
    pub(super) fn answer<W: Serialize>(
        &self,
        global: &GlobalArgs,
        found: bool,
        table: impl FnOnce() -> Table,
        wire: impl FnOnce() -> W,
    ) -> anyhow::Result<Exit> {
        self.write(global, table, wire)?;
        Ok(if found { Exit::Answered } else { Exit::Nothing })
    }

    /// Writes an answer: its table, or for JSON its wire type. Each is made only when its format is asked for.
    pub(super) fn write<W: Serialize>(
        &self,
        global: &GlobalArgs,
        table: impl FnOnce() -> Table,
        wire: impl FnOnce() -> W,
    ) -> anyhow::Result<()> {
        let text = match self.format {
            Format::Json => report::json::write(&wire())?,
            Format::Csv => report::csv::write(&table()),
            Format::Markdown => report::markdown::write(&table(), global.lang()),
            Format::Text => {
                let layout = report::text::Layout {
                    width: Some(width()),
                    color: global.colors(&io::stdout()),
                    lang: global.lang(),
                };
                report::text::write(&table(), &layout)
            }
        };
        print(&text)
    }
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
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    data::intact()?;
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Whether an error only says that the reader of our output has gone.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
