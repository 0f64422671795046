use clap::Args;

use super::output::OutputArgs;
use super::question::Asks;
use super::scope::ScopeArgs;
use super::words::words;
use crate::query::{Request, gaps, who};
use crate::vocab::{RoleName, Side, Words, Zone};

/// Coopetition first, then cooperation, competition and conflict; for each counterparty its ties with their terms, dates
/// and support. The company stands for itself and for what belonged to it at the time; counterparties are rolled up to
/// the group they belonged to.
#[derive(Debug, Args)]
pub(super) struct WhoArgs {
    /// Company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: String,
    /// Only counterparties in this stance
    #[arg(long, value_name = "STANCE", value_parser = words::<Zone>(Zone::ALL.iter().map(|zone| zone.name())))]
    stance: Option<Zone>,
    /// Only ties of this side
    #[arg(long, value_name = "SIDE", value_parser = words::<Side>(SIDES))]
    side: Option<Side>,
    /// Only ties in which the company has this role, such as `investors` or `customer`; repeatable
    #[arg(long, value_name = "ROLE", value_parser = words::<RoleName>(RoleName::all()))]
    role: Vec<RoleName>,
    /// List, apart, companies with products in one market though nobody is recorded to say that they compete there
    #[arg(long)]
    same_market: bool,
    /// The same as `frenemy gaps COMPANY`
    #[arg(long, conflicts_with_all = ["stance", "side", "role", "same_market", "full"])]
    gaps: bool,
    /// List, apart, ties first seen so long after the asked time that nothing is known of them then
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const SIDES: [&str; 4] = ["cooperation", "competition", "conflict", "neutral"];

impl Asks for WhoArgs {
    fn request(&self) -> Request {
        if self.gaps {
            return gaps::Request {
                company: self.company.clone(),
                scope: self.scope.request(),
            }
            .into();
        }
        who::Request {
            company: self.company.clone(),
            stance: self.stance,
            side: self.side,
            role: self.role.clone(),
            same_market: self.same_market,
            full: self.full,
            scope: self.scope.request(),
        }
        .into()
    }

    fn output(&self) -> &OutputArgs {
        &self.output
    }
}
