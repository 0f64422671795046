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
    /// List, apart, ties first seen so long after the asked time that nothing is known of them then; tell which side prevails
    /// and the type after Luo, which count our records
    #[arg(long)]
    full: bool,
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
            full: self.full,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
