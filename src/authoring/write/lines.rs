//! How parts are laid out in lines.

use super::part::Part;
use crate::authoring::scalar::{Where, is_plain, is_word_elsewhere, must_be_escaped, quoted, written};

/// How long a line may get before a list or mapping takes several; a text of one line is never broken.
const WIDTH: usize = 120;

/// The lines of a file.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    pub(super) fn text(self) -> String {
        self.text
    }

    /// To which case the records belong.
    pub(super) fn case(&mut self, id: &str) {
        self.text
            .push_str(&format!("case: {}\n", on_line(id, is_word_elsewhere(id))));
    }

    /// A section that is one record.
    pub(super) fn record_alone(&mut self, name: &str, fields: &[(String, Part)]) {
        self.head(name);
        self.fields(2, fields, true);
    }

    /// A section of records.
    pub(super) fn section(&mut self, name: &str, records: impl Iterator<Item = Vec<(String, Part)>>) {
        self.head(name);
        for record in records {
            self.text.push_str("  - ");
            self.fields(4, &record, false);
        }
    }

    fn head(&mut self, name: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(name);
        self.text.push_str(":\n");
    }

    fn indent(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n(' ', indent));
    }

    /// Entries below each other; the first stands where the text ends, unless it begins a line.
    fn fields(&mut self, indent: usize, fields: &[(String, Part)], begins_line: bool) {
        for (nth, (name, part)) in fields.iter().enumerate() {
            if nth > 0 || begins_line {
                self.indent(indent);
            }
            self.text.push_str(name);
            self.text.push(':');
            self.value(indent, name.chars().count() + 2, part);
        }
    }

    /// What stands behind a key that is indented so far, on its line or below it.
    fn value(&mut self, indent: usize, taken: usize, part: &Part) {
        if let Some(line) = Self::fitting(indent + taken, part) {
            self.text.push(' ');
            self.text.push_str(&line);
            self.text.push('\n');
            return;
        }
        match part {
            Part::Text(text, _) => self.block(indent + 2, text),
            Part::Word(_) => {}
            Part::List(items) => {
                self.text.push('\n');
                self.items(indent + 2, items, true);
            }
            Part::Map(fields) => {
                self.text.push('\n');
                self.fields(indent + 2, fields, true);
            }
        }
    }

    fn items(&mut self, indent: usize, items: &[Part], begins_line: bool) {
        for (nth, item) in items.iter().enumerate() {
            if nth > 0 || begins_line {
                self.indent(indent);
            }
            self.text.push('-');
            match (Self::fitting(indent + 2, item), item) {
                (None, Part::Map(fields)) => {
                    self.text.push(' ');
                    self.fields(indent + 2, fields, false);
                }
                (None, Part::List(items)) => {
                    self.text.push(' ');
                    self.items(indent + 2, items, false);
                }
                // a text of several lines has them below the dash
                _ => self.value(indent, 2, item),
            }
        }
    }

    /// A part on one line, where it can stand on one: a text that has one, a list or mapping where it fits.
    fn fitting(taken: usize, part: &Part) -> Option<String> {
        match part {
            Part::Text(text, _) if is_block(text) => None,
            Part::Text(text, elsewhere) => Some(on_line(text, *elsewhere)),
            Part::Word(word) => Some(on_line(word, false)),
            Part::List(_) | Part::Map(_) => {
                let mut line = String::new();
                let fits = between_brackets(part, WIDTH.saturating_sub(taken), &mut line);
                fits.then_some(line)
            }
        }
    }

    /// A text of several lines.
    fn block(&mut self, indent: usize, text: &str) {
        self.text.push_str(" |-\n");
        for line in text.split('\n') {
            if !line.is_empty() {
                self.indent(indent);
                self.text.push_str(line);
            }
            self.text.push('\n');
        }
    }
}

/// Whether a text has several lines and can be written as it is.
fn is_block(text: &str) -> bool {
    let visible = |c: char| c == '\n' || !must_be_escaped(c);
    text.contains('\n') && text.trim() == text && text.chars().all(visible)
}

/// Writes a part between brackets, as far as it fits.
fn between_brackets(part: &Part, width: usize, out: &mut String) -> bool {
    match part {
        Part::Text(text, _) if is_block(text) => return false,
        Part::Text(text, true) => out.push_str(&quoted(text)),
        Part::Text(text, false) => out.push_str(&written(text)),
        Part::Word(word) if is_plain(word, Where::Anywhere) => out.push_str(word),
        Part::Word(word) => out.push_str(&quoted(word)),
        Part::List(items) => {
            out.push('[');
            for (nth, item) in items.iter().enumerate() {
                out.push_str(if nth > 0 { ", " } else { "" });
                if !between_brackets(item, width, out) {
                    return false;
                }
            }
            out.push(']');
        }
        Part::Map(fields) => {
            out.push('{');
            for (nth, (name, part)) in fields.iter().enumerate() {
                out.push_str(if nth > 0 { ", " } else { "" });
                out.push_str(name);
                out.push_str(": ");
                if !between_brackets(part, width, out) {
                    return false;
                }
            }
            out.push('}');
        }
    }
    out.len() <= width || out.chars().count() <= width
}

/// A text behind a key or a dash.
fn on_line(text: &str, elsewhere: bool) -> String {
    if !elsewhere && is_plain(text, Where::Line) {
        text.to_owned()
    } else {
        quoted(text)
    }
}
