//! Claims and events about a pair of which not all can be so, and which of them is best supported.

use std::collections::BTreeSet;

use crate::derived::{Support, connected};
use crate::judge::View;
use crate::judge::disagreements::Why;
use crate::model::{Citation, ClaimId, CompanyId, EventId, RecordId};
use crate::values::PartialDate;

/// Statements of which not all can be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statements {
    /// What is best supported, or shows the others to be wrong; where nothing is, the first by id.
    pub best: Vec<RecordId>,
    /// How it stands to the others.
    pub settled: Settled,
    /// The others.
    pub others: Vec<RecordId>,
}

impl Statements {
    /// Whether a record is one of them.
    #[must_use]
    pub fn has(&self, id: RecordId) -> bool {
        self.best.contains(&id) || self.others.contains(&id)
    }
}

/// How statements that dispute each other stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// The best show the others to be wrong.
    Refuted,
    /// The best has sources of a better grade.
    Confidence,
    /// The best has more independent origins.
    Origins,
    /// All are equally supported; no statement has to stand for the others, so that none is chosen by its date.
    Open,
}

impl From<Why> for Settled {
    fn from(why: Why) -> Self {
        match why {
            Why::Confidence => Self::Confidence,
            Why::Origins => Self::Origins,
            Why::Newer | Why::Order => Self::Open,
        }
    }
}

/// The disputes that some claims and events have part in, refuted ones first; relations are settled elsewhere.
///
/// Records whose sources were not yet known say nothing. Cost: linear in the claims and events of the model.
pub(super) fn statements(view: &View<'_>, claims: &[ClaimId], events: &[EventId]) -> Vec<Statements> {
    let shown: BTreeSet<RecordId> = claims
        .iter()
        .map(|id| RecordId::Claim(*id))
        .chain(events.iter().map(|id| RecordId::Event(*id)))
        .collect();
    let refuted = shown.iter().filter_map(|id| {
        let by: Vec<RecordId> = of(view, *id).refuted_by.to_vec();
        let by: Vec<RecordId> = by.into_iter().filter(|by| is_known(view, *by)).collect();
        (!by.is_empty()).then(|| Statements {
            best: by,
            settled: Settled::Refuted,
            others: vec![*id],
        })
    });
    let settled = connected(disputes(view))
        .into_iter()
        .filter(|group| group.iter().any(|id| shown.contains(id)))
        .map(|group| settle(view, group));
    refuted.chain(settled).collect()
}

/// Pairs of living claims, events and quotes of which one disputes the other.
fn disputes<'v>(view: &'v View<'_>) -> impl Iterator<Item = (RecordId, RecordId)> + 'v {
    let model = view.model();
    let claims = (0..model.claims.len()).map(|at| RecordId::Claim(ClaimId::from(at)));
    let events = (0..model.events.len()).map(|at| RecordId::Event(EventId::from(at)));
    let lives = move |id: RecordId| of(view, id).refuted_by.is_empty() && is_known(view, id);
    claims.chain(events).filter(move |id| lives(*id)).flat_map(move |id| {
        let others = of(view, id).disputes.iter().copied();
        others
            .filter(move |other| !matches!(other, RecordId::Relation(_)) && lives(*other))
            .map(move |other| (id, other))
    })
}

/// Finds the best supported of a group: by confidence, then origins.
fn settle(view: &View<'_>, mut group: Vec<RecordId>) -> Statements {
    let support = |id: RecordId| {
        let said = of(view, id);
        Support::of(view.model(), said.sources, said.about, false, view.graph.known())
    };
    // stable: of equals the first stays first
    group.sort_by_key(|id| {
        let support = support(*id);
        std::cmp::Reverse((support.confidence, support.origins))
    });
    let others = group.split_off(1.min(group.len()));
    let best = group.first().map(|id| support(*id));
    let next = others.first().map(|id| support(*id));
    let settled = match (best, next) {
        (Some(best), Some(next)) => Why::between(best, next).into(),
        _ => Settled::Open,
    };
    Statements {
        best: group,
        settled,
        others,
    }
}

/// What a record says of itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Said<'m> {
    pub(super) about: &'m [CompanyId],
    pub(super) disputes: &'m [RecordId],
    pub(super) refuted_by: &'m [RecordId],
    pub(super) sources: &'m [Citation],
    pub(super) date: Option<PartialDate>,
}

fn of<'m>(view: &View<'m>, id: RecordId) -> Said<'m> {
    let model = view.model();
    match id {
        RecordId::Claim(id) => Said {
            about: &model[id].about,
            disputes: &model[id].disputes,
            refuted_by: &model[id].refuted_by,
            sources: &model[id].sources,
            date: model[id].date,
        },
        RecordId::Event(id) => Said {
            about: &model[id].about,
            disputes: &model[id].disputes,
            refuted_by: &model[id].refuted_by,
            sources: &model[id].sources,
            date: Some(model[id].date),
        },
        RecordId::Quote(id) => Said {
            about: &model[id].about,
            sources: &model[id].sources,
            date: model[id].date,
            ..Said::default()
        },
        RecordId::Relation(id) => Said {
            sources: &model[id].sources,
            ..Said::default()
        },
    }
}

fn is_known(view: &View<'_>, id: RecordId) -> bool {
    let said = of(view, id);
    view.graph.cited(said.sources).is_told(said.date)
}
