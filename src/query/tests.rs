use std::collections::BTreeSet;

use proptest::test_runner::{Config, TestRunner};

use super::testing::{read, requests};
use super::{QUESTIONS, Request};
use crate::request::Address;

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
