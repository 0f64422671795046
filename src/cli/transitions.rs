use clap::Args;

use super::ask_company::company;
use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::query::transitions;

/// Show how pairs turn from partners to coopetitors to rivals to one group, and how long each took
///
/// The turns with the median length of what went before, the pairs that turned with their spells, and the recognition
/// lag: from when products meet until a company names the other. Spells that last still are marked, not guessed.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy transitions
  frenemy transitions microsoft --from 2010 --to 2020
  frenemy transitions --firm --format json")]
pub(super) struct TransitionsArgs {
    /// Only the pairs of this company
    #[arg(value_name = "COMPANY")]
    company: Option<String>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl TransitionsArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let only = self.company.as_deref().map(|name| company(model, name)).transpose()?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let answer = transitions::transitions(&view, only);
        self.output.answer(
            global,
            !answer.is_empty(),
            || transitions::table(&view, &answer, global.lang()),
            || transitions::wire(&view, &answer),
        )
    }
}
