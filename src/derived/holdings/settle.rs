//! Which claims stand beside each other: one owner has one holding in one company at a time, and others end it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::groups::Cause;
use super::Part;
use super::claims::{Claim, Rank, Records};
use crate::model::{CompanyId, Model};
use crate::values::{Interval, PartialDate};

/// What holds in one company, its claims held against each other; by owner, then by start.
pub(super) fn settled(model: &Model, records: &Records<'_>, related: &Related, owned: CompanyId) -> Vec<Claim> {
    let mut by_owner: BTreeMap<CompanyId, Vec<Claim>> = BTreeMap::new();
    for claim in records.claims.get(&owned).into_iter().flatten() {
        by_owner.entry(claim.owner()).or_default().push(claim.clone());
    }
    let all: Vec<Claim> = by_owner.into_values().flat_map(one_at_a_time).collect();
    // a parent that is only declared is nobody who came and took over: beside another one it is a contradiction
    let takeovers: Vec<(CompanyId, Interval)> = all
        .iter()
        .filter(|claim| claim.controls() && matches!(claim.holding().cause, Cause::Relation(_)))
        .map(|claim| (claim.owner(), claim.time()))
        .collect();
    all.into_iter()
        .filter_map(|claim| ended_by_others(records, related, owned, &takeovers, claim))
        .filter_map(|claim| within_lives(model, records, owned, claim))
        .collect()
}

/// The claims of one owner in one company, each ended where a later one takes its place.
fn one_at_a_time(mut claims: Vec<Claim>) -> Vec<Claim> {
    let begins = |claim: &Claim| {
        let (s0, s1) = claim.time().start();
        (s1, s0)
    };
    claims.sort_by_key(|claim| (begins(claim), claim.rank, !claim.inherited));
    let stakes: Vec<Interval> = claims
        .iter()
        .filter(|claim| claim.rank == Rank::Stake)
        .map(Claim::time)
        .collect();
    let mut kept: Vec<Claim> = Vec::new();
    for claim in claims {
        // what a partner or buyer has of a company is said by a stake, where there is one
        let day = claim.time().start().1;
        let told =
            claim.rank == Rank::Venture && stakes.iter().any(|stake| stake.start().1 <= day && day < stake.end().1);
        let nothing_left = claim.rank == Rank::Remainder && !kept.iter().any(|earlier| day < earlier.time().end().1);
        if told || nothing_left {
            continue;
        }
        kept = kept
            .into_iter()
            .filter_map(|earlier| {
                if replaces(&claim, &earlier) {
                    earlier.ended_by(claim.time())
                } else {
                    Some(earlier)
                }
            })
            .collect();
        kept.push(claim);
    }
    kept
}

/// Whether a later claim of the same owner takes the place of an earlier one.
///
/// Stakes in another legal form, or measured by something else, stand beside each other; so do one record that says only
/// who controls and one that says only how much is held.
fn replaces(later: &Claim, earlier: &Claim) -> bool {
    if later.rank != Rank::Stake || earlier.rank != Rank::Stake {
        return true;
    }
    let control_only = |claim: &Claim| claim.states_control && claim.holding().part == Part::Unknown;
    let share_only = |claim: &Claim| !claim.states_control && claim.holding().part != Part::Unknown;
    if control_only(earlier) && share_only(later) || control_only(later) && share_only(earlier) {
        return false;
    }
    let (a, b) = (later.holding().basis, earlier.holding().basis);
    later.instrument == earlier.instrument && (a == b || a.is_none() || b.is_none())
}

/// A claim until others take the company over; one whose end its record states stays as it is.
fn ended_by_others(
    records: &Records<'_>,
    related: &Related,
    owned: CompanyId,
    takeovers: &[(CompanyId, Interval)],
    claim: Claim,
) -> Option<Claim> {
    if claim.ends {
        return Some(claim);
    }
    let begins = claim.time().start();
    let purchases = records.purchases.get(&owned).into_iter().flatten();
    let bought = purchases
        .filter(|purchase| !purchase.acquirers.contains(&claim.owner()))
        .map(|purchase| purchase.time);
    let taken = takeovers
        .iter()
        .filter(|(owner, _)| claim.is_whole_or_controls() && !related.are(*owner, claim.owner()))
        .map(|(_, time)| *time);
    let spun_off = records.spin_offs.get(&owned).into_iter().flatten().copied();
    let spun_off = spun_off.filter(|_| claim.is_whole_or_controls());
    let ends: Vec<Interval> = bought
        .chain(taken)
        .chain(spun_off)
        .filter(|later| later.start() > begins)
        .collect();
    match ends.iter().min_by_key(|later| later.start()) {
        Some(later) => claim.ended_by(*later),
        None => Some(claim),
    }
}

/// A claim while both its companies exist. What a merged company had ends with the merger, by which it passes on, and not with
/// the company a day sooner or later.
fn within_lives(model: &Model, records: &Records<'_>, owned: CompanyId, claim: Claim) -> Option<Claim> {
    let owner = Some(claim.owner()).filter(|owner| records.identity.merged(*owner).is_none());
    std::iter::once(owned)
        .chain(owner)
        .filter_map(|id| records.known.company(&model[id]).to)
        .filter_map(|date: PartialDate| Interval::from_dates(date, None))
        .try_fold(claim, |claim, end| claim.ended_by(end))
}

/// Which companies stand above each other at any time, by what is held whole or controlled.
#[derive(Debug, Default)]
pub(super) struct Related {
    owners: BTreeMap<CompanyId, BTreeSet<CompanyId>>,
}

impl Related {
    pub(super) fn new(claims: &BTreeMap<CompanyId, Vec<Claim>>) -> Self {
        let mut related = Self::default();
        for (owned, claims) in claims {
            let owners: BTreeSet<CompanyId> = claims
                .iter()
                .filter(|claim| claim.controls())
                .map(Claim::owner)
                .collect();
            if !owners.is_empty() {
                related.owners.insert(*owned, owners);
            }
        }
        related
    }

    /// Whether one of two is the other, or stands above it.
    fn are(&self, a: CompanyId, b: CompanyId) -> bool {
        a == b || self.above(a, b) || self.above(b, a)
    }

    fn above(&self, company: CompanyId, owner: CompanyId) -> bool {
        let mut seen = BTreeSet::from([company]);
        let mut open = vec![company];
        while let Some(at) = open.pop() {
            for next in self.owners.get(&at).into_iter().flatten() {
                if *next == owner {
                    return true;
                }
                if seen.insert(*next) {
                    open.push(*next);
                }
            }
        }
        false
    }
}
