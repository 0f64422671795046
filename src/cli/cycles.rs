use clap::Args;

use super::ask_company::company;
use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::query::cycles;

/// Show money that comes back: investments, purchases and shares in a ring
///
/// Every leg of a cycle holds on one common day within the asked time. Cycles in which capital comes back as orders stand
/// first. For each: since when all legs hold, whether ties beyond doubt close it or only cancelable, announced, presumed or
/// rumoured ones, the weakest leg, amounts by kind (unlike ones are never added) and which are missing.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy cycles
  frenemy cycles openai --max-len 3
  frenemy cycles nvidia --at 2025-12 --firm
  frenemy cycles --from 2019 --to 2023 --format json")]
pub(super) struct CyclesArgs {
    /// Only cycles through this company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: Option<String>,
    /// The most companies in a cycle
    #[arg(long, value_name = "N", default_value = "4", value_parser = clap::value_parser!(u8).range(2..=12))]
    max_len: u8,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl CyclesArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let company = self.company.as_deref().map(|name| company(model, name)).transpose()?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let answer = cycles::cycles(&view, company, usize::from(self.max_len));
        self.output.answer(
            global,
            !answer.cycles.is_empty(),
            || cycles::table(&view, &answer, global.lang()),
            || cycles::wire(&view, &answer),
        )
    }
}
