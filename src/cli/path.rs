use anyhow::bail;
use clap::Args;

use super::ask_company::company;
use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use super::subject::pair;
use crate::query::path;

/// Show how two companies are connected: fewest steps first, then more
///
/// Several ties between two companies are one step, which lists them. Competition and conflict are no connection unless
/// asked for with --competition or --kind. An unnamed class of firms (such as "PC makers") connects nobody.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy path dell openai
  frenemy path nvidia microsoft --k 5 --avoid openai
  frenemy path apple amd --kind competitive_overlap --at 2024
  frenemy path oracle amazon --format json")]
pub(super) struct PathArgs {
    /// One company: its id, name, former name, alias or ticker
    #[arg(value_name = "A")]
    a: String,
    /// The other company
    #[arg(value_name = "B")]
    b: String,
    /// How many paths
    #[arg(long, value_name = "N", default_value = "3", value_parser = clap::value_parser!(u16).range(1..=100))]
    k: u16,
    /// No path through this company; repeatable
    #[arg(long, value_name = "COMPANY")]
    avoid: Vec<String>,
    /// Count competition as a connection too
    #[arg(long)]
    competition: bool,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl PathArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let (a, b) = pair(model, &self.a, &self.b)?;
        let avoid = self
            .avoid
            .iter()
            .map(|name| company(model, name))
            .collect::<anyhow::Result<Vec<_>>>()?;
        if let Some(end) = [a, b].into_iter().find(|end| avoid.contains(end)) {
            bail!("--avoid {} is an end of the path; avoid another company", model[end].id);
        }
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let wanted = path::Wanted {
            k: usize::from(self.k),
            avoid,
            competition: self.competition,
        };
        let answer = path::path(&view, a, b, wanted);
        self.output.answer(
            global,
            !answer.routes.is_empty(),
            || path::table(&view, &answer, global.lang()),
            || path::wire(&view, &answer),
        )
    }
}
