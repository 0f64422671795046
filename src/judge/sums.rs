//! What counts in a sum of money: the only place that adds amounts of relations.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Model, Period, RelationId};
use crate::values::{Money, Sum, sum};
use crate::vocab::AmountIs;

/// What some relations' amounts come to, by what they are amounts of; unlike ones are never added.
///
/// Left out are amounts that an amount of the same sort of another relation of the list contains (`part_of`), and those of
/// relations that are only announced, planned or talked about. Where all parts of a total (`total_of`) are in the list, the total stands for them:
/// its source knows what was kept quiet of the parts; otherwise the total is left out. Amounts a year stand apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sums {
    /// Once, or over a stated time.
    pub once: BTreeMap<AmountIs, Sum>,
    /// Every year.
    pub per_year: BTreeMap<AmountIs, Sum>,
}

/// Adds up the amounts of some relations, each counted once.
#[must_use]
pub fn sums(model: &Model, relations: &BTreeSet<RelationId>) -> Sums {
    let mut once: BTreeMap<AmountIs, Vec<Money>> = BTreeMap::new();
    let mut per_year: BTreeMap<AmountIs, Vec<Money>> = BTreeMap::new();
    let counted = counted(model, relations);
    for id in &counted {
        let relation = &model[*id];
        for amount in &relation.amounts {
            let contains = |whole: RelationId| {
                counted.contains(&whole) && model[whole].amounts.iter().any(|other| other.is == amount.is)
            };
            if amount.part_of.is_some_and(contains) {
                continue;
            }
            let into = if amount.period == Period::PerYear {
                &mut per_year
            } else {
                &mut once
            };
            into.entry(amount.is).or_default().push(amount.money);
        }
    }
    Sums {
        once: add(once),
        per_year: add(per_year),
    }
}

/// The relations whose amounts are added: settled ones, with totals in place of their parts.
fn counted(model: &Model, relations: &BTreeSet<RelationId>) -> BTreeSet<RelationId> {
    let mut counted: BTreeSet<RelationId> = relations.iter().copied().filter(|id| model[*id].is_settled()).collect();
    let mut totals: Vec<RelationId> = counted
        .iter()
        .copied()
        .filter(|id| !model[*id].total_of.is_empty())
        .collect();
    // the largest total first: it stands for smaller ones of the same parts
    totals.sort_by_key(|id| (std::cmp::Reverse(model[*id].total_of.len()), *id));
    for total in totals {
        let parts = &model[total].total_of;
        if parts.iter().all(|part| counted.contains(part)) {
            for part in parts {
                counted.remove(part);
            }
        } else {
            counted.remove(&total);
        }
    }
    counted
}

/// Values of a whole (a stake, a company, a round) are no flows: of several only the greatest figure is kept.
fn add(amounts: BTreeMap<AmountIs, Vec<Money>>) -> BTreeMap<AmountIs, Sum> {
    amounts
        .into_iter()
        .filter_map(|(is, mut amounts)| {
            if is.is_level() {
                amounts.sort_by_key(|money| money.high().or(money.low()));
                amounts.drain(..amounts.len().saturating_sub(1));
            }
            Some((is, sum(&amounts)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::testing::Data;
    use crate::model::Amount;
    use crate::vocab::Status;

    fn amount(money: &str, is: AmountIs) -> Amount {
        Amount::new(money.parse().unwrap(), is)
    }

    #[test]
    fn a_total_stands_for_its_parts_when_all_are_there_and_is_left_out_otherwise() {
        let mut data = Data::new();
        let first = data.tie("investment", "a > b", "2019..");
        let second = data.tie("investment", "a > b", "2021..");
        let total = data.tie("investment", "a > b", "2019..");
        data.edit(first).amounts = vec![amount("USD 1bn", AmountIs::Committed)];
        data.edit(second).amounts = vec![amount("undisclosed", AmountIs::Committed)];
        data.edit(total).amounts = vec![
            amount("USD 3bn", AmountIs::Committed),
            amount("USD 2bn", AmountIs::Paid),
        ];
        data.edit(total).total_of = vec![first, second];
        let model = data.model;
        let all = sums(&model, &[first, second, total].into());
        assert_eq!(
            all.once[&AmountIs::Committed].totals[0].figure.to_string(),
            "3000000000"
        );
        assert_eq!(all.once[&AmountIs::Committed].undisclosed, 0);
        let some = sums(&model, &[first, total].into());
        assert_eq!(
            some.once[&AmountIs::Committed].totals[0].figure.to_string(),
            "1000000000"
        );
        assert!(!some.once.contains_key(&AmountIs::Paid));
    }

    #[test]
    fn a_part_is_left_out_where_a_whole_of_its_sort_is_counted() {
        let mut data = Data::new();
        let whole = data.tie("investment", "a > b", "2023..");
        let part = data.tie("investment", "a > b", "2023..");
        data.edit(whole).amounts = vec![amount("USD 10bn", AmountIs::Committed)];
        let within = |money: &str, is| Amount {
            part_of: Some(whole),
            ..amount(money, is)
        };
        data.edit(part).amounts = vec![
            within("USD 2bn", AmountIs::Committed),
            within("USD 1bn", AmountIs::Paid),
        ];
        let said = |data: &Data, is: AmountIs| {
            let sums = sums(&data.model, &[whole, part].into());
            sums.once.get(&is).map(|sum| sum.totals[0].figure.to_string())
        };
        assert_eq!(said(&data, AmountIs::Committed).as_deref(), Some("10000000000"));
        assert_eq!(
            said(&data, AmountIs::Paid).as_deref(),
            Some("1000000000"),
            "paid is no part of what was promised"
        );
        data.edit(whole).status = Status::Announced;
        assert_eq!(
            said(&data, AmountIs::Committed).as_deref(),
            Some("2000000000"),
            "nothing counted contains it"
        );
        assert_eq!(
            sums(&data.model, &[part].into()).once[&AmountIs::Committed].totals[0]
                .figure
                .to_string(),
            "2000000000"
        );
    }
}
