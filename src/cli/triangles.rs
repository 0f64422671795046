use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, triangles};

/// Weak balance (Davis 1967) by default: a triangle is tense when exactly one of its ties is competition. Pairs that both
/// cooperate and compete are ambivalent, fit no rule of balance and are counted apart.
#[derive(Debug, Args)]
pub(super) struct TrianglesArgs {
    /// Only triangles with this company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: Option<String>,
    /// Classic balance (Cartwright and Harary 1956): three competitions are tense too
    #[arg(long)]
    classic: bool,
    /// List balanced and ambivalent triangles too; JSON always has them
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for TrianglesArgs {
    fn request(&self) -> Request {
        triangles::Request {
            company: self.company.clone(),
            classic: self.classic,
            all: self.all,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
