//! `triangles [COMPANY]`: structural balance among companies that are all tied to each other.

mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Bond, Presence, TieGraph, together};
use crate::judge::View;
use crate::judge::network::{ball, is_named, rollup};
use crate::model::CompanyId;
use crate::vocab::{Side, Zone};

pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// When a triangle is tense.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Balance {
    /// Davis (1967): exactly one competition among two cooperations.
    #[default]
    Weak,
    /// Cartwright and Harary (1956): one competition or three.
    Classic,
}

/// The sign of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// They cooperate.
    Plus,
    /// They compete.
    Minus,
    /// They do both within the asked time.
    Both,
}

/// What a triangle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Two cooperate with a third and compete with each other.
    OneMinus,
    /// All three compete.
    ThreeMinus,
    /// Two cooperate and both compete with the third.
    TwoMinus,
    /// All three cooperate.
    AllPlus,
    /// A pair in it both cooperates and competes, so that no rule of balance applies.
    Ambivalent,
}

/// Three companies that are all tied to each other on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Triangle {
    /// The companies, by name.
    pub companies: [CompanyId; 3],
    /// The signs of the first and second, first and third, second and third.
    pub signs: [Sign; 3],
    /// What it is.
    pub shape: Shape,
    /// How surely there is a day on which all three ties hold.
    pub presence: Presence,
    /// The ties that make it tense: the one competition, or all three; none where it is balanced or ambivalent.
    pub tense: Vec<(CompanyId, CompanyId)>,
}

/// How many triangles an answer lists; the rest are counted. Among `n` companies that all belong to one alliance there are
/// `n` to the third by six.
pub const KEPT: usize = 50_000;
/// What a triangle costs beside the choice of its ties, in steps of work.
const TRIANGLE: usize = 200;

/// The triangles of a scope.
#[derive(Clone, Debug)]
pub struct Triangles {
    /// The company all are around; `None` for all.
    pub company: Option<CompanyId>,
    /// When a triangle is tense.
    pub balance: Balance,
    /// At most [`KEPT`] of them, by shape, then by name.
    pub triangles: Vec<Triangle>,
    /// How many there are of each shape.
    by_shape: BTreeMap<Shape, usize>,
    /// How many are tense.
    tense: usize,
    /// The pairs of triangles that both cooperate and compete, with the number of triangles each is in.
    pub ambivalent: BTreeMap<(CompanyId, CompanyId), usize>,
}

impl Triangles {
    /// How many have a shape.
    #[must_use]
    pub fn count(&self, shape: Shape) -> usize {
        self.by_shape.get(&shape).copied().unwrap_or_default()
    }

    /// How many are tense, balanced and ambivalent.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let ambivalent = self.count(Shape::Ambivalent);
        (self.tense, self.total() - self.tense - ambivalent, ambivalent)
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.by_shape.values().sum()
    }
}

/// Finds the triangles of cooperation and competition within the scope.
///
/// Filters choose the pairs that have a tie which passes them; signs are judged by all ties of a pair. Conflicts, neutral ties
/// and unnamed classes of firms make none. Cost: the tie graph, `m * sqrt(m)` for its `m` pairs, and
/// for each triangle the choice of its ties.
#[must_use]
pub fn triangles(view: &View<'_>, company: Option<CompanyId>, balance: Balance) -> Triangles {
    let graph = network(view, company);
    let mut answer = Triangles {
        company,
        balance,
        triangles: Vec::new(),
        by_shape: BTreeMap::new(),
        tense: 0,
        ambivalent: BTreeMap::new(),
    };
    graph.triangles(view.meter, |three| {
        let asked = company.is_none_or(|company| three.contains(&company));
        if let Some(found) = asked.then(|| triangle(view, &graph, three, balance)).flatten() {
            answer.add(found);
        }
    });
    let names: BTreeMap<CompanyId, usize> = graph.companies().zip(0..).collect();
    answer
        .triangles
        .sort_by_key(|found| (found.shape, found.companies.map(|id| names[&id])));
    answer
}

impl Triangles {
    fn add(&mut self, found: Triangle) {
        *self.by_shape.entry(found.shape).or_default() += 1;
        self.tense += usize::from(!found.tense.is_empty());
        for (pair, _) in pairs(&found).into_iter().filter(|(_, sign)| *sign == Sign::Both) {
            *self.ambivalent.entry(pair).or_insert(0) += 1;
        }
        if self.triangles.len() < KEPT {
            self.triangles.push(found);
        }
    }
}

fn network(view: &View<'_>, company: Option<CompanyId>) -> TieGraph {
    let model = view.model();
    let keep: Vec<CompanyId> = company.into_iter().collect();
    TieGraph::new(view.graph, rollup(view, &keep), |bond| {
        matches!(bond.side(), Side::Cooperation | Side::Competition)
            && is_named(model, bond.tie.from)
            && is_named(model, bond.tie.to)
            && view.judges(bond)
            && view.scope.presence(bond) > Presence::No
    })
}

/// The companies whose ties decide which triangles of a company there are.
pub(super) fn around(view: &View<'_>, company: CompanyId) -> BTreeSet<CompanyId> {
    let graph = network(view, Some(company));
    ball(&[company], 1, |id| graph.neighbours(id))
}

fn triangle(view: &View<'_>, graph: &TieGraph, three: [CompanyId; 3], balance: Balance) -> Option<Triangle> {
    let [a, b, c] = three;
    let bonds = [graph.bonds(a, b), graph.bonds(a, c), graph.bonds(b, c)];
    if !bonds.iter().all(|leg| leg.iter().any(|bond| view.shows(bond))) {
        return None;
    }
    let choices = bonds.iter().map(Vec::len).fold(1, usize::saturating_mul);
    view.meter.spend(choices.saturating_add(TRIANGLE)).ok()?;
    let legs: Vec<Vec<&Bond>> = bonds.iter().map(|leg| leg.iter().collect()).collect();
    let presence = together(&legs, view.scope.asked.window(), |presence| {
        view.scope.accept(true, presence)
    });
    if presence == Presence::No {
        return None;
    }
    let sign = |bonds: &[Bond]| match view.stance(bonds).zone {
        Zone::Cooperation => Some(Sign::Plus),
        Zone::Competition => Some(Sign::Minus),
        Zone::Coopetition | Zone::Sequential => Some(Sign::Both),
        Zone::OneGroup | Zone::None => None,
    };
    let signs = [sign(&bonds[0])?, sign(&bonds[1])?, sign(&bonds[2])?];
    let shape = shape(signs);
    let mut found = Triangle {
        companies: three,
        signs,
        shape,
        presence,
        tense: Vec::new(),
    };
    let is_tense = shape == Shape::OneMinus || (shape == Shape::ThreeMinus && balance == Balance::Classic);
    if is_tense {
        let minus = pairs(&found).into_iter().filter(|(_, sign)| *sign == Sign::Minus);
        found.tense = minus.map(|(pair, _)| pair).collect();
    }
    Some(found)
}

fn shape(signs: [Sign; 3]) -> Shape {
    if signs.contains(&Sign::Both) {
        return Shape::Ambivalent;
    }
    match signs.iter().filter(|sign| **sign == Sign::Minus).count() {
        0 => Shape::AllPlus,
        1 => Shape::OneMinus,
        2 => Shape::TwoMinus,
        _ => Shape::ThreeMinus,
    }
}

/// The pairs of a triangle with their signs.
pub(super) fn pairs(found: &Triangle) -> [((CompanyId, CompanyId), Sign); 3] {
    let [a, b, c] = found.companies;
    [
        ((a, b), found.signs[0]),
        ((a, c), found.signs[1]),
        ((b, c), found.signs[2]),
    ]
}
