//! Well-known histories of ownership, asked at dates; `tests/fixtures/ownership/README.md` says how they are written.

use std::path::{Path, PathBuf};

use crate::check::{Selection, everything};
use crate::derived::{Knowledge, Part};
use crate::diagnostics::Level;
use crate::graph::{Graph, Presence};
use crate::lower::lower;
use crate::model::{CompanyId, Model};
use crate::text::read_dirs;
use crate::values::{Day, Interval, PartialDate};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ownership")
}

/// Who held how much of a company on a day, and at the top of whose group it stood.
fn told(graph: &Graph<'_>, company: CompanyId, day: Day) -> String {
    let (model, on) = (graph.model(), Interval::window(day, day));
    let identity = graph.groups().identity();
    let company = identity.root(company);
    // by the records of that day
    let id = |company: CompanyId| model[identity.record_on(company, day)].id.as_str();
    let mut owners: Vec<String> = graph
        .holdings()
        .of(company)
        .iter()
        .filter_map(|holding| {
            let mark = match Presence::of(&[holding.interval], holding.presumed_from, on) {
                Presence::No => return None,
                Presence::Maybe => "~",
                Presence::Presumed => "?",
                Presence::Yes => "",
            };
            let part = match holding.part {
                Part::Whole => "whole".to_owned(),
                Part::Share(share) => share.to_string(),
                Part::Unknown => "part".to_owned(),
            };
            Some(format!("{}{mark} {part}", id(holding.owner)))
        })
        .collect();
    owners.sort();
    let tops = graph.groups().tops(model, company, true, &|_| true, &[]);
    let top = tops
        .iter()
        .filter(|top| Presence::of(&top.parts, Day::MAX, on) == Presence::Yes)
        .map(|top| if id(top.root) == id(company) { "-" } else { id(top.root) });
    let owners = if owners.is_empty() {
        "-".to_owned()
    } else {
        owners.join(", ")
    };
    format!("{owners} | {}", top.collect::<Vec<_>>().join(", "))
}

fn company(model: &Model, id: &str) -> CompanyId {
    let found = model.companies().find(|(_, company)| company.id == id);
    found.unwrap_or_else(|| panic!("no company {id}")).0
}

#[test]
fn every_history_is_told_as_it_was() {
    let mut asked = 0;
    let mut wrong = Vec::new();
    let mut names: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    names.sort();
    for path in names {
        let lowered = lower(&read_dirs(std::slice::from_ref(&path)).unwrap());
        let today = Day::from_ymd(2026, 12, 1).unwrap();
        let wrong_data = everything(&lowered, today, &Selection::up_to(Level::Error));
        assert!(wrong_data.problems.is_empty(), "{}: {wrong_data:?}", path.display());
        let graph = Graph::new(&lowered.model, Knowledge::ALL);
        for line in std::fs::read_to_string(path.with_extension("txt")).unwrap().lines() {
            let (question, expected) = line.split_once(": ").unwrap();
            let (date, id) = question.split_once(' ').unwrap();
            let day = date.parse::<PartialDate>().unwrap().first();
            let answer = told(&graph, company(&lowered.model, id), day);
            asked += 1;
            if answer != expected {
                wrong.push(format!(
                    "{} {question}: {answer}, not {expected}",
                    path.file_stem().unwrap().display()
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {asked} answers are wrong:\n  {}\n",
        wrong.len(),
        wrong.join("\n  ")
    );
}
