//! Sizes and inputs at which a careless program would hang, fill memory or fall: each ends, and says what it did.
//!
//! Nothing here is timed. How work grows with size is measured in `benches/`.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::support::{Ran, frenemy, ran, run};

/// A directory with one file.
fn data(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("m.yaml"), text).unwrap();
    folder
}

fn path(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().unwrap()
}

fn check(folder: &tempfile::TempDir) -> Value {
    let ran = run(&["check", path(folder), "--format", "json"]);
    serde_json::from_str(&ran.out).unwrap()
}

/// A case with companies `c0`, `c1` and so on, and more sections.
fn case(companies: usize, more: &str) -> String {
    let mut text = "case: {id: m, title: {en: T, vi: T}, about: [c0]}\ncompanies:\n".to_owned();
    for n in 0..companies {
        let _ = writeln!(text, "  - {{id: c{n}, name: C{n}}}");
    }
    text + "sources:\n  - {id: s, title: T, publisher: P, kind: news, published: 2020-01-01}\n" + more
}

#[test]
fn many_problems_on_one_line_have_their_places() {
    let records = vec!["{id: A}"; 10_000].join(", ");
    let report = check(&data(&format!("companies: [{records}]\n")));
    let problems = report["problems"].as_array().unwrap();
    let last = problems.iter().rfind(|problem| problem["code"] == "bad-id");
    let column = last.unwrap()["column"].as_u64().unwrap();
    assert_eq!(column, 13 + 9 * 9_999 + 5);
}

#[test]
fn ids_that_follow_another_scheme_are_not_all_compared() {
    let ties: String = (0..3_000)
        .map(|n| format!("  - {{id: i{n}, parties: [c{n}, d{n}], since: 2019, sources: [s]}}\n"))
        .collect();
    let report = check(&data(&case(3_000, &format!("alliances:\n{ties}"))));
    let problems = report["problems"].as_array().unwrap();
    let unknown: Vec<&Value> = problems
        .iter()
        .filter(|problem| problem["code"] == "unknown-company")
        .collect();
    assert_eq!(unknown.len(), 3_000);
    let help = |problem: &Value| problem["help"][0].as_str().unwrap().to_owned();
    assert!(help(unknown[0]).starts_with("did you mean"));
    assert!(help(unknown[2_999]).starts_with("declare it"));
}

#[test]
fn a_long_id_is_a_slip_of_nothing() {
    let long = "a".repeat(100_000);
    let more = format!("alliances:\n  - {{id: i, parties: [c0, {long}], since: 2019, sources: [s]}}\n");
    let report = check(&data(&case(1, &more)));
    let problems = report["problems"].as_array().unwrap();
    let unknown = problems
        .iter()
        .find(|problem| problem["code"] == "unknown-company")
        .unwrap();
    assert!(unknown["message"].as_str().unwrap().len() < 300);
    assert_eq!(run(&["show", &long]).code, Some(1));
}

#[test]
fn a_large_alliance_is_counted_and_not_all_listed() {
    let n = 80;
    let parties: Vec<String> = (0..n).map(|n| format!("c{n}")).collect();
    let more = format!(
        "alliances:\n  - {{id: i, parties: [{}], since: 2019, sources: [s]}}\n",
        parties.join(", ")
    );
    let folder = data(&case(n, &more));
    let ran = run(&["triangles", "--at", "2019", "--format", "json", "--data", path(&folder)]);
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(answer["counts"]["all_plus"], n * (n - 1) * (n - 2) / 6);
    assert_eq!(answer["triangles"].as_array().unwrap().len(), 50_000);
    let text = run(&["triangles", "--at", "2019", "--data", path(&folder)]).out;
    assert!(
        text.contains("32160 more triangles are counted but not listed"),
        "{text}"
    );
}

/// Companies in levels of two, each a part of one of the next level first and of the other then.
fn ladder(levels: usize) -> String {
    let mut text = "case: {id: m, title: {en: T, vi: T}, about: [a0]}\ncompanies:\n".to_owned();
    for level in 0..levels {
        for side in ["a", "b"] {
            let up = level + 1;
            let parents = format!(", part_of: [{{company: a{up}, until: 2010}}, {{company: b{up}, since: 2010}}]");
            let parents = if up < levels { parents.as_str() } else { "" };
            let _ = writeln!(text, "  - {{id: {side}{level}, name: {side}{level}{parents}}}");
        }
    }
    text + "sources:\n  - {id: s, title: T, publisher: P, kind: news, published: 2020-01-01}\n\
            alliances:\n  - {id: x, parties: [a0, b0], since: 2005, until: 2015, sources: [s]}\n"
}

#[test]
fn ways_through_groups_are_not_all_followed() {
    // of 60 levels there are 2 to the 59th ways to the top
    let folder = data(&ladder(60));
    let top = run(&["who", "a59", "--at", "2007", "--data", path(&folder)]);
    assert_eq!(top.code, Some(1), "all of them were one group: {}{}", top.out, top.err);
    let ran = run(&["who", "a0", "--no-group", "--at", "2007", "--data", path(&folder)]);
    assert!(ran.code == Some(0) && ran.out.contains("b0"), "{}{}", ran.out, ran.err);
    assert_eq!(check(&folder)["problems"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_company_may_be_a_part_of_all_that_are_above_it() {
    let all = |n: usize| {
        (n + 1..40)
            .map(|up| format!("{{company: c{up}}}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut text = "case: {id: m, title: {en: T, vi: T}, about: [c0]}\ncompanies:\n".to_owned();
    for n in 0..40 {
        let _ = writeln!(text, "  - {{id: c{n}, name: C{n}, part_of: [{}]}}", all(n));
    }
    text = text.replace(", part_of: []", "");
    let folder = data(
        &(text
            + "  - {id: z, name: Z}\nsources:\n\
        \u{20} - {id: s, title: T, publisher: P, kind: news, published: 2020-01-01}\n\
        alliances:\n  - {id: x, parties: [c0, z], since: 2019, sources: [s]}\n"),
    );
    let ran = run(&["who", "z", "--at", "2019", "--data", path(&folder)]);
    assert!(ran.code == Some(0) && ran.out.contains("C39"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_long_chain_of_parents_is_climbed() {
    let mut text = "case: {id: m, title: {en: T, vi: T}, about: [c0]}\ncompanies:\n".to_owned();
    for n in 0..2_000 {
        let _ = writeln!(text, "  - {{id: c{n}, name: C{n}, part_of: [{{company: c{}}}]}}", n + 1);
    }
    let folder = data(
        &(text
            + "  - {id: c2000, name: Top}\n  - {id: z, name: Z}\nsources:\n\
        \u{20} - {id: s, title: T, publisher: P, kind: news, published: 2020-01-01}\n\
        alliances:\n  - {id: x, parties: [c0, z], since: 2019, sources: [s]}\n"),
    );
    let ran = run(&["who", "z", "--at", "2019", "--data", path(&folder)]);
    assert!(ran.code == Some(0) && ran.out.contains("Top"), "{}{}", ran.out, ran.err);
    assert_eq!(run(&["check", path(&folder)]).code, Some(0));
}

#[test]
fn lints_that_only_follow_from_errors_are_left_out() {
    let more = "alliances:\n  - {id: i, parties: [c0, nobody], since: 2019, sources: [s]}\n";
    let folder = data(&case(3, more));
    let ran = run(&["check", path(&folder)]);
    assert!(!ran.out.contains("[lonely-company]"), "{}", ran.out);
    assert!(ran.out.contains("lints of what is missing are left out"), "{}", ran.out);
    let asked = run(&["check", "--only", "lonely-company", path(&folder)]);
    assert!(asked.out.contains("[lonely-company]"), "{}", asked.out);
}

#[test]
fn a_question_has_an_end() {
    let question = vec!["ai"; 6_400].join(" ");
    let ran = run(&["ask", &question]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.len() < 400, "{}", ran.err);
}

#[test]
fn a_line_without_end_is_no_answer() {
    let folder = data(&case(2, ""));
    let endless = "x".repeat(1 << 17);
    let ran = ran(frenemy()
        .args(["new", "relation", "--data", path(&folder), "--case", "m"])
        .write_stdin(endless));
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("which is no answer"), "{}", ran.err);
}

#[test]
fn a_thousand_findings_can_be_read() {
    let ties: String = (0..400)
        .map(|n| format!("  - {{id: i{n}, parties: [c0, d{n}], since: 2019, sources: [s]}}\n"))
        .collect();
    // two of one name, for a lint
    let text = case(400, &format!("alliances:\n{ties}")).replace("name: C2}", "name: C1}");
    let folder = data(&text);
    let short = run(&["check", path(&folder)]);
    assert_eq!(short.code, Some(1));
    assert_eq!(short.out.matches("error[unknown-company]").count(), 3);
    assert!(
        short.out.contains("... and 397 more of `unknown-company`\n"),
        "{}",
        short.out
    );
    assert!(short.out.contains("400  unknown-company\n") && short.out.contains("--all shows every problem\n"));
    let at = |text: &str| short.out.find(text).unwrap();
    assert!(at("error[") < at("warning["), "errors come first");
    let all = run(&["check", "--all", path(&folder)]);
    assert_eq!(all.out.matches("error[unknown-company]").count(), 400);
    assert_eq!(all.out.lines().last(), short.out.lines().last());
}

#[cfg(unix)]
fn with_dot(script: &str) -> Ran {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let dot = folder.path().join("dot");
    fs::write(&dot, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&dot, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", folder.path().display());
    ran(frenemy().env("PATH", path).args([
        "draw",
        "microsoft",
        "openai",
        "google",
        "--style",
        "map",
        "--at",
        "2024",
    ]))
}

#[cfg(unix)]
#[test]
fn a_dot_that_answers_garbage_is_no_obstacle() {
    for script in [
        "echo garbage",
        "echo '{\"objects\": []}'",
        "printf '\\377'",
        "exit 1",
        "cat >/dev/null; echo '{}'",
    ] {
        let ran = with_dot(script);
        assert_eq!(ran.code, Some(0), "{script}: {}", ran.err);
        assert!(ran.out.starts_with("<svg "));
        assert!(ran.err.contains("the built-in layout is used"), "{script}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn a_dot_without_end_is_stopped_at_a_size() {
    let ran = with_dot("cat >/dev/null & yes 2>/dev/null");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("larger than 64 MB"), "{}", ran.err);
}
