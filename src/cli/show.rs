use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, show};

/// A company by any of its names, or the id of a market, case, source, deal, product (company/product) or of a record of a
/// case (case/id); the name of a relation kind shows its fields.
#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// Id, or the name of a company
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for ShowArgs {
    fn request(&self) -> Request {
        show::Request {
            id: self.id.clone(),
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
