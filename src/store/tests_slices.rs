//! An answer from a slice is the answer from the whole, byte for byte.

#![cfg(feature = "bundled")]

use std::fmt::Write;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

use super::{Gathered, Shelf, SliceError, Store, bundled, gather};
use crate::dataset::{Dataset, Hop, Missing};
use crate::derived::DataHash;
use crate::graph::Budget;
use crate::judge::testing::random::{Random, chain, random};
use crate::judge::testing::{Data, both, date};
use crate::lang::Lang;
use crate::model::{Claim, ClaimId, Deal, DealId, Model, RecordId, Rows, Succession, TableId};
use crate::query::{QUESTIONS, Request};
use crate::report::text;
use crate::request::AskError;
use crate::values::{PartialDate, Text};
use crate::vocab::{KINDS, SuccessionAs};

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
    let mut told = format!(
        "{}\n{}\n{:?}\n",
        answer.request().address(),
        dataset.hash(),
        answer.text()
    );
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
    (
        slice,
        differ.or_else(|| (whole != part).then(|| format!("{}: one says more", request.address()))),
    )
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

const FORMS: usize = 21;

fn numbers() -> impl Strategy<Value = Numbers> {
    let scope = proptest::collection::vec((0..12_u8, any::<Index>()), 0..3);
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
                8 => ("presume_before", json!(at.index(3000))),
                9 => ("presume_after", json!(at.index(3000))),
                10 => ("rivalry_from", json!("named")),
                _ => ("no_group", json!(true)),
            };
            scope.insert(name.to_owned(), value);
        }
        scope
    }

    fn request(&self, named: &Named) -> Request {
        let company = |at: usize| self.subjects[at].get(&named.companies).as_str();
        let one = |of: &[String]| {
            of.get(self.subjects[0].index(of.len().max(1)))
                .cloned()
                .unwrap_or_default()
        };
        let (a, b, c) = (company(0), company(1), company(2));
        let (number, [first, second, third]) = (self.number, self.flags);
        let mut scope = self.scope(named);
        let mut request = match self.question {
            0 => json!({"question": "who", "company": a, "same_market": first, "full": second}),
            1 => json!({"question": "between", "a": a, "b": b, "full": first}),
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
            20 => json!({"question": "shared", "a": a, "b": b}),
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

/// What a slice must hold beside the records that name the asked company: a case for each rule.
fn rules() -> Data {
    let mut data = Data::new();
    // fellows are said by memberships of others
    data.tie("membership", "a > body", "2015..");
    data.tie("membership", "fellow > body", "2015..");
    // whom a counterparty belongs to, by a purchase and by what its parent is bought by
    data.tie("alliance", "a, bought", "2015..");
    data.tie("acquisition", "buyer > bought", "2016..");
    data.tie("alliance", "a, part", "2015..");
    data.part_of("part", "parent", "2010..");
    data.tie("acquisition", "above > parent", "2012..");
    // and by who shares in it
    data.tie("alliance", "a, shared", "2015..");
    for owner in ["one", "two"] {
        let stake = data.tie("stake", &format!("{owner} > shared"), "2014..");
        data.share(stake, 30);
        data.tie("acquisition", &format!("group > {owner}"), "2013..");
    }
    // what was handed on
    data.tie("acquisition", "before > handed", "2012..");
    let (from, to) = (data.company("before"), data.company("after"));
    data.model.successions.push(Succession {
        id: "renamed".into(),
        from,
        to,
        how: SuccessionAs::Rename,
        since: date("2018"),
        note: None,
        sources: Vec::new(),
    });
    data.tie("alliance", "a, handed", "2019..");
    // new terms, which other parties agreed on
    let old = data.tie("supply", "a > customer", "2015..");
    let new = data.tie("supply", "stranger > customer", "2020..");
    data.edit(new).supersedes.push(old);
    // what says otherwise, and what says otherwise of that
    data.tie("alliance", "b, c", "2015..");
    let claims = [["a", "customer"], ["b", "c"], ["c", "d"]].map(|about| about.map(|name| data.company(name)));
    for (at, about) in (0_u32..).zip(claims) {
        data.model.claims.push(Claim {
            id: format!("case/claim-{at}").into(),
            case: 0.into(),
            about: about.to_vec(),
            text: Text::from(format!("claim {at}").as_str()),
            by: None,
            date: Some(date("2016")),
            disputes: at
                .checked_sub(1)
                .map(|at| RecordId::Claim(ClaimId(at)))
                .into_iter()
                .collect(),
            refuted_by: Vec::new(),
            note: None,
            sources: Vec::new(),
        });
    }
    // contracts that replace each other
    let (a, d) = (data.company("a"), data.company("d"));
    for (at, parties) in (0_u32..).zip([vec![a], vec![d]]) {
        data.model.deals.push(Deal {
            id: format!("deal-{at}").into(),
            title: Text::from(format!("the deal of {at} parts").as_str()),
            parties,
            signed: Some(date("2016")),
            until: None,
            supersedes: at.checked_sub(1).map(DealId).into_iter().collect(),
            amount: None,
            holders: Vec::new(),
            waterfall: Vec::new(),
            note: None,
            sources: Vec::new(),
        });
    }
    // who sells in one market, and whom it belongs to
    data.market("light", both("light", "ánh sáng"), None);
    data.market("lamps", both("lamps", "đèn"), Some("light"));
    data.market("torches", both("torches", "đèn pin"), Some("light"));
    data.product("a", "light", "2010..");
    data.product("seller", "torches", "2010..");
    data.tie("acquisition", "sellers-parent > seller", "2011..");
    // and somebody far away
    data.tie("alliance", "far, away", "2015..");
    data
}

#[test]
fn a_slice_holds_all_that_decides_how_its_records_stand() {
    let shelf = Shelf::new(Dataset::from_model(rules().model));
    for (address, told_in_it) in [
        ("who/a", "fellow"),
        ("who/a", "buyer"),
        ("who/a", "above"),
        ("who/a", "group"),
        ("who/a", "after"),
        ("who/a?at=2021&no_group", "body"),
        ("who/a?same_market", "sellers-parent"),
        ("owners/after?reverse", "handed"),
        ("owners/handed", "after"),
        ("between/a/customer", "2020"),
        ("between/a/customer", "case/claim-2"),
        ("show/deal-0", "deal-1"),
        ("show/claim-1", "case/claim-2"),
        ("show/group", "shared"),
        ("why/supply-13", "case/supply-14"),
    ] {
        let request = address.parse().unwrap();
        let (slice, differ) = compared(&shelf, &request);
        assert_eq!(differ, None);
        assert!(slice.records < shelf.len(), "{address}");
        let told = told(&slice.dataset, &request);
        assert!(told.contains(told_in_it), "{address}: {told}");
        let away = slice
            .dataset
            .model()
            .companies
            .iter()
            .any(|company| company.id == "away");
        assert!(!away, "{address}");
    }
}

#[test]
fn a_name_stands_for_the_same_wherever_it_is_looked_up() {
    let shelf = shelf();
    for address in [
        "who/Micosoft",
        "who/MSFT",
        "who/Dell Inc.",
        "who/Azure",
        "who/azure?at=1995",
        "between/Azure/Tập đoàn Dell",
        "who/Facebook?at=2015",
        "who/Inc.",
        "who/...",
        "who/dell computer",
        "who/Apple Computer?at=2000",
        "show/Dell Inc.",
        "who/meta?market=clouds",
        "who/dell?market=cloud computing infrastructures",
        "who/dell?case=microsoft-del",
        "between/microsoft/Microsoft Corporation",
        "timeline/microsoft-del",
        "waterfall/phase?profit=USD 1bn",
        "waterfall/no such deal?profit=USD 1bn",
        "why/azure-2016",
        "why/azure-2061",
        "cite/acquisition",
        "show/Azure",
        "show/company:microsoft",
        "show/azure-2061",
    ] {
        let (_, differ) = compared(shelf, &address.parse().unwrap());
        assert_eq!(differ, None);
    }
}

/// A store that forgets a table.
struct Forgetful(&'static Shelf, TableId);

impl Store for Forgetful {
    type Error = std::convert::Infallible;

    fn hash(&self) -> Result<DataHash, Self::Error> {
        self.0.hash()
    }

    fn fetch(&self, hops: &[Hop]) -> Result<Rows, Self::Error> {
        let kept = hops
            .iter()
            .filter(|hop| !matches!(hop, Hop::Rows { table, .. } if *table == self.1));
        self.0.fetch(&kept.cloned().collect::<Vec<_>>())
    }
}

#[test]
fn less_than_was_asked_for_is_an_error() {
    let request = "who/dell".parse().unwrap();
    for table in [TableId::Sources, TableId::Cases, TableId::Companies] {
        let error = gather(&Forgetful(shelf(), table), &request, today(), &Budget::UNLIMITED).unwrap_err();
        assert!(matches!(error, SliceError::Missing(Missing { table: of, .. }) if of == table));
    }
    // who belongs to whom costs nothing, a search does
    let request = "path/dell/openai".parse().unwrap();
    let error = gather(shelf(), &request, today(), &Budget::steps(1)).unwrap_err();
    assert!(
        matches!(error, SliceError::Ask(AskError::TooMuchWork { budget: 1 })),
        "{error}"
    );
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
