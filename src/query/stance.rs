//! Whether a pair competes, cooperates, or both at once.

use crate::graph::{Bond, Presence};
use crate::query::scope::Scope;
use crate::vocab::{Side, Zone};

/// A stance and how surely it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stance {
    /// The stance.
    pub zone: Zone,
    /// How surely it holds within the asked time.
    pub presence: Presence,
    /// What the stance may be instead, if a tie whose dates are too coarse to tell should hold.
    pub possibly: Option<Zone>,
}

impl Stance {
    const NONE: Self = Self {
        zone: Zone::None,
        presence: Presence::No,
        possibly: None,
    };

    const fn of(zone: Zone, presence: Presence) -> Self {
        Self {
            zone,
            presence,
            possibly: None,
        }
    }
}

/// The stance of some bonds of one pair: coopetition needs one day on which a cooperative and a competitive tie hold
/// together. Conflict and neutral ties count for no side, ties inside one group neither.
///
/// Where one side holds and the other only maybe, the stance is that of the side that holds, and coopetition is possible.
/// Cost: the product of the numbers of cooperative and of competitive bonds.
#[must_use]
pub fn of(scope: &Scope, bonds: &[Bond]) -> Stance {
    let window = scope.asked.window();
    let side = |side: Side| bonds.iter().filter(move |bond| bond.side() == side && !bond.inside);
    let best = |of: Side| side(of).map(|bond| scope.presence(bond)).max().unwrap_or(Presence::No);
    let (cooperation, competition) = (best(Side::Cooperation), best(Side::Competition));
    let together = side(Side::Cooperation)
        .flat_map(|a| side(Side::Competition).map(move |b| scope.accept(a.firm && b.firm, a.together(b, window))))
        .max()
        .unwrap_or(Presence::No);
    let inside = bonds
        .iter()
        .filter(|bond| bond.inside)
        .map(|bond| scope.presence(bond))
        .max();
    let may_meet = (together > Presence::No).then_some(Zone::Coopetition);
    match (cooperation, competition) {
        (Presence::No, Presence::No) => match inside {
            Some(presence) if presence > Presence::No => Stance::of(Zone::OneGroup, presence),
            _ => Stance::NONE,
        },
        (cooperation, Presence::No) => Stance::of(Zone::Cooperation, cooperation),
        (Presence::No, competition) => Stance::of(Zone::Competition, competition),
        (cooperation, Presence::Maybe) if cooperation != Presence::Maybe => Stance {
            possibly: may_meet,
            ..Stance::of(Zone::Cooperation, cooperation)
        },
        (Presence::Maybe, competition) if competition != Presence::Maybe => Stance {
            possibly: may_meet,
            ..Stance::of(Zone::Competition, competition)
        },
        (_, _) if together > Presence::No => Stance::of(Zone::Coopetition, together),
        (cooperation, competition) => Stance::of(Zone::Sequential, cooperation.min(competition)),
    }
}

/// The stance that firm ties alone give.
#[must_use]
pub fn firm(scope: &Scope, bonds: &[Bond]) -> Zone {
    let scope = Scope {
        firm: true,
        ..scope.clone()
    };
    of(&scope, bonds).zone
}
