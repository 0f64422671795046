//! Bonds of groups against a computation day by day that knows no intervals.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Bond, Graph, Presence};
use crate::derived::Knowledge;
use crate::judge::testing::{Data, date};
use crate::model::CompanyId;
use crate::values::{Day, Holds, Interval};

/// First day and first day without; each known to lie within some days.
type Bounds = (Day, Day, Day, Day);

/// A year, a month or a day in 2019 or 2020.
fn coarse() -> impl Strategy<Value = String> {
    (2019..=2020, 1..=12, 1..=28, 0..3).prop_map(|(year, month, day, precision)| match precision {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn period() -> impl Strategy<Value = String> {
    (coarse(), prop::option::of(coarse()))
        .prop_filter("empty", |(since, until)| {
            until
                .as_ref()
                .is_none_or(|until| date(since).first() < date(until).last())
        })
        .prop_map(|(since, until)| format!("{since}..{}", until.unwrap_or_default()))
}

fn bounds(period: &str) -> Bounds {
    let (since, until) = period.split_once("..").unwrap();
    let (s0, s1) = (date(since).first(), date(since).last());
    if until.is_empty() {
        return (s0, s1, Day::MAX, Day::MAX);
    }
    (s0, s1, date(until).first(), date(until).last())
}

/// For no, some or all true dates.
fn on(period: &str, day: Day) -> Holds {
    let (s0, s1, e0, e1) = bounds(period);
    let can_hold = s0 <= day && day < e1;
    let later = day.next().max(s0);
    let earlier = day.min(e1);
    let can_miss = (later <= s1 && later < e1) || (earlier >= e0 && s0 < earlier);
    match (can_hold, can_miss) {
        (false, _) => Holds::No,
        (true, true) => Holds::Maybe,
        (true, false) => Holds::Yes,
    }
}

fn not(holds: Holds) -> Holds {
    match holds {
        Holds::No => Holds::Yes,
        Holds::Maybe => Holds::Maybe,
        Holds::Yes => Holds::No,
    }
}

/// The surest of the bonds with each counterparty on a day, inside the group or not.
fn told(bonds: &[Bond], day: Day) -> BTreeMap<(CompanyId, bool), Presence> {
    let mut found = BTreeMap::new();
    for bond in bonds {
        let presence = bond.presence(Interval::window(day, day));
        if presence > Presence::No {
            let best = found.entry((bond.other, bond.inside)).or_insert(presence);
            *best = presence.max(*best);
        }
    }
    found
}

fn days() -> impl Iterator<Item = Day> {
    let (first, last) = (date("2018-12-29").first(), date("2021-01-04").first());
    std::iter::successors(Some(first), |day| Some(day.next())).take_while(move |day| *day <= last)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// `a` may belong to `top`, `x` to `middle` and `middle` to `top`; `a` owns `y`.
    #[test]
    fn counterparties_roll_up_as_on_each_day(
        direct in period(), by_y in period(),
        x_in_middle in period(), middle_in_top in period(), y_in_a in period(),
        a_in_top in prop::option::of(period()),
    ) {
        let mut data = Data::new();
        let [a, x, middle, top] = ["a", "x", "middle", "top"].map(|name| data.company(name));
        data.tie("alliance", "a, x", &direct);
        data.tie("supply", "x > y", &by_y);
        data.part_of("x", "middle", &x_in_middle);
        data.part_of("middle", "top", &middle_in_top);
        data.part_of("y", "a", &y_in_a);
        if let Some(period) = &a_in_top {
            data.part_of("a", "top", period);
        }
        let graph = Graph::new(&data.model, Knowledge::ALL);
        let bonds = graph.bonds(a, true);
        for day in days().step_by(3) {
            let tie = on(&direct, day).max(on(&by_y, day).min(on(&y_in_a, day)));
            let (low, high) = (on(&x_in_middle, day), on(&middle_in_top, day));
            let own = a_in_top.as_ref().map_or(Holds::No, |period| on(period, day));
            // a company that `a` ever belongs to is no counterparty; its part below it is, and may be of one group
            let mut expected: Vec<((CompanyId, bool), Holds)> = vec![((x, false), tie.min(not(low)))];
            if a_in_top.is_some() {
                let inside = high.min(own);
                expected.push(((middle, false), tie.min(low).min(not(inside))));
                expected.push(((middle, true), tie.min(low).min(inside)));
            } else {
                expected.push(((middle, false), tie.min(low).min(not(high))));
                expected.push(((top, false), tie.min(low).min(high)));
            }
            let expected: BTreeMap<_, _> = expected.into_iter()
                .filter(|(_, holds)| *holds > Holds::No)
                .map(|(key, holds)| (key, Presence::from(holds)))
                .collect();
            prop_assert_eq!(told(&bonds, day), expected, "{}", day);
        }
    }

    /// Asked about as itself, a part of a part of a group is reached through what belongs to it, from both ends alike.
    #[test]
    fn a_pair_is_the_same_from_both_ends(
        ties in prop::collection::vec((0..4_usize, 4..8_usize, period()), 1..5),
        (ours, theirs) in (prop::collection::vec(period(), 3), prop::collection::vec(period(), 3)),
        sold in prop::option::of(period()),
    ) {
        let mut data = Data::new();
        let names = ["a", "a1", "a2", "a11", "b", "b1", "b2", "b11"];
        let [a, b] = ["a", "b"].map(|name| data.company(name));
        for (from, to, when) in &ties {
            data.tie("supply", &format!("{} > {}", names[*from], names[*to]), when);
        }
        for (side, periods) in [("a", &ours), ("b", &theirs)] {
            data.part_of(&format!("{side}1"), side, &periods[0]);
            data.part_of(&format!("{side}2"), side, &periods[1]);
            data.part_of(&format!("{side}11"), &format!("{side}1"), &periods[2]);
        }
        if let Some(sold) = &sold {
            data.part_of("b", "a", sold);
        }
        let member = |name: &str, periods: &[String], day: Day| match &name[1..] {
            "" => Holds::Yes,
            "1" => on(&periods[0], day),
            "2" => on(&periods[1], day),
            _ => on(&periods[0], day).min(on(&periods[2], day)),
        };
        let graph = Graph::new(&data.model, Knowledge::ALL);
        let (there, back) = (graph.bonds_between(a, b, true), graph.bonds_between(b, a, true));
        let alone = graph.bonds_between(a, b, false);
        for day in days().step_by(5) {
            let level = |tie: &(usize, usize, String)| {
                on(&tie.2, day).min(member(names[tie.0], &ours, day)).min(member(names[tie.1], &theirs, day))
            };
            let tie = ties.iter().map(level).max().unwrap_or(Holds::No);
            let inside = sold.as_ref().map_or(Holds::No, |period| on(period, day));
            let expected: Vec<(bool, Presence)> = [(false, tie.min(not(inside))), (true, tie.min(inside))]
                .into_iter()
                .filter(|(_, holds)| *holds > Holds::No)
                .map(|(inside, holds)| (inside, Presence::from(holds)))
                .collect();
            for (bonds, other) in [(&there, b), (&back, a)] {
                let found: Vec<_> = told(bonds, day).into_iter().collect();
                let expected: Vec<_> = expected.iter().map(|(inside, p)| ((other, *inside), *p)).collect();
                prop_assert_eq!(found, expected, "{}", day);
            }
            let own = ties.iter().filter(|tie| (tie.0, tie.1) == (0, 4)).map(|tie| on(&tie.2, day)).max();
            let expected = own.filter(|holds| *holds > Holds::No).map(Presence::from);
            prop_assert_eq!(told(&alone, day).values().copied().next(), expected);
        }
    }
}
