use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use super::words::words;
use crate::query::{Request, shared};
use crate::vocab::RoleName;

/// For each company what it is to the one and to the other, since when it works with both, and with which of the two it
/// also competes. Those that compete come first. Both stand for their groups; a window may hold work with one after the
/// other, and the answer says so.
#[derive(Debug, Args)]
pub(super) struct SharedArgs {
    /// One company: its id, name, former name, alias or ticker
    #[arg(value_name = "A")]
    a: String,
    /// The other company
    #[arg(value_name = "B")]
    b: String,
    /// Only companies with this role to each of the two, such as `supplier` or `investors`; repeatable
    #[arg(long, value_name = "ROLE", value_parser = words::<RoleName>(RoleName::all()))]
    role: Vec<RoleName>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for SharedArgs {
    fn request(&self) -> Request {
        shared::Request {
            a: self.a.clone(),
            b: self.b.clone(),
            role: self.role.clone(),
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
