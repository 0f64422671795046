//! `list companies|cases|markets|sources|relations|deals|due`: what is there.

mod request;
mod rows;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Presence;
use crate::judge::chosen::{Chosen, chosen};
use crate::judge::market::{MarketItem, markets};
use crate::judge::{Tally, View, listed};
use crate::model::{CaseId, CompanyId, DealId, Moment, RelationId, SourceId};
use crate::values::{Day, PartialDate};
use crate::vocab::{Confidence, Lasts};

pub use request::Request;
pub use table::table;
pub use wire::{Answer, CaseWire, CompanyWire, DealWire, ItemWire, MarketWire, RelationWire, SourceWire, wire};

/// What can be listed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Companies.
    Companies,
    /// Cases.
    Cases,
    /// Markets, as a tree.
    Markets,
    /// Sources.
    Sources,
    /// Relations.
    Relations,
    /// Deals.
    Deals,
    /// Relations that are due for another look: nobody has seen for years that they hold.
    Due,
}

impl Of {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 7] = [
        Self::Companies,
        Self::Cases,
        Self::Markets,
        Self::Sources,
        Self::Relations,
        Self::Deals,
        Self::Due,
    ];

    /// The word on the command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Companies => "companies",
            Self::Cases => "cases",
            Self::Markets => "markets",
            Self::Sources => "sources",
            Self::Relations => "relations",
            Self::Deals => "deals",
            Self::Due => "due",
        }
    }

    /// What `name` stands for.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.name() == name)
    }
}

/// A list, sorted by id; markets as a tree whose branches are sorted by id; what is due, the longest overdue first.
#[derive(Clone, Debug, PartialEq)]
pub enum Listing {
    /// Companies.
    Companies(Vec<CompanyItem>),
    /// Cases.
    Cases(Vec<CaseItem>),
    /// Markets.
    Markets(Vec<MarketItem>),
    /// Sources.
    Sources(Vec<SourceItem>),
    /// Relations.
    Relations(Vec<RelationItem>),
    /// Deals.
    Deals(Vec<DealItem>),
    /// Relations that are due for another look.
    Due(Vec<RelationItem>),
}

impl Listing {
    /// What is listed.
    #[must_use]
    pub const fn of(&self) -> Of {
        match self {
            Self::Companies(_) => Of::Companies,
            Self::Cases(_) => Of::Cases,
            Self::Markets(_) => Of::Markets,
            Self::Sources(_) => Of::Sources,
            Self::Relations(_) => Of::Relations,
            Self::Deals(_) => Of::Deals,
            Self::Due(_) => Of::Due,
        }
    }

    /// How many items there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self {
            Self::Companies(items) => items.len(),
            Self::Cases(items) => items.len(),
            Self::Markets(items) => items.len(),
            Self::Sources(items) => items.len(),
            Self::Relations(items) | Self::Due(items) => items.len(),
            Self::Deals(items) => items.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// How many relations a record has within a scope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that pass the filters, at whatever time.
    pub recorded: usize,
    /// Those of them that count and hold within the asked time, and how surely.
    pub holding: Tally,
}

impl Counts {
    fn add(&mut self, chosen: &Chosen) {
        self.recorded += 1;
        if chosen.holds() {
            self.holding.add(chosen.presence);
        }
    }
}

/// A company in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct CompanyItem {
    /// The company.
    pub company: CompanyId,
    /// Relations that it is party to.
    pub relations: Counts,
    /// Its parents within the asked time.
    pub part_of: Vec<(CompanyId, Presence)>,
}

/// A case in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseItem {
    /// The case.
    pub case: CaseId,
    /// Its relations, those it includes among them.
    pub relations: Counts,
    /// The earliest date of its relations and events.
    pub from: Option<PartialDate>,
    /// The latest date of its relations and events.
    pub to: Option<PartialDate>,
    /// Whether some relation of it holds within the asked time and has no known end.
    pub open: bool,
}

/// A source in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceItem {
    /// The source.
    pub source: SourceId,
    /// How many records cite it within the scope.
    pub records: usize,
}

/// A relation in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationItem {
    /// The relation, how it holds, and whether it counts.
    pub chosen: Chosen,
    /// Its grade.
    pub confidence: Option<Confidence>,
    /// Its known sources, each once.
    pub sources: Vec<SourceId>,
}

/// A deal in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct DealItem {
    /// The deal.
    pub deal: DealId,
    /// Relations that are part of it.
    pub relations: Counts,
}

/// Lists what there is of one sort within the scope.
///
/// A scope with filters other than time lists only records that have a relation in it. Relations are listed when they
/// hold within the asked time, those that do not count among them. Cost: linear in the records, times the depth of markets.
#[must_use]
pub fn list(view: &View<'_>, of: Of) -> Listing {
    let chosen = chosen(view);
    match of {
        Of::Companies => Listing::Companies(companies(view, &chosen)),
        Of::Cases => Listing::Cases(cases(view, &chosen)),
        Of::Markets => Listing::Markets(markets(view, &chosen)),
        Of::Sources => Listing::Sources(sources(view, &chosen)),
        Of::Relations => Listing::Relations(relations(view, &chosen)),
        Of::Deals => Listing::Deals(deals(view, &chosen)),
        Of::Due => Listing::Due(due(view, &chosen)),
    }
}

fn companies(view: &View<'_>, chosen: &[Chosen]) -> Vec<CompanyItem> {
    let model = view.model();
    let mut counts = vec![Counts::default(); model.companies.len()];
    for one in chosen {
        let parties: BTreeSet<CompanyId> = model[one.relation].parties.iter().map(|party| party.company).collect();
        for party in parties {
            counts[party.index()].add(one);
        }
    }
    let window = view.scope.asked.window();
    listed::companies(view, chosen)
        .into_iter()
        .map(|id| {
            let mut part_of: BTreeMap<CompanyId, Presence> = BTreeMap::new();
            for membership in view.graph.groups().parents(id) {
                let presence = Presence::of(&[membership.interval], Day::MAX, window);
                if presence > Presence::No {
                    let best = part_of.entry(membership.parent).or_insert(presence);
                    *best = presence.max(*best);
                }
            }
            CompanyItem {
                company: id,
                relations: counts[id.index()],
                part_of: part_of.into_iter().collect(),
            }
        })
        .collect()
}

fn cases(view: &View<'_>, chosen: &[Chosen]) -> Vec<CaseItem> {
    let model = view.model();
    let by_id: BTreeMap<RelationId, &Chosen> = chosen.iter().map(|one| (one.relation, one)).collect();
    let mut members: Vec<BTreeSet<RelationId>> = model
        .cases
        .iter()
        .map(|case| case.includes.iter().copied().collect())
        .collect();
    let mut dates: Vec<Vec<PartialDate>> = vec![Vec::new(); model.cases.len()];
    for (id, relation) in model.relations() {
        members[relation.case.index()].insert(id);
    }
    for event in &model.events {
        let date = view.graph.cited(&event.sources).happened(Some(event.date));
        dates[event.case.index()].extend(date);
    }
    let item = |case: CaseId| {
        let (members, mut dates) = (&members[case.index()], std::mem::take(&mut dates[case.index()]));
        let mut item = CaseItem {
            case,
            relations: Counts::default(),
            from: None,
            to: None,
            open: false,
        };
        for one in members.iter().filter_map(|id| by_id.get(id)) {
            item.relations.add(one);
            let known = view.graph.relation(one.relation);
            let ends = [known.since(), known.until()].into_iter().flatten();
            dates.extend(ends.filter_map(Moment::date));
            dates.extend(known.announced().into_iter().chain(known.observed()));
            let endless = known.until().is_none() && known.lasts() != Lasts::Point;
            item.open |= one.holds() && endless;
        }
        item.from = dates.iter().min().copied();
        item.to = dates.iter().max_by_key(|date| (date.last(), **date)).copied();
        item
    };
    listed::cases(view, chosen).into_iter().map(item).collect()
}

fn sources(view: &View<'_>, chosen: &[Chosen]) -> Vec<SourceItem> {
    let listed = listed::sources(view, chosen).into_iter();
    listed.map(|(source, records)| SourceItem { source, records }).collect()
}

fn relations(view: &View<'_>, chosen: &[Chosen]) -> Vec<RelationItem> {
    let model = view.model();
    let mut items: Vec<RelationItem> = chosen
        .iter()
        .filter(|one| one.presence > Presence::No)
        .map(|one| RelationItem {
            chosen: *one,
            confidence: view.graph.standings().confidence(one.relation),
            sources: view.graph.relation(one.relation).sources(),
        })
        .collect();
    items.sort_by(|a, b| model[a.chosen.relation].id.cmp(&model[b.chosen.relation].id));
    items
}

/// Relations that count and hold as presumed only, those first whose last evidence ran out first.
fn due(view: &View<'_>, chosen: &[Chosen]) -> Vec<RelationItem> {
    let mut items = relations(view, chosen);
    items.retain(|item| item.chosen.holds() && item.chosen.presence == Presence::Presumed);
    items.sort_by_key(|item| view.graph.span(item.chosen.relation).map(|span| span.presumed_from));
    items
}

fn deals(view: &View<'_>, chosen: &[Chosen]) -> Vec<DealItem> {
    let model = view.model();
    let mut counts = vec![Counts::default(); model.deals.len()];
    for one in chosen {
        if let Some(deal) = model[one.relation].deal {
            counts[deal.index()].add(one);
        }
    }
    let item = |deal: DealId| DealItem {
        deal,
        relations: counts[deal.index()],
    };
    listed::deals(view, chosen).into_iter().map(item).collect()
}
