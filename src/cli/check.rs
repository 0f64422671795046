use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::codes::CodeParser;
use super::context::{GlobalArgs, today};
use super::data;
use super::exit::Exit;
use super::output::print;
use crate::check::{Page, Selection, everything};
use crate::diagnostics::{Code, Diagnostic, Level, github, human, json, sarif};
use crate::lower::lower;
use crate::text::Files;
use crate::values::counted;

/// Check data files and report every problem in one run
///
/// Each problem has a stable code, its place and a remedy; `frenemy explain CODE` says more. Errors make data unusable and
/// cannot be silenced. Lints are legal and likely slips: the basic tier suits any data, the strict tier is what the bundled
/// data keep, and lints of the named tier, which often report no more than what nobody knows, are run with --only. A lint
/// that does not apply to a record is waived in the data: `waive: [{code: ..., on: ID, why: ...}]`.
///
/// Ends with 1 if anything is reported.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy check
  frenemy check data --strict
  frenemy check --only uncited-source,lonely-company
  frenemy check --format github
  frenemy check --list")]
pub(super) struct CheckArgs {
    /// Directories of YAML files; later ones are laid over earlier ones [default: --data, else ./data]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Report lints of the strict tier too
    #[arg(long)]
    strict: bool,
    /// Report these codes only, of whatever tier
    #[arg(
        long,
        value_name = "CODE",
        value_delimiter = ',',
        value_parser = CodeParser,
        hide_possible_values = true,
        conflicts_with = "strict"
    )]
    only: Vec<Code>,
    /// List every code with its tier, and read nothing
    #[arg(long, conflicts_with_all = ["strict", "only", "format", "paths"])]
    list: bool,
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
    /// Workflow commands that GitHub shows beside the lines of a change
    Github,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
}

impl CheckArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        if self.list {
            print(&list())?;
            return Ok(Exit::Answered);
        }
        let paths = match (self.paths.is_empty(), global.data.is_empty()) {
            (false, _) => self.paths.clone(),
            (true, false) => global.data.clone(),
            (true, true) if Path::new("data").is_dir() => vec![PathBuf::from("data")],
            (true, true) => anyhow::bail!("there is no directory `data` here; give the directory to check"),
        };
        let files = data::files(global, &paths)?;
        let lowered = lower(&files);
        let tier = if self.strict { Level::Strict } else { Level::Basic };
        let wanted = if self.only.is_empty() {
            Selection::up_to(tier)
        } else {
            Selection::of(self.only.iter().copied())
        };
        let (found, hidden): (Vec<Diagnostic>, Vec<Diagnostic>) = everything(&lowered, today(), &wanted)
            .into_iter()
            .partition(|diagnostic| wanted.has(diagnostic.code));
        let summary = || summary(&found, hidden.len(), files.len(), lowered.model.relations.len());
        match self.format {
            Format::Json => print(&format!("{}\n", json::render(&found, &files)))?,
            Format::Sarif => print(&format!("{}\n", sarif::render(&found, &files, &explanation)))?,
            Format::Github => print(&format!("{}{}", github::render(&found, &files), summary()))?,
            Format::Human => {
                self.show(&found, &files, global)?;
                print(&summary())?;
            }
        }
        Ok(if found.is_empty() && hidden.is_empty() {
            Exit::Answered
        } else {
            Exit::Nothing
        })
    }

    fn show(&self, found: &[Diagnostic], files: &Files, global: &GlobalArgs) -> anyhow::Result<()> {
        let color = global.colors(&io::stdout());
        for diagnostic in found {
            let shown = human::render(diagnostic, files, color, data::width());
            print(&format!("{}\n\n", shown.trim_end()))?;
        }
        Ok(())
    }
}

/// The page of a code, for tools that show it beside the problem.
fn explanation(code: Code) -> String {
    Page::of(code).map_or_else(|| code.description().to_owned(), |page| page.markdown(1))
}

/// Every code by tier, with what it reports.
fn list() -> String {
    let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
    let tiers = [
        (Level::Error, "errors: data with one are not used; never waived"),
        (Level::Basic, "basic: lints that are always run"),
        (Level::Strict, "strict: lints that are run with --strict"),
        (Level::Named, "named: lints that are run with --only"),
    ];
    let mut out = String::new();
    for (level, title) in tiers {
        out += &format!("{title}\n");
        for code in Code::ALL.iter().filter(|code| code.level() == level) {
            out += &format!("  {:<width$}  {}\n", code.name(), code.description());
        }
        out.push('\n');
    }
    out + "`frenemy explain CODE` says more.\n"
}

/// "12 files, 84 relations: no problem".
fn summary(found: &[Diagnostic], hidden: usize, files: usize, relations: usize) -> String {
    let errors = found.iter().filter(|d| d.level() == Level::Error).count();
    let lints = found.len() - errors;
    let verdict = match (errors, lints) {
        (0, 0) => "no problem".to_owned(),
        (_, 0) => counted(errors, "error"),
        (0, _) => counted(lints, "lint"),
        (_, _) => format!("{}, {}", counted(errors, "error"), counted(lints, "lint")),
    };
    let others = match hidden {
        0 => String::new(),
        _ => format!(" of these codes, and {} of others", counted(hidden, "error")),
    };
    format!(
        "{}, {}: {verdict}{others}\n",
        counted(files, "file"),
        counted(relations, "relation")
    )
}
