use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::codes::CodeParser;
use super::context::{GlobalArgs, today};
use super::data;
use super::exit::Exit;
use super::output::{note, print};
use crate::check::{MOST, Page, Selection, everything};
use crate::diagnostics::{Code, Diagnostic, Label, Level, github, human, json, sarif};
use crate::lower::link;
use crate::store;
use crate::text::{FileId, Files, MAX_FILE_BYTES};
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
  frenemy check mine --over builtin
  frenemy check --format github
  frenemy check --list")]
pub(super) struct CheckArgs {
    /// Directories of YAML files, or `-` for standard input; later ones are laid over earlier ones [default: --data, else ./data]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Take these data for known and report nothing of them: a directory, or `builtin` for the data set inside this program
    #[arg(long, value_name = "PATH")]
    over: Option<PathBuf>,
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
    #[arg(long, conflicts_with_all = ["strict", "only", "format", "paths", "over", "all"])]
    list: bool,
    /// Show every problem; without this, three of each code where there are many
    #[arg(long)]
    all: bool,
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
    /// Whether the report is to be JSON.
    pub(super) fn wants_json(&self) -> bool {
        self.format == Format::Json
    }

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
        let (below, places) = data::layers(&paths)?;
        let below = below || self.over.as_deref() == Some(Path::new(data::BUILTIN));
        if places.is_empty() {
            anyhow::bail!("the data set inside this program was checked when it was made; give the directory to check");
        }
        let below = match &self.over {
            Some(place) if place.as_os_str() != data::BUILTIN => {
                Some(data::dataset_of(global, std::slice::from_ref(place))?)
            }
            _ => below.then(data::builtin).transpose()?,
        };
        let (files, records) = store::read_over(below.as_ref(), self.files(global, places)?)?;
        let lowered = link(&records);
        let own = |label: &Label| below.is_none() || label.span.file != FileId(0);
        let tier = if self.strict { Level::Strict } else { Level::Basic };
        let wanted = if self.only.is_empty() {
            Selection::up_to(tier)
        } else {
            Selection::of(self.only.iter().copied())
        };
        let report = everything(&lowered, today(), &wanted);
        let (mut found, hidden): (Vec<Diagnostic>, Vec<Diagnostic>) = report
            .problems
            .into_iter()
            // what is wrong below alone is the business of others
            .filter(|diagnostic| {
                std::iter::once(&diagnostic.primary)
                    .chain(&diagnostic.secondary)
                    .any(own)
            })
            .partition(|diagnostic| wanted.has(diagnostic.code));
        // what is missing may stand where an error keeps it from being read
        let before = found.len();
        if self.only.is_empty() && found.iter().any(|found| found.level() == Level::Error) {
            found.retain(|found| !found.code.is_of_absence());
        }
        let following = before - found.len();
        let read = files.len() - usize::from(below.is_some());
        let relations = lowered.model.relations();
        let relations = relations.filter(|(id, _)| below.is_none() || lowered.origins.record(*id).file != FileId(0));
        let relations = relations.count();
        let more = report.beyond.values().sum();
        let summary = || summary(&found, more, hidden.len(), read, relations);
        if self.format != Format::Human {
            for (code, n) in &report.beyond {
                note(&format!("{n} more of `{code}` are counted and not shown"));
            }
        }
        match self.format {
            Format::Json => print(&format!("{}\n", json::render(&found, &files)))?,
            Format::Sarif => print(&format!("{}\n", sarif::render(&found, &files, &explanation)))?,
            Format::Github => print(&format!("{}{}", github::render(&found, &files), summary()))?,
            Format::Human => {
                self.show(&found, &report.beyond, &files, global)?;
                if following > 0 {
                    print(&format!(
                        "{} of what is missing {} left out: mend the errors first\n",
                        counted(following, "lint"),
                        if following == 1 { "is" } else { "are" }
                    ))?;
                }
                print(&summary())?;
            }
        }
        Ok(if found.is_empty() && hidden.is_empty() {
            Exit::Answered
        } else {
            Exit::Nothing
        })
    }

    /// The files to check; a `-` among the places is standard input, which lies over all others.
    fn files(&self, global: &GlobalArgs, places: &[PathBuf]) -> anyhow::Result<Files> {
        let (streams, directories): (Vec<&PathBuf>, Vec<&PathBuf>) =
            places.iter().partition(|place| place.as_os_str() == "-");
        let directories: Vec<PathBuf> = directories.into_iter().cloned().collect();
        if streams.is_empty() {
            return data::files(global, &directories);
        }
        let mut files = match directories.is_empty() {
            true => Files::new(),
            false => data::files(global, &directories)?,
        };
        let mut text = Vec::new();
        io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut text)?;
        if text.len() as u64 > MAX_FILE_BYTES {
            anyhow::bail!("standard input has more than the {MAX_FILE_BYTES} bytes that are read");
        }
        let mut above = Files::new();
        above.add("-", text);
        files.lay_over(above);
        Ok(files)
    }

    /// Errors first, in the order of reading; where there are many, three of each code and how many more.
    fn show(
        &self,
        found: &[Diagnostic],
        beyond: &BTreeMap<Code, usize>,
        files: &Files,
        global: &GlobalArgs,
    ) -> anyhow::Result<()> {
        let color = global.colors(&io::stdout());
        let mut counts: BTreeMap<Code, usize> = beyond.clone();
        for diagnostic in found {
            *counts.entry(diagnostic.code).or_default() += 1;
        }
        let shorten = !self.all && found.len() > MANY;
        let mut shown: BTreeMap<Code, usize> = BTreeMap::new();
        let (errors, lints): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            found.iter().partition(|diagnostic| diagnostic.level() == Level::Error);
        for diagnostic in errors.into_iter().chain(lints) {
            let nth = shown.entry(diagnostic.code).or_default();
            *nth += 1;
            if shorten && *nth > EXAMPLES {
                continue;
            }
            let text = human::render(diagnostic, files, color, data::width());
            print(&format!("{}\n\n", text.trim_end()))?;
            let more = counts[&diagnostic.code] - *nth;
            let last = if shorten { EXAMPLES } else { MOST };
            if *nth == last && more > 0 {
                print(&format!("... and {more} more of `{}`\n\n", diagnostic.code))?;
            }
        }
        if shorten {
            let width = counts.values().map(|n| n.to_string().len()).max().unwrap_or(0);
            let mut by_count: Vec<(Code, usize)> = counts.into_iter().collect();
            by_count.sort_by_key(|(code, n)| (code.level(), Reverse(*n), *code));
            for (code, n) in by_count {
                print(&format!("{n:>width$}  {code}\n"))?;
            }
            print("--all shows every problem\n")?;
        }
        Ok(())
    }
}

/// With more problems than this, only some of each code are shown.
const MANY: usize = 50;
/// How many.
const EXAMPLES: usize = 3;

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
fn summary(found: &[Diagnostic], more: usize, hidden: usize, files: usize, relations: usize) -> String {
    let errors = found.iter().filter(|d| d.level() == Level::Error).count();
    let lints = found.len() - errors + more;
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
