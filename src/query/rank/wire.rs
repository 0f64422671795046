//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::table::shown;
use super::{By, LEAST_PARTNERS, Ranking};
use crate::judge::View;
use crate::request::Told;
use crate::vocab::Side;

/// The answer as JSON, `frenemy/rank/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// `degree`, `pagerank`, `betweenness`, `constraint` or `coopetition`.
    pub by: By,
    /// The side whose ties count; `null` where both do.
    pub side: Option<Side>,
    /// How many pairs of companies count.
    pub pairs: usize,
    /// How many of them rest on presumed ties or ties that only may hold.
    pub doubtful_pairs: usize,
    /// With fewer partners a company is not ranked by the share of rivals among them.
    pub least_partners: usize,
    /// How many companies have fewer.
    pub too_few_partners: usize,
    /// From how many companies the scores were estimated; `null` where they are exact.
    pub estimated_from: Option<usize>,
    /// How many companies are ranked.
    pub ranked: usize,
    /// The first places.
    pub places: Vec<PlaceWire>,
}

impl Told for Answer {
    const NAME: &'static str = "rank";
}

/// A place.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PlaceWire {
    /// The place; equal scores share one.
    pub place: usize,
    /// The company's id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// The score, to six digits after the point.
    pub score: f64,
    /// How many companies it cooperates with.
    pub partners: usize,
    /// How many it competes with.
    pub rivals: usize,
    /// How many it does both with.
    pub both: usize,
}

/// The answer on the wire; `top` keeps the first places.
#[must_use]
pub fn wire(view: &View<'_>, found: &Ranking, top: usize) -> Answer {
    let places = shown(found, top).iter().map(|place| PlaceWire {
        place: place.place,
        company: view.model()[place.company].id.to_string(),
        name: view.graph.name(place.company).to_owned(),
        score: (place.score * 1e6).round() / 1e6,
        partners: place.partners,
        rivals: place.rivals,
        both: place.both,
    });
    Answer {
        by: found.by,
        side: found.side,
        pairs: found.pairs,
        doubtful_pairs: found.doubtful,
        least_partners: LEAST_PARTNERS,
        too_few_partners: found.too_few,
        estimated_from: found.estimated,
        ranked: found.places.len(),
        places: places.collect(),
    }
}
