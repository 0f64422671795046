//! Whether an amount is counted, and why not.

use std::collections::{BTreeMap, BTreeSet};

use super::told::told_from;
use crate::graph::Graph;
use crate::model::{Amount, Model, Period, RelationId};
use crate::values::{Day, Money};
use crate::vocab::AmountIs;

/// An amount: its relation, and its position there.
pub type AmountAt = (RelationId, usize);

/// Whether an amount is counted in a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is.
    Counted,
    /// It is in none.
    Apart(Apart),
}

/// Why an amount is in no sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// It was only announced, planned or talked about.
    Unsettled,
    /// A total that is counted stands for it, or for all of its parts.
    InTotal(RelationId),
    /// An amount that is counted, or that a total stands for, contains it.
    InWhole(RelationId),
    /// It is a total of records that do not all belong to the answer, or that another total stands for in part; they are counted.
    PartsElsewhere,
    /// The same record has a figure of a later day.
    Earlier,
    /// It is the size of a whole round, of which the parties gave a part.
    Round,
    /// It is a ceiling.
    Cap,
    /// It is the value of a whole.
    Value,
    /// Nobody says how much.
    Undisclosed,
}

impl Apart {
    /// The relation that is counted instead.
    #[must_use]
    pub const fn instead(self) -> Option<RelationId> {
        match self {
            Self::InTotal(id) | Self::InWhole(id) => Some(id),
            _ => None,
        }
    }

    /// Why amounts of this sort are never added; `None` where they are.
    #[must_use]
    pub const fn of_sort(is: AmountIs) -> Option<Self> {
        match is {
            AmountIs::Round => Some(Self::Round),
            AmountIs::Cap => Some(Self::Cap),
            AmountIs::StakeValue | AmountIs::CompanyValue => Some(Self::Value),
            _ => None,
        }
    }
}

/// The place of every amount of some relations that may be told by `last`.
///
/// Where all parts of a total (`total_of`) are there, the total stands for them: its source knows what was kept quiet of the
/// parts; otherwise the parts that are there count. Cost: linear in amounts and parts.
pub(super) fn places(graph: &Graph<'_>, relations: &BTreeSet<RelationId>, last: Day) -> BTreeMap<AmountAt, Place> {
    let model = graph.model();
    let told: BTreeSet<AmountAt> = relations
        .iter()
        .flat_map(|id| graph.relation(*id).amounts().map(|(at, amount)| (*id, at, amount)))
        .filter(|(id, _, amount)| told_from(graph, *id, amount).is_none_or(|day| day <= last))
        .map(|(id, at, _)| (id, at))
        .collect();
    let stood = totals(model, relations, &told);
    let place = |(id, at): AmountAt| {
        let amount = &model[id].amounts[at];
        if let Some(apart) = Apart::of_sort(amount.is) {
            return Place::Apart(apart);
        }
        if !is_settled(model, id) {
            return Place::Apart(Apart::Unsettled);
        }
        match stood.get(&id) {
            Some(Stood::For(total)) => return Place::Apart(Apart::InTotal(*total)),
            Some(Stood::Alone) => return Place::Apart(Apart::PartsElsewhere),
            None => {}
        }
        let contains = |whole: RelationId| {
            let counts = is_settled(model, whole) && !matches!(stood.get(&whole), Some(Stood::Alone));
            counts && known(model, &told, whole).any(|other| other.is == amount.is)
        };
        if let Some(whole) = amount.part_of.filter(|whole| contains(*whole)) {
            return Place::Apart(Apart::InWhole(whole));
        }
        if is_earlier(model, &told, (id, at)) {
            return Place::Apart(Apart::Earlier);
        }
        match amount.money {
            Money::Undisclosed => Place::Apart(Apart::Undisclosed),
            Money::Known { .. } => Place::Counted,
        }
    };
    told.iter().map(|at| (*at, place(*at))).collect()
}

/// What became of a total or its part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stood {
    /// A total stands for it, or it is a smaller total of the same parts.
    For(RelationId),
    /// It is a total, and not all of its parts are there and free.
    Alone,
}

fn is_settled(model: &Model, id: RelationId) -> bool {
    model[id].is_settled()
}

/// The figures of a relation that are told.
fn known<'m>(model: &'m Model, told: &BTreeSet<AmountAt>, id: RelationId) -> impl Iterator<Item = &'m Amount> {
    told.range((id, 0)..=(id, usize::MAX))
        .map(|(id, at)| &model[*id].amounts[*at])
        .filter(|amount| amount.money != Money::Undisclosed)
}

/// Which relations a total stands for, and which totals stand for nothing.
fn totals(model: &Model, relations: &BTreeSet<RelationId>, told: &BTreeSet<AmountAt>) -> BTreeMap<RelationId, Stood> {
    let mut stood: BTreeMap<RelationId, Stood> = BTreeMap::new();
    let has_sum = |id: &RelationId| known(model, told, *id).any(|amount| Apart::of_sort(amount.is).is_none());
    let mut totals: Vec<RelationId> = relations
        .iter()
        .copied()
        .filter(|id| is_settled(model, *id) && !model[*id].total_of.is_empty())
        .collect();
    // the largest total first: it stands for smaller ones of the same parts
    totals.sort_by_key(|id| (std::cmp::Reverse(model[*id].total_of.len()), *id));
    for total in totals {
        let parts = &model[total].total_of;
        let there = |part: &RelationId| {
            relations.contains(part) && is_settled(model, *part) && !stood.contains_key(part) && *part != total
        };
        // one whose parts a larger total stands for is told with it, though it is none of its parts
        let larger = parts.iter().find_map(|part| match stood.get(part) {
            Some(Stood::For(larger)) => Some(*larger),
            _ => None,
        });
        let within = larger.filter(|_| {
            parts
                .iter()
                .all(|part| stood.get(part) == larger.map(Stood::For).as_ref())
        });
        if !stood.contains_key(&total) && has_sum(&total) && parts.iter().all(there) {
            stood.extend(parts.iter().map(|part| (*part, Stood::For(total))));
        } else {
            stood.entry(total).or_insert(within.map_or(Stood::Alone, Stood::For));
        }
    }
    stood
}

/// Whether the record has the same figure as of a later day that is told.
fn is_earlier(model: &Model, told: &BTreeSet<AmountAt>, (id, at): AmountAt) -> bool {
    let amount = &model[id].amounts[at];
    let Some(date) = amount.as_of.filter(|_| amount.period == Period::Once) else {
        return false;
    };
    known(model, told, id).any(|other| {
        other.is == amount.is
            && other.period == Period::Once
            && other.medium == amount.medium
            && other.as_of.is_some_and(|other| other.first() > date.first())
    })
}
