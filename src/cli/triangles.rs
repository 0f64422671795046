use clap::Args;

use super::ask_company::company;
use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::query::triangles;

/// Show which threes of companies are tense: two rivals that share a partner
///
/// Weak balance (Davis 1967) by default: a triangle is tense when exactly one of its ties is competition. Pairs that both
/// cooperate and compete are ambivalent, fit no rule of balance and are counted apart.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy triangles
  frenemy triangles openai --at 2024
  frenemy triangles microsoft --classic --all
  frenemy triangles --format json")]
pub(super) struct TrianglesArgs {
    /// Only triangles with this company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: Option<String>,
    /// Classic balance (Cartwright and Harary 1956): three competitions are tense too
    #[arg(long)]
    classic: bool,
    /// List balanced and ambivalent triangles too; JSON always has them
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl TrianglesArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let company = self.company.as_deref().map(|name| company(model, name)).transpose()?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let balance = if self.classic {
            triangles::Balance::Classic
        } else {
            triangles::Balance::Weak
        };
        let answer = triangles::triangles(&view, company, balance);
        self.output.answer(
            global,
            !answer.triangles.is_empty(),
            || triangles::table(&view, &answer, self.all, global.lang()),
            || triangles::wire(&view, &answer),
        )
    }
}
