//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::{Held, Owners};
use crate::derived::{Cause, Part};
use crate::graph::Presence;
use crate::judge::View;
use crate::model::CompanyId;
use crate::request::Told;
use crate::values::{Day, Interval};
use crate::vocab::StakeBasis;

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
    /// The companies it belonged to within the asked time, the nearest first.
    pub part_of: Vec<String>,
    /// Pairs who control it at one time, neither inside the other, so that it is rolled up to neither.
    pub two_controllers: Vec<[String; 2]>,
}

impl Told for Answer {
    const NAME: &'static str = "owners";
}

/// A holding.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct HoldingWire {
    /// Who owns.
    pub owner: String,
    /// What is owned.
    pub owned: String,
    /// The name of the other company.
    pub name: String,
    /// How much.
    pub part: PartWire,
    /// The share, where `part` is `share`: `about 27%`.
    pub share: Option<String>,
    /// What the share is a share of, where it is said: `votes`, `economic`, `as_converted`.
    pub basis: Option<StakeBasis>,
    /// Whether the owner controls the company by this holding alone.
    pub controls: bool,
    /// Whether several bought the company together, so that their parts make up the whole.
    pub common: bool,
    /// Whether a record of lower grade says otherwise.
    pub disputed: bool,
    /// When it began.
    pub start: BoundsWire,
    /// The first day without it; `null` where no end is known.
    pub end: Option<BoundsWire>,
    /// Whether it holds at the asked time.
    pub holds: Presence,
    /// The record that shows it; `null` where the company's own record declares it.
    pub record: Option<String>,
}

/// How much somebody owns.
#[derive(Clone, Copy, Debug, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartWire {
    /// All of it.
    Whole,
    /// A stated share.
    Share,
    /// A part, nobody says how much.
    Unknown,
}

/// A day known to lie within bounds.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct BoundsWire {
    /// The earliest day; `null` where it lies as far back as anything.
    pub earliest: Option<String>,
    /// The latest day; `null` where it may lie as far ahead as anything, or the start is not recorded.
    pub latest: Option<String>,
}

impl BoundsWire {
    fn of((earliest, latest): (Day, Day)) -> Self {
        let day = |day: Day| (day != Day::MIN && day != Day::MAX).then(|| day.to_string());
        Self {
            earliest: day(earliest),
            latest: day(latest),
        }
    }

    fn end(interval: Interval) -> Option<Self> {
        (interval.end().1 < Day::MAX).then(|| Self::of(interval.end()))
    }
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Owners) -> Answer {
    let model = view.model();
    let id = |id: CompanyId| model[id].id.to_string();
    Answer {
        company: id(found.company),
        name: view.graph.name(found.company).to_owned(),
        reverse: found.reverse,
        holdings: found.held.iter().map(|held| holding(view, found, *held)).collect(),
        part_of: found.parents.iter().map(|parent| id(*parent)).collect(),
        two_controllers: found.rivals.iter().map(|(a, b)| [id(*a), id(*b)]).collect(),
    }
}

fn holding(view: &View<'_>, found: &Owners, held: Held) -> HoldingWire {
    let (model, holding) = (view.model(), held.holding);
    let other = if found.reverse { holding.owned } else { holding.owner };
    let (part, share) = match holding.part {
        Part::Whole => (PartWire::Whole, None),
        Part::Share(share) => (PartWire::Share, Some(share.to_string())),
        Part::Unknown => (PartWire::Unknown, None),
    };
    HoldingWire {
        owner: model[holding.owner].id.to_string(),
        owned: model[holding.owned].id.to_string(),
        name: model[other].label().to_owned(),
        part,
        share,
        basis: holding.basis,
        controls: holding.controls,
        common: holding.common,
        disputed: holding.disputed,
        start: BoundsWire::of(holding.interval.start()),
        end: BoundsWire::end(holding.interval),
        holds: held.presence,
        record: match holding.cause {
            Cause::Relation(id) => Some(model[id].id.to_string()),
            Cause::Succession(id) => Some(model[id].id.to_string()),
            Cause::Declared => None,
        },
    }
}
