//! Holdings against a computation that goes through the days one by one and knows no intervals.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::outline::Outline;
use super::Part;
use crate::derived::{Knowledge, Reach};
use crate::judge::testing::{Data, date};
use crate::model::{CompanyId, Succession};
use crate::values::{Day, PartialDate};
use crate::vocab::SuccessionAs;

/// What happens to the company on one day.
#[derive(Clone, Debug)]
enum Deed {
    /// An owner holds this share from now on, for some days where that is stated.
    Stake(usize, u32, Option<usize>),
    /// These buy it whole.
    Bought(Vec<usize>),
    /// It is spun off.
    SpunOff,
}

const OWNERS: [&str; 4] = ["a", "b", "c", "d"];
const DAYS: usize = 28;

fn day(at: usize) -> PartialDate {
    date(&format!("2019-02-{:02}", at + 1))
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..OWNERS.len(), 1..=100_u32, prop::option::of(1..12_usize)).prop_map(|(o, s, n)| Deed::Stake(o, s, n)),
        prop::sample::subsequence(vec![0, 1, 2, 3], 1..=2).prop_map(Deed::Bought),
        Just(Deed::SpunOff),
    ]
}

/// What one owner has: how much, and the day on which it says that it ends.
#[derive(Clone, Copy, PartialEq)]
struct Has {
    part: Part,
    controls: bool,
    until: Option<usize>,
}

/// Who has what on each day, by going through them.
fn by_hand(deeds: &BTreeMap<usize, Deed>) -> Vec<BTreeMap<usize, Part>> {
    let mut state: BTreeMap<usize, Has> = BTreeMap::new();
    (0..DAYS)
        .map(|today| {
            state.retain(|_, has| has.until != Some(today));
            match deeds.get(&today) {
                Some(Deed::Stake(owner, share, days)) => {
                    let controls = *share > 50;
                    if controls {
                        state.retain(|_, has| !has.controls || has.until.is_some());
                    }
                    let part = Part::Share(format!("{share}%").parse().unwrap());
                    let until = days.map(|days| today + days);
                    state.insert(*owner, Has { part, controls, until });
                }
                Some(Deed::Bought(owners)) => {
                    state.retain(|_, has| has.until.is_some());
                    let alone = owners.len() == 1;
                    let part = if alone { Part::Whole } else { Part::Unknown };
                    for owner in owners {
                        state.insert(
                            *owner,
                            Has {
                                part,
                                controls: alone,
                                until: None,
                            },
                        );
                    }
                }
                Some(Deed::SpunOff) => state.retain(|_, has| !has.controls || has.until.is_some()),
                None => {}
            }
            state.iter().map(|(owner, has)| (*owner, has.part)).collect()
        })
        .collect()
}

fn told(data: &Data, company: CompanyId, on: Day) -> BTreeMap<usize, Part> {
    let outline = Outline::of(&data.model, Knowledge::ALL, Reach::DEFAULT);
    let holds = outline
        .holdings()
        .of(company)
        .iter()
        .filter(|holding| holding.interval.sure().is_some_and(|(from, to)| from <= on && on < to));
    let owner = |id: CompanyId| OWNERS.iter().position(|name| data.model[id].id == *name).unwrap();
    holds.map(|holding| (owner(holding.owner), holding.part)).collect()
}

proptest! {
    #[test]
    fn holdings_are_what_the_days_make_them(deeds in prop::collection::btree_map(0..DAYS, deed(), 0..7)) {
        let mut data = Data::new();
        let company = data.company("x");
        let parent = data.company("parent");
        for owner in OWNERS {
            data.company(owner);
        }
        for (at, deed) in &deeds {
            match deed {
                Deed::Stake(owner, share, days) => {
                    let until = days.map(|days| (at + days).min(DAYS - 1)).filter(|until| until > at);
                    let until = until.map(|at| day(at).to_string()).unwrap_or_default();
                    let id = data.tie("stake", &format!("{} > x", OWNERS[*owner]), &format!("{}..{until}", day(*at)));
                    data.share(id, *share);
                }
                Deed::Bought(owners) => {
                    let names: Vec<&str> = owners.iter().map(|at| OWNERS[*at]).collect();
                    data.tie("acquisition", &format!("{} > x", names.join(", ")), &format!("{}..", day(*at)));
                }
                Deed::SpunOff => data.model.successions.push(Succession {
                    id: format!("case/out-{at}").into(),
                    from: parent,
                    to: company,
                    how: SuccessionAs::SpinOff,
                    since: day(*at),
                    note: None,
                    sources: Vec::new(),
                }),
            }
        }
        let clipped = deeds.iter().map(|(at, deed)| (*at, match deed {
            Deed::Stake(owner, share, days) => {
                let until = days.map(|days| (at + days).min(DAYS - 1)).filter(|until| until > at);
                Deed::Stake(*owner, *share, until.map(|until| until - at))
            }
            other => other.clone(),
        })).collect();
        for (at, expected) in by_hand(&clipped).iter().enumerate() {
            prop_assert_eq!(&told(&data, company, day(at).first()), expected, "on {}", day(at));
        }
    }
}
