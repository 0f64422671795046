use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, depends};

/// For technology, supply, capital, channels to customers, and customers that are a recorded part of sales. Marks what
/// makes it a risk: only one such source recorded, exclusivity, promised sums, concentration. Options, guarantees and
/// cross-licences are no dependence. Each company's own sources are shown once; cycles are cut and marked.
#[derive(Debug, Args)]
pub(super) struct DependsArgs {
    /// Company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: String,
    /// Who depends on it, and so would be hit
    #[arg(long)]
    reverse: bool,
    /// How many levels [default: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=10))]
    depth: Option<u8>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for DependsArgs {
    fn request(&self) -> Request {
        depends::Request {
            company: self.company.clone(),
            reverse: self.reverse,
            depth: self.depth,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
