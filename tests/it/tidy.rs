//! The rules of the house (`docs/architecture.md`), enforced.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::{files, read, root};

/// The rooms from the ground up, each with the rooms that its modules may use.
///
/// `build.rs` compiles the rooms up to `lower` into itself, which holds only as long as they use nothing above.
const ROOMS: &[(&str, &[&str])] = &[
    ("values", &[]),
    ("lang", &["values"]),
    ("vocab", &["values", "lang"]),
    ("text", &["values"]),
    ("diagnostics", &["values", "text"]),
    ("report", &["values", "lang"]),
    ("syntax", &["values", "vocab", "text", "diagnostics"]),
    // `lang` for the type of a phrase in two languages only
    ("model", &["values", "vocab", "lang"]),
    ("derived", &["values", "vocab", "lang", "model"]),
    ("lower", &["values", "vocab", "text", "diagnostics", "syntax", "model"]),
    ("authoring", &["values", "vocab", "text", "diagnostics", "syntax"]),
    ("graph", &["values", "vocab", "lang", "model", "derived"]),
    ("judge", &["values", "vocab", "lang", "model", "derived", "graph"]),
    // `syntax` for "did you mean" only
    (
        "check",
        &[
            "values",
            "vocab",
            "text",
            "diagnostics",
            "syntax",
            "model",
            "derived",
            "lower",
            "graph",
        ],
    ),
    (
        "dataset",
        &["values", "vocab", "lang", "model", "derived", "graph", "judge"],
    ),
    (
        "tell",
        &[
            "values", "vocab", "lang", "report", "model", "derived", "graph", "judge",
        ],
    ),
    (
        "request",
        &[
            "values", "vocab", "lang", "report", "model", "derived", "graph", "judge", "dataset",
        ],
    ),
    (
        "query",
        &[
            "values", "vocab", "lang", "report", "model", "derived", "graph", "judge", "dataset", "tell", "request",
        ],
    ),
    (
        "store",
        &[
            "values",
            "vocab",
            "text",
            "diagnostics",
            "syntax",
            "model",
            "derived",
            "lower",
            "authoring",
            "graph",
            "judge",
            "check",
            "dataset",
            "request",
            "query",
        ],
    ),
    (
        "picture",
        &[
            "values", "vocab", "lang", "model", "derived", "graph", "judge", "tell", "query",
        ],
    ),
    (
        "exchange",
        &[
            "values", "vocab", "lang", "model", "derived", "graph", "judge", "dataset", "tell", "query", "store",
        ],
    ),
    ("cli", EVERYTHING),
];

const EVERYTHING: &[&str] = &[
    "values",
    "lang",
    "vocab",
    "text",
    "diagnostics",
    "report",
    "syntax",
    "model",
    "derived",
    "lower",
    "authoring",
    "graph",
    "judge",
    "check",
    "dataset",
    "tell",
    "request",
    "query",
    "store",
    "picture",
    "exchange",
];

/// Words that a room keeps to itself: the words, the rooms that may say them, and why.
const KEPT: &[(&[&str], &[&str], &str)] = &[
    (
        &["petgraph"],
        &["graph"],
        "the storage of the graph can change only if nobody else knows it",
    ),
    (
        &["granit_parser", "serde_saphyr", "serde_yaml"],
        &["syntax"],
        "the YAML crate can change only if nobody else knows it",
    ),
    (
        &[
            "std::fs",
            "std::env",
            "process::Command",
            "fs::read",
            "File::open",
            "env::var",
        ],
        &["text", "cli"],
        "the core is pure: reading belongs to text/, the environment to cli/",
    ),
    (
        &["SystemTime", "Instant::now", "Local::now", "Utc::now"],
        &["cli"],
        "the core is pure: \"today\" is an argument",
    ),
    (
        &["stdout()", "stderr()"],
        &["cli"],
        "answers are returned; only cli/ writes them",
    ),
    (
        &["print!(", "println!(", "eprint!(", "eprintln!(", "dbg!("],
        &[],
        "they panic where nobody listens; `print`, `tell` and `note` of cli/output.rs go on",
    ),
    (
        &["Box::leak", ".leak()", "mem::forget", "ManuallyDrop"],
        &["cli"],
        "a data set that was dropped leaves nothing behind; only a process that ends may skip giving back",
    ),
    (
        &["unsafe "],
        &[],
        "a module that maps files may ask for it, with a reason",
    ),
];

/// The rooms that make records or work out when they hold; everybody else reads dates and sources as they were known.
const RECORDS: &[&str] = &["syntax", "model", "derived", "lower", "check", "authoring", "vocab", ""];

/// The lines above which a file is split.
const MAX_LINES: usize = 450;

/// A source file.
pub(crate) struct Module {
    pub(crate) path: PathBuf,
    /// The folder under `src/` that it is in; empty for `lib.rs` and `main.rs`.
    pub(crate) room: String,
    text: String,
}

impl Module {
    pub(crate) fn all() -> Vec<Self> {
        let tests = test_modules();
        files("src", "rs")
            .into_iter()
            .filter(|path| !tests.iter().any(|test| path.starts_with(test)))
            .map(|path| Self {
                room: room(&path),
                text: read(&path),
                path,
            })
            .collect()
    }

    /// Its lines of code with their numbers: without comments, and without the unit tests at the end, which may use
    /// whatever makes them readable.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines: Vec<&str> = self.text.lines().collect();
        let tests = lines
            .windows(2)
            .position(|pair| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{'));
        let end = tests.unwrap_or(lines.len());
        (1..)
            .zip(lines)
            .take(end)
            .map(|(number, line)| (number, line.split_once("//").map_or(line, |(code, _)| code)))
    }

    /// The rooms that it names, each with the line.
    fn uses(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (number, line) in self.code() {
            for (at, _) in line.match_indices("crate::") {
                let rest = &line[at + "crate::".len()..];
                found.push((
                    number,
                    rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect(),
                ));
            }
        }
        found
    }
}

fn room(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_str().unwrap()).collect();
    match parts.as_slice() {
        [_, room, _, ..] => (*room).to_owned(),
        _ => String::new(),
    }
}

/// Files and folders that are compiled for unit tests only, as `#[cfg(test)]` before their `mod` says.
fn test_modules() -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for path in files("src", "rs") {
        let text = read(&path);
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for pair in lines.windows(2) {
            if let ("#[cfg(test)]", Some((_, name))) = (pair[0], pair[1].split_once("mod "))
                && let Some(name) = name.strip_suffix(';')
            {
                found.insert(path.with_file_name(format!("{name}.rs")));
                found.insert(path.with_file_name(name));
            }
        }
    }
    found
}

pub(crate) fn say(broken: &[String], rule: &str) {
    assert!(broken.is_empty(), "{rule}:\n  {}\n", broken.join("\n  "));
}

#[test]
fn a_room_uses_only_rooms_below() {
    let names: BTreeSet<&str> = ROOMS.iter().map(|(name, _)| *name).collect();
    let mut broken = Vec::new();
    for module in Module::all().iter().filter(|module| !module.room.is_empty()) {
        let Some((_, may)) = ROOMS.iter().find(|(name, _)| *name == module.room) else {
            broken.push(format!("src/{} is no room of the table", module.room));
            continue;
        };
        for (line, used) in module.uses() {
            if used != module.room && !may.contains(&used.as_str()) {
                let what = if names.contains(used.as_str()) {
                    "may not use"
                } else {
                    "uses the unknown room"
                };
                broken.push(format!(
                    "{}:{line}: {} {what} {used}",
                    module.path.display(),
                    module.room
                ));
            }
        }
    }
    say(
        &broken,
        "the table of rooms (ROOMS in tests/it/tidy.rs, docs/architecture.md) says who may use whom",
    );
}

#[test]
fn the_table_of_rooms_is_a_house() {
    let mut below: BTreeSet<&str> = BTreeSet::new();
    for (name, may) in ROOMS {
        for used in *may {
            assert!(
                below.contains(used),
                "`{name}` would use `{used}`, which does not stand below it"
            );
        }
        assert!(below.insert(name), "`{name}` stands twice");
    }
    let page = read("docs/architecture.md");
    for (name, may) in ROOMS.iter().filter(|(name, _)| root().join("src").join(name).is_dir()) {
        let row = page.lines().find(|line| line.contains(&format!("| `{name}/` |")));
        let row = row.unwrap_or_else(|| panic!("docs/architecture.md has no row for `{name}/`"));
        let said = row.trim_end_matches([' ', '|']).rsplit('|').next().unwrap().trim();
        let said: Vec<&str> = said.split(", ").filter(|word| *word != "–").collect();
        let meant: &[&str] = if *name == "cli" { &["everything"] } else { may };
        assert_eq!(said, meant, "docs/architecture.md on what `{name}/` may use");
    }
}

#[test]
fn rooms_keep_their_tools_to_themselves() {
    let mut broken = Vec::new();
    for module in Module::all() {
        for (number, line) in module.code() {
            for (words, rooms, why) in KEPT {
                let said = words.iter().find(|word| line.contains(**word));
                if let Some(word) = said.filter(|_| !rooms.contains(&module.room.as_str())) {
                    broken.push(format!("{}:{number}: `{word}`: {why}", module.path.display()));
                }
            }
        }
    }
    say(&broken, "some things belong to one room (KEPT in tests/it/tidy.rs)");
}

#[test]
fn dates_and_sources_are_read_as_they_were_known() {
    let mut broken = Vec::new();
    for module in Module::all()
        .iter()
        .filter(|module| !RECORDS.contains(&module.room.as_str()))
    {
        for (number, line) in module.code() {
            for field in [".since", ".until", ".observed", "citation.source"] {
                let reads = |(at, _): (usize, &str)| {
                    let own = line[..at].ends_with("self");
                    let after = line[at + field.len()..].chars().next();
                    !own && after.is_none_or(|c| c != '(' && c != '_' && !c.is_alphanumeric())
                };
                if line.match_indices(field).any(reads) {
                    broken.push(format!("{}:{number}: `{field}`", module.path.display()));
                }
            }
        }
    }
    say(
        &broken,
        "what nobody knew at the asked state of knowledge is told by nobody: ask `Graph::relation`, `Graph::cited` or the dates \
         of `Knowledge` (src/derived)",
    );
}

#[test]
fn only_the_command_line_names_flags() {
    let is_flag = |rest: &str| rest.starts_with(|c: char| c.is_ascii_lowercase());
    let mut broken = Vec::new();
    for module in Module::all() {
        if !["lang", "judge", "tell", "query"].contains(&module.room.as_str()) {
            continue;
        }
        for (number, line) in module.code() {
            if line
                .match_indices("--")
                .any(|(at, dashes)| is_flag(&line[at + dashes.len()..]))
            {
                broken.push(format!("{}:{number}: {}", module.path.display(), line.trim()));
            }
        }
    }
    say(
        &broken,
        "a request has fields; what flag sets one is known in cli/ alone",
    );
}

#[test]
fn files_can_be_read_in_one_sitting() {
    let long: Vec<String> = files("src", "rs")
        .into_iter()
        .map(|path| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > MAX_LINES)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    say(
        &long,
        "a file has 60 to 250 lines, at most 450: split it by what its parts are about",
    );
}

#[test]
fn every_test_file_is_a_module() {
    let main = read("tests/it/main.rs");
    let forgotten: Vec<String> = files("tests/it", "rs")
        .into_iter()
        .filter_map(|path| {
            Some(
                path.strip_prefix("tests/it")
                    .ok()?
                    .with_extension("")
                    .to_str()?
                    .to_owned(),
            )
        })
        .filter(|name| name != "main" && !main.lines().any(|line| line == format!("mod {name};")))
        .collect();
    say(
        &forgotten,
        "files of tests/it that tests/it/main.rs does not name run no test",
    );
}
