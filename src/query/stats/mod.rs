//! `stats`: how much there is, how well it is supported, how fresh it is.

mod pairs;
mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::collections::{BTreeMap, BTreeSet};

use crate::derived::origins;
use crate::graph::Presence;
use crate::judge::chosen::chosen;
use crate::judge::coverage::was_made;
use crate::judge::market::markets;
use crate::judge::{Chosen, View, listed};
use crate::model::SourceId;
use crate::tell::record::main_side;
use crate::values::Day;
use crate::vocab::{CompanyKind, Confidence, CoverageSide, Side, SourceKind, Status};

pub use pairs::Pairs;
pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// Figures about a data set within a scope.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stats {
    /// Companies by kind.
    pub companies: BTreeMap<CompanyKind, usize>,
    /// Sources by kind.
    pub sources: BTreeMap<SourceKind, usize>,
    /// Cases.
    pub cases: usize,
    /// Markets.
    pub markets: usize,
    /// Deals.
    pub deals: usize,
    /// Products, in the whole data set.
    pub products: usize,
    /// Events of the scope's case, or of all.
    pub events: usize,
    /// Quotes of the scope's case, or of all.
    pub quotes: usize,
    /// Claims of the scope's case, or of all.
    pub claims: usize,
    /// Relations.
    pub relations: Relations,
    /// Pairs by stance within the asked time.
    pub pairs: Pairs,
    /// Pairs by stance over all time.
    pub pairs_ever: Pairs,
    /// Searches for ties of each side.
    pub coverage: BTreeMap<CoverageSide, Searches>,
    /// The latest day, up to the asked time, by which a known source surely was published.
    pub latest_source: Option<Day>,
}

/// Figures about relations within the filters, at whatever time unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relations {
    /// All of them.
    pub all: usize,
    /// By kind, as a position in [`KINDS`](crate::vocab::KINDS).
    pub by_kind: BTreeMap<u8, usize>,
    /// By side.
    pub by_side: BTreeMap<Side, usize>,
    /// By grade.
    pub by_confidence: BTreeMap<Confidence, usize>,
    /// By status.
    pub by_status: BTreeMap<Status, usize>,
    /// Those with two origins or a confirmed grade.
    pub well_supported: usize,
    /// Those that count within the asked time, by how they hold.
    pub holding: BTreeMap<Presence, usize>,
    /// Those that count within the asked time, by the age of their newest source.
    pub by_age: BTreeMap<Age, usize>,
}

/// Searches for ties of one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Searches {
    /// Those that found something.
    pub found: usize,
    /// Those that found nothing.
    pub not_found: usize,
}

/// How old the newest source of a relation is at the end of the asked time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// Up to a year, or newer than the asked time.
    UpToOne,
    /// Up to two years.
    UpToTwo,
    /// Up to five years.
    UpToFive,
    /// More than five years.
    Older,
    /// No source has a date.
    Undated,
}

impl Age {
    /// All ages, the youngest first.
    pub const ALL: [Self; 5] = [Self::UpToOne, Self::UpToTwo, Self::UpToFive, Self::Older, Self::Undated];

    fn of(newest: Option<Day>, asked: Day) -> Self {
        let Some(newest) = newest else { return Self::Undated };
        let within = |years| newest.plus_years(years) >= asked;
        if within(1) {
            Self::UpToOne
        } else if within(2) {
            Self::UpToTwo
        } else if within(5) {
            Self::UpToFive
        } else {
            Self::Older
        }
    }

    /// The word in CSV and JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::UpToOne => "up_to_1_year",
            Self::UpToTwo => "up_to_2_years",
            Self::UpToFive => "up_to_5_years",
            Self::Older => "over_5_years",
            Self::Undated => "undated",
        }
    }
}

/// Counts what there is within the scope.
///
/// Cost: linear in the records and in the bonds of every company; see [`pairs`](Stats::pairs).
#[must_use]
pub fn stats(view: &View<'_>) -> Stats {
    let model = view.model();
    let chosen = chosen(view);
    let mut stats = Stats {
        cases: listed::cases(view, &chosen).len(),
        markets: markets(view, &chosen).len(),
        deals: listed::deals(view, &chosen).len(),
        products: model.products.len(),
        ..Stats::default()
    };
    let companies = listed::companies(view, &chosen).into_iter();
    count(&mut stats.companies, companies.map(|id| model[id].kind));
    let sources = listed::sources(view, &chosen);
    count(&mut stats.sources, sources.iter().map(|(id, _)| model[*id].kind));
    stats.latest_source = sources
        .iter()
        .filter_map(|(id, _)| model[*id].surely_published())
        // a source of "2026" may still be to come
        .filter(|day| *day <= view.scope.asked.last_day())
        .max();
    let of_case = |case| view.scope.case.is_none_or(|only| only == case);
    let events = model.events.iter();
    let told = events.filter(|one| of_case(one.case) && view.graph.cited(&one.sources).is_told(Some(one.date)));
    stats.events = told.count();
    let quotes = model.quotes.iter();
    let told = quotes.filter(|one| of_case(one.case) && view.graph.cited(&one.sources).is_told(one.date));
    stats.quotes = told.count();
    let claims = model.claims.iter();
    let told = claims.filter(|one| of_case(one.case) && view.graph.cited(&one.sources).is_told(one.date));
    stats.claims = told.count();
    let cases = model.cases.iter().enumerate();
    for (_, case) in cases.filter(|(at, _)| of_case((*at).into())) {
        for search in case.coverage.iter().filter(|one| was_made(view, one)) {
            let searches = stats.coverage.entry(search.side).or_default();
            searches.found += usize::from(search.found);
            searches.not_found += usize::from(!search.found);
        }
    }
    stats.relations = relations(view, &chosen);
    (stats.pairs, stats.pairs_ever) = pairs::pairs(view);
    stats
}

fn relations(view: &View<'_>, chosen: &[Chosen]) -> Relations {
    let model = view.model();
    let mut figures = Relations {
        all: chosen.len(),
        ..Relations::default()
    };
    let asked = view.scope.asked.last_day();
    for one in chosen {
        let relation = &model[one.relation];
        let grade = view.graph.standings().confidence(one.relation);
        let sources = view.graph.relation(one.relation).sources();
        count(&mut figures.by_kind, [relation.kind]);
        count(&mut figures.by_side, [main_side(relation)]);
        count(&mut figures.by_confidence, grade);
        count(&mut figures.by_status, [relation.status]);
        let supported = grade == Some(Confidence::Confirmed) || origins(model, &sources) > 1;
        figures.well_supported += usize::from(supported);
        if one.holds() {
            count(&mut figures.holding, [one.presence]);
            let checked = view
                .graph
                .relation(one.relation)
                .checked()
                .map(|checked| checked.source);
            let all: BTreeSet<SourceId> = sources.into_iter().chain(checked).collect();
            let newest = all.into_iter().filter_map(|id| model[id].surely_published()).max();
            count(&mut figures.by_age, [Age::of(newest, asked)]);
        }
    }
    figures
}

fn count<K: Ord>(into: &mut BTreeMap<K, usize>, keys: impl IntoIterator<Item = K>) {
    for key in keys {
        *into.entry(key).or_default() += 1;
    }
}
