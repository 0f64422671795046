//! From YAML events to nodes, within budgets.

use std::collections::{BTreeMap, BTreeSet};

use granit_parser::{ErrorKind, Event, ScalarStyle, StructureStyle, Tag};

use super::budget::{Budget, MAX_DEPTH, MAX_PROBLEMS, Size, Stop, too_deep};
use super::duplicates::merge_duplicates;
use super::refused;
use super::tree::{Key, Node, NodeValue};
use super::wording::Broken;
use crate::diagnostics::{Code, Diagnostic};
use crate::text::{FileId, Span};
use crate::values::invisible;

/// A list or mapping that is not yet closed.
struct Frame {
    span: Span,
    flow: bool,
    anchor: usize,
    size: Size,
    content: Content,
}

enum Content {
    Seq(Vec<Node>),
    Map { entries: Vec<(Key, Node)>, key: Pending },
}

/// What a mapping waits for.
enum Pending {
    Key,
    Value(Key),
    /// The value of a key that was reported; it is dropped.
    Dropped,
}

/// Builds the trees of the documents in one piece of a file.
pub(super) struct Builder<'a> {
    file: FileId,
    text: &'a str,
    base: usize,
    budget: &'a mut Budget,
    out: &'a mut Vec<Diagnostic>,
    problems_before: usize,
    frames: Vec<Frame>,
    anchors: BTreeMap<usize, (Node, Size)>,
    /// The names of anchors before this piece, once they are needed.
    earlier_anchors: Option<BTreeSet<&'a str>>,
    documents: usize,
    roots: Vec<Node>,
}

impl<'a> Builder<'a> {
    /// A builder for the text from the byte `base` on.
    pub(super) fn new(
        file: FileId,
        text: &'a str,
        base: usize,
        budget: &'a mut Budget,
        out: &'a mut Vec<Diagnostic>,
    ) -> Self {
        let (frames, anchors, roots) = (Vec::new(), BTreeMap::new(), Vec::new());
        let problems_before = out.len();
        Self {
            file,
            text,
            base,
            budget,
            out,
            problems_before,
            frames,
            anchors,
            earlier_anchors: None,
            documents: 0,
            roots,
        }
    }

    /// The place of an event in the whole text.
    pub(super) fn place(&self, span: &granit_parser::Span) -> Span {
        let range = span.byte_range().unwrap_or_default();
        let (start, end) = (self.base + range.start, self.base + range.end);
        Span::new(self.file, start as u32, end.max(start) as u32)
    }

    /// Takes one event in.
    pub(super) fn event(&mut self, event: Event<'_>, at: &granit_parser::Span) -> Result<(), Stop> {
        let span = self.place(at);
        if self.out.len() - self.problems_before >= MAX_PROBLEMS {
            let headline = format!("more than {MAX_PROBLEMS} problems in one file");
            self.out
                .push(Diagnostic::new(Code::OverBudget, headline, span, "reading ends here"));
            return Err(Stop);
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.out.push(refused::second_document(span));
                }
                Ok(())
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.tag(tag.as_deref(), at);
                let size = Size {
                    nodes: 1,
                    bytes: text.len() as u64,
                    height: 0,
                };
                self.budget.charge(size, span, self.out)?;
                self.escapes(&text, style, span);
                // The parser gives a text for nothing, as YAML has it; what was written is what counts here.
                let empty = span.is_empty() && style == ScalarStyle::Plain;
                let value = if empty {
                    NodeValue::Null
                } else {
                    NodeValue::Scalar(text.into_owned())
                };
                let span = self.trimmed(span, style);
                self.value(Node { span, value }, size, anchor, style == ScalarStyle::Plain)
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.tag(tag.as_deref(), at);
                self.open(span, style, anchor, Content::Seq(Vec::new()))
            }
            Event::MappingStart(style, anchor, tag) => {
                self.tag(tag.as_deref(), at);
                self.open(
                    span,
                    style,
                    anchor,
                    Content::Map {
                        entries: Vec::new(),
                        key: Pending::Key,
                    },
                )
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::UnresolvedAlias(name) => self.unknown_anchor(&name, span),
            _ => Ok(()),
        }
    }

    /// The byte offset of the innermost bracket that is open.
    pub(super) fn open_bracket(&self) -> Option<usize> {
        self.frames
            .iter()
            .rev()
            .find(|frame| frame.flow)
            .map(|frame| frame.span.start as usize)
    }

    /// Ends the piece, complete or not, and gives the trees of its documents.
    ///
    /// Of an incomplete document, its closed sections are kept, the closed records of the open section if that is a
    /// list, and its closed fields if it is a mapping. The record in which reading broke off is dropped: what is missing
    /// in it was perhaps written. So is whatever is between open brackets.
    pub(super) fn finish(mut self, broken: Option<&Broken<'_>>) -> Vec<Node> {
        self.frames.truncate(2);
        while self.frames.last().is_some_and(|frame| frame.flow) {
            self.frames.pop();
        }
        if let (Some(broken), Some(frame)) = (broken, self.frames.last_mut()) {
            drop_doubtful(frame, broken);
        }
        while let Some(frame) = self.frames.pop() {
            let (node, ..) = self.node_of(frame);
            match self.frames.last_mut().map(|parent| &mut parent.content) {
                Some(Content::Map { entries, key }) => {
                    if let Pending::Value(key) = std::mem::replace(key, Pending::Key) {
                        entries.push((key, node));
                    }
                }
                Some(Content::Seq(items)) => items.push(node),
                None => self.roots.push(node),
            }
        }
        self.roots
    }

    fn open(&mut self, span: Span, style: StructureStyle, anchor: usize, content: Content) -> Result<(), Stop> {
        let size = Size {
            nodes: 1,
            bytes: 0,
            height: 1,
        };
        self.budget.charge(size, span, self.out)?;
        if self.frames.len() >= MAX_DEPTH {
            self.out.push(too_deep(span));
            return Err(Stop);
        }
        self.frames.push(Frame {
            span,
            flow: style == StructureStyle::Flow,
            anchor,
            size,
            content,
        });
        Ok(())
    }

    fn close(&mut self, end: Span) -> Result<(), Stop> {
        let Some(mut frame) = self.frames.pop() else {
            return Ok(());
        };
        if frame.flow {
            frame.span.end = end.end;
        }
        let (mut node, size, anchor) = self.node_of(frame);
        // The top of a document is looked at once all documents are joined.
        if let (NodeValue::Map(entries), false) = (&mut node.value, self.frames.is_empty()) {
            merge_duplicates(entries, self.out);
        }
        self.value(node, size, anchor, false)
    }

    /// The node of a frame; a block ends with the last thing in it, not where the next thing starts.
    fn node_of(&self, frame: Frame) -> (Node, Size, usize) {
        let Frame {
            mut span,
            flow,
            anchor,
            size,
            content,
        } = frame;
        let (last, value) = match content {
            Content::Seq(items) => (items.last().map(|item| item.span), NodeValue::Seq(items)),
            Content::Map { entries, .. } => (
                entries
                    .last()
                    .map(|(key, value)| if value.is_null() { key.span } else { value.span }),
                NodeValue::Map(entries),
            ),
        };
        if let (Some(last), false) = (last, flow) {
            span.end = last.end.max(span.start);
        }
        (Node { span, value }, size, anchor)
    }

    /// Puts a finished value where it belongs.
    fn value(&mut self, mut node: Node, mut size: Size, anchor: usize, plain: bool) -> Result<(), Stop> {
        if anchor != 0 {
            // The copy kept for aliases counts as well: anchors inside anchors would otherwise multiply unseen.
            self.budget.charge(size, node.span, self.out)?;
            self.anchors.insert(anchor, (node.clone(), size));
        }
        let Some(parent) = self.frames.last_mut() else {
            self.roots.push(node);
            return Ok(());
        };
        size.height += 1;
        parent.size.add(size);
        match &mut parent.content {
            Content::Seq(items) => items.push(node),
            Content::Map { entries, key } => match std::mem::replace(key, Pending::Key) {
                Pending::Value(mut key) => {
                    if node.is_null() {
                        node.span = key.span;
                        let behind = self.text.get(key.span.end as usize..).unwrap_or_default();
                        key.bare = !behind.trim_start().starts_with(':');
                    }
                    entries.push((key, node));
                }
                Pending::Dropped => {}
                Pending::Key => *key = key_of(node, plain, self.out),
            },
        }
        Ok(())
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Stop> {
        let Some((_, size)) = self.anchors.get(&anchor) else {
            self.out.push(refused::alias_of_itself(span));
            return self.nothing(span);
        };
        let size = *size;
        self.budget.charge(size, span, self.out)?;
        if self.frames.len() + size.height > MAX_DEPTH {
            self.out.push(too_deep(span));
            return Err(Stop);
        }
        let value = self.anchors[&anchor].0.value.clone();
        self.value(Node { span, value }, size, 0, false)
    }

    fn unknown_anchor(&mut self, name: &str, span: Span) -> Result<(), Stop> {
        // Behind a syntax error the anchors before it are lost, which is not the alias's fault.
        let before = &self.text[..self.base];
        let earlier = self.earlier_anchors.get_or_insert_with(|| anchor_names(before));
        if !earlier.contains(name) {
            self.out.push(refused::unknown_anchor(name, span));
        }
        self.nothing(span)
    }

    /// An empty value in the place of one that is not to be had.
    fn nothing(&mut self, span: Span) -> Result<(), Stop> {
        let value = NodeValue::Null;
        self.value(Node { span, value }, Size::default(), 0, false)
    }

    fn tag(&mut self, tag: Option<&Tag>, at: &granit_parser::Span) {
        let Some(tag) = tag else { return };
        let span = self.place(&at.tag_span().unwrap_or(*at));
        self.out.push(refused::tag(&tag.original(), span));
    }

    /// Escapes can bring in what the text itself may not hold.
    fn escapes(&mut self, text: &str, style: ScalarStyle, span: Span) {
        if style != ScalarStyle::DoubleQuoted {
            return;
        }
        if let Some((_, c)) = invisible(text).next() {
            self.out.push(refused::escaped(c, span));
        }
    }

    /// A block scalar without the line breaks behind it.
    fn trimmed(&self, span: Span, style: ScalarStyle) -> Span {
        if !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            return span;
        }
        let written = self
            .text
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default();
        Span {
            end: span.start + written.trim_end().len() as u32,
            ..span
        }
    }
}

/// Whatever might be the name of an anchor in a text.
fn anchor_names(text: &str) -> BTreeSet<&str> {
    let ends = |c: char| c.is_whitespace() || ",[]{}".contains(c);
    text.split('&')
        .skip(1)
        .filter_map(|name| name.split(ends).next())
        .collect()
}

/// Drops the last text of a frame where the parser stumbled over a colon behind it: it was no text, but a key.
fn drop_doubtful(frame: &mut Frame, broken: &Broken<'_>) {
    let doubtful = |node: &Node| {
        *broken.kind == ErrorKind::MappingValueNotAllowed
            && matches!(node.value, NodeValue::Scalar(_))
            && node.span == broken.last
    };
    match &mut frame.content {
        Content::Seq(items) => drop(items.pop_if(|item| doubtful(item))),
        Content::Map { entries, .. } => drop(entries.pop_if(|(_, value)| doubtful(value))),
    }
}

/// What a node in the place of a key makes the mapping wait for.
fn key_of(node: Node, plain: bool, out: &mut Vec<Diagnostic>) -> Pending {
    match node.value {
        NodeValue::Scalar(text) if plain && text == "<<" => {
            out.push(refused::merge_key(node.span));
            Pending::Dropped
        }
        NodeValue::Scalar(text) => Pending::Value(Key {
            span: node.span,
            text,
            bare: false,
        }),
        _ => {
            out.push(refused::complex_key(node.describe(), node.span));
            Pending::Dropped
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        let mut out = Vec::new();
        let node = parse(FileId(0), text, &mut out);
        (node, out)
    }

    /// The code and the marked text of each problem.
    fn problems(text: &str) -> Vec<(Code, &str)> {
        let marked = |span: Span| &text[span.start as usize..span.end as usize];
        read(text).1.iter().map(|d| (d.code, marked(d.primary.span))).collect()
    }

    #[test]
    fn what_yaml_allows_and_data_does_not() {
        assert_eq!(
            problems("a: !!int 1\nb: !x [c]\n"),
            [(Code::Tag, "!!int"), (Code::Tag, "!x")]
        );
        assert_eq!(problems("a: &x {b: c}\nd:\n  <<: *x\n"), [(Code::MergeKey, "<<")]);
        assert_eq!(problems("? [a]\n: b\nc: d\n"), [(Code::ComplexKey, "[a]")]);
        assert_eq!(problems("a: *b\n"), [(Code::UnknownAnchor, "*b")]);
        assert_eq!(problems("a: &b [c, *b]\n"), [(Code::UnknownAnchor, "*b")]);
        assert_eq!(problems("a: \"\\0\"\n"), [(Code::ControlCharacters, "\"\\0\"")]);
    }

    #[test]
    fn a_key_is_bare_without_a_colon() {
        let (node, out) = read("a: {b: EUR 90,000, c: , 'd' , e:f, 'g' : {}, h\n}\ni:\n");
        assert_eq!(out, []);
        let node = node.unwrap();
        let bare = |node: &Node| {
            let keys = node.as_map().unwrap().iter().filter(|(key, _)| key.bare);
            keys.map(|(key, _)| key.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(bare(node.get("a").unwrap()), ["000", "d", "e:f", "h"]);
        assert_eq!(bare(&node), [""; 0]);
    }

    #[test]
    fn aliases_stand_where_they_are_written() {
        let text = "a: &m {tên: đỏ}\nb: [*m]\n";
        let (node, out) = read(text);
        assert_eq!(out, []);
        let copy = &node.as_ref().unwrap().get("b").unwrap().as_seq().unwrap()[0];
        assert_eq!(&text[copy.span.start as usize..copy.span.end as usize], "*m");
        assert_eq!(copy.value, node.as_ref().unwrap().get("a").unwrap().value);
    }
}
