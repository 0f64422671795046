//! Reading a file: documents, syntax errors and where reading goes on after them.

use granit_parser::{ErrorKind, Parser, options};

use super::build::{Budget, Builder, Stop, merge_duplicates, too_deep};
use super::control::replace_hidden;
use super::tree::{Node, NodeValue};
use super::wording::Broken;
use crate::diagnostics::{Code, Diagnostic};
use crate::text::{FileId, SourceFile, Span};

/// How deep lists and mappings may be nested, alias expansion included.
pub const MAX_DEPTH: usize = 64;

/// How many values and keys a file may hold, alias expansion included.
pub const MAX_NODES: usize = 2_000_000;

/// How many syntax errors of a file are reported before the rest of it is left unread.
const MAX_SYNTAX_ERRORS: usize = 50;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Reads a file as [`parse`] does, and reports it if it is not UTF-8.
pub fn parse_file(id: FileId, file: &SourceFile, out: &mut Vec<Diagnostic>) -> Option<Node> {
    if let Some(broken) = file.broken {
        let span = Span::new(
            id,
            broken as u32,
            (broken + char::REPLACEMENT_CHARACTER.len_utf8()) as u32,
        );
        let headline = "the file is not UTF-8 text";
        out.push(
            Diagnostic::new(Code::NotUtf8, headline, span, "the first byte that is not")
                .help("save the file with the encoding UTF-8"),
        );
    }
    parse(id, &file.text, out)
}

/// Reads a text as YAML into one tree, `None` if it holds nothing.
///
/// Never fails and never panics: whatever could be read is returned, and whatever could not is reported. After a syntax
/// error reading resumes at the next line that starts with a key; what was complete before it is kept, the record with
/// the error is not. Time and memory are bounded by [`MAX_DEPTH`], [`MAX_NODES`] and the length of the text.
pub fn parse(file: FileId, text: &str, out: &mut Vec<Diagnostic>) -> Option<Node> {
    let start = if text.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let text = replace_hidden(file, text, start, out);
    let mut reading = Reading {
        file,
        text: &text,
        roots: Vec::new(),
        budget: Budget::default(),
        errors: 0,
        out,
    };
    let mut from = Some(start);
    while let Some(base) = from {
        from = reading.piece(base);
    }
    let Reading { roots, .. } = reading;
    join(roots, out)
}

/// The state that outlives a syntax error.
struct Reading<'a> {
    file: FileId,
    text: &'a str,
    roots: Vec<Node>,
    budget: Budget,
    errors: usize,
    out: &'a mut Vec<Diagnostic>,
}

impl Reading<'_> {
    /// Reads from a byte offset to the end or to the next syntax error, and says where to go on.
    fn piece(&mut self, base: usize) -> Option<usize> {
        let options = options! {
            emit_comments: false,
            emit_unresolved_aliases: true,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
        };
        let mut builder = Builder::new(self.file, self.text, base, &mut self.budget, self.out);
        let mut last = Span::at(self.file, base as u32);
        let mut error = None;
        for event in Parser::new_from_str_with_options(&self.text[base..], options) {
            match event {
                Ok((event, span)) => {
                    let place = builder.place(&span);
                    if place.end > last.end {
                        last = place;
                    }
                    if let Err(Stop) = builder.event(event, &span) {
                        self.roots.extend(builder.finish(None));
                        return None;
                    }
                }
                Err(scan_error) => {
                    error = Some(scan_error);
                    break;
                }
            }
        }
        let Some(error) = error else {
            self.roots.extend(builder.finish(None));
            return None;
        };
        let (kind, bracket) = (error.kind(), builder.open_bracket());
        let at = base + error.marker().byte_offset().unwrap_or_default();
        let broken = Broken {
            file: self.file,
            text: self.text,
            kind,
            at,
            last,
            bracket,
        };
        self.roots.extend(builder.finish(Some(&broken)));
        if *kind == ErrorKind::RecursionLimitExceeded {
            self.out.push(too_deep(Span::at(self.file, at as u32)));
            return None;
        }
        self.report(&broken, base)
    }

    /// Reports a syntax error and looks for the next line to read from.
    fn report(&mut self, broken: &Broken<'_>, base: usize) -> Option<usize> {
        self.errors += 1;
        let reached = broken.last.end as usize;
        let line_start = self.text[..reached].rfind('\n').map_or(0, |line_break| line_break + 1);
        let from = if broken.swallowed() { line_start } else { reached };
        let mut next = next_key(self.text, from.max(base + 1));
        let mut diagnostic = broken.diagnostic();
        if self.errors == MAX_SYNTAX_ERRORS && next.take().is_some() {
            diagnostic = diagnostic.help("the rest of the file was not read: mend these errors first");
        }
        // An error that was found by looking ahead is found again from the next start.
        if !self.out.contains(&diagnostic) {
            self.out.push(diagnostic);
        }
        next
    }
}

/// The start of the next line, from the offset `from` on, that starts with a word and a colon.
fn next_key(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        if at > 0 && bytes.get(at - 1) != Some(&b'\n') {
            at += bytes.get(at..)?.iter().position(|&byte| byte == b'\n')? + 1;
        }
        let line = bytes.get(at..)?;
        let word = line
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            .count();
        let starts_with_letter = line.first()?.is_ascii_alphabetic();
        let ends = line.get(word + 1).is_none_or(u8::is_ascii_whitespace);
        if starts_with_letter && line.get(word) == Some(&b':') && ends {
            return Some(at);
        }
        at += 1;
    }
}

/// One tree of all that was read: mappings are joined, anything else counts only where there is no mapping.
fn join(roots: Vec<Node>, out: &mut Vec<Diagnostic>) -> Option<Node> {
    let mut joined: Option<Node> = None;
    for root in roots {
        match (&mut joined, root) {
            (
                _,
                Node {
                    value: NodeValue::Null, ..
                },
            ) => {}
            (
                Some(Node {
                    span,
                    value: NodeValue::Map(entries),
                }),
                Node {
                    span: end,
                    value: NodeValue::Map(more),
                },
            ) => {
                span.end = end.end;
                entries.extend(more);
            }
            (joined, root) if joined.as_ref().is_none_or(|first| first.as_map().is_none()) => *joined = Some(root),
            _ => {}
        }
    }
    if let Some(Node {
        value: NodeValue::Map(entries),
        ..
    }) = &mut joined
    {
        merge_duplicates(entries, out);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probe() {
        for text in [
            "a:\n  - id: \"abc\nmarkets:\n  - id: x\n",
            "a:\n  - id: 'abc\nmarkets:\n  - id: x\n",
            "a: [x, y\nmarkets:\n  - id: x\n",
            "a: [x, y\n",
            "a: {x: y\nmarkets:\n  - id: x\n",
            "a:\n\t- id: x\nb: c\n",
            "a:\n  - id: x\n\tname: y\nb: c\n",
            "a:\n  - id: x\n   name: y\nb: c\n",
            "a:\n  - id: x\n name: y\nb: c\n",
            "a:\n  - id:x\n    name: y\nb: c\n",
            "a:\n  name y\n  id: x\nb: c\n",
            "a:\n  id: x\n  name y\nb: c\n",
            "a:\n  id: x\n  name:y\nb: c\n",
            "a: Microsoft: the firm\nb: c\n",
            "a: x\n  - y\nb: c\n",
            "a: 'it's'\nb: c\n",
            "a: \"x\" y\nb: c\n",
            "a: \"\\d\"\nb: c\n",
            "a: @x\nb: `c`\nc: %d\n",
            "a: *x\nb: c\n",
            "a: x]\nb: c\n",
            "a: ]\nb: c\n",
            "a: [x}\nb: c\n",
            "a: &\nb: c\n",
            "just text\nb: c\n",
            "- x\nb: c\n",
            "a: |\n  x\n y\nb: c\n",
            "a: {x: y}}\nb: c\n",
            "a: b\n---\nc: d\n...\nfoo\n",
            "a: - x\nb: c\n",
            "? [x]\n: y\nb: c\n",
            "a: !!str x\n<<: {a: b}\n",
            "a: x\n\u{feff}b: y\n",
            "a: \"Tập đoàn\nb: c\n",
            "đ: [ạ\nb: c\n",
            "a:\n  text: |\n    foo\n\n\n  b: 'x\n    y'\n  c: p\n    q\n",
            "companies:\n  - id: x\n    name: \"A\" B\n  - id: y\n",
        ] {
            let mut out = Vec::new();
            let node = parse(FileId(0), text, &mut out);
            println!("==== {text:?}");
            for d in &out {
                println!("  {} {:?} {}", d.code, d.primary.span.start, d.headline);
            }
            fn show(n: &Node, text: &str) -> String {
                let at = format!("<{:?}>", &text[n.span.start as usize..n.span.end as usize]);
                match &n.value {
                    NodeValue::Null => "null".into(),
                    NodeValue::Scalar(s) => format!("{s:?}{at}"),
                    NodeValue::Seq(v) => format!(
                        "[{}]{at}",
                        v.iter().map(|n| show(n, text)).collect::<Vec<_>>().join(", ")
                    ),
                    NodeValue::Map(v) => format!(
                        "{{{}}}{at}",
                        v.iter()
                            .map(|(k, n)| format!(
                                "{}<{:?}>: {}",
                                k.text,
                                &text[k.span.start as usize..k.span.end as usize],
                                show(n, text)
                            ))
                            .collect::<Vec<_>>()
                            .join(", ")
                    ),
                }
            }
            println!("  -> {}", node.map_or("-".into(), |n| show(&n, text)));
        }
    }
}
