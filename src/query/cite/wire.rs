use serde::Serialize;

use super::{Cited, Item, csl, name};
use crate::judge::View;
use crate::tell::wire::{as_of, known_at};

/// The citation as JSON, `frenemy/cite/1`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// `frenemy/cite/1`.
    pub schema: &'static str,
    /// What is cited.
    pub subject: String,
    /// The asked date or window.
    pub as_of: String,
    /// The day of knowledge.
    pub known_at: Option<String>,
    /// The program's version and the hash of its data.
    pub version: String,
    /// The sources as CSL-JSON items.
    pub sources: Vec<Item>,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, cited: &Cited) -> Answer {
    Answer {
        schema: "frenemy/cite/1",
        subject: name(view, cited.subject),
        as_of: as_of(view),
        known_at: known_at(view),
        version: cited.version.clone(),
        sources: csl(view, cited),
    }
}
