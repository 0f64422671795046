//! What no answer may tell: dates and sources that were not known yet.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::{
    between, cite, cycles, depends, diff, gaps, list, owners, path, rank, shared, show, stats, sums, timeline,
    transitions, triangles,
};
use super::{who, why};
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::testing::random::random;
use crate::judge::testing::{Data, date, known_by};
use crate::judge::{Scope, View};
use crate::lang::Lang;
use crate::lower::lower;
use crate::model::{CompanyId, Model, Moment, RelationId, SourceId};
use crate::report::{Table, csv, json, text};
use crate::text::read_dir;
use crate::values::Day;
use crate::vocab::{Side, SourceKind};

/// An answer in every format that says different things: for people, for spreadsheets, for programs.
struct Told {
    question: String,
    texts: Vec<String>,
    json: Value,
}

fn told(question: impl Into<String>, table: &Table, wire: &impl Serialize) -> Told {
    let text = json::write(wire).unwrap();
    Told {
        question: question.into(),
        json: serde_json::from_str(&text).unwrap(),
        texts: vec![csv::write(table), text::write(table, &text::Layout::default()), text],
    }
}

/// What a question answers, in its own table and on its own wire.
macro_rules! told {
    ($view:expr, $name:expr, $question:ident, $answer:expr) => {{
        let answer = $answer;
        told(
            $name,
            &$question::table($view, &answer, Lang::En),
            &$question::wire($view, &answer),
        )
    }};
}

/// What is asked about some companies, all pairs of them, and some relations.
fn about(view: &View<'_>, companies: &[CompanyId], relations: &[RelationId]) -> Vec<Told> {
    let lang = Lang::En;
    let wanted = path::Wanted {
        k: 3,
        competition: true,
        ..path::Wanted::default()
    };
    let mut found = Vec::new();
    for (at, a) in companies.iter().enumerate() {
        found.push(told!(view, "who", who, who::who(view, *a, &who::Wanted::default())));
        found.push(told!(view, "gaps", gaps, gaps::gaps(view, *a)));
        for reverse in [false, true] {
            found.push(told!(view, "owners", owners, owners::owners(view, *a, reverse)));
            found.push(told!(view, "depends", depends, depends::depends(view, *a, reverse, 3)));
        }
        let answer = timeline::timeline(view, timeline::Subject::Company(*a));
        let wire = timeline::wire(view, &answer, lang);
        found.push(told("timeline", &timeline::table(view, &answer, lang), &wire));
        for b in &companies[at + 1..] {
            found.push(told!(view, "between", between, between::between(view, *a, *b)));
            found.push(told!(view, "sums", sums, sums::sums(view, *a, *b)));
            found.push(told!(view, "shared", shared, shared::shared(view, *a, *b, &[])));
            found.push(told!(view, "why A B", why, why::why(view, *a, *b)));
            let answer = timeline::timeline(view, timeline::Subject::Pair(*a, *b));
            let wire = timeline::wire(view, &answer, lang);
            found.push(told("timeline A B", &timeline::table(view, &answer, lang), &wire));
            found.push(told!(view, "path", path, path::path(view, *a, *b, wanted.clone())));
            found.push(told!(
                view,
                "cite A B",
                cite,
                cite::cite(view, cite::Subject::Pair(*a, *b), String::new())
            ));
        }
    }
    for id in relations {
        let answer = why::reason(view, *id);
        let wire = why::relation_wire(view, &answer);
        found.push(told(
            format!("why {}", view.model()[*id].id),
            &why::relation_table(view, &answer, lang),
            &wire,
        ));
        found.push(told!(
            view,
            "cite",
            cite,
            cite::cite(view, cite::Subject::Relation(*id), String::new())
        ));
    }
    found
}

/// What is asked about everything.
fn of_all(view: &View<'_>) -> Vec<Told> {
    let lang = Lang::En;
    let mut found = Vec::new();
    for of in list::Of::ALL {
        let answer = list::list(view, of);
        found.push(told(
            format!("list {}", of.name()),
            &list::table(view, &answer, lang),
            &list::wire(view, &answer, lang),
        ));
    }
    found.push(told!(
        view,
        "transitions",
        transitions,
        transitions::transitions(view, None)
    ));
    let answer = stats::stats(view);
    found.push(told("stats", &stats::table(view, &answer, lang), &stats::wire(&answer)));
    let answer = triangles::triangles(view, None, triangles::Balance::Weak);
    found.push(told(
        "triangles",
        &triangles::table(view, &answer, true, lang),
        &triangles::wire(view, &answer),
    ));
    found.push(told!(view, "cycles", cycles, cycles::cycles(view, None, 4)));
    let answer = rank::rank(view, rank::By::Degree, Side::Cooperation);
    found.push(told(
        "rank",
        &rank::table(view, &answer, 9, lang),
        &rank::wire(view, &answer, 9),
    ));
    let answer = timeline::timeline(view, timeline::Subject::Case(0.into()));
    let wire = timeline::wire(view, &answer, lang);
    found.push(told("timeline CASE", &timeline::table(view, &answer, lang), &wire));
    found.push(told!(
        view,
        "cite CASE",
        cite,
        cite::cite(view, cite::Subject::Case(0.into()), String::new())
    ));
    found
}

/// What changed since a year with what was known by then.
fn since(view: &View<'_>, year: i32) -> Told {
    let before = Knowledge(Day::from_ymd(year, 12, 31));
    let scope = Scope {
        known: before,
        ..Scope::at(date(&format!("{year}-12-31")))
    };
    let graph = Graph::new(view.model(), before);
    let from = View::new(&graph, &scope);
    let answer = diff::diff(&from, view, None);
    told(
        "diff",
        &diff::table(&from, view, &answer, Lang::En),
        &diff::wire(&from, view, &answer, Lang::En),
    )
}

/// Every record of every sort.
fn records(view: &View<'_>) -> Vec<Told> {
    use show::Subject;
    let model = view.model();
    fn each<I: From<usize>>(len: usize, subject: fn(I) -> Subject) -> impl Iterator<Item = Subject> {
        (0..len).map(move |at| subject(I::from(at)))
    }
    let all = each(model.companies.len(), Subject::Company)
        .chain(each(model.cases.len(), Subject::Case))
        .chain(each(model.markets.len(), Subject::Market))
        .chain(each(model.products.len(), Subject::Product))
        .chain(each(model.deals.len(), Subject::Deal))
        .chain(each(model.sources.len(), Subject::Source))
        .chain(each(model.relations.len(), Subject::Relation))
        .chain(each(model.events.len(), Subject::Event))
        .chain(each(model.quotes.len(), Subject::Quote))
        .chain(each(model.claims.len(), Subject::Claim))
        .chain(each(model.successions.len(), Subject::Succession));
    let told_of = |subject: Subject| {
        let table = show::table(view, &show::show(view, subject, Lang::En), Lang::En);
        let wire = show::wire(view, "", &show::Found::One(subject), Lang::En);
        told(format!("show {}:{}", subject.sort(), subject.id(model)), &table, &wire)
    };
    all.map(told_of).collect()
}

fn known_at(known: Knowledge) -> Scope {
    Scope {
        known,
        ..Scope::at(date("2026-12-31"))
    }
}

fn asked<T>(model: &Model, known: Knowledge, then: impl FnOnce(&View<'_>) -> T) -> T {
    let (graph, scope) = (Graph::new(model, known), known_at(known));
    then(&View::new(&graph, &scope))
}

/// An alliance that ended in 2019, with sources of 2015 and 2020.
fn ended() -> Data {
    let mut data = Data::new();
    let tie = data.tie("alliance", "aye, bee", "2014..2019-05-01");
    let sources = ["2015-01-01", "2020-01-01"].map(|day| data.source(SourceKind::News, day));
    data.edit(tie).sources = sources.into();
    data
}

#[test]
fn every_question_is_watched() {
    let data = ended();
    let watched: BTreeSet<String> = asked(&data.model, Knowledge::ALL, |view| {
        let answers = about(view, &[CompanyId(0), CompanyId(1)], &[RelationId(0)]);
        let all = answers.into_iter().chain(of_all(view)).chain(records(view));
        let all = all.chain([since(view, 2015)]);
        all.filter_map(|told| Some(told.question.split(' ').next()?.to_owned()))
            .collect()
    });
    let names = super::QUESTIONS.iter().map(|question| question.name);
    // a waterfall reckons what a deal says of profits to come; its data are looked at by tests of its own
    let missing: Vec<&str> = names
        .filter(|name| *name != "waterfall" && !watched.contains(*name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn an_end_is_told_from_when_it_was_known() {
    let data = ended();
    let texts = |known: Knowledge| -> Vec<(String, String)> {
        asked(&data.model, known, |view| {
            let answers = about(view, &[CompanyId(0), CompanyId(1)], &[RelationId(0)]);
            let all = answers.into_iter().chain(of_all(view)).chain(records(view));
            all.flat_map(|told| told.texts.into_iter().map(move |text| (told.question.clone(), text)))
                .collect()
        })
    };
    // by 2019-12-31 it had ended, and nothing that was published by then could tell
    for known in ["2016", "2019-12-31"] {
        for (question, text) in texts(known_by(known)) {
            assert!(!text.contains("2019-05"), "{question}, known at {known}: {text}");
        }
    }
    let told = texts(Knowledge::ALL)
        .iter()
        .filter(|(_, text)| text.contains("2019-05-01"))
        .count();
    assert!(told > 10, "{told}");
}

#[test]
fn json_of_what_was_known_has_no_end() {
    let data = ended();
    let until = |known: Knowledge| {
        asked(&data.model, known, |view| {
            let who = who::who(view, CompanyId(0), &who::Wanted::default());
            let who = serde_json::to_value(who::wire(view, &who)).unwrap();
            let list =
                serde_json::to_value(list::wire(view, &list::list(view, list::Of::Relations), Lang::En)).unwrap();
            let record = show::show(view, show::Subject::Relation(0.into()), Lang::En);
            let field = record.fields.into_iter().find(|field| field.name == "until");
            (
                who["counterparties"][0]["ties"][0]["until"].clone(),
                list["items"][0]["until"].clone(),
                field.map(|field| field.values[0].text.clone()),
            )
        })
    };
    assert_eq!(until(known_by("2016")), (Value::Null, Value::Null, None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_answer_tells_a_date_or_a_source_before_it_was_known(data in random(false), year in 1999..2026_i32) {
        let by = Day::from_ymd(year, 12, 31).unwrap();
        asked(&data.model, Knowledge(Some(by)), |view| {
            let companies: Vec<CompanyId> = view.model().companies().map(|(id, _)| id).collect();
            let relations: Vec<RelationId> = view.model().relations().map(|(id, _)| id).collect();
            let all = of_all(view).into_iter().chain(records(view)).chain([since(view, year - 4)]);
            let answers = about(view, &companies, &relations).into_iter().chain(all);
            for answer in answers {
                for text in &answer.texts {
                    let mut early = data.told_too_early(text, by);
                    // who asks for a source by its id hears it again
                    early.retain(|told| *answer.question != format!("show source:{told}"));
                    prop_assert!(early.is_empty(), "{} tells {:?}:\n{}", answer.question, early, text);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn all_that_is_known_is_told_of_every_relation(data in random(false)) {
        asked(&data.model, Knowledge::ALL, |view| {
            for (id, relation) in view.model().relations() {
                let record = show::show(view, show::Subject::Relation(id), Lang::En);
                let text = json::write(&show::wire(view, "", &show::Found::One(show::Subject::Relation(id)), Lang::En)).unwrap();
                let ends = [relation.since, relation.until].into_iter().flatten().filter_map(Moment::date);
                let dates = ends.chain(relation.announced).chain(relation.expires).chain(relation.observed.clone());
                for date in dates.chain(relation.checked.map(|checked| checked.on)) {
                    prop_assert!(text.contains(&date.to_string()), "{} in {}", date, text);
                }
                prop_assert_eq!(record.support.len(), relation.sources.len());
            }
            Ok(())
        })?;
    }
}

/// What the JSON of an answer tells of relations: where an object has the id of one and a date of its own.
fn check(
    model: &Model,
    ids: &BTreeMap<&str, RelationId>,
    out: &dyn Fn(SourceId) -> bool,
    by: Day,
    at: &Value,
    what: &str,
) {
    match at {
        Value::Object(fields) => {
            let id = fields.get("id").and_then(Value::as_str).and_then(|id| ids.get(id));
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
                .for_each(|value| check(model, ids, out, by, value, what));
        }
        Value::Array(items) => items.iter().for_each(|value| check(model, ids, out, by, value, what)),
        Value::String(text) => {
            let source = model.sources.iter().position(|source| source.id == *text);
            let told = source.is_none_or(|at| out(at.into()));
            assert!(told, "{what}: the source {text}");
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn the_data_of_the_program_tell_nothing_before_it_was_known() {
    let model = lower(&read_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap()).model;
    let ids: BTreeMap<&str, RelationId> = model.relations().map(|(id, record)| (record.id.as_str(), id)).collect();
    for year in [2008, 2016, 2022] {
        let by = Day::from_ymd(year, 12, 31).unwrap();
        let known = Knowledge(Some(by));
        asked(&model, known, |view| {
            let companies: Vec<CompanyId> = model.companies().map(|(id, _)| id).step_by(40).collect();
            let relations: Vec<RelationId> = model.relations().map(|(id, _)| id).step_by(7).collect();
            let out = |source: SourceId| known.knows(&model, source);
            let answers = about(view, &companies, &relations).into_iter().chain(of_all(view));
            for answer in answers {
                check(
                    &model,
                    &ids,
                    &out,
                    by,
                    &answer.json,
                    &format!("{} as known at {by}", answer.question),
                );
            }
        });
    }
}
