use clap::Args;

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use super::subject::pair;
use crate::query::between;

/// Show all that is recorded of two companies: phases, relations, deals, events, quotes, disagreements
///
/// The phases say since when the two cooperate, compete or both, and what made each turn.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy between microsoft dell
  frenemy between openai google --at 2018
  frenemy between microsoft openai --known-at 2023-01 --format markdown")]
pub(super) struct BetweenArgs {
    /// One company: its id, name, former name, alias or ticker
    #[arg(value_name = "A")]
    a: String,
    /// The other company
    #[arg(value_name = "B")]
    b: String,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl BetweenArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let (a, b) = pair(model, &self.a, &self.b)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let answer = between::between(&view, a, b);
        let lang = global.lang();
        self.output.answer(
            global,
            !answer.is_empty(),
            || between::table(&view, &answer, lang),
            || between::wire(&view, &answer),
        )
    }
}
