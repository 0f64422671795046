//! Keys that a mapping has more than once.

use super::budget::MAX_PROBLEMS;
use super::refused;
use super::slips;
use super::tree::{Key, Node, NodeValue};
use crate::diagnostics::Diagnostic;

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
    out.extend(groups.iter().take(MAX_PROBLEMS).map(|group| {
        let (first, second) = (&entries[group[0]].0, &entries[group[1]].0);
        let slip = slips::remedy(entries, group[1]);
        refused::duplicate_key(&first.text, group.len(), first.span, second.span, slip)
    }));

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;
    use crate::text::FileId;

    #[test]
    fn both_places_are_named_and_no_record_is_lost() {
        let text = "tên: [a]\nx: {y: 1, z: 2, y: 3}\ntên: [b]\ntên: [c]\n";
        let mut out = Vec::new();
        let node = parse(FileId(0), text, &mut out).unwrap();
        let found: Vec<_> = out
            .iter()
            .map(|d| (d.primary.span.start, d.secondary[0].span.start))
            .collect();
        assert_eq!(found, [(26, 14), (text.rfind("tên: [b").unwrap() as u32, 0)]);
        assert_eq!(out[1].headline, "the key `tên` occurs 3 times");
        let names = node.get("tên").and_then(Node::as_seq).unwrap();
        assert_eq!(
            names.iter().map(Node::as_str).collect::<Vec<_>>(),
            [Some("a"), Some("b"), Some("c")]
        );
        assert_eq!(node.get("x").and_then(|x| x.get("y")).and_then(Node::as_str), Some("1"));
    }
}
