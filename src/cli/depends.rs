use clap::Args;

use super::ask_company::company;
use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::query::depends;

/// Show on whom a company depends, or with --reverse who depends on it
///
/// For technology, supply, capital, channels to customers, and customers that are a recorded part of sales. Marks what
/// makes it a risk: only one such source recorded, exclusivity, promised sums, concentration. Options, guarantees and
/// cross-licences are no dependence. Each company's own sources are shown once; cycles are cut and marked.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy depends openai
  frenemy depends openai --at 2020 --depth 1
  frenemy depends nvidia --reverse
  frenemy depends microsoft --depth 3 --format json")]
pub(super) struct DependsArgs {
    /// Company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: String,
    /// Who depends on it, and so would be hit
    #[arg(long)]
    reverse: bool,
    /// How many levels
    #[arg(long, value_name = "N", default_value = "2", value_parser = clap::value_parser!(u8).range(1..=10))]
    depth: u8,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl DependsArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let company = company(model, &self.company)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let answer = depends::depends(&view, company, self.reverse, usize::from(self.depth));
        self.output.answer(
            global,
            !answer.edges.is_empty(),
            || depends::table(&view, &answer, global.lang()),
            || depends::wire(&view, &answer),
        )
    }
}
