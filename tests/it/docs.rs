//! The documentation is true: its commands answer what it shows, its data pass the check, its links lead somewhere.
//!
//! In README.md and below docs/:
//! - a block marked `console` holds `$ frenemy ...` lines, each followed by what the command writes, errors first. A line
//!   `...` stands for any lines. `$ echo $?` shows the exit code of the command before. What else a user types stands in
//!   blocks marked `sh`, which are not run.
//! - a block marked `yaml` whose first line is `# data file` is a whole data set; `# data file for data/` is laid over the
//!   bundled one. Commands on the same page find the first as `example.yaml`.
//! - a waterfall in a block marked `yaml` can be computed, and says the figures that are written in it.
//!
//! Answers change with the day they are given on, so commands carry `--at`, or show the day in their first line, as
//! README.md does with "as of".

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use frenemy::values::Money;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use crate::support::{blessing, files, frenemy, ran, read, root};

/// The documents: README.md and its siblings, and all below docs/.
fn documents() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(root())
        .unwrap()
        .map(|entry| PathBuf::from(entry.unwrap().file_name()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    found.extend(files("docs", "md"));
    found.extend(files("data", "md"));
    found.sort();
    found
}

/// A fenced block: its mark and where its text stands.
pub(crate) struct Block {
    pub(crate) mark: String,
    pub(crate) at: Range<usize>,
}

pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open = false;
    for (event, at) in Parser::new_ext(text, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(mark))) => {
                open = true;
                let start = at.start + text[at.clone()].find('\n').map_or(at.len(), |line| line + 1);
                let mark = mark.to_string();
                found.push(Block { mark, at: start..start });
            }
            Event::End(TagEnd::CodeBlock) => open = false,
            Event::Text(_) if open => found.last_mut().unwrap().at.end = at.end,
            _ => {}
        }
    }
    found
}

/// The line of an offset.
pub(crate) fn line(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}

/// A command of a block and what is shown of its output.
pub(crate) struct Example<'a> {
    pub(crate) command: &'a str,
    pub(crate) shown: Vec<&'a str>,
    /// Whether an empty line sets it off from the one before.
    pub(crate) apart: bool,
}

pub(crate) fn examples(block: &str) -> Vec<Example<'_>> {
    let mut found: Vec<Example<'_>> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), found.last_mut()) {
            (Some(command), before) => {
                let apart = before.is_some_and(|example| example.shown.last().is_some_and(|line| line.is_empty()));
                found.push(Example {
                    command,
                    shown: Vec::new(),
                    apart,
                });
            }
            (None, Some(example)) => example.shown.push(line.trim_end()),
            (None, None) => panic!("a console block begins with `$ frenemy ...`, not with `{line}`"),
        }
    }
    // an empty line before the next command, or at the end, is for the reader
    for example in &mut found {
        while example.shown.last().is_some_and(|line| line.is_empty()) {
            example.shown.pop();
        }
    }
    found
}

/// The arguments of a command line that calls `frenemy`, or cargo to run it.
fn arguments(command: &str) -> Vec<String> {
    let words = shlex::split(command).unwrap_or_else(|| panic!("a quotation mark is left open: {command}"));
    let cargo = words.iter().position(|word| word == "--");
    match (
        words.first().map(String::as_str),
        words.get(1).map(String::as_str),
        cargo,
    ) {
        (Some("frenemy"), _, _) => words[1..].to_vec(),
        (Some("cargo"), Some("run"), Some(at)) => words[at + 1..].to_vec(),
        _ => panic!("only `frenemy` can be shown in a console block; mark it `sh`: {command}"),
    }
}

/// The day that the first line of an answer names: `as of 2026-11-23`.
fn as_of<'a>(lines: &[&'a str]) -> Option<&'a str> {
    let (_, rest) = lines.first()?.split_once("as of ")?;
    rest.split_whitespace()
        .next()
        .filter(|word| word.len() == "2026-11-23".len())
}

/// Which directories a block is laid over that is a data file, as its first line says.
fn data_file(block: &str) -> Option<&'static [&'static str]> {
    match block.lines().next()? {
        "# data file" => Some(&[]),
        "# data file for data/" => Some(&["data"]),
        _ => None,
    }
}

/// A folder with the first data file of a page, which its commands know as `example.yaml`.
fn shelf(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut data = blocks(text).into_iter().filter(|block| block.mark == "yaml");
    if let Some(block) = data.find(|block| data_file(&text[block.at.clone()]).is_some()) {
        fs::write(folder.path().join("example.yaml"), &text[block.at]).unwrap();
    }
    folder
}

/// Runs the examples of a block; returns what the block should say. Data files of its page are found on the shelf.
fn played(block: &str, shelf: &Path) -> String {
    let mut out = String::new();
    let mut code = None;
    for example in examples(block) {
        if example.apart {
            out.push('\n');
        }
        let real = if example.command == "echo $?" {
            format!("{}", code.unwrap())
        } else {
            let mut args = arguments(example.command);
            let dated = |args: &[String]| {
                args.iter()
                    .any(|arg| arg.starts_with("--at") || arg.starts_with("--from"))
            };
            if let Some(day) = as_of(&example.shown).filter(|_| !dated(&args)) {
                args.extend(["--at".to_owned(), day.to_owned()]);
            }
            let mut command = frenemy();
            if args.iter().any(|arg| arg == "example.yaml") {
                command.current_dir(shelf);
            }
            let ran = ran(command.args(&args));
            code = ran.code;
            let lines: Vec<&str> = ran.out.lines().collect();
            assert!(
                dated(&args) || as_of(&lines).is_none() || blessing(),
                "the answer depends on the day, so the command needs --at: {}",
                example.command
            );
            format!("{}{}", ran.err, ran.out)
        };
        let real: Vec<&str> = real.lines().map(str::trim_end).collect();
        out.push_str(&format!("$ {}\n", example.command));
        for line in told(&example.shown, &real) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// What should be shown of an output: what is, where it fits; else as many lines before the first `...` and behind the
/// last as are shown now.
pub(crate) fn told<'a>(shown: &[&'a str], real: &[&'a str]) -> Vec<&'a str> {
    if fits(shown, real) {
        return shown.to_vec();
    }
    let while_empty = real
        .iter()
        .rposition(|line| !line.is_empty())
        .map_or(0, |last| last + 1);
    let real = &real[..while_empty];
    let dots = |line: &&str| *line == "...";
    match (shown.iter().position(dots), shown.iter().rev().position(dots)) {
        (Some(head), Some(tail)) if head + tail < real.len() => {
            let behind = &real[real.len() - tail..];
            real[..head]
                .iter()
                .copied()
                .chain(["..."])
                .chain(behind.iter().copied())
                .collect()
        }
        _ => real.to_vec(),
    }
}

/// Whether an output is what is shown, `...` standing for any lines.
fn fits(shown: &[&str], real: &[&str]) -> bool {
    match shown.split_first() {
        None => real.iter().all(|line| line.is_empty()),
        Some((&"...", rest)) => (0..=real.len()).any(|skip| fits(rest, &real[skip..])),
        Some((line, rest)) => real
            .split_first()
            .is_some_and(|(first, real)| first == line && fits(rest, real)),
    }
}

#[test]
fn commands_answer_what_is_shown() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in documents() {
        let text = read(&path);
        let mut new = text.clone();
        let shelf = shelf(&text);
        // from the end, so that the places of earlier blocks stay true
        for block in blocks(&text).iter().rev().filter(|block| block.mark == "console") {
            seen += 1;
            let shown = &text[block.at.clone()];
            let real = played(shown, shelf.path());
            if shown.trim_end() != real.trim_end() {
                wrong.push(format!(
                    "{}:{}: should be\n{real}",
                    path.display(),
                    line(&text, block.at.start)
                ));
                new.replace_range(block.at.clone(), &real);
            }
        }
        if blessing() && new != text {
            fs::write(root().join(&path), new).unwrap();
        }
    }
    assert!(seen > 0, "no example was found: is the reading of blocks broken?");
    if !blessing() {
        wrong.reverse();
        assert!(
            wrong.is_empty(),
            "run scripts/bless.sh and look at the difference:\n{}",
            wrong.join("\n")
        );
    }
}

#[test]
fn data_in_the_documentation_pass_the_check() {
    for path in documents() {
        let text = read(&path);
        for block in blocks(&text).iter().filter(|block| block.mark == "yaml") {
            let data = &text[block.at.clone()];
            let Some(base) = data_file(data) else { continue };
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("example.yaml"), data).unwrap();
            let ran = ran(frenemy().arg("check").args(base).arg(folder.path()));
            assert_eq!(
                ran.code,
                Some(0),
                "{}:{}\n{}",
                path.display(),
                line(&text, block.at.start),
                ran.out
            );
        }
    }
}

/// What pieces of data in the documentation refer to.
const STAGE: &str = "
companies:
  - {id: microsoft, name: Microsoft}
  - {id: openai, name: OpenAI}
  - {id: openai-foundation, name: OpenAI Foundation}
  - {id: khosla, name: Khosla Ventures}
sources:
  - {id: fortune-2023-01-11, title: A report, kind: news, published: 2023-01-11}
deals:
  - {id: microsoft-openai-2021, title: Second phase, parties: [microsoft, openai], sources: [fortune-2023-01-11]}
";

/// The figures that another reader finds in a waterfall; that nothing stands there without a value is asserted on the way.
fn figures(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => entries
            .iter()
            .for_each(|(key, value)| figures(value, &format!("{at}/{key}"), found)),
        Value::Array(items) => items.iter().for_each(|value| figures(value, at, found)),
        Value::Null => panic!("{at} has no value"),
        Value::String(text) => found.extend(text.parse::<Money>().ok().map(|money| money.to_string())),
        _ => {}
    }
}

#[test]
fn waterfalls_in_the_documentation_are_computed() {
    let mut seen = 0;
    // what is wrong in docs/checks.md is meant to be, and tested in explain.rs
    for path in documents().iter().filter(|path| !path.ends_with("checks.md")) {
        let text = read(path);
        for block in blocks(&text).iter().filter(|block| block.mark == "yaml") {
            let data = &text[block.at.clone()];
            let read: Value = serde_saphyr::from_str(data).unwrap();
            let deals = read["deals"].as_array().into_iter().flatten();
            for deal in deals.filter(|deal| deal.get("waterfall").is_some()) {
                seen += 1;
                let place = format!("{}:{}", path.display(), line(&text, block.at.start));
                let folder = tempfile::tempdir().unwrap();
                fs::write(folder.path().join("example.yaml"), data).unwrap();
                if data_file(data).is_none() {
                    fs::write(folder.path().join("stage.yaml"), STAGE).unwrap();
                }
                let mut written = Vec::new();
                figures(&deal["waterfall"], &place, &mut written);
                let currency = written[0].split_whitespace().next().unwrap();
                let profit = format!("{currency} 1tn");
                let ran = ran(frenemy()
                    .args(["waterfall", deal["id"].as_str().unwrap(), "--profit", &profit, "--data"])
                    .arg(folder.path()));
                assert_eq!(ran.code, Some(0), "{place}\n{}{}", ran.out, ran.err);
                for figure in written {
                    assert!(ran.out.contains(&figure), "{place}: no {figure} in\n{}", ran.out);
                }
            }
        }
    }
    assert!(seen > 1, "no waterfall was found: is the reading of blocks broken?");
}

#[test]
fn links_lead_somewhere() {
    let mut dead = Vec::new();
    for path in documents() {
        let text = read(&path);
        for (event, at) in Parser::new_ext(&text, Options::all()).into_offset_iter() {
            let (Event::Start(Tag::Link { dest_url, .. }) | Event::Start(Tag::Image { dest_url, .. })) = event else {
                continue;
            };
            let outside = ["https://", "http://", "mailto:"]
                .iter()
                .any(|scheme| dest_url.starts_with(scheme));
            if !outside && !leads(&path, &dest_url) {
                dead.push(format!("{}:{}: {dest_url}", path.display(), line(&text, at.start)));
            }
        }
    }
    assert!(dead.is_empty(), "links to nowhere:\n  {}", dead.join("\n  "));
}

/// Whether a link of a document leads to a file and, if it names one, to a heading in it.
fn leads(from: &Path, link: &str) -> bool {
    let (file, heading) = link
        .split_once('#')
        .map_or((link, None), |(file, heading)| (file, Some(heading)));
    let target = if file.is_empty() {
        root().join(from)
    } else {
        root().join(from.parent().unwrap()).join(file)
    };
    match heading {
        None => target.exists(),
        Some(heading) => target.is_file() && anchors(&read(target)).contains(heading),
    }
}

/// The anchors that GitHub gives to the headings of a document.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, Options::all()) {
        match (event, heading.as_mut()) {
            (Event::Start(Tag::Heading { .. }), _) => heading = Some(String::new()),
            (Event::End(TagEnd::Heading(_)), _) => found.extend(heading.take().map(|title| anchor(&title))),
            (Event::Text(part) | Event::Code(part), Some(title)) => title.push_str(&part),
            _ => {}
        }
    }
    found
}

fn anchor(title: &str) -> String {
    let kept = title.to_lowercase();
    let kept = kept
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn omitted_lines_may_be_any_but_the_shown_ones_must_be_there() {
    assert!(fits(&["a", "...", "d"], &["a", "b", "c", "d"]));
    assert!(fits(&["...", "d"], &["d", ""]));
    assert!(!fits(&["a", "...", "d"], &["a", "b", "c"]));
    assert!(!fits(&["a"], &["a", "b"]));
    assert_eq!(told(&["x", "...", "y"], &["a", "b", "c", "d", ""]), ["a", "...", "d"]);
    assert_eq!(told(&["x"], &["a", "", "b"]), ["a", "", "b"]);
}

#[test]
fn blocks_and_anchors_are_found_as_github_finds_them() {
    let text = "# Một: `tiêu đề`, thử!\n\n```console\n$ frenemy who x\nA\n\nB\n```\n\n```sh\nls\n```\n";
    let found: Vec<(String, &str)> = blocks(text)
        .iter()
        .map(|b| (b.mark.clone(), &text[b.at.clone()]))
        .collect();
    assert_eq!(
        found,
        [
            ("console".to_owned(), "$ frenemy who x\nA\n\nB\n"),
            ("sh".to_owned(), "ls\n")
        ]
    );
    assert!(anchors(text).contains("một-tiêu-đề-thử"));
    assert_eq!(arguments("cargo run --release -- who 'tập đoàn'"), ["who", "tập đoàn"]);
}
