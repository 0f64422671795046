//! The words for a record and its sources that lists, evidence and data share.

use crate::derived::Standing;
use crate::vocab::Side;

/// The side of a relation's first tie, which is the side of all of them in every kind that has one.
pub(crate) fn main_side(relation: &crate::model::Relation) -> Side {
    relation
        .kind()
        .ties
        .first()
        .map_or(Side::Neutral, |tie| relation.side(tie))
}

/// When a source was published, as it says it: one date, or a range.
pub(crate) fn published(source: &crate::model::Source) -> String {
    match source.published {
        Some(range) if range.to == Some(range.from) => range.from.to_string(),
        Some(range) => range.to_string(),
        None => String::new(),
    }
}

/// The word for a standing in CSV, the same as in JSON.
pub(crate) const fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Counts => "counts",
        Standing::Intended => "intended",
        Standing::Unsettled => "unsettled",
        Standing::Unbinding => "unbinding",
        Standing::Outweighed => "outweighed",
        Standing::Refuted => "refuted",
        Standing::Withdrawn => "withdrawn",
        Standing::Unknown => "unknown",
    }
}
