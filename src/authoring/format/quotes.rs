//! Quotes around words that our reader takes for text and others for something else.
//!
//! YAML 1.1, which PyYAML and others read, has more booleans than `true` and `false`, nulls, and numbers in many forms: the
//! country `NO` is false to them, the alias `010` eight. Here the type of a value comes from its field, so that dates,
//! figures and the words of our own tables (`found: no`, the key `on`) stay as they are.

use super::order::Place;
use crate::authoring::scalar::{is_number_elsewhere, is_word_elsewhere};
use crate::syntax::{Node, NodeValue};
use crate::text::Span;
use crate::vocab::Type;

/// The text with quotes where they are needed.
pub(super) fn quoted(text: &str, root: &Node) -> String {
    let mut places = Vec::new();
    collect(text, root, &Place::File, &mut places);
    places.sort_unstable();
    // what an alias repeats is met more than once
    places.dedup();
    let mut out = String::with_capacity(text.len() + 2 * places.len());
    let mut at = 0;
    for Span { start, end, .. } in places {
        let (start, end) = (start as usize, end as usize);
        out.push_str(&text[at..start]);
        out.push_str(&format!("\"{}\"", &text[start..end]));
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

fn collect(text: &str, node: &Node, place: &Place, out: &mut Vec<Span>) {
    // quotes, anchors and line breaks make what is written differ from what is read; a block of text of one line does not, and
    // begins its line as nothing else does but an item between brackets
    let plain = |span: Span, read: &str| {
        let (start, end) = (span.start as usize, span.end as usize);
        let before = &text[..start];
        let begins_line = before.trim_end_matches([' ', '\t']).ends_with('\n');
        let item = before.trim_end().ends_with(['[', '{', ',']);
        text.get(start..end) == Some(read) && (item || !begins_line)
    };
    match &node.value {
        NodeValue::Null => {}
        NodeValue::Scalar(read) => {
            let other = is_word_elsewhere(read) || is_number_elsewhere(read);
            if other && place.is_text() && plain(node.span, read) {
                out.push(node.span);
            }
        }
        NodeValue::Seq(items) => {
            let place = place.of_item();
            items.iter().for_each(|item| collect(text, item, &place, out));
        }
        NodeValue::Map(entries) => {
            for (key, value) in entries {
                if place.has_keys_of_data() && is_word_elsewhere(&key.text) && plain(key.span, &key.text) {
                    out.push(key.span);
                }
                collect(text, value, &place.of_key(&key.text), out);
            }
        }
    }
}

impl Place {
    /// Whether keys are names and ids rather than our own words.
    const fn has_keys_of_data(&self) -> bool {
        use Type as T;
        matches!(
            self,
            Self::Value(T::ByCompany(_) | T::ByLanguage(_) | T::ByHolder(_) | T::Names | T::Text)
        )
    }

    /// Whether any word and any digits are a text: a name, an id, a ticker.
    pub(in crate::authoring) const fn is_text(&self) -> bool {
        use Type as T;
        matches!(
            self,
            Self::Value(
                T::Id
                    | T::Line
                    | T::Text
                    | T::Country
                    | T::Language
                    | T::Lei
                    | T::Qid
                    | T::Ref(_)
                    | T::ProductOrName
                    | T::Asserter
                    | T::HolderOrUnknown
                    | T::OneOrMore(T::Line | T::Id | T::Ref(_))
                    | T::Citation
            )
        )
    }
}
