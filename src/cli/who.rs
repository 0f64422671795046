use std::collections::BTreeSet;

use clap::builder::PossibleValuesParser;
use clap::{Args, builder::TypedValueParser};

use super::ask_company::company;
use super::context::GlobalArgs;
use super::data;
use super::exit::Exit;
use super::output::OutputArgs;
use super::scope::ScopeArgs;
use crate::query::{gaps, who};
use crate::vocab::{KINDS, Side, Words, Zone};

/// Show who competes and cooperates with a company
///
/// Coopetition first, then cooperation, competition and conflict; for each counterparty its ties with their terms, dates
/// and support. The company stands for itself and for what belonged to it at the time; counterparties are rolled up to
/// the group they belonged to.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy who microsoft
  frenemy who dell --at 2014
  frenemy who \"tập đoàn microsoft\" --lang vi
  frenemy who openai --stance coopetition --format csv
  frenemy who openai --kind investment --role company
  frenemy who microsoft --same-market
  frenemy who microsoft --gaps")]
pub(super) struct WhoArgs {
    /// Company: its id, name, former name, alias or ticker
    #[arg(value_name = "COMPANY")]
    company: String,
    /// Only counterparties in this stance
    #[arg(long, value_name = "STANCE", value_parser = stances())]
    stance: Option<Zone>,
    /// Only ties of this side
    #[arg(long, value_name = "SIDE", value_parser = sides())]
    side: Option<Side>,
    /// Only ties in which the company has this role, such as `investors` or `customer`; repeatable
    #[arg(long, value_name = "ROLE", value_parser = roles())]
    role: Vec<String>,
    /// List, apart, companies with products in one market though nobody is recorded to say that they compete there
    #[arg(long)]
    same_market: bool,
    /// Show instead what is not known: sides that nobody searched, filings to read next
    #[arg(long, conflicts_with_all = ["stance", "side", "role", "same_market"])]
    gaps: bool,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    output: OutputArgs,
}

fn stances() -> impl TypedValueParser<Value = Zone> {
    PossibleValuesParser::new(
        [
            Zone::Coopetition,
            Zone::Sequential,
            Zone::Cooperation,
            Zone::Competition,
        ]
        .map(Zone::name),
    )
    .map(|name| {
        Zone::ALL
            .iter()
            .copied()
            .find(|zone| zone.name() == name)
            .unwrap_or(Zone::None)
    })
}

const SIDES: [(&str, Side); 4] = [
    ("cooperation", Side::Cooperation),
    ("competition", Side::Competition),
    ("conflict", Side::Conflict),
    ("neutral", Side::Neutral),
];

fn sides() -> impl TypedValueParser<Value = Side> {
    PossibleValuesParser::new(SIDES.map(|(name, _)| name)).map(|name| {
        let found = SIDES.into_iter().find(|(known, _)| *known == name);
        found.map_or(Side::Neutral, |(_, side)| side)
    })
}

/// Every role of every kind; what a kind calls its roles is shown by `frenemy show KIND`.
fn roles() -> impl TypedValueParser<Value = String> {
    let roles = KINDS.iter().flat_map(|kind| kind.roles.iter().map(|role| role.name));
    PossibleValuesParser::new(roles.collect::<BTreeSet<_>>())
}

impl WhoArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let company = company(model, &self.company)?;
        let ground = self.scope.ground(model)?;
        let view = ground.view();
        let lang = global.lang();
        if self.gaps {
            let answer = gaps::gaps(&view, company);
            return self.output.answer(
                global,
                !answer.is_empty(),
                || gaps::table(&view, &answer, lang),
                || gaps::wire(&view, &answer),
            );
        }
        let wanted = who::Wanted {
            stance: self.stance,
            side: self.side,
            roles: self.role.clone(),
            same_market: self.same_market,
        };
        let answer = who::who(&view, company, &wanted);
        self.output.answer(
            global,
            !answer.is_empty(),
            || who::table(&view, &answer, lang),
            || who::wire(&view, &answer),
        )
    }
}
