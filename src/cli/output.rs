//! Answers on standard output, in the four formats.

use std::io::{self, IsTerminal, Write};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
pub(super) use super::notes::{note, tell, tell_part};
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
