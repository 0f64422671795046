//! `rank`: who is central, who brokers, and what share of a company's partners are rivals.

mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::graph::{Pair, Presence, TieGraph};
use crate::judge::View;
use crate::judge::network::{counts, is_named, rollup};
use crate::model::CompanyId;
use crate::vocab::Side;

pub use request::{Request, TieSide};
pub use table::table;
pub use wire::{Answer, wire};

/// By what companies are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The number of counterparties.
    #[default]
    Degree,
    /// PageRank.
    Pagerank,
    /// Betweenness.
    Betweenness,
    /// Burt's constraint; the least constrained first.
    Constraint,
    /// The share of partners that are rivals too.
    Coopetition,
}

impl By {
    /// All.
    pub const ALL: [Self; 5] = [
        Self::Degree,
        Self::Pagerank,
        Self::Betweenness,
        Self::Constraint,
        Self::Coopetition,
    ];

    /// The name on the command line and in data formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Pagerank => "pagerank",
            Self::Betweenness => "betweenness",
            Self::Constraint => "constraint",
            Self::Coopetition => "coopetition",
        }
    }
}

/// With fewer partners a share of them says nothing, and a company is not ranked by it.
pub const LEAST_PARTNERS: usize = 3;

/// Two scores that differ by less are one: they differ by the order of additions only.
const EQUAL: f64 = 1e-9;

/// A company in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its place, from 1; equal scores share one.
    pub place: usize,
    /// The company.
    pub company: CompanyId,
    /// Its score.
    pub score: f64,
    /// How many companies it cooperates with.
    pub partners: usize,
    /// How many it competes with.
    pub rivals: usize,
    /// How many it does both with.
    pub both: usize,
}

/// A ranking.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// By what.
    pub by: By,
    /// The side whose ties count; `None` where both do.
    pub side: Option<Side>,
    /// The companies, the first in rank first, equal ones by name.
    pub places: Vec<Place>,
    /// How many pairs of companies count.
    pub pairs: usize,
    /// How many of them rest on presumed ties or ties that only may hold.
    pub doubtful: usize,
    /// How many companies have too few partners to be ranked by a share of them.
    pub too_few: usize,
    /// From how many companies the scores were estimated, where the graph is too large to follow all paths.
    pub estimated: Option<usize>,
}

#[derive(Clone, Copy, Default)]
struct Contacts {
    partners: usize,
    rivals: usize,
    both: usize,
}

/// Ranks the companies that have ties within the scope; unnamed classes of firms are neither ranked nor counted.
///
/// Filters choose the ties of the graph; whether a partner is a rival too is judged by all ties of a pair. Degree, PageRank, betweenness and constraint are of the graph of one side's ties, one edge a pair whatever its number of
/// ties. The share of rivals needs both sides. Cost: the tie graph and the measure; see `graph/measures/centrality.rs`.
#[must_use]
pub fn rank(view: &View<'_>, by: By, side: Side) -> Ranking {
    let model = view.model();
    let admit = |side: Option<Side>| {
        TieGraph::new(view.graph, rollup(view, &[]), |bond| {
            let on_side = match side {
                Some(side) => bond.side() == side,
                None => matches!(bond.side(), Side::Cooperation | Side::Competition),
            };
            let counts = match side {
                Some(_) => counts(view, bond),
                None => view.judges(bond) && view.scope.presence(bond) > Presence::No,
            };
            on_side && is_named(model, bond.tie.from) && is_named(model, bond.tie.to) && counts
        })
    };
    let both = admit(None);
    let shows = |pair: &Pair<'_>| pair.bonds.iter().any(|bond| view.shows(bond));
    let contacts = contacts(both.pairs().filter(shows));
    let share = |found: Contacts| found.both as f64 / found.partners as f64;
    let mut estimated = None;
    let (graph, scores) = match by {
        By::Coopetition => {
            let enough = contacts.iter().filter(|(_, found)| found.partners >= LEAST_PARTNERS);
            let scores = enough.map(|(id, found)| (*id, share(*found))).collect();
            (both, scores)
        }
        _ => {
            let graph = admit(Some(side));
            let scores: Vec<(CompanyId, f64)> = match by {
                By::Degree => graph.degrees().into_iter().map(|(id, n)| (id, n as f64)).collect(),
                By::Pagerank => graph.pagerank(view.meter),
                By::Betweenness => {
                    let (scores, from) = graph.betweenness(view.meter);
                    estimated = from;
                    scores
                }
                By::Constraint | By::Coopetition => graph.constraint(view.meter),
            };
            (graph, scores)
        }
    };
    let too_few = contacts
        .values()
        .filter(|found| by == By::Coopetition && (1..LEAST_PARTNERS).contains(&found.partners));
    let is_doubtful = |pair: &Pair<'_>| {
        let best = pair.bonds.iter().map(|bond| view.scope.presence(bond)).max();
        best < Some(Presence::Yes)
    };
    Ranking {
        by,
        side: (by != By::Coopetition).then_some(side),
        pairs: graph.pairs().filter(shows).count(),
        doubtful: graph.pairs().filter(shows).filter(is_doubtful).count(),
        too_few: too_few.count(),
        estimated,
        places: placed(view, by, &contacts, scores),
    }
}

/// How many partners and rivals each company has.
fn contacts<'p>(pairs: impl Iterator<Item = Pair<'p>>) -> BTreeMap<CompanyId, Contacts> {
    let mut found: BTreeMap<CompanyId, Contacts> = BTreeMap::new();
    for pair in pairs {
        let has = |side: Side| pair.bonds.iter().any(|bond| bond.side() == side);
        let (partner, rival) = (has(Side::Cooperation), has(Side::Competition));
        for id in [pair.a, pair.b] {
            let entry = found.entry(id).or_default();
            entry.partners += usize::from(partner);
            entry.rivals += usize::from(rival);
            entry.both += usize::from(partner && rival);
        }
    }
    found
}

fn placed(
    view: &View<'_>,
    by: By,
    contacts: &BTreeMap<CompanyId, Contacts>,
    mut scores: Vec<(CompanyId, f64)>,
) -> Vec<Place> {
    let model = view.model();
    scores.sort_by_cached_key(|(id, _)| (model[*id].label().to_lowercase(), *id));
    // scores that differ by rounding only must not decide before names do
    let rounded = |score: f64| (score / EQUAL).round();
    let better = |a: f64, b: f64| {
        let order = rounded(b).total_cmp(&rounded(a));
        if by == By::Constraint { order.reverse() } else { order }
    };
    let both = |id: &CompanyId| contacts.get(id).map_or(0, |found| found.both);
    scores.sort_by(|(a, x), (b, y)| {
        let of_more = if by == By::Coopetition {
            both(b).cmp(&both(a))
        } else {
            Ordering::Equal
        };
        better(*x, *y).then(of_more)
    });
    let mut places: Vec<Place> = Vec::new();
    for (at, (company, score)) in scores.into_iter().enumerate() {
        let place = match places.last() {
            Some(last) if better(last.score, score) == Ordering::Equal => last.place,
            _ => at + 1,
        };
        let Contacts { partners, rivals, both } = contacts.get(&company).copied().unwrap_or_default();
        places.push(Place {
            place,
            company,
            score,
            partners,
            rivals,
            both,
        });
    }
    places
}
