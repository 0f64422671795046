//! The answer as JSON. These types are promises: the model may change under them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::table::stance_name;
use super::{Pairs, Stats};
use crate::graph::Presence;
use crate::request::Told;
use crate::tell::terms::holds;
use crate::vocab::{CompanyKind, Confidence, CoverageSide, KINDS, Side, SourceKind, Status, Zone};

/// Counts by word; what does not occur is left out.
type Counts = BTreeMap<&'static str, usize>;

/// The statistics as JSON, `frenemy/stats/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// How many records of each sort.
    pub records: Counts,
    /// Companies by kind.
    pub companies_by_kind: Counts,
    /// Sources by kind.
    pub sources_by_kind: Counts,
    /// Figures about relations.
    pub relations: RelationsWire,
    /// Pairs by stance at the asked time.
    pub pairs: BTreeMap<String, usize>,
    /// Pairs by stance over all time.
    pub pairs_ever: BTreeMap<String, usize>,
    /// Searches by side.
    pub coverage: BTreeMap<&'static str, SearchesWire>,
    /// The day by which the latest source surely was published, of those up to the asked time.
    pub latest_source: Option<String>,
}

impl Told for Answer {
    const NAME: &'static str = "stats";
}

/// Figures about relations.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct RelationsWire {
    /// All within the filters, at whatever time.
    pub all: usize,
    /// By kind.
    pub by_kind: Counts,
    /// By side.
    pub by_side: Counts,
    /// By grade.
    pub by_confidence: Counts,
    /// By status.
    pub by_status: Counts,
    /// Those with two origins or a confirmed grade.
    pub two_origins_or_confirmed: usize,
    /// Those that count at the asked time: `yes`, `maybe`, `presumed`.
    pub holding: Counts,
    /// Those that count at the asked time, by the age of their newest source.
    pub newest_source: Counts,
}

/// Searches for ties of one side.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SearchesWire {
    /// Those that found something.
    pub found: usize,
    /// Those that found nothing.
    pub not_found: usize,
}

/// The statistics on the wire.
#[must_use]
pub fn wire(stats: &Stats) -> Answer {
    let relations = &stats.relations;
    let coverage = stats.coverage.iter().map(|(side, searches)| {
        let searches = SearchesWire {
            found: searches.found,
            not_found: searches.not_found,
        };
        (CoverageSide::name(*side), searches)
    });
    Answer {
        records: Counts::from([
            ("companies", stats.companies.values().sum()),
            ("cases", stats.cases),
            ("markets", stats.markets),
            ("sources", stats.sources.values().sum()),
            ("relations", relations.all),
            ("deals", stats.deals),
            ("products", stats.products),
            ("events", stats.events),
            ("quotes", stats.quotes),
            ("claims", stats.claims),
        ]),
        companies_by_kind: named(&stats.companies, CompanyKind::name),
        sources_by_kind: named(&stats.sources, SourceKind::name),
        relations: RelationsWire {
            all: relations.all,
            by_kind: named(&relations.by_kind, |kind| KINDS[usize::from(kind)].name),
            by_side: named(&relations.by_side, side),
            by_confidence: named(&relations.by_confidence, Confidence::name),
            by_status: named(&relations.by_status, Status::name),
            two_origins_or_confirmed: relations.well_supported,
            holding: named(&relations.holding, holds),
            newest_source: named(&relations.by_age, super::Age::name),
        },
        pairs: by_stance(&stats.pairs),
        pairs_ever: by_stance(&stats.pairs_ever),
        coverage: coverage.collect(),
        latest_source: stats.latest_source.map(|day| day.to_string()),
    }
}

fn named<K: Copy>(counts: &BTreeMap<K, usize>, name: impl Fn(K) -> &'static str) -> Counts {
    counts.iter().map(|(key, n)| (name(*key), *n)).collect()
}

fn by_stance(pairs: &Pairs) -> BTreeMap<String, usize> {
    let name = |(zone, presence): &(Zone, Presence)| stance_name(*zone, *presence);
    pairs.iter().map(|(key, n)| (name(key), *n)).collect()
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Cooperation => "cooperation",
        Side::Competition => "competition",
        Side::Conflict => "conflict",
        Side::Neutral => "neutral",
    }
}
