use super::rows::Group;
use super::{Counterparty, Who, zone_order};
use crate::graph::Presence;
use crate::lang::{Lang, Phrase, answers, gaps};
use crate::model::RelationId;
use crate::query::market::{Meeting, Shared};
use crate::query::terms::{holds, side_mark};
use crate::query::words::Words;
use crate::query::{View, sums};
use crate::report::{Block, Cell, Column, Line, Row, Style, Table};
use crate::vocab::{Side, Zone};

const STANCE: Column = Column::new("stance", Phrase::new("Stance", "Quan hệ chung"));
const COMPANY: Column = Column::new("company", Phrase::new("Company", "Công ty")).named("company_name");
const SINCE: Column = Column::new("stance_since", Phrase::new("Since", "Từ"));
const SIDE: Column = Column::new("side", Phrase::new("Side", "Bên")).data_only();
const KIND: Column = Column::new("kind", Phrase::new("Kind", "Loại")).data_only();
const TIE: Column = Column::new("tie", Phrase::new("Tie", "Mối quan hệ"));
const DETAIL: Column = Column::new("detail", Phrase::new("Detail", "Chi tiết")).flexible();
const PERIOD: Column = Column::new("period", Phrase::new("Period", "Thời gian"));
const HOLDS: Column = Column::new("holds", Phrase::new("Holds", "Hiệu lực")).data_only();
const WORD: Column = Column::new("support", Phrase::new("On whose word", "Căn cứ")).flexible();
const SOURCES: Column = Column::new("sources", Phrase::new("Sources", "Nguồn"));
const RELATIONS: Column = Column::new("relations", Phrase::new("Records", "Bản ghi")).data_only();

/// The columns of [`row`], which every answer that shows ties has.
pub(in crate::query) const TIES: [Column; 9] = [SIDE, KIND, TIE, DETAIL, PERIOD, HOLDS, WORD, SOURCES, RELATIONS];

/// The answer as a table: zones, in them counterparties, in them one line for each kind and direction of tie.
#[must_use]
pub fn table(view: &View<'_>, who: &Who, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
    };
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
        block.blocks = members.map(|c| counterparty(c, words)).collect();
        if !block.blocks.is_empty() {
            table.blocks.push(block);
        }
    }
    table.blocks.extend(same_market(who, words));
    table.notes = notes(view, who, words);
    table
}

/// The companies with products in one market, apart from all that counts; a line for each, its markets and products.
fn same_market(who: &Who, words: Words<'_>) -> Option<Block> {
    let meetings = who.same_market.as_ref().filter(|meetings| !meetings.is_empty())?;
    let heading = gaps::SAME_MARKET.get(words.lang);
    let mut block = Block::titled(heading, Style::Zone(crate::report::Zone::Neutral)).key(STANCE.key, "same_market");
    block.blocks = meetings.iter().map(|meeting| meeting_block(meeting, words)).collect();
    Some(block)
}

fn meeting_block(meeting: &Meeting, words: Words<'_>) -> Block {
    let company = &words.model()[meeting.company];
    let mut block =
        Block::titled(company.label(), Style::Title).key(COMPANY.key, Cell::company(&company.id, company.label()));
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
    let mut line =
        Line::new(words.company(who.company)).then(answers::AS_OF.fill(lang, &[("date", &view.scope.asked)]));
    if let Some(day) = view.scope.known.0 {
        line = line.then(answers::KNOWN_AT.fill(lang, &[("date", &day)]));
    }
    let counts: Vec<String> = [
        (answers::COOPETITION_WITH, Zone::Coopetition),
        (answers::SEQUENTIAL_WITH, Zone::Sequential),
        (answers::COOPERATES_WITH, Zone::Cooperation),
        (answers::COMPETES_WITH, Zone::Competition),
    ]
    .into_iter()
    .map(|(phrase, zone)| (phrase, who.count(zone)))
    .filter(|(_, n)| *n > 0)
    .map(|(phrase, n)| phrase.fill(lang, &[("n", &n)]))
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

fn counterparty(found: &Counterparty, words: Words<'_>) -> Block {
    let company = &words.model()[found.company];
    let mark = Words::mark(found.stance.presence);
    let mut block = Block::titled(format!("{}{mark}", company.label()), Style::Title)
        .key(COMPANY.key, Cell::company(&company.id, company.label()));
    let since = found.stance_since.as_ref().and_then(|boundary| words.since(boundary));
    let first = found
        .first_tie
        .map(|date| answers::FIRST_TIE.fill(words.lang, &[("date", &date)]));
    if let Some(boundary) = &found.stance_since {
        block = block.key(
            SINCE.key,
            Cell::Date(boundary.date().map_or_else(String::new, |date| date.to_string())),
        );
    }
    let aside: Vec<String> = since.into_iter().chain(first).collect();
    if !aside.is_empty() && !matches!(found.stance.zone, Zone::None | Zone::OneGroup) {
        block = block.aside(aside.join(", "));
    }
    block.rows = Group::all(&found.ties).iter().map(|group| row(group, words)).collect();
    block.notes = words.rests_on(found.stance, found.firm, &found.ties);
    block
}

/// Ties that are told in one line.
pub(in crate::query) fn row(group: &Group<'_>, words: Words<'_>) -> Row {
    let model = words.model();
    let relations: Vec<RelationId> = group.relations().into_iter().collect();
    let mut detail: Vec<String> = group
        .via()
        .into_iter()
        .map(|id| answers::VIA.fill(words.lang, &[("name", &words.company(id))]))
        .collect();
    if group.side() != Side::Competition {
        detail.extend(words.sums(&sums::sums(model, &group.relations())));
    }
    detail.extend(words.summary(&group.ties));
    detail.extend(words.reservations(&group.ties));
    let times: Vec<&[RelationId]> = group.ties.iter().map(|tie| tie.relations.as_slice()).collect();
    let (side, mark) = side_mark(group.side());
    let presence = group.presence();
    Row::new(vec![
        Cell::text(side),
        Cell::text(group.ties[0].relation(words.graph).kind().name),
        Cell::text(group.verb().get(words.lang)),
        Cell::text(detail.join(", ")),
        Cell::Date(format!("{}{}", words.period(&times), Words::mark(presence))),
        Cell::text(holds(presence)),
        Cell::text(words.support(&group.ties)),
        Cell::text(words.sources(group.sources().len())),
        Cell::List(relations.iter().map(|id| Cell::text(&model[*id].id)).collect()),
    ])
    .mark(mark)
}

fn notes(view: &View<'_>, who: &Who, words: Words<'_>) -> Vec<String> {
    let lang = words.lang;
    let mut notes = Vec::new();
    notes.extend(words.part_of(who.company, &who.parents));
    if who.is_empty() {
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
    let doubtful = |presence: Presence| matches!(presence, Presence::Maybe | Presence::Presumed);
    let vague = |shared: &Shared| doubtful(shared.presence);
    let mut meetings = who.same_market.iter().flatten();
    if meetings.any(|meeting| meeting.markets.iter().any(vague))
        || who
            .counterparties
            .iter()
            .any(|c| doubtful(c.stance.presence) || c.ties.iter().any(|tie| doubtful(tie.presence)))
    {
        notes.push(answers::LEGEND.get(lang).to_owned());
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
