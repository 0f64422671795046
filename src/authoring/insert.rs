//! Adding a record to a file: a piece of text goes in, every other byte stays.

use crate::syntax::{Node, NodeValue, SectionRef, parse};
use crate::text::FileId;

/// Why a record cannot be added to a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotInsert {
    /// The file has errors of syntax, among which nothing finds its place.
    #[error("it breaks the syntax of YAML")]
    Broken,
    /// The section is written in brackets, in which no lines can be added.
    #[error("its section `{0}` is written in brackets; give each record a line of its own that begins with `- `")]
    Brackets(&'static str),
    /// The new text would change what stands in the file.
    #[error("its section `{0}` ends in a way in which nothing can be added safely; add the record by hand")]
    Unsafe(&'static str),
}

/// Adds a record, written as an item of a list with an indentation of two, to a section of a file: behind its last
/// record, or at the end of the file with the name of the section above it.
///
/// # Errors
/// Where the rest of the file would not stay what it is.
pub fn insert(text: &str, section: SectionRef, item: &str) -> Result<String, CannotInsert> {
    let mut out = Vec::new();
    let before = parse(FileId(0), text, &mut out);
    let mapping = before.as_ref().is_none_or(|root| root.as_map().is_some());
    if !out.is_empty() || !mapping {
        return Err(CannotInsert::Broken);
    }
    let name = section.name();
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let found = before.as_ref().and_then(Node::as_map).and_then(|entries| {
        let entry = entries.iter().find(|(key, _)| key.text == name);
        entry.map(|(key, node)| (key.span.end as usize, node))
    });
    let (at, indent, head) = match found {
        None => (text.len(), 2, Some(name)),
        Some((key_end, node)) => match &node.value {
            // `sources:` with nothing behind it
            NodeValue::Null => (line_behind(text, key_end), 2, None),
            NodeValue::Seq(items) if text.as_bytes().get(node.span.start as usize) != Some(&b'[') => {
                let first = items.first().map_or(node.span.start, |item| item.span.start) as usize;
                let indent = dash_column(text, first).ok_or(CannotInsert::Unsafe(name))?;
                (end_of_list(text, node.span.end as usize, indent), indent, None)
            }
            _ => return Err(CannotInsert::Brackets(name)),
        },
    };
    let mut piece = String::new();
    if at > 0 && !text[..at].ends_with('\n') {
        piece.push_str(line_break);
    }
    if let Some(name) = head {
        if before.is_some() {
            piece.push_str(line_break);
        }
        piece.push_str(&format!("{name}:{line_break}"));
    }
    for line in item.lines() {
        let line = line.strip_prefix("  ").unwrap_or(line);
        piece.push_str(&format!("{}{line}{line_break}", " ".repeat(indent)));
    }
    let after = format!("{}{piece}{}", &text[..at], &text[at..]);
    if is_addition(before.as_ref(), &after, name) {
        Ok(after)
    } else {
        Err(CannotInsert::Unsafe(name))
    }
}

/// Whether a text says what was said before, and one record of the section more, the last.
fn is_addition(before: Option<&Node>, after: &str, section: &str) -> bool {
    let mut out = Vec::new();
    let Some(root) = parse(FileId(0), after, &mut out) else {
        return false;
    };
    let old = before.and_then(Node::as_map).unwrap_or_default();
    let new = root.as_map().unwrap_or_default();
    let same = |(key, value): &(crate::syntax::Key, Node)| {
        let now = root.get(&key.text);
        match (key.text == section, now) {
            (false, Some(now)) => value.same(now),
            (true, Some(now)) => {
                let (was, now) = (value.as_seq().unwrap_or_default(), now.as_seq().unwrap_or_default());
                now.len() == was.len() + 1 && was.iter().zip(now).all(|(was, now)| was.same(now))
            }
            (_, None) => false,
        }
    };
    let added = usize::from(!old.iter().any(|(key, _)| key.text == section));
    out.is_empty() && new.len() == old.len() + added && old.iter().all(same)
}

/// The column of the dash before an item, where nothing but the dash stands before it on its line.
fn dash_column(text: &str, item: usize) -> Option<usize> {
    let line = text[..item].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line..item];
    let column = before.find('-')?;
    before[..column].trim().is_empty().then_some(column)
}

/// Where the line that holds an offset ends, behind its line break.
fn line_behind(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |at| offset + at + 1)
}

/// Behind a list that ends at an offset, and behind the comments that are indented more than its dashes.
fn end_of_list(text: &str, end: usize, indent: usize) -> usize {
    let mut at = line_behind(text, end);
    let mut found = at;
    while at < text.len() {
        let next = line_behind(text, at);
        let line = &text[at..next];
        let bare = line.trim_start();
        let is_comment = bare.starts_with('#') && line.len() - bare.len() > indent;
        if !is_comment && !bare.is_empty() {
            break;
        }
        at = next;
        if is_comment {
            found = at;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ITEM: &str = "  - id: new\n    kind: TODO    # what\n";

    fn into(text: &str) -> Result<String, CannotInsert> {
        insert(text, SectionRef::of("sources").unwrap(), ITEM)
    }

    #[test]
    fn behind_the_last_record_and_nowhere_else() {
        let text = "# top\nsources:\n  - id: a\n    note: |\n      x\n\n    # of a\n\n# of deals\ndeals:\n  - id: d\n";
        let after = into(text).unwrap();
        assert_eq!(
            after,
            "# top\nsources:\n  - id: a\n    note: |\n      x\n\n    # of a\n  - id: new\n    kind: TODO    # what\n\n# of deals\ndeals:\n  - id: d\n"
        );
    }

    #[test]
    fn in_the_style_of_the_file() {
        assert_eq!(
            into("sources:\r\n- id: a").unwrap(),
            "sources:\r\n- id: a\r\n- id: new\r\n  kind: TODO    # what\r\n"
        );
        assert_eq!(into("").unwrap(), format!("sources:\n{ITEM}"));
        assert_eq!(into("# only\n").unwrap(), format!("# only\nsources:\n{ITEM}"));
        assert_eq!(into("case: x").unwrap(), format!("case: x\n\nsources:\n{ITEM}"));
        assert_eq!(
            into("sources:  # none\ncase: x\n").unwrap(),
            format!("sources:  # none\n{ITEM}case: x\n")
        );
        let flow = "sources:\n    - {id: a}   # one\n";
        assert_eq!(
            into(flow).unwrap(),
            format!("{flow}    - id: new\n      kind: TODO    # what\n")
        );
    }

    #[test]
    fn what_cannot_be_done_safely_is_refused() {
        assert_eq!(into("sources: [{id: a}]\n"), Err(CannotInsert::Brackets("sources")));
        assert_eq!(into("sources: {id: a}\n"), Err(CannotInsert::Brackets("sources")));
        assert_eq!(into("a: \"b\" c\n"), Err(CannotInsert::Broken));
        assert_eq!(into("- a\n"), Err(CannotInsert::Broken));
        // the empty lines are part of the text before them
        assert_eq!(
            into("sources:\n  - id: a\n    note: |+\n      x\n\n\ndeals: []\n"),
            Err(CannotInsert::Unsafe("sources"))
        );
        // the end of the document
        assert_eq!(into("case: x\n...\n"), Err(CannotInsert::Unsafe("sources")));
    }
}
