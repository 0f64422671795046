//! `frenemy export`: what it writes, where, and what it refuses.

use std::fs;

use frenemy::exchange::tables;

use crate::support::{blessing, frenemy, ran, read, root, run};

const PAGE: &str = "docs/exchange.md";
const DATA: &str = "tests/fixtures/golden/data";

#[test]
fn the_page_describes_every_column() {
    let mut text = String::new();
    for table in tables::ALL {
        text.push_str(&format!(
            "\n### `{}`\n\n{}\n\n| column | |\n|---|---|\n",
            table.name, table.doc
        ));
        for column in table.columns {
            text.push_str(&format!("| `{}` | {} |\n", column.name, column.doc));
        }
    }
    let page = read(PAGE);
    let (before, rest) = page.split_once("<!-- tables: written by the tests -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    let renewed = format!("{before}<!-- tables: written by the tests -->\n{text}\n<!-- end -->{after}");
    if blessing() {
        fs::write(root().join(PAGE), &renewed).unwrap();
    } else {
        assert!(
            page == renewed,
            "{PAGE} is out of date: scripts/bless.sh writes it anew"
        );
    }
}

#[test]
fn every_format_on_the_golden_data() {
    for format in ["sql", "ndjson", "graphml"] {
        let ran = run(&["--data", DATA, "export", format]);
        assert_eq!(ran.code, Some(0), "{format}: {}", ran.err);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(root().join("tests/fixtures/golden/exports"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format, format!("{}\n---\n{}", ran.err, ran.out)));
    }
}

#[test]
fn data_files_are_read_again() {
    let place = tempfile::tempdir().unwrap();
    let [whole, part] = ["whole", "part"].map(|name| place.path().join(name));
    let [whole, part] = [&whole, &part].map(|path| path.to_str().unwrap());
    let ran = run(&["--data", DATA, "export", "yaml", "-o", whole]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let stats = |data: &str| run(&["--data", data, "stats", "--format", "json"]).out;
    let without_mark = |text: String| {
        text.lines()
            .filter(|line| !line.contains("\"data\""))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(without_mark(stats(whole)), without_mark(stats(DATA)));
    // written once, everything stands in the house order
    let twice = place.path().join("twice");
    let twice = twice.to_str().unwrap();
    assert_eq!(run(&["--data", whole, "export", "yaml", "-o", twice]).code, Some(0));
    assert_eq!(stats(twice), stats(whole), "the mark of the data among it");
    assert_eq!(run(&["fmt", "--check", whole]).code, Some(0));
    // somebody may have gone on by hand
    let again = run(&["--data", DATA, "export", "yaml", "-o", whole, "--force"]);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("name a new directory"), "{}", again.err);

    let ran = run(&["--data", DATA, "export", "yaml", "--kind", "stake", "-o", part]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(run(&["check", part, "--only", "bad-id"]).code, Some(0));
    let stakes = |data: &str| {
        run(&[
            "--data",
            data,
            "list",
            "relations",
            "--kind",
            "stake",
            "--format",
            "csv",
        ])
        .out
    };
    assert_eq!(stakes(part), stakes(DATA));
    let refused = run(&["--data", DATA, "export", "yaml", "--known-at", "2016", "-o", "nowhere"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("leave out --known-at"), "{}", refused.err);
}

#[test]
fn a_directory_is_written_whole_and_never_over_another() {
    let place = tempfile::tempdir().unwrap();
    let there = place.path().join("out");
    let export = |more: &[&str]| {
        let args = [
            &["--data", DATA, "export", "tables", "-o", there.to_str().unwrap()],
            more,
        ]
        .concat();
        ran(frenemy().args(args))
    };
    assert_eq!(export(&[]).code, Some(0));
    for table in tables::ALL {
        assert!(there.join(format!("{}.csv", table.name)).is_file(), "{}", table.name);
    }
    let package: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(there.join("datapackage.json")).unwrap()).unwrap();
    assert_eq!(package["resources"].as_array().unwrap().len(), tables::ALL.len());
    let second = export(&[]);
    assert_eq!(second.code, Some(2));
    assert!(second.err.contains("--force replaces it"), "{}", second.err);
    assert_eq!(export(&["--force"]).code, Some(0));

    fs::write(there.join("mine.txt"), "mine").unwrap();
    fs::remove_file(there.join("datapackage.json")).unwrap();
    let refused = export(&["--force"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("no export wrote"), "{}", refused.err);
    assert!(there.join("mine.txt").is_file());
    // nothing is left beside it
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn what_a_format_cannot_carry_is_said_or_refused() {
    let place = tempfile::tempdir().unwrap();
    let (graph, lost) = (place.path().join("g.graphml"), place.path().join("lost.csv"));
    let (graph, lost) = (graph.to_str().unwrap(), lost.to_str().unwrap());
    let strict = run(&["--data", DATA, "export", "graphml", "-o", graph, "--strict"]);
    assert_eq!(strict.code, Some(2));
    assert!(
        strict.err.contains("nothing was written") && !fs::exists(graph).unwrap(),
        "{}",
        strict.err
    );
    let told = run(&["--data", DATA, "export", "graphml", "-o", graph, "--losses", lost]);
    assert_eq!(told.code, Some(0));
    let listed = fs::read_to_string(lost).unwrap();
    assert!(
        listed.starts_with("reason,record,field\n") && listed.contains("aurora-cirrus/first-money,amounts"),
        "{listed}"
    );
}

#[test]
fn a_list_of_losses_is_written_anew_where_that_is_wanted() {
    let place = tempfile::tempdir().unwrap();
    let lost = place.path().join("lost.csv");
    let lost = lost.to_str().unwrap();
    let export = ["--data", DATA, "export", "ndjson", "--losses", lost];
    assert_eq!(run(&export).code, Some(0));
    let again = run(&export);
    assert!(again.code == Some(2) && again.err.contains("--force"), "{}", again.err);
    let mut forced = export.to_vec();
    forced.push("--force");
    let forced = run(&forced);
    assert_eq!(forced.code, Some(0), "{}", forced.err);
    let list = std::fs::read_to_string(lost).unwrap();
    for what in ["events", "quotes", "claims"] {
        assert!(list.lines().any(|line| line.starts_with(what)), "{what}: {list}");
    }
}
