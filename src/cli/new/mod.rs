//! Starting records: a template in the right file.

mod case;
mod company;
mod fill;
mod market;
mod place;
mod prompt;
mod relation;
mod source;

use clap::{Args, Subcommand};

use super::context::GlobalArgs;
use super::exit::Exit;
use place::Place;

/// Start a case, company, source, market or relation from a template
///
/// What is known is filled in, what is to be said is marked TODO, and `frenemy check` tells what belongs there. Files go
/// into the directory given with --data [default: ./data]; nothing that exists is overwritten. Several may run at once: each
/// waits for the one before.
#[derive(Debug, Args)]
#[command(
    arg_required_else_help = true,
    after_help = "Examples:
  frenemy new company \"Lucid Group\" --short Lucid --country US
  frenemy new case lucid-uber --about lucid,uber
  frenemy new source https://example.com/news --case lucid-uber --date 2025-07-17
  frenemy new relation supply --case lucid-uber"
)]
pub(super) struct NewArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Case(case::CaseArgs),
    Company(company::CompanyArgs),
    Source(source::SourceArgs),
    Market(market::MarketArgs),
    Relation(relation::RelationArgs),
}

impl NewArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        match &self.what {
            What::Case(args) => args.run(&Place::locked(global)?),
            What::Company(args) => args.run(&Place::locked(global)?),
            What::Source(args) => args.run(&Place::locked(global)?),
            What::Market(args) => args.run(&Place::locked(global)?),
            What::Relation(args) => args.run(global),
        }?;
        Ok(Exit::Answered)
    }
}
