//! `frenemy check` as users, editors and continuous integration call it.

use std::collections::BTreeSet;

use frenemy::diagnostics::{Code, Level};
use serde_json::Value;

use crate::support::{read, run};

/// A directory with one fixture.
fn of(code: &str, name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = read(format!("tests/fixtures/checks/{code}/{name}.yaml"));
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    folder
}

fn path(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().unwrap()
}

fn codes(args: &[&str]) -> BTreeSet<String> {
    let ran = run(&[args, &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let problems = report["problems"].as_array().unwrap();
    problems
        .iter()
        .map(|problem| problem["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_list_has_every_code_under_its_tier() {
    let ran = run(&["check", "--list"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    for code in Code::ALL {
        assert!(ran.out.contains(&format!("\n  {code} ")), "{code}");
    }
    let at = |text: &str| ran.out.find(text).unwrap();
    assert!(
        at("errors:") < at("  not-yaml") && at("basic:") < at("  unused-waiver") && at("named:") < at("  presumed-tie")
    );
    assert_eq!(run(&["check", "--list", "--strict"]).code, Some(2));
}

#[test]
fn tiers_add_up_and_names_choose() {
    let folder = of("untranslated-title", "bad");
    let strict = Code::UntranslatedTitle;
    assert_eq!(strict.level(), Level::Strict);
    assert!(!codes(&["check", path(&folder)]).contains(strict.name()));
    assert!(codes(&["check", "--strict", path(&folder)]).contains(strict.name()));
    let folder = of("single-origin", "bad");
    assert!(!codes(&["check", "--strict", path(&folder)]).contains("single-origin"));
    let both = ["check", "--only", "single-origin,no-primary-source", path(&folder)];
    assert_eq!(
        codes(&both),
        ["no-primary-source", "single-origin"].map(str::to_owned).into()
    );
}

#[test]
fn exit_codes_tell_clean_from_found_from_unusable() {
    let (bad, good) = (of("lonely-company", "bad"), of("lonely-company", "good"));
    let code = |args: &[&str]| run(&[&["check"][..], args].concat()).code;
    assert_eq!(code(&["--only", "lonely-company", path(&bad)]), Some(1));
    assert_eq!(code(&["--only", "lonely-company", path(&good)]), Some(0));
    assert_eq!(code(&["--only", "no-such-code", path(&good)]), Some(2));
    assert_eq!(code(&["no/such/place"]), Some(2));
}

#[test]
fn errors_of_other_codes_are_counted_not_hidden() {
    let folder = of("unknown-company", "bad");
    let ran = run(&["check", "--only", "lonely-company", path(&folder)]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("no problem of these codes, and "), "{}", ran.out);
}

#[test]
fn a_waiver_silences_its_lint_and_no_error() {
    let folder = of("uncited-source", "good-waived");
    assert!(!codes(&["check", path(&folder)]).contains("uncited-source"));
    assert!(!codes(&["check", path(&folder)]).contains("unused-waiver"));
}

#[test]
fn a_name_that_is_no_code_is_answered_with_the_nearest() {
    let ran = run(&["check", "--only", "lonly-company"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("did you mean `lonely-company`?"), "{}", ran.err);
}

#[test]
fn github_is_told_one_command_a_problem() {
    let folder = of("lonely-company", "bad");
    let ran = run(&["check", "--format", "github", "--only", "lonely-company", path(&folder)]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(
        lines[0].starts_with("::warning file=") && lines[0].contains(",title=lonely-company::FPT is related"),
        "{}",
        ran.out
    );
    assert!(lines[1].starts_with("1 file, 1 relation: 1 lint"), "{}", ran.out);
}

#[test]
fn sarif_is_valid_and_has_what_github_asks_for() {
    // a bracket in one pattern of the standard is accepted by lenient dialects of regular expressions only
    let schema = read("tests/fixtures/sarif/sarif-schema-2.1.0.json").replace("{2}]?$", "{2}\\\\]?$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for args in [
        &["check", "data", "--strict"][..],
        &["check", "tests/fixtures/checks/gapped-terms"],
        &["check", "--only", "single-origin", "data"],
    ] {
        let ran = run(&[args, &["--format", "sarif"]].concat());
        let log: Value = serde_json::from_str(&ran.out).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&log)
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{args:?}: {errors:#?}");
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        for result in run["results"].as_array().unwrap() {
            let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[at]["id"], result["ruleId"]);
            let region = &result["locations"][0]["physicalLocation"]["region"];
            assert!(region["startLine"].as_u64().unwrap() >= 1, "{result}");
            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                .as_str()
                .unwrap();
            assert!(!uri.starts_with('/') && !uri.contains(' '), "{uri}");
            assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        }
    }
}
