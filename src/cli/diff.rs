use std::path::PathBuf;

use anyhow::bail;
use clap::Args;

use super::ask_company::company;
use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::derived::Knowledge;
use crate::judge::{Asked, Scope, View};
use crate::query::diff;
use crate::values::PartialDate;

/// Show what began, ended, turned or was learned between two dates, or what changed between two data sets
///
/// --from and --to compare two dates: what happened. --known-from and --known-to compare two states of knowledge about one
/// date: what was learned. --against compares the data of --data (or the built-in set) with another directory.
/// Exit codes: 0 there are differences, 1 there is none.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy diff --from 2019 --to 2024 openai
  frenemy diff --known-from 2023 --known-to 2025 --at 2022 microsoft
  frenemy diff --from 2015 --to 2025 microsoft --firm --format json")]
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
    /// Compare with the data in this directory; repeatable, later ones are laid over earlier ones
    #[arg(long, value_name = "PATH", conflicts_with_all = ["company", "from", "to", "at", "known_from", "known_to"])]
    against: Vec<PathBuf>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl DiffArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        if !self.against.is_empty() {
            let other = data::dataset_of(global, &self.against)?;
            let answer = diff::data_diff(model, other.model());
            return self.output.answer(
                global,
                !answer.is_empty(),
                || diff::data_table(&answer, global.lang()),
                || diff::data_wire(&answer),
            );
        }
        let only = self.company.as_deref().map(|name| company(model, name)).transpose()?;
        let (from, to) = self.sides(self.scope.scope(model)?)?;
        let (before, after) = (data::graph(model, from.known), data::graph(model, to.known));
        let (from, to) = (
            View {
                graph: &before,
                scope: &from,
            },
            View {
                graph: &after,
                scope: &to,
            },
        );
        let answer = diff::diff(&from, &to, only);
        self.output.answer(
            global,
            !answer.is_empty(),
            || diff::table(&from, &to, &answer, global.lang()),
            || diff::wire(&from, &to, &answer),
        )
    }

    /// The scopes of the two views.
    fn sides(&self, scope: Scope) -> anyhow::Result<(Scope, Scope)> {
        let (at, then) = match scope.asked {
            Asked::Between(from, to) => (Asked::At(from), Asked::At(to)),
            Asked::At(_) if self.known_from.is_none() && self.known_to.is_none() => {
                bail!("two sides are needed: --from and --to, --known-from and --known-to, or --against")
            }
            at => (at, at),
        };
        let known = |date: Option<PartialDate>| match date {
            Some(date) => Knowledge(Some(date.last())),
            None => scope.known,
        };
        let (first, second) = (known(self.known_from), known(self.known_to));
        if let (Some(before), Some(after)) = (first.0, second.0)
            && after < before
        {
            bail!("--known-from lies after --known-to; exchange them");
        }
        let side = |asked, known| Scope {
            asked,
            known,
            ..scope.clone()
        };
        Ok((side(at, first), side(then, second)))
    }
}
