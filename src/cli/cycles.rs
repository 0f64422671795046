use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use super::words::words;
use crate::query::{Request, cycles};

/// Every leg of a cycle holds on one common day within the asked time. Cycles in which capital comes back as orders stand
/// first. For each: since when all legs hold, whether ties beyond doubt close it or only cancelable, announced, presumed or
/// rumoured ones, the weakest leg, amounts by kind (unlike ones are never added) and which are missing.
///
/// With `--of holdings`: rings of companies of which each owns a part of the next, whatever was paid.
#[derive(Debug, Args)]
pub(super) struct CyclesArgs {
    /// Only cycles through this company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: Option<String>,
    /// What goes around [default: money]
    #[arg(long, value_name = "WHAT", value_parser = words::<cycles::Of>(cycles::Of::ALL.map(cycles::Of::name)))]
    of: Option<cycles::Of>,
    /// The most companies in a cycle [default: 4]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=12))]
    max_len: Option<u8>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for CyclesArgs {
    fn request(&self) -> Request {
        cycles::Request {
            company: self.company.clone(),
            of: self.of.unwrap_or_default(),
            max_len: self.max_len,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
