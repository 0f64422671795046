//! A miniature data set with every trait of the format, and what every question says about it in every format.
//!
//! The data are in `tests/fixtures/golden/`, the answers beside them in `answers/`, one file an answer.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use frenemy::lang::Lang;
use frenemy::report::{csv, markdown, text};
use frenemy::values::PartialDate;
use frenemy::{Answer, Budget, Dataset, Request};

use crate::asked::ASKED;
use crate::support::{files, read, root, run};

const DATA: &str = "tests/fixtures/golden/data";
const OVERLAY: &str = "tests/fixtures/golden/overlay";

/// The format that people read in two languages, and those that are the same in both but for words; each with the options by
/// which the program writes it.
const FORMATS: &[(&str, &[&str])] = &[
    ("txt", &["--format", "text"]),
    ("vi.txt", &["--format", "text", "--lang", "vi"]),
    ("json", &["--format", "json"]),
    ("csv", &["--format", "csv"]),
    ("md", &["--format", "markdown"]),
];

/// The day of asking.
fn today() -> PartialDate {
    "2026-11-23".parse().unwrap()
}

/// The small data set with what is laid over it.
pub(crate) fn dataset() -> Dataset {
    let paths = [DATA, OVERLAY].map(|path| root().join(path));
    Dataset::open(paths, today().last()).unwrap_or_else(|error| panic!("{error}"))
}

/// The answer to the request of an address.
pub(crate) fn ask<'d>(dataset: &'d Dataset, address: &str) -> Answer<'d> {
    let request: Request = address.parse().unwrap_or_else(|error| panic!("{address}: {error}"));
    let answer = dataset.ask(&request, Some(today()), &Budget::UNLIMITED);
    answer.unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// An answer as the program writes it where nobody reads it on a terminal.
fn told(answer: &Answer<'_>, extension: &str) -> String {
    let text = |lang| {
        let layout = text::Layout {
            width: Some(120),
            color: false,
            lang,
        };
        text::write(&answer.table(lang).unwrap(), &layout)
    };
    match extension {
        "txt" => text(Lang::En),
        "vi.txt" => text(Lang::Vi),
        "json" => answer.json(Lang::En).unwrap(),
        "csv" => csv::write(&answer.table(Lang::En).unwrap()),
        "md" => markdown::write(&answer.table(Lang::En).unwrap(), Lang::En),
        other => panic!("no format `{other}`"),
    }
}

/// An answer as if asked on some day: only the envelope of JSON tells the day of asking where the question names its date.
fn on_some_day(answer: &str) -> String {
    const FIELD: &str = "\"today\": \"";
    match answer.split_once(FIELD) {
        Some((before, after)) => format!("{before}{FIELD}DAY{}", &after["YYYY-MM-DD".len()..]),
        None => answer.to_owned(),
    }
}

#[test]
fn every_answer_in_every_format() {
    let dataset = dataset();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/fixtures/golden/answers"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut changed = Vec::new();
    for (name, address) in ASKED {
        let answer = ask(&dataset, address);
        for (extension, _) in FORMATS {
            let (name, told) = (format!("{name}.{extension}"), on_some_day(&told(&answer, extension)));
            let compare = || settings.bind(|| insta::assert_snapshot!(name.clone(), told));
            // the rest is compared too, so that one run shows all that changed
            if catch_unwind(AssertUnwindSafe(compare)).is_err() {
                changed.push(name);
            }
        }
    }
    assert!(changed.is_empty(), "changed: {changed:?}");
}

#[test]
fn the_program_writes_what_the_library_answers() {
    let dataset = dataset();
    let (_, address) = ASKED[0];
    let request: Request = address.parse().unwrap();
    let words = shlex::split(&request.address().command_line()).unwrap();
    for (extension, format) in FORMATS {
        let mut args = vec!["--data", DATA, "--data", OVERLAY];
        args.extend(words[1..].iter().map(String::as_str));
        args.extend(*format);
        let ran = run(&args);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?}");
        let told = told(&ask(&dataset, address), extension);
        assert_eq!(on_some_day(&ran.out), on_some_day(&told), "{args:?}");
    }
}

#[test]
fn every_question_is_asked() {
    let asked: BTreeSet<&str> = ASKED
        .iter()
        .filter_map(|(_, address)| address.split(['/', '?']).next())
        .collect();
    let all = frenemy::QUESTIONS.iter().map(|question| question.name);
    let forgotten: Vec<&str> = all.filter(|name| !asked.contains(name)).collect();
    assert!(
        forgotten.is_empty(),
        "questions that tests/it/asked.rs does not ask: {forgotten:?}"
    );
}

#[test]
fn no_answer_is_left_over() {
    let answers = "tests/fixtures/golden/answers";
    let meant: BTreeSet<PathBuf> = ASKED
        .iter()
        .flat_map(|(name, _)| {
            FORMATS
                .iter()
                .map(move |(extension, _)| format!("{name}.{extension}.snap"))
        })
        .map(|name| Path::new(answers).join(name))
        .collect();
    let left: Vec<PathBuf> = files(answers, "snap")
        .into_iter()
        .filter(|path| !meant.contains(path))
        .collect();
    assert!(left.is_empty(), "answers to no question, delete them: {left:?}");
}

#[test]
fn the_data_are_clean() {
    let ran = run(&["check", "--strict", DATA, OVERLAY]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
}

#[test]
fn the_overlay_replaces_what_it_overrides() {
    assert!(read(format!("{OVERLAY}/private.yaml")).contains("overrides: true"));
    let below = run(&["who", "aurora", "--at", "2016", "--data", DATA, "--format", "csv"]).out;
    let both = run(&[
        "who", "aurora", "--at", "2016", "--data", DATA, "--data", OVERLAY, "--format", "csv",
    ])
    .out;
    let promise = "aurora-borealis/old-promise";
    assert!(below.contains(promise) && !both.contains(promise), "{below}\n{both}");
}
