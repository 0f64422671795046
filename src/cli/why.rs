use clap::Args;

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use super::subject::{pair, relation};
use crate::query::why;

/// Show what stands behind a relation or a stance: rules, records, dates, sources, disputes
///
/// For a relation: which rule gives its start, its end, its grade and whether it counts. For two companies: which overlap
/// makes their stance, on which days, and what it rests on.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy why microsoft openai
  frenemy why microsoft-openai/azure-2016 --at 2018
  frenemy why dell microsoft --at 2014 --lang vi")]
pub(super) struct WhyArgs {
    /// A relation's id, or a company by any of its names
    #[arg(value_name = "RELATION|COMPANY")]
    subject: String,
    /// The other company
    #[arg(value_name = "COMPANY")]
    other: Option<String>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl WhyArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let lang = global.lang();
        let Some(other) = &self.other else {
            let reason = why::reason(&view, relation(model, &self.subject)?);
            return self.output.answer(
                global,
                true,
                || why::relation_table(&view, &reason, lang),
                || why::relation_wire(&view, &reason),
            );
        };
        let (a, b) = pair(model, &self.subject, other)?;
        let answer = why::why(&view, a, b);
        self.output.answer(
            global,
            !answer.is_empty(),
            || why::table(&view, &answer, lang),
            || why::wire(&view, &answer),
        )
    }
}
