use super::{Connection, Route};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::sums::Ledger;
use crate::lang::{Lang, Phrase, network};
use crate::report::{Block, Cell, Column, Line, Style, Table};
use crate::tell::heads::head as title;
use crate::tell::network::{FROM, TO, hops, legend};
use crate::tell::terms::holds;
use crate::tell::ties::TIES;
use crate::tell::words::Words;

const PATH: Column = Column::new("path", Phrase::new("Path", "Đường nối"));
const TOGETHER: Column = Column::new("together", Phrase::new("All at one time", "Cùng lúc"));
const STEP: Column = Column::new("step", Phrase::new("Step", "Bước"));

/// The paths as a table: a block for each, in it one for each step, in them lines of ties.
#[must_use]
pub fn table(view: &View<'_>, found: &Connection, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let mut table = Table::new(
        head(view, found, words),
        vec![PATH, TOGETHER, STEP, FROM, TO],
        TIES.to_vec(),
    );
    let ledger = found.ledger(view);
    table.blocks = (1_u64..)
        .zip(&found.routes)
        .map(|(number, route)| block(number, route, &ledger, words))
        .collect();
    table.notes = notes(view, found, words);
    table
}

fn head(view: &View<'_>, found: &Connection, words: Words<'_>) -> Line {
    let (a, b) = (words.company(found.from), words.company(found.to));
    let mut line = title(
        view,
        words,
        network::PATHS_TITLE.fill(words.lang, &[("a", &a), ("b", &b)]),
    );
    if !found.wanted.avoid.is_empty() {
        let names: Vec<&str> = found.wanted.avoid.iter().map(|id| words.company(*id)).collect();
        line = line.then(network::AVOIDING.fill(words.lang, &[("list", &names.join(", "))]));
    }
    match found.routes.len() {
        0 => line,
        n => line.then(network::PATHS.fill(words.lang, &[("n", &n)])),
    }
}

fn block(number: u64, route: &Route, ledger: &Ledger<'_>, words: Words<'_>) -> Block {
    let ends = route.steps.iter().map(|step| step.to);
    let names: Vec<&str> = route
        .steps
        .first()
        .map(|step| step.from)
        .into_iter()
        .chain(ends)
        .map(|id| words.company(id))
        .collect();
    let mark = Words::mark(route.together);
    let mut block = Block::titled(format!("{number}. {}{mark}", names.join(" – ")), Style::Title)
        .key(PATH.key, Cell::Count(number))
        .key(TOGETHER.key, holds(route.together))
        .aside(hops(words, route.steps.len()));
    block.blocks = (1_u64..)
        .zip(&route.steps)
        .map(|(number, step)| {
            let block = step.block(ledger, words, network::TO_AND);
            block.key(STEP.key, Cell::Count(number))
        })
        .collect();
    let remark = match route.together {
        Presence::No => Some(network::NEVER_TOGETHER),
        Presence::Maybe => Some(network::MAYBE_TOGETHER),
        Presence::Presumed | Presence::Yes => None,
    };
    block
        .notes
        .extend(remark.map(|phrase| phrase.get(words.lang).to_owned()));
    block
}

fn notes(view: &View<'_>, found: &Connection, words: Words<'_>) -> Vec<String> {
    let names: [(&str, &dyn std::fmt::Display); 2] =
        [("a", &words.company(found.from)), ("b", &words.company(found.to))];
    let mut notes = Vec::new();
    // what was cut short may have found some
    if found.routes.is_empty() && !view.meter.is_over() {
        notes.push(network::NO_PATH.fill(words.lang, &names));
    }
    if found.one_group > Presence::No {
        notes.push(network::ARE_ONE_GROUP.fill(words.lang, &names));
    }
    if found.more {
        notes.push(network::MORE_PATHS.get(words.lang).to_owned());
    }
    if !found.wanted.competition && view.scope.kinds.is_empty() {
        notes.push(network::COMPETITION_LEFT_OUT.get(words.lang).to_owned());
    }
    let marked = found.routes.iter().any(|route| route.together.is_marked());
    let steps = found.routes.iter().flat_map(|route| &route.steps);
    match legend(words, steps) {
        Some(text) => notes.push(text),
        None if marked => notes.push(words.legend()),
        None => {}
    }
    notes
}
