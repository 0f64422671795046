use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, owners};

/// From stakes, purchases, joint ventures and declared parents, as one list over time: what a later record replaced, what
/// others took over and what was sold is over. The whole first, then the greatest shares, then parts of unknown size.
#[derive(Debug, Args)]
pub(super) struct OwnersArgs {
    /// Company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: String,
    /// What it owns, instead of who owns it
    #[arg(long)]
    reverse: bool,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for OwnersArgs {
    fn request(&self) -> Request {
        owners::Request {
            company: self.company.clone(),
            reverse: self.reverse,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
