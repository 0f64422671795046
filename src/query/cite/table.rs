use super::{Cited, Subject, address, name};
use crate::judge::View;
use crate::lang::{Lang, Phrase, history};
use crate::model::Source;
use crate::report::{Cell, Column, Row, Table};
use crate::tell::heads::{head, pair};
use crate::tell::words::Words;

const NUMBER: Column = Column::new("number", Phrase::new("No.", "Số")).right();
const TEXT: Column = Column::new("text", Phrase::new("Footnote", "Chú thích")).flexible();
const SOURCE: Column = Column::new("source", Phrase::new("Source", "Nguồn")).data_only();
const URL: Column = Column::new("url", Phrase::new("Link", "Liên kết")).data_only();

/// The sources as numbered footnotes.
#[must_use]
pub fn table(view: &View<'_>, cited: &Cited, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let title = match cited.subject {
        Subject::Pair(a, b) => pair(words, (a, b)),
        subject => name(view, subject),
    };
    let mut table = Table::new(head(view, words, title), Vec::new(), vec![NUMBER, TEXT, SOURCE, URL]);
    let rows = cited.sources.iter().zip(1..).map(|(id, number)| {
        let source = &view.model()[*id];
        Row::new(vec![
            Cell::Count(number),
            footnote(source, lang),
            Cell::text(&source.id),
            address(source).map_or(Cell::Empty, Cell::address),
        ])
    });
    table.blocks.push(crate::report::Block {
        rows: rows.collect(),
        ..crate::report::Block::default()
    });
    table
        .notes
        .push(history::CITED_FROM.fill(lang, &[("version", &cited.version), ("date", &view.scope.asked)]));
    table
}

/// "Computer Weekly, “Dell goes private”, 2013-02-05, https://..., accessed 2026-11-23."
fn footnote(source: &Source, lang: Lang) -> Cell {
    let mut parts: Vec<Cell> = source.publisher.iter().map(|name| Cell::text(name.as_str())).collect();
    parts.push(Cell::text(format!("“{}”", source.title)));
    let published = crate::tell::record::published(source);
    parts.push(if published.is_empty() {
        history::NO_DATE.get(lang).into()
    } else {
        Cell::text(published)
    });
    parts.extend(address(source).map(Cell::address));
    parts.extend(
        source
            .accessed
            .map(|date| Cell::text(history::ACCESSED.fill(lang, &[("date", &date)]))),
    );
    let mut run = Vec::new();
    for part in parts {
        run.extend([part, ", ".into()]);
    }
    run.pop();
    run.push(".".into());
    Cell::Run(run)
}
