use super::Owners;
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::holdings::Owning;
use crate::judge::intentions::Intended;
use crate::lang::{Lang, Phrase, owners as l};
use crate::report::{Block, Cell, Column, Mark, Row, Style, Table};
use crate::tell::heads::head;
use crate::tell::holding::{HOLDING, cells};
use crate::tell::terms::holds;
use crate::tell::words::Words;

const COMPANY: Column = Column::new("company", Phrase::new("Company", "Công ty")).named("company_name");

/// The answer as a table: a line a holding.
#[must_use]
pub fn table(view: &View<'_>, found: &Owners, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let name = words.subject(found.company);
    let title = if found.reverse { l::OWNED_BY } else { l::OWNERS_OF };
    let mut table = Table::list(
        head(view, words, title.fill(lang, &[("name", &name)])),
        std::iter::once(COMPANY).chain(HOLDING).collect(),
        found.held.iter().map(|owning| row(found, *owning, words)).collect(),
    );
    table.blocks.extend(announced(found, words));
    table.notes = notes(found, words);
    table
}

fn row(found: &Owners, owning: Owning, words: Words<'_>) -> Row {
    let holding = owning.holding;
    let other = if found.reverse { holding.owned } else { holding.owner };
    let company = Cell::company(words.model()[other].id.as_str(), words.company(other));
    Row::new(std::iter::once(company).chain(cells(owning, words)).collect())
}

/// What was announced: who was to own it, told in the columns of holdings and apart from them.
fn announced(found: &Owners, words: Words<'_>) -> Option<Block> {
    let heading = l::ANNOUNCED.get(words.lang);
    let mut block = Block::titled(heading, Style::Zone(crate::report::Zone::Neutral));
    let row = |intended: &Intended| {
        let relation = intended.tie.relation(words.graph);
        let mut says = vec![relation.kind().label.get(words.lang).to_owned()];
        says.extend(words.details(relation));
        says.extend(words.amounts(intended.tie.relations[0]));
        says.push(words.intention_state(intended));
        Row::new(vec![
            Cell::company(words.model()[intended.other].id.as_str(), words.company(intended.other)),
            Cell::text(says.join(", ")),
            words.intention_cell(intended),
            Cell::text(holds(intended.tie.presence)),
            Cell::text(words.announcement(&intended.tie)),
            Cell::text(&relation.id),
        ])
        .mark(Mark::Neutral)
    };
    block.rows = found.announced.iter().map(row).collect();
    (!block.rows.is_empty()).then_some(block)
}

fn notes(found: &Owners, words: Words<'_>) -> Vec<String> {
    let lang = words.lang;
    let name = words.company(found.company);
    let mut notes = Vec::new();
    if found.held.is_empty() {
        let nothing = if found.reverse { l::OWNS_NOTHING } else { l::NO_OWNER };
        notes.push(nothing.fill(lang, &[("name", &name)]));
    } else {
        notes.push(l::RECORDED_ONLY.get(lang).to_owned());
    }
    if !found.reverse {
        notes.extend(words.part_of(found.company, &found.parents));
    }
    let held = found.held.iter().map(|owning| owning.presence);
    let announced = found.announced.iter().map(|one| one.tie.presence);
    let parents = found.parents.iter().map(|(_, presence)| *presence);
    let doubtful = |presence: Presence| presence.is_marked();
    if held.chain(announced).chain(parents).any(doubtful) {
        notes.push(words.legend());
    }
    notes
}
