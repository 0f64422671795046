use clap::builder::PossibleValuesParser;
use clap::{Args, builder::TypedValueParser};

use super::ask_company::company;
use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::graph::Graph;
use crate::query::{View, who};
use crate::vocab::{Words, Zone};

/// Show who competes and cooperates with a company
///
/// Coopetition first, then cooperation, competition and conflict; for each counterparty its ties with their terms, dates
/// and support. The company stands for itself and for what belonged to it at the time; counterparties are rolled up to
/// the group they belonged to.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy who microsoft
  frenemy who dell --at 2014
  frenemy who \"tập đoàn microsoft\" --lang vi
  frenemy who openai --stance coopetition --format csv")]
pub(super) struct WhoArgs {
    /// Company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: String,
    /// Only counterparties in this stance
    #[arg(long, value_name = "STANCE", value_parser = stances())]
    stance: Option<Zone>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

fn stances() -> impl TypedValueParser<Value = Zone> {
    PossibleValuesParser::new(
        [
            Zone::Coopetition,
            Zone::Sequential,
            Zone::Cooperation,
            Zone::Competition,
        ]
        .map(Zone::name),
    )
    .map(|name| {
        Zone::ALL
            .iter()
            .copied()
            .find(|zone| zone.name() == name)
            .unwrap_or(Zone::None)
    })
}

impl WhoArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let company = company(model, &self.company)?;
        let scope = self.scope.scope(model)?;
        let graph = Graph::new(model, scope.known);
        let view = View {
            graph: &graph,
            scope: &scope,
        };
        let answer = who::who(&view, company, self.stance);
        self.output.write(
            global,
            || who::table(&view, &answer, global.lang()),
            || who::wire(&view, &answer),
        )?;
        Ok(if answer.is_empty() {
            Exit::Nothing
        } else {
            Exit::Answered
        })
    }
}
