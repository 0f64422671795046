//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::Owners;
use crate::judge::View;
use crate::judge::sums::Ledger;
use crate::request::Told;
use crate::tell::holding::HoldingWire;
use crate::tell::intention::IntentionWire;
use crate::tell::wire::ParentWire;

/// The answer as JSON, `frenemy/owners/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The company's id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// Whether `holdings` are what it owns, and not who owns it.
    pub reverse: bool,
    /// The holdings: the whole first, then the greatest shares, then parts of unknown size.
    pub holdings: Vec<HoldingWire>,
    /// What was announced within the asked time, and makes nobody an owner yet.
    pub announced: Vec<IntentionWire>,
    /// The companies it belonged to within the asked time, the nearest first.
    pub part_of: Vec<ParentWire>,
}

impl Told for Answer {
    const NAME: &'static str = "owners";
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Owners) -> Answer {
    let ledger = Ledger::of(view, std::iter::empty());
    let holding = |owning: &crate::judge::holdings::Owning| {
        let holding = &owning.holding;
        let named = if found.reverse { holding.owned } else { holding.owner };
        HoldingWire::of(view, *owning, named)
    };
    let announced = found.announced.iter();
    Answer {
        company: view.model()[found.company].id.to_string(),
        name: view.graph.name(found.company).to_owned(),
        reverse: found.reverse,
        holdings: found.held.iter().map(holding).collect(),
        announced: announced.map(|one| IntentionWire::of(view, &ledger, one)).collect(),
        part_of: ParentWire::all(view.model(), &found.parents),
    }
}
