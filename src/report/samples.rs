//! Tables made by hand, which the tests of all writers share.

use super::{Block, Cell, Column, Line, Mark, Row, Style, Table, Zone};
use crate::lang::Phrase;
use crate::values::PartialDate;

const KIND: Column = Column::new("kind", Phrase::new("tie", "quan hệ"));
const WHAT: Column = Column::new("what", Phrase::new("what", "nội dung")).flexible();
const PERIOD: Column = Column::new("period", Phrase::new("period", "thời gian"));
const SINCE: Column = Column::new("since", Phrase::new("since", "từ")).data_only();
const WORD: Column = Column::new("word", Phrase::new("on whose word", "theo ai")).flexible();
const SOURCES: Column = Column::new("sources", Phrase::new("sources", "nguồn"));
const COMPANY: Column = Column::new("company", Phrase::new("company", "công ty")).named("company_name");

fn tie(mark: Mark, kind: &str, what: &str, period: &str, word: &str, sources: &str) -> Row {
    let since: Option<PartialDate> = period.split(' ').next().and_then(|date| date.parse().ok());
    let since = since.map_or(Cell::Empty, Cell::date);
    let period = Cell::text(period);
    Row::new(vec![
        kind.into(),
        what.into(),
        period,
        since,
        word.into(),
        sources.into(),
    ])
    .mark(mark)
}

/// The answer of `who`, from the design.
pub(super) fn who() -> Table {
    let title = Line::new("Microsoft").then("as of 2026-11-23");
    let title = title
        .then("coopetition with 4 · cooperates with 6 · competes with 5")
        .right("48 relations, 61 sources");
    let stance = Column::new("stance", Phrase::new("stance", "thế"));
    let columns = vec![KIND, WHAT, PERIOD.text_only(), SINCE, WORD, SOURCES];
    let mut openai = Block::titled("OpenAI", Style::Title).aside("since 2023-02, first tie 2016-11");
    openai = openai.key("company", Cell::company("openai", "OpenAI"));
    openai.rows = vec![
        tie(
            Mark::Plus,
            "invests in",
            "USD 13bn committed, USD 11.6bn paid",
            "2019-07-22 –",
            "confirmed",
            "4 sources",
        ),
        tie(
            Mark::Plus,
            "is cloud provider of",
            "first refusal until 2025-10",
            "2016-11 –",
            "confirmed",
            "3 sources",
        ),
        tie(
            Mark::Minus,
            "competes in",
            "AI assistants, search",
            "2023-02 –",
            "says Microsoft (10-K 2024)",
            "",
        ),
    ];
    openai.notes.push("rests on 3 firm competitive records".to_owned());
    let mut both = Block::titled("COOPETITION: competes and cooperates", Style::Zone(Zone::Coopetition));
    both = both.key("stance", "coopetition");
    both.blocks.push(openai);
    let mut fpt = Block::titled("FPT", Style::Title).key("company", Cell::company("fpt", "FPT"));
    fpt.rows = vec![
        tie(Mark::Plus, "is customer of", "", "2020 –", "reported", "1 source"),
        tie(
            Mark::Neutral,
            "shares a board member with",
            "",
            "2021 – 2022",
            "claimed",
            "1 source",
        ),
    ];
    let mut one = Block::titled("COOPERATION", Style::Zone(Zone::Cooperation)).key("stance", "cooperation");
    one.blocks.push(fpt);
    let mut table = Table::new(title, vec![stance, COMPANY], columns);
    table.blocks = vec![both, one];
    table
        .notes
        .push("coopetition rests on 1 record; firm ties alone: cooperation".to_owned());
    table
}

/// A plain list with Vietnamese and wide characters.
pub(super) fn list() -> Table {
    let home = Column::new("home", Phrase::new("website", "trang web"))
        .named("home_name")
        .flexible();
    let ties = Column::new("relations", Phrase::new("relations", "quan hệ")).right();
    let markets = Column::new("markets", Phrase::new("markets", "thị trường")).flexible();
    let row = |id: &str, name: &str, ties: u64, markets: &[&str], url: &str| {
        let cells = vec![
            Cell::company(id, name),
            Cell::Count(ties),
            Cell::texts(markets.iter().copied()),
            Cell::link("", url),
        ];
        Row::new(cells)
    };
    let rows = vec![
        row(
            "viettel",
            "Tập đoàn Công nghiệp – Viễn thông Quân đội",
            12,
            &["viễn thông", "đám mây"],
            "",
        ),
        row(
            "viettel-nfd",
            "Tập đoàn Viettel",
            3,
            &["viễn thông"],
            "https://viettel.example",
        ),
        row(
            "toyota",
            "トヨタ自動車株式会社",
            140,
            &["ô tô", "pin", "xe điện"],
            "https://global.toyota.example/vi/",
        ),
        row("family", "👩‍👩‍👧 & Co ❤️", 1, &[], ""),
    ];
    Table::list(
        Line::new("Công ty").then("4 trong 12"),
        vec![COMPANY.flexible(), ties, markets, home],
        rows,
    )
}

/// Names that try to move the cursor, turn the line, break out of a cell, run as a formula.
pub(super) fn hostile() -> Table {
    let row = |name: &str, url: &str| Row::new(vec![Cell::company("x", name), Cell::link(name, url)]);
    let page = Column::new("page", Phrase::new("page", "trang"))
        .named("page_name")
        .flexible();
    let rows = vec![
        row("\u{1b}[2J\u{1b}]0;owned\u{7}", "https://a.example/\u{1b}[31m"),
        row("Microsoft\u{202e}tfosorciM", "javascript:alert(1)"),
        row(
            "a | b \\| <script>alert(1)</script> [x](y) `z`",
            "https://a.example/|>)",
        ),
        row("two\r\nlines\u{2028}three", "https://a.example/\n| x |"),
        row("=cmd|' /C calc'!A0", "https://a.example"),
        row("say \"hi\", Ltd", "https://a.example/\"?q=1,2"),
        row("Z\u{301}\u{302}\u{303}\u{304}a\u{9b}lgo", ""),
        row("\u{301}", ""),
    ];
    let mut table = Table::list(Line::new("\u{1b}[31mred"), vec![COMPANY, page], rows);
    let mut block = Block::titled("# not\na heading", Style::Warning).aside("\u{2066}aside");
    block.notes.push("- not a list\u{1b}c".to_owned());
    table.blocks.push(block);
    table
}

/// A list of nothing.
pub(super) fn empty() -> Table {
    let mut table = Table::list(Line::new("Companies").then("0 of 12"), vec![COMPANY], Vec::new());
    table.notes.push("none recorded".to_owned());
    table
}

/// All of the above.
pub(super) fn all() -> [Table; 4] {
    [who(), list(), hostile(), empty()]
}
