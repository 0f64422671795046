//! The answer as JSON. These types are promises: the model may change under them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{End, Length, Spell, Transitions};
use crate::judge::View;
use crate::judge::when::When;
use crate::request::Told;
use crate::tell::wire::BoundaryWire;
use crate::values::Day;
use crate::vocab::Zone;

/// The transitions as JSON, `frenemy/transitions/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The turns by stance before and after.
    pub moves: Vec<MoveWire>,
    /// How many pairs still stand in each stance that they first took.
    pub unmoved: BTreeMap<&'static str, usize>,
    /// Pairs whose stance turned.
    pub pairs: Vec<PairWire>,
    /// Recognition lags; upper bounds, since the record may not have the first naming there was.
    pub lags: Vec<LagWire>,
    /// The median of the lags that end in a naming, in days.
    pub median_lag_days: Option<LengthWire>,
    /// Competitive relations that no company is recorded to name.
    pub unnamed: usize,
}

impl Told for Answer {
    const NAME: &'static str = "transitions";
}

/// A number of days that lies in a range.
#[derive(Clone, Copy, Debug, Serialize, schemars::JsonSchema)]
pub struct LengthWire {
    /// The least.
    pub least: i32,
    /// The most; `null` where nothing bounds it.
    pub most: Option<i32>,
}

/// All turns from one stance to another.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct MoveWire {
    /// The stance before.
    pub from: Zone,
    /// The stance after.
    pub to: Zone,
    /// How many.
    pub count: usize,
    /// The median length of the spells before, in days.
    pub median_days: LengthWire,
}

/// The stances of one pair.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PairWire {
    /// One company.
    pub a: String,
    /// The other.
    pub b: String,
    /// Its spells, the oldest first.
    pub spells: Vec<SpellWire>,
}

/// A time in one stance.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SpellWire {
    /// The stance.
    pub stance: Zone,
    /// How it began.
    pub from: BoundaryWire,
    /// How it ended; `null` where it lasts still.
    pub to: Option<BoundaryWire>,
    /// `turned`, `absorbed`, `still` or `presumed`.
    #[schemars(extend("enum" = ["turned", "absorbed", "still", "presumed"]))]
    pub end: &'static str,
    /// Whether it began before the record.
    pub left_censored: bool,
    /// Whether its end is not known or not its own.
    pub right_censored: bool,
    /// How many days it lasted.
    pub days: LengthWire,
}

/// From when products meet until one company names the other.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct LagWire {
    /// Who names.
    pub by: String,
    /// Whom.
    pub names: String,
    /// The competitive relation.
    pub relation: String,
    /// When the products met, at its own precision.
    pub met: Option<String>,
    /// The first recorded naming; `null` where there is none.
    pub named: Option<String>,
    /// Where.
    pub source: Option<String>,
    /// The days between; negative where the naming came first.
    pub days: Option<LengthWire>,
}

impl From<Length> for LengthWire {
    fn from(length: Length) -> Self {
        Self {
            least: length.least,
            most: length.most,
        }
    }
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Transitions) -> Answer {
    let model = view.model();
    let date = |when: When| match when {
        When::On(date) => Some(date.to_string()),
        When::By(_) => Some("unknown".to_owned()),
        When::Between(from, to) => Some(format!("{from}/{to}")),
        When::From(day) => (day < Day::MAX).then(|| format!("{day}/..")),
    };
    Answer {
        moves: found
            .moves
            .iter()
            .map(|at| MoveWire {
                from: at.from,
                to: at.to,
                count: at.count,
                median_days: at.median.into(),
            })
            .collect(),
        unmoved: found.unmoved.iter().map(|(zone, n)| (zone.name(), *n)).collect(),
        pairs: found
            .pairs
            .iter()
            .map(|history| PairWire {
                a: model[history.pair.0].id.to_string(),
                b: model[history.pair.1].id.to_string(),
                spells: history.spells.iter().map(|at| spell(view, at)).collect(),
            })
            .collect(),
        lags: found
            .lags
            .iter()
            .map(|lag| LagWire {
                by: model[lag.by].id.to_string(),
                names: model[lag.other].id.to_string(),
                relation: model[lag.relation].id.to_string(),
                met: date(lag.met),
                named: lag.named.and_then(|(when, _)| date(when)),
                source: lag.named.map(|(_, source)| model[source].id.to_string()),
                days: lag.length.map(Into::into),
            })
            .collect(),
        median_lag_days: found.median_lag.map(Into::into),
        unnamed: found.unnamed,
    }
}

fn spell(view: &View<'_>, spell: &Spell) -> SpellWire {
    let (left_censored, right_censored) = spell.censored();
    let (to, end) = match &spell.end {
        End::Turned(end) => (Some(BoundaryWire::of(view, end)), "turned"),
        End::Absorbed(end) => (Some(BoundaryWire::of(view, end)), "absorbed"),
        End::Still { presumed: false, .. } => (None, "still"),
        End::Still { presumed: true, .. } => (None, "presumed"),
    };
    SpellWire {
        stance: spell.zone,
        from: BoundaryWire::of(view, &spell.from),
        to,
        end,
        left_censored,
        right_censored,
        days: spell.length().into(),
    }
}
