//! What successions hand on: the holdings of a company that was merged or put under a parent, and those in it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::groups::Cause;
use super::super::identity::Identity;
use super::super::knowledge::Knowledge;
use super::claims::{Claim, Rank, Records, whole};
use super::settle::{Related, settled};
use crate::model::{CompanyId, Model, Succession, SuccessionId};
use crate::values::Interval;
use crate::vocab::SuccessionAs;

/// Adds to the claims what each succession hands on, in the order of time.
///
/// - *Rename* and *conversion*: the company is the same one, and its claims stand together already.
/// - *Merger*: what it owns passes to the company it was merged into; what others had of it ends.
/// - *Holding*: the new parent owns the whole of the old company, and those who owned the old company own the parent.
pub(super) fn hand_on(model: &Model, records: &mut Records<'_>, known: Knowledge, identity: &Identity) {
    let mut order: Vec<(SuccessionId, &Succession)> = (0..)
        .map(SuccessionId)
        .zip(&model.successions)
        .filter(|(_, one)| matches!(one.how, SuccessionAs::Merger | SuccessionAs::Holding))
        .filter(|(_, one)| known.succession(model, one).is_some() && identity.root(one.from) != identity.root(one.to))
        .collect();
    order.sort_by_key(|(id, succession)| (succession.since, *id));
    let mut owned_by: BTreeMap<CompanyId, BTreeSet<CompanyId>> = BTreeMap::new();
    for (owned, claims) in &records.claims {
        for claim in claims {
            owned_by.entry(claim.owner()).or_default().insert(*owned);
        }
    }
    for (id, succession) in order {
        let Succession { how, since, .. } = *succession;
        let (from, to) = (identity.root(succession.from), identity.root(succession.to));
        let Some(time) = Interval::from_dates(since, None) else {
            continue;
        };
        if how == SuccessionAs::Merger {
            for owned in owned_by.get(&from).cloned().unwrap_or_default() {
                hand(model, records, owned, time, |claim| {
                    (claim.owner() == from).then(|| claim.handed_on(to, owned, since))
                });
                owned_by.entry(to).or_default().insert(owned);
            }
            // nobody says what part of the successor the owners of the merged company got
            hand(model, records, from, time, |_| Some(None));
        } else {
            hand(model, records, from, time, |claim| {
                (claim.owner() != to).then(|| claim.handed_on(claim.owner(), to, since))
            });
            for claim in records.claims.get(&to).into_iter().flatten() {
                owned_by.entry(claim.owner()).or_default().insert(to);
            }
            records.add(Claim::new(whole(to, from, Cause::Succession(id), time), Rank::Purchase));
            owned_by.entry(to).or_default().insert(from);
        }
    }
}

/// Ends the claims in `owned` that `heir` is about on the day of a succession, and adds what it makes of those that hold then.
fn hand(
    model: &Model,
    records: &mut Records<'_>,
    owned: CompanyId,
    time: Interval,
    heir: impl Fn(&Claim) -> Option<Option<Claim>>,
) {
    let related = Related::new(&records.claims);
    let holding = settled(model, records, &related, owned);
    let day = time.start().1;
    let runs = |claim: &Claim| claim.time().start().0 < day && day < claim.time().end().1;
    let heirs: Vec<Claim> = holding
        .iter()
        .filter(|claim| runs(claim))
        .filter_map(|claim| heir(claim)?)
        .collect();
    if let Some(claims) = records.claims.get_mut(&owned) {
        *claims = claims
            .drain(..)
            .filter_map(|claim| match heir(&claim) {
                Some(_) if claim.time().start().0 < day => claim.ended_by(time),
                _ => Some(claim),
            })
            .collect();
    }
    for claim in heirs {
        records.add(claim);
    }
}
