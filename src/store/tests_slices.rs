//! An answer from a slice is the answer from the whole, byte for byte.

use std::fmt::Write;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use super::{Gathered, Shelf, bundled, gather};
use crate::dataset::{Dataset, Hop, Missing, Slice};
use crate::graph::Budget;
use crate::judge::testing::random::{Random, chain, random};
use crate::lang::Lang;
use crate::model::{Model, Rows, TableId};
use crate::query::{Need, QUESTIONS, Request};
use crate::report::text;
use crate::request::AskError;
use crate::store::{SliceError, Store};
use crate::values::PartialDate;
use crate::vocab::KINDS;

fn today() -> Option<PartialDate> {
    "2026-11-30".parse().ok()
}

fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| Shelf::new(bundled().unwrap()))
}

/// An answer in every form that it is told in, or why there is none.
fn told(dataset: &Dataset, request: &Request) -> String {
    let answer = match dataset.ask(request, today(), &Budget::UNLIMITED) {
        Ok(answer) => answer,
        Err(error) => return format!("{error}\n{error:?}"),
    };
    let mut told = format!("{}\n{}\n{:?}\n", answer.request().address(), dataset.hash(), answer.text());
    for lang in [Lang::En, Lang::Vi] {
        let table = text::write(&answer.table(lang).unwrap(), &text::Layout::default());
        write!(told, "{table}\n{}\n", answer.json(lang).unwrap()).unwrap();
    }
    told
}

/// Gathers a slice and asks it the same as the whole; the slice, and the first line in which they differ.
fn compared(shelf: &Shelf, request: &Request) -> (Gathered, Option<String>) {
    let slice = gather(shelf, request, today(), &Budget::UNLIMITED).unwrap();
    if slice.records == shelf.len() {
        // no other answer can come from what is equal
        assert_eq!(slice.dataset.model(), shelf.dataset().model());
        return (slice, None);
    }
    let (whole, part) = (told(shelf.dataset(), request), told(&slice.dataset, request));
    let lines = whole.lines().zip(part.lines()).find(|(a, b)| a != b);
    let differ = lines.map(|(a, b)| format!("{}\nwhole: {a}\nslice: {b}", request.address()));
    (slice, differ.or_else(|| (whole != part).then(|| format!("{}: one says more", request.address()))))
}

/// What can be named in requests about a data set.
struct Named {
    companies: Vec<String>,
    cases: Vec<String>,
    deals: Vec<String>,
    relations: Vec<String>,
    markets: Vec<String>,
    records: Vec<String>,
}

impl Named {
    fn of(model: &Model) -> Self {
        macro_rules! ids {
            ($($table:ident)+) => {
                [$(model.$table.iter().map(|one| one.id.to_string()).collect::<Vec<_>>()),+]
            };
        }
        let [companies, cases, deals, relations, markets] = ids!(companies cases deals relations markets);
        Self {
            records: ids!(companies products markets sources cases deals relations events quotes claims successions)
                .concat(),
            companies,
            cases,
            deals,
            relations,
            markets,
        }
    }
}

/// A request about a data set, by numbers: which question, about whom, and what is asked otherwise.
#[derive(Clone, Debug)]
struct Numbers {
    question: usize,
    subjects: [Index; 3],
    number: u8,
    flags: [bool; 3],
    scope: Vec<(u8, Index)>,
}

const FORMS: usize = 20;

fn numbers() -> impl Strategy<Value = Numbers> {
    let scope = proptest::collection::vec((0..9_u8, any::<Index>()), 0..3);
    let flags = any::<[bool; 3]>();
    (0..FORMS, any::<[Index; 3]>(), 0..60_u8, flags, scope).prop_map(|(question, subjects, number, flags, scope)| {
        Numbers {
            question,
            subjects,
            number,
            flags,
            scope,
        }
    })
}

impl Numbers {
    fn scope(&self, named: &Named) -> Map<String, Value> {
        let mut scope = Map::new();
        for (field, at) in &self.scope {
            let date = format!("{}-0{}", 2000 + at.index(25), 1 + at.index(9));
            let (name, value) = match field {
                0 => ("at", json!(date)),
                1 | 2 => ("known_at", json!(date)),
                3 => ("kind", json!([at.get(KINDS).name])),
                4 => ("except_kind", json!([at.get(KINDS).name])),
                5 if !named.markets.is_empty() => ("market", json!(at.get(&named.markets))),
                6 => ("case", json!(at.get(&named.cases))),
                7 => ("firm", json!(true)),
                _ => ("no_group", json!(true)),
            };
            scope.insert(name.to_owned(), value);
        }
        scope
    }

    fn request(&self, named: &Named) -> Request {
        let company = |at: usize| self.subjects[at].get(&named.companies).as_str();
        let one = |of: &[String]| of.get(self.subjects[0].index(of.len().max(1))).cloned().unwrap_or_default();
        let (a, b, c) = (company(0), company(1), company(2));
        let (number, [first, second, third]) = (self.number, self.flags);
        let mut scope = self.scope(named);
        let mut request = match self.question {
            0 => json!({"question": "who", "company": a, "same_market": first}),
            1 => json!({"question": "between", "a": a, "b": b}),
            2 => json!({"question": "timeline", "subject": a}),
            3 => json!({"question": "timeline", "subject": a, "other": b}),
            4 => json!({"question": "timeline", "subject": one(&named.cases)}),
            5 => json!({"question": "owners", "company": a, "reverse": first}),
            6 => {
                let avoid = if first { vec![c] } else { vec![] };
                json!({"question": "path", "a": a, "b": b, "k": number % 5 + 1, "avoid": avoid, "competition": second})
            }
            7 => json!({"question": "depends", "company": a, "reverse": first, "depth": number % 3 + 1}),
            8 => json!({"question": "cycles", "company": a, "max_len": number % 4 + 2}),
            9 => json!({"question": "triangles", "company": a, "all": true, "classic": first}),
            10 => json!({"question": "transitions", "company": a}),
            11 => {
                scope.insert("from".to_owned(), json!(format!("{}", 1990 + u16::from(number) % 20)));
                scope.insert("to".to_owned(), json!("2020-06"));
                scope.remove("at");
                json!({"question": "diff", "company": a})
            }
            12 => {
                scope.remove("known_at");
                json!({"question": "diff", "company": a, "known_from": format!("{}", 2000 + u16::from(number) % 20)})
            }
            13 => json!({"question": "why", "subject": a, "other": b}),
            14 => json!({"question": "why", "subject": one(&named.relations)}),
            15 => json!({"question": "cite", "subject": a, "other": b, "style": "bibtex"}),
            16 => json!({"question": "cite", "subject": one(&named.cases), "style": "csl-json"}),
            17 => json!({"question": "cite", "subject": one(&named.relations)}),
            18 => json!({"question": "show", "id": one(&named.records)}),
            19 => json!({"question": "waterfall", "deal": one(&named.deals), "profit": ["USD 30bn"]}),
            other => unreachable!("no form {other}"),
        };
        if self.question != 19 {
            // of who is called what, nothing may depend on what is here
            let typo = third && second && number == 0;
            if let (true, Some(name)) = (typo, request.get_mut("company")) {
                *name = json!(format!("{a}x"));
            }
            request["scope"] = Value::Object(scope);
        }
        serde_json::from_value(request.clone()).unwrap_or_else(|error| panic!("{request}: {error}"))
    }
}

#[test]
fn examples_have_the_same_answers_from_slices() {
    let shelf = shelf();
    let mut wrong = Vec::new();
    for example in QUESTIONS.iter().flat_map(|question| question.examples) {
        let (slice, differ) = compared(shelf, &example.parse().unwrap());
        assert_eq!(slice.dataset.hash(), shelf.dataset().hash());
        wrong.extend(differ);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_bundled_data_give_the_same_answers_from_slices(asked in proptest::collection::vec(numbers(), 2)) {
        let named = Named::of(shelf().dataset().model());
        for numbers in asked {
            let (_, differ) = compared(shelf(), &numbers.request(&named));
            prop_assert_eq!(differ, None);
        }
    }

    #[test]
    fn random_data_give_the_same_answers_from_slices(
        links in proptest::collection::vec(random(true), 2..5),
        asked in proptest::collection::vec(numbers(), 12),
    ) {
        let models: Vec<Model> = links.into_iter().map(|Random { model, .. }| model).collect();
        let shelf = Shelf::new(Dataset::from_model(chain(&models)));
        let named = Named::of(shelf.dataset().model());
        for numbers in asked {
            let (_, differ) = compared(&shelf, &numbers.request(&named));
            prop_assert_eq!(differ, None);
        }
    }
}
