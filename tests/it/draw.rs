//! `frenemy draw`: styles, formats, files, with and without Graphviz.

use std::fs;

use crate::support::{Ran, frenemy, has, ran};

/// Runs where no program can be found, and so without Graphviz.
fn run(args: &[&str]) -> Ran {
    ran(frenemy().env("PATH", "/no/such/folder").args(args))
}

/// Draws without Graphviz and returns the bytes.
fn drawn(args: &[&str]) -> Vec<u8> {
    let output = frenemy()
        .env("PATH", "/no/such/folder")
        .arg("draw")
        .args(args)
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {err}");
    output.stdout
}

#[test]
fn every_style_exists_in_its_formats_for_the_bundled_cases() {
    let styles: [(&str, &[&str], &[&str]); 6] = [
        ("ego", &["microsoft"], &["svg", "png", "pdf", "dot", "mermaid"]),
        (
            "map",
            &["--case", "microsoft-openai"],
            &["svg", "png", "pdf", "dot", "mermaid"],
        ),
        (
            "flow",
            &["--case", "openai-compute"],
            &["svg", "png", "pdf", "dot", "mermaid"],
        ),
        ("lanes", &["microsoft", "dell"], &["svg", "png", "pdf", "mermaid"]),
        ("matrix", &["--case", "technology-rivals"], &["svg", "png", "pdf"]),
        ("waterfall", &["microsoft-openai-2023"], &["svg", "png", "pdf"]),
    ];
    for (style, what, formats) in styles {
        for format in formats {
            let at = if style == "waterfall" { "2024" } else { "2025" };
            let made = drawn(&[what, &["--style", style, "--format", format, "--at", at]].concat());
            let begins: &[u8] = match (*format, style) {
                ("svg", _) => b"<svg ",
                ("png", _) => b"\x89PNG",
                ("pdf", _) => b"%PDF",
                ("dot", _) => b"digraph ",
                (_, "lanes") => b"timeline\n",
                (_, _) => b"---\ntitle: ",
            };
            assert!(made.starts_with(begins), "{style} as {format}");
        }
    }
}

#[test]
fn microsoft_and_dell_are_seen_to_become_rivals() {
    let svg = String::from_utf8(drawn(&["microsoft", "dell", "--at", "2020"])).unwrap();
    for phase in ["cooperation, since 1995", "coopetition, since 2012-10-26"] {
        assert!(svg.contains(phase), "{phase}");
    }
    assert!(svg.contains("data-side=\"cooperation\"") && svg.contains("data-side=\"competition\""));
    assert!(svg.contains("prefers-color-scheme:dark") && !svg.contains("<script"));
}

#[test]
fn a_deal_is_drawn_as_the_waterfall_of_its_profit() {
    let drawn = |more: &[&str]| String::from_utf8(drawn(&[&["microsoft-openai-2023"], more].concat())).unwrap();
    let open = drawn(&[]);
    for text in [
        "? + USD 205,088,435,374.15: cap of Microsoft in tranche 3",
        ">First investors<",
    ] {
        assert!(open.contains(text), "{text}");
    }
    let assumed = drawn(&[
        "--assume",
        "first-investors=USD 50m",
        "--profit",
        "USD 50bn",
        "--lang",
        "vi",
    ]);
    for text in [
        "17.383.333.333,34 USD: Microsoft đạt ngưỡng",
        "50 tỷ USD: mức lợi nhuận được hỏi",
        "Giả định:",
    ] {
        assert!(assumed.contains(text), "{text}");
    }
    assert!(drawn(&["--known-at", "2023-03"]).contains("not yet known then"));
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let cases: &[(&[&str], i32, &str)] = &[
        (&["draw"], 2, "--case, --market or --all"),
        (&["draw", "nobody at all"], 1, "no company"),
        (
            &["draw", "microsoft", "dell", "--format", "dot"],
            2,
            "svg, png, pdf or mermaid",
        ),
        (
            &["draw", "--all", "--style", "matrix", "--format", "mermaid"],
            2,
            "svg, png or pdf only",
        ),
        (&["draw", "microsoft", "dell", "--style", "ego"], 2, "one company"),
        (
            &["draw", "microsoft-openai-2023", "--format", "dot"],
            2,
            "svg, png or pdf only",
        ),
        (
            &["draw", "microsoft-openai-2023", "--profit", "USD 50bn"],
            2,
            "--assume first-investors=",
        ),
        (
            &["draw", "microsoft-openai-2023", "--firm"],
            2,
            "--firm does not go with a deal",
        ),
        (&["draw", "microsoft-openai-2019"], 1, "microsoft-openai-2023"),
        (&["draw", "microsoft", "--profit", "USD 50bn"], 2, "go with a deal only"),
        (&["draw", "--all", "--style", "waterfall"], 2, "of one deal"),
        (&["draw", "--all", "-o", "picture.jpg"], 2, ".svg, .png, .pdf"),
        (&["draw", "--all", "--engine", "neato"], 2, "not installed"),
        (
            &["draw", "--case", "microsoft-openai", "--at", "1901"],
            1,
            "nothing to draw",
        ),
        (&["draw", "microsoft", "--at", "1901"], 1, "nothing to draw"),
    ];
    for (args, code, said) in cases {
        let ran = run(args);
        assert_eq!(ran.code, Some(*code), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(said) && ran.out.is_empty(), "{args:?}: {}", ran.err);
    }
}

#[test]
fn one_line_tells_that_graphviz_is_missing() {
    let map = ["draw", "--case", "microsoft-openai", "--at", "2025"];
    let without = run(&map);
    assert_eq!(without.err.lines().count(), 1, "{}", without.err);
    assert!(without.err.contains("Graphviz is not installed"), "{}", without.err);
    let builtin = run(&[&map[..], &["--engine", "builtin"]].concat());
    assert_eq!((builtin.out, builtin.err.as_str()), (without.out, ""));
}

#[test]
fn with_graphviz_the_same_companies_are_drawn() {
    let Some(path) = std::env::var_os("PATH") else { return };
    if !has("dot", "-V") {
        return;
    }
    for engine in ["dot", "neato", "fdp", "sfdp", "circo"] {
        let args = ["draw", "--case", "microsoft-openai", "--at", "2025", "--engine", engine];
        let with = ran(frenemy().env("PATH", &path).args(args));
        assert_eq!(with.code, Some(0), "{engine}: {}", with.err);
        for name in ["Microsoft", "OpenAI", "GitHub"] {
            assert!(with.out.contains(&format!(">{name}</text>")), "{engine}: {name}");
        }
    }
}

#[test]
fn a_file_is_never_overwritten_unasked_and_nothing_else_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bức tranh.svg");
    let path = file.to_str().unwrap();
    let draw = |more: &[&str]| run(&[&["draw", "dell", "--at", "2025", "-o", path], more].concat());
    assert_eq!(draw(&[]).code, Some(0));
    assert!(fs::read_to_string(&file).unwrap().starts_with("<svg "));
    fs::write(&file, "mine").unwrap();
    let refused = draw(&[]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(draw(&["--force"]).code, Some(0));
    assert!(fs::read_to_string(&file).unwrap().starts_with("<svg "));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let nowhere = run(&["draw", "dell", "-o", "/no/such/folder/a.svg"]);
    assert_eq!(nowhere.code, Some(2));
}

/// A data directory with an alliance of each of some companies with the first.
fn star(companies: &[(String, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let named = companies
        .iter()
        .map(|(id, name)| format!("  - {{id: {id}, name: {name}}}\n"));
    let (hub, _) = &companies[0];
    let ties = companies[1..]
        .iter()
        .map(|(id, _)| format!("  - {{id: {id}, parties: [{hub}, {id}], since: 2019, sources: [s]}}\n"));
    let text = format!(
        "case: {{id: m, title: {{en: T, vi: T}}, about: [{hub}]}}\ncompanies:\n{}sources:\n  - {{id: s, title: T, publisher: P, \
         kind: news, published: 2020-01-01}}\nalliances:\n{}",
        named.collect::<String>(),
        ties.collect::<String>()
    );
    fs::write(folder.path().join("m.yaml"), text).unwrap();
    folder
}

#[test]
fn what_mermaid_would_refuse_is_said() {
    let many: Vec<(String, &str)> = (0..600).map(|n| (format!("c{n}"), "N")).collect();
    let few = &many[..500];
    for (companies, refused) in [(&many[..], true), (few, false)] {
        let folder = star(companies);
        let data = folder.path().to_str().unwrap();
        let ran = run(&["draw", "c0", "--data", data, "--format", "mermaid", "--at", "2019"]);
        assert_eq!(ran.code, Some(0));
        assert!(ran.out.contains("  c-c0[\"N\"]\n"));
        assert_eq!(ran.err.contains("--format dot or svg draws it"), refused, "{}", ran.err);
    }
}

#[test]
fn no_box_stands_for_a_sign_in_silence() {
    let folder = star(&[("toyota".to_owned(), "トヨタ"), ("fpt".to_owned(), "Tập đoàn FPT")]);
    let data = folder.path().to_str().unwrap();
    let drawn = |format| run_lossy(&["draw", "toyota", "--data", data, "--format", format]);
    for format in ["png", "pdf"] {
        let err = drawn(format);
        assert!(err.contains("`トヨタ` as `toyota`") && !err.contains("FPT"), "{err}");
    }
    assert_eq!(drawn("svg"), "");
}

/// What a run that writes bytes says on the side.
fn run_lossy(args: &[&str]) -> String {
    let output = frenemy().env("PATH", "/no/such/folder").args(args).output().unwrap();
    String::from_utf8(output.stderr).unwrap()
}
