//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::Connection;
use crate::graph::Presence;
use crate::judge::View;
use crate::request::Told;
use crate::tell::network::{CompanyWire, StepWire};
use crate::tell::sums::TotalWire;

/// The answer as JSON, `frenemy/path/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The one company.
    pub from: CompanyWire,
    /// The other.
    pub to: CompanyWire,
    /// Companies that no path may touch.
    pub avoid: Vec<String>,
    /// Whether competition connects too.
    pub competition: bool,
    /// Whether the two are one group within the asked time.
    pub one_group: bool,
    /// The paths, those with the fewest steps first.
    pub paths: Vec<PathWire>,
    /// What the amounts of their ties come to.
    pub sums: Vec<TotalWire>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

impl Told for Answer {
    const NAME: &'static str = "path";
}

/// One path.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PathWire {
    /// Its companies, both ends among them.
    pub companies: Vec<String>,
    /// How surely all its steps hold on one day: `yes`, `maybe`, `presumed` or `no`.
    pub together: Presence,
    /// Its steps.
    pub steps: Vec<StepWire>,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Connection) -> Answer {
    let id = |company: crate::model::CompanyId| view.model()[company].id.to_string();
    let ledger = found.ledger(view);
    let paths = found.routes.iter().map(|route| PathWire {
        companies: std::iter::once(found.from)
            .chain(route.steps.iter().map(|step| step.to))
            .map(id)
            .collect(),
        together: route.together,
        steps: route
            .steps
            .iter()
            .map(|step| StepWire::of(view, &ledger, step))
            .collect(),
    });
    Answer {
        from: CompanyWire::of(view, found.from),
        to: CompanyWire::of(view, found.to),
        avoid: found.wanted.avoid.iter().map(|company| id(*company)).collect(),
        competition: found.wanted.competition,
        one_group: found.one_group > Presence::No,
        paths: paths.collect(),
        sums: TotalWire::all(view, &ledger),
        more: found.more,
    }
}
