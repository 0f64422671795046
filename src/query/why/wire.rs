//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::record::Lapse;
use super::{EndRule, Meeting, Reason, WhyPair};
use crate::derived::{Began, Standing};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::disagreements::Disagreement;
use crate::judge::sums::Ledger;
use crate::request::Told;
use crate::tell::record::main_side;
use crate::tell::sums::TotalWire;
use crate::tell::wire::{BoundaryWire, TieWire};
use crate::values::Day;
use crate::vocab::{Confidence, Side, Zone};

/// Why a relation stands as it does, as JSON, `frenemy/why-relation/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// `case/id`.
    pub relation: String,
    /// The side.
    pub side: Side,
    /// Whether it counts.
    pub standing: Standing,
    /// Whether it needs no reservation other than age.
    pub firm: bool,
    /// `yes`, `maybe`, `presumed` or `no`.
    pub holds: Presence,
    /// The earliest and the latest day of its start.
    pub start: Bounds,
    /// What gave it: `since`, `observed`, `announced`, `earliest_trace`, or `none` where nothing that was known tells it.
    #[schemars(extend("enum" = ["since", "observed", "announced", "earliest_trace", "none"]))]
    pub start_rule: &'static str,
    /// The earliest and the latest first day without it.
    pub end: Bounds,
    /// What gave it: `point`, `until`, `unknown`, `superseded` or `open`.
    #[schemars(extend("enum" = ["point", "until", "unknown", "superseded", "open"]))]
    pub end_rule: &'static str,
    /// The relation that supersedes it.
    pub superseded_by: Option<String>,
    /// The first day on which it is only presumed.
    pub presumed_from: Option<String>,
    /// After so many years without a look; `null` where its contract ran out, or `presume_after` was asked for.
    pub presumed_after_years: Option<u32>,
    /// The grade.
    pub confidence: Option<Confidence>,
    /// Independent origins of its sources.
    pub origins: usize,
    /// Its sources.
    pub sources: Vec<SourceWire>,
    /// Records and claims that disagree.
    pub disagreements: Vec<DisagreementWire>,
}

impl Told for Answer {
    const NAME: &'static str = "why-relation";
}

/// An earliest and a latest day; `null` where nothing bounds it.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Bounds {
    /// The earliest.
    pub earliest: Option<String>,
    /// The latest.
    pub latest: Option<String>,
}

/// A source and what it alone gives.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SourceWire {
    /// Its id.
    pub source: String,
    /// The grade that it alone gives; `null` when it was not out yet.
    pub grade: Option<Confidence>,
    /// The source that it relays, itself where it relays none.
    pub origin: String,
    /// Its words.
    pub quote: Option<String>,
    /// Where in it.
    pub locator: Option<String>,
}

/// A disagreement.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DisagreementWire {
    /// `field`, `relations` or `claim`.
    #[schemars(extend("enum" = ["field", "relations", "claim"]))]
    pub on: &'static str,
    /// The field and what else is said of it, the relations, or the claim.
    pub what: Vec<String>,
}

/// Why a pair stands as it does, as JSON, `frenemy/why/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PairAnswer {
    /// The first company.
    pub a: String,
    /// The second company.
    pub b: String,
    /// The stance.
    pub stance: Zone,
    /// `yes`, `maybe`, `presumed` or `no`.
    pub holds: Presence,
    /// What the stance may be instead.
    pub possibly: Option<Zone>,
    /// The stance that firm ties alone give.
    pub firm: Zone,
    /// How the phase began in which the asked time ends.
    pub since: Option<BoundaryWire>,
    /// Cooperative with competitive relations that hold together.
    pub meetings: Vec<MeetingWire>,
    /// The ties that it rests on.
    pub rests_on: Vec<TieWire>,
    /// What their amounts come to.
    pub sums: Vec<TotalWire>,
    /// Memberships that they rest on.
    pub memberships: Vec<BelongsWire>,
}

impl Told for PairAnswer {
    const NAME: &'static str = "why";
}

/// Two relations that hold together.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct MeetingWire {
    /// The cooperative one.
    pub cooperation: String,
    /// The competitive one.
    pub competition: String,
    /// `yes`, `maybe` or `presumed`.
    pub holds: Presence,
    /// The first and the last day on which they surely hold together.
    pub surely: Option<Bounds>,
    /// The first and the last day on which they may.
    pub possibly: Bounds,
}

/// A company that belongs to another.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct BelongsWire {
    /// The company.
    pub company: String,
    /// Its parent.
    pub parent: String,
    /// The relation by which; `null` where it is declared.
    pub by: Option<String>,
}

fn bounds((earliest, latest): (Day, Day)) -> Bounds {
    let day = |day: Day| day.to_date().map(|_| day.to_string());
    Bounds {
        earliest: day(earliest),
        latest: day(latest),
    }
}

/// The answer about a relation on the wire.
#[must_use]
pub fn relation_wire(view: &View<'_>, reason: &Reason) -> Answer {
    let model = view.model();
    let nothing = || bounds((Day::MIN, Day::MAX));
    Answer {
        relation: model[reason.relation].id.to_string(),
        side: main_side(&model[reason.relation]),
        standing: reason.standing,
        firm: reason.firm,
        holds: reason.presence,
        start: reason.interval.map_or_else(nothing, |at| bounds(at.start())),
        start_rule: match reason.start {
            Some(Began::On(_)) => "since",
            Some(Began::Seen(_)) => "observed",
            Some(Began::Announced(_)) => "announced",
            Some(Began::By(_)) => "earliest_trace",
            None => "none",
        },
        end: reason.interval.map_or_else(nothing, |at| bounds(at.end())),
        end_rule: match reason.end {
            EndRule::Point => "point",
            EndRule::Until(_) => "until",
            EndRule::Unknown => "unknown",
            EndRule::Superseded(_) => "superseded",
            EndRule::Open => "open",
        },
        superseded_by: match reason.end {
            EndRule::Superseded(id) => Some(model[id].id.to_string()),
            _ => None,
        },
        presumed_from: reason.presumed.map(|presumed| presumed.from.to_string()),
        presumed_after_years: reason.presumed.and_then(|presumed| match presumed.after {
            Lapse::Years(years) => Some(years),
            Lapse::Days(_) | Lapse::Expired => None,
        }),
        confidence: reason.confidence,
        origins: reason.origins,
        sources: reason
            .sources
            .iter()
            .map(|source| SourceWire {
                source: model[source.source].id.to_string(),
                grade: source.grade,
                origin: model[source.origin].id.to_string(),
                quote: source.quote.clone(),
                locator: source.locator.clone(),
            })
            .collect(),
        disagreements: reason.disagreements.iter().map(|at| disagreement(view, at)).collect(),
    }
}

fn disagreement(view: &View<'_>, at: &Disagreement) -> DisagreementWire {
    let model = view.model();
    match at {
        Disagreement::Field { relation, report } => {
            let other = &model[*relation].reported_otherwise[*report];
            DisagreementWire {
                on: "field",
                what: vec![other.field.to_string(), other.value.get("en").to_owned()],
            }
        }
        Disagreement::Relations { counts, others, .. } => DisagreementWire {
            on: "relations",
            what: std::iter::once(counts)
                .chain(others)
                .map(|id| model[*id].id.to_string())
                .collect(),
        },
        Disagreement::Claim { claim, .. } => DisagreementWire {
            on: "claim",
            what: vec![model[*claim].id.to_string()],
        },
    }
}

/// The answer about a pair on the wire.
#[must_use]
pub fn wire(view: &View<'_>, why: &WhyPair) -> PairAnswer {
    let model = view.model();
    let ledger = Ledger::of(view, &why.rests_on);
    let meeting = |at: &Meeting| MeetingWire {
        cooperation: model[at.cooperation].id.to_string(),
        competition: model[at.competition].id.to_string(),
        holds: at.presence,
        surely: at.surely.map(bounds),
        possibly: bounds(at.possibly),
    };
    PairAnswer {
        a: model[why.pair.0].id.to_string(),
        b: model[why.pair.1].id.to_string(),
        stance: why.stance.zone,
        holds: why.stance.presence,
        possibly: why.stance.possibly,
        firm: why.firm,
        since: why.phase.as_ref().map(|phase| BoundaryWire::of(view, &phase.from)),
        meetings: why.meetings.iter().map(meeting).collect(),
        sums: TotalWire::all(view, &ledger),
        rests_on: why.rests_on.iter().map(|tie| TieWire::of(view, &ledger, tie)).collect(),
        memberships: why
            .memberships
            .iter()
            .map(|at| BelongsWire {
                company: model[at.company].id.to_string(),
                parent: model[at.parent].id.to_string(),
                by: at.by.map(|id| model[id].id.to_string()),
            })
            .collect(),
    }
}
