use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, why};

/// For a relation: which rule gives its start, its end, its grade and whether it counts. For two companies: which overlap
/// makes their stance, on which days, and what it rests on.
#[derive(Debug, Args)]
pub(super) struct WhyArgs {
    /// A relation's id, or a company by any of its names
    #[arg(value_name = "RELATION|COMPANY")]
    subject: String,
    /// The other company
    #[arg(value_name = "COMPANY")]
    other: Option<String>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for WhyArgs {
    fn request(&self) -> Request {
        why::Request {
            subject: self.subject.clone(),
            other: self.other.clone(),
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
