//! Every JSON answer agrees with the schema that is published for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use frenemy::lang::Lang;
use frenemy::{Dataset, QUESTIONS};
use serde_json::Value;

use crate::asked::ASKED;
use crate::golden;
use crate::support::{blessing, root};

/// Requests to the data inside the program whose answers differ in shape from those of the small data set and of the examples.
const ASKED_TOO: &[&str] = &[
    "who/microsoft?same_market&side=competition&at=2026-11-23",
    "who/dell?from=2011&to=2016&firm",
    "gaps/openai?known_at=2023",
    "between/github/microsoft?at=2019",
    "shared/github/microsoft?from=2010&to=2020",
    "show/no-such-record",
    "path/apple/stargate?at=1990",
    "cycles/apple",
    "waterfall/microsoft-openai-2023?profit=USD 50bn&assume=first-investors%3DUSD 0&known_at=2023-03",
    "diff?known_from=2023-06&known_to=2025&at=2024",
];

/// Commands that are no questions and answer as JSON, with the name of the schema.
const COMMANDS: &[(&str, &[&str])] = &[
    (
        "data-diff",
        &["diff", "--data", "tests/fixtures/golden/data", "--against", "data"],
    ),
    ("check", &["check", "data"]),
    ("check", &["check", "tests/fixtures/checks/self-relation"]),
];

fn json(args: &[&str]) -> Value {
    let out = Command::new(env!("CARGO_BIN_EXE_frenemy"))
        .args(args)
        .env_remove("FRENEMY_DATA")
        .env_remove("FRENEMY_LANG")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    serde_json::from_slice(&out.stdout).unwrap_or_else(|error| panic!("{args:?}: {error}"))
}

/// Whether an answer names a schema, of whatever version.
fn is_of(answer: &Value, name: &str) -> bool {
    let named = answer["schema"].as_str();
    named.is_some_and(|schema| schema.starts_with(&format!("frenemy/{name}/")))
}

/// What keeps an answer from being what a schema describes.
fn errors(schema: &Value, answer: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    validator.iter_errors(answer).map(|error| error.to_string()).collect()
}

#[test]
fn answers_agree_with_their_schemas() {
    let schemas: BTreeMap<String, Value> = QUESTIONS
        .iter()
        .flat_map(|question| question.answers)
        .map(|answer| (answer.schema)().to_value())
        .map(|schema| (schema["title"].as_str().unwrap().to_owned(), schema))
        .collect();
    let (small, bundled) = (golden::dataset(), Dataset::bundled().unwrap());
    let examples = QUESTIONS.iter().flat_map(|question| question.examples).chain(ASKED_TOO);
    let of_small = ASKED.iter().map(|(_, address)| (&small, *address));
    let mut untried: BTreeSet<&str> = schemas.keys().map(String::as_str).collect();
    for (dataset, address) in of_small.chain(examples.map(|address| (&bundled, *address))) {
        let answer: Value = serde_json::from_str(&golden::ask(dataset, address).json(Lang::En).unwrap()).unwrap();
        let name = answer["schema"]
            .as_str()
            .unwrap_or_else(|| panic!("{address}: no schema"));
        let schema = schemas
            .get(name)
            .unwrap_or_else(|| panic!("{address}: {name} is no schema"));
        let errors = errors(schema, &answer);
        assert!(errors.is_empty(), "{address}: {errors:#?}");
        untried.remove(name);
    }
    assert!(untried.is_empty(), "schemas of which no answer is tried: {untried:?}");
    for (name, schema) in &schemas {
        let required = schema["required"].as_array().unwrap();
        assert!(required.iter().any(|key| key == "schema"), "{name} asks for nothing");
    }
}

#[test]
fn what_commands_write_agrees_with_its_schema() {
    for (name, args) in COMMANDS {
        let schema = json(&["schema", "--answer", name]);
        let answer = json(&[args, &["--format", "json"][..]].concat());
        assert!(is_of(&answer, name), "{args:?}");
        let errors = errors(&schema, &answer);
        assert!(errors.is_empty(), "{args:?}: {errors:#?}");
    }
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_answers() {
    let answers = QUESTIONS.iter().flat_map(|question| question.answers);
    let names: BTreeSet<&str> = answers
        .map(|answer| answer.name)
        .chain(COMMANDS.iter().map(|(name, _)| *name))
        .collect();
    let mut titles = BTreeSet::new();
    for name in names {
        let schema = json(&["schema", "--answer", name]);
        assert!(
            titles.insert(schema["title"].to_string()),
            "two schemas are called {}",
            schema["title"]
        );
        let page = root().join(format!("schema/answers/{name}.schema.json"));
        let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        if blessing() {
            fs::create_dir_all(page.parent().unwrap()).unwrap();
            fs::write(&page, text).unwrap();
        } else {
            let written = fs::read_to_string(&page).unwrap_or_default();
            assert!(
                written == text,
                "{} is out of date: scripts/bless.sh writes it anew",
                page.display()
            );
        }
    }
}
