use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::query::list::{self, Of};

/// List what is in the data
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy list cases
  frenemy list relations --case microsoft-openai --kind investment
  frenemy list markets --lang vi")]
pub(super) struct ListArgs {
    /// What to list
    #[arg(value_name = "WHAT", value_parser = of())]
    of: Of,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

fn of() -> impl TypedValueParser<Value = Of> {
    PossibleValuesParser::new(Of::ALL.map(Of::name)).map(|name| Of::from_name(&name).unwrap_or(Of::Companies))
}

impl ListArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let answer = list::list(&view, self.of);
        let lang = global.lang();
        self.output.answer(
            global,
            !answer.is_empty(),
            || list::table(&view, &answer, lang),
            || list::wire(&view, &answer, lang),
        )
    }
}
