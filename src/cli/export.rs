use std::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};

use super::context::{GlobalArgs, today_date};
use super::data;
use super::exit::Exit;
use super::hint::Refusal;
use super::output::tell;
use super::patience::Patience;
use super::save::{Over, save};
use super::save_all::save_all;
use super::scope::ScopeArgs;
use crate::exchange::{self, Format, Losses, Origin, Selection};
use crate::graph::Budget;
use crate::request::Asking;

/// Write the data for other programs
///
/// Without a date, relations of all times are written, with the days on which each may have begun and ended; with --at or
/// --from and --to only those that hold then and count. What a format cannot carry is counted on standard error.
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("written").args(["output", "losses"]).multiple(true)))]
#[command(after_help = "Examples:
  frenemy export tables -o frenemy-tables
  frenemy export tables --case microsoft-openai --known-at 2023 -o what-was-known
  frenemy export sql -o frenemy.sql
  frenemy export ndjson --market cloud-infrastructure --min-confidence confirmed
  frenemy export graphml --at 2024 -o ties.graphml
  frenemy export yaml --case microsoft-openai -o my-data")]
pub(super) struct ExportArgs {
    /// Format
    #[arg(value_enum)]
    format: FormatArg,
    /// File to write, for `tables` and `yaml` a directory [default: standard output, but for these two]
    #[arg(short, long, value_name = "PATH", help_heading = "Output")]
    output: Option<PathBuf>,
    /// Overwrite files that exist; of a directory, one of tables that an earlier export wrote
    #[arg(long, requires = "written", help_heading = "Output")]
    force: bool,
    /// List what the format cannot carry in this file, as CSV
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    losses: Option<PathBuf>,
    /// Write nothing if the format cannot carry everything
    #[arg(long, help_heading = "Output")]
    strict: bool,
    #[command(flatten)]
    scope: ScopeArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// CSV files in a directory, described by a Frictionless `datapackage.json`
    Tables,
    /// The same tables as one SQL script for SQLite and PostgreSQL
    Sql,
    /// One relation a line, as JSON with names and sources
    Ndjson,
    /// The graph of ties, for Gephi, networkx, igraph, yEd
    Graphml,
    /// Data files as people write them, with all that decides how the chosen records stand
    Yaml,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Tables => Self::Tables,
            FormatArg::Sql => Self::Sql,
            FormatArg::Ndjson => Self::Ndjson,
            FormatArg::Graphml => Self::Graphml,
            FormatArg::Yaml => Self::Yaml,
        }
    }
}

impl ExportArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let format = Format::from(self.format);
        if format.is_directory() && self.output.is_none() {
            bail!("`{}` is a directory of files; name it with -o", format.name());
        }
        if self.output.is_none() && self.losses.is_none() && io::stdout().is_terminal() && format != Format::Ndjson {
            bail!("`{}` is for programs; name a file with -o, or pipe it", format.name());
        }
        let dataset = data::dataset(global)?;
        let _patience = Patience::new("working ...");
        let today = today_date().ok();
        let scope = self.scope.request();
        let asking = Asking::new(dataset, today, &Budget::UNLIMITED);
        let mut resolved = scope.clone();
        resolved.resolve(asking.names()).map_err(Refusal::new)?;
        let ground = asking.ground(&resolved).map_err(Refusal::new)?;
        let dated = scope.at.is_some() || scope.from.is_some();
        let selection = Selection::new(ground.view(), dated);
        let origin = Origin {
            program: format!("frenemy {}", env!("CARGO_PKG_VERSION")),
            data: dataset.hash().to_string(),
            today: today.map(|day| day.to_string()),
        };
        let over = Over::forced(self.force);
        let losses = match &self.output {
            Some(path) if format.is_directory() => save_all(path, over, |files| {
                let losses = match format {
                    Format::Yaml => exchange::write_data(dataset, &selection, files)?,
                    _ => exchange::write_directory(&selection, &origin, files)?,
                };
                data::intact()?;
                self.allow(&losses)?;
                Ok(losses)
            })?,
            _ => self.write_file(format, &selection, &origin, over)?,
        };
        self.report(format, &losses)?;
        Ok(if selection.is_empty() {
            Exit::Nothing
        } else {
            Exit::Answered
        })
    }

    fn write_file(
        &self,
        format: Format,
        selection: &Selection<'_>,
        origin: &Origin,
        over: Over,
    ) -> anyhow::Result<Losses> {
        if self.output.is_none() && !self.strict {
            let mut out = BufWriter::new(io::stdout().lock());
            let written = exchange::write(format, selection, origin, &mut out).and_then(|losses| {
                out.flush()?;
                Ok(losses)
            });
            data::intact()?;
            return match written {
                // who reads no further has what he wants
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Losses::default()),
                written => Ok(written?),
            };
        }
        let mut bytes = Vec::new();
        let losses = exchange::write(format, selection, origin, &mut bytes)?;
        data::intact()?;
        self.allow(&losses)?;
        match &self.output {
            Some(path) => save(path, &bytes, over)?,
            None => super::output::print_bytes(&bytes)?,
        }
        Ok(losses)
    }

    /// Refuses what would be lost, where nothing may be.
    fn allow(&self, losses: &Losses) -> anyhow::Result<()> {
        if self.strict && !losses.is_empty() {
            bail!(
                "nothing was written: the format cannot carry everything\n{}",
                counted(losses)
            );
        }
        Ok(())
    }

    fn report(&self, format: Format, losses: &Losses) -> anyhow::Result<()> {
        if !losses.is_empty() {
            tell(format!("note: `{}` cannot carry\n{}", format.name(), counted(losses)));
        }
        if let Some(path) = &self.losses {
            save(path, listed(losses)?.as_bytes(), Over::forced(self.force))?;
        }
        Ok(())
    }
}

/// A line for each reason.
fn counted(losses: &Losses) -> String {
    let mut text = String::new();
    for (reason, lost) in losses.by_reason() {
        let example = lost.first().map_or("", |loss| loss.record.as_str());
        let _ = writeln!(text, "  {:>6}  {reason}, as in `{example}`", lost.len());
    }
    text.truncate(text.trim_end().len());
    text
}

fn listed(losses: &Losses) -> anyhow::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["reason", "record", "field"])?;
    for (reason, lost) in losses.by_reason() {
        for loss in lost {
            writer.write_record([reason, &loss.record, loss.field])?;
        }
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}
