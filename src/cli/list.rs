use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use super::words::words;
use crate::query::{Request, list};

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// What to list
    #[arg(value_name = "WHAT", value_parser = words::<list::Of>(list::Of::ALL.map(list::Of::name)))]
    of: list::Of,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for ListArgs {
    fn request(&self) -> Request {
        list::Request {
            of: self.of,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
