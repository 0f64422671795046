//! What lies around the program: own files over the built-in set, variables, streams, odd names, errors for programs.

use std::fs;

use serde_json::Value;

use crate::support::{frenemy, ran, run};

/// A directory that adds a company and an alliance with Microsoft to the built-in set.
fn mine(more: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        "case: {{id: mine, title: {{en: T, vi: T}}, about: [lamp-works, microsoft]}}\n\
         companies:\n  - {{id: lamp-works, name: Lamp Works}}\n\
         sources:\n  - {{id: lamp-news, title: T, publisher: P, kind: news, published: 2020-01-01}}\n\
         alliances:\n  - {{id: i, parties: [lamp-works, microsoft], since: 2019, sources: [lamp-news]}}\n{more}"
    );
    fs::write(folder.path().join("mine.yaml"), text).unwrap();
    folder
}

fn path(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().unwrap()
}

#[test]
fn own_files_lie_over_the_built_in_set() {
    let folder = mine("");
    let question = ["who", "lamp-works", "--at", "2019", "--format", "csv"];
    let layers = ["--data", "builtin", "--data", path(&folder)];
    let by_flags = run(&[&question[..], &layers].concat());
    assert_eq!(by_flags.code, Some(0), "{}", by_flags.err);
    assert!(by_flags.out.contains("microsoft,Microsoft"));
    let both = std::env::join_paths(["builtin", path(&folder)]).unwrap();
    let by_environment = ran(frenemy().env("FRENEMY_DATA", both).args(question));
    assert_eq!(by_environment.out, by_flags.out);
    // what the built-in set says is still there
    let dell = ["between", "microsoft", "dell", "--at", "2014"];
    let below = run(&[&dell[..], &layers].concat());
    let alone = run(&dell);
    assert_eq!(below.out.lines().next(), alone.out.lines().next());
    let above = run(&["stats", "--data", path(&folder), "--data", "builtin"]);
    assert_eq!(above.code, Some(2));
    assert!(above.err.contains("can only be the lowest data set"), "{}", above.err);
    assert_eq!(run(&["stats", "--data", "builtin"]).out, run(&["stats"]).out);
}

#[test]
fn own_files_are_checked_over_the_built_in_set_which_is_not_reported() {
    let folder = mine("  - {id: j, parties: [lamp-works, nobody-at-all], since: 2019, sources: [lamp-news]}\n");
    let ran = run(&[
        "check",
        "--strict",
        path(&folder),
        "--over",
        "builtin",
        "--format",
        "json",
    ]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let problems = report["problems"].as_array().unwrap();
    assert!(!problems.is_empty());
    let ours = |problem: &Value| problem["file"].as_str().unwrap().ends_with("mine.yaml");
    assert!(problems.iter().all(ours), "{}", ran.out);
    let unknown: Vec<&Value> = problems
        .iter()
        .filter(|problem| problem["code"] == "unknown-company")
        .collect();
    assert_eq!(unknown.len(), 1, "microsoft is known: {}", ran.out);
    let clean = mine("");
    let ran = run(&["check", path(&clean), "--over", "builtin"]);
    assert!(
        ran.out.ends_with("1 file, 1 relation: no problem\n") || ran.code == Some(1),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("the data set below"), "{}", ran.out);
}

#[test]
fn standard_input_is_checked() {
    let text = "companies:\n  - {id: A, name: A}\n";
    let ran = ran(frenemy().args(["check", "-", "--format", "json"]).write_stdin(text));
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (&report["problems"][0]["code"], &report["problems"][0]["file"]),
        (&"bad-id".into(), &"-".into())
    );
}

#[test]
fn an_unfinished_record_is_left_out_and_said_to_be() {
    let unfinished = "  - {id: j, parties: [lamp-works, microsoft], since: TODO, sources: [lamp-news]}\n";
    let (whole, folder) = (mine(""), mine(unfinished));
    let ask = |folder: &tempfile::TempDir| {
        run(&[
            "who",
            "lamp-works",
            "--at",
            "2019",
            "--data",
            "builtin",
            "--data",
            path(folder),
        ])
    };
    let (with, without) = (ask(&folder), ask(&whole));
    assert_eq!(with.code, Some(0), "{}", with.err);
    assert_eq!(with.out, without.out);
    assert!(
        with.err.starts_with("note: alliance `j` in ") && with.err.ends_with("is still to be filled in and left out\n")
    );
    assert_eq!(without.err, "");
    // for `check` it is an error as before
    let report = run(&["check", path(&folder), "--over", "builtin"]);
    assert!(report.out.contains("error[to-be-filled]"), "{}", report.out);
}

#[test]
fn variables_that_are_empty_say_nothing_and_locales_are_understood() {
    let plain = run(&["stats"]);
    let empty = ran(frenemy().env("FRENEMY_DATA", "").env("FRENEMY_LANG", "").arg("stats"));
    assert_eq!((empty.code, empty.out), (Some(0), plain.out));
    let locale = ran(frenemy().env("FRENEMY_LANG", "vi_VN.UTF-8").arg("stats"));
    assert_eq!(locale.out, run(&["stats", "--lang", "vi"]).out);
    let other = ran(frenemy().env("FRENEMY_LANG", "klingon").arg("stats"));
    assert_eq!(other.code, Some(2));
    assert!(other.err.contains("it can be `en` or `vi`"), "{}", other.err);
}

#[cfg(unix)]
#[test]
fn a_directory_may_have_a_colon_in_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let odd = folder.path().join("a:b");
    fs::create_dir(&odd).unwrap();
    fs::copy(mine("").path().join("mine.yaml"), odd.join("mine.yaml")).unwrap();
    let odd = odd.to_str().unwrap();
    let ran = run(&["who", "lamp-works", "--at", "2019", "--data", "builtin", "--data", odd]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn no_name_of_a_file_and_no_text_of_the_data_is_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = "a\n::error file=x::\u{1b}[2J\u{9b}\u{202e}.yaml";
    fs::write(folder.path().join(hostile), "companies:\n  - {id: A, name: \"x\\e[2J\"}\nsources:\n  - {id: s, title: T, kind: news, published: 2020, url: \"x\\e]0;y\\a\"}\n").unwrap();
    for args in [
        &["check", path(&folder)][..],
        &["check", path(&folder), "--format", "github"],
        &["fmt", path(&folder)],
        &["fmt", "--check", path(&folder)],
        &["who", "a", "--data", path(&folder)],
        &["who", "a\u{1b}[2Jb\u{9b}"],
        &["no\u{1b}[2Jcommand"],
    ] {
        let ran = run(args);
        for text in [&ran.out, &ran.err] {
            assert!(
                !text.contains(['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}']),
                "{args:?}: {text:?}"
            );
            assert!(
                !text.lines().any(|line| line.starts_with("::error file=x")),
                "{args:?}: {text}"
            );
        }
    }
}

#[test]
fn errors_are_json_where_json_was_asked_for() {
    let error = |args: &[&str]| -> (Option<i32>, Value) {
        let ran = run(args);
        assert_eq!(ran.out, "");
        (
            ran.code,
            serde_json::from_str(&ran.err).unwrap_or_else(|_| panic!("{}", ran.err)),
        )
    };
    let (code, wire) = error(&["who", "mircosoft", "--format", "json"]);
    assert_eq!(
        (code, &wire["schema"], &wire["exit_code"]),
        (Some(1), &"frenemy/error/1".into(), &1.into())
    );
    assert_eq!(wire["candidates"][0]["id"], "microsoft");
    assert!(wire["message"].as_str().unwrap().contains("did you mean"));
    for args in [
        &["stats", "--data", "no/such/place", "--format", "json"][..],
        &["check", "no/such/place", "--format", "json"],
        &["ask", "colourless green ideas", "--format", "json"],
        &["who", "--format", "json"],
        &["who", "microsoft", "--at", "tomorrow", "--format=json"],
    ] {
        let (code, wire) = error(args);
        assert_eq!(code.map(Value::from).as_ref(), Some(&wire["exit_code"]), "{args:?}");
    }
}

#[cfg(unix)]
#[test]
fn odd_surroundings_do_no_harm() {
    let zone = ran(frenemy()
        .env("TZ", ":/dev/zero")
        .args(["who", "microsoft", "--at", "2014"]));
    assert_eq!(zone.code, Some(0));
    let folder = mine("");
    let threads = ran(frenemy()
        .env("RAYON_NUM_THREADS", "100000")
        .args(["check", path(&folder), "--over", "builtin"]));
    assert!(threads.code < Some(2), "{}", threads.err);
}

#[cfg(unix)]
#[test]
fn a_file_of_two_names_is_refused_and_the_others_are_formatted() {
    let folder = tempfile::tempdir().unwrap();
    let text = "companies:\n  - name: A\n    id: a\n";
    for name in ["a.yaml", "b.yaml"] {
        fs::write(folder.path().join(name), text.replace('A', &name[..1])).unwrap();
    }
    fs::hard_link(folder.path().join("a.yaml"), folder.path().join("other")).unwrap();
    let ran = run(&["fmt", path(&folder)]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("hard links") && ran.out.contains("2 files: 1 formatted, 1 left alone"),
        "{}{}",
        ran.out,
        ran.err
    );
}

#[test]
fn a_name_that_windows_keeps_is_refused() {
    let folder = mine("");
    for id in ["con", "com1"] {
        let ran = run(&["new", "company", id, "--id", id, "--data", path(&folder)]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains("on Windows"), "{}", ran.err);
        assert!(!folder.path().join(format!("companies/{id}.yaml")).exists());
    }
}
