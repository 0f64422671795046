//! Every JSON answer agrees with the schema that is published for it.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::support::{blessing, root};

/// Commands with a JSON format: the schema's name, then arguments whose answers differ in shape.
const ANSWERS: &[(&str, &[&str])] = &[
    ("who", &["who", "microsoft", "--at", "2026-11-23"]),
    (
        "who",
        &[
            "who",
            "microsoft",
            "--same-market",
            "--side",
            "competition",
            "--at",
            "2026-11-23",
        ],
    ),
    ("owners", &["owners", "openai", "--at", "2026-11-23"]),
    ("owners", &["owners", "microsoft", "--reverse"]),
    ("gaps", &["who", "microsoft", "--gaps", "--at", "2026-11-23"]),
    ("gaps", &["who", "openai", "--gaps", "--known-at", "2023"]),
    ("who", &["who", "dell", "--from", "2011", "--to", "2016", "--firm"]),
    ("between", &["between", "microsoft", "openai", "--at", "2026-11-23"]),
    ("between", &["between", "github", "microsoft", "--at", "2019"]),
    ("shared", &["shared", "openai", "anthropic", "--at", "2026-11-23"]),
    (
        "shared",
        &["shared", "github", "microsoft", "--from", "2010", "--to", "2020"],
    ),
    ("list", &["list", "companies"]),
    ("list", &["list", "cases"]),
    ("list", &["list", "markets"]),
    ("list", &["list", "sources"]),
    ("list", &["list", "relations", "--case", "microsoft-openai"]),
    ("list", &["list", "deals"]),
    ("show", &["show", "openai"]),
    ("show", &["show", "microsoft-openai/first-billion"]),
    ("show", &["show", "stake"]),
    ("show", &["show", "no-such-record"]),
    ("stats", &["stats"]),
    ("path", &["path", "dell", "openai", "--k", "5"]),
    ("path", &["path", "apple", "stargate", "--at", "1990"]),
    ("cycles", &["cycles"]),
    ("cycles", &["cycles", "apple"]),
    ("depends", &["depends", "openai"]),
    ("depends", &["depends", "nvidia", "--reverse", "--depth", "3"]),
    ("triangles", &["triangles", "--classic"]),
    ("rank", &["rank"]),
    ("rank", &["rank", "--by", "coopetition"]),
    (
        "waterfall",
        &["waterfall", "microsoft-openai-2023", "--profit", "USD 50bn"],
    ),
    (
        "waterfall",
        &[
            "waterfall",
            "third phase",
            "--profit",
            "USD 10bn, 500bn",
            "--assume",
            "first-investors=USD 50m",
            "--at",
            "2024",
        ],
    ),
    (
        "waterfall",
        &[
            "waterfall",
            "microsoft-openai-2023",
            "--profit",
            "USD 50bn",
            "--assume",
            "first-investors=USD 0",
            "--known-at",
            "2023-03",
        ],
    ),
    ("timeline", &["timeline", "microsoft", "openai", "--at", "2026-11-23"]),
    (
        "timeline",
        &["timeline", "microsoft-dell", "--from", "2010", "--to", "2016"],
    ),
    ("transitions", &["transitions", "--at", "2026-11-23"]),
    ("diff", &["diff", "--from", "2018", "--to", "2024", "openai"]),
    (
        "diff",
        &["diff", "--known-from", "2023-06", "--known-to", "2025", "--at", "2024"],
    ),
    (
        "data-diff",
        &["diff", "--data", "tests/fixtures/golden/data", "--against", "data"],
    ),
    ("why", &["why", "microsoft", "openai", "--at", "2026-11-23"]),
    ("why-relation", &["why", "microsoft-openai/azure-2016", "--at", "2018"]),
    ("cite", &["cite", "microsoft-openai/azure-2016"]),
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

#[test]
fn answers_agree_with_their_schemas() {
    for (name, args) in ANSWERS {
        let schema = json(&["schema", "--answer", name]);
        let answer = json(&[args, &["--format", "json"][..]].concat());
        assert!(
            answer["schema"]
                .as_str()
                .is_some_and(|schema| schema.starts_with(&format!("frenemy/{name}/"))),
            "{args:?}"
        );
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> = validator.iter_errors(&answer).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{args:?}: {errors:#?}");
        let required = schema["required"].as_array().unwrap();
        assert!(
            required.iter().any(|key| key == "schema"),
            "the schema of {name} asks for nothing"
        );
    }
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_answers() {
    let names: BTreeSet<&str> = ANSWERS.iter().map(|(name, _)| *name).collect();
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

#[test]
fn every_schema_is_tried_on_an_answer() {
    let tried: Vec<&str> = ANSWERS.iter().map(|(name, _)| *name).collect();
    for answer in frenemy::QUESTIONS.iter().flat_map(|question| question.answers) {
        assert!(tried.contains(&answer.name), "no answer of `{}` is tried", answer.name);
    }
}
