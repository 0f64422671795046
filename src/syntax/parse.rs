//! Reading a file: documents, syntax errors and where reading goes on after them.

use granit_parser::{ErrorKind, Parser, options};

use super::budget::{Budget, MAX_DEPTH, Stop, too_deep};
use super::build::Builder;
use super::control::replace_hidden;
use super::duplicates::merge_duplicates;
use super::tree::{Node, NodeValue};
use super::wording::{self, Broken, next_key};
use crate::diagnostics::{Code, Diagnostic};
use crate::text::{FileId, SourceFile, Span};

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
/// the error is not. Time and memory are bounded by [`MAX_DEPTH`], [`MAX_NODES`](super::MAX_NODES) and the length of the text.
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
        let at = base + error.marker().byte_offset().unwrap_or_default();
        let kind = error.kind();
        let bracket = builder
            .open_bracket()
            .or_else(|| wording::bracket_ahead(self.text, last.end as usize, at));
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
        let reached = (broken.last.end as usize).max(base + 1);
        let mut next = broken.swallowed().or_else(|| next_key(self.text, reached));
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
pub(super) mod tests {
    use super::*;
    use crate::text::Files;

    pub(in crate::syntax) const CASE: &str = "\
# Tập đoàn
case:
  id: vinfast
  title: {en: VinFast, vi: \"Tập đoàn VinFast\"}
  summary: |
    Hai dòng
    của chuyện
companies:
  - id: vinfast
    aliases: [VFS, 'it''s', &x xe hơi, *x]
    founded:
    note: >-
      a
      b
  - {id: vingroup, name: Vingroup}
investments:
- id: first
  amount: USD 1bn
  sources: [a, {source: b, quote: \"x\\ty\"}]
";

    pub(in crate::syntax) fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        let mut out = Vec::new();
        let node = parse(FileId(0), text, &mut out);
        (node, out)
    }

    /// A tree on one line: texts in quotes, each with what its span covers if that differs.
    fn flat(node: &Node, text: &str) -> String {
        match &node.value {
            NodeValue::Null => "-".to_owned(),
            NodeValue::Scalar(value) => {
                let covered = &text[node.span.start as usize..node.span.end as usize];
                if covered == value {
                    format!("{value:?}")
                } else {
                    format!("{value:?}<{covered:?}>")
                }
            }
            NodeValue::Seq(items) => {
                format!(
                    "[{}]",
                    items.iter().map(|item| flat(item, text)).collect::<Vec<_>>().join(" ")
                )
            }
            NodeValue::Map(entries) => {
                let entry = |(key, value): &(crate::syntax::Key, Node)| format!("{}: {}", key.text, flat(value, text));
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(" "))
            }
        }
    }

    fn sections(node: Option<Node>, text: &str) -> Vec<String> {
        let node = node.unwrap();
        let entries = node.as_map().unwrap();
        entries
            .iter()
            .map(|(key, value)| format!("{}: {}", key.text, flat(value, text)))
            .collect()
    }

    #[test]
    fn a_whole_file_with_its_places() {
        let (node, out) = read(CASE);
        assert_eq!(out, []);
        insta::assert_snapshot!(sections(node, CASE).join("\n"), @r#"
        case: {id: "vinfast" title: {en: "VinFast" vi: "Tập đoàn VinFast"<"\"Tập đoàn VinFast\"">} summary: "Hai dòng\ncủa chuyện\n"<"Hai dòng\n    của chuyện">}
        companies: [{id: "vinfast" aliases: ["VFS" "it's"<"'it''s'"> "xe hơi" "xe hơi"<"*x">] founded: - note: "a b"<"a\n      b">} {id: "vingroup" name: "Vingroup"}]
        investments: [{id: "first" amount: "USD 1bn" sources: ["a" {source: "b" quote: "x\ty"<"\"x\\ty\"">}]}]
        "#);
    }

    #[test]
    fn scalars_are_text_and_only_nothing_is_null() {
        let text = "a: NO\nb: 1_000\nc: ~\nd: null\ne:\nf: ''\ng: 2019-02-30\nh: # nothing\n";
        let (node, out) = read(text);
        assert_eq!(out, []);
        assert_eq!(
            flat(node.as_ref().unwrap(), text),
            r#"{a: "NO" b: "1_000" c: "~" d: "null" e: - f: ""<"''"> g: "2019-02-30" h: -}"#
        );
        assert_eq!(
            node.unwrap().get("e").unwrap().span,
            Span::new(FileId(0), 28, 29),
            "the place of its key"
        );
    }

    #[test]
    fn byte_order_mark_and_windows_line_breaks_change_nothing() {
        let text = format!("{BYTE_ORDER_MARK}{}", CASE.replace('\n', "\r\n"));
        let (node, out) = read(&text);
        assert_eq!(out, []);
        let same = |node: Option<Node>| plain(&node.unwrap());
        assert_eq!(same(node.clone()), same(read(CASE).0));
        let key = node.unwrap().as_map().unwrap()[1].0.span;
        assert_eq!(&text[key.start as usize..key.end as usize], "companies");
    }

    #[test]
    fn nothing_is_no_tree() {
        for text in ["", "# only words\n", "---\n", BYTE_ORDER_MARK] {
            assert_eq!(read(text), (None, Vec::new()), "{text:?}");
        }
    }

    #[test]
    fn one_run_reports_the_errors_of_several_sections() {
        let text = "\
companies:
  - id: apple
  - id: microsoft
    name: \"Microsoft\" Corporation
  - id: lost
markets:
  - {id: phones, name: Điện thoại
sources:
\t- id: x
deals:
  - id: d
    title: Deal: the first
quotes:
  - id:q
    text: x
events: [a, b]
events: [c]
";
        let (node, out) = read(text);
        let mut files = Files::new();
        let id = files.add("a.yaml", text);
        let place = |d: &Diagnostic| files.get(id).line_col(d.primary.span.start);
        let found: Vec<_> = out
            .iter()
            .map(|d| format!("{}:{} {}", place(d).0, place(d).1, d.headline))
            .collect();
        insta::assert_snapshot!(found.join("\n"), @r#"
        4:23 text behind a closing quote
        7:5 a bracket that is not closed
        9:1 a tab in the indentation
        12:16 a colon and a space inside a text without quotes
        14:7 no space behind a colon
        17:1 the key `events` occurs twice
        "#);
        insta::assert_snapshot!(sections(node, text).join("\n"), @r#"
        companies: [{id: "apple"}]
        markets: []
        deals: []
        quotes: []
        events: ["a" "b" "c"]
        "#);
    }

    #[test]
    fn a_second_document_is_reported_and_read() {
        let text = "a: 1\n---\nb: 2\na: [3]\n";
        let (node, out) = read(text);
        assert_eq!(sections(node, text), [r#"a: "1""#, r#"b: "2""#]);
        let found: Vec<_> = out.iter().map(|d| (d.code, d.primary.span.start)).collect();
        assert_eq!(found, [(Code::SecondDocument, 5), (Code::DuplicateKey, 14)]);
    }

    #[test]
    fn endless_errors_are_cut_off() {
        let (_, out) = read(&"a: \"b\" c\n".repeat(10_000));
        assert_eq!(
            out.iter().filter(|d| d.code == Code::NotYaml).count(),
            MAX_SYNTAX_ERRORS
        );
        assert!(
            out[MAX_SYNTAX_ERRORS - 1]
                .help
                .iter()
                .any(|help| help.contains("not read"))
        );
        let (_, out) = read(&"- !x y\n".repeat(10_000));
        assert_eq!(out.last().unwrap().code, Code::OverBudget);
        assert!(out.len() < 2000);
    }

    #[test]
    fn bytes_that_are_no_text_are_reported_once_and_the_rest_is_read() {
        let mut files = Files::new();
        let id = files.add("a.yaml", b"a: Tr\xe0ng\nb: \x00\nc: d\n".to_vec());
        let mut out = Vec::new();
        let node = parse_file(id, files.get(id), &mut out).unwrap();
        assert_eq!(
            out.iter().map(|d| d.code).collect::<Vec<_>>(),
            [Code::NotUtf8, Code::ControlCharacters]
        );
        assert_eq!(files.slice(out[0].primary.span), "\u{fffd}");
        assert_eq!(node.get("c").unwrap().as_str(), Some("d"));
    }

    /// A tree of texts, for comparison with other readers.
    pub(in crate::syntax) fn plain(node: &Node) -> serde_json::Value {
        match &node.value {
            NodeValue::Null => serde_json::Value::Null,
            NodeValue::Scalar(text) => text.as_str().into(),
            NodeValue::Seq(items) => items.iter().map(plain).collect(),
            NodeValue::Map(entries) => entries
                .iter()
                .map(|(key, value)| (key.text.clone(), plain(value)))
                .collect(),
        }
    }
}
