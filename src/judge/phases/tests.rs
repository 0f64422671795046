use proptest::prelude::*;

use super::*;
use crate::derived::Knowledge;
use crate::graph::Presence;
use crate::judge::testing::{Data, date};
use crate::judge::{Scope, View};

fn history(data: &mut Data, a: &str, b: &str) -> Vec<Phase> {
    let (a, b) = (data.company(a), data.company(b));
    let graph = Graph::new(&data.model, Knowledge::ALL);
    phases(&graph, (a, b), &graph.bonds_between(a, b, true), &graph.one_group(a, b))
}

fn zones(phases: &[Phase]) -> Vec<Zone> {
    phases.iter().map(|phase| phase.zone).collect()
}

fn day(text: &str) -> Day {
    date(text).first()
}

#[test]
fn terms_that_replace_others_leave_no_gap() {
    let mut data = Data::new();
    let older = data.tie("supply", "a > b", "2012..2016");
    let newer = data.tie("supply", "a > b", "2016..2019-05-01");
    data.edit(newer).supersedes.push(older);
    let found = history(&mut data, "a", "b");
    assert_eq!(zones(&found), [Zone::None, Zone::Cooperation, Zone::None]);
    assert_eq!(found[1].doubts, []);
    // the same without the older one's end
    data.edit(older).until = None;
    assert_eq!(history(&mut data, "a", "b"), found);
    // and without the hand-over nobody knows what was in 2016
    data.edit(older).until = Some(crate::model::Moment::On(date("2016")));
    data.edit(newer).supersedes.clear();
    assert_eq!(
        history(&mut data, "a", "b")[1].doubts,
        [(day("2016-01-01"), day("2016-12-31"))]
    );
}

#[test]
fn a_stance_within_a_coarse_hand_over_is_that_of_the_phase() {
    let mut data = Data::new();
    let older = data.tie("supply", "a > b", "2015-01-01..");
    let newer = data.tie("supply", "a > b", "2017..");
    data.edit(newer).supersedes.push(older);
    data.tie("competitive_overlap", "a, b", "2016-05-01..2019-05-01");
    let stance = |data: &mut Data| {
        let (a, b) = (data.company("a"), data.company("b"));
        let graph = Graph::new(&data.model, Knowledge::ALL);
        let scope = Scope::at(date("2017-06-01"));
        let view = View::new(&graph, &scope);
        view.stance(&view.bonds_between(a, b))
    };
    let found = stance(&mut data);
    assert_eq!(
        (found.zone, found.presence, found.possibly),
        (Zone::Coopetition, Presence::Yes, None)
    );
    // without the hand-over nobody knows
    data.edit(older).until = Some(crate::model::Moment::On(date("2017")));
    data.edit(newer).supersedes.clear();
    assert_eq!(stance(&mut data).zone, Zone::Competition);
}

#[test]
fn a_boundary_has_the_precision_of_its_cause() {
    let mut data = Data::new();
    let supply = data.tie("supply", "a > b", "2012..");
    let rivalry = data.tie("competitive_overlap", "a, b", "2015-06..2018-03-01");
    let found = history(&mut data, "a", "b");
    assert_eq!(
        zones(&found),
        [Zone::None, Zone::Cooperation, Zone::Coopetition, Zone::Cooperation]
    );
    let begun: Vec<_> = found[1..]
        .iter()
        .map(|phase| phase.from.date().unwrap().to_string())
        .collect();
    assert_eq!(begun, ["2012", "2015-06", "2018-03-01"]);
    let because: Vec<_> = found[1..].iter().map(|phase| phase.from.because.clone()).collect();
    assert_eq!(
        because,
        [
            vec![Turn::Begins(supply)],
            vec![Turn::Begins(rivalry)],
            vec![Turn::Ends(rivalry)]
        ]
    );
}

#[test]
fn an_episode_too_coarse_to_be_sure_is_a_doubt() {
    let mut data = Data::new();
    data.tie("supply", "a > b", "2012-01-01..");
    data.tie("competitive_overlap", "a, b", "2015..2015");
    let found = history(&mut data, "a", "b");
    assert_eq!(zones(&found), [Zone::None, Zone::Cooperation]);
    assert_eq!(found[1].doubts, [(day("2015-01-01"), day("2015-12-31"))]);
}

#[test]
fn a_side_that_surely_holds_is_a_phase_though_the_other_may_hold_too() {
    let mut data = Data::new();
    data.tie("supply", "a > b", "1994-04-01..");
    let rivalry = data.tie("competitive_overlap", "a, b", "2010-12-31..");
    data.edit(rivalry).since = Some(crate::model::Moment::Unknown);
    let seen = data.source(crate::vocab::SourceKind::News, "2010-12-31");
    data.edit(rivalry).sources = vec![seen];
    let found = history(&mut data, "a", "b");
    assert_eq!(zones(&found), [Zone::None, Zone::Cooperation, Zone::Coopetition]);
    assert_eq!(found[1].from.days(), (day("1994-04-01"), day("1994-04-01")));
    // of the year before it was seen nobody knows; that it did not begin earlier, nobody says
    assert_eq!(
        (found[2].from.earliest, found[2].from.is_open),
        (day("2009-12-31"), true)
    );
    assert_eq!(found[2].from.days(), (Day::MIN, day("2010-12-31")));
    assert_eq!(found[2].from.date(), None);
}

#[test]
fn a_stance_that_ends_within_a_doubt_about_the_other_side_ends_when_its_ties_do() {
    let mut data = Data::new();
    data.tie("competitive_overlap", "a, b", "2004-01-01..2012-07-01");
    data.tie("supply", "a > b", "2012..2012");
    let found = history(&mut data, "a", "b");
    assert_eq!(zones(&found), [Zone::None, Zone::Competition, Zone::None]);
    assert_eq!(found[1].doubts, [(day("2012-01-01"), day("2012-07-01"))]);
    assert_eq!(
        (found[2].from.earliest, found[2].from.latest),
        (day("2012-07-01"), day("2012-12-31"))
    );
}

#[test]
fn no_phase_begins_before_what_makes_it_can_have_begun() {
    // Apple and Samsung: a supply of some day of 2007, and phones that met on a known one
    let mut data = Data::new();
    data.tie("supply", "b > a", "2007..");
    data.tie("competitive_overlap", "a, b", "2007-06-29..");
    let found = history(&mut data, "a", "b");
    assert_eq!(zones(&found), [Zone::None, Zone::Competition, Zone::Coopetition]);
    assert_eq!(found[0].doubts, [(day("2007-01-01"), day("2007-06-29"))]);
    let days: Vec<(Day, Day)> = found[1..].iter().map(|phase| phase.from.days()).collect();
    assert_eq!(
        days,
        [
            (day("2007-06-29"), day("2007-06-29")),
            (day("2007-06-29"), day("2007-12-31"))
        ]
    );
    // a partnership that ended some day of 2012, and a rivalry that began on a known one
    let mut data = Data::new();
    data.tie("supply", "b > a", "2004-01-01..2012");
    data.tie("competitive_overlap", "a, b", "2012-07-01..");
    let found = history(&mut data, "a", "b");
    assert_eq!(zones(&found), [Zone::None, Zone::Cooperation, Zone::Competition]);
    assert_eq!(found[1].doubts, [(day("2012-01-01"), day("2012-07-01"))]);
    assert_eq!(found[2].from.days(), (day("2012-07-01"), day("2012-12-31")));
}

#[test]
fn an_acquisition_makes_one_group_and_is_the_turn() {
    let mut data = Data::new();
    data.tie("supply", "microsoft > github", "2012-02-01..");
    let bought = data.tie("acquisition", "microsoft > github", "2018-10-26");
    for (a, b) in [("microsoft", "github"), ("github", "microsoft")] {
        let found = history(&mut data, a, b);
        assert_eq!(zones(&found), [Zone::None, Zone::Cooperation, Zone::OneGroup]);
        assert_eq!(found[2].from.latest, day("2018-10-26"));
        assert_eq!(found[2].from.because, [Turn::Joins(bought)]);
    }
    // what GitHub had with others counts for Microsoft from then on, because it joined
    data.tie("competitive_overlap", "github, gitlab", "2014-01-01..");
    let found = history(&mut data, "microsoft", "gitlab");
    assert_eq!(zones(&found), [Zone::None, Zone::Competition]);
    assert_eq!(found[1].from.because, [Turn::Joins(bought)]);
}

#[test]
fn a_phase_says_from_when_on_it_is_presumed() {
    let mut data = Data::new();
    data.tie("alliance", "a, b", "2010-03-01..");
    let found = history(&mut data, "a", "b");
    assert_eq!(found[1].presumed_from, Some(day("2015-03-02")));
    data.tie("alliance", "a, b", "2014-01-01..2030-01-01");
    // firm until 2030, when a known end comes; what goes on after it is the presumed one
    assert_eq!(history(&mut data, "a", "b")[1].presumed_from, Some(day("2030-01-01")));
}

/// A year, a month or a day in 2019 or 2020.
fn coarse() -> impl Strategy<Value = String> {
    let (year, month, day) = (2019..=2020, 1..=12, 1..=28);
    (year, month, day, 0..3).prop_map(|(year, month, day, precision)| match precision {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

/// A start and perhaps an end, which leave some day.
fn period() -> impl Strategy<Value = (String, Option<String>)> {
    (coarse(), prop::option::of(coarse())).prop_filter("empty", |(since, until)| {
        until
            .as_ref()
            .is_none_or(|until| date(since).first() < date(until).last())
    })
}

fn text((since, until): &(String, Option<String>)) -> String {
    format!("{since}..{}", until.as_deref().unwrap_or_default())
}

/// Whether something with these dates holds on a day for no, some or all choices of its true dates; written anew, so
/// that it shares no thought with intervals.
fn by_hand((since, until): &(String, Option<String>), day: Day) -> Holds {
    let (s0, s1) = (date(since).first(), date(since).last());
    let (e0, e1) = until
        .as_ref()
        .map_or((Day::MAX, Day::MAX), |until| (date(until).first(), date(until).last()));
    let can_hold = s0 <= day && day < e1;
    let late_start = day.next().max(s0);
    let can_begin_later = late_start <= s1 && late_start < e1;
    let early_end = day.min(e1);
    let can_end_before = early_end >= e0 && s0 < early_end;
    match (can_hold, can_begin_later || can_end_before) {
        (true, false) => Holds::Yes,
        (true, true) => Holds::Maybe,
        (false, _) => Holds::No,
    }
}

/// What the phases say of a day: a stance, or none where it is uncertain.
fn told(phases: &[Phase], day: Day) -> Option<Zone> {
    let at = phases.iter().rposition(|phase| phase.from.earliest <= day)?;
    let phase = &phases[at];
    let doubtful = phase.doubts.iter().any(|(from, to)| *from <= day && day < *to);
    (phase.from.latest <= day && !doubtful).then_some(phase.zone)
}

/// One tie of `a` with `b`, or with `x`, which may belong to `b`; and whether it is a rivalry.
type Drawn = ((String, Option<String>), bool, bool);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    prop::collection::vec((period(), any::<bool>(), any::<bool>()), 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_day_is_told_as_a_day_by_day_computation_has_it(
        ties in drawn(),
        belongs in period(),
        bought in prop::option::of(coarse()),
    ) {
        let mut data = Data::new();
        for (when, rivalry, through_x) in &ties {
            let other = if *through_x { "x" } else { "b" };
            let kind = if *rivalry { "competitive_overlap" } else { "alliance" };
            data.tie(kind, &format!("a, {other}"), &text(when));
        }
        data.part_of("x", "b", &text(&belongs));
        if let Some(bought) = &bought {
            data.tie("acquisition", "a > b", bought);
        }
        let found = history(&mut data, "a", "b");
        let mirrored = history(&mut data, "b", "a");
        for pair in found.windows(2) {
            prop_assert!(pair[0].zone != pair[1].zone && pair[0].from.latest <= pair[1].from.earliest);
        }
        // on no day on which a phase may have begun is it impossible
        for phase in &found[1..] {
            let mut day = phase.from.earliest;
            while day <= phase.from.latest {
                let sides = ties.iter().fold((Holds::No, Holds::No), |(friendly, hostile), (when, rivalry, through_x)| {
                    let own = by_hand(when, day);
                    let holds = if *through_x { own.min(by_hand(&belongs, day)) } else { own };
                    if *rivalry { (friendly, hostile.max(holds)) } else { (friendly.max(holds), hostile) }
                });
                let possible = match phase.zone {
                    Zone::Coopetition => sides.0 > Holds::No && sides.1 > Holds::No,
                    Zone::Cooperation => sides.0 > Holds::No,
                    Zone::Competition => sides.1 > Holds::No,
                    _ => true,
                };
                prop_assert!(possible, "{:?} on {}", phase, day);
                day = day.next();
            }
        }
        let mut day = day("2018-12-30");
        while day < date("2021-01-03").first() {
            let level = |side: bool| {
                let ties = ties.iter().filter(|(_, rivalry, _)| *rivalry == side);
                ties.map(|(when, _, through_x)| {
                    let own = by_hand(when, day);
                    if *through_x { own.min(by_hand(&belongs, day)) } else { own }
                }).max().unwrap_or(Holds::No)
            };
            let group = bought.as_ref().map_or(Holds::No, |bought| by_hand(&(bought.clone(), None), day));
            let expected = State { cooperation: level(false), competition: level(true), group }.zone();
            prop_assert_eq!(told(&found, day), expected, "{}", day);
            prop_assert_eq!(told(&mirrored, day), expected, "mirrored, {}", day);
            day = day.next();
        }
    }

    #[test]
    fn a_chain_of_terms_is_one_stretch(
        years in prop::collection::btree_set(2000_i16..2040, 2..5),
        months in prop::collection::vec(0..3, 5),
        written in any::<bool>(),
    ) {
        let starts: Vec<String> = years.iter().zip(&months).map(|(year, precision)| match precision {
            0 => format!("{year}"),
            1 => format!("{year}-05"),
            _ => format!("{year}-05-17"),
        }).collect();
        let mut data = Data::new();
        let mut before = None;
        for pair in starts.windows(2) {
            let last = pair[1] == *starts.last().unwrap();
            let until = if written || last { pair[1].as_str() } else { "" };
            let id = data.tie("supply", "a > b", &format!("{}..{until}", pair[0]));
            data.edit(id).supersedes.extend(before.replace(id));
        }
        let found = history(&mut data, "a", "b");
        let whole = (starts[0].clone(), starts.last().cloned());
        for year in 1999..2041 {
            for month_day in ["01-01", "05-01", "05-17", "05-31", "12-31"] {
                let day = day(&format!("{year}-{month_day}"));
                let expected = match by_hand(&whole, day) {
                    Holds::Yes => Some(Zone::Cooperation),
                    Holds::No => Some(Zone::None),
                    Holds::Maybe => None,
                };
                prop_assert_eq!(told(&found, day), expected, "{}", day);
            }
        }
    }
}
