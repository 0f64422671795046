use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, path};

/// Several ties between two companies are one step, which lists them. Competition and conflict are no connection unless
/// asked for with --competition or --kind. An unnamed class of firms (such as "PC makers") connects nobody.
#[derive(Debug, Args)]
pub(super) struct PathArgs {
    /// One company: its id, name, former name, alias or ticker
    #[arg(value_name = "A")]
    a: String,
    /// The other company
    #[arg(value_name = "B")]
    b: String,
    /// How many paths [default: 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=100))]
    k: Option<u16>,
    /// No path through this company; repeatable
    #[arg(long, value_name = "COMPANY")]
    avoid: Vec<String>,
    /// Count competition as a connection too
    #[arg(long)]
    competition: bool,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for PathArgs {
    fn request(&self) -> Request {
        path::Request {
            a: self.a.clone(),
            b: self.b.clone(),
            k: self.k,
            avoid: self.avoid.clone(),
            competition: self.competition,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
