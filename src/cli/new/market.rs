use clap::Args;

use super::fill::FillArgs;
use super::place::Place;
use crate::authoring::Given;
use crate::cli::exit::NotFound;
use crate::syntax::{MARK, SectionRef};
use crate::values::suggest::did_you_mean;

/// Declare a market: a record in `markets.yaml`
#[derive(Debug, Args)]
#[command(after_help = "Example:
  frenemy new market electric-trucks --name \"Electric trucks\" --name-vi \"Xe tải điện\"")]
pub(super) struct MarketArgs {
    /// The id of the market
    id: String,
    /// Its name in English
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// Its name in Vietnamese
    #[arg(long, value_name = "TEXT")]
    name_vi: Option<String>,
    /// The market that contains it
    #[arg(long, value_name = "MARKET")]
    broader: Option<String>,
    #[command(flatten)]
    fill: FillArgs,
}

impl MarketArgs {
    pub(super) fn run(&self, place: &Place) -> anyhow::Result<()> {
        place.new_id(&self.id)?;
        let mut given = Given::default();
        given.line("id", &self.id);
        let name = |name: &Option<String>| name.clone().unwrap_or_else(|| MARK.to_owned());
        given.texts("name", vec![("en", name(&self.name)), ("vi", name(&self.name_vi))]);
        if let Some(broader) = &self.broader {
            let markets = &place.model().markets;
            if !markets.iter().any(|market| &*market.id == broader.as_str()) {
                let near = did_you_mean(broader, markets.iter().map(|market| &*market.id));
                let near = near.map_or_else(String::new, |near| format!("; {near}"));
                return Err(NotFound(format!("no market has the id `{broader}`{near} (nothing was written)")).into());
            }
            given.line("broader", broader);
        }
        let section = SectionRef::of("markets").ok_or_else(|| anyhow::anyhow!("no section `markets`"))?;
        self.fill.fill(&mut given, section, place)?;
        place.add(&place.path("markets.yaml"), section, &given, self.fill.full)?;
        place.next(&format!(
            "frenemy new relation competitive_overlap --case CASE --set market={}",
            self.id
        ))
    }
}
