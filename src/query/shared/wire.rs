//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::{Leg, Partner, Shared};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::sums::Ledger;
use crate::request::Told;
use crate::tell::network::CompanyWire;
use crate::tell::sums::TotalWire;
use crate::tell::wire::{BoundaryWire, TieWire};
use crate::vocab::Zone;

/// The answer as JSON, `frenemy/shared/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The first company.
    pub a: CompanyWire,
    /// The second company.
    pub b: CompanyWire,
    /// Whether the two are one group within the asked time: `yes`, `maybe` or `no`.
    pub one_group: Presence,
    /// Who cooperates with both.
    pub partners: Vec<PartnerWire>,
    /// What the amounts of their ties come to.
    pub sums: Vec<TotalWire>,
}

impl Told for Answer {
    const NAME: &'static str = "shared";
}

/// A company that cooperates with both.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PartnerWire {
    /// Its id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// How surely it does so on one day within the asked time: `yes`, `maybe`, `presumed` or `no`.
    pub together: Presence,
    /// Whether firm ties alone say so.
    pub firm: bool,
    /// Since when it surely cooperates with both at one time; `null` where no such time is certain.
    pub since: Option<BoundaryWire>,
    /// Until when; `null` where no end is known.
    pub until: Option<BoundaryWire>,
    /// What it is to the first and to the second.
    pub with: [LegWire; 2],
}

/// What it is to one of the two.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct LegWire {
    /// The id of that one.
    pub company: String,
    /// Its stance towards it.
    pub stance: Zone,
    /// `yes`, `maybe` or `presumed`.
    pub holds: Presence,
    /// What the stance may be instead, should ties with too coarse dates hold.
    pub possibly: Option<Zone>,
    /// The stance that firm ties alone give.
    pub firm: Zone,
    /// Whether it competes with that one at some time within the asked one: `yes`, `maybe`, `presumed` or `no`.
    pub competes: Presence,
    /// Cooperative and competitive ties, told from it: `role` is its own.
    pub ties: Vec<TieWire>,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Shared) -> Answer {
    let [a, b] = found.pair.map(|id| CompanyWire::of(view, id));
    let ledger = found.ledger(view);
    Answer {
        a,
        b,
        one_group: found.one_group,
        partners: found
            .partners
            .iter()
            .map(|found| partner(view, &ledger, found))
            .collect(),
        sums: TotalWire::all(view, &ledger),
    }
}

fn partner(view: &View<'_>, ledger: &Ledger<'_>, partner: &Partner) -> PartnerWire {
    let CompanyWire { company, name } = CompanyWire::of(view, partner.company);
    PartnerWire {
        company,
        name,
        together: partner.together,
        firm: partner.firm,
        since: partner.begins.as_ref().map(|boundary| BoundaryWire::of(view, boundary)),
        until: partner.ends.as_ref().map(|boundary| BoundaryWire::of(view, boundary)),
        with: partner.legs.each_ref().map(|found| leg(view, ledger, found)),
    }
}

fn leg(view: &View<'_>, ledger: &Ledger<'_>, leg: &Leg) -> LegWire {
    LegWire {
        company: view.model()[leg.step.to].id.to_string(),
        stance: leg.stance.zone,
        holds: leg.stance.presence,
        possibly: leg.stance.possibly,
        firm: leg.firm,
        competes: leg.competes(),
        ties: leg.step.ties.iter().map(|tie| TieWire::of(view, ledger, tie)).collect(),
    }
}
