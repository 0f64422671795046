use std::io;
use std::path::PathBuf;

use anstyle::{AnsiColor, Style};
use anyhow::{anyhow, bail};
use clap::Args;
use similar::{ChangeTag, TextDiff};

use super::context::GlobalArgs;
use super::data::read_files;
use super::exit::Exit;
use super::output::{print, tell};
use super::save::edit;
use crate::authoring::{LeftAlone, format};
use crate::text::SourceFile;
use crate::values::counted;

/// Put data files into the house order
///
/// Sections, fields and languages change places, with the comments that belong to them; what a file says never changes.
/// A file that has errors, or cannot be read or written, is left alone. Exit code 1: with --check, something would change;
/// without, a file was left alone.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy fmt
  frenemy fmt data/cases --check")]
pub(super) struct FmtArgs {
    /// Files, or directories of YAML files [default: --data, else ./data]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Change nothing; show what would change
    #[arg(long)]
    check: bool,
}

impl FmtArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let paths = match (self.paths.is_empty(), global.data.is_empty()) {
            (false, _) => self.paths.clone(),
            (true, false) => global.data.clone(),
            (true, true) if PathBuf::from("data").is_dir() => vec![PathBuf::from("data")],
            (true, true) => bail!("there is no directory `data` here; give the files or directories to format"),
        };
        let (files, unreadable) = read_files(&paths)?;
        let color = global.colors(&io::stdout());
        let (mut changed, mut alone) = (0, unreadable);
        // a report that cannot be written is no reason to stop before the last file
        let mut told = Ok(());
        for (_, file) in files.iter() {
            match self.format(file, color) {
                Ok(Some(report)) => {
                    changed += 1;
                    told = told.and(print(&report));
                }
                Ok(None) => {}
                Err(why) => {
                    alone += 1;
                    tell(format_args!("left alone: {}: {why:#}", file.name));
                }
            }
        }
        told.and(print(&self.summary(files.len() + unreadable, changed, alone)))?;
        Ok(if alone > 0 || (self.check && changed > 0) {
            Exit::Nothing
        } else {
            Exit::Answered
        })
    }

    /// Puts a file into order, or finds what would change; what is to be said about it, nothing where it is in order.
    fn format(&self, file: &SourceFile, color: bool) -> anyhow::Result<Option<String>> {
        if file.broken.is_some() {
            bail!("it is not UTF-8 text");
        }
        let new = formatted(&file.text, &file.name)?;
        if new == file.text {
            return Ok(None);
        }
        if self.check {
            return Ok(Some(difference(&file.name, &file.text, &new, color)));
        }
        // what stands there now: somebody may have changed it since it was read
        let changed = edit(&file.path, |now| formatted(now, &file.name))?;
        Ok(changed.then(|| format!("formatted {}\n", file.name)))
    }

    /// "12 files: 1 formatted".
    fn summary(&self, files: usize, changed: usize, alone: usize) -> String {
        let files = counted(files, "file");
        let verb = if self.check { "to format" } else { "formatted" };
        let mut parts = Vec::new();
        if changed > 0 {
            parts.push(format!("{changed} {verb}"));
        }
        if alone > 0 {
            parts.push(format!("{alone} left alone"));
        }
        if parts.is_empty() {
            parts.push("in order".to_owned());
        }
        format!("{files}: {}\n", parts.join(", "))
    }
}

fn formatted(text: &str, name: &str) -> anyhow::Result<String> {
    format(text).map_err(|why| match why {
        LeftAlone::Broken(_) => anyhow!("{why}, `frenemy check {name}` shows them"),
        LeftAlone::Entangled => anyhow!("{why}"),
    })
}

/// What changes, as `diff -u` shows it.
fn difference(name: &str, old: &str, new: &str, color: bool) -> String {
    let diff = TextDiff::from_lines(old, new);
    let mut out = format!("--- {name}\n+++ {name}\n");
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        out.push_str(&format!("{}\n", hunk.header()));
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', AnsiColor::Red.on_default()),
                ChangeTag::Insert => ('+', AnsiColor::Green.on_default()),
                ChangeTag::Equal => (' ', Style::new()),
            };
            let line = change.value().trim_end_matches(['\n', '\r']);
            if color {
                out.push_str(&format!("{style}{sign}{line}{style:#}\n"));
            } else {
                out.push_str(&format!("{sign}{line}\n"));
            }
        }
    }
    out
}
