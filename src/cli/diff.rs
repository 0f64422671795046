use std::path::PathBuf;

use clap::Args;

use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use crate::query::{Request, diff};
use crate::values::PartialDate;

/// --from and --to: what happened after the one date and by the other, and apart from it what may have. --known-from and
/// --known-to compare two states of knowledge about one date: what was learned. --against says what another directory has
/// added to the data of --data (or to the built-in set), removed and changed.
/// Exit codes: 0 there are differences, 1 there is none.
#[derive(Debug, Args)]
#[command(after_help = "  frenemy diff --data old --against new --format json")]
pub(super) struct DiffArgs {
    /// Only what concerns this company and what belongs to it
    #[arg(value_name = "COMPANY")]
    company: Option<String>,
    /// Compare what was published by this date ...
    #[arg(long, value_name = "DATE", conflicts_with = "known_at")]
    known_from: Option<PartialDate>,
    /// ... with what was published by this one [default: everything]
    #[arg(long, value_name = "DATE", conflicts_with = "known_at")]
    known_to: Option<PartialDate>,
    /// The newer data, in this directory; repeatable, later ones are laid over earlier ones
    #[arg(long, value_name = "PATH", conflicts_with_all = ["company", "from", "to", "at", "known_from", "known_to"])]
    against: Vec<PathBuf>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl DiffArgs {
    /// Whether two data sets are compared, which is no question to one of them.
    pub(super) const fn is_of_data(&self) -> bool {
        !self.against.is_empty()
    }

    /// Compares two data sets.
    pub(super) fn of_data(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let other = data::dataset_of(global, &self.against)?;
        let answer = diff::data_diff(data::dataset(global)?.model(), other.model());
        other.intact()?;
        self.output.write_other(
            global,
            || diff::data_table(&answer, global.lang()),
            || diff::data_wire(&answer),
        )?;
        Ok(if answer.is_empty() {
            Exit::Nothing
        } else {
            Exit::Answered
        })
    }
}

impl Asks for DiffArgs {
    fn request(&self) -> Request {
        diff::Request {
            company: self.company.clone(),
            known_from: self.known_from,
            known_to: self.known_to,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
