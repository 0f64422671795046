//! Markdown as GitHub reads it: headings for blocks, tables for rows.
//!
//! Everything from the data is escaped, so that a name is shown as it is written and does nothing: no HTML, no mention, no
//! link. Addresses are cells of their own; those of `http` and `https` become links, character by character as they are.

use super::{Align, Block, Cell, Column, Line, Mark, Row, Shown, Table};
use crate::lang::Lang;
use crate::values::clean;

/// Writes the table with column heads in `lang`.
#[must_use]
pub fn write(table: &Table, lang: Lang) -> String {
    let columns: Vec<(usize, &Column)> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.shown != Shown::TextOnly)
        .collect();
    let marked = table.blocks.iter().any(has_marks);
    let mut writer = Writer {
        columns,
        marked,
        lang,
        paragraphs: title(&table.title),
    };
    for block in &table.blocks {
        writer.block(block, 2);
    }
    writer.paragraphs.extend(table.notes.iter().map(|note| paragraph(note)));
    let mut text = writer.paragraphs.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

struct Writer<'a> {
    columns: Vec<(usize, &'a Column)>,
    marked: bool,
    lang: Lang,
    paragraphs: Vec<String>,
}

impl Writer<'_> {
    /// `level` is that of the block's heading; HTML has six.
    fn block(&mut self, block: &Block, level: usize) {
        if let Some(heading) = &block.heading {
            self.paragraphs
                .push(format!("{} {}", "#".repeat(level.min(6)), escape(&heading.text)));
            self.paragraphs
                .extend(heading.aside.iter().map(|aside| paragraph(aside)));
        }
        if !block.rows.is_empty() {
            self.paragraphs.push(self.rows(&block.rows));
        }
        self.paragraphs.extend(block.notes.iter().map(|note| paragraph(note)));
        for inner in &block.blocks {
            self.block(inner, level + usize::from(block.heading.is_some()));
        }
    }

    fn rows(&self, rows: &[Row]) -> String {
        let sign_cell = |text: &str| self.marked.then(|| text.to_owned());
        let heads = self
            .columns
            .iter()
            .map(|(_, column)| escape(column.head.get(self.lang)));
        let rules = self.columns.iter().map(|(_, column)| match column.align {
            Align::Left => "---".to_owned(),
            Align::Right => "---:".to_owned(),
        });
        let mut lines = vec![
            line(sign_cell("").into_iter().chain(heads)),
            line(sign_cell("---").into_iter().chain(rules)),
        ];
        for row in rows {
            let cells = self.columns.iter().map(|(index, _)| cell(row.cell(*index)));
            lines.push(line(sign_cell(row.mark.sign()).into_iter().chain(cells)));
        }
        lines.join("\n")
    }
}

fn has_marks(block: &Block) -> bool {
    block.rows.iter().any(|row| row.mark != Mark::None) || block.blocks.iter().any(has_marks)
}

fn title(title: &Line) -> Vec<String> {
    let mut texts = title.segments.iter().map(|segment| segment.text.as_str());
    let mut paragraphs: Vec<String> = texts
        .next()
        .map(|text| format!("# {}", escape(text)))
        .into_iter()
        .collect();
    let rest: Vec<String> = texts.map(escape).collect();
    if !rest.is_empty() {
        paragraphs.push(rest.join(" · "));
    }
    paragraphs
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Link { text, url } => link(text, url),
        Cell::List(cells) => cells
            .iter()
            .map(self::cell)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        Cell::Run(cells) => cells.iter().map(part).collect(),
        _ => escape(&cell.human()),
    }
}

/// A part of a run, with the spaces at its ends.
fn part(part: &Cell) -> String {
    let (Cell::Text(text), written) = (part, cell(part)) else {
        return cell(part);
    };
    let space = |at_end: bool| if at_end { " " } else { "" };
    let (before, behind) = (text.starts_with(' '), text.ends_with(' ') && !written.is_empty());
    format!("{}{written}{}", space(before), space(behind))
}

fn link(text: &str, url: &str) -> String {
    let lower = url.to_ascii_lowercase();
    if !lower.starts_with("https://") && !lower.starts_with("http://") {
        return escape(&Cell::link(text, url).human());
    }
    let text = if text.is_empty() { url } else { text };
    let target = target(url);
    // readers disagree on entities in an address alone
    if text == url && !target.contains("&amp;") {
        format!("<{target}>")
    } else {
        format!("[{}](<{target}>)", escape(text))
    }
}

/// An address between angle brackets.
///
/// Percent-encoding is what a browser would do with these characters, which end a link or a table cell. No escape by
/// backslash is read there, but entities are.
fn target(url: &str) -> String {
    let mut out = String::new();
    let url = clean::one_line(url);
    for (at, ch) in url.char_indices() {
        match ch {
            '<' | '>' | '|' | '\\' | ' ' | '`' => out.push_str(&format!("%{:02X}", u32::from(ch))),
            '&' if is_entity(&url[at + 1..]) => out.push_str("&amp;"),
            _ => out.push(ch),
        }
    }
    out
}

/// Whether `&` before a text would be read as an entity: `amp;`, `#35;`.
fn is_entity(after: &str) -> bool {
    let name = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.len() < after.len() && name.starts_with(';')
}

/// What parts the sign that makes a mention or an address from what it would make it of: GitHub looks for both in what was
/// rendered, where no escape is left. A comment is not shown, and not copied.
const APART: &str = "<!-- -->";

/// Escapes `text` for the inside of a line.
fn escape(text: &str) -> String {
    let text = clean::one_line(text);
    let mut out = String::new();
    for (at, ch) in text.char_indices() {
        let rest = &text[at + ch.len_utf8()..];
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' => out.extend(['\\', ch]),
            _ => out.push(ch),
        }
        let next = rest.chars().next();
        let apart = match ch {
            '@' => next.is_some_and(char::is_alphanumeric),
            '#' => next.is_some_and(|next| next.is_ascii_digit()),
            ':' => rest.starts_with("//"),
            '.' => text[..at].to_ascii_lowercase().ends_with("www"),
            _ => false,
        };
        if apart {
            out.push_str(APART);
        }
    }
    out
}

/// Escapes `text` as a paragraph: its beginning must not look like a list or a rule either.
fn paragraph(text: &str) -> String {
    let text = escape(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let at = match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => digits,
        Some(b'-' | b'+' | b'=') if digits == 0 => 0,
        _ => return text,
    };
    format!("{}\\{}", &text[..at], &text[at..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples;
    use super::*;

    #[test]
    fn blocks_are_headings_and_rows_tables() {
        insta::assert_snapshot!(write(&samples::who(), Lang::En));
    }

    #[test]
    fn hostile_names_stay_names() {
        insta::assert_snapshot!(write(&samples::hostile(), Lang::Vi));
    }

    /// The addresses that a reader of Markdown finds in a table cell.
    fn addresses(cell: &str) -> Vec<String> {
        use pulldown_cmark::{Event, Options, Parser, Tag};
        let page = format!("| a |\n| --- |\n| {cell} |\n");
        let links = Parser::new_ext(&page, Options::ENABLE_TABLES).filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
            _ => None,
        });
        links.collect()
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(
            link("10-K", "https://a.example/x|y>"),
            "[10-K](<https://a.example/x%7Cy%3E>)"
        );
        assert_eq!(
            link("", "https://a.example/a_b*c?x=1&y=2"),
            "<https://a.example/a_b*c?x=1&y=2>"
        );
        assert_eq!(link("go", "javascript:alert(1)"), "go &lt;javascript:alert(1)&gt;");
    }

    #[test]
    fn nothing_of_the_data_is_alive() {
        assert_eq!(escape("@octocat"), "@<!-- -->octocat");
        assert_eq!(escape("mail@a.example, 5 @ 3"), "mail@<!-- -->a.example, 5 @ 3");
        assert_eq!(escape("see http://a.example"), "see http:<!-- -->//a.example");
        assert_eq!(escape("WWW.a.example"), "WWW.<!-- -->a.example");
        assert_eq!(escape("no #12, #x"), "no \\#<!-- -->12, \\#x");
        assert_eq!(escape("<b>&amp;"), "&lt;b&gt;&amp;amp;");
    }

    proptest! {
        #[test]
        fn an_address_leads_where_it_says(path in "[a-zA-Z0-9_~*.&;#=?/!$'()+,:@%\\[\\]-]{0,30}") {
            let url = format!("https://a.example/{path}");
            prop_assert_eq!(addresses(&link("", &url)), vec![url.clone()]);
            prop_assert_eq!(addresses(&link("10_K", &url)), vec![url.clone()]);
            let sentence = Cell::Run(vec!["a_b ".into(), Cell::address(&url), ".".into()]);
            prop_assert!(cell(&sentence).starts_with("a\\_b "));
            prop_assert_eq!(addresses(&cell(&sentence)), vec![url]);
        }
    }

    #[test]
    fn paragraphs_do_not_begin_lists() {
        assert_eq!(paragraph("- một"), "\\- một");
        assert_eq!(paragraph("2019. năm"), "2019\\. năm");
        assert_eq!(paragraph("2019 năm"), "2019 năm");
    }

    #[test]
    fn an_empty_table_is_its_title_and_notes() {
        assert_eq!(
            write(&samples::empty(), Lang::En),
            "# Companies\n\n0 of 12\n\nnone recorded\n"
        );
    }
}
