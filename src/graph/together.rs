//! Whether a chain of ties holds at one time: of several bonds on each leg, one must hold together with one of each other.

use super::bond::{Bond, Presence};
use crate::values::{Day, Interval};

/// How many partial choices are looked at before the answer is left at [`Presence::Maybe`].
const CHOICES: usize = 20_000;

/// How surely one bond of every leg hold together on some day of `window`; no legs always do.
///
/// The judge is the same `overlap` as everywhere. What may hold is found exactly, in time linear in bonds; what surely
/// does is searched among the choices of one bond a leg, the surest first, and after 20,000 partial choices left as maybe.
#[must_use]
pub fn together(legs: &[Vec<&Bond>], window: Interval, accept: impl Fn(Presence) -> Presence) -> Presence {
    let judge = |chosen: &[&Bond]| {
        let parts: Vec<Interval> = chosen.iter().flat_map(|bond| bond.parts.iter().copied()).collect();
        let presumed_from = chosen.iter().map(|bond| bond.presumed_from).min().unwrap_or(Day::MAX);
        accept(Presence::of(&parts, presumed_from, window))
    };
    let mut ordered: Vec<Vec<&Bond>> = legs.to_vec();
    for leg in &mut ordered {
        leg.sort_by_cached_key(|bond| std::cmp::Reverse(judge(&[*bond])));
    }
    let mut best = Presence::No;
    let mut chosen: Vec<&Bond> = Vec::new();
    let mut next = vec![0_usize];
    let mut left = CHOICES;
    while let Some(at) = next.last().copied() {
        if chosen.len() == ordered.len() {
            best = best.max(judge(&chosen));
        }
        let bond = ordered.get(chosen.len()).and_then(|leg| leg.get(at));
        let (Some(bond), true) = (bond, best < Presence::Yes) else {
            next.pop();
            chosen.pop();
            continue;
        };
        if left == 0 {
            let possible = !meeting(legs.iter().map(|leg| ranges(leg.iter().copied(), Bond::possible))).is_empty();
            return best.max(if possible { Presence::Maybe } else { Presence::No });
        }
        left -= 1;
        if let Some(at) = next.last_mut() {
            *at += 1;
        }
        chosen.push(bond);
        if judge(&chosen) > Presence::No {
            next.push(0);
        } else {
            chosen.pop();
        }
    }
    best
}

/// The stretches of days on which every leg has a bond that holds, half-open and in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runs {
    /// Whatever the true dates are.
    pub sure: Vec<(Day, Day)>,
    /// If the true dates allow.
    pub possible: Vec<(Day, Day)>,
}

impl Runs {
    /// The stretches over all time. Cost: `n log n` for `n` bonds.
    #[must_use]
    pub fn of(legs: &[Vec<&Bond>]) -> Self {
        let all =
            |days: fn(&Bond) -> Option<(Day, Day)>| meeting(legs.iter().map(|leg| ranges(leg.iter().copied(), days)));
        Self {
            sure: all(Bond::sure),
            possible: all(Bond::possible),
        }
    }

    /// Only the stretches that meet a window.
    #[must_use]
    pub fn within(mut self, window: Interval) -> Self {
        let (from, to) = window.possible();
        for runs in [&mut self.sure, &mut self.possible] {
            runs.retain(|run| run.0 < to && from < run.1);
        }
        self
    }

    /// Each possible stretch by itself, with the sure ones in it.
    #[must_use]
    pub fn each(self) -> Vec<Self> {
        let one = |run: &(Day, Day)| Self {
            sure: self
                .sure
                .iter()
                .filter(|sure| run.0 <= sure.0 && sure.1 <= run.1)
                .copied()
                .collect(),
            possible: vec![*run],
        };
        self.possible.iter().map(one).collect()
    }

    /// Whether a bond may hold in one of the stretches.
    #[must_use]
    pub fn meets(&self, bond: &Bond) -> bool {
        bond.possible()
            .is_some_and(|(from, to)| self.possible.iter().any(|run| run.0 < to && from < run.1))
    }
}

/// The days of some bonds as stretches that do not touch.
pub(super) fn ranges<'b>(
    bonds: impl Iterator<Item = &'b Bond>,
    days: impl Fn(&Bond) -> Option<(Day, Day)>,
) -> Vec<(Day, Day)> {
    merged(bonds.filter_map(days).collect())
}

/// Some stretches of days as ones that do not touch, in order.
pub(super) fn merged(mut all: Vec<(Day, Day)>) -> Vec<(Day, Day)> {
    all.sort_unstable();
    let mut merged: Vec<(Day, Day)> = Vec::new();
    for (from, to) in all {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// The days that all lists of stretches have in common.
pub(super) fn meeting(mut lists: impl Iterator<Item = Vec<(Day, Day)>>) -> Vec<(Day, Day)> {
    let Some(first) = lists.next() else {
        return vec![(Day::MIN, Day::MAX)];
    };
    lists.fold(first, |common, list| {
        let mut both = Vec::new();
        let (mut left, mut right) = (common.as_slice(), list.as_slice());
        while let (Some(a), Some(b)) = (left.first(), right.first()) {
            let (from, to) = (a.0.max(b.0), a.1.min(b.1));
            if from < to {
                both.push((from, to));
            }
            if a.1 <= b.1 {
                left = &left[1..];
            } else {
                right = &right[1..];
            }
        }
        both
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::derived::{Tie, TieEnd};
    use crate::model::{CompanyId, RelationId};
    use crate::vocab::Side;

    fn day(n: i32) -> Day {
        let first: crate::values::PartialDate = "2000-01-01".parse().unwrap();
        (0..n).fold(first.first(), |day, _| day.next())
    }

    fn bond(bounds: [i32; 4]) -> Option<Bond> {
        let [s0, s1, e0, e1] = bounds.map(day);
        Some(Bond {
            tie: Tie {
                relation: RelationId(0),
                second: None,
                projection: 0,
                from: CompanyId(0),
                to: CompanyId(1),
                side: Side::Cooperation,
            },
            end: TieEnd::From,
            other: CompanyId(1),
            mine: None,
            theirs: None,
            parts: vec![Interval::new(s0, s1, e0, e1)?],
            presumed_from: Day::MAX,
            firm: true,
            inside: false,
        })
    }

    fn bonds() -> impl Strategy<Value = Vec<Bond>> {
        let one = (0..20, 0..4, 0..8, 0..4)
            .prop_filter_map("no day", |(s, ds, len, de)| bond([s, s + ds, s + len, s + len + de]));
        proptest::collection::vec(one, 1..4)
    }

    proptest! {
        #[test]
        fn it_is_the_best_of_all_choices(legs in proptest::collection::vec(bonds(), 1..4)) {
            let legs: Vec<Vec<&Bond>> = legs.iter().map(|leg| leg.iter().collect()).collect();
            let window = Interval::window(day(3), day(15));
            let mut choices: Vec<Vec<&Bond>> = vec![Vec::new()];
            for leg in &legs {
                choices = choices
                    .iter()
                    .flat_map(|chosen| leg.iter().map(|bond| [chosen.as_slice(), &[*bond]].concat()))
                    .collect();
            }
            let best = choices
                .iter()
                .map(|chosen| {
                    let parts: Vec<Interval> = chosen.iter().flat_map(|bond| bond.parts.clone()).collect();
                    Presence::of(&parts, Day::MAX, window)
                })
                .max()
                .unwrap_or(Presence::No);
            prop_assert_eq!(together(&legs, window, |presence| presence), best);
            // day by day, without interval arithmetic
            let runs = Runs::of(&legs);
            for at in 0..40 {
                let at = day(at);
                let on = |days: fn(&Bond) -> Option<(Day, Day)>| {
                    legs.iter().all(|leg| leg.iter().any(|b| days(b).is_some_and(|(from, to)| from <= at && at < to)))
                };
                let within = |runs: &[(Day, Day)]| runs.iter().any(|run| run.0 <= at && at < run.1);
                prop_assert_eq!(within(&runs.sure), on(Bond::sure));
                prop_assert_eq!(within(&runs.possible), on(Bond::possible));
            }
        }
    }
}
