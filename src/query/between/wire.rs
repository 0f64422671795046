//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::dimension_wire::{DimensionsWire, dimensions};
use super::{Between, Common, Settled};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::disagreements::{Disagreement, Why};
use crate::judge::phases::Phase;
use crate::judge::sums::Ledger;
use crate::model::{Citation, CompanyId, RecordId};
use crate::request::Told;
use crate::tell::closer::CloserWire;
use crate::tell::intention::IntentionWire;
use crate::tell::market::SharedWire;
use crate::tell::money_wire::MoneyWire;
use crate::tell::sums::TotalWire;
use crate::tell::uncounted::UncountedWire;
use crate::tell::wire::{BoundaryWire, ParentWire, TextWire, TieWire};
use crate::values::{Day, PartialDate, Text};
use crate::vocab::Zone;

/// The answer as JSON, `frenemy/between/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The first company, from which relations are told.
    pub a: CompanyWire,
    /// The second company.
    pub b: CompanyWire,
    /// The stance within the asked time.
    pub stance: StanceWire,
    /// The history up to the asked time.
    pub phases: Vec<PhaseWire>,
    /// The relations up to the asked time; `holds` is `no` where one does not hold within it.
    pub relations: Vec<TieWire>,
    /// What the amounts of the relations that count come to.
    pub sums: Vec<TotalWire>,
    /// What the two intended, the other company being `b`; no tie.
    pub intentions: Vec<IntentionWire>,
    /// Relations that do not count.
    pub not_counted: Vec<UncountedWire>,
    /// With `full`: relations first seen so late that nothing is known of them at the asked time; they count for nothing.
    /// `null` where they were not asked for.
    pub not_known: Option<Vec<TieWire>>,
    /// Deals both are party to.
    pub deals: Vec<RecordWire>,
    /// Events about both.
    pub events: Vec<RecordWire>,
    /// Quotes about both.
    pub quotes: Vec<QuoteWire>,
    /// Claims about both.
    pub claims: Vec<RecordWire>,
    /// Companies tied to both.
    pub indirect: Vec<IndirectWire>,
    /// Markets in which both have products and no competition of the two is recorded; counted nowhere.
    pub same_market: Vec<SharedWire>,
    /// Dimensions after the literature, of the asked time.
    pub dimensions: DimensionsWire,
    /// Where records or their sources disagree.
    pub disagreements: Vec<DisagreementWire>,
    /// Claims and events of which not all can be so.
    pub statements: Vec<StatementsWire>,
}

impl Told for Answer {
    const NAME: &'static str = "between";
}

/// A company of the pair.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CompanyWire {
    /// Its id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// Companies it belongs to, the nearest first.
    pub part_of: Vec<ParentWire>,
}

/// A stance.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct StanceWire {
    /// The stance.
    pub stance: Zone,
    /// `yes`, `maybe`, `presumed`, or `no` where there is none.
    pub holds: Presence,
    /// The stance that firm ties alone give.
    pub firm: Zone,
    /// Of a coopetition: what remains of it without trade, and where cooperation and competition meet; `null` for other stances.
    pub closer: Option<CloserWire>,
}

/// A time in which one stance holds.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PhaseWire {
    /// The stance.
    pub stance: Zone,
    /// How it began.
    pub from: BoundaryWire,
    /// From which day on it rests on presumed ties.
    pub presumed_from: Option<String>,
    /// Times within it when it may have been otherwise.
    pub doubts: Vec<DoubtWire>,
}

/// A time when a phase may have been otherwise.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DoubtWire {
    /// The first day.
    pub from: Option<String>,
    /// The first day without doubt again.
    pub until: Option<String>,
}

/// A deal, event or claim.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct RecordWire {
    /// Its id.
    pub id: String,
    /// Its date.
    pub date: Option<String>,
    /// What it says, by language.
    #[schemars(with = "TextWire")]
    pub text: Text,
    /// Who says so, of a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What a deal is said to be worth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<MoneyWire>,
    /// The records that refute it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refuted_by: Vec<String>,
    /// Its sources' ids.
    pub sources: Vec<String>,
}

/// A quote.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct QuoteWire {
    /// Its id.
    pub id: String,
    /// Its date.
    pub date: Option<String>,
    /// Who said it.
    pub speaker: String,
    /// The speaker's company.
    pub company: Option<String>,
    /// The words, by language.
    #[schemars(with = "TextWire")]
    pub text: Text,
    /// How near they are to the source.
    pub wording: Option<&'static str>,
    /// Its sources' ids.
    pub sources: Vec<String>,
}

/// Companies that are the same to both.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct IndirectWire {
    /// What they are to both.
    pub common: Common,
    /// The companies, by name.
    pub companies: Vec<IndirectCompany>,
}

/// A company tied to both.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct IndirectCompany {
    /// Its id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// The relations that make it so.
    pub relations: Vec<String>,
}

/// Something on which records or their sources disagree.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[serde(tag = "on", rename_all = "snake_case")]
pub enum DisagreementWire {
    /// One field of a relation.
    Field {
        /// The relation.
        relation: String,
        /// The field.
        field: String,
        /// What else is said.
        #[schemars(with = "TextWire")]
        value: Text,
        /// Who says so.
        sources: Vec<String>,
    },
    /// Relations that cannot all be so.
    Relations {
        /// The one that counts.
        counts: String,
        /// Why.
        why: Why,
        /// The others.
        others: Vec<String>,
    },
    /// A relation that a claim disputes.
    Claim {
        /// The claim.
        claim: String,
        /// The relation.
        relation: String,
    },
}

/// Claims and events of which not all can be so.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct StatementsWire {
    /// What is best supported, or shows the others to be wrong; where nothing is, the first.
    pub best: Vec<String>,
    /// How it stands to the others.
    pub settled: Settled,
    /// The others.
    pub others: Vec<String>,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Between) -> Answer {
    let ledger = found.ledger(view);
    Answer {
        a: company(view, found.a, &found.parents[0]),
        b: company(view, found.b, &found.parents[1]),
        stance: StanceWire {
            stance: found.stance.zone,
            holds: found.stance.presence,
            firm: found.firm,
            closer: found.closer.as_ref().map(|closer| CloserWire::of(view, closer)),
        },
        phases: found.phases.iter().map(|found| phase(view, found)).collect(),
        relations: found.ties.iter().map(|tie| TieWire::of(view, &ledger, tie)).collect(),
        sums: TotalWire::all(view, &ledger),
        intentions: found
            .intentions
            .iter()
            .map(|intended| IntentionWire::of(view, &ledger, intended))
            .collect(),
        not_counted: found
            .uncounted
            .iter()
            .map(|found| UncountedWire::of(view, &ledger, found))
            .collect(),
        not_known: found.not_known.as_ref().map(|ties| {
            let ledger = Ledger::of(view, ties);
            ties.iter().map(|tie| TieWire::of(view, &ledger, tie)).collect()
        }),
        deals: deals(view, found),
        events: events(view, found),
        quotes: quotes(view, found),
        claims: claims(view, found),
        indirect: found.indirect.iter().map(|group| indirect(view, group)).collect(),
        same_market: found
            .same_market
            .iter()
            .map(|shared| SharedWire::of(view, shared))
            .collect(),
        dimensions: dimensions(view, found),
        disagreements: found
            .disagreements
            .iter()
            .map(|found| disagreement(view, found))
            .collect(),
        statements: found
            .statements
            .iter()
            .map(|found| StatementsWire {
                best: records(view, &found.best),
                settled: found.settled,
                others: records(view, &found.others),
            })
            .collect(),
    }
}

fn company(view: &View<'_>, id: CompanyId, parents: &[(CompanyId, Presence)]) -> CompanyWire {
    CompanyWire {
        company: view.model()[id].id.to_string(),
        name: view.graph.name(id).to_owned(),
        part_of: ParentWire::all(view.model(), parents),
    }
}

fn phase(view: &View<'_>, phase: &Phase) -> PhaseWire {
    let day = |day: Day| day.to_date().map(|_| day.to_string());
    let doubts = phase.doubts.iter().map(|(from, until)| DoubtWire {
        from: day(*from),
        until: day(*until),
    });
    PhaseWire {
        stance: phase.zone,
        from: BoundaryWire::of(view, &phase.from),
        presumed_from: phase.presumed_from.and_then(day),
        doubts: doubts.collect(),
    }
}

fn records(view: &View<'_>, ids: &[RecordId]) -> Vec<String> {
    ids.iter().map(|id| id.id(view.model()).to_owned()).collect()
}

/// The ids of the sources that were known, each once.
fn sources<'v>(view: &View<'v>, citations: &'v [Citation]) -> Vec<String> {
    let known = view.graph.cited(citations).sources();
    known.into_iter().map(|id| view.model()[id].id.to_string()).collect()
}

fn date(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn deals(view: &View<'_>, found: &Between) -> Vec<RecordWire> {
    let deals = found.deals.iter().map(|id| {
        let deal = &view.model()[*id];
        RecordWire {
            id: deal.id.to_string(),
            date: date(view.graph.known().deal(view.model(), deal).from),
            text: deal.title.clone(),
            by: None,
            amount: deal.amount.map(MoneyWire::of),
            refuted_by: Vec::new(),
            sources: sources(view, &deal.sources),
        }
    });
    deals.collect()
}

fn events(view: &View<'_>, found: &Between) -> Vec<RecordWire> {
    let events = found.events.iter().map(|id| {
        let event = &view.model()[*id];
        RecordWire {
            id: event.id.to_string(),
            date: date(Some(event.date)),
            text: event.title.clone(),
            by: None,
            amount: None,
            refuted_by: records(view, &event.refuted_by),
            sources: sources(view, &event.sources),
        }
    });
    events.collect()
}

fn quotes(view: &View<'_>, found: &Between) -> Vec<QuoteWire> {
    let quotes = found.quotes.iter().map(|id| {
        let quote = &view.model()[*id];
        QuoteWire {
            id: quote.id.to_string(),
            date: date(quote.date),
            speaker: quote.speaker.to_string(),
            company: quote.company.map(|id| view.model()[id].id.to_string()),
            text: quote.text.clone(),
            wording: quote.wording.map(crate::vocab::Wording::name),
            sources: sources(view, &quote.sources),
        }
    });
    quotes.collect()
}

fn claims(view: &View<'_>, found: &Between) -> Vec<RecordWire> {
    let claims = found.claims.iter().map(|id| {
        let claim = &view.model()[*id];
        RecordWire {
            id: claim.id.to_string(),
            date: date(claim.date),
            text: claim.text.clone(),
            by: claim.by.clone().map(String::from),
            amount: None,
            refuted_by: records(view, &claim.refuted_by),
            sources: sources(view, &claim.sources),
        }
    });
    claims.collect()
}

fn indirect(view: &View<'_>, group: &super::Indirect) -> IndirectWire {
    let model = view.model();
    let companies = group.companies.iter().map(|(id, relations)| IndirectCompany {
        company: model[*id].id.to_string(),
        name: view.graph.name(*id).to_owned(),
        relations: relations.iter().map(|id| model[*id].id.to_string()).collect(),
    });
    IndirectWire {
        common: group.common,
        companies: companies.collect(),
    }
}

fn disagreement(view: &View<'_>, found: &Disagreement) -> DisagreementWire {
    let model = view.model();
    match found {
        Disagreement::Field { relation, report } => {
            let other = &model[*relation].reported_otherwise[*report];
            DisagreementWire::Field {
                relation: model[*relation].id.to_string(),
                field: other.field.to_string(),
                value: other.value.clone(),
                sources: sources(view, &other.sources),
            }
        }
        Disagreement::Relations { counts, why, others } => DisagreementWire::Relations {
            counts: model[*counts].id.to_string(),
            why: *why,
            others: others.iter().map(|id| model[*id].id.to_string()).collect(),
        },
        Disagreement::Claim { claim, relation } => DisagreementWire::Claim {
            claim: model[*claim].id.to_string(),
            relation: model[*relation].id.to_string(),
        },
    }
}
