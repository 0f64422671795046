//! `schema/data.schema.json` is made from the tables, and agrees with the reading of files on every fixture.

use std::collections::BTreeSet;
use std::fs;

use frenemy::authoring::schema::schema;
use frenemy::diagnostics::{Code, Diagnostic};
use frenemy::syntax::{parse_file, read_records};
use frenemy::text::{Files, read_dirs};
use jsonschema::Validator;
use serde_json::Value;

use crate::support::{blessing, read, root, run};

const PAGE: &str = "schema/data.schema.json";

/// What the reading of a single file reports of its shape. Every other code needs more than one file, or more than one
/// value, or is about YAML itself.
const SHAPE: &[Code] = &[
    Code::UnknownSection,
    Code::UnknownField,
    Code::MissingField,
    Code::ToBeFilled,
    Code::StrayKey,
    Code::WrongType,
    Code::UnknownValue,
    Code::WrongArity,
    Code::BadId,
    Code::BadDate,
    Code::BadMoney,
    Code::BadShare,
    Code::BadUrl,
    Code::BadLanguage,
    Code::BadLei,
    Code::BadQid,
    Code::UnknownCurrency,
    Code::UnknownCountry,
];

/// Fixtures whose errors of shape a schema cannot express, and why.
const BEYOND: &[(&str, &str)] = &[];

/// Fixtures that are read without an error of shape and that the schema refuses all the same, and why.
const STRICTER: &[(&str, &str)] = &[
    ("missing-case/bad.yaml", "found when the files are put together"),
    (
        "unknown-company/bad.yaml",
        "a reference that is no id refers to nothing, which is found later",
    ),
    ("unknown-holder/bad.yaml", "the same"),
    ("unknown-product/bad.yaml", "the same"),
];

fn validator() -> Validator {
    jsonschema::validator_for(&schema()).unwrap()
}

#[test]
fn the_schema_in_the_repository_is_that_of_the_tables() {
    let page = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if blessing() {
        fs::write(root().join(PAGE), &page).unwrap();
    }
    assert!(
        read(PAGE) == page,
        "{PAGE} is not what the tables say; run scripts/bless.sh and look at the difference"
    );
    assert_eq!(run(&["schema"]).out, page);
    jsonschema::meta::validate(&schema()).unwrap();
}

/// What an independent reader makes of a file; `None` where it refuses it.
fn json(text: &str) -> Option<Value> {
    if text.trim().is_empty() {
        return Some(Value::Null);
    }
    // `NO` is a country and `yes` a word, as YAML 1.2 has it and as editors read
    let options = serde_saphyr::options! { strict_booleans: true };
    serde_saphyr::from_str_with_options(text, options).ok()
}

#[test]
fn the_data_set_has_the_shape_that_the_schema_says() {
    let validator = validator();
    let files = read_dirs(&[root().join("data")]).unwrap();
    for (_, file) in files.iter() {
        let json = json(&file.text).unwrap_or_else(|| panic!("{}", file.name));
        let errors: Vec<_> = validator
            .iter_errors(&json)
            .map(|e| format!("{}: {e}", e.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file.name);
    }
}

#[test]
fn reading_and_schema_agree_on_every_fixture() {
    let validator = validator();
    let mut wrong = Vec::new();
    let (mut good, mut bad) = (0, 0);
    let (mut beyond, mut stricter) = (BTreeSet::new(), BTreeSet::new());
    let fixtures = root().join("tests/fixtures/checks");
    let files: Files = read_dirs(&[fixtures]).unwrap();
    for (id, file) in files.iter() {
        let mut out: Vec<Diagnostic> = Vec::new();
        let tree = parse_file(id, file, &mut out);
        if !out.is_empty() {
            // no YAML, or YAML that data files may not use
            continue;
        }
        if let Some(tree) = tree {
            read_records(&tree, &mut out);
        }
        let shape: Vec<_> = out.iter().filter(|problem| SHAPE.contains(&problem.code)).collect();
        let json = json(&file.text);
        let errors: Option<Vec<String>> = json.as_ref().map(|json| {
            validator
                .iter_errors(json)
                .map(|e| format!("{}: {e}", e.instance_path()))
                .collect()
        });
        let accepted = errors.as_ref().is_some_and(Vec::is_empty);
        match (shape.is_empty(), accepted) {
            (true, true) => good += 1,
            (false, false) => bad += 1,
            (false, true) => {
                if BEYOND.iter().any(|(name, _)| *name == file.relative) {
                    beyond.insert(file.relative.clone());
                } else {
                    let said: Vec<_> = shape.iter().map(|problem| problem.headline.as_str()).collect();
                    wrong.push(format!(
                        "{}: the schema accepts what is not readable: {said:?}",
                        file.relative
                    ));
                }
            }
            (true, false) => {
                if STRICTER.iter().any(|(name, _)| *name == file.relative) {
                    stricter.insert(file.relative.clone());
                } else {
                    wrong.push(format!(
                        "{}: the schema refuses what is readable: {errors:#?}",
                        file.relative
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(good > 50 && bad > 15, "{good} good, {bad} bad");
    let listed = |list: &[(&str, &str)]| list.iter().map(|(name, _)| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(beyond, listed(BEYOND), "listed as beyond a schema, and is not");
    assert_eq!(
        stricter,
        listed(STRICTER),
        "listed as refused by the schema only, and is not"
    );
}

#[test]
fn a_file_that_tells_no_case_needs_one_where_it_has_relations() {
    let validator = validator();
    let valid = |text: &str| validator.is_valid(&json(text).unwrap());
    let loan = "loans: [{id: l, lender: a, borrower: b, since: 2020, sources: [s]}]\n";
    assert!(!valid(loan));
    assert!(!valid(&format!("case:\n{loan}")));
    assert!(valid(&format!("case: c\n{loan}")));
    assert!(valid("loans:\nmarkets: []\n"));
}
