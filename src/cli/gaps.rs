use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, gaps};

/// Where cases say that somebody searched, which counterparties have one side only and no search for the other, and the
/// newest filings that records cite. It rests on what cases record of their searches, and says nothing of what exists.
#[derive(Debug, Args)]
pub(super) struct GapsArgs {
    /// Company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: String,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for GapsArgs {
    fn request(&self) -> Request {
        gaps::Request {
            company: self.company.clone(),
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
