use super::{Cycles, Ring};
use crate::graph::Presence;
use crate::judge::View;
use crate::lang::{Phrase, network};
use crate::model::CompanyId;
use crate::report::{Block, Cell, Column, Row, Style, Table};
use crate::tell::heads::head;
use crate::tell::holding::{HOLDING, cells};
use crate::tell::network::{FROM, TO};
use crate::tell::terms::holds;
use crate::tell::words::Words;

const RING: Column = Column::new("ring", Phrase::new("Ring", "Vòng"));
const ALL_LEGS: Column = Column::new("all_legs", Phrase::new("All legs hold", "Đủ chặng"));

/// The rings as a table: a block a ring, in it a line a holding.
pub(super) fn table(view: &View<'_>, found: &Cycles, words: Words<'_>) -> Table {
    let lang = words.lang;
    let what = match found.company {
        Some(company) => network::RINGS_OF.fill(lang, &[("name", &words.company(company))]),
        None => network::RINGS_TITLE.get(lang).to_owned(),
    };
    let count = network::RINGS.fill(lang, &[("n", &found.rings.len()), ("length", &found.length)]);
    let columns = [FROM, TO].into_iter().chain(HOLDING).collect();
    let mut table = Table::new(head(view, words, what).then(count), vec![RING, ALL_LEGS], columns);
    let all = found.rings.iter().zip(1..);
    table.blocks = all.map(|(ring, number)| block(number, ring, words)).collect();
    if found.rings.is_empty() && found.whole {
        table.notes.push(network::NO_RING.get(lang).to_owned());
    }
    if !found.whole {
        table.notes.push(network::CUT.get(lang).to_owned());
    }
    let doubtful = |presence: Presence| presence.is_marked();
    let mut legs = found.rings.iter().flat_map(|ring| ring.legs.iter().flatten());
    if legs.any(|owning| doubtful(owning.presence)) || found.rings.iter().any(|ring| doubtful(ring.together)) {
        table.notes.push(words.legend());
    }
    table
}

fn block(number: u64, ring: &Ring, words: Words<'_>) -> Block {
    let mut names: Vec<&str> = ring.companies().map(|id| words.company(id)).collect();
    names.extend(names.first().copied());
    let mark = Words::mark(ring.together);
    let mut block = Block::titled(format!("{number}. {}{mark}", names.join(" → ")), Style::Title)
        .key(RING.key, Cell::Count(number))
        .key(ALL_LEGS.key, holds(ring.together));
    let company = |id: CompanyId| Cell::company(words.model()[id].id.as_str(), words.company(id));
    for owning in ring.legs.iter().flatten() {
        let ends = [company(owning.holding.owner), company(owning.holding.owned)];
        block
            .rows
            .push(Row::new(ends.into_iter().chain(cells(*owning, words)).collect()));
    }
    block
}
