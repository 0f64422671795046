use super::{Candidate, Fact, Field, Found, Record, Support};
use crate::judge::View;
use crate::lang::{Lang, Phrase, answers, lists};
use crate::report::{Block, Cell, Column, Line, Row, Style, Table};
use crate::tell::heads::restricted;

const PART: Column = Column::new("part", Phrase::new("Part", "Phần"));
const FIELD: Column = Column::new("field", Phrase::new("Field", "Trường")).data_only();
const LABEL: Column = Column::new("label", Phrase::new("Field", "Trường")).text_only();
const VALUE: Column = Column::new("value", Phrase::new("Value", "Giá trị")).flexible();
const ID: Column = Column::new("record", Phrase::new("Id", "Mã")).text_only();
const WORD: Column = Column::new("id", Phrase::new("Id", "Mã")).data_only();

/// A record as a table: a row a value, then its sources. Fields with several values name themselves once in text.
#[must_use]
pub fn table(view: &View<'_>, record: &Record, lang: Lang) -> Table {
    let mut title = Line::new(&record.title).then(format!("{} {}", record.sort, record.id));
    if record.sort != "kind" {
        title = title.then(answers::AS_OF.fill(lang, &[("date", &view.scope.asked)]));
    }
    let title = restricted(title, view, lang);
    let mut table = Table::new(title, vec![PART], vec![FIELD, LABEL, VALUE, ID, WORD]);
    let mut fields = Block::default().key(PART.key, "record");
    for field in &record.fields {
        fields.rows.extend(rows(field, lang));
    }
    table.blocks.push(fields);
    if !record.support.is_empty() {
        let mut sources = Block::titled(lists::SOURCES_HEAD.get(lang), Style::Title).key(PART.key, "sources");
        sources.blocks = record.support.iter().map(|support| source(support, lang)).collect();
        table.blocks.push(sources);
    }
    table
}

fn rows(field: &Field, lang: Lang) -> impl Iterator<Item = Row> {
    let label = field.label.get(lang);
    field.values.iter().enumerate().map(move |(at, fact)| {
        let label = if at == 0 { label } else { "" };
        let id = fact.id.as_deref().unwrap_or_default();
        let mut row = row(field.name, label, &indented(&fact.text), id);
        if field.is_address() {
            row.cells[2] = Cell::address(&*fact.text);
        }
        if field.is_word() {
            row.cells[3] = Cell::Empty;
        }
        row
    })
}

/// Leading spaces, which a cell would lose, as spaces that it keeps: the indentation of an example.
fn indented(text: &str) -> String {
    let rest = text.trim_start_matches(' ');
    format!("{}{rest}", "\u{a0}".repeat(text.len() - rest.len()))
}

fn row(name: &str, label: &str, value: &str, id: &str) -> Row {
    Row::new(vec![
        Cell::text(name),
        Cell::text(label),
        Cell::text(value),
        Cell::text(id),
        Cell::text(id),
    ])
}

fn source(support: &Support, lang: Lang) -> Block {
    let parts = [
        support.publisher.as_deref().unwrap_or_default(),
        &support.title,
        &support.published,
        support.kind_label,
    ];
    let told: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut block = Block::default();
    block.rows.push(row(
        "source",
        lists::SOURCE.get(lang),
        &told.join(", "),
        &support.source,
    ));
    let mut add = |name: &str, label: Phrase, value: Option<&str>| {
        if let Some(value) = value {
            block.rows.push(row(name, label.get(lang), value, ""));
        }
    };
    add(
        "grade",
        lists::ALONE,
        support.grade.map(|grade| grade.label().get(lang)),
    );
    let quote = support.quote.as_deref().map(|quote| format!("“{quote}”"));
    add("quote", lists::QUOTE, quote.as_deref());
    add("locator", lists::LOCATOR, support.locator.as_deref());
    if let Some(url) = &support.url {
        let mut row = row("url", lists::LINK.get(lang), "", "");
        row.cells[2] = Cell::address(url);
        block.rows.push(row);
    }
    block
}

/// What may have been meant, where an id names no record or several.
#[must_use]
pub fn candidates(view: &View<'_>, asked: &str, found: &Found, lang: Lang) -> Table {
    let (phrase, candidates): (Phrase, &[Candidate]) = match found {
        Found::One(one) => (lists::NAMES_SEVERAL, std::slice::from_ref(one)),
        Found::Many(many) => (lists::NAMES_SEVERAL, many),
        Found::None(near) if near.is_empty() => (lists::NOT_FOUND, near),
        Found::None(near) => (lists::NOT_FOUND_NEAR, near),
    };
    let rows = candidates.iter().map(|candidate| {
        let title = super::show(view, *candidate, lang).title;
        row(candidate.sort(), candidate.sort(), &title, candidate.id(view.model()))
    });
    let title = Line::new(phrase.fill(lang, &[("id", &asked)]));
    Table {
        header: false,
        ..Table::list(title, vec![FIELD, LABEL, VALUE, ID, WORD], rows.collect())
    }
}

impl Fact {
    /// The id where it names a record, else the words.
    #[must_use]
    pub fn raw(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.text)
    }
}
