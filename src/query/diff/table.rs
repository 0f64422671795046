use serde_json::Value;

use super::{Change, Changes, DataDiff, Diff, Happened, Turned, called, happened, is_point};
use crate::judge::View;
use crate::judge::when::When;
use crate::lang::{Lang, Phrase, history};
use crate::model::{DealId, EventId, RelationId};
use crate::report::{Block, Cell, Column, Holding, Line, Row, Style, Table};
use crate::tell::fields::{Teller, Term};
use crate::tell::heads::{filters, pair};
use crate::tell::record::main_side;
use crate::tell::record::standing_name;
use crate::tell::sentence::sentence;
use crate::tell::terms::{side_mark, zone_style};
use crate::tell::words::Words;
use crate::values::PartialDate;

const SECTION: Column = Column::new("section", Phrase::new("Section", "Mục"));
const SURELY: Column = Column::new("surely", Phrase::new("Surely", "Chắc chắn"));
const WHEN: Column = Column::new("when", Phrase::new("When", "Khi nào")).data_only();
const DATE: Column = Column::new("date", Phrase::new("When", "Khi nào")).text_only();
const SIDE: Column = Column::new("side", Phrase::new("Side", "Bên")).data_only();
const A: Column = Column::new("a", Phrase::new("Company", "Công ty"))
    .named("a_name")
    .data_only();
const B: Column = Column::new("b", Phrase::new("Company", "Công ty"))
    .named("b_name")
    .data_only();
const SAYS: Column = Column::new("says", Phrase::new("What", "Nội dung"))
    .flexible()
    .text_only();
const TEXT: Column = Column::new("text", Phrase::new("What", "Nội dung")).data_only();
const BEFORE: Column = Column::new("before", Phrase::new("Before", "Trước")).data_only();
const AFTER: Column = Column::new("after", Phrase::new("After", "Sau")).data_only();
const DETAIL: Column = Column::new("detail", Phrase::new("Detail", "Chi tiết")).data_only();
const PERIOD: Column = Column::new("period", Phrase::new("Period", "Thời gian"))
    .data_only()
    .holding(Holding::Period);
const RECORD: Column = Column::new("record", Phrase::new("Record", "Bản ghi"));
const CHANGE: Column = Column::new("change", Phrase::new("Change", "Thay đổi"));
const FIELD: Column = Column::new("field", Phrase::new("Field", "Trường"));

/// The difference between two views as a table: stances that turned, relations by what happened to them, deals, events; then the
/// same of what may have happened.
#[must_use]
pub fn table(from: &View<'_>, to: &View<'_>, found: &Diff, lang: Lang) -> Table {
    let teller = Teller {
        view: to,
        words: Words {
            graph: to.graph,
            lang,
            last: to.scope.asked.last_day(),
        },
    };
    let columns = vec![
        SIDE, DATE, WHEN, A, B, SAYS, TEXT, BEFORE, AFTER, DETAIL, PERIOD, RECORD,
    ];
    let title = title(from, to, found, teller.words);
    let mut table = Table::new(title, vec![SURELY, SECTION], columns);
    let mut sure = blocks(&found.surely, &teller);
    for block in &mut sure {
        block.keys.insert(0, (SURELY.key, Cell::text("yes")));
    }
    table.blocks = sure;
    if !found.perhaps.is_empty() {
        let mut block = Block::titled(history::PERHAPS_HEAD.get(lang), Style::Faint).key(SURELY.key, "maybe");
        block.blocks = blocks(&found.perhaps, &teller);
        table.blocks.push(block);
    }
    if found.is_empty() {
        table.notes.push(history::NO_DIFFERENCE.get(lang).to_owned());
    }
    table
}

/// A block for each thing that happened.
fn blocks(changes: &Changes, teller: &Teller<'_>) -> Vec<Block> {
    let lang = teller.lang();
    let block = |key: &'static str, heading: Phrase, rows: Vec<Row>| {
        let mut block = Block::titled(heading.get(lang), Style::Title).key(SECTION.key, key);
        block.rows = rows;
        block
    };
    let stances = changes.stances.iter().map(|turned| stance(turned, teller.words));
    let mut blocks = vec![block("stances", history::CHANGED_SIDES, stances.collect())];
    for group in changes.relations.chunk_by(|a, b| a.0.name() == b.0.name()) {
        let rows = group.iter().map(|(what, id, when)| relation(*what, *id, *when, teller));
        blocks.push(block(group[0].0.name(), heading(group[0].0), rows.collect()));
    }
    let deals = changes.deals.iter().map(|(id, signed)| deal(*id, *signed, teller));
    blocks.push(block("deals", history::DEALS_HEAD, deals.collect()));
    let events = changes.events.iter().map(|id| event(*id, teller));
    blocks.push(block("events", history::EVENTS_HEAD, events.collect()));
    blocks.retain(|block| !block.rows.is_empty());
    blocks
}

fn deal(id: DealId, signed: bool, teller: &Teller<'_>) -> Row {
    let deal = &teller.model()[id];
    let lang = teller.lang();
    let dates = teller.view.graph.known().deal(teller.model(), deal);
    let (date, what) = if signed {
        (dates.from, history::DEAL_SIGNED)
    } else {
        (dates.to, history::DEAL_ENDS)
    };
    let mut detail = vec![what.get(lang).to_owned()];
    detail.extend(deal.amount.map(|money| teller.words.money(money)));
    plain(date, deal.title.get(lang.code()), &detail, &deal.id)
}

fn event(id: EventId, teller: &Teller<'_>) -> Row {
    let event = &teller.model()[id];
    let lang = teller.lang();
    let kind = event.kind.label().get(lang).to_owned();
    plain(Some(event.date), event.title.get(lang.code()), &[kind], &event.id)
}

fn plain(date: Option<PartialDate>, text: &str, detail: &[String], id: &str) -> Row {
    let detail = detail.join(", ");
    let date = date.map_or(Cell::Empty, Cell::date);
    Row::new(vec![
        Cell::Empty,
        date.clone(),
        date,
        Cell::Empty,
        Cell::Empty,
        Cell::text(format!("{text} ({detail})")),
        Cell::text(text),
        Cell::Empty,
        Cell::Empty,
        Cell::text(detail),
        Cell::Empty,
        Cell::text(id),
    ])
}

fn title(from: &View<'_>, to: &View<'_>, found: &Diff, words: Words<'_>) -> Line {
    let lang = words.lang;
    let ((at, known), (then, known_then)) = (called(from), called(to));
    let mut line = Line::new(
        found
            .company
            .map_or(history::DIFFERENCES.get(lang), |id| words.company(id)),
    );
    line = if at == then {
        line.then(crate::lang::answers::AS_OF.fill(lang, &[("date", &at)]))
    } else {
        line.then(history::FROM_TO.fill(lang, &[("from", &at), ("to", &then)]))
    };
    let day = |day: Option<crate::values::PartialDate>| {
        day.map_or_else(|| history::KNOWN_NOW.get(lang).to_owned(), |day| day.to_string())
    };
    let line = match (known, known_then) {
        (None, None) => line,
        (a, b) if a == b => line.then(crate::lang::answers::KNOWN_AT.fill(lang, &[("date", &day(a))])),
        (a, b) => line.then(history::KNOWN_FROM_TO.fill(lang, &[("from", &day(a)), ("to", &day(b))])),
    };
    filters(to.model(), to.scope, lang).into_iter().fold(line, Line::then)
}

const fn heading(what: Happened) -> Phrase {
    match what {
        Happened::Began => history::BEGAN_HEAD,
        Happened::Changed => history::CHANGED_HEAD,
        Happened::Ended => history::ENDED_HEAD,
        Happened::TookPlace => history::TOOK_PLACE_HEAD,
        Happened::Intended => history::INTENDED_HEAD,
        Happened::Dropped => history::DROPPED_HEAD,
        Happened::Learned => history::LEARNED_HEAD,
        Happened::Judged { .. } => history::JUDGED_HEAD,
        Happened::Faded => history::FADED_HEAD,
        Happened::Firmed => history::FIRMED_HEAD,
        Happened::Regraded { .. } => history::REGRADED_HEAD,
    }
}

fn stance(turned: &Turned, words: Words<'_>) -> Row {
    let model = words.graph.model();
    let company = |id: crate::model::CompanyId| Cell::company(&model[id].id, words.company(id));
    let text = history::TURN.fill(
        words.lang,
        &[
            ("pair", &pair(words, turned.pair)),
            ("before", &words.stance(turned.before)),
            ("after", &words.stance(turned.after)),
        ],
    );
    let when = turned
        .when
        .map_or(Cell::Empty, |when| Cell::told_date(when.text(words.lang), when.date()));
    Row::new(vec![
        Cell::Empty,
        when.clone(),
        when,
        company(turned.pair.0),
        company(turned.pair.1),
        Cell::text(text.clone()),
        Cell::text(text),
        Cell::text(turned.before.name()),
        Cell::text(turned.after.name()),
    ])
    .style(zone_style(turned.after))
}

fn relation(what: Happened, id: RelationId, when: Option<When>, teller: &Teller<'_>) -> Row {
    let words = teller.words;
    let relation = &words.graph.model()[id];
    let (side, mark) = side_mark(main_side(relation));
    let mut detail = words.amounts(id);
    let arrow =
        |before: String, after: String| history::MOVE.fill(words.lang, &[("before", &before), ("after", &after)]);
    let (before, after) = match what {
        Happened::Judged { before, after } => {
            let counts = || history::COUNTS.get(words.lang).to_owned();
            let say = |standing| match words.standing(id, standing) {
                "" => counts(),
                other => other.to_owned(),
            };
            detail.push(arrow(say(before), say(after)));
            (standing_name(before), standing_name(after))
        }
        Happened::Regraded { before, after } => {
            let say = |grade: Option<crate::vocab::Confidence>| {
                grade.map_or_else(String::new, |grade| grade.label().get(words.lang).to_owned())
            };
            detail.push(arrow(say(before), say(after)));
            (
                before.map_or("", crate::vocab::Confidence::name),
                after.map_or("", crate::vocab::Confidence::name),
            )
        }
        Happened::Changed => {
            let terms = terms(id, teller);
            detail = terms.iter().map(|term| teller.change(term)).collect();
            if detail.is_empty() {
                detail.push(history::SAME_TERMS.get(words.lang).to_owned());
            }
            ("", "")
        }
        Happened::Learned => {
            detail.extend(words.details(relation));
            let standing = words.graph.standings().of(id);
            detail.extend(Some(words.standing(id, standing).to_owned()).filter(|reason| !reason.is_empty()));
            ("", "")
        }
        _ => ("", ""),
    };
    let text = sentence(words, relation);
    let says = if detail.is_empty() {
        text.clone()
    } else {
        format!("{text}: {}", detail.join(", "))
    };
    let when = when.map(|when| Cell::told_date(when.text(words.lang), when.date()));
    let doubt = if is_point(teller.view, id) { "" } else { mark_of(what) };
    let period = words.period_cell(&[&[id]], doubt);
    Row::new(vec![
        Cell::text(side),
        // what is merely learned or differs has no moment, and its time is told
        when.clone().unwrap_or_else(|| period.clone()),
        when.unwrap_or_default(),
        Cell::Empty,
        Cell::Empty,
        Cell::text(says),
        Cell::text(text),
        Cell::text(before),
        Cell::text(after),
        Cell::text(detail.join(", ")),
        period,
        Cell::text(&relation.id),
    ])
    .mark(mark)
}

/// What changed from the earlier terms that a relation replaces.
pub(super) fn terms(id: RelationId, teller: &Teller<'_>) -> Vec<Term> {
    let earlier = happened::replaced(teller.view, id);
    earlier
        .into_iter()
        .flat_map(|earlier| teller.changes(earlier, id))
        .collect()
}

const fn mark_of(what: Happened) -> &'static str {
    match what {
        Happened::Faded => " ?",
        _ => "",
    }
}

/// The difference between two data sets as a table: one row a record, or a changed field of it.
#[must_use]
pub fn data_table(found: &DataDiff, lang: Lang) -> Table {
    let mut table = Table::new(
        Line::new(history::DATA_DIFFERENCES.get(lang))
            .right(history::RECORDS_DIFFER.fill(lang, &[("n", &found.records.len())])),
        vec![SECTION],
        vec![CHANGE, RECORD, FIELD, BEFORE_SHOWN, AFTER_SHOWN],
    );
    for group in found.records.chunk_by(|a, b| a.section == b.section) {
        let mut block = Block::titled(group[0].section, Style::Title).key(SECTION.key, group[0].section);
        for record in group {
            let label = match record.change {
                Change::Added => history::ADDED,
                Change::Removed => history::REMOVED,
                Change::Changed(_) => history::CHANGED,
            };
            let head = || vec![Cell::text(label.get(lang)), Cell::text(&record.id)];
            match &record.change {
                Change::Changed(fields) => block.rows.extend(fields.iter().map(|(field, (before, after))| {
                    let mut cells = head();
                    cells.extend([
                        Cell::text(field),
                        Cell::text(say(&only(before, after))),
                        Cell::text(say(&only(after, before))),
                    ]);
                    Row::new(cells)
                })),
                _ => block.rows.push(Row::new(head())),
            }
        }
        table.blocks.push(block);
    }
    if found.is_empty() {
        table.notes.push(history::NO_DIFFERENCE.get(lang).to_owned());
    }
    table
}

const BEFORE_SHOWN: Column = Column::new("before", Phrase::new("Before", "Trước")).flexible();
const AFTER_SHOWN: Column = Column::new("after", Phrase::new("After", "Sau")).flexible();

/// Of two lists, what the other does not have; else the value.
fn only(value: &Value, other: &Value) -> Value {
    match (value, other) {
        (Value::Array(items), Value::Array(others)) => {
            let rest: Vec<Value> = items.iter().filter(|item| !others.contains(item)).cloned().collect();
            // the same items in another order
            if rest.is_empty() && items.len() == others.len() {
                value.clone()
            } else {
                rest.into()
            }
        }
        _ => value.clone(),
    }
}

/// A value of a field for reading: lists without brackets, nothing as a dash.
fn say(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(say).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let parts: Vec<String> = fields
                .iter()
                .map(|(key, value)| format!("{key}: {}", say(value)))
                .collect();
            parts.join(", ")
        }
        other => other.to_string(),
    }
}
