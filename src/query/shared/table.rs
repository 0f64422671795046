use super::{Leg, Partner, Shared};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::phases::Boundary;
use crate::judge::sums::Ledger;
use crate::lang::{Lang, Phrase, network};
use crate::report::{Block, Cell, Column, Line, Style, Table};
use crate::tell::heads::head as title;
use crate::tell::network::{FROM, TO, legend};
use crate::tell::terms::holds;
use crate::tell::ties::TIES;
use crate::tell::words::Words;

const TOGETHER: Column = Column::new("together", Phrase::new("With both at one time", "Cùng lúc với cả hai"));
const SINCE: Column = Column::new("with_both_since", Phrase::new("With both since", "Với cả hai từ"));
const FIRM: Column = Column::new("firm", Phrase::new("Firm", "Chắc chắn"));
const STANCE: Column = Column::new("stance", Phrase::new("Stance", "Quan hệ chung"));

/// The answer as a table: a block for each company, in it one for each of the two, in them lines of ties.
#[must_use]
pub fn table(view: &View<'_>, found: &Shared, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let ledger = found.ledger(view);
    let keys = vec![TOGETHER, SINCE, FIRM, FROM, TO, STANCE];
    let mut table = Table::new(head(view, found, words), keys, TIES.to_vec());
    table.blocks = found
        .partners
        .iter()
        .map(|partner| block(partner, &ledger, words))
        .collect();
    table.notes = notes(view, found, words);
    table
}

fn head(view: &View<'_>, found: &Shared, words: Words<'_>) -> Line {
    let [a, b] = found.pair.map(|id| words.company(id));
    let what = network::SHARED_TITLE.fill(words.lang, &[("a", &a), ("b", &b)]);
    let line = title(view, words, what);
    if found.partners.is_empty() {
        return line;
    }
    let rivals = found.partners.iter().filter(|partner| partner.is_rival()).count();
    let counts: [(&str, &dyn std::fmt::Display); 2] = [("n", &found.partners.len()), ("rivals", &rivals)];
    line.then(network::SHARED_COUNTS.fill(words.lang, &counts))
}

fn block(partner: &Partner, ledger: &Ledger<'_>, words: Words<'_>) -> Block {
    let name = words.company(partner.company);
    let mut block = Block::titled(format!("{name}{}", Words::mark(partner.together)), Style::Title)
        .key(TOGETHER.key, holds(partner.together))
        .key(FIRM.key, if partner.firm { "yes" } else { "no" });
    if let Some(date) = partner.begins.as_ref().and_then(Boundary::date) {
        block = block.key(SINCE.key, Cell::date(date));
    }
    let rivalries: Vec<String> = partner.legs.iter().filter_map(|leg| rivalry(leg, words)).collect();
    let aside: Vec<String> = period(partner, words).into_iter().chain(rivalries).collect();
    block = block.aside(aside.join(", "));
    block.blocks = partner.legs.iter().map(|leg| leg_block(leg, ledger, words)).collect();
    let remark = match partner.together {
        Presence::No => Some(network::ONE_AFTER_THE_OTHER),
        Presence::Maybe => Some(network::MAYBE_WITH_BOTH),
        Presence::Presumed | Presence::Yes => None,
    };
    let doubtful = (!partner.firm && partner.together > Presence::No).then_some(network::NOT_FIRM_WITH_BOTH);
    let remarks = remark.into_iter().chain(doubtful);
    block.notes = remarks.map(|phrase| phrase.get(words.lang).to_owned()).collect();
    block
}

/// "with both since 2019, until 2024"; nothing where no time is certain.
fn period(partner: &Partner, words: Words<'_>) -> Option<String> {
    let boundary = partner.begins.as_ref()?;
    let since = match words.since(boundary) {
        Some(since) => network::WITH_BOTH.fill(words.lang, &[("since", &since)]),
        None => network::WITH_BOTH_FROM.get(words.lang).to_owned(),
    };
    let until = partner.ends.as_ref().map(|boundary| words.until(boundary));
    Some([since].into_iter().chain(until).collect::<Vec<_>>().join(", "))
}

/// "competes with Intel".
fn rivalry(leg: &Leg, words: Words<'_>) -> Option<String> {
    let presence = leg.competes();
    let name = format!("{}{}", words.company(leg.step.to), Words::mark(presence));
    (presence > Presence::No).then(|| network::COMPETES_TOO.fill(words.lang, &[("name", &name)]))
}

fn leg_block(leg: &Leg, ledger: &Ledger<'_>, words: Words<'_>) -> Block {
    leg.step
        .block(ledger, words, network::WITH_ONE)
        .key(STANCE.key, leg.stance.zone.name())
}

fn notes(view: &View<'_>, found: &Shared, words: Words<'_>) -> Vec<String> {
    let [a, b] = found.pair.map(|id| words.company(id));
    let names: [(&str, &dyn std::fmt::Display); 2] = [("a", &a), ("b", &b)];
    let mut notes = Vec::new();
    // what was cut short may have found some
    if found.partners.is_empty() && !view.meter.is_over() {
        notes.push(network::NONE_SHARED.fill(words.lang, &names));
    }
    if found.one_group > Presence::No {
        notes.push(network::ARE_ONE_GROUP.fill(words.lang, &names));
    }
    let steps = found
        .partners
        .iter()
        .flat_map(|partner| &partner.legs)
        .map(|leg| &leg.step);
    let vague = |partner: &Partner| partner.together.is_marked();
    match legend(words, steps) {
        Some(text) => notes.push(text),
        None if found.partners.iter().any(vague) => notes.push(words.legend()),
        None => {}
    }
    notes
}
