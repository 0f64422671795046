use serde::{Deserialize, Serialize};

use super::ids::SourceId;
use crate::values::{Str, Text};

/// A source as a record cites it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// Its words.
    pub quote: Option<Str>,
    /// Where in it.
    pub locator: Option<Str>,
}

/// A different value that somebody reports for one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherReport {
    /// The field.
    pub field: Str,
    /// What else is said.
    pub value: Text,
    /// Why the record does not carry it.
    pub note: Option<Text>,
    /// Who says so.
    pub sources: Vec<Citation>,
}
