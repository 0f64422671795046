//! CSV: one flat table for spreadsheets, after RFC 4180 with lines that end in `\n`.
//!
//! The header is always there: the columns of [`Table::keys`], then [`Table::columns`], each followed by its
//! `name_key` and by a column for each value of what it holds ([`Holding`](super::Holding)): for times `KEY_since` and
//! `KEY_until`, for money `KEY_currency`, `KEY_figure`, `KEY_low`, `KEY_high`, for shares the last three. Cells are in their raw
//! form (ids, URLs, dates, numbers, lists joined by `; `).
//!
//! A cell that a spreadsheet would run as a formula (it begins with `=`, `@`, a tab, or with `+` or `-` before something
//! that is no number) gets a leading `'`. That changes such a text, by design: the reader of CSV is a spreadsheet, and
//! companies named `@properties` are rare. Signs alone (`+ - +`) are no formula and stay. Programs read JSON, which changes
//! nothing.

use std::collections::BTreeMap;

use super::{Block, Cell, Column, Shown, Table};
use crate::values::clean;

/// Writes the rows of all blocks as one table.
#[must_use]
pub fn write(table: &Table) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for record in records(table) {
        writer
            .write_record(&record)
            .expect("every record has the header's length, and a Vec takes all bytes");
    }
    let bytes = writer.into_inner().expect("a Vec takes all bytes");
    String::from_utf8(bytes).expect("strings and separators are UTF-8")
}

fn records(table: &Table) -> Vec<Vec<String>> {
    let header = table
        .keys
        .iter()
        .chain(&table.columns)
        .filter(|column| column.shown != Shown::TextOnly);
    let mut records = vec![header.flat_map(heads).collect()];
    for block in &table.blocks {
        add_block(table, block, &BTreeMap::new(), &mut records);
    }
    records
}

/// The heads of a column: its key, that of names, and those of the values it holds.
fn heads(column: &Column) -> impl Iterator<Item = String> {
    let named = [Some(column.key), column.name_key].into_iter().flatten();
    let values = column.holding.endings().iter();
    named
        .map(str::to_owned)
        .chain(values.map(|ending| format!("{}_{ending}", column.key)))
}

fn add_block<'a>(
    table: &Table,
    block: &'a Block,
    above: &BTreeMap<&'static str, &'a Cell>,
    records: &mut Vec<Vec<String>>,
) {
    let mut keys = above.clone();
    for (key, cell) in &block.keys {
        debug_assert!(
            table.keys.iter().any(|column| column.key == *key),
            "`{key}` is not in `Table::keys`"
        );
        keys.insert(key, cell);
    }
    for row in &block.rows {
        let mut record = Vec::new();
        for column in &table.keys {
            add_cell(
                column,
                keys.get(column.key).copied().unwrap_or(&Cell::Empty),
                &mut record,
            );
        }
        for (index, column) in table.columns.iter().enumerate() {
            add_cell(column, row.cell(index), &mut record);
        }
        records.push(record);
    }
    for inner in &block.blocks {
        add_block(table, inner, &keys, records);
    }
}

fn add_cell(column: &Column, cell: &Cell, record: &mut Vec<String>) {
    if column.shown == Shown::TextOnly {
        return;
    }
    record.push(guard(clean::keep_lines(&cell.raw())));
    if column.name_key.is_some() {
        record.push(guard(clean::keep_lines(&cell.name())));
    }
    let values = match cell {
        Cell::Told { value, .. } => value.parts(column.holding),
        _ => None,
    };
    let none = || vec![String::new(); column.holding.endings().len()];
    record.extend(values.unwrap_or_else(none));
}

/// Keeps a spreadsheet from running `text`.
fn guard(text: String) -> String {
    let number = |rest: &str| rest.chars().all(|ch| ch.is_ascii_digit() || ".,%".contains(ch));
    let signs = |text: &str| text.chars().all(|ch| "+- ".contains(ch));
    let runs = match text.chars().next() {
        Some('=' | '@' | '\t' | '\r' | '\n') => true,
        Some('+' | '-') => !number(&text[1..]) && !signs(&text),
        _ => false,
    };
    if runs { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    #[test]
    fn keys_repeat_on_every_row() {
        insta::assert_snapshot!(write(&samples::who()));
    }

    #[test]
    fn the_header_needs_no_rows() {
        let mut table = samples::who();
        table.blocks.clear();
        let all = write(&samples::who());
        assert_eq!(write(&table).trim_end(), all.lines().next().unwrap());
    }

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        let guarded = |text: &str| guard(text.to_owned());
        assert_eq!(
            guarded("=HYPERLINK(\"https://evil.example\")"),
            "'=HYPERLINK(\"https://evil.example\")"
        );
        assert_eq!(guarded("@properties"), "'@properties");
        assert_eq!(guarded("-1+cmd|' /C calc'!A0"), "'-1+cmd|' /C calc'!A0");
        assert_eq!(guarded("+Beta"), "'+Beta");
        assert_eq!(guarded("-2+3"), "'-2+3");
        for signs in ["+", "+ - +", "- - -"] {
            assert_eq!(guarded(signs), signs);
        }
        assert_eq!(guarded("-2.5%"), "-2.5%");
        assert_eq!(guarded("Điện lực"), "Điện lực");
    }

    #[test]
    fn another_reader_finds_the_same_cells() {
        for table in samples::all() {
            let text = write(&table);
            let mut reader = ::csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                .collect();
            assert_eq!(read, records(&table));
        }
    }
}
