//! Whether a pair competes, cooperates, or both at once.

use std::borrow::Cow;

use crate::graph::{Bond, Graph, Presence, seamless};
use crate::judge::scope::Scope;
use crate::values::{Day, Interval, Overlap, surely_meet};
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
    pub(crate) const NONE: Self = Self {
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
/// together. Conflict and neutral ties count for no side, ties inside one group neither. Terms that supersede others take
/// over seamlessly.
///
/// Where one side holds and the other only maybe, the stance is that of the side that holds, and coopetition is possible.
/// Cost: the product of the numbers of cooperative and of competitive bonds.
#[must_use]
pub fn of(graph: &Graph<'_>, scope: &Scope, bonds: &[Bond]) -> Stance {
    // terms that are left out take nothing over
    let admitted = if scope.firm && bonds.iter().any(|bond| !bond.firm) {
        Cow::Owned(bonds.iter().filter(|bond| bond.firm).cloned().collect())
    } else {
        Cow::Borrowed(bonds)
    };
    judge(scope, &seamless(graph.model(), &admitted))
}

fn judge(scope: &Scope, bonds: &[Bond]) -> Stance {
    let window = scope.asked.window();
    // what holds, with what decides whether it does together with something else
    let side = |side: Side| -> Vec<(&Bond, Overlap, Presence)> {
        let counted = bonds.iter().filter(|bond| bond.side() == side && !bond.inside);
        let judged = counted.map(|bond| {
            let time = bond.overlap().and(window);
            let presence = scope.accept(bond.firm, Presence::of_all(time, bond.presumed_from));
            (bond, time, presence)
        });
        judged.filter(|(.., presence)| *presence > Presence::No).collect()
    };
    let (friendly, rival) = (side(Side::Cooperation), side(Side::Competition));
    let best = |side: &[(&Bond, Overlap, Presence)]| surest(side.iter().map(|(.., presence)| *presence));
    let (cooperation, competition) = (best(&friendly), best(&rival));
    let together = surest(friendly.iter().flat_map(|(a, time, _)| {
        rival.iter().map(|(b, other, _)| {
            let presence = Presence::of_all(time.with(*other), a.presumed_from.min(b.presumed_from));
            scope.accept_together(a.firm && b.firm, presence)
        })
    }));
    let together = match together {
        Presence::Maybe | Presence::Presumed if surely_together(scope, bonds) => Presence::Yes,
        found => found,
    };
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

/// The surest of some presences; none is sought beyond one that is sure.
fn surest(all: impl Iterator<Item = Presence>) -> Presence {
    let mut best = Presence::No;
    for presence in all {
        best = best.max(presence);
        if best == Presence::Yes {
            break;
        }
    }
    best
}

/// Whether some cooperative and some competitive bond surely hold together, be it now this pair of bonds, now that.
fn surely_together(scope: &Scope, bonds: &[Bond]) -> bool {
    let window = scope.asked.window();
    let side = |side: Side| -> Vec<Vec<Interval>> {
        let counted = bonds.iter().filter(|bond| bond.side() == side && !bond.inside);
        counted
            .filter(|bond| bond.firm || !scope.firm)
            .filter_map(|bond| {
                let unpresumed = Interval::new(Day::MIN, Day::MIN, bond.presumed_from, bond.presumed_from)?;
                Some(bond.parts.iter().copied().chain([unpresumed]).collect())
            })
            .collect()
    };
    surely_meet(
        &side(Side::Cooperation),
        &side(Side::Competition),
        (window.start().0, window.end().1),
    )
}

/// The stance of a pair that is one group at the times `together`, each given as what must hold together for it.
#[must_use]
pub fn of_pair(graph: &Graph<'_>, scope: &Scope, bonds: &[Bond], together: &[Vec<Interval>]) -> Stance {
    let stance = of(graph, scope, bonds);
    if stance.zone != Zone::None {
        return stance;
    }
    let window = scope.asked.window();
    match together.iter().map(|parts| Presence::of(parts, Day::MAX, window)).max() {
        Some(presence) if presence > Presence::No => Stance::of(Zone::OneGroup, presence),
        _ => stance,
    }
}

/// The stance that firm ties alone give.
#[must_use]
pub fn firm(graph: &Graph<'_>, scope: &Scope, bonds: &[Bond]) -> Zone {
    let scope = Scope {
        firm: true,
        ..scope.clone()
    };
    of(graph, &scope, bonds).zone
}

/// The stance that firm ties alone give to a pair that is one group at the times `together`.
#[must_use]
pub fn firm_pair(graph: &Graph<'_>, scope: &Scope, bonds: &[Bond], together: &[Vec<Interval>]) -> Zone {
    let scope = Scope {
        firm: true,
        ..scope.clone()
    };
    of_pair(graph, &scope, bonds, together).zone
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::derived::{Tie, TieEnd};
    use crate::judge::Asked;
    use crate::model::{CompanyId, RelationId};
    use crate::values::PartialDate;

    type Bounds = [i32; 4];

    /// The day this many days after 10 March 2019.
    fn day(offset: i32) -> Day {
        let base = chrono::NaiveDate::from_ymd_opt(2019, 3, 10).unwrap();
        (base + chrono::TimeDelta::days(offset.into())).into()
    }

    fn bond(side: Side, [s0, s1, e0, e1]: Bounds) -> Bond {
        Bond {
            tie: Tie {
                relation: RelationId(0),
                second: None,
                projection: 0,
                from: CompanyId(0),
                to: CompanyId(1),
                side,
            },
            end: TieEnd::From,
            other: CompanyId(1),
            mine: None,
            theirs: None,
            parts: vec![Interval::new(day(s0), day(s1), day(e0), day(e1)).unwrap()],
            presumed_from: Day::MAX,
            firm: true,
            inside: false,
        }
    }

    fn bounds() -> impl Strategy<Value = Bounds> {
        let day = || 0..6;
        (day(), day(), day(), day())
            .prop_map(|(a, b, c, d): (i32, i32, i32, i32)| [a.min(b), a.max(b), c.min(d), c.max(d)])
            .prop_filter("empty", |bounds| bounds[0] < bounds[3])
    }

    fn some() -> impl Strategy<Value = Vec<Bounds>> {
        prop::collection::vec(bounds(), 0..4)
    }

    /// The sets of days, a bit a day, that some things of one side may cover together within the window.
    fn covers(things: &[Bounds], window: u32) -> std::collections::BTreeSet<u32> {
        let days = |s: i32, e: i32| (s..e).fold(0, |days, day| days | 1_u32 << day) & window;
        things.iter().fold([0].into(), |so_far, [s0, s1, e0, e1]| {
            let choices: Vec<u32> = (*s0..=*s1)
                .flat_map(|s| (*e0..=*e1).filter(move |e| s < *e).map(move |e| days(s, e)))
                .collect();
            so_far
                .iter()
                .flat_map(|cover| choices.iter().map(move |choice| cover | choice))
                .collect()
        })
    }

    fn all_told(outcomes: &[bool]) -> Presence {
        match (outcomes.contains(&true), outcomes.contains(&false)) {
            (true, false) => Presence::Yes,
            (true, true) => Presence::Maybe,
            (false, _) => Presence::No,
        }
    }

    fn asked(from: i32, to: i32) -> Scope {
        let date = |offset| PartialDate::from_day(day(offset)).unwrap();
        let mut scope = Scope::at(date(from));
        scope.asked = Asked::Between(date(from), date(to));
        scope
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn a_stance_is_what_all_choices_of_true_dates_say(
            friendly in some(), hostile in some(), (a, b) in (0..6_i32, 0..6_i32),
        ) {
            let (from, to) = (a.min(b), a.max(b));
            let window = (from..=to).fold(0, |days, day| days | 1_u32 << day);
            let (ours, theirs) = (covers(&friendly, window), covers(&hostile, window));
            let choices: Vec<(u32, u32)> = ours.iter().flat_map(|a| theirs.iter().map(move |b| (*a, *b))).collect();
            let all = |test: &dyn Fn(u32, u32) -> bool| {
                all_told(&choices.iter().map(|(a, b)| test(*a, *b)).collect::<Vec<_>>())
            };
            let (cooperation, competition) = (all(&|a, _| a != 0), all(&|_, b| b != 0));
            let expected = match (cooperation, competition, all(&|a, b| a & b != 0)) {
                (Presence::No, Presence::No, _) => (Zone::None, Presence::No),
                (presence, Presence::No, _) => (Zone::Cooperation, presence),
                (Presence::No, presence, _) => (Zone::Competition, presence),
                // where one side is sure and the other is not, the sure one is the stance
                (Presence::Yes, Presence::Maybe, _) => (Zone::Cooperation, Presence::Yes),
                (Presence::Maybe, Presence::Yes, _) => (Zone::Competition, Presence::Yes),
                (_, _, Presence::No) => (Zone::Sequential, all(&|a, b| a != 0 && b != 0)),
                (_, _, presence) => (Zone::Coopetition, presence),
            };
            let bonds: Vec<Bond> = friendly.iter().map(|at| bond(Side::Cooperation, *at))
                .chain(hostile.iter().map(|at| bond(Side::Competition, *at)))
                .collect();
            let found = judge(&asked(from, to), &bonds);
            prop_assert_eq!((found.zone, found.presence), expected);
            let mixed = cooperation != competition && cooperation.min(competition) == Presence::Maybe;
            let meet = all(&|a, b| a & b != 0) > Presence::No;
            prop_assert_eq!(found.possibly, (mixed && meet).then_some(Zone::Coopetition));
        }
    }

    #[test]
    fn two_contracts_in_turn_surely_meet_what_lasts_a_day_in_between() {
        let contracts = [[0, 0, 3, 3], [3, 3, 6, 6]].map(|at| bond(Side::Cooperation, at));
        let rivalry = bond(Side::Competition, [0, 5, 0, 6]);
        let mut bonds: Vec<Bond> = contracts.into_iter().chain([rivalry]).collect();
        let found = judge(&asked(0, 5), &bonds);
        assert_eq!((found.zone, found.presence), (Zone::Coopetition, Presence::Yes));
        bonds[1].presumed_from = day(4);
        assert_eq!(judge(&asked(0, 5), &bonds).presence, Presence::Maybe);
        bonds[0].inside = true;
        bonds[1].inside = true;
        assert_eq!(judge(&asked(0, 5), &bonds).zone, Zone::Competition);
    }
}
