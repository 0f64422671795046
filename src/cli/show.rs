use clap::Args;

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::query::show::{self, Found};

/// Show one record: all that is said of it, and on whose word
///
/// A company by any of its names, or the id of a market, case, source, deal, product (company/product) or of a record of a
/// case (case/id); the name of a relation kind shows its fields.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy show openai
  frenemy show microsoft-openai/first-billion
  frenemy show investment")]
pub(super) struct ShowArgs {
    /// Id, or the name of a company
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl ShowArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let lang = global.lang();
        let found = show::find(model, &self.id);
        let table = || match &found {
            Found::One(subject) => show::table(&view, &show::show(&view, *subject, lang), lang),
            Found::Many(_) | Found::None(_) => show::candidates(&view, &self.id, &found, lang),
        };
        let answered = matches!(found, Found::One(_));
        self.output
            .answer(global, answered, table, || show::wire(&view, &self.id, &found, lang))
    }
}
