//! From YAML events to nodes, within budgets.

use std::collections::BTreeMap;

use granit_parser::{ErrorKind, Event, ScalarStyle, StructureStyle, Tag};

use super::control::{is_hidden, name};
use super::parse::{MAX_DEPTH, MAX_NODES};
use super::tree::{Key, Node, NodeValue};
use super::wording::Broken;
use crate::diagnostics::{Code, Diagnostic};
use crate::text::{FileId, MAX_FILE_BYTES, Span};

/// How many problems of its YAML are reported before the rest of a file is left unread.
const MAX_PROBLEMS: usize = 1000;

/// The file is over its budget, which has been reported: reading ends.
pub(super) struct Stop;

/// What a file has used up so far, alias expansion included.
#[derive(Default)]
pub(super) struct Budget {
    used: Size,
}

/// How large a value is.
#[derive(Clone, Copy, Default)]
struct Size {
    nodes: usize,
    bytes: u64,
    /// Levels of lists and mappings.
    height: usize,
}

impl Size {
    fn add(&mut self, other: Self) {
        self.nodes += other.nodes;
        self.bytes += other.bytes;
        self.height = self.height.max(other.height);
    }
}

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
                    self.second_document(span);
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
                self.charge(size, span)?;
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
        self.charge(size, span)?;
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
            self.charge(size, node.span)?;
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
                Pending::Value(key) => {
                    if node.is_null() {
                        node.span = key.span;
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
            let headline = "an alias stands inside the value that it repeats";
            self.out
                .push(Diagnostic::new(Code::UnknownAnchor, headline, span, "").help("write the value out"));
            return self.value(
                Node {
                    span,
                    value: NodeValue::Null,
                },
                Size::default(),
                0,
                false,
            );
        };
        let size = *size;
        self.charge(size, span)?;
        if self.frames.len() + size.height > MAX_DEPTH {
            self.out.push(too_deep(span));
            return Err(Stop);
        }
        let value = self.anchors[&anchor].0.value.clone();
        self.value(Node { span, value }, size, 0, false)
    }

    fn unknown_anchor(&mut self, name: &str, span: Span) -> Result<(), Stop> {
        // Behind a syntax error the anchors before it are lost, which is not the alias's fault.
        let written = format!("&{name}");
        if !self.text[..self.base].contains(&written) {
            let headline = format!("nothing above is marked `{written}`");
            self.out.push(
                Diagnostic::new(Code::UnknownAnchor, headline, span, "")
                    .help("put quotes around the text if it is no alias"),
            );
        }
        self.value(
            Node {
                span,
                value: NodeValue::Null,
            },
            Size::default(),
            0,
            false,
        )
    }

    fn charge(&mut self, size: Size, span: Span) -> Result<(), Stop> {
        self.budget.used.add(size);
        let limit = if self.budget.used.nodes > MAX_NODES {
            format!("more than {MAX_NODES} values")
        } else if self.budget.used.bytes > MAX_FILE_BYTES {
            format!("more than {} MB of text", MAX_FILE_BYTES >> 20)
        } else {
            return Ok(());
        };
        let headline = format!("{limit} in one file, counting what its aliases repeat");
        self.out
            .push(Diagnostic::new(Code::OverBudget, headline, span, "reading ends here").help("split the file"));
        Err(Stop)
    }

    fn tag(&mut self, tag: Option<&Tag>, at: &granit_parser::Span) {
        let Some(tag) = tag else { return };
        let span = self.place(&at.tag_span().unwrap_or(*at));
        let headline = format!("a YAML tag, `{}`", tag.original());
        self.out.push(
            Diagnostic::new(Code::Tag, headline, span, "")
                .help("delete it: the type of a value comes from its field; a text that starts with `!` needs quotes"),
        );
    }

    fn second_document(&mut self, span: Span) {
        let headline = "a second YAML document in one file";
        self.out.push(
            Diagnostic::new(Code::SecondDocument, headline, span, "")
                .help("delete the `---`, or put what follows into a file of its own"),
        );
    }

    /// Escapes can bring in what the text itself may not hold.
    fn escapes(&mut self, text: &str, style: ScalarStyle, span: Span) {
        if style != ScalarStyle::DoubleQuoted {
            return;
        }
        if let Some(c) = text.chars().find(|&c| is_hidden(c)) {
            let headline = format!("a character that cannot be seen, {}, written as an escape", name(c));
            self.out
                .push(Diagnostic::new(Code::ControlCharacters, headline, span, "").help("delete it"));
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
            let headline = "a merge key, `<<`";
            out.push(Diagnostic::new(Code::MergeKey, headline, node.span, "").help("write the repeated fields out"));
            Pending::Dropped
        }
        NodeValue::Scalar(text) => Pending::Value(Key { span: node.span, text }),
        _ => {
            let headline = format!("a key that is {}", node.describe());
            out.push(
                Diagnostic::new(Code::ComplexKey, headline, node.span, "")
                    .help("write a word before the colon; a text that starts with `?`, `[` or `{` needs quotes"),
            );
            Pending::Dropped
        }
    }
}

/// Reports keys that occur more than once; the first stays, and lists under it are joined so that no record is lost.
pub(super) fn merge_duplicates(entries: &mut Vec<(Key, Node)>, out: &mut Vec<Diagnostic>) {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by(|&a, &b| entries[a].0.text.cmp(&entries[b].0.text).then(a.cmp(&b)));
    let groups: Vec<&[usize]> = order
        .chunk_by(|&a, &b| entries[a].0.text == entries[b].0.text)
        .filter(|group| group.len() > 1)
        .collect();
    if groups.is_empty() {
        return;
    }
    out.extend(groups.iter().take(MAX_PROBLEMS).map(|group| duplicate(group, entries)));

    let mut first_of: Vec<usize> = (0..entries.len()).collect();
    for group in groups {
        group.iter().for_each(|&again| first_of[again] = group[0]);
    }
    let mut kept: Vec<Option<(Key, Node)>> = Vec::with_capacity(entries.len());
    for (index, entry) in std::mem::take(entries).into_iter().enumerate() {
        if first_of[index] == index {
            kept.push(Some(entry));
            continue;
        }
        kept.push(None);
        if let (
            Some((
                _,
                Node {
                    value: NodeValue::Seq(items),
                    ..
                },
            )),
            NodeValue::Seq(more),
        ) = (&mut kept[first_of[index]], entry.1.value)
        {
            items.extend(more);
        }
    }
    entries.extend(kept.into_iter().flatten());
}

/// The report of one key that occurs at several entries.
fn duplicate(group: &[usize], entries: &[(Key, Node)]) -> Diagnostic {
    let (first, second) = (&entries[group[0]].0, &entries[group[1]].0);
    let headline = match group.len() {
        2 => format!("the key `{}` occurs twice", first.text),
        count => format!("the key `{}` occurs {count} times", first.text),
    };
    Diagnostic::new(Code::DuplicateKey, headline, second.span, "occurs again here")
        .secondary(first.span, "first written here")
        .help("join the two, or delete one")
}

/// The report of a value nested too deeply.
pub(super) fn too_deep(span: Span) -> Diagnostic {
    let headline = format!("lists and mappings nested more than {MAX_DEPTH} deep");
    Diagnostic::new(Code::OverBudget, headline, span, "reading ends here").help("look for brackets that are not closed")
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

    /// The code, the marked text and the text of the first other place of each problem.
    fn problems(text: &str) -> Vec<(Code, &str, Option<u32>)> {
        let found = read(text).1;
        let marked = |span: Span| &text[span.start as usize..span.end as usize];
        found
            .iter()
            .map(|d| {
                (
                    d.code,
                    marked(d.primary.span),
                    d.secondary.first().map(|l| l.span.start),
                )
            })
            .collect()
    }

    #[test]
    fn what_yaml_allows_and_data_does_not() {
        assert_eq!(
            problems("a: !!int 1\nb: !x [c]\n"),
            [(Code::Tag, "!!int", None), (Code::Tag, "!x", None)]
        );
        assert_eq!(problems("a: &x {b: c}\nd:\n  <<: *x\n"), [(Code::MergeKey, "<<", None)]);
        assert_eq!(problems("? [a]\n: b\nc: d\n"), [(Code::ComplexKey, "[a]", None)]);
        assert_eq!(problems("a: *b\n"), [(Code::UnknownAnchor, "*b", None)]);
        assert_eq!(problems("a: &b [c, *b]\n"), [(Code::UnknownAnchor, "*b", None)]);
        assert_eq!(problems("a: \"\\0\"\n"), [(Code::ControlCharacters, "\"\\0\"", None)]);
    }

    #[test]
    fn duplicate_keys_name_both_places_and_lose_no_record() {
        let text = "tên: [a]\nx: {y: 1, z: 2, y: 3}\ntên: [b]\ntên: [c]\n";
        assert_eq!(
            problems(text),
            [
                (Code::DuplicateKey, "y", Some(14)),
                (Code::DuplicateKey, "tên", Some(0))
            ]
        );
        let (node, out) = read(text);
        assert_eq!(out[1].headline, "the key `tên` occurs 3 times");
        let items: Vec<_> = node
            .as_ref()
            .unwrap()
            .get("tên")
            .unwrap()
            .as_seq()
            .unwrap()
            .iter()
            .map(Node::as_str)
            .collect();
        assert_eq!(items, [Some("a"), Some("b"), Some("c")]);
        assert_eq!(node.unwrap().get("x").unwrap().get("y").unwrap().as_str(), Some("1"));
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

    /// Each of these takes far more than memory or patience if it is not stopped.
    #[test]
    fn bombs_end_in_one_error() {
        let mut laughs = "a0: &a0 [x]\n".to_owned();
        for level in 1..60 {
            let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
            laughs += &format!("a{level}: &a{level} [{aliases}]\n");
        }
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(1 << 20), vec!["*a"; 1000].join(","));
        let mut tower = "a0: &a0 [x]\n".to_owned();
        for level in 1..100 {
            tower += &format!("a{level}: &a{level} [*a{}]\n", level - 1);
        }
        let many = format!("a: [{}]\n", "x,".repeat(MAX_NODES));
        let blocks: String = (0..5000).map(|depth| format!("{}- \n", " ".repeat(depth))).collect();
        for text in [
            laughs,
            long,
            tower,
            many,
            blocks,
            "[".repeat(100_000),
            "{a: ".repeat(100_000),
            "- ".repeat(100_000),
        ] {
            let (_, out) = read(&text);
            assert_eq!(
                out.iter().map(|d| d.code).collect::<Vec<_>>(),
                [Code::OverBudget],
                "{text:.60}"
            );
        }
    }

    #[test]
    fn the_deepest_nesting_that_is_allowed() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(read(&nested(MAX_DEPTH)).1, []);
        assert_eq!(read(&nested(MAX_DEPTH + 1)).1.len(), 1);
    }
}
