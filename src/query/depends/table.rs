use std::collections::BTreeMap;

use super::{Cut, Dependence, Edge, Line, Need, promised};
use crate::judge::View;
use crate::judge::sums::Ledger;
use crate::lang::{Lang, Phrase, network};
use crate::report::{self, Block, Cell, Column, Row, Style, Table};
use crate::tell::figures;
use crate::tell::heads::head as title;
use crate::tell::network::cell;
use crate::tell::rows::Group;
use crate::tell::ties::{TIES, row};
use crate::tell::words::Words;

const LEVEL: Column = Column::new("level", Phrase::new("Level", "Tầng"));
const DEPENDENT: Column = Column::new("dependent", Phrase::new("Who", "Ai")).named("dependent_name");
const ON: Column = Column::new("on", Phrase::new("On whom", "Vào ai")).named("on_name");
const CUT: Column = Column::new("cut", Phrase::new("Cut", "Dừng"));
const NEED: Column = Column::new("need", Phrase::new("For", "Về"));
const RISK: Column = Column::new("risk", Phrase::new("Risk", "Rủi ro")).flexible();

/// The tree as a table: a block for each company, those it leads to inside.
#[must_use]
pub fn table(view: &View<'_>, found: &Dependence, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let columns = [NEED].into_iter().chain(TIES).chain([RISK]).collect();
    let mut table = Table::new(head(view, found, words), vec![LEVEL, DEPENDENT, ON, CUT], columns);
    let ledger = found.ledger(view);
    // the last edges first, so that each is finished before it goes into the one above
    let mut inside: BTreeMap<Option<usize>, Vec<Block>> = BTreeMap::new();
    for (at, edge) in found.edges.iter().enumerate().rev() {
        let mut block = edge_block(found, edge, &ledger, words);
        block.blocks = inside.remove(&Some(at)).unwrap_or_default();
        block.blocks.reverse();
        inside.entry(edge.above).or_default().push(block);
    }
    table.blocks = inside.remove(&None).unwrap_or_default();
    table.blocks.reverse();
    table.notes = notes(found, words);
    table
}

fn head(view: &View<'_>, found: &Dependence, words: Words<'_>) -> report::Line {
    let phrase = if found.reverse {
        network::DEPENDS_REVERSE
    } else {
        network::DEPENDS_TITLE
    };
    let what = phrase.fill(words.lang, &[("name", &words.company(found.company))]);
    let line = title(view, words, what);
    let direct = found.edges.iter().filter(|edge| edge.level == 1).count();
    if direct == 0 {
        return line;
    }
    line.then(network::DIRECTLY.fill(words.lang, &[("n", &direct)]))
}

fn edge_block(found: &Dependence, edge: &Edge, ledger: &Ledger<'_>, words: Words<'_>) -> Block {
    let company = if found.reverse { edge.dependent } else { edge.on };
    let mut block = Block::titled(words.company(company), Style::Title)
        .key(LEVEL.key, Cell::Count(edge.level as u64))
        .key(DEPENDENT.key, cell(words, edge.dependent))
        .key(ON.key, cell(words, edge.on));
    if let Some(cut) = edge.cut {
        let phrase = match cut {
            Cut::Cycle => network::CUT_CYCLE,
            Cut::Elsewhere => network::CUT_ELSEWHERE,
            Cut::Depth => network::CUT_DEPTH,
        };
        block = block
            .key(CUT.key, cut.name())
            .aside(phrase.fill(words.lang, &[("name", &words.company(company))]));
    }
    block.rows = edge
        .lines
        .iter()
        .flat_map(|line| {
            Group::all(words.model(), &line.ties)
                .into_iter()
                .map(move |group| line_row(line, &group, ledger, words))
        })
        .collect();
    block
}

fn line_row(line: &Line, group: &Group<'_>, ledger: &Ledger<'_>, words: Words<'_>) -> Row {
    let mut row = row(group, ledger, words);
    row.cells.insert(0, Cell::text(need(line.need).get(words.lang)));
    row.cells.push(Cell::text(risks(line, group, ledger, words).join(", ")));
    row
}

const fn need(need: Need) -> Phrase {
    match need {
        Need::Technology => network::NEED_TECHNOLOGY,
        Need::Supply => network::NEED_SUPPLY,
        Need::Capital => network::NEED_CAPITAL,
        Need::Channel => network::NEED_CHANNEL,
        Need::Revenue => network::NEED_REVENUE,
    }
}

fn risks(line: &Line, group: &Group<'_>, ledger: &Ledger<'_>, words: Words<'_>) -> Vec<String> {
    let lang = words.lang;
    let mut found = Vec::new();
    if line.only_one {
        found.push(network::ONLY_ONE.get(lang).to_owned());
    }
    if line.bound {
        found.push(network::BOUND.get(lang).to_owned());
    }
    let promised = promised(ledger, group.ties.iter().copied());
    let committed: Vec<String> = promised.iter().map(|sum| words.shared_sum(sum, &[])).collect();
    if !committed.is_empty() {
        found.push(network::PROMISED.fill(lang, &[("amounts", &committed.join(", "))]));
    }
    found.extend(line.concentration.iter().map(|(share, whose)| {
        network::CONCENTRATION.fill(
            lang,
            &[
                ("share", &figures::share(lang, *share)),
                ("name", &words.company(*whose)),
            ],
        )
    }));
    found
}

impl Cut {
    /// The name for data formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cycle => "cycle",
            Self::Elsewhere => "elsewhere",
            Self::Depth => "depth",
        }
    }
}

fn notes(found: &Dependence, words: Words<'_>) -> Vec<String> {
    let lang = words.lang;
    let mut notes = Vec::new();
    if found.edges.is_empty() {
        let phrase = if found.reverse {
            network::NOBODY_DEPENDS
        } else {
            network::NO_DEPENDENCE
        };
        notes.push(phrase.fill(lang, &[("name", &words.company(found.company))]));
    } else {
        notes.push(network::ONLY_ONE_MEANS.get(lang).to_owned());
    }
    if !found.unbinding.is_empty() {
        let list: Vec<&str> = found
            .unbinding
            .iter()
            .map(|id| words.model()[*id].id.as_str())
            .collect();
        notes.push(network::UNBINDING.fill(lang, &[("list", &list.join(", "))]));
    }
    let marked = found
        .edges
        .iter()
        .flat_map(|edge| &edge.lines)
        .flat_map(|line| &line.ties)
        .any(|tie| tie.presence.is_marked());
    if marked {
        notes.push(words.legend());
    }
    notes
}
