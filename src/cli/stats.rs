use clap::Args;

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::query::stats;

/// Count what is in the data, how well it is supported and how fresh it is
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy stats
  frenemy stats --at 2015 --format json")]
pub(super) struct StatsArgs {
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl StatsArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let answer = stats::stats(&view);
        let lang = global.lang();
        self.output.answer(
            global,
            true,
            || stats::table(&view, &answer, lang),
            || stats::wire(&view, &answer),
        )
    }
}
