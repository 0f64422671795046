use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, transitions};

/// The turns with the median length of what went before, the pairs that turned with their spells, and the recognition
/// lag: from when products meet until a company names the other. Spells that last still are marked, not guessed.
#[derive(Debug, Args)]
pub(super) struct TransitionsArgs {
    /// Only the pairs of this company
    #[arg(value_name = "COMPANY")]
    company: Option<String>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for TransitionsArgs {
    fn request(&self) -> Request {
        transitions::Request {
            company: self.company.clone(),
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
