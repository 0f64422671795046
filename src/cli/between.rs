use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, between};

/// The phases say since when the two cooperate, compete or both, and what made each turn.
#[derive(Debug, Args)]
pub(super) struct BetweenArgs {
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

impl Asks for BetweenArgs {
    fn request(&self) -> Request {
        between::Request {
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
