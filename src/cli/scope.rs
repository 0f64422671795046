//! The scope flags that every question shares.

use anyhow::bail;
use clap::Args;
use clap::builder::PossibleValuesParser;

use super::context::today_date;
use super::data;
use super::exit::NotFound;
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::{Asked, Scope, View};
use crate::model::{CaseId, MarketId, Model};
use crate::values::PartialDate;
use crate::vocab::{Confidence, KINDS, Words, kind};

/// What part of the data a question is about.
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
    /// Only relations of this kind; repeatable
    #[arg(long, value_name = "KIND", value_parser = kind_names())]
    kind: Vec<String>,
    /// No relations of this kind; repeatable
    #[arg(long, value_name = "KIND", value_parser = kind_names())]
    except_kind: Vec<String>,
    /// Only what concerns this market or a narrower one
    #[arg(long, value_name = "ID")]
    market: Option<String>,
    /// Only relations of this case
    #[arg(long, value_name = "ID")]
    case: Option<String>,
    /// Only records of at least this grade
    #[arg(long, value_name = "GRADE", value_parser = grade_names())]
    min_confidence: Option<String>,
    /// Only firm ties: none presumed, announced only, rumoured or disputed
    #[arg(long)]
    firm: bool,
    /// Companies stand for themselves, not for their groups
    #[arg(long)]
    no_group: bool,
}

fn kind_names() -> PossibleValuesParser {
    KINDS.iter().map(|kind| kind.name).into()
}

fn grade_names() -> PossibleValuesParser {
    [Confidence::Confirmed, Confidence::Reported, Confidence::Claimed]
        .map(Confidence::name)
        .into()
}

/// What a question is asked of: the graph of the data as they were known, and the scope.
pub(super) struct Ground<'m> {
    graph: Graph<'m>,
    scope: Scope,
}

impl Ground<'_> {
    /// The graph seen through the scope.
    pub(super) const fn view(&self) -> View<'_> {
        View {
            graph: &self.graph,
            scope: &self.scope,
        }
    }
}

impl ScopeArgs {
    /// What a question with these flags is asked of.
    pub(super) fn ground<'m>(&self, model: &'m Model) -> anyhow::Result<Ground<'m>> {
        let scope = self.scope(model)?;
        Ok(Ground {
            graph: data::graph(model, scope.known),
            scope,
        })
    }

    /// The scope over a model.
    pub(super) fn scope(&self, model: &Model) -> anyhow::Result<Scope> {
        Ok(Scope {
            asked: self.asked()?,
            known: Knowledge(self.known_at.map(PartialDate::last)),
            kinds: self.kind.iter().filter_map(|name| kind(name)).collect(),
            except_kinds: self.except_kind.iter().filter_map(|name| kind(name)).collect(),
            market: self.market.as_deref().map(|id| market(model, id)).transpose()?,
            case: self.case.as_deref().map(|id| case(model, id)).transpose()?,
            min_confidence: self
                .min_confidence
                .as_deref()
                .and_then(|name| Confidence::ALL.iter().copied().find(|grade| grade.name() == name)),
            firm: self.firm,
            group: !self.no_group,
        })
    }

    /// The date, where one was given, and what was known: all that questions about contracts take.
    ///
    /// # Errors
    /// When something else was given.
    pub(super) fn contract(&self) -> anyhow::Result<(Option<Asked>, Knowledge)> {
        let others = [
            (self.from.is_some(), "--from and --to"),
            (!self.kind.is_empty(), "--kind"),
            (!self.except_kind.is_empty(), "--except-kind"),
            (self.market.is_some(), "--market"),
            (self.case.is_some(), "--case"),
            (self.min_confidence.is_some(), "--min-confidence"),
            (self.firm, "--firm"),
            (self.no_group, "--no-group"),
        ];
        if let Some((_, flag)) = others.iter().find(|(given, _)| *given) {
            bail!("{flag} does not go with a deal; --at and --known-at do");
        }
        let known = Knowledge(self.known_at.map(PartialDate::last));
        Ok((self.at.map(Asked::At), known))
    }

    fn asked(&self) -> anyhow::Result<Asked> {
        match (self.at, self.from, self.to) {
            (_, Some(from), Some(to)) if to.last() < from.first() => {
                bail!("--from {from} lies after --to {to}; exchange them")
            }
            (_, Some(from), Some(to)) => Ok(Asked::Between(from, to)),
            (Some(date), _, _) => Ok(Asked::At(date)),
            _ => Ok(Asked::At(today_date()?)),
        }
    }
}

fn market(model: &Model, id: &str) -> anyhow::Result<MarketId> {
    let at = model.markets.iter().position(|market| market.id == id);
    at.map(MarketId::from).ok_or_else(|| {
        let near = nearest(id, model.markets.iter().map(|market| market.id.as_str()));
        NotFound(format!(
            "no market has the id `{id}`{near}; `frenemy list markets` shows all"
        ))
        .into()
    })
}

fn case(model: &Model, id: &str) -> anyhow::Result<CaseId> {
    let at = model.cases.iter().position(|case| case.id == id);
    at.map(CaseId::from).ok_or_else(|| {
        let near = nearest(id, model.cases.iter().map(|case| case.id.as_str()));
        NotFound(format!(
            "no case has the id `{id}`{near}; `frenemy list cases` shows all"
        ))
        .into()
    })
}

/// ", did you mean `x`?" for the most similar of some ids, where one is similar at all.
pub(super) fn nearest<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> String {
    known
        .map(|id| (strsim::jaro_winkler(wanted, id), id))
        .filter(|(score, _)| *score >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, id)| format!(", did you mean `{id}`?"))
        .unwrap_or_default()
}
