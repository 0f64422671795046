use super::*;
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::Scope;
use crate::judge::testing::{Data, date};
use crate::model::{Asserter, Value};

fn ask(data: &Data, at: &str) -> Transitions {
    let graph = Graph::new(&data.model, Knowledge::ALL);
    let scope = Scope::at(date(at));
    transitions(&View::new(&graph, &scope), None)
}

fn days(from: &str, to: &str) -> i32 {
    date(from).first().days_until(date(to).first())
}

/// The whole way, once with days and once with years.
#[test]
fn partner_coopetitor_rival_one_group() {
    let mut data = Data::new();
    for (a, b, at) in [
        ("a", "b", ["2010-03-01", "2012-06-01", "2015-01-10", "2018-02-01"]),
        ("c", "d", ["2010", "2012", "2015", "2018"]),
    ] {
        data.tie("supply", &format!("{a} > {b}"), &format!("{}..{}", at[0], at[2]));
        data.tie("competitive_overlap", &format!("{a}, {b}"), &format!("{}..", at[1]));
        data.tie("acquisition", &format!("{a} > {b}"), at[3]);
    }
    let found = ask(&data, "2020-01-01");
    let zones: Vec<Vec<Zone>> = found
        .pairs
        .iter()
        .map(|history| history.spells.iter().map(|spell| spell.zone).collect())
        .collect();
    let way = [Zone::Cooperation, Zone::Coopetition, Zone::Competition, Zone::OneGroup];
    assert_eq!(zones, [way, way]);
    let exact: Vec<Length> = found.pairs[0].spells.iter().map(Spell::length).collect();
    let known = |n| Length {
        least: n,
        most: Some(n),
    };
    assert_eq!(
        exact[..3],
        [
            known(days("2010-03-01", "2012-06-01")),
            known(days("2012-06-01", "2015-01-10")),
            known(days("2015-01-10", "2018-02-01")),
        ]
    );
    assert_eq!(
        exact[3],
        Length {
            least: days("2018-02-01", "2020-01-02"),
            most: None
        }
    );
    assert_eq!(found.pairs[0].spells[3].censored(), (false, true));
    // from some day of 2010 to some day of 2012: the longest is from new year to new year's eve
    let coarse = found.pairs[1].spells[0].length();
    assert_eq!(
        coarse,
        Length {
            least: days("2010-12-31", "2012-01-01"),
            most: Some(days("2010-01-01", "2012-12-31"))
        }
    );
    assert_eq!((found.moves.len(), found.moves[0].count), (3, 2));
    assert!(found.moves.iter().all(|at| at.median.least <= at.median.most.unwrap()));
    // asked earlier, what had not happened yet is still so
    let early = ask(&data, "2013-06-01");
    let spell = &early.pairs[0].spells[1];
    assert_eq!(
        spell.end,
        End::Still {
            presumed: false,
            until: date("2013-06-02").first()
        }
    );
    assert_eq!(spell.length().least, days("2012-06-01", "2013-06-02"));
}

#[test]
fn what_began_before_the_record_and_what_a_group_took_over_is_censored() {
    let mut data = Data::new();
    let old = data.tie("competitive_overlap", "a, b", "");
    data.edit(old).since = Some(crate::model::Moment::Unknown);
    data.tie("supply", "a > b", "1995-01-01..");
    data.tie("supply", "hub > x", "2000-01-01..");
    data.tie("competitive_overlap", "hub, x", "2005-01-01..");
    data.part_of("hub", "a", "2018-01-01..");
    let found = ask(&data, "2019-12-31");
    let pairs: Vec<String> = found
        .pairs
        .iter()
        .map(|history| format!("{}-{}", data.model[history.pair.0].id, data.model[history.pair.1].id))
        .collect();
    assert_eq!(pairs, ["a-b", "hub-x"]);
    let first = &found.pairs[0].spells[0];
    assert_eq!((first.zone, first.censored()), (Zone::Competition, (true, false)));
    assert_eq!(
        first.length(),
        Length {
            least: days("1990-01-01", "1995-01-01"),
            most: None
        }
    );
    let hub: Vec<Zone> = found.pairs[1].spells.iter().map(|spell| spell.zone).collect();
    assert_eq!(hub, [Zone::Cooperation, Zone::Coopetition]);
    assert_eq!(found.unmoved, [(Zone::Coopetition, 1)].into(), "a and x, from 2018 on");
}

#[test]
fn a_company_names_its_rival_late_early_or_never() {
    let mut data = Data::new();
    let (a, b) = (data.company("a"), data.company("b"));
    let rivalry = data.tie("competitive_overlap", "a, b", "2015..");
    data.tie("competitive_overlap", "a, c", "2015..");
    let source = data.source(crate::vocab::SourceKind::Filing, "2017-07-30").source;
    let said = |by: Asserter, on: Option<&str>| {
        let mut fields = vec![(0, Value::Asserter(by)), (2, Value::Index(source.0))];
        fields.extend(on.map(|on| (1, Value::Date(date(on)))));
        Value::Record(fields)
    };
    let field = data.model[rivalry]
        .kind()
        .fields
        .iter()
        .position(|field| field.name == "asserted")
        .unwrap();
    let list = Value::List(vec![
        said(Asserter::Company(a), Some("2018")),
        said(Asserter::Company(a), None),
        said(Asserter::Press, Some("2014")),
    ]);
    data.edit(rivalry).own.push((field as u8, list));
    let found = ask(&data, "2020");
    assert_eq!((found.lags.len(), found.unnamed), (2, 1));
    let lag = &found.lags[0];
    assert_eq!(
        (lag.by, lag.other, lag.named),
        (a, b, Some((When::On(date("2017-07-30")), source)))
    );
    let expected = Length {
        least: days("2015-12-31", "2017-07-30"),
        most: Some(days("2015-01-01", "2017-07-30")),
    };
    assert_eq!(lag.length, Some(expected));
    assert_eq!((found.lags[1].by, &found.lags[1].named), (b, &None));
    assert_eq!(ask(&data, "2016").lags.len(), 0, "nobody had named anybody by then");
}

proptest::proptest! {
    /// Spells and turns are those of the stances that each year has by itself.
    #[test]
    fn turns_are_those_between_the_stances_of_each_year(
        ties in proptest::collection::vec((proptest::bool::ANY, 2000_i32..2012, 1_i32..6), 1..6),
    ) {
        let mut data = Data::new();
        for (friendly, from, years) in &ties {
            let (kind, parties) = if *friendly { ("supply", "a > b") } else { ("competitive_overlap", "a, b") };
            data.tie(kind, parties, &format!("{from}-01-01..{}-01-01", from + years));
        }
        let found = ask(&data, "2020-06-30");
        let holds = |year: i32, side: bool| {
            ties.iter().any(|(friendly, from, years)| *friendly == side && (*from..from + years).contains(&year))
        };
        let zone = |year: i32| match (holds(year, true), holds(year, false)) {
            (true, true) => Zone::Coopetition,
            (true, false) => Zone::Cooperation,
            (false, true) => Zone::Competition,
            (false, false) => Zone::None,
        };
        let mut runs: Vec<Zone> = (1999..=2020).map(zone).collect();
        runs.dedup();
        let runs = &runs[1..];
        let told: Vec<Zone> = found.pairs.iter().flat_map(|history| &history.spells).map(|spell| spell.zone).collect();
        proptest::prop_assert_eq!(&told, runs);
        let mut turns: BTreeMap<(Zone, Zone), usize> = BTreeMap::new();
        for pair in runs.windows(2) {
            *turns.entry((pair[0], pair[1])).or_default() += 1;
        }
        let moves: BTreeMap<(Zone, Zone), usize> =
            found.moves.iter().map(|turn| ((turn.from, turn.to), turn.count)).collect();
        proptest::prop_assert_eq!(moves, turns);
    }
}
