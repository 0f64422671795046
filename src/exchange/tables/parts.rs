//! What the rows of several tables are made with.

use crate::exchange::{Cell, Losses, Selection};
use crate::model::{Citation, Model, Moment, RecordId};
use crate::values::{Day, Money, Text};

/// Prose of records that were known only in part at the asked state of knowledge.
pub(super) const WITHHELD: &str = "prose of a record that also cites sources published later";
/// Texts of which one language has a column.
const TRANSLATION: &str = "the Vietnamese of a remark that is given in English too";
/// Fields that no table has.
const NO_COLUMN: &str = "a field that has no column";
/// Texts in languages that have no column.
pub(super) const LANGUAGE: &str = "a text in a language other than English and Vietnamese";

/// A text in English, or as it stands where it is in no or another language, and in Vietnamese.
pub(super) fn in_both<'a>(text: &'a Text, id: &str, field: &'static str, losses: &mut Losses) -> [Cell<'a>; 2] {
    let first = if text.has("en") {
        Some("en")
    } else {
        text.languages().next()
    };
    for code in text.languages().filter(|code| Some(*code) != first && *code != "vi") {
        debug_assert!(!code.is_empty());
        losses.note(LANGUAGE, id, field);
    }
    let vi = if text.has("vi") {
        Cell::text(text.get("vi"))
    } else {
        Cell::Empty
    };
    match first {
        Some("vi") => [Cell::Empty, vi],
        _ => [Cell::text(text.get("en")), vi],
    }
}

/// Prose that may be told only where all its record's sources were known.
pub(super) fn prose<'a>(
    selection: &Selection<'a>,
    text: Option<&'a Text>,
    citations: &[Citation],
    id: &str,
    losses: &mut Losses,
) -> Cell<'a> {
    let Some(text) = text else {
        return Cell::Empty;
    };
    if !selection.may_tell(citations) {
        losses.note(WITHHELD, id, "note");
        return Cell::Empty;
    }
    let [en, vi] = in_both(text, id, "note", losses);
    in_one(en, vi, id, "note", losses)
}

/// The English of a text that has one column, else the Vietnamese.
pub(super) fn in_one<'a>(en: Cell<'a>, vi: Cell<'a>, id: &str, field: &'static str, losses: &mut Losses) -> Cell<'a> {
    if en == Cell::Empty {
        return vi;
    }
    if vi != Cell::Empty {
        losses.note(TRANSLATION, id, field);
    }
    en
}

/// Notes what of a record has no column, where it is there.
pub(super) fn no_column(id: &str, fields: &[(&'static str, bool)], losses: &mut Losses) {
    for (field, _) in fields.iter().filter(|(_, there)| *there) {
        losses.note(NO_COLUMN, id, field);
    }
}

/// A day; nothing for the first and the last of all, which bound nothing.
pub(super) fn day<'a>(day: Day) -> Cell<'a> {
    Cell::maybe(day.to_date())
}

/// A start or an end that is recorded.
pub(super) fn moment<'a>(moment: Option<Moment>) -> Cell<'a> {
    match moment {
        Some(Moment::On(date)) => Cell::shown(date),
        Some(Moment::Unknown) => Cell::text("unknown"),
        None => Cell::Empty,
    }
}

/// The currency, the word for how the figure is meant, its lower and its upper bound.
pub(super) fn money<'a>(money: Money) -> [Cell<'a>; 4] {
    let Some(figure) = money.figure() else {
        return [Cell::Empty, Cell::text("undisclosed"), Cell::Empty, Cell::Empty];
    };
    let [word, low, high] = figure_cells(figure);
    [Cell::maybe(money.currency()), word, low, high]
}

/// The word for how a figure is meant, its lower and its upper bound.
pub(super) fn figure_cells<'a>(figure: crate::values::Figure) -> [Cell<'a>; 3] {
    let number = |n: Option<rust_decimal::Decimal>| n.map_or(Cell::Empty, Cell::Number);
    [Cell::text(figure.word()), number(figure.low()), number(figure.high())]
}

/// The id of a record.
pub(in crate::exchange) fn record_id(model: &Model, id: RecordId) -> &str {
    match id {
        RecordId::Relation(id) => &model[id].id,
        RecordId::Event(id) => &model[id].id,
        RecordId::Quote(id) => &model[id].id,
        RecordId::Claim(id) => &model[id].id,
    }
}
