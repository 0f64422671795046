//! The tree of a file: what YAML says, before any field is known.

use crate::text::Span;

/// A value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it stands. An empty value has the place of its key; an alias its own place, while the values inside it keep
    /// the places where they are written.
    pub span: Span,
    /// What it holds.
    pub value: NodeValue,
}

/// What a node holds. Every scalar is text: its type comes from its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeValue {
    /// Nothing was written; `~` and `null` are texts.
    Null,
    /// A text, after quotes and escapes are taken away.
    Scalar(String),
    /// A list.
    Seq(Vec<Node>),
    /// A mapping in the order of writing, without duplicate keys.
    Map(Vec<(Key, Node)>),
}

/// The key of a mapping's entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Where it stands, quotes included.
    pub span: Span,
    /// The key itself.
    pub text: String,
    /// Whether neither a colon nor a value follows it, as between brackets behind a comma that was meant as a part of the
    /// value before.
    pub bare: bool,
}

impl Node {
    /// The text of a scalar.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let NodeValue::Scalar(text) = &self.value {
            Some(text)
        } else {
            None
        }
    }

    /// The items of a list.
    #[must_use]
    pub fn as_seq(&self) -> Option<&[Self]> {
        if let NodeValue::Seq(items) = &self.value {
            Some(items)
        } else {
            None
        }
    }

    /// The entries of a mapping.
    #[must_use]
    pub fn as_map(&self) -> Option<&[(Key, Self)]> {
        if let NodeValue::Map(entries) = &self.value {
            Some(entries)
        } else {
            None
        }
    }

    /// The value of a key, if this is a mapping that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_map()?
            .iter()
            .find(|(k, _)| k.text == key)
            .map(|(_, value)| value)
    }

    /// Whether it says the same as another, wherever each stands and whatever the order of keys.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (NodeValue::Seq(a), NodeValue::Seq(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b)),
            (NodeValue::Map(a), NodeValue::Map(b)) => {
                a.len() == b.len() && a.iter().all(|(key, a)| other.get(&key.text).is_some_and(|b| a.same(b)))
            }
            (a, b) => a == b,
        }
    }

    /// Whether nothing was written.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self.value, NodeValue::Null)
    }

    /// What it is, in words: `nothing`, `text`, `a list` or `a mapping`.
    #[must_use]
    pub const fn describe(&self) -> &'static str {
        match self.value {
            NodeValue::Null => "nothing",
            NodeValue::Scalar(_) => "text",
            NodeValue::Seq(_) => "a list",
            NodeValue::Map(_) => "a mapping",
        }
    }
}
