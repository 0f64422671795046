use clap::builder::PossibleValuesParser;
use clap::{Args, builder::TypedValueParser};

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::query::rank;
use crate::query::rank::By;
use crate::vocab::Side;

/// Rank companies: who is central, who brokers, whose partners are rivals
///
/// One edge for each pair of groups, whatever its number of ties. Measures are of what is recorded: a company that was
/// researched more has more ties. `docs/measures.md` has the formulas.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy rank
  frenemy rank --by betweenness --top 5
  frenemy rank --by coopetition --at 2025
  frenemy rank --by degree --side competition --market cloud-infrastructure
  frenemy rank --by pagerank --kind investment --format csv")]
pub(super) struct RankArgs {
    /// By what: degree (number of counterparties), pagerank, betweenness, constraint (Burt; the least constrained, a
    /// broker, first), coopetition (share of partners that are rivals)
    #[arg(long, value_name = "MEASURE", default_value = "degree", value_parser = measures())]
    by: By,
    /// The side whose ties count (not for coopetition, which needs both)
    #[arg(long, value_name = "SIDE", default_value = "cooperation", value_parser = sides())]
    side: Side,
    /// How many places; 0 shows all
    #[arg(long, value_name = "N", default_value = "20")]
    top: usize,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

fn measures() -> impl TypedValueParser<Value = By> {
    PossibleValuesParser::new(By::ALL.map(By::name))
        .map(|name| By::ALL.into_iter().find(|by| by.name() == name).unwrap_or_default())
}

fn sides() -> impl TypedValueParser<Value = Side> {
    PossibleValuesParser::new(["cooperation", "competition"]).map(|name| {
        if name == "competition" {
            Side::Competition
        } else {
            Side::Cooperation
        }
    })
}

impl RankArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let answer = rank::rank(&view, self.by, self.side);
        self.output.answer(
            global,
            !answer.places.is_empty(),
            || rank::table(&view, &answer, self.top, global.lang()),
            || rank::wire(&view, &answer, self.top),
        )
    }
}
