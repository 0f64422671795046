use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, timeline};

/// Events, deals, starts and ends of relations, and the turns of stances that they made. --at shows everything up to that
/// date, --from and --to what lies between. A date stands after all that was surely before it, and shows as it is known.
#[derive(Debug, Args)]
pub(super) struct TimelineArgs {
    /// A company by any of its names, or the id of a case
    #[arg(value_name = "COMPANY|CASE")]
    subject: String,
    /// A second company: what happened between the two
    #[arg(value_name = "COMPANY")]
    other: Option<String>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Asks for TimelineArgs {
    fn request(&self) -> Request {
        timeline::Request {
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
