use clap::Args;
use clap_complete::Shell;

use super::exit::Exit;

/// Print a completion script for a shell
#[derive(Debug, Args)]
#[command(after_help = "Example:
  frenemy completions bash > /etc/bash_completion.d/frenemy")]
pub(super) struct CompletionsArgs {
    /// Shell
    #[arg(value_enum)]
    shell: Shell,
}

impl CompletionsArgs {
    pub(super) fn run(&self) -> anyhow::Result<Exit> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::command(), "frenemy", &mut script);
        super::output::print(&String::from_utf8(script)?)?;
        Ok(Exit::Answered)
    }
}
