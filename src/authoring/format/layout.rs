//! Where the parts of a text begin and end, comments included, and the text with its parts in order.

use std::ops::Range;

use super::order::Place;
use crate::syntax::{Key, Node, NodeValue};

/// A text whose parts are to be put in order.
pub(super) struct Layout<'a> {
    text: &'a str,
    line_break: &'a str,
}

impl<'a> Layout<'a> {
    /// A text that ends with a line break.
    pub(super) const fn new(text: &'a str, line_break: &'a str) -> Self {
        Self { text, line_break }
    }

    /// The whole text in order: what stands above the first section stays there, sections have one empty line between.
    pub(super) fn file(&self, root: &Node, place: &Place) -> String {
        let NodeValue::Map(entries) = &root.value else {
            return self.text.to_owned();
        };
        let Some((first, _)) = entries.first() else {
            return self.text.to_owned();
        };
        let begin = self.line_start(first.span.start as usize);
        if self.is_flow(root) || first.span.start as usize != begin {
            return self.text.to_owned();
        }
        let end = self.document_end(root.span.end as usize);
        // what is not indented behind the last section is about no section
        let last = self.left_behind(entries, 1, end);
        let Some(chunks) = self.chunks(entries, place, begin..last) else {
            return self.text.to_owned();
        };
        let mut out = self.text[..begin].to_owned();
        let mut sections: Vec<&str> = in_order(entries, place).iter().map(|at| chunks[*at].as_str()).collect();
        for section in &mut sections {
            *section = without_empty_lines(section);
        }
        out.push_str(&sections.join(self.line_break));
        let behind = &self.text[last..end];
        if behind.trim_start().len() < behind.len() {
            out.push_str(self.line_break);
        }
        out.push_str(without_empty_lines(behind));
        out.push_str(&self.text[end..]);
        out
    }

    /// The text of a region with the node in it in order.
    fn region(&self, node: &Node, place: &Place, region: Range<usize>) -> String {
        let as_it_is = || self.text[region.clone()].to_owned();
        if !contains(node) {
            return as_it_is();
        }
        let around = |middle: String| {
            let (start, end) = (node.span.start as usize, node.span.end as usize);
            format!(
                "{}{middle}{}",
                &self.text[region.start..start],
                &self.text[end..region.end]
            )
        };
        match &node.value {
            NodeValue::Map(entries) if self.is_flow(node) => {
                self.flow_map(node, entries, place).map_or_else(as_it_is, around)
            }
            NodeValue::Seq(items) if self.is_flow(node) => around(self.flow_seq(node, items, place)),
            NodeValue::Map(entries) => self.block_map(entries, place, region.clone()).unwrap_or_else(as_it_is),
            NodeValue::Seq(items) => self
                .block_seq(node, items, place, region.clone())
                .unwrap_or_else(as_it_is),
            NodeValue::Null | NodeValue::Scalar(_) => as_it_is(),
        }
    }

    /// A mapping over several lines; `None` where a key does not begin its line.
    fn block_map(&self, entries: &[(Key, Node)], place: &Place, region: Range<usize>) -> Option<String> {
        let last = self.left_behind(entries, self.column(&entries.first()?.0), region.end);
        let chunks = self.chunks(entries, place, region.start..last)?;
        let order = in_order(entries, place);
        let behind = &self.text[last..region.end];
        if order.windows(2).all(|pair| pair[0] < pair[1]) {
            return Some(chunks.concat() + behind);
        }
        // in a list, the first field stands behind the dash
        let behind_dash = region.start != self.line_start(region.start);
        let column = region.start - self.line_start(region.start);
        let mut out = String::new();
        for (nth, at) in order.into_iter().enumerate() {
            let chunk = chunks[at].as_str();
            match (behind_dash, nth, at) {
                (true, 0, _) => out.push_str(chunk.trim_start()),
                (true, _, 0) => {
                    out.push_str(&" ".repeat(column));
                    out.push_str(chunk);
                }
                (false, _, 0) => out.push_str(&self.aligned(chunk, &entries[0].0)),
                _ => out.push_str(chunk),
            }
        }
        out.push_str(behind);
        Some(out)
    }

    /// The start of what stays behind all entries of a mapping wherever they go, `end` where nothing does: the comments that
    /// are indented less than `column` and the empty lines above them.
    fn left_behind(&self, entries: &[(Key, Node)], column: usize, end: usize) -> usize {
        let Some(content) = entries.last().map(content_end) else {
            return end;
        };
        let mut at = self.next_line(content);
        let mut empty = at;
        while at < end {
            let next = self.next_line(at);
            let line = &self.text[at..next];
            let bare = line.trim_start();
            if bare.starts_with('#') && line.len() - bare.len() < column {
                return empty;
            }
            at = next;
            if !bare.is_empty() {
                empty = at;
            }
        }
        end
    }

    /// How far a key is indented; behind a dash, how far behind the start of the line it stands.
    fn column(&self, key: &Key) -> usize {
        let start = key.span.start as usize;
        start - self.line_start(start)
    }

    /// The first entry of a mapping with the comments above it brought to its own depth: behind a text over several
    /// lines, comments that are indented more would become a part of it.
    fn aligned(&self, chunk: &str, key: &Key) -> String {
        let start = key.span.start as usize;
        let indent = " ".repeat(start - self.line_start(start));
        let mut out = String::with_capacity(chunk.len());
        let mut above = true;
        for line in chunk.split_inclusive('\n') {
            let bare = line.trim_start();
            above &= bare.starts_with('#') || bare.is_empty();
            if above && !bare.is_empty() {
                out.push_str(&indent);
                out.push_str(bare);
            } else {
                out.push_str(line);
            }
        }
        out
    }

    /// The entries of a mapping over several lines, each with the comments above it, in the order of writing.
    fn chunks(&self, entries: &[(Key, Node)], place: &Place, region: Range<usize>) -> Option<Vec<String>> {
        let mut starts = vec![region.start];
        for pair in entries.windows(2) {
            let (key, _) = &pair[1];
            let start = key.span.start as usize;
            let line = self.line_start(start);
            if !self.text[line..start].trim().is_empty() {
                return None;
            }
            starts.push(self.comments_above(content_end(&pair[0]), line, start - line));
        }
        starts.push(region.end);
        let chunk = |(at, (key, value)): (usize, &(Key, Node))| {
            let (start, end) = (starts[at], starts[at + 1]);
            // a value over several lines begins on the line behind its key
            let inner = if self.is_block(value) {
                self.next_line(key.span.end as usize)
            } else {
                start
            };
            let inner = inner.min(end);
            format!(
                "{}{}",
                &self.text[start..inner],
                self.region(value, &place.of_key(&key.text), inner..end)
            )
        };
        Some(entries.iter().enumerate().map(chunk).collect())
    }

    /// A list over several lines: its items stay where they are.
    fn block_seq(&self, node: &Node, items: &[Node], place: &Place, region: Range<usize>) -> Option<String> {
        let first = node.span.start as usize;
        if self.text.as_bytes().get(first) != Some(&b'-') || items.iter().any(Node::is_null) {
            return None;
        }
        let column = first - self.line_start(first);
        let mut out = String::new();
        let mut at = region.start;
        for (nth, item) in items.iter().enumerate() {
            let end = match items.get(nth + 1) {
                None => region.end,
                Some(next) => {
                    let dash = self.dash_above(next.span.start as usize, column)?;
                    self.comments_above(item.span.end as usize, dash, column)
                }
            };
            let start = item.span.start as usize;
            let line = self.line_start(start);
            let alone = self.is_block(item) && self.text[line..start].trim().is_empty();
            // comments above the first field belong to it
            let start = if alone {
                self.next_line(self.dash_above(start, column)?)
            } else {
                start
            };
            out.push_str(self.text.get(at..start)?);
            out.push_str(&self.region(item, &place.of_item(), start..end));
            at = end;
        }
        Some(out)
    }

    /// A mapping between braces: its entries change places, what stands between them stays. `None` where it holds a
    /// comment, or a key without a value.
    fn flow_map(&self, node: &Node, entries: &[(Key, Node)], place: &Place) -> Option<String> {
        let ranges: Vec<Range<usize>> = entries
            .iter()
            .map(|(key, value)| key.span.start as usize..content_end_of(key, value))
            .collect();
        let starts = ranges.iter().map(|range| range.start).chain([node.span.end as usize]);
        let ends = std::iter::once(node.span.start as usize).chain(ranges.iter().map(|range| range.end));
        let between: Vec<&str> = ends
            .zip(starts)
            .map(|(end, start)| self.text.get(end..start))
            .collect::<Option<_>>()?;
        if between.iter().any(|text| text.contains('#')) || entries.iter().any(|(_, value)| value.is_null()) {
            return None;
        }
        let mut out = between[0].to_owned();
        for (at, between) in in_order(entries, place).into_iter().zip(&between[1..]) {
            let (key, value) = &entries[at];
            out.push_str(&self.region(value, &place.of_key(&key.text), ranges[at].clone()));
            out.push_str(between);
        }
        Some(out)
    }

    fn flow_seq(&self, node: &Node, items: &[Node], place: &Place) -> String {
        let mut out = String::new();
        let mut at = node.span.start as usize;
        for item in items {
            let (start, end) = (item.span.start as usize, item.span.end as usize);
            if start < at {
                continue;
            }
            out.push_str(&self.text[at..start]);
            out.push_str(&self.region(item, &place.of_item(), start..end));
            at = end;
        }
        out.push_str(&self.text[at..node.span.end as usize]);
        out
    }

    /// Whether a value is written between brackets or braces. The span of a list whose dashes are not indented begins with its
    /// first item, and that item may be one.
    fn is_flow(&self, node: &Node) -> bool {
        let first = match &node.value {
            NodeValue::Seq(items) => items.first().map(|item| item.span.start),
            _ => None,
        };
        first.is_none_or(|first| first > node.span.start)
            && matches!(self.text.as_bytes().get(node.span.start as usize), Some(b'{' | b'['))
    }

    /// Whether a value is a mapping or list over several lines, written here.
    fn is_block(&self, node: &Node) -> bool {
        matches!(node.value, NodeValue::Map(_) | NodeValue::Seq(_)) && contains(node) && !self.is_flow(node)
    }

    /// The start of the lines with comments and the empty lines above the line of a key, as far as they belong to the
    /// key: not above the content before it, and not those that are indented more.
    fn comments_above(&self, content: usize, line: usize, column: usize) -> usize {
        let mut start = line;
        while start > content {
            let above = self.line_start(start - 1);
            let text = &self.text[above..start];
            let indent = text.len() - text.trim_start().len();
            let belongs = text.trim().is_empty() || (text.trim_start().starts_with('#') && indent <= column);
            if above <= content || !belongs {
                break;
            }
            start = above;
        }
        start
    }

    /// The start of the nearest line at or above an offset whose dash stands in a column, and what is before it does not.
    fn dash_above(&self, offset: usize, column: usize) -> Option<usize> {
        let mut line = self.line_start(offset);
        loop {
            let text = &self.text[line..];
            let is_dash = text.as_bytes().get(column) == Some(&b'-') && text[..column].trim().is_empty();
            if is_dash && line + column <= offset {
                return Some(line);
            }
            line = self.line_start(line.checked_sub(1)?);
        }
    }

    fn line_start(&self, offset: usize) -> usize {
        self.text[..offset].rfind('\n').map_or(0, |at| at + 1)
    }

    fn next_line(&self, offset: usize) -> usize {
        self.text[offset..]
            .find('\n')
            .map_or(self.text.len(), |at| offset + at + 1)
    }

    /// The end of the document that ends its content at an offset: a line `...`, or the end of the text.
    fn document_end(&self, content: usize) -> usize {
        let mut at = self.next_line(content);
        while at < self.text.len() && !self.text[at..].starts_with("...") {
            at = self.next_line(at);
        }
        at
    }
}

/// The positions of entries in the house order.
fn in_order(entries: &[(Key, Node)], place: &Place) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|at| place.rank(&entries[*at].0.text));
    order
}

/// Whether what a node holds is written where it stands; what an alias repeats is written elsewhere.
fn contains(node: &Node) -> bool {
    let within = |span: crate::text::Span| node.span.start <= span.start && span.end <= node.span.end;
    match &node.value {
        NodeValue::Map(entries) => entries
            .iter()
            .all(|(key, value)| within(key.span) && within(value.span)),
        NodeValue::Seq(items) => items.iter().all(|item| within(item.span)),
        NodeValue::Null | NodeValue::Scalar(_) => true,
    }
}

fn content_end((key, value): &(Key, Node)) -> usize {
    content_end_of(key, value)
}

fn content_end_of(key: &Key, value: &Node) -> usize {
    key.span.end.max(value.span.end) as usize
}

/// A text without the empty lines at its start and its end.
fn without_empty_lines(text: &str) -> &str {
    let start = text.len() - text.trim_start().len();
    let start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let bare = text.trim_end();
    let end = text[bare.len()..]
        .find('\n')
        .map_or(text.len(), |at| bare.len() + at + 1);
    &text[start.min(end)..end]
}
