//! The scope flags that every question shares.

use clap::Args;

use super::words::words;
use crate::request::ScopeRequest;
use crate::values::PartialDate;
use crate::vocab::{Confidence, KindName, RivalryFrom};

// What part of the data a question is about; a doc comment would become the help of commands that have none of their own.
#[derive(Debug, Args)]
#[command(next_help_heading = "Scope")]
pub(super) struct ScopeArgs {
    /// Ask about this date: YYYY, YYYY-MM (the whole span) or YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE", conflicts_with_all = ["from", "to"])]
    at: Option<PartialDate>,
    /// Ask about a window, from the first day of this date
    #[arg(long, value_name = "DATE", requires = "to")]
    from: Option<PartialDate>,
    /// Ask about a window, to the last day of this date
    #[arg(long, value_name = "DATE", requires = "from")]
    to: Option<PartialDate>,
    /// Only what was published by this date
    #[arg(long, value_name = "DATE")]
    known_at: Option<PartialDate>,
    /// Days before its first evidence for which a tie may hold whose start nobody knows [default: 365]
    #[arg(long, value_name = "DAYS")]
    presume_before: Option<u32>,
    /// Days after its last evidence from which a tie without known end is presumed [default: five years for a state, three
    /// for a term]
    #[arg(long, value_name = "DAYS")]
    presume_after: Option<u32>,
    /// Only relations of this kind; repeatable
    #[arg(long, value_name = "KIND", value_parser = words::<KindName>(KindName::all()))]
    kind: Vec<KindName>,
    /// No relations of this kind; repeatable
    #[arg(long, value_name = "KIND", value_parser = words::<KindName>(KindName::all()))]
    except_kind: Vec<KindName>,
    /// Only what concerns this market or a narrower one: its id or name
    #[arg(long, value_name = "MARKET")]
    market: Option<String>,
    /// Only relations of this case: its id or title
    #[arg(long, value_name = "CASE")]
    case: Option<String>,
    /// Only records of at least this grade
    #[arg(long, value_name = "GRADE", value_parser = words::<Confidence>(grades()))]
    min_confidence: Option<Confidence>,
    /// Only firm ties: none maybe, presumed, announced only, rumoured or disputed
    #[arg(long)]
    firm: bool,
    /// Companies stand for themselves, not for their groups
    #[arg(long)]
    no_group: bool,
    /// From when on a rivalry counts: since both were in the market, or since somebody first named it [default: present]
    #[arg(long, value_name = "WHICH", value_parser = words::<RivalryFrom>(starts()))]
    rivalry_from: Option<RivalryFrom>,
}

/// The best first.
fn grades() -> [&'static str; 3] {
    [Confidence::Confirmed, Confidence::Reported, Confidence::Claimed].map(Confidence::name)
}

fn starts() -> [&'static str; 2] {
    [RivalryFrom::Present, RivalryFrom::Named].map(RivalryFrom::name)
}

impl ScopeArgs {
    /// The scope of a request.
    pub(super) fn request(&self) -> ScopeRequest {
        ScopeRequest {
            at: self.at,
            from: self.from,
            to: self.to,
            known_at: self.known_at,
            presume_before: self.presume_before,
            presume_after: self.presume_after,
            kind: self.kind.clone(),
            except_kind: self.except_kind.clone(),
            market: self.market.clone(),
            case: self.case.clone(),
            min_confidence: self.min_confidence,
            firm: self.firm,
            no_group: self.no_group,
            rivalry_from: self.rivalry_from.unwrap_or_default(),
        }
    }
}
