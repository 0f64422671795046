use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use crate::query::{Request, waterfall};
use crate::values::PartialDate;

/// Profits are cumulative: all money that the deal has ever brought. They run through the tranches of the deal's
/// waterfall in order; the answer tells what each tranche pays to whom, how the next unit of money is split, and which
/// thresholds lie ahead. Where no source says at which sum a tranche ends, the answer stops, unless a sum is assumed.
#[derive(Debug, Args)]
pub(super) struct WaterfallArgs {
    /// Deal: its id, its title or a part of it
    #[arg(value_name = "DEAL")]
    deal: String,
    /// All profit so far; several with commas between them, repeatable
    ///
    /// A comma between two digits groups thousands (`USD 13,000,000` is one sum); put a space after any other. A sum
    /// without a currency has that of the sum before it.
    #[arg(long, value_name = "MONEY,...", required = true)]
    profit: Vec<String>,
    /// Assume what a holder gets in a tranche whose end nobody knows; repeatable
    #[arg(long, value_name = "HOLDER=MONEY")]
    assume: Vec<String>,
    /// The version of the deal that holds at this date: YYYY, YYYY-MM or YYYY-MM-DD [default: the deal as named]
    #[arg(long, value_name = "DATE", help_heading = "Scope")]
    at: Option<PartialDate>,
    /// Only what was published by this date
    #[arg(long, value_name = "DATE", help_heading = "Scope")]
    known_at: Option<PartialDate>,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for WaterfallArgs {
    fn request(&self) -> Request {
        waterfall::Request {
            deal: self.deal.clone(),
            profit: self.profit.clone(),
            assume: self.assume.clone(),
            at: self.at,
            known_at: self.known_at,
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
