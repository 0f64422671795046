use proptest::prelude::*;

use super::{Knowledge, Known, Reach, Span, span};
use crate::graph::{Graph, Presence};
use crate::judge::testing::random::random;
use crate::judge::testing::{Data, date, known_by};
use crate::model::{Asserter, Checked, Model, Moment, Relation, RelationId, Value};
use crate::values::{Day, Interval};
use crate::vocab::{Lasts, SourceKind};

fn day(text: &str) -> Day {
    date(text).first()
}

fn spanned(data: &Data, id: RelationId) -> Span {
    span(&data.model, &data.model[id], Knowledge::ALL, Reach::DEFAULT).expect("a span")
}

/// That the press says that two companies compete.
fn assertion(data: &Data, on: Option<&str>, source: u32) -> (u8, Value) {
    let fields = data.model.relations[0].kind().fields;
    let at = fields
        .iter()
        .position(|field| field.name == "asserted")
        .expect("a rivalry");
    let on = on.map(|on| (1, Value::Date(date(on))));
    let by = (0, Value::Asserter(Asserter::Press));
    let record = [Some(by), on, Some((2, Value::Index(source)))].into_iter().flatten();
    (at as u8, Value::List(vec![Value::Record(record.collect())]))
}

/// A rivalry whose start nobody knows, told of by a source of 2024-05-01.
fn undated() -> (Data, RelationId) {
    let mut data = Data::new();
    let tie = data.tie("competitive_overlap", "a, b", "");
    let source = data.source(SourceKind::News, "2024-05-01");
    data.edit(tie).since = Some(Moment::Unknown);
    data.edit(tie).sources = vec![source];
    (data, tie)
}

#[test]
fn of_several_successors_the_first_ends_it_in_whatever_order_they_stand() {
    let mut data = Data::new();
    let old = data.tie("supply", "a > b", "2009..");
    for begins in ["2012-12-15..", "2015-08-19..", "2014-03-01.."] {
        let new = data.tie("supply", "a > b", begins);
        data.edit(new).supersedes = vec![old];
    }
    let graph = Graph::new(&data.model, Knowledge::ALL);
    let end = graph.span(old).map(|span| span.interval.end());
    assert_eq!(end, Some((day("2012-12-15"), day("2012-12-15"))));
}

#[test]
fn a_late_sighting_reaches_back_for_365_days_and_no_further() {
    let (mut data, tie) = undated();
    let start = |data: &Data| spanned(data, tie).interval.start();
    assert_eq!(start(&data), (day("2023-05-02"), day("2024-05-01")));
    let presence =
        |data: &Data, at: &str| Graph::new(&data.model, Knowledge::ALL).presence(tie, Interval::during(date(at)));
    assert_eq!(presence(&data, "1990"), Presence::No);
    assert_eq!(presence(&data, "2023-05-01"), Presence::No);
    assert_eq!(presence(&data, "2023-05-02"), Presence::Maybe);
    assert_eq!(presence(&data, "2024-05-01"), Presence::Yes);
    // what only was seen reaches no further either, counted from the first day of a coarse date
    data.edit(tie).since = None;
    data.edit(tie).observed = vec![date("2022")];
    assert_eq!(start(&data), (day("2021-01-01"), day("2022-12-31")));
    // as far as it is asked for
    let reach = |before| {
        span(
            &data.model,
            &data.model[tie],
            Knowledge::ALL,
            Reach { before, after: None },
        )
    };
    let starts = |before| reach(before).map(|span| span.interval.start());
    assert_eq!(starts(0), Some((day("2022-01-01"), day("2022-12-31"))));
    assert_eq!(
        starts(10_000),
        Some((day("2022-01-01").minus_days(10_000), day("2022-12-31")))
    );
}

#[test]
fn what_somebody_says_or_checks_is_evidence_as_a_publication_is() {
    let (mut data, tie) = undated();
    let first = assertion(&data, Some("2019-03-01"), 1);
    data.edit(tie).own.push(first);
    assert_eq!(
        spanned(&data, tie).interval.start(),
        (day("2018-03-01"), day("2019-03-01"))
    );
    data.edit(tie).checked = Some(Checked {
        on: date("2015-01-01"),
        source: data.model.relations[0].sources[0].source,
    });
    assert_eq!(spanned(&data, tie).interval.start().1, day("2015-01-01"));
}

#[test]
fn who_says_so_postpones_presumption_as_who_looks_does() {
    let mut data = Data::new();
    let tie = data.tie("competitive_overlap", "a, b", "2010-01-01..");
    data.source(SourceKind::News, "2020-06-01");
    assert_eq!(spanned(&data, tie).presumed_from, day("2015-01-02"));
    let dated = assertion(&data, Some("2018-02-01"), 1);
    data.edit(tie).own = vec![dated];
    assert_eq!(spanned(&data, tie).presumed_from, day("2023-02-02"));
    // without a day of its own an assertion is of the day of its source
    let undated = assertion(&data, None, 1);
    data.edit(tie).own = vec![undated];
    assert_eq!(spanned(&data, tie).presumed_from, day("2025-06-02"));
    // nobody had said so then
    let early = span(&data.model, &data.model[tie], known_by("2019"), Reach::DEFAULT);
    assert_eq!(early.map(|span| span.presumed_from), Some(day("2015-01-02")));
    let asked = Reach {
        after: Some(10),
        ..Reach::DEFAULT
    };
    let soon = span(&data.model, &data.model[tie], Knowledge::ALL, asked);
    assert_eq!(soon.map(|span| span.presumed_from), Some(day("2020-06-12")));
}

/// Every day, earliest and latest, of which something shows that a relation holds, and whether that is a look at it.
fn shown(model: &Model, relation: &Relation) -> Vec<(Day, Day, bool)> {
    let published = |id: crate::model::SourceId| {
        let range = model[id].published.expect("random sources are dated");
        (range.first(), range.last())
    };
    let mut all: Vec<(Day, Day, bool)> = relation
        .observed
        .iter()
        .map(|on| (on.first(), on.last(), true))
        .collect();
    if let Some(checked) = relation.checked {
        all.push((checked.on.first(), checked.on.last(), true));
        let out = published(checked.source);
        all.push((out.0, out.1, false));
    }
    for said in relation.asserted() {
        let out = published(said.source);
        let days = said.on.map_or(out, |on| (on.first(), on.last()));
        all.extend([(days.0, days.1, true), (out.0, out.1, false)]);
    }
    for citation in &relation.sources {
        let out = published(citation.source);
        all.push((out.0, out.1, false));
    }
    all
}

proptest! {
    #[test]
    fn the_start_and_the_presumption_are_what_the_records_say(drawn in random(true), before in 0..2000_u32) {
        let model = &drawn.model;
        let reach = Reach { before, after: None };
        for (_, relation) in model.relations() {
            let Some(found) = span(model, relation, Knowledge::ALL, reach) else { continue };
            // an intention is open for a while, whatever its kind is once it is carried out
            let lasts = Known::new(model, Knowledge::ALL, relation, None).lasts();
            let mut shown = shown(model, relation);
            let looks: Vec<_> = shown.iter().filter(|one| one.2).copied().collect();
            let (s0, s1) = found.interval.start();
            let dated = match (relation.since, relation.observed.is_empty()) {
                (Some(Moment::On(on)), _) => Some(on),
                (None, true) => relation.announced,
                _ => None,
            };
            if relation.since.is_none() && !relation.observed.is_empty() {
                shown = relation.observed.iter().map(|on| (on.first(), on.last(), true)).collect();
            }
            match dated {
                Some(on) => prop_assert!(s0 == on.first() && s1 <= on.last()),
                None if lasts == Lasts::Point => prop_assert_eq!(s0, Day::MIN),
                None => {
                    // no piece of evidence reaches further back, and one just so far
                    let back: Vec<Day> = shown.iter().map(|one| one.0.minus_days(before)).collect();
                    prop_assert!(back.iter().all(|day| s0 <= *day) && back.contains(&s0));
                    prop_assert!(shown.iter().all(|one| s1 <= one.1));
                }
            }
            if found.presumed_from < Day::MAX && relation.expires.is_none() {
                let years = lasts.years().expect("no point is presumed");
                // on the day before, something is not older than that; on the day itself, everything is
                let last = looks.iter().map(|one| one.1).chain([s1]).max().expect("a start");
                prop_assert_eq!(found.presumed_from, last.plus_years(years).next());
            }
        }
    }
}
