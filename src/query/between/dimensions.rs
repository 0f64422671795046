//! Dimensions of a relationship after the literature on coopetition. `docs/measures.md` has formulas, thresholds, sources.

use std::collections::BTreeSet;

use crate::derived::TieEnd;
use crate::graph::{Bond, Presence};
use crate::judge::asserted::speaks_for;
use crate::judge::coverage::unsearched;
use crate::judge::market::{self, Offer};
use crate::judge::{View, market::Shared};
use crate::model::{CompanyId, MarketId, RelationId};
use crate::vocab::{CoverageSide, Net, Side};

/// From so many different kinds of cooperation, or markets of competition, on a side is called high (Luo 2007).
const HIGH: usize = 2;

/// A measure that counts records is told of so many records at least.
pub(super) const LEAST: usize = 3;

/// What describes a pair within the asked time, of the ties that count and hold then in some way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dimensions {
    /// On how many cooperative and competitive relations they rest.
    pub records: usize,
    /// The kinds of its cooperative ties, as positions in [`KINDS`](crate::vocab::KINDS), each once.
    pub kinds: Vec<u8>,
    /// The markets of its competitive ties, each once and none inside another.
    pub markets: Vec<MarketId>,
    /// Which side prevails, where both are there and enough is recorded.
    pub dominance: Option<Dominance>,
    /// What the second company is to the first in the value net, and the reverse.
    pub roles: [Vec<Net>; 2],
    /// Whether the two meet as equals or as buyer and seller, where both sides are there.
    pub orientation: Option<Orientation>,
    /// How many markets both sell in, where both have products.
    pub overlap: Option<Overlap>,
    /// Who calls whom a rival, where the two compete: the first the second, and the reverse.
    pub naming: Option<[bool; 2]>,
    /// The type after Luo, or what was never searched so that it cannot be told; where both sides are there
    /// and enough is recorded.
    pub luo: Option<Result<Luo, Vec<(usize, CoverageSide)>>>,
}

/// Which side prevails (Bengtsson and Kock 2000).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dominance {
    /// Cooperation.
    Cooperation,
    /// Neither.
    Equal,
    /// Competition.
    Competition,
}

/// How a coopetition stands in the chain from supplier to customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// The rivals work together without buying from each other.
    Horizontal,
    /// One buys from the other.
    Vertical,
    /// Both.
    Both,
}

/// The types of coopetition by its intensity (Luo 2007).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Luo {
    /// Much competition, little cooperation.
    Contending,
    /// Little of both.
    Isolating,
    /// Little competition, much cooperation.
    Partnering,
    /// Much of both.
    Adapting,
}

/// Markets in which both sell, in both directions (Chen 1996, without the sizes of markets).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// How many markets the first sells in, and in how many of them the second does.
    pub first: (usize, usize),
    /// The same of the second.
    pub second: (usize, usize),
}

impl Dimensions {
    /// Whether too little is recorded for measures that count records.
    #[must_use]
    pub const fn is_thin(&self) -> bool {
        self.records < LEAST
    }

    /// Whether both sides are there.
    #[must_use]
    pub const fn is_coopetition(&self) -> bool {
        !self.kinds.is_empty() && !self.markets.is_empty()
    }

    /// Kinds of cooperation times markets of competition, where both sides are there and enough is recorded.
    #[must_use]
    pub const fn breadth(&self) -> Option<usize> {
        if self.is_coopetition() && !self.is_thin() {
            Some(self.kinds.len() * self.markets.len())
        } else {
            None
        }
    }
}

/// The part of a pair's dossier that rests on products: its dimensions, and markets in which nobody says that they compete.
pub(super) fn dimensions(view: &View<'_>, a: CompanyId, b: CompanyId, bonds: &[Bond]) -> (Dimensions, Vec<Shared>) {
    let window = view.scope.asked.window();
    let holding: Vec<&Bond> = bonds
        .iter()
        .filter(|bond| !bond.inside && view.scope.accept(bond.firm, bond.presence(window)) > Presence::No)
        .collect();
    let friendly: Vec<&Bond> = side(&holding, Side::Cooperation);
    let rival: Vec<&Bond> = side(&holding, Side::Competition);
    let (ours, theirs) = (
        view.graph.circle(a, b, view.scope.group),
        view.graph.circle(b, a, view.scope.group),
    );
    let offers = [&ours, &theirs].map(|circle| market::offers(view, circle));
    let signed = friendly.iter().chain(&rival);
    let records: BTreeSet<RelationId> = signed.flat_map(|bond| bond.tie.relations()).collect();
    let mut found = Dimensions {
        records: records.len(),
        kinds: kinds(view, &friendly),
        markets: markets(view, &rival),
        roles: roles(view, &holding),
        overlap: overlap(view, &offers),
        naming: (!rival.is_empty()).then(|| naming(view, a, b, &rival)),
        ..Dimensions::default()
    };
    if found.is_coopetition() {
        found.orientation = orientation(view, &friendly);
    }
    if found.is_coopetition() && !found.is_thin() {
        found.dominance = Some(dominance(found.kinds.len(), found.markets.len()));
        let members = |circle: &[(CompanyId, _)]| circle.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        let missing = unsearched(view, &members(&ours), &members(&theirs));
        found.luo = Some(if missing.is_empty() {
            Ok(luo(found.kinds.len(), found.markets.len()))
        } else {
            Err(missing)
        });
    }
    // whatever the scope keeps: a competition of another case or grade is recorded too
    let said: Vec<MarketId> = view
        .graph
        .bonds_between(a, b, view.scope.group)
        .iter()
        .filter(|bond| bond.side() == Side::Competition && bond.presence(window) > Presence::No)
        .filter_map(|bond| view.model()[bond.tie.relation].market)
        .collect();
    let shared = market::shared(view, &offers[0], &offers[1]);
    (found, market::unsaid(view.model(), shared, &said))
}

fn side<'b>(bonds: &[&'b Bond], side: Side) -> Vec<&'b Bond> {
    bonds.iter().copied().filter(|bond| bond.side() == side).collect()
}

fn kinds(view: &View<'_>, bonds: &[&Bond]) -> Vec<u8> {
    let kinds: BTreeSet<u8> = bonds.iter().map(|bond| view.model()[bond.tie.relation].kind).collect();
    kinds.into_iter().collect()
}

/// The markets of some ties; one inside another is the same contact.
fn markets(view: &View<'_>, bonds: &[&Bond]) -> Vec<MarketId> {
    let model = view.model();
    let all: BTreeSet<MarketId> = bonds
        .iter()
        .filter_map(|bond| model[bond.tie.relation].market)
        .collect();
    let inside = |market: MarketId| {
        all.iter()
            .any(|other| *other != market && model.market_within(market, *other))
    };
    all.iter().copied().filter(|market| !inside(*market)).collect()
}

/// Cooperation or competition prevails with at least two thirds of the kinds and markets.
fn dominance(kinds: usize, markets: usize) -> Dominance {
    if kinds >= 2 * markets {
        Dominance::Cooperation
    } else if markets >= 2 * kinds {
        Dominance::Competition
    } else {
        Dominance::Equal
    }
}

const fn luo(kinds: usize, markets: usize) -> Luo {
    match (kinds >= HIGH, markets >= HIGH) {
        (false, true) => Luo::Contending,
        (false, false) => Luo::Isolating,
        (true, false) => Luo::Partnering,
        (true, true) => Luo::Adapting,
    }
}

/// What the other end is to the near one, and the reverse; fellow members are nothing to each other by that.
fn net(view: &View<'_>, bond: &Bond) -> Option<(Net, Net)> {
    if bond.tie.second.is_some() {
        return None;
    }
    let (to, from) = bond.tie.projection(view.model()).net;
    Some(match bond.end {
        TieEnd::From => (to, from),
        TieEnd::To => (from, to),
    })
}

fn roles(view: &View<'_>, bonds: &[&Bond]) -> [Vec<Net>; 2] {
    let nets: Vec<(Net, Net)> = bonds.iter().filter_map(|bond| net(view, bond)).collect();
    let each = |nets: BTreeSet<Net>| nets.into_iter().filter(|net| *net != Net::None).collect();
    [
        each(nets.iter().map(|(theirs, _)| *theirs).collect()),
        each(nets.iter().map(|(_, ours)| *ours).collect()),
    ]
}

/// `None` where only capital and seats tie them, which are no place in the chain.
fn orientation(view: &View<'_>, friendly: &[&Bond]) -> Option<Orientation> {
    let trades = |net: Net| matches!(net, Net::Customer | Net::Supplier);
    let nets: Vec<Net> = friendly.iter().filter_map(|bond| Some(net(view, bond)?.0)).collect();
    let vertical = nets.iter().any(|net| trades(*net));
    let horizontal = nets.contains(&Net::Complementor) || friendly.iter().any(|bond| bond.tie.second.is_some());
    match (horizontal, vertical) {
        (true, true) => Some(Orientation::Both),
        (true, false) => Some(Orientation::Horizontal),
        (false, true) => Some(Orientation::Vertical),
        (false, false) => None,
    }
}

fn overlap(view: &View<'_>, [mine, theirs]: &[Vec<Offer>; 2]) -> Option<Overlap> {
    if mine.is_empty() || theirs.is_empty() {
        return None;
    }
    let model = view.model();
    let count = |of: &[Offer], others: &[Offer]| {
        let all: BTreeSet<MarketId> = of.iter().map(|offer| offer.market).collect();
        let meets = |market: MarketId| {
            others
                .iter()
                .any(|other| market::common(model, market, other.market).is_some())
        };
        (all.len(), all.iter().filter(|market| meets(**market)).count())
    };
    Some(Overlap {
        first: count(mine, theirs),
        second: count(theirs, mine),
    })
}

/// Whether the first side calls the other its rival in a competitive tie, and the reverse.
fn naming(view: &View<'_>, a: CompanyId, b: CompanyId, rival: &[&Bond]) -> [bool; 2] {
    let names = |by: &dyn Fn(&Bond) -> CompanyId| {
        rival.iter().any(|bond| {
            let assertions = view.graph.relation(bond.tie.relation).asserted();
            assertions
                .iter()
                .any(|assertion| speaks_for(view.graph, assertion, by(bond)))
        })
    };
    [
        names(&|bond| bond.mine.unwrap_or(a)),
        names(&|bond| bond.theirs.unwrap_or(b)),
    ]
}
