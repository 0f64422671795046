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
    let mut pairs = Pairs::new(view, &graph);
    let mut answer = Triangles {
        company,
        balance,
        triangles: Vec::new(),
        by_shape: BTreeMap::new(),
        tense: 0,
        ambivalent: BTreeMap::new(),
    };
    let names: BTreeMap<CompanyId, usize> = graph.companies().zip(0..).collect();
    let mut kept: BTreeMap<(Shape, [usize; 3]), Triangle> = BTreeMap::new();
    graph.triangles(view.meter, |three| {
        let asked = company.is_none_or(|company| three.contains(&company));
        if let Some(found) = asked.then(|| triangle(&mut pairs, three, balance)).flatten() {
            answer.count_in(&found);
            let rank = (found.shape, found.companies.map(|id| names[&id]));
            // the first of all are kept, in whatever order they are found
            if kept.len() < KEPT || kept.last_key_value().is_some_and(|(last, _)| rank < *last) {
                kept.insert(rank, found);
                if kept.len() > KEPT {
                    kept.pop_last();
                }
            }
        }
    });
    answer.triangles = kept.into_values().collect();
    answer
}

impl Triangles {
    fn count_in(&mut self, found: &Triangle) {
        *self.by_shape.entry(found.shape).or_default() += 1;
        self.tense += usize::from(!found.tense.is_empty());
        for (pair, _) in pairs(found).into_iter().filter(|(_, sign)| *sign == Sign::Both) {
            *self.ambivalent.entry(pair).or_insert(0) += 1;
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

/// The pairs that triangles are made of, each judged once: in a dense group it is in as many triangles as there are companies.
struct Pairs<'a> {
    view: &'a View<'a>,
    graph: &'a TieGraph,
    signs: BTreeMap<(CompanyId, CompanyId), Option<Sign>>,
}

impl<'a> Pairs<'a> {
    const fn new(view: &'a View<'a>, graph: &'a TieGraph) -> Self {
        Self {
            view,
            graph,
            signs: BTreeMap::new(),
        }
    }

    /// The sign of a pair; `None` where it has none within the asked time.
    fn sign(&mut self, a: CompanyId, b: CompanyId) -> Option<Sign> {
        let (view, graph) = (self.view, self.graph);
        let judged = || match view.stance(&graph.bonds(a, b)).zone {
            Zone::Cooperation => Some(Sign::Plus),
            Zone::Competition => Some(Sign::Minus),
            Zone::Coopetition | Zone::Sequential => Some(Sign::Both),
            Zone::OneGroup | Zone::None => None,
        };
        *self.signs.entry((a, b)).or_insert_with(judged)
    }
}

fn triangle(pairs: &mut Pairs<'_>, three: [CompanyId; 3], balance: Balance) -> Option<Triangle> {
    let [a, b, c] = three;
    let (view, graph) = (pairs.view, pairs.graph);
    let bonds = [graph.bonds_of(a, b), graph.bonds_of(a, c), graph.bonds_of(b, c)];
    if !bonds.iter().all(|leg| leg.iter().any(|bond| view.shows(bond))) {
        return None;
    }
    let choices = bonds.iter().map(|leg| leg.len()).fold(1, usize::saturating_mul);
    view.meter.spend(choices.saturating_add(TRIANGLE)).ok()?;
    // no matter from which end each is told: whether they hold together does not depend on it
    let legs: Vec<Vec<&Bond>> = bonds.iter().map(|leg| leg.iter().collect()).collect();
    let presence = together(&legs, view.scope.asked.window(), |presence| {
        view.scope.accept(true, presence)
    });
    if presence == Presence::No {
        return None;
    }
    let signs = [pairs.sign(a, b)?, pairs.sign(a, c)?, pairs.sign(b, c)?];
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
        let minus = self::pairs(&found).into_iter().filter(|(_, sign)| *sign == Sign::Minus);
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
