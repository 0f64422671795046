//! The wiring: exit codes, formats, streams, environment, data directories.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use serde_json::Value;

use crate::support::{Ran, frenemy, ran, root, run};

const GOLDEN: [&str; 4] = [
    "--data",
    "tests/fixtures/golden/data",
    "--data",
    "tests/fixtures/golden/overlay",
];

/// A data set whose two mistakes leave one relation that can be read.
const BROKEN: &str = "
companies:
  - {id: mây, name: Mây, kind: company, sources: [s]}
  - {id: a, name: A, kind: company, sources: [s]}
  - {id: b, name: B, kind: company, sources: [s]}
sources:
  - {id: s, publisher: P, title: T, kind: news, published: 2020-01-01, url: 'https://example.com'}
case: {id: c, title: C, summary: S, about: [a, b]}
alliances:
  - {id: good, parties: [a, b], purpose: peace, since: 2020, sources: [s]}
  - {id: bad, parties: [a, b], purpose: peace, since: 2020-02-30, sources: [s]}
";

/// Runs with the golden data.
fn golden(args: &[&str]) -> Ran {
    run(&[args, &GOLDEN].concat())
}

#[test]
fn exit_codes_tell_answers_from_nothing_from_misuse() {
    let cases: &[(&[&str], i32)] = &[
        (&["who", "microsoft", "--at", "2014"], 0),
        (&["--help"], 0),
        (&["--version"], 0),
        (&["who", "nobody at all"], 1),
        (&["who", "microsoft", "--at", "1901"], 1),
        (&["who", "microsoft", "--market", "no-such-market"], 1),
        (&["who", "microsoft", "--at", "2014-13"], 2),
        (&["who", "microsoft", "--from", "2015", "--to", "2014"], 2),
        (
            &["who", "microsoft", "--at", "2014", "--from", "2013", "--to", "2014"],
            2,
        ),
        (&["who", "microsoft", "--kind", "friendship"], 2),
        (&["who"], 2),
        (&["dance"], 2),
        (&["between", "microsoft", "MSFT"], 2),
    ];
    for (args, code) in cases {
        let ran = run(args);
        assert_eq!(ran.code, Some(*code), "{args:?}\n{}{}", ran.out, ran.err);
        assert_eq!(
            ran.err.is_empty(),
            *code == 0 || ran.out.contains("as of"),
            "{args:?}: answers on stdout, errors on stderr"
        );
    }
}

#[test]
fn json_is_one_object_with_a_schema() {
    for (args, schema) in [
        (&["who", "aurora", "--at", "2023"][..], "frenemy/who/2"),
        (&["between", "aurora", "cirrus", "--at", "2023"], "frenemy/between/2"),
        (&["stats", "--at", "2023"], "frenemy/stats/2"),
    ] {
        let ran = golden(&[args, &["--format", "json"]].concat());
        let answer: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(answer["schema"], schema);
        assert_eq!(answer["as_of"], "2023");
    }
}

#[test]
fn csv_has_one_header_and_as_many_fields_in_every_line() {
    for args in [
        &["who", "aurora", "--at", "2023"][..],
        &["list", "sources", "--at", "2023"],
    ] {
        let ran = golden(&[args, &["--format", "csv"]].concat());
        let mut reader = csv::Reader::from_reader(ran.out.as_bytes());
        let fields = reader.headers().unwrap().len();
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert!(records.len() > 3 && fields > 3, "{}", ran.out);
    }
    let hostile = golden(&["list", "sources", "--at", "2023", "--format", "csv"]).out;
    let mut reader = csv::Reader::from_reader(hostile.as_bytes());
    let cells: Vec<String> = reader
        .records()
        .flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(
        cells.iter().any(|cell| cell.contains("Who pays, whom, and \"why\"")),
        "{hostile}"
    );
}

#[test]
fn answers_are_vietnamese_when_asked() {
    let vietnamese = golden(&["who", "aurora", "--at", "2023", "--lang", "vi"]).out;
    assert!(
        vietnamese.contains("HỢP TÁC") && vietnamese.contains("Trợ lý số"),
        "{vietnamese}"
    );
    let by_environment = ran(frenemy()
        .env("FRENEMY_LANG", "vi")
        .args(["who", "aurora", "--at", "2023"])
        .args(GOLDEN));
    assert_eq!(by_environment.out, vietnamese);
}

#[test]
fn names_that_fit_nobody_or_several_list_who_may_be_meant() {
    let slip = golden(&["who", "borealsi"]);
    assert_eq!((slip.code, slip.out.as_str()), (Some(1), ""));
    assert_eq!(
        slip.err,
        "error: no company is called `borealsi`; did you mean Borealis (`borealis`)?\n"
    );
    let folder = tempfile::tempdir().unwrap();
    let twins = "
companies:
  - {id: delta-air, name: Delta Air, short: Delta, kind: company, sources: [s]}
  - {id: delta-motors, name: Delta Motors, short: Delta, kind: company, sources: [s]}
sources:
  - {id: s, publisher: P, title: T, kind: news, published: 2020-01-01, url: 'https://example.com'}
";
    fs::write(folder.path().join("twins.yaml"), twins).unwrap();
    let either = ran(frenemy().args(["who", "delta", "--data"]).arg(folder.path()));
    assert_eq!(either.code, Some(1));
    assert_eq!(
        either.err,
        "error: `delta` is ambiguous: Delta Air (`delta-air`) or Delta Motors (`delta-motors`); use the id\n"
    );
    // an id is meant before any name, and a name letter by letter before an id in other letters
    let one = "companies: [{id: delta, name: Delta Group, kind: company, sources: [s]}]\n";
    fs::write(folder.path().join("one.yaml"), one).unwrap();
    let asked = |name: &str| ran(frenemy().args(["show", name, "--data"]).arg(folder.path()));
    let found = asked("delta");
    assert!(found.out.starts_with("Delta Group"), "{}{}", found.out, found.err);
    let several = asked("Delta");
    assert_eq!(several.code, Some(1));
    let told = several.out + &several.err;
    assert!(told.contains("delta-air") && told.contains("delta-motors"), "{told}");
    assert!(!told.contains("Delta Group"), "{told}");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("frenemy"));
    // more than a pipe holds, so that the writer meets the closed end
    let args = ["completions", "zsh"];
    let mut child = command
        .args(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut complaint = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaint.as_str()), (Some(0), ""));
}

#[test]
fn broken_data_are_refused_unless_told_to_go_on() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("c.yaml"), BROKEN).unwrap();
    let refused = ran(frenemy()
        .args(["who", "a", "--at", "2021", "--data"])
        .arg(folder.path()));
    assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""));
    assert!(refused.err.contains("error: the data have 2 errors"), "{}", refused.err);
    assert!(
        refused.err.contains("c.yaml:3:") && refused.err.contains("c.yaml:11:"),
        "{}",
        refused.err
    );
    let went_on = ran(frenemy()
        .args(["who", "a", "--at", "2021", "--keep-going", "--data"])
        .arg(folder.path()));
    assert_eq!(went_on.code, Some(0), "{}", went_on.err);
    assert!(
        went_on.err.contains("warning: the data have 2 errors"),
        "{}",
        went_on.err
    );
    assert!(went_on.out.contains("peace"), "{}", went_on.out);
}

#[test]
fn check_reports_every_problem_in_one_run() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("c.yaml"), BROKEN).unwrap();
    let ran = ran(frenemy().args(["check", "--format", "json"]).arg(folder.path()));
    assert_eq!(ran.code, Some(1));
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["schema"], "frenemy/check/1");
    let problems = report["problems"].as_array().unwrap();
    let told: Vec<(&str, u64)> = problems
        .iter()
        .map(|problem| (problem["code"].as_str().unwrap(), problem["line"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [("bad-id", 3), ("bad-date", 11)]);
}

#[test]
fn missing_and_empty_directories_are_named() {
    let missing = run(&["who", "aurora", "--data", "no/such/place"]);
    assert_eq!((missing.code, missing.out.as_str()), (Some(2), ""));
    assert_eq!(missing.err, "error: no such file or directory: `no/such/place`\n");
    let folder = tempfile::tempdir().unwrap();
    let empty = ran(frenemy().arg("check").arg(folder.path()));
    assert_eq!(empty.code, Some(2));
    assert!(empty.err.starts_with("error: no *.yaml file in `"), "{}", empty.err);
}

#[test]
fn the_environment_may_name_the_data() {
    let question = ["who", "aurora", "--at", "2023", "--format", "csv"];
    let layers = format!("{}:{}", GOLDEN[1], GOLDEN[3]);
    let by_environment = ran(frenemy().env("FRENEMY_DATA", layers).args(question));
    assert_eq!(by_environment.out, golden(&question).out);
    assert!(by_environment.out.contains("cirrus"));
    let overruled = ran(frenemy()
        .env("FRENEMY_DATA", "no/such/place")
        .args(question)
        .args(GOLDEN));
    assert_eq!(overruled.out, by_environment.out, "--data is stronger");
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let question = ["who", "aurora", "--at", "2023"];
    let plain = golden(&question).out;
    assert!(!plain.contains('\u{1b}'));
    let piped = ran(frenemy().env_remove("NO_COLOR").args(question).args(GOLDEN)).out;
    assert_eq!(piped, plain, "a pipe is no terminal");
    let coloured = golden(&[&question[..], &["--color", "always"]].concat()).out;
    assert!(coloured.contains('\u{1b}'), "asked for, even under NO_COLOR");
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn the_program_needs_no_file_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let alone = ran(frenemy()
        .current_dir(folder.path())
        .env_clear()
        .args(["who", "microsoft", "--at", "2014"]));
    assert_eq!((alone.code, alone.err.as_str()), (Some(0), ""));
    assert_eq!(alone.out, run(&["who", "microsoft", "--at", "2014"]).out);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "and leaves none");
}

#[test]
fn the_same_question_has_the_same_answer() {
    let at = ["--at", "2020"];
    for args in [
        &["who", "microsoft"][..],
        &["between", "microsoft", "openai"],
        &["list", "relations"],
        &["list", "companies"],
        &["stats"],
    ] {
        for format in ["text", "json", "csv", "markdown"] {
            let args = [args, &at, &["--format", format, "--data", "data"]].concat();
            let (first, second) = (run(&args), run(&args));
            assert!(!first.out.is_empty());
            assert!(first.out == second.out && first.err == second.err, "{args:?}");
        }
    }
    assert!(root().join("data").is_dir());
}
