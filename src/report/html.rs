//! HTML that reads well without a script, on a phone and on paper: headings for blocks, tables for rows.
//!
//! All text from the data is escaped by the template; only addresses of `http` and `https` become links. The columns are those
//! of the terminal; a column that is empty in a block is left out there.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Align, Block, Cell, Column, Line, Mark, Row, Shown, Style, Table, Zone};
use crate::lang::{Lang, Phrase};
use crate::values::clean::one_line;

/// The style sheet of pages, which stands in each that [`document`] writes.
pub const CSS: &str = include_str!("page.css");

const SIGN: Phrase = Phrase::new("Sign", "Dấu");

/// Where pages of other things are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Links {
    /// The address of the page of a company, from its id; without it companies are not linked.
    pub company: Option<fn(&str) -> String>,
}

/// Writes a page of its own, which needs nothing else.
#[must_use]
pub fn document(table: &Table, lang: Lang) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title(table)) }
                style { (PreEscaped(CSS)) }
            }
            body { main { (fragment(table, lang, Links::default())) } }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

/// What the page of a table is called.
#[must_use]
pub fn title(table: &Table) -> String {
    let title = table.title.segments.first();
    title.map_or_else(String::new, |segment| one_line(&segment.text).into_owned())
}

/// Writes a table as a part of a page: its heading, and what stands below.
#[must_use]
pub fn fragment(table: &Table, lang: Lang, links: Links) -> Markup {
    html! {
        (heading(&table.title))
        (body(table, lang, links))
    }
}

/// Writes what stands below the heading of a table.
#[must_use]
pub fn body(table: &Table, lang: Lang, links: Links) -> Markup {
    let writer = Writer { table, lang, links };
    html! {
        @for block in &table.blocks { (writer.block(block, 2)) }
        @for note in &table.notes { (remark(note)) }
    }
}

/// Writes the heading of a table, and what it says of the whole.
#[must_use]
pub fn heading(line: &Line) -> Markup {
    let mut texts = line.segments.iter().map(|segment| one_line(&segment.text));
    let first = texts.next();
    let rest = texts.collect::<Vec<_>>().join(" · ");
    html! {
        @if let Some(first) = first { h1 { (first) } }
        @if !rest.is_empty() { p.facts { (rest) } }
    }
}

fn remark(note: &str) -> Markup {
    html! { p.note { (one_line(note)) } }
}

struct Writer<'a> {
    table: &'a Table,
    lang: Lang,
    links: Links,
}

impl Writer<'_> {
    /// `level` is that of the block's heading; HTML has six.
    fn block(&self, block: &Block, level: usize) -> Markup {
        let inner = level + usize::from(block.heading.is_some());
        html! {
            @if let Some(heading) = &block.heading {
                @let text = self.heading_text(block, &heading.text);
                @let class = class(heading.style);
                @match level {
                    2 => h2 class=[class] { (text) },
                    3 => h3 class=[class] { (text) },
                    4 => h4 class=[class] { (text) },
                    5 => h5 class=[class] { (text) },
                    _ => h6 class=[class] { (text) },
                }
                @if let Some(aside) = &heading.aside { p.aside { (one_line(aside)) } }
            }
            @if !block.rows.is_empty() { (self.rows(&block.rows)) }
            @for note in &block.notes { (remark(note)) }
            @for block in &block.blocks { (self.block(block, inner)) }
        }
    }

    /// The text of a heading, as a link where the block is about the company of that name.
    fn heading_text(&self, block: &Block, text: &str) -> Markup {
        let company = block.keys.iter().map(|(_, cell)| cell);
        let mut company = company
            .filter(|cell| matches!(cell, Cell::Company { name, .. } if name == text))
            .map(|cell| self.cell(cell));
        company.next_back().unwrap_or_else(|| html! { (one_line(text)) })
    }

    fn rows(&self, rows: &[Row]) -> Markup {
        let columns: Vec<(usize, &Column)> = (0..)
            .zip(&self.table.columns)
            .filter(|(_, column)| column.shown != Shown::DataOnly)
            .filter(|(at, _)| rows.iter().any(|row| !row.cell(*at).human().is_empty()))
            .collect();
        let marked = rows.iter().any(|row| row.mark != Mark::None);
        html! {
            div.scroll tabindex="0" {
                table {
                    thead { tr {
                        @if marked { th scope="col" { (SIGN.get(self.lang)) } }
                        @for (_, column) in &columns {
                            th scope="col" class=[class_of(column)] { (column.head.get(self.lang)) }
                        }
                    } }
                    tbody { @for row in rows {
                        tr class=[class(row.style)] {
                            @if marked { td.mark class=[side(row.mark)] { (row.mark.sign()) } }
                            @for (at, column) in &columns {
                                td class=[class_of(column)] { (self.cell(row.cell(*at))) }
                            }
                        }
                    } }
                }
            }
        }
    }

    fn cell(&self, cell: &Cell) -> Markup {
        match cell {
            Cell::Company { id, name } => match self.links.company {
                Some(address) => html! { a href=(address(id)) { (one_line(name)) } },
                None => html! { (one_line(name)) },
            },
            Cell::Link { text, url } if is_web(url) => {
                let text = if text.is_empty() { url } else { text };
                html! { a href=(one_line(url)) rel="noreferrer" { (one_line(text)) } }
            }
            Cell::List(cells) => {
                let shown: Vec<&Cell> = cells.iter().filter(|cell| !cell.human().is_empty()).collect();
                html! { @for (at, cell) in shown.iter().enumerate() {
                    @if at > 0 { ", " }
                    (self.cell(cell))
                } }
            }
            // spaces at the ends of a part of a sentence matter
            Cell::Run(cells) => html! { @for cell in cells {
                @if let Cell::Text(text) = cell { (spaced(text)) } @else { (self.cell(cell)) }
            } },
            other => html! { (one_line(&other.human())) },
        }
    }
}

fn spaced(text: &str) -> Markup {
    html! {
        @if text.starts_with(' ') { " " }
        (one_line(text).trim())
        @if text.ends_with(' ') && !text.trim().is_empty() { " " }
    }
}

fn is_web(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

/// What holds for all cells of a column: numbers stand at the right, and what does not wrap on a terminal does not here.
const fn class_of(column: &Column) -> Option<&'static str> {
    match column.align {
        Align::Right => Some("number"),
        Align::Left if !column.flexible => Some("tight"),
        Align::Left => None,
    }
}

const fn class(style: Style) -> Option<&'static str> {
    match style {
        Style::Plain | Style::Title => None,
        Style::Zone(Zone::Coopetition) => Some("coopetition"),
        Style::Zone(Zone::Cooperation) => Some("cooperation"),
        Style::Zone(Zone::Competition) => Some("competition"),
        Style::Zone(Zone::Conflict) => Some("conflict"),
        Style::Zone(Zone::Neutral) => Some("neutral"),
        Style::Faint => Some("faint"),
        Style::Warning => Some("warning"),
    }
}

const fn side(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::None => None,
        Mark::Plus => Some("cooperation"),
        Mark::Minus => Some("competition"),
        Mark::Conflict => Some("conflict"),
        Mark::Neutral => Some("neutral"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    #[test]
    fn blocks_are_headings_and_rows_tables() {
        insta::assert_snapshot!(document(&samples::who(), Lang::En));
    }

    #[test]
    fn hostile_names_stay_names() {
        insta::assert_snapshot!(fragment(&samples::hostile(), Lang::Vi, Links::default()).into_string());
    }

    #[test]
    fn companies_have_pages_where_there_are_some() {
        let links = Links {
            company: Some(|id| format!("/who/{id}")),
        };
        let page = fragment(&samples::who(), Lang::En, links).into_string();
        assert!(page.contains(r#"<h3><a href="/who/openai">OpenAI</a></h3>"#), "{page}");
    }

    #[test]
    fn only_web_addresses_are_links() {
        let table = |url: &str| {
            let column = Column::new("page", Phrase::new("Page", "Trang"));
            Table::list(
                Line::new("t"),
                vec![column],
                vec![Row::new(vec![Cell::link("go", url)])],
            )
        };
        let page = |url: &str| fragment(&table(url), Lang::En, Links::default()).into_string();
        assert!(
            page("https://a.example/?x=1&y=\"2\"").contains(r#"href="https://a.example/?x=1&amp;y=&quot;2&quot;""#)
        );
        for url in ["javascript:alert(1)", "data:text/html,x", "//a.example", " https ://a"] {
            assert!(!page(url).contains("href"), "{url}");
        }
    }

    #[test]
    fn an_empty_table_is_its_title_and_notes() {
        insta::assert_snapshot!(fragment(&samples::empty(), Lang::En, Links::default()).into_string());
    }
}
