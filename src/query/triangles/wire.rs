//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::table::{sign_text, verdict};
use super::{Balance, Shape, Triangles};
use crate::graph::Presence;
use crate::judge::View;
use crate::model::CompanyId;
use crate::request::Told;
use crate::tell::network::CompanyWire;

/// The answer as JSON, `frenemy/triangles/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The company all triangles are around; `null` for all.
    pub company: Option<CompanyWire>,
    /// `weak` or `classic`.
    pub balance: Balance,
    /// How many there are of each shape.
    pub counts: Counts,
    /// The triangles, balanced ones too; at most 50,000, `counts` has all.
    pub triangles: Vec<TriangleWire>,
    /// The pairs that both cooperate and compete.
    pub ambivalent_pairs: Vec<PairWire>,
}

impl Told for Answer {
    const NAME: &'static str = "triangles";
}

/// How many triangles there are.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Counts {
    /// Tense by the chosen balance.
    pub tense: usize,
    /// Balanced.
    pub balanced: usize,
    /// With an ambivalent pair.
    pub ambivalent: usize,
    /// Three cooperations.
    pub all_plus: usize,
    /// One competition.
    pub one_minus: usize,
    /// Two competitions.
    pub two_minus: usize,
    /// Three competitions.
    pub three_minus: usize,
}

/// A triangle.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TriangleWire {
    /// Its companies, by name.
    pub companies: Vec<String>,
    /// `+`, `-` or `±` for the first and second, first and third, second and third.
    pub signs: Vec<&'static str>,
    /// `tense`, `balanced` or `ambivalent`.
    #[schemars(extend("enum" = ["tense", "balanced", "ambivalent"]))]
    pub verdict: &'static str,
    /// The ties that make it tense.
    pub tense: Vec<[String; 2]>,
    /// How surely all three ties hold on one day: `yes`, `maybe` or `presumed`.
    pub holds: Presence,
}

/// An ambivalent pair.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PairWire {
    /// The one company.
    pub a: String,
    /// The other.
    pub b: String,
    /// In how many triangles it stands.
    pub triangles: usize,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Triangles) -> Answer {
    let id = |company: CompanyId| view.model()[company].id.to_string();
    let (tense, balanced, ambivalent) = found.counts();
    Answer {
        company: found.company.map(|company| CompanyWire::of(view, company)),
        balance: found.balance,
        counts: Counts {
            tense,
            balanced,
            ambivalent,
            all_plus: found.count(Shape::AllPlus),
            one_minus: found.count(Shape::OneMinus),
            two_minus: found.count(Shape::TwoMinus),
            three_minus: found.count(Shape::ThreeMinus),
        },
        triangles: found
            .triangles
            .iter()
            .map(|triangle| TriangleWire {
                companies: triangle.companies.iter().map(|company| id(*company)).collect(),
                signs: triangle.signs.iter().map(|sign| sign_text(*sign)).collect(),
                verdict: verdict(triangle),
                tense: triangle.tense.iter().map(|(a, b)| [id(*a), id(*b)]).collect(),
                holds: triangle.presence,
            })
            .collect(),
        ambivalent_pairs: found
            .ambivalent
            .iter()
            .map(|((a, b), n)| PairWire {
                a: id(*a),
                b: id(*b),
                triangles: *n,
            })
            .collect(),
    }
}
