//! A miniature data set with every trait of the format, and what every command says about it in every format.
//!
//! The data are in `tests/fixtures/golden/`, the answers beside them in `answers/`, one file an answer.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::{files, read, root, run};

const DATA: &str = "tests/fixtures/golden/data";
const OVERLAY: &str = "tests/fixtures/golden/overlay";

/// The format that people read in two languages, and those that are the same in both but for words.
const FORMATS: &[(&str, &[&str])] = &[
    ("txt", &["--format", "text"]),
    ("vi.txt", &["--format", "text", "--lang", "vi"]),
    ("json", &["--format", "json"]),
    ("csv", &["--format", "csv"]),
    ("md", &["--format", "markdown"]),
];

/// Questions, each with the name of its answers.
const QUESTIONS: &[(&str, &[&str])] = &[
    ("who-aurora-2016", &["who", "aurora", "--at", "2016"]),
    ("who-aurora-2023", &["who", "aurora", "--at", "2023-03"]),
    ("who-aurora-2023-firm", &["who", "aurora", "--at", "2023-03", "--firm"]),
    (
        "who-aurora-known-2019",
        &["who", "aurora", "--at", "2023-03", "--known-at", "2019"],
    ),
    (
        "who-borealis-no-group",
        &["who", "borealis", "--from", "2015", "--to", "2020", "--no-group"],
    ),
    (
        "who-borealis-window",
        &["who", "borealis", "--from", "2015", "--to", "2020"],
    ),
    (
        "who-aurora-same-market",
        &[
            "who",
            "aurora",
            "--at",
            "2024-07",
            "--same-market",
            "--side",
            "competition",
        ],
    ),
    (
        "who-cirrus-investors",
        &[
            "who",
            "cirrus",
            "--at",
            "2024-07",
            "--kind",
            "investment",
            "--role",
            "company",
        ],
    ),
    ("gaps-aurora", &["gaps", "aurora", "--at", "2024-07"]),
    ("owners-cirrus", &["owners", "cirrus", "--at", "2024-07"]),
    (
        "owners-aurora-reverse",
        &["owners", "aurora", "--reverse", "--at", "2024-07"],
    ),
    ("who-cirrus-2024", &["who", "cirrus", "--at", "2024-03-01"]),
    (
        "between-aurora-borealis",
        &["between", "aurora", "borealis", "--at", "2024-07"],
    ),
    (
        "between-aurora-cirrus",
        &["between", "aurora", "cirrus", "--at", "2024-07"],
    ),
    (
        "between-aurora-fjord",
        &["between", "aurora", "fjord", "--at", "2024-07"],
    ),
    (
        "shared-borealis-cirrus",
        &["shared", "borealis", "cirrus", "--from", "2010", "--to", "2024"],
    ),
    (
        "path-borealis-cirrus",
        &["path", "borealis", "cirrus", "--at", "2024-07"],
    ),
    (
        "path-fjord-cirrus-competition",
        &["path", "fjord", "cirrus", "--at", "2016", "--competition", "--k", "1"],
    ),
    ("depends-cirrus", &["depends", "cirrus", "--at", "2024-03-01"]),
    (
        "depends-aurora-reverse",
        &["depends", "aurora", "--at", "2016", "--reverse", "--depth", "3"],
    ),
    ("cycles-day", &["cycles", "--at", "2024-03-01"]),
    (
        "cycles-borealis-window",
        &["cycles", "borealis", "--from", "2012", "--to", "2024"],
    ),
    ("triangles-all", &["triangles", "--at", "2024-03-01", "--all"]),
    (
        "triangles-aurora-classic",
        &["triangles", "aurora", "--at", "2016", "--classic"],
    ),
    ("rank-degree", &["rank", "--at", "2024-03"]),
    (
        "rank-betweenness",
        &["rank", "--at", "2016", "--by", "betweenness", "--top", "2"],
    ),
    ("rank-coopetition", &["rank", "--at", "2024-03", "--by", "coopetition"]),
    ("list-companies", &["list", "companies", "--at", "2024"]),
    ("list-cases", &["list", "cases", "--at", "2024"]),
    ("list-markets", &["list", "markets", "--at", "2024"]),
    ("list-sources", &["list", "sources", "--at", "2024"]),
    (
        "list-relations",
        &["list", "relations", "--from", "2000", "--to", "2024"],
    ),
    ("list-deals", &["list", "deals", "--at", "2024"]),
    ("show-company", &["show", "aurora", "--at", "2024"]),
    ("show-relation", &["show", "aurora-cirrus/first-money", "--at", "2024"]),
    ("show-disputed", &["show", "aurora-borealis/loan", "--at", "2024"]),
    ("show-case", &["show", "aurora-cirrus", "--at", "2024"]),
    ("show-deal", &["show", "cirrus-2019", "--at", "2024"]),
    ("show-market", &["show", "software", "--at", "2024"]),
    ("show-product", &["show", "aurora/muse", "--at", "2024"]),
    ("show-source", &["show", "blog-2014", "--at", "2024"]),
    ("show-event", &["show", "aurora-cirrus/chat", "--at", "2024"]),
    ("show-quote", &["show", "aurora-cirrus/friends", "--at", "2024"]),
    ("show-claim", &["show", "aurora-borealis/no-loan", "--at", "2024"]),
    ("show-kind", &["show", "investment", "--at", "2024"]),
    ("path", &["path", "borealis", "cirrus", "--at", "2023-03"]),
    ("cycles", &["cycles", "--from", "2019", "--to", "2024"]),
    (
        "timeline-company",
        &["timeline", "cirrus", "--from", "2015", "--to", "2024"],
    ),
    (
        "timeline-pair",
        &["timeline", "aurora", "borealis", "--from", "2010", "--to", "2024"],
    ),
    ("transitions", &["transitions", "--from", "2010", "--to", "2024"]),
    ("diff", &["diff", "--from", "2016", "--to", "2024", "aurora"]),
    (
        "waterfall",
        &[
            "waterfall",
            "cirrus-2019",
            "--profit",
            "USD 3bn, 30bn",
            "--assume",
            "early-backers=USD 50m",
        ],
    ),
    ("stats", &["stats", "--at", "2024"]),
    ("depends", &["depends", "aurora", "--at", "2023-03"]),
    ("triangles", &["triangles", "--at", "2023-03"]),
    ("rank", &["rank", "--at", "2023-03"]),
    ("cite", &["cite", "aurora-borealis/loan", "--at", "2023-03"]),
    ("why", &["why", "aurora", "cirrus", "--at", "2023-03"]),
    (
        "waterfall-stops",
        &[
            "waterfall",
            "investment and cloud",
            "--at",
            "2024",
            "--profit",
            "USD 4bn",
        ],
    ),
];

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
    for (name, question) in QUESTIONS {
        for (extension, format) in FORMATS {
            let mut args = vec!["--data", DATA, "--data", OVERLAY];
            args.extend(*question);
            args.extend(*format);
            let ran = run(&args);
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?}");
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path(root().join("tests/fixtures/golden/answers"));
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.bind(|| insta::assert_snapshot!(format!("{name}.{extension}"), on_some_day(&ran.out)));
        }
    }
}

#[test]
fn every_question_is_asked() {
    let asked: BTreeSet<&str> = QUESTIONS.iter().map(|(_, args)| args[0]).collect();
    let all = frenemy::QUESTIONS.iter().map(|question| question.name);
    let forgotten: Vec<&str> = all.filter(|name| !asked.contains(name)).collect();
    assert!(
        forgotten.is_empty(),
        "questions that tests/it/golden.rs does not ask: {forgotten:?}"
    );
}

#[test]
fn no_answer_is_left_over() {
    let answers = "tests/fixtures/golden/answers";
    let meant: BTreeSet<PathBuf> = QUESTIONS
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
