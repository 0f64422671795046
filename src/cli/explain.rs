use clap::Args;

use super::codes::CodeParser;
use super::exit::Exit;
use super::output::print;
use crate::check::Page;
use crate::diagnostics::Code;

/// Explain a code of `check`: what it reports, why, an example, and what to write instead
///
/// The same pages stand in docs/checks.md.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy explain uncited-source
  frenemy check --list")]
pub(super) struct ExplainArgs {
    /// The code, as `check` prints it in brackets
    #[arg(value_name = "CODE", value_parser = CodeParser, hide_possible_values = true)]
    code: Code,
}

impl ExplainArgs {
    pub(super) fn run(&self) -> anyhow::Result<Exit> {
        let Some(page) = Page::of(self.code) else {
            anyhow::bail!("`{}` has no page", self.code);
        };
        print(&page.markdown(1))?;
        Ok(Exit::Answered)
    }
}
