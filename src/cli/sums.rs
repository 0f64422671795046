use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, sums};

/// What was paid, promised and so on, each sort, currency and direction a sum of its own; then every amount that is counted, and
/// every one that is in no sum, with the reason: a part of a total, the size of a round, only announced. `--kind investment`
/// keeps investments.
#[derive(Debug, Args)]
pub(super) struct SumsArgs {
    /// One company: its id, name, former name, alias or ticker
    #[arg(value_name = "A")]
    a: String,
    /// The other company
    #[arg(value_name = "B")]
    b: String,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for SumsArgs {
    fn request(&self) -> Request {
        sums::Request {
            a: self.a.clone(),
            b: self.b.clone(),
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
