use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use super::words::words;
use crate::query::{Request, rank};

/// One edge for each pair of groups, whatever its number of ties. Measures are of what is recorded: a company that was
/// researched more has more ties. `docs/measures.md` has the formulas.
#[derive(Debug, Args)]
pub(super) struct RankArgs {
    /// By what: degree (number of counterparties), pagerank, betweenness, constraint (Burt; the least constrained, a
    /// broker, first), coopetition (share of partners that are rivals)
    #[arg(long, value_name = "MEASURE", default_value = "degree", value_parser = words::<rank::By>(rank::By::ALL.map(rank::By::name)))]
    by: rank::By,
    /// The side whose ties count (not for coopetition, which needs both)
    #[arg(long, value_name = "SIDE", default_value = "cooperation", value_parser = words::<rank::TieSide>(["cooperation", "competition"]))]
    side: rank::TieSide,
    /// How many places; 0 shows all [default: 20]
    #[arg(long, value_name = "N")]
    top: Option<u32>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for RankArgs {
    fn request(&self) -> Request {
        rank::Request {
            by: self.by,
            side: self.side,
            top: self.top,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
