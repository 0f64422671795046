use std::collections::BTreeSet;

use proptest::test_runner::{Config, TestRunner};

use super::testing::{read, requests};
use super::{Answer, QUESTIONS, Request};
use crate::dataset::Dataset;
use crate::graph::Budget;
use crate::judge::testing::{Data, both, date};
use crate::lang::Lang;
use crate::request::{Address, AskError, Sort};

/// Runs `test` on random requests of every question.
fn every_request(test: impl Fn(&Request)) {
    for question in QUESTIONS {
        let mut runner = TestRunner::new(Config {
            cases: 64,
            failure_persistence: None,
            ..Config::default()
        });
        let ran = runner.run(&requests(question), |request| {
            test(&read(&request));
            Ok(())
        });
        ran.unwrap_or_else(|error| panic!("{}: {error}", question.name));
    }
}

#[test]
fn a_request_reads_back_from_its_address() {
    every_request(|request| {
        let address = request.address();
        let text = address.to_string();
        assert!(text.is_ascii() && !text.contains(' '), "{text}");
        assert_eq!(text.parse::<Address>().unwrap(), address);
        assert_eq!(&text.parse::<Request>().unwrap(), request, "{text}");
    });
}

#[test]
fn a_request_reads_back_from_its_json() {
    every_request(|request| {
        let text = serde_json::to_string(request).unwrap();
        assert_eq!(&serde_json::from_str::<Request>(&text).unwrap(), request, "{text}");
    });
}

#[test]
fn defaults_are_left_out() {
    let plain: Request =
        serde_json::from_str(r#"{"question": "who", "company": "dell", "scope": {"firm": false}}"#).unwrap();
    assert_eq!(plain.address().to_string(), "who/dell");
    assert_eq!(
        serde_json::to_value(&plain).unwrap(),
        serde_json::json!({"question": "who", "company": "dell"})
    );
    let asked: Request = "who/dell?firm=true&at=2014&kind=supply&kind=stake".parse().unwrap();
    assert_eq!(
        asked.address().to_string(),
        "who/dell?at=2014&firm&kind=supply&kind=stake"
    );
    assert_eq!(
        asked.address().command_line(),
        "frenemy who dell --at 2014 --firm --kind supply --kind stake"
    );
}

#[test]
fn what_is_no_request_is_refused_with_a_reason() {
    for (address, reason) in [
        ("whom/dell", "no question is called `whom`"),
        ("who", "missing field `company`"),
        ("who/dell/ibm", "`who` is about 1 at most; the path names 2"),
        ("who/dell?company=ibm", "`company` stands in the path and in the query"),
        ("who/dell?a=b", "unknown field `a`"),
        ("who/dell?scope=b", "unknown field `scope`"),
        ("who/dell?firm=perhaps", "`perhaps` is neither `true` nor `false`"),
        ("who/dell?at=yesterday", "`yesterday` is not a date"),
        ("who/dell?at=2014&at=2015", "given 2 times"),
        ("who/dell?kind=suply", "did you mean `supply`?"),
        ("path/dell/ibm?k=many", "`many` is no number"),
        ("who/%FF", "`%FF` is not valid UTF-8"),
    ] {
        let error = address.parse::<Request>().unwrap_err().to_string();
        assert!(error.contains(reason), "{address}: {error}");
    }
    for json in [
        r#"{"question": "who", "company": "dell", "firm": true}"#,
        r#"{"question": "who", "company": "dell", "scope": {"at": "2014", "colour": "red"}}"#,
        r#"{"company": "dell"}"#,
    ] {
        assert!(serde_json::from_str::<Request>(json).is_err(), "{json}");
    }
}

#[test]
fn the_table_agrees_with_itself() {
    let names: BTreeSet<&str> = QUESTIONS.iter().map(|question| question.name).collect();
    assert_eq!(names.len(), QUESTIONS.len(), "two questions of one name");
    for question in QUESTIONS {
        let schema = (question.request)().to_value();
        let properties = schema["properties"].as_object().unwrap();
        assert!(
            properties.contains_key("scope") || question.name == "waterfall",
            "{}",
            question.name
        );
        for position in question.positions {
            assert!(properties.contains_key(*position), "{}: {position}", question.name);
        }
        // beside the fields of a scope no field may have the same name
        let scope = &schema["$defs"]["ScopeRequest"]["properties"];
        for field in properties.keys() {
            assert!(scope.get(field).is_none(), "{}: {field}", question.name);
        }
        assert!(
            !question.examples.is_empty() && !question.answers.is_empty(),
            "{}",
            question.name
        );
        for example in question.examples {
            let request: Request = example.parse().unwrap_or_else(|error| panic!("{example}: {error}"));
            assert_eq!(request.address().question, question.name);
        }
        assert!(!question.summary.en.ends_with('.') && !question.summary.vi.ends_with('.'));
    }
}

/// Three companies that are all tied, one of them to a fourth, and a market.
fn dataset() -> Dataset {
    let mut data = Data::new();
    data.market(
        "cloud-infrastructure",
        both("Cloud infrastructure", "Hạ tầng đám mây"),
        None,
    );
    data.market("pc-games", both("PC games", "Trò chơi PC"), None);
    for name in ["openai", "opera-software", "microsoft", "dell"] {
        data.company(name);
    }
    data.model.companies[1].name = "Opera Software".into();
    data.model.companies[2].aliases.push("Tập đoàn Microsoft".into());
    for (kind, parties) in [
        ("supply", "microsoft > openai"),
        ("alliance", "microsoft, dell"),
        ("competitive_overlap", "openai, dell"),
        ("alliance", "microsoft, opera-software"),
    ] {
        data.tie(kind, parties, "2012..");
    }
    Dataset::from_model(data.model)
}

fn ask<'d>(dataset: &'d Dataset, address: &str, budget: &Budget) -> Result<Answer<'d>, AskError> {
    let request: Request = address.parse().unwrap();
    dataset.ask(&request, Some(date("2016")), budget)
}

#[test]
fn an_answer_knows_its_request_with_ids() {
    let dataset = dataset();
    for (asked, resolved) in [
        ("who/tap doan microsoft", "who/microsoft"),
        (
            "who/Opera Software?market=pc game",
            "who/opera-software?market=pc-games",
        ),
        (
            "who/openai?market=hạ tầng đám mây",
            "who/openai?market=cloud-infrastructure",
        ),
        (
            "path/Dell/OpenAI?k=3&avoid=Opera Software",
            "path/dell/openai?avoid=opera-software",
        ),
        ("path/dell/openai?k=5", "path/dell/openai?k=5"),
        ("why/supply-0", "why/case%2Fsupply-0"),
        ("timeline/case", "timeline/case"),
        ("show/Tập đoàn Microsoft", "show/microsoft"),
        ("rank?top=20&by=degree", "rank"),
        ("list/companies?at=2014", "list/companies?at=2014"),
    ] {
        let answer = ask(&dataset, asked, &Budget::UNLIMITED).unwrap_or_else(|error| panic!("{asked}: {error}"));
        assert_eq!(answer.request().address().to_string(), resolved, "{asked}");
        let again = ask(&dataset, resolved, &Budget::UNLIMITED).unwrap();
        assert_eq!(again.request(), answer.request(), "{asked}");
        assert_eq!(
            again.table(Lang::Vi).unwrap(),
            answer.table(Lang::Vi).unwrap(),
            "{asked}"
        );
    }
}

#[test]
fn what_cannot_be_asked_is_refused_with_what_may_have_been_meant() {
    let dataset = dataset();
    let refused = |address: &str| ask(&dataset, address, &Budget::UNLIMITED).unwrap_err();
    let candidates =
        |error: &AskError| -> Vec<String> { error.candidates().iter().map(|one| one.id.clone()).collect() };
    let error = refused("who/open-ai");
    assert!(
        matches!(
            error,
            AskError::Unknown {
                sort: Sort::Company,
                ..
            }
        ) && error.is_not_found()
    );
    assert_eq!(candidates(&error), ["openai"]);
    for (address, reason, not_found) in [
        ("who/nobody", "no company is called `nobody`", true),
        ("who/dell?market=cloud", "no market has the id or name `cloud`", true),
        (
            "who/dell?case=cas",
            "no case has the id or name `cas`; did you mean `case`?",
            true,
        ),
        ("why/supply-1", "no relation has the id `supply-1`", true),
        (
            "why/dell/Dell",
            "`dell` and `Dell` are one company, dell; give two",
            false,
        ),
        ("path/dell/openai?avoid=dell", "`dell` is an end of the path", false),
        ("path/dell/openai?k=0", "`k` is 0; it can be 1 to 100", false),
        (
            "who/dell?from=2015&to=2014",
            "the window begins in 2015, after its end in 2014",
            false,
        ),
        ("who/dell?at=2015&from=2014&to=2016", "a date and a window", false),
        ("who/dell?to=2014", "the window has no beginning", false),
        ("diff", "two sides are needed", false),
        (
            "diff?known_from=2015&known_at=2014",
            "one state of knowledge and two",
            false,
        ),
        (
            "diff?known_from=2015&known_to=2014",
            "the first state of knowledge lies after the second",
            false,
        ),
        (
            "waterfall/none?profit=USD 1bn",
            "no deal has the id or name `none`",
            true,
        ),
    ] {
        let error = refused(address);
        assert!(error.to_string().contains(reason), "{address}: {error}");
        assert_eq!(error.is_not_found(), not_found, "{address}");
        assert!(!error.to_string().contains("--"), "a flag is named: {error}");
    }
    let request: Request = "who/dell".parse().unwrap();
    let error = dataset.ask(&request, None, &Budget::UNLIMITED).unwrap_err();
    assert!(matches!(error, AskError::TodayMissing));
    let dated: Request = "who/dell?at=2015".parse().unwrap();
    assert!(dataset.ask(&dated, None, &Budget::UNLIMITED).is_ok());
}

#[test]
fn whatever_the_budget_an_answer_is_whole_or_says_that_it_is_not() {
    let dataset = dataset();
    for address in [
        "who/microsoft",
        "who/microsoft?known_at=2015",
        "between/dell/openai",
        "shared/dell/openai",
        "sums/dell/openai",
        "owners/openai",
        "timeline/microsoft",
        "path/dell/openai",
        "depends/openai",
        "cycles",
        "triangles?all",
        "transitions",
        "diff?from=2010&to=2016",
        "rank",
        "rank?by=pagerank",
        "rank?by=betweenness",
        "rank?by=constraint",
        "rank?by=coopetition",
        "why/dell/openai",
        "gaps/microsoft",
        "list/relations",
        "stats",
    ] {
        let whole = ask(&dataset, address, &Budget::UNLIMITED).unwrap();
        let all = whole.json(Lang::En).unwrap();
        assert!(all.contains("\"truncated\": false"));
        let (mut cut, mut done) = (0, 0);
        let more = [20_000, 100_000, 1_000_000, 100_000_000];
        for steps in (0..100).chain((100..5000).step_by(700)).chain(more) {
            match ask(&dataset, address, &Budget::steps(steps)) {
                Ok(answer) if answer.cut().is_none() => {
                    assert_eq!(answer.json(Lang::En).unwrap(), all, "{address} with {steps}");
                    done += 1;
                }
                Ok(answer) => {
                    cut += 1;
                    let json: serde_json::Value = serde_json::from_str(&answer.json(Lang::En).unwrap()).unwrap();
                    assert_eq!(json["cut_by"]["budget"], steps);
                    let notes = answer.table(Lang::En).unwrap().notes;
                    assert!(notes.iter().any(|note| note.starts_with("Cut:")), "{notes:?}");
                    let nothing = |note: &String| note.starts_with("No ") && note.contains("recorded");
                    assert!(
                        !notes.iter().any(nothing),
                        "what was cut short may have found some: {notes:?}"
                    );
                    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
                    for list in ["counterparties", "partners", "paths", "cycles", "rings", "triangles"] {
                        for item in json[list].as_array().into_iter().flatten() {
                            assert!(
                                all[list].as_array().unwrap().contains(item),
                                "{address} with {steps}: {item}"
                            );
                        }
                    }
                }
                Err(error) => {
                    cut += 1;
                    assert!(matches!(error, AskError::TooMuchWork { .. }), "{address}: {error}");
                }
            }
        }
        assert!(cut > 0 && done > 0, "{address}: {cut} cut, {done} done");
    }
}

#[test]
fn a_question_can_be_cancelled() {
    let flag = std::sync::Arc::new(true.into());
    let budget = Budget::UNLIMITED.cancelled_by(flag);
    let dataset = dataset();
    assert!(matches!(ask(&dataset, "who/dell", &budget), Err(AskError::Cancelled)));
}

#[test]
fn contradicting_parents_are_told_in_every_answer_about_a_company() {
    let mut data = Data::new();
    data.part_of("x", "a", "2010..");
    data.part_of("x", "b", "2012..");
    data.tie("supply", "x > c", "2011..");
    let dataset = Dataset::from_model(data.model);
    for address in [
        "who/x",
        "between/x/c",
        "timeline/x",
        "owners/x",
        "shared/x/c",
        "path/x/c",
        "depends/x",
        "cycles/x",
        "triangles/x",
        "transitions/x",
        "why/x/c",
        "gaps/x",
        "list/companies",
    ] {
        let told = |address: &str| {
            let request: Request = address.parse().unwrap();
            let answer = dataset.ask(&request, Some(date("2013")), &Budget::UNLIMITED).unwrap();
            let notes = answer.table(Lang::En).unwrap().notes;
            let is_noted = notes.iter().any(|note| note.contains("both a and b control x"));
            (is_noted, answer.json(Lang::En).unwrap())
        };
        let (is_noted, json) = told(address);
        assert!(is_noted, "{address}");
        let wanted = r#""two_controllers": ["#;
        assert!(
            json.contains(wanted) || address.starts_with("list"),
            "{address}: {json}"
        );
        assert!(
            !told(&format!("{address}?at=2011")).0,
            "{address} before there were two"
        );
    }
}
