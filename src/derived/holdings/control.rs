//! From holdings to memberships: who controls a company, alone or with its group.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::super::groups::{Membership, ancestors_in};
use super::{Holding, Holdings, Part};
use crate::model::{CompanyId, Model};
use crate::values::{Day, Interval};
use crate::vocab::StakeBasis;

/// How often control by shares taken together may make a group larger, which may control more; real chains are short.
const ROUNDS: usize = 8;

/// Who controls each company, in the order of companies: by one holding, or by the shares of one group together.
pub(crate) fn memberships(model: &Model, holdings: &Holdings) -> Vec<Vec<Membership>> {
    let mut alone: Vec<Vec<Membership>> = vec![Vec::new(); model.companies.len()];
    for holding in holdings.iter().filter(|holding| holding.controls) {
        alone[holding.owned.index()].push(Membership {
            parent: holding.owner,
            cause: holding.cause,
            interval: holding.interval,
            presumed_from: holding.presumed_from,
        });
    }
    let shared: BTreeSet<CompanyId> = holdings
        .iter()
        .filter(|holding| !holding.controls)
        .map(|holding| holding.owned)
        .filter(|owned| least(holdings.of(*owned)) > Decimal::from(50))
        .collect();
    let mut all = one_per_parent(alone.clone());
    for _ in 0..ROUNDS {
        let mut next = alone.clone();
        for owned in &shared {
            next[owned.index()].extend(by_groups(&all, holdings.of(*owned)));
        }
        let next = one_per_parent(next);
        if next == all {
            break;
        }
        all = next;
    }
    all
}

/// The most that the holdings in a company can surely add up to at any time.
fn least(holdings: &[Holding]) -> Decimal {
    let mut most: BTreeMap<CompanyId, Decimal> = BTreeMap::new();
    for holding in holdings {
        let floor = floor(holding);
        let entry = most.entry(holding.owner).or_default();
        *entry = floor.max(*entry);
    }
    let common = holdings.iter().any(|holding| holding.common);
    if common {
        Decimal::ONE_HUNDRED
    } else {
        most.into_values().sum()
    }
}

fn floor(holding: &Holding) -> Decimal {
    match holding.part {
        Part::Whole => Decimal::ONE_HUNDRED,
        Part::Share(_) if holding.basis == Some(StakeBasis::Economic) => Decimal::ZERO,
        Part::Share(share) => share.floor(),
        Part::Unknown => Decimal::ZERO,
    }
}

/// A holding as a part of what a group has: with the times in which its owner belongs to the group.
struct Piece<'h> {
    holding: &'h Holding,
    parts: Vec<Interval>,
}

impl Piece<'_> {
    fn from(&self) -> Day {
        self.parts.iter().map(|part| part.start().1).max().unwrap_or(Day::MIN)
    }

    fn surely_on(&self, day: Day) -> bool {
        self.parts
            .iter()
            .all(|part| part.sure().is_some_and(|(from, to)| from <= day && day < to))
    }
}

/// Control by the shares of one group together, of the lowest company that has the group's members below it.
fn by_groups(memberships: &[Vec<Membership>], holdings: &[Holding]) -> Vec<Membership> {
    let mut pieces: BTreeMap<CompanyId, Vec<Piece<'_>>> = BTreeMap::new();
    for holding in holdings {
        for (ancestor, mut parts) in ancestors_in(memberships, holding.owner) {
            parts.push(holding.interval);
            pieces.entry(ancestor).or_default().push(Piece { holding, parts });
        }
    }
    let mut found: Vec<Membership> = Vec::new();
    for (top, pieces) in &pieces {
        let owners: BTreeSet<CompanyId> = pieces.iter().map(|piece| piece.holding.owner).collect();
        if owners.len() < 2 || *top == pieces[0].holding.owned {
            continue;
        }
        let mut days: Vec<Day> = pieces.iter().map(Piece::from).collect();
        days.sort_unstable();
        days.dedup();
        let all = whole_purchases(holdings);
        for day in days {
            let on: Vec<&Piece<'_>> = pieces.iter().filter(|piece| piece.surely_on(day)).collect();
            let alone = on.iter().any(|piece| piece.holding.controls);
            if !alone && controls(&on, &all) {
                found.extend(membership(*top, &on));
            }
        }
    }
    let tops: Vec<CompanyId> = found.iter().map(|membership| membership.parent).collect();
    // of a group and a larger one around it the smaller controls
    found.retain(|membership| {
        !tops.iter().any(|other| {
            *other != membership.parent
                && ancestors_in(memberships, *other)
                    .iter()
                    .any(|(above, _)| *above == membership.parent)
        })
    });
    found
}

/// How many bought a company together, by the purchase.
fn whole_purchases(holdings: &[Holding]) -> Vec<(super::super::groups::Cause, usize)> {
    let mut all: Vec<(super::super::groups::Cause, usize)> = Vec::new();
    for holding in holdings.iter().filter(|holding| holding.common) {
        match all.iter_mut().find(|(cause, _)| *cause == holding.cause) {
            Some((_, n)) => *n += 1,
            None => all.push((holding.cause, 1)),
        }
    }
    all
}

/// Whether pieces surely make up more than half, figures of one owner counted once, or all of a common purchase.
fn controls(on: &[&Piece<'_>], purchases: &[(super::super::groups::Cause, usize)]) -> bool {
    let mut most: BTreeMap<CompanyId, Decimal> = BTreeMap::new();
    for piece in on {
        let entry = most.entry(piece.holding.owner).or_default();
        *entry = floor(piece.holding).max(*entry);
    }
    let bought = |cause, n| {
        on.iter()
            .filter(|piece| piece.holding.common && piece.holding.cause == cause)
            .count()
            == n
    };
    most.into_values().sum::<Decimal>() > Decimal::from(50) || purchases.iter().any(|(cause, n)| bought(*cause, *n))
}

/// What all of some pieces together give: from when the last surely begins until the first may end.
fn membership(top: CompanyId, on: &[&Piece<'_>]) -> Option<Membership> {
    let parts = || on.iter().flat_map(|piece| piece.parts.iter());
    let s0 = parts().map(|part| part.start().0).max()?;
    let s1 = parts().map(|part| part.start().1).max()?;
    let e0 = parts().map(|part| part.end().0).min()?;
    let e1 = parts().map(|part| part.end().1).min()?;
    let last = on.iter().max_by_key(|piece| piece.from())?;
    Some(Membership {
        parent: top,
        cause: last.holding.cause,
        interval: Interval::new(s0, s1, e0, e1)?,
        presumed_from: on.iter().map(|piece| piece.holding.presumed_from).min()?,
    })
}

/// Memberships of one company in one parent, each ended where the next begins, so that no day is counted twice.
fn one_per_parent(mut all: Vec<Vec<Membership>>) -> Vec<Vec<Membership>> {
    for memberships in &mut all {
        memberships.sort_by_key(|m| (m.parent, m.interval.start(), m.interval.end()));
        let mut kept: Vec<Membership> = Vec::new();
        for membership in memberships.drain(..) {
            if let Some(last) = kept.last_mut().filter(|last| last.parent == membership.parent) {
                match last.interval.ended_by(membership.interval) {
                    // what something else ended lasted until then
                    Some(interval) if interval != last.interval => {
                        last.interval = interval;
                        last.presumed_from = Day::MAX;
                    }
                    Some(_) => {}
                    None => {
                        kept.pop();
                    }
                }
            }
            kept.push(membership);
        }
        *memberships = kept;
    }
    all
}
