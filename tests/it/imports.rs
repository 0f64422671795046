//! Imports inside the house: questions know nothing of each other, and no two files lean on each other.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use crate::support::files;
use crate::tidy::{Module, say};

/// The path of a module from the root of the crate: `["query", "who", "table"]`.
type ModulePath = Vec<String>;

/// Where a file stands in the tree of modules.
fn module_path(path: &Path) -> ModulePath {
    let inner = path.strip_prefix("src").unwrap_or(path).with_extension("");
    let mut parts: ModulePath = inner.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts
        .last()
        .is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main"))
    {
        parts.pop();
    }
    parts
}

/// The paths that code names from the root of the crate or from its parents, as paths from the root.
fn named(module: &ModulePath, code: &str) -> Vec<ModulePath> {
    let mut found = Vec::new();
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let starts = |word: &str| {
        let all = code.match_indices(word).map(|(at, _)| at);
        all.filter(|at| !code[..*at].ends_with(|c: char| is_name(c) || c == ':' || c == '$'))
            .collect::<Vec<usize>>()
    };
    for at in starts("crate::") {
        paths(&[], &code[at + "crate::".len()..], &mut found);
    }
    for at in starts("super::") {
        let (mut rest, mut base) = (&code[at..], module.as_slice());
        while let Some(next) = rest.strip_prefix("super::") {
            (rest, base) = (next, &base[..base.len().saturating_sub(1)]);
        }
        paths(base, rest, &mut found);
    }
    found
}

/// Reads `a::b` or `a::{b, c::{d}}` below a base.
fn paths(base: &[String], text: &str, found: &mut Vec<ModulePath>) {
    let mut path = base.to_vec();
    let mut rest = text.trim_start();
    loop {
        let end = rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        if end > 0 {
            path.push(rest[..end].to_owned());
        }
        match rest[end..].strip_prefix("::") {
            Some(next) if !next.starts_with('<') => rest = next,
            _ if rest[end..].starts_with('{') => break rest = &rest[end + 1..],
            _ => return found.push(path),
        }
    }
    let (mut depth, mut from) = (0_usize, 0);
    for (at, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                if !rest[from..at].trim().is_empty() {
                    paths(&path, &rest[from..at], found);
                }
                from = at + 1;
                if c == '}' {
                    return;
                }
            }
            _ => {}
        }
    }
}

fn code(module: &Module) -> String {
    module.code().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

#[test]
fn paths_are_read_from_code() {
    let module = ["query", "who", "table"].map(str::to_owned).to_vec();
    let text = "use super::{Who, rows::{a, b}};\nuse crate::judge::View;\nlet x = super::super::list::Of::All;";
    let found: Vec<String> = named(&module, text).iter().map(|path| path.join("/")).collect();
    assert_eq!(
        found,
        [
            "judge/View",
            "query/who/Who",
            "query/who/rows/a",
            "query/who/rows/b",
            "query/list/Of/All"
        ]
    );
}

#[test]
fn no_question_names_another() {
    let folders: Vec<String> = files("src/query", "rs")
        .iter()
        .map(|path| module_path(path))
        .filter(|path| path.len() > 2 || (path.len() == 2 && Path::new("src/query").join(&path[1]).is_dir()))
        .map(|path| path[1].clone())
        .collect();
    let mut broken = Vec::new();
    for module in Module::all().iter().filter(|module| module.room == "query") {
        let path = module_path(&module.path);
        let Some(own) = path.get(1).filter(|own| folders.contains(own)) else {
            continue;
        };
        for other in named(&path, &code(module)) {
            if other.first().is_some_and(|room| room == "query")
                && other
                    .get(1)
                    .is_some_and(|other| other != own && folders.contains(other))
            {
                broken.push(format!("{}: names {}", module.path.display(), other.join("::")));
            }
        }
    }
    say(
        &broken,
        "a question is told without any other: what two of them share is a rule (judge/) or its wording (tell/)",
    );
}

#[test]
fn no_files_lean_on_each_other() {
    let modules = Module::all();
    let at: BTreeMap<ModulePath, usize> = (0..).zip(&modules).map(|(n, m)| (module_path(&m.path), n)).collect();
    // a child uses the types of its parent, which uses what the child makes of them
    let is_parent = |n: usize| modules[n].path.ends_with("mod.rs") || modules[n].room.is_empty();
    let mut graph: DiGraphMap<usize, ()> = DiGraphMap::new();
    for (path, from) in &at {
        for other in named(path, &code(&modules[*from])) {
            let deepest = (1..=other.len()).rev().find_map(|n| at.get(&other[..n]));
            if let Some(to) = deepest.filter(|to| *to != from && !is_parent(**to)) {
                graph.add_edge(*from, *to, ());
            }
        }
    }
    let circles = tarjan_scc(&graph);
    let broken: Vec<String> = circles
        .iter()
        .filter(|circle| circle.len() > 1)
        .map(|circle| {
            let mut names: Vec<&PathBuf> = circle.iter().map(|n| &modules[*n].path).collect();
            names.sort();
            format!("{names:?}")
        })
        .collect();
    say(
        &broken,
        "what both need belongs in a file of its own, so that each can be read without the other",
    );
}
