use serde::Serialize;

use super::{Cited, Item, csl, name};
use crate::judge::View;
use crate::request::Told;

/// The citation as JSON, `frenemy/cite/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// What is cited.
    pub subject: String,
    /// The sources as CSL-JSON items.
    pub sources: Vec<Item>,
}

impl Told for Answer {
    const NAME: &'static str = "cite";
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, cited: &Cited) -> Answer {
    Answer {
        subject: name(view, cited.subject),
        sources: csl(view, cited),
    }
}
