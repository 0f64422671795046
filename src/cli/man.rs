use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use clap_mangen::Man;

use super::exit::{Exit, NotFound};
use super::output::print;
use super::save::{Over, save};

/// Print the manual page of the program or of a command, or write all of them
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy man > frenemy.1
  frenemy man new case > frenemy-new-case.1
  frenemy man --dir man1")]
pub(super) struct ManArgs {
    /// Command whose page is printed [default: the program's own]
    command: Vec<String>,
    /// Directory to write all pages to, one a command; it is made if it does not exist
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    dir: Option<PathBuf>,
    /// Overwrite pages that exist
    #[arg(long, requires = "dir")]
    force: bool,
}

impl ManArgs {
    pub(super) fn run(&self) -> anyhow::Result<Exit> {
        let mut program = super::command().disable_help_subcommand(true);
        program.build();
        if let Some(dir) = &self.dir {
            fs::create_dir_all(dir).with_context(|| format!("`{}` cannot be made", dir.display()))?;
            let mut pages = Vec::new();
            collect(&program, &mut pages);
            for page in &pages {
                let path = dir.join(format!("{}.1", name(page)));
                save(&path, &text(page)?, Over::forced(self.force))?;
            }
            print(&format!("wrote {} pages to {}\n", pages.len(), dir.display()))?;
            return Ok(Exit::Answered);
        }
        let mut asked = &program;
        for word in &self.command {
            let found = asked.get_subcommands().find(|command| command.get_name() == word);
            asked = found.ok_or_else(|| {
                let known: Vec<&str> = asked.get_subcommands().map(clap::Command::get_name).collect();
                NotFound(format!(
                    "`{}` has no command `{word}`; it has {}",
                    name(asked),
                    known.join(", ")
                ))
            })?;
        }
        print(&String::from_utf8(text(asked)?)?)?;
        Ok(Exit::Answered)
    }
}

/// A command and all below it.
fn collect<'a>(command: &'a clap::Command, pages: &mut Vec<&'a clap::Command>) {
    pages.push(command);
    for below in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        collect(below, pages);
    }
}

/// `frenemy-new-case`.
fn name(command: &clap::Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

fn text(command: &clap::Command) -> anyhow::Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}
