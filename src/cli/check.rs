use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::context::{GlobalArgs, today};
use super::data;
use super::exit::Exit;
use super::output::print;
use crate::check::everything;
use crate::diagnostics::{Diagnostic, Level, human, json};

/// Check data files and report every problem in one run
///
/// Each problem has a stable code, its place and a remedy. Errors make data unusable and cannot be silenced.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy check
  frenemy check data --format json")]
pub(super) struct CheckArgs {
    /// Directories of YAML files; later ones are laid over earlier ones [default: --data, else ./data]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Report the strict tier too
    #[arg(long)]
    strict: bool,
    /// Format of the report
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With excerpts, for reading
    Human,
    /// One JSON object, `frenemy/check/1`
    Json,
}

impl CheckArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let paths = match (self.paths.is_empty(), global.data.is_empty()) {
            (false, _) => self.paths.clone(),
            (true, false) => global.data.clone(),
            (true, true) if Path::new("data").is_dir() => vec![PathBuf::from("data")],
            (true, true) => anyhow::bail!("there is no directory `data` here; give the directory to check"),
        };
        let (files, lowered) = data::read(&paths)?;
        let found: Vec<Diagnostic> = everything(&lowered, today())
            .into_iter()
            .filter(|d| self.strict || d.code.level() != Level::Strict)
            .collect();
        match self.format {
            Format::Json => print(&format!("{}\n", json::render(&found, &files)))?,
            Format::Human => {
                let color = global.colors(&io::stdout());
                for diagnostic in &found {
                    print(&format!(
                        "{}\n\n",
                        human::render(diagnostic, &files, color, data::width()).trim_end()
                    ))?;
                }
                print(&summary(&found, files.len(), lowered.model.relations.len()))?;
            }
        }
        Ok(if found.is_empty() {
            Exit::Answered
        } else {
            Exit::Nothing
        })
    }
}

/// "12 files, 84 relations: no problem".
fn summary(found: &[Diagnostic], files: usize, relations: usize) -> String {
    let errors = found.iter().filter(|d| d.code.level() == Level::Error).count();
    let lints = found.len() - errors;
    let count = |n: usize, word: &str| {
        if n == 1 {
            format!("1 {word}")
        } else {
            format!("{n} {word}s")
        }
    };
    let verdict = match (errors, lints) {
        (0, 0) => "no problem".to_owned(),
        (_, 0) => count(errors, "error"),
        (0, _) => count(lints, "lint"),
        (_, _) => format!("{}, {}", count(errors, "error"), count(lints, "lint")),
    };
    format!(
        "{}, {}: {verdict}\n",
        count(files, "file"),
        count(relations, "relation")
    )
}
