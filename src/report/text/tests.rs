use proptest::prelude::*;

use super::*;
use crate::lang::Phrase;
use crate::report::{Cell, Column, samples};

fn plain(table: &Table, width: Option<usize>) -> String {
    write(
        table,
        &Layout {
            width,
            color: false,
            lang: Lang::En,
        },
    )
}

macro_rules! snapshot {
    ($($name:ident: $table:expr, $width:expr;)*) => {
        $(#[test] fn $name() { insta::assert_snapshot!(plain(&$table, $width)); })*
    };
}

snapshot! {
    who_unlimited: samples::who(), None;
    who_120: samples::who(), Some(120);
    who_80: samples::who(), Some(80);
    who_60: samples::who(), Some(60);
    who_40: samples::who(), Some(40);
    list_unlimited: samples::list(), None;
    list_80: samples::list(), Some(80);
    list_40: samples::list(), Some(40);
    hostile_unlimited: samples::hostile(), None;
    hostile_60: samples::hostile(), Some(60);
    empty: samples::empty(), Some(80);
}

#[test]
fn heads_speak_the_readers_language() {
    let text = write(
        &samples::list(),
        &Layout {
            lang: Lang::Vi,
            ..Layout::default()
        },
    );
    assert_eq!(text.lines().nth(2).unwrap().split_whitespace().next(), Some("công"));
}

#[test]
fn colour_adds_codes_and_moves_nothing() {
    for table in samples::all() {
        let layout = Layout {
            width: Some(80),
            color: true,
            lang: Lang::En,
        };
        let colored = write(&table, &layout);
        let stripped = anstream::adapter::strip_str(&colored).to_string();
        assert_ne!(colored, stripped);
        assert_eq!(stripped, plain(&table, Some(80)));
    }
}

#[test]
fn no_data_reaches_the_terminal_as_a_command() {
    for width in [None, Some(30), Some(80)] {
        let text = plain(&samples::hostile(), width);
        let commands = |ch: char| ch != '\n' && (ch.is_control() || ('\u{202a}'..='\u{202e}').contains(&ch));
        assert!(!text.contains(commands), "{text:?}");
        assert!(!text.contains('\u{2066}'));
    }
}

/// A table of nested blocks from rows of texts: each `(depth, mark, cells)` stands in a block that deep.
fn nested(rows: &[(usize, bool, Vec<String>)], flexible: bool, header: bool) -> Table {
    const KEYS: [&str; 3] = ["a", "b", "c"];
    let column = |key| {
        let column = Column::new(key, Phrase::new("head", "đầu"));
        if flexible { column.flexible() } else { column.right() }
    };
    let mut table = Table::new(Line::new("Bảng").right("tổng"), Vec::new(), KEYS.map(column).to_vec());
    table.header = header;
    for (depth, marked, cells) in rows {
        let mark = if *marked { Mark::Minus } else { Mark::None };
        let row = Row::new(cells.iter().map(Cell::text).collect()).mark(mark);
        let mut block = Block {
            rows: vec![row],
            ..Block::default()
        };
        for level in 0..*depth {
            let outer = Block::titled(format!("cấp {level}"), Style::Plain).aside("bên");
            block = Block {
                blocks: vec![block],
                ..outer
            };
        }
        table.blocks.push(block);
    }
    table
}

fn squash(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// Whether the characters of `part` stand in `text` in this order: columns that wrap interleave.
fn in_order(part: &str, text: &str) -> bool {
    let mut chars = text.chars();
    part.chars().all(|ch| chars.any(|other| other == ch))
}

fn rows() -> impl Strategy<Value = Vec<(usize, bool, Vec<String>)>> {
    let word = "[a-zơữ株😀]{1,9}|❤\u{fe0f}|https://a\\.example/[a-z]{1,9}|[\u{1b}\u{202e}\t]";
    let cell = prop::collection::vec(word, 0..5).prop_map(|words| words.join(" "));
    prop::collection::vec((0..4_usize, any::<bool>(), prop::collection::vec(cell, 0..=3)), 0..5)
}

proptest! {
    #[test]
    fn nothing_is_lost(rows in rows(), width in prop::option::of(1..130_usize), flexible: bool, header: bool) {
        let text = plain(&nested(&rows, flexible, header), width);
        let squashed = squash(&text);
        for cell in rows.iter().flat_map(|(_, _, cells)| cells) {
            let cell = squash(&clean::one_line(cell));
            prop_assert!(in_order(&cell, &squashed), "`{}` is not in\n{}", cell, text);
            if width.is_none() {
                prop_assert!(squashed.contains(&cell), "`{}` is broken in\n{}", cell, text);
            }
        }
        let all: String = rows.iter().flat_map(|row| &row.2).map(|cell| squash(&clean::one_line(cell))).collect();
        for ch in all.chars() {
            let count = |text: &str| text.chars().filter(|other| *other == ch).count();
            prop_assert!(count(&squashed) >= count(&all), "some `{}` is not in\n{}", ch, text);
        }
    }

    #[test]
    fn lines_fit_the_terminal(rows in rows(), limit in 25..130_usize, flexible: bool, header: bool) {
        for line in plain(&nested(&rows, flexible, header), Some(limit)).lines() {
            prop_assert!(width(line) <= limit || line.contains("://"), "{line}");
            prop_assert_eq!(line.trim_end(), line);
        }
    }
}
