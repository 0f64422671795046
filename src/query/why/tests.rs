use proptest::prelude::*;

use super::record::Lapse;
use super::*;
use crate::derived::Began;
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::Scope;
use crate::judge::testing::{Data, date};
use crate::model::Moment;
use crate::values::PartialDate;
use crate::vocab::{Confidence, SourceKind};

fn ask<T>(data: &Data, at: &str, question: impl Fn(&View<'_>) -> T) -> T {
    let graph = Graph::new(&data.model, Knowledge::ALL);
    let scope = Scope::at(date(at));
    question(&View::new(&graph, &scope))
}

fn coarse() -> impl Strategy<Value = String> {
    (2015..=2016, 1..=12, prop::bool::ANY).prop_map(|(year, month, fine)| {
        if fine {
            format!("{year}-{month:02}")
        } else {
            format!("{year}")
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The days of a meeting are those on which both hold for every choice of true dates, and for some.
    #[test]
    fn meetings_are_the_days_that_both_hold(
        ours in (coarse(), coarse()), theirs in (coarse(), coarse()), asked in 1..=12,
    ) {
        let whole = |(since, until): &(String, String)| Interval::from_dates(date(since), Some(date(until)));
        let (Some(a), Some(b)) = (whole(&ours), whole(&theirs)) else { return Ok(()) };
        let mut data = Data::new();
        data.tie("supply", "a > b", &format!("{}..{}", ours.0, ours.1));
        data.tie("competitive_overlap", "a, b", &format!("{}..{}", theirs.0, theirs.1));
        let asked = format!("2016-{asked:02}");
        let found = ask(&data, &asked, |view| why(view, 0.into(), 1.into()));
        let last = date(&asked).last();
        let days: Vec<Day> = std::iter::successors(Some(date("2014-12-01").first()), |day| Some(day.next()))
            .take_while(|day| *day <= last)
            .collect();
        let within = |bounds: Option<(Day, Day)>, day: Day| bounds.is_some_and(|(from, to)| from <= day && day < to);
        let ends = |on: &dyn Fn(Day) -> bool| {
            let on: Vec<Day> = days.iter().copied().filter(|day| on(*day)).collect();
            on.first().copied().zip(on.last().copied())
        };
        let surely = ends(&|day| within(a.sure(), day) && within(b.sure(), day));
        let possibly = ends(&|day| within(Some(a.possible()), day) && within(Some(b.possible()), day));
        match found.meetings.as_slice() {
            [] => prop_assert_eq!(found.stance.zone == Zone::Coopetition, false),
            [meeting] => {
                prop_assert_eq!(meeting.surely, surely);
                prop_assert_eq!(Some(meeting.possibly), possibly);
            }
            more => prop_assert!(false, "{:?}", more),
        }
    }
}

#[test]
fn every_rule_of_time_is_named() {
    let mut data = Data::new();
    let dated = data.tie("supply", "a > b", "2012..2015");
    let older = data.tie("alliance", "a, b", "2010..");
    let newer = data.tie("alliance", "a, b", "2014..");
    data.edit(newer).supersedes.push(older);
    let vague = data.tie("competitive_overlap", "a, b", "");
    data.edit(vague).since = Some(Moment::Unknown);
    let ended = data.tie("supply", "a > b", "2012..");
    data.edit(ended).until = Some(Moment::Unknown);
    let seen = data.tie("stake", "a > b", "");
    data.edit(seen).observed = vec![date("2013-05-01")];
    let contract = data.tie("license", "a > b", "2012..");
    data.edit(contract).expires = Some(date("2013-06-30"));
    let rules = |id| {
        ask(&data, "2013", |view| {
            let found = reason(view, id);
            (found.start, found.end)
        })
    };
    let since = |text| Some(Began::On(date(text)));
    assert_eq!(rules(dated), (since("2012"), EndRule::Until(date("2015"))));
    assert_eq!(rules(older), (since("2010"), EndRule::Superseded(newer)));
    assert_eq!(
        rules(vague),
        (Some(Began::By(date("1990-01-01").first())), EndRule::Open)
    );
    assert_eq!(rules(ended), (since("2012"), EndRule::Unknown));
    assert_eq!(rules(seen), (Some(Began::Seen(date("2013-05-01"))), EndRule::Open));
    let presumed = ask(&data, "2013", |view| reason(view, contract)).presumed.unwrap();
    assert_eq!(
        (presumed.from, presumed.after),
        (date("2013-07-01").first(), Lapse::Expired)
    );
    let presumed = ask(&data, "2013", |view| reason(view, newer)).presumed.unwrap();
    assert_eq!(
        (presumed.from, presumed.after),
        (date("2020-01-01").first().prev().next(), Lapse::Years(5))
    );
}

#[test]
fn the_source_that_gives_the_grade_is_found() {
    let mut data = Data::new();
    let tie = data.tie("supply", "a > b", "2012..");
    let sources = [SourceKind::Forum, SourceKind::Blog, SourceKind::Filing].map(|kind| data.source(kind, "2013-01-01"));
    data.model.sources[sources[1].source.index()].based_on = Some(sources[0].source);
    data.edit(tie).sources = sources.to_vec();
    let found = ask(&data, "2014", |view| reason(view, tie));
    let grades: Vec<Option<Confidence>> = found.sources.iter().map(|source| source.grade).collect();
    assert_eq!(
        grades,
        [
            Some(Confidence::Claimed),
            Some(Confidence::Claimed),
            Some(Confidence::Confirmed)
        ]
    );
    assert_eq!((found.confidence, found.origins), (Some(Confidence::Confirmed), 2));
    assert_eq!(found.sources[1].origin, sources[0].source);
}

#[test]
fn one_group_is_explained_by_the_purchase() {
    let mut data = Data::new();
    data.company("a");
    data.company("b");
    let bought = data.tie("acquisition", "a > b", "2012-05-01");
    let found = ask(&data, "2014", |view| why(view, 0.into(), 1.into()));
    assert_eq!(found.stance.zone, Zone::OneGroup);
    let by: Vec<Option<RelationId>> = found.memberships.iter().map(|at| at.by).collect();
    assert_eq!(by, [Some(bought)]);
    let day: PartialDate = date("2012-05-01");
    assert_eq!(found.phase.unwrap().from.date(), Some(day));
}
