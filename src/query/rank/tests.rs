use super::{By, Ranking, rank, table, wire};
use crate::judge::testing::{Data, ask};
use crate::lang::Lang;
use crate::model::Model;
use crate::report::csv;
use crate::vocab::{CompanyKind, Side};

fn ranked(model: &Model, by: By) -> Ranking {
    ask(model, "2002", |_| {}, |view| rank(view, by, Side::Cooperation))
}

fn names(data: &Data, found: &Ranking) -> Vec<(usize, String)> {
    found
        .places
        .iter()
        .map(|place| (place.place, data.model[place.company].id.to_string()))
        .collect()
}

/// A star: `z` cooperates with four, two of which compete with it; the ties of `b` are many and with one company.
fn star() -> Data {
    let mut data = Data::new();
    for (kind, parties) in [
        ("alliance", "z, b"),
        ("supply", "b > z"),
        ("license", "z > b"),
        ("alliance", "z, a"),
        ("alliance", "z, c"),
        ("alliance", "z, đ"),
        ("competitive_overlap", "z, a"),
        ("competitive_overlap", "z, đ"),
        ("competitive_overlap", "z, e"),
    ] {
        data.tie(kind, parties, "2001");
    }
    data
}

#[test]
fn pairs_count_once_and_equals_stand_by_name_on_one_place() {
    let data = star();
    let degree = ranked(&data.model, By::Degree);
    let wanted = [(1, "z"), (2, "a"), (2, "b"), (2, "c"), (2, "đ")].map(|(at, name)| (at, name.to_owned()));
    assert_eq!(names(&data, &degree), wanted);
    assert_eq!((degree.pairs, degree.places[0].score), (4, 4.0));
    for by in [By::Pagerank, By::Betweenness, By::Constraint] {
        assert_eq!(names(&data, &ranked(&data.model, by)), wanted, "{}", by.name());
    }
    let rivals = ask(
        &data.model,
        "2002",
        |_| {},
        |view| rank(view, By::Degree, Side::Competition),
    );
    assert_eq!(rivals.places[0].score, 3.0);
}

#[test]
fn the_share_of_rivals_needs_enough_partners() {
    let data = star();
    let found = ranked(&data.model, By::Coopetition);
    let place = &found.places[0];
    assert_eq!((found.places.len(), found.too_few), (1, 4));
    assert_eq!((place.partners, place.rivals, place.both), (4, 3, 2));
    assert!((place.score - 0.5).abs() < 1e-12);
}

#[test]
fn a_class_is_never_ranked_nor_counted() {
    let mut data = star();
    let c = data.company("c");
    data.model.companies[c.index()].kind = CompanyKind::Class;
    let found = ranked(&data.model, By::Degree);
    assert!(found.places.iter().all(|place| place.company != c));
    assert_eq!(found.places[0].score, 3.0);
}

#[test]
fn the_last_place_shown_is_shown_whole() {
    let data = star();
    ask(
        &data.model,
        "2002",
        |_| {},
        |view| {
            let found = rank(view, By::Degree, Side::Cooperation);
            let places = |top: usize| {
                serde_json::to_value(wire(view, &found, top)).unwrap()["places"]
                    .as_array()
                    .unwrap()
                    .len()
            };
            assert_eq!((places(1), places(2), places(0)), (1, 5, 5));
            let text = csv::write(&table(view, &found, 1, Lang::Vi));
            assert_eq!(
                text,
                "place,company,company_name,score,partners,rivals,both\n1,z,z,4,4,3,2\n"
            );
        },
    );
    let nobody = ask(
        &data.model,
        "1990",
        |_| {},
        |view| rank(view, By::Pagerank, Side::Cooperation),
    );
    assert!(nobody.places.is_empty());
}
