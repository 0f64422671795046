//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::Who;
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::counterparties::Counterparty;
use crate::judge::held::Held;
use crate::judge::market::Meeting;
use crate::judge::sums::Ledger;
use crate::model::CompanyId;
use crate::request::Told;
use crate::tell::closer::CloserWire;
use crate::tell::intention::IntentionWire;
use crate::tell::market::SharedWire;
use crate::tell::sums::TotalWire;
use crate::tell::wire::{ParentWire, TieWire};
use crate::vocab::{Side, Zone};

/// The answer as JSON, `frenemy/who/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The company's id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// Companies it belongs to, the nearest first.
    pub part_of: Vec<ParentWire>,
    /// Its counterparties.
    pub counterparties: Vec<CounterpartyWire>,
    /// What it owns that stands with it, and counts for neither side.
    pub owned: Vec<OwnedWire>,
    /// What the amounts of that come to.
    pub owned_sums: Vec<TotalWire>,
    /// What the amounts of the ties with counterparties come to.
    pub sums: Vec<TotalWire>,
    /// What was intended, and is no tie.
    pub intentions: Vec<IntentionWire>,
    /// Relations that name it and do not count.
    pub not_counted: Vec<NotCounted>,
    /// With `same_market`: companies with products in one market and no recorded competition there; they count for
    /// nothing. `null` where it was not asked for.
    pub same_market: Option<Vec<MeetingWire>>,
    /// With `full`: ties first seen so late that nothing is known of them at the asked time, all told from the company; they
    /// count for nothing. `null` where they were not asked for.
    pub not_known: Option<Vec<NotKnown>>,
}

/// A company that is owned.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct OwnedWire {
    /// Its id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// By what, told from the owner; `holds` says whether it is owned within the asked time.
    pub ties: Vec<TieWire>,
}

/// A company with ties that were first seen later.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct NotKnown {
    /// Its id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// The ties.
    pub ties: Vec<TieWire>,
}

impl Told for Answer {
    const NAME: &'static str = "who";
}

/// A company whose products meet the asked one's in markets where nobody is recorded to say that the two compete.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct MeetingWire {
    /// Its id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// Where.
    pub markets: Vec<SharedWire>,
}

/// A counterparty.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CounterpartyWire {
    /// Its id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// The stance.
    pub stance: Zone,
    /// `yes`, `maybe` or `presumed`.
    pub holds: Presence,
    /// What the stance may be instead, should ties with too coarse dates hold.
    pub possibly: Option<Zone>,
    /// When the stance began, at its own precision; `null` where that fits no single date.
    pub stance_since: Option<String>,
    /// The date of the earliest cooperative or competitive tie.
    pub first_tie: Option<String>,
    /// The stance that firm ties alone give.
    pub firm: Zone,
    /// Of a coopetition: what remains of it without trade, and where cooperation and competition meet; `null` for other stances.
    pub closer: Option<CloserWire>,
    /// Cooperative ties.
    pub cooperation: Vec<TieWire>,
    /// Competitive ties.
    pub competition: Vec<TieWire>,
    /// Conflicts.
    pub conflict: Vec<TieWire>,
    /// Ties of no side.
    pub neutral: Vec<TieWire>,
}

/// A relation that does not count.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct NotCounted {
    /// `case/id`.
    pub id: String,
    /// Why.
    pub standing: crate::derived::Standing,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, who: &Who) -> Answer {
    let company = &view.model()[who.company];
    let (ledger, owned_ledger) = (who.ledger(view), who.owned_ledger(view));
    Answer {
        company: company.id.to_string(),
        name: view.graph.name(who.company).to_owned(),
        part_of: ParentWire::all(view.model(), &who.parents),
        counterparties: who
            .counterparties
            .iter()
            .map(|found| counterparty(view, &ledger, found))
            .collect(),
        owned: who
            .owned
            .iter()
            .map(|owned| OwnedWire {
                company: view.model()[owned.company].id.to_string(),
                name: view.graph.name(owned.company).to_owned(),
                ties: owned
                    .ties
                    .iter()
                    .map(|tie| TieWire::of(view, &owned_ledger, tie))
                    .collect(),
            })
            .collect(),
        owned_sums: TotalWire::all(view, &owned_ledger),
        sums: TotalWire::all(view, &ledger),
        intentions: who
            .intentions
            .iter()
            .map(|intended| IntentionWire::of(view, &ledger, intended))
            .collect(),
        not_counted: who
            .uncounted
            .iter()
            .map(|(id, standing)| NotCounted {
                id: view.model()[*id].id.to_string(),
                standing: *standing,
            })
            .collect(),
        same_market: who
            .same_market
            .as_ref()
            .map(|meetings| meetings.iter().map(|meeting| meeting_wire(view, meeting)).collect()),
        not_known: who.not_known.as_ref().map(|found| {
            let ledger = Ledger::of(view, found.iter().flat_map(|(_, ties)| ties));
            let one = |(id, ties): &(CompanyId, Vec<Held>)| NotKnown {
                company: view.model()[*id].id.to_string(),
                name: view.graph.name(*id).to_owned(),
                ties: ties.iter().map(|tie| TieWire::of(view, &ledger, tie)).collect(),
            };
            found.iter().map(one).collect()
        }),
    }
}

fn meeting_wire(view: &View<'_>, meeting: &Meeting) -> MeetingWire {
    let company = &view.model()[meeting.company];
    MeetingWire {
        company: company.id.to_string(),
        name: view.graph.name(meeting.company).to_owned(),
        markets: meeting
            .markets
            .iter()
            .map(|shared| SharedWire::of(view, shared))
            .collect(),
    }
}

fn counterparty(view: &View<'_>, ledger: &Ledger<'_>, found: &Counterparty) -> CounterpartyWire {
    let company = &view.model()[found.company];
    let side = |side: Side| {
        found
            .ties
            .iter()
            .filter(|tie| tie.side == side)
            .map(|tie| TieWire::of(view, ledger, tie))
            .collect::<Vec<_>>()
    };
    CounterpartyWire {
        company: company.id.to_string(),
        name: view.graph.name(found.company).to_owned(),
        stance: found.stance.zone,
        holds: found.stance.presence,
        possibly: found.stance.possibly,
        stance_since: found
            .stance_since
            .as_ref()
            .and_then(crate::judge::phases::Boundary::date)
            .map(|date| date.to_string()),
        first_tie: found.first_tie.map(|date| date.to_string()),
        firm: found.firm,
        closer: found.closer.as_ref().map(|closer| CloserWire::of(view, closer)),
        cooperation: side(Side::Cooperation),
        competition: side(Side::Competition),
        conflict: side(Side::Conflict),
        neutral: side(Side::Neutral),
    }
}
