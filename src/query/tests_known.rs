//! What no answer may tell: dates and sources that were not known yet. Every question of the table is asked.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::Value;

use super::{Answer, QUESTIONS, Request, Row, list};
use crate::dataset::Dataset;
use crate::derived::Knowledge;
use crate::graph::Budget;
use crate::judge::testing::random::random;
use crate::judge::testing::{Data, date};
use crate::lang::Lang;
use crate::lower::lower;
use crate::model::{Model, Moment, RelationId, SourceId};
use crate::report::{csv, text};
use crate::text::read_dir;
use crate::values::Day;
use crate::vocab::SourceKind;

/// Who and what is asked about, by id.
#[derive(Default)]
struct Subjects {
    companies: Vec<String>,
    cases: Vec<String>,
    relations: Vec<String>,
    deals: Vec<String>,
    /// Every other record, after the word for its sort: `event:case/launch`.
    records: Vec<String>,
}

impl Subjects {
    /// Everything that a data set holds.
    fn all(model: &Model) -> Self {
        let ids = |sort: &str, ids: Vec<&str>| ids.into_iter().map(|id| format!("{sort}:{id}")).collect::<Vec<_>>();
        let mut records = ids("market", model.markets.iter().map(|one| &*one.id).collect());
        records.extend(ids("product", model.products.iter().map(|one| &*one.id).collect()));
        records.extend(ids("source", model.sources.iter().map(|one| &*one.id).collect()));
        records.extend(ids("event", model.events.iter().map(|one| &*one.id).collect()));
        records.extend(ids("quote", model.quotes.iter().map(|one| &*one.id).collect()));
        records.extend(ids("claim", model.claims.iter().map(|one| &*one.id).collect()));
        records.extend(ids(
            "succession",
            model.successions.iter().map(|one| &*one.id).collect(),
        ));
        Self {
            companies: model.companies.iter().map(|one| one.id.to_string()).collect(),
            cases: model.cases.iter().map(|one| one.id.to_string()).collect(),
            relations: model.relations.iter().map(|one| one.id.to_string()).collect(),
            deals: model.deals.iter().map(|one| one.id.to_string()).collect(),
            records,
        }
    }

    /// What may stand in the path of an address, for the fields of a request that stand there.
    fn paths(&self, positions: &[&str]) -> Vec<Vec<String>> {
        let one = |ids: &[String]| ids.iter().map(|id| vec![id.clone()]).collect::<Vec<_>>();
        let pairs = || {
            let pairs = self.companies.iter().enumerate();
            pairs.flat_map(|(at, a)| self.companies[at + 1..].iter().map(move |b| vec![a.clone(), b.clone()]))
        };
        match positions {
            [] => vec![Vec::new()],
            // some questions are about everybody, too; those about one company refuse it
            ["company"] => one(&self.companies).into_iter().chain([Vec::new()]).collect(),
            ["a", "b"] => pairs().collect(),
            ["subject", "other"] => {
                let alone = [&self.companies, &self.relations, &self.cases].map(|ids| one(ids));
                pairs().chain(alone.into_iter().flatten()).collect()
            }
            ["of"] => list::Of::ALL.iter().map(|of| vec![of.name().to_owned()]).collect(),
            ["deal"] => one(&self.deals),
            ["id"] => {
                let sorts = [
                    ("company", &self.companies),
                    ("case", &self.cases),
                    ("relation", &self.relations),
                ];
                let sorts = sorts.into_iter().chain([("deal", &self.deals)]);
                let of_sort = sorts.flat_map(|(sort, ids)| ids.iter().map(move |id| vec![format!("{sort}:{id}")]));
                of_sort.chain(one(&self.records)).collect()
            }
            other => panic!("say what {other:?} may be, so that this question is asked too"),
        }
    }
}

/// What the query of an address says, as known at the end of a year; everything without one.
fn query(question: &Row, known: Option<i32>) -> String {
    let at = "at=2026-12-31";
    match (question.name, known) {
        ("diff", Some(year)) => format!("{at}&known_from={}-12-31&known_to={year}-12-31", year - 4),
        ("diff", None) => "from=2001-12-31&to=2026-12-31".to_owned(),
        ("waterfall", known) => {
            let known = known.map(|year| format!("&known_at={year}-12-31"));
            format!("profit=USD%2050m{}", known.unwrap_or_default())
        }
        (_, Some(year)) => format!("{at}&known_at={year}-12-31"),
        (_, None) => at.to_owned(),
    }
}

/// An answer in every format that says different things: for people, for spreadsheets, for programs.
struct Told {
    address: String,
    question: &'static str,
    texts: Vec<String>,
    json: Value,
}

/// Asks every question about some subjects, as known at the end of a year.
fn ask_all(
    dataset: &Dataset,
    subjects: &Subjects,
    known: Option<i32>,
    mut each: impl FnMut(String, &Row, &Answer<'_>),
) {
    for question in QUESTIONS {
        for path in subjects.paths(question.positions) {
            let path = path
                .iter()
                .map(|part| format!("/{}", part.replace('/', "%2F").replace(':', "%3A")));
            let address = format!(
                "{}{}?{}",
                question.name,
                path.collect::<String>(),
                query(question, known)
            );
            let Ok(request) = address.parse::<Request>() else {
                continue;
            };
            if let Ok(answer) = dataset.ask(&request, None, &Budget::UNLIMITED) {
                each(address, question, &answer);
            }
        }
    }
}

/// The answers in every format.
fn told(dataset: &Dataset, subjects: &Subjects, known: Option<i32>) -> Vec<Told> {
    let mut found = Vec::new();
    ask_all(dataset, subjects, known, |address, question, answer| {
        let json = answer.json(Lang::En).unwrap();
        let table = answer.table(Lang::En).unwrap();
        found.push(Told {
            address,
            question: question.name,
            json: serde_json::from_str(&json).unwrap(),
            texts: vec![csv::write(&table), text::write(&table, &text::Layout::default()), json],
        });
    });
    found
}

/// An alliance that ended in 2019, with sources of 2015 and 2020.
fn ended() -> Dataset {
    let mut data = Data::new();
    let tie = data.tie("alliance", "aye, bee", "2014..2019-05-01");
    let sources = ["2015-01-01", "2020-01-01"].map(|day| data.source(SourceKind::News, day));
    data.edit(tie).sources = sources.into();
    Dataset::from_model(data.model)
}

#[test]
fn an_end_is_told_from_when_it_was_known() {
    let dataset = ended();
    let subjects = Subjects::all(dataset.model());
    // by the end of 2019 it had ended, and nothing that was published by then could tell
    for year in [2016, 2019] {
        for told in told(&dataset, &subjects, Some(year)) {
            let early = told.texts.iter().find(|text| text.contains("2019-05"));
            assert_eq!(early, None, "{}", told.address);
        }
    }
    let all = told(&dataset, &subjects, None);
    let telling = all
        .iter()
        .filter(|told| told.texts.iter().all(|text| text.contains("2019-05-01")));
    let telling: BTreeSet<&str> = telling.map(|told| told.question).collect();
    assert!(
        ["between", "list", "show", "timeline", "why"]
            .iter()
            .all(|name| telling.contains(name)),
        "{telling:?}"
    );
}

#[test]
fn every_question_is_asked() {
    let data = random(false)
        .new_tree(&mut proptest::test_runner::TestRunner::deterministic())
        .unwrap()
        .current();
    let dataset = Dataset::from_model(data.model);
    let asked: BTreeSet<&str> = told(&dataset, &Subjects::all(dataset.model()), None)
        .iter()
        .map(|told| told.question)
        .collect();
    assert_eq!(asked, QUESTIONS.iter().map(|question| question.name).collect());
}

#[test]
fn json_of_what_was_known_has_no_end() {
    let dataset = ended();
    let json = |address: &str| -> Value {
        let answer = dataset
            .ask(&address.parse().unwrap(), None, &Budget::UNLIMITED)
            .unwrap();
        serde_json::from_str(&answer.json(Lang::En).unwrap()).unwrap()
    };
    let who = json("who/aye?at=2018&known_at=2016");
    assert_eq!(
        who["counterparties"][0]["cooperation"][0]["until"],
        Value::Null,
        "{who}"
    );
    let list = json("list/relations?at=2018&known_at=2016");
    assert_eq!(
        (&list["items"][0]["since"], &list["items"][0]["until"]),
        (&"2014".into(), &Value::Null),
        "{list}"
    );
    let record = json("show/case%2Falliance-0?at=2018&known_at=2016");
    assert_eq!(record["record"]["fields"].get("until"), None, "{record}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_answer_tells_a_date_or_a_source_before_it_was_known(data in random(false), year in 1999..2026_i32) {
        let by = Day::from_ymd(year, 12, 31).unwrap();
        let dataset = Dataset::from_model(data.model.clone());
        for answer in told(&dataset, &Subjects::all(dataset.model()), Some(year)) {
            for text in &answer.texts {
                let mut early = data.told_too_early(text, by);
                // who asks for a source by its id hears it again
                early.retain(|told| !answer.address.contains(&format!("source%3A{told}?")));
                prop_assert!(early.is_empty(), "{} tells {:?}:\n{}", answer.address, early, text);
            }
        }
    }

    #[test]
    fn all_that_is_known_is_told_of_every_relation(data in random(false)) {
        let dataset = Dataset::from_model(data.model.clone());
        let subjects = Subjects {
            relations: data.model.relations.iter().map(|one| one.id.to_string()).collect(),
            ..Subjects::default()
        };
        let shown = told(&dataset, &subjects, None).into_iter().filter(|told| told.question == "show");
        for (told, relation) in shown.zip(&data.model.relations) {
            let ends = [relation.since, relation.until].into_iter().flatten().filter_map(Moment::date);
            let dates = ends.chain(relation.announced).chain(relation.expires).chain(relation.observed.clone());
            for date in dates.chain(relation.checked.map(|checked| checked.on)) {
                prop_assert!(told.texts.iter().all(|text| text.contains(&date.to_string())), "{} in {}", date, told.json);
            }
            let cited = told.json["record"]["sources"].as_array().map_or(0, Vec::len);
            prop_assert_eq!(cited, relation.sources.len());
        }
    }
}

/// Where records of a model stand, by their ids.
struct Places<'m> {
    relations: BTreeMap<&'m str, RelationId>,
    sources: BTreeMap<&'m str, SourceId>,
}

/// What the JSON of an answer tells of relations: where an object has the id of one and a date of its own.
fn check(model: &Model, places: &Places<'_>, out: &dyn Fn(SourceId) -> bool, by: Day, at: &Value, what: &str) {
    match at {
        Value::Object(fields) => {
            let id = fields
                .get("id")
                .and_then(Value::as_str)
                .and_then(|id| places.relations.get(id));
            let date = |name: &str| fields.get(name)?.as_str().filter(|text| *text != "unknown").map(date);
            if let Some(id) = id {
                let known = Knowledge(Some(by));
                let published = |source: SourceId| model[source].surely_published();
                for name in ["since", "until", "announced"] {
                    let told = date(name).is_none_or(|date| known.reaches(date));
                    assert!(told, "{what}: `{name}` of {} in {at}", model[*id].id);
                }
                if let Some(end) = date("until") {
                    let sources = model[*id]
                        .sources
                        .iter()
                        .filter_map(|citation| published(citation.source));
                    let after = sources.filter(|day| *day >= end.first()).min();
                    assert!(
                        after.is_none_or(|day| day <= by),
                        "{what}: the end of {} in {at}",
                        model[*id].id
                    );
                }
            }
            fields
                .values()
                .for_each(|value| check(model, places, out, by, value, what));
        }
        Value::Array(items) => items
            .iter()
            .for_each(|value| check(model, places, out, by, value, what)),
        Value::String(text) => {
            let source = places.sources.get(text.as_str());
            let told = source.is_none_or(|source| out(*source));
            assert!(told, "{what}: the source {text}");
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn the_data_of_the_program_tell_nothing_before_it_was_known() {
    let model = lower(&read_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap()).model;
    let places = Places {
        relations: model.relations().map(|(id, record)| (record.id.as_str(), id)).collect(),
        sources: model
            .sources
            .iter()
            .enumerate()
            .map(|(at, source)| (source.id.as_str(), at.into()))
            .collect(),
    };
    let some = |ids: Vec<String>, step: usize| ids.into_iter().step_by(step).collect::<Vec<_>>();
    let all = Subjects::all(&model);
    let subjects = Subjects {
        companies: some(all.companies, 120),
        cases: some(all.cases, 20),
        relations: some(all.relations, 30),
        deals: some(all.deals, 10),
        records: Vec::new(),
    };
    let dataset = Dataset::from_model(model.clone());
    for year in [2008, 2016, 2022] {
        let by = Day::from_ymd(year, 12, 31).unwrap();
        let known = Knowledge(Some(by));
        let out = |source: SourceId| known.knows(&model, source);
        ask_all(&dataset, &subjects, Some(year), |address, _, answer| {
            let json = serde_json::from_str(&answer.json(Lang::En).unwrap()).unwrap();
            check(&model, &places, &out, by, &json, &address);
        });
    }
}
