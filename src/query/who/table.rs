use super::Who;
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::counterparties::{Counterparty, zone_order};
use crate::judge::market::{Meeting, Shared};
use crate::judge::sums::Ledger;
use crate::lang::{Lang, Phrase, answers, gaps};
use crate::report::{Block, Cell, Column, Line, Mark, Row, Style, Table};
use crate::tell::heads::{head, wanted};
use crate::tell::rows::Group;
use crate::tell::terms::holds;
use crate::tell::ties::{TIES, intention_row, row};
use crate::tell::words::Words;
use crate::vocab::Zone;

const STANCE: Column = Column::new("stance", Phrase::new("Stance", "Quan hệ chung"));
const COMPANY: Column = Column::new("company", Phrase::new("Company", "Công ty")).named("company_name");
const SINCE: Column = Column::new("stance_since", Phrase::new("Since", "Từ"));

/// The answer as a table: zones, in them counterparties, in them one line for each kind and direction of tie.
#[must_use]
pub fn table(view: &View<'_>, who: &Who, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let ledger = who.ledger(view);
    let mut table = Table::new(title(view, who, words), vec![STANCE, COMPANY, SINCE], TIES.to_vec());
    for zone in [
        Zone::Coopetition,
        Zone::Sequential,
        Zone::Cooperation,
        Zone::Competition,
        Zone::OneGroup,
        Zone::None,
    ] {
        let (heading, style) = zone_heading(zone);
        let mut block = Block::titled(heading.get(lang), style).key(STANCE.key, zone.name());
        let members = who
            .counterparties
            .iter()
            .filter(|c| zone_order(c.stance.zone) == zone_order(zone));
        block.blocks = members.map(|c| counterparty(c, &ledger, words)).collect();
        if !block.blocks.is_empty() {
            table.blocks.push(block);
        }
    }
    table.blocks.extend(owned(who, &who.owned_ledger(view), words));
    table.blocks.extend(intentions(who, words));
    table.blocks.extend(same_market(who, words));
    table.blocks.extend(not_known(view, who, words));
    table.notes = notes(view, who, words);
    table
}

/// What it owns that stands with it, apart from all that counts.
fn owned(who: &Who, ledger: &Ledger<'_>, words: Words<'_>) -> Option<Block> {
    let shade = Style::Zone(crate::report::Zone::Neutral);
    let mut block = Block::titled(answers::OWNED.get(words.lang), shade).key(STANCE.key, "owned");
    for owned in &who.owned {
        let (id, name) = (&words.model()[owned.company].id, words.company(owned.company));
        let mut one = Block::titled(name, Style::Title).key(COMPANY.key, Cell::company(id, name));
        let groups = Group::all(words.model(), &owned.ties);
        let rows = groups.iter().map(|group| row(group, ledger, words).mark(Mark::Neutral));
        one.rows = rows.collect();
        block.blocks.push(one);
    }
    (!block.blocks.is_empty()).then_some(block)
}

/// What was intended with whom, apart from all that counts.
fn intentions(who: &Who, words: Words<'_>) -> Option<Block> {
    let shade = Style::Zone(crate::report::Zone::Neutral);
    let mut block = Block::titled(answers::INTENTIONS.get(words.lang), shade).key(STANCE.key, "intentions");
    for with in who.intentions.chunk_by(|a, b| a.other == b.other) {
        let (id, name) = (&words.model()[with[0].other].id, words.company(with[0].other));
        let mut one = Block::titled(name, Style::Title).key(COMPANY.key, Cell::company(id, name));
        one.rows = with.iter().map(|intended| intention_row(intended, words)).collect();
        block.blocks.push(one);
    }
    (!block.blocks.is_empty()).then_some(block)
}

/// The companies with products in one market, apart from all that counts; a line for each, its markets and products.
fn same_market(who: &Who, words: Words<'_>) -> Option<Block> {
    let meetings = who.same_market.as_ref().filter(|meetings| !meetings.is_empty())?;
    let heading = gaps::SAME_MARKET.get(words.lang);
    let mut block = Block::titled(heading, Style::Zone(crate::report::Zone::Neutral)).key(STANCE.key, "same_market");
    block.blocks = meetings.iter().map(|meeting| meeting_block(meeting, words)).collect();
    Some(block)
}

/// The ties that were first seen later, apart from all that counts.
fn not_known(view: &View<'_>, who: &Who, words: Words<'_>) -> Option<Block> {
    let found = who.not_known.as_ref().filter(|found| !found.is_empty())?;
    let heading = answers::NOT_KNOWN_THEN.get(words.lang);
    let mut block = Block::titled(heading, Style::Zone(crate::report::Zone::Neutral)).key(STANCE.key, "not_known");
    let ledger = Ledger::of(view, found.iter().flat_map(|(_, ties)| ties));
    block.blocks = found
        .iter()
        .map(|(other, ties)| {
            let (id, name) = (&words.model()[*other].id, words.company(*other));
            let mut block = Block::titled(name, Style::Title).key(COMPANY.key, Cell::company(id, name));
            let groups = Group::all(words.model(), ties);
            block.rows = groups.iter().map(|group| row(group, &ledger, words)).collect();
            block
        })
        .collect();
    Some(block)
}

fn meeting_block(meeting: &Meeting, words: Words<'_>) -> Block {
    let (id, name) = (&words.model()[meeting.company].id, words.company(meeting.company));
    let mut block = Block::titled(name, Style::Title).key(COMPANY.key, Cell::company(id, name));
    let row = |shared: &Shared| {
        let market = words.model()[shared.market].name.get(words.lang.code());
        Row::new(vec![
            Cell::Empty,
            Cell::Empty,
            Cell::text(format!("{market}{}", Words::mark(shared.presence))),
            Cell::text(words.products_meet(shared)),
            Cell::Empty,
            Cell::text(holds(shared.presence)),
        ])
    };
    block.rows = meeting.markets.iter().map(row).collect();
    block
}

fn title(view: &View<'_>, who: &Who, words: Words<'_>) -> Line {
    let lang = words.lang;
    let line = head(view, words, words.subject(who.company));
    let line = wanted(&who.wanted, words).into_iter().fold(line, Line::then);
    let intended = who.intended().len();
    let intended = (intended > 0).then(|| answers::INTENDS_WITH.fill(lang, &[("n", &intended)]));
    let counts: Vec<String> = [
        (answers::COOPETITION_WITH, Zone::Coopetition),
        (answers::SEQUENTIAL_WITH, Zone::Sequential),
        (answers::COOPERATES_WITH, Zone::Cooperation),
        (answers::COMPETES_WITH, Zone::Competition),
    ]
    .into_iter()
    .map(|(phrase, zone)| (phrase, who.count(zone)))
    .filter(|(_, tally)| tally.all() > 0)
    .map(|(phrase, tally)| phrase.fill(lang, &[("n", &words.tally(tally))]))
    .chain(intended)
    .collect();
    if who.is_empty() {
        return line;
    }
    let relations = words.relations(who.relations().len());
    line.then(counts.join(" · "))
        .right(format!("{relations}, {}", words.sources(who.sources().len())))
}

const fn zone_heading(zone: Zone) -> (Phrase, Style) {
    use crate::report::Zone as Shade;
    match zone {
        Zone::Coopetition => (answers::COOPETITION, Style::Zone(Shade::Coopetition)),
        Zone::Sequential => (answers::SEQUENTIAL, Style::Zone(Shade::Coopetition)),
        Zone::Cooperation => (answers::COOPERATION, Style::Zone(Shade::Cooperation)),
        Zone::Competition => (answers::COMPETITION, Style::Zone(Shade::Competition)),
        Zone::OneGroup => (answers::ONE_GROUP, Style::Zone(Shade::Neutral)),
        Zone::None => (answers::BESIDE, Style::Zone(Shade::Conflict)),
    }
}

fn counterparty(found: &Counterparty, ledger: &Ledger<'_>, words: Words<'_>) -> Block {
    let (id, name) = (&words.model()[found.company].id, words.company(found.company));
    let mark = Words::mark(found.stance.presence);
    let mut block = Block::titled(format!("{name}{mark}"), Style::Title).key(COMPANY.key, Cell::company(id, name));
    let since = found.stance_since.as_ref().and_then(|boundary| words.since(boundary));
    let first = found
        .first_tie
        .map(|date| answers::FIRST_TIE.fill(words.lang, &[("date", &date)]));
    if let Some(boundary) = &found.stance_since {
        block = block.key(SINCE.key, boundary.date().map_or(Cell::Empty, Cell::date));
    }
    let aside: Vec<String> = since.into_iter().chain(first).collect();
    if !aside.is_empty() && !matches!(found.stance.zone, Zone::None | Zone::OneGroup) {
        block = block.aside(aside.join(", "));
    }
    block.rows = Group::all(words.model(), &found.ties)
        .iter()
        .map(|group| row(group, ledger, words))
        .collect();
    block.notes = words.rests_on(found.stance, found.firm, found.rests_on());
    block
        .notes
        .extend(found.closer.as_ref().map(|closer| words.closer(closer)));
    block
}

fn notes(view: &View<'_>, who: &Who, words: Words<'_>) -> Vec<String> {
    let lang = words.lang;
    let mut notes = Vec::new();
    notes.extend(words.part_of(who.company, &who.parents));
    // what was cut short may have found some
    if who.is_empty() && !view.meter.is_over() {
        notes.push(answers::NOTHING.fill(lang, &[("name", &words.company(who.company))]));
    }
    if !who.uncounted.is_empty() {
        let list: Vec<String> = who
            .uncounted
            .iter()
            .map(|(id, standing)| format!("{} ({})", view.model()[*id].id, words.standing(*id, *standing)))
            .collect();
        notes.push(answers::NOT_COUNTED.fill(lang, &[("list", &list.join(", "))]));
    }
    let doubtful = |presence: Presence| presence.is_marked();
    let vague = |shared: &Shared| doubtful(shared.presence);
    let mut meetings = who.same_market.iter().flatten();
    if meetings.any(|meeting| meeting.markets.iter().any(vague))
        || who
            .counterparties
            .iter()
            .any(|c| doubtful(c.stance.presence) || c.ties.iter().any(|tie| doubtful(tie.presence)))
        || who.intentions.iter().any(|intended| doubtful(intended.tie.presence))
        || who.parents.iter().any(|(_, presence)| doubtful(*presence))
        || who
            .owned
            .iter()
            .flat_map(|owned| &owned.ties)
            .any(|tie| doubtful(tie.presence))
    {
        notes.push(words.legend());
    }
    match &who.same_market {
        Some(meetings) if meetings.is_empty() => {
            notes.push(gaps::NO_SAME_MARKET.fill(lang, &[("name", &words.company(who.company))]));
        }
        Some(_) => notes.push(gaps::SAME_MARKET_MEANS.get(lang).to_owned()),
        None => {}
    }
    notes
}
