//! What a format could not carry.

use std::collections::BTreeMap;

/// Something that a format could not carry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loss {
    /// The record, by its id.
    pub record: String,
    /// The field.
    pub field: &'static str,
}

/// All that an export left behind, by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    by_reason: BTreeMap<&'static str, Vec<Loss>>,
}

impl Losses {
    /// Notes one.
    pub(super) fn note(&mut self, reason: &'static str, record: &str, field: &'static str) {
        self.by_reason.entry(reason).or_default().push(Loss {
            record: record.to_owned(),
            field,
        });
    }

    /// Adds those of a part.
    pub(super) fn add(&mut self, other: Self) {
        for (reason, losses) in other.by_reason {
            self.by_reason.entry(reason).or_default().extend(losses);
        }
    }

    /// Whether nothing was left behind.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_reason.is_empty()
    }

    /// Each reason with what was left behind for it, in the order of the reasons.
    pub fn by_reason(&self) -> impl Iterator<Item = (&'static str, &[Loss])> {
        self.by_reason
            .iter()
            .map(|(reason, losses)| (*reason, losses.as_slice()))
    }
}
