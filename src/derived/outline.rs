//! What follows from the records of a model before any question is asked.

use serde::{Deserialize, Serialize};

use super::groups::Groups;
use super::holdings::Holdings;
use super::standing::{Standing, Standings};
use super::tie::{Tie, project};
use super::time::{Knowledge, Span, span};
use crate::model::Model;
use crate::values::Day;

/// The ties of a model at a state of knowledge, when and whether each relation holds, and who belonged to whom.
///
/// A snapshot carries the outline of all that is recorded, so that a question looks only at the records it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// Every relation projected onto its ties, in the order of relations; fellow members come last.
    pub ties: Vec<Tie>,
    /// When each relation holds; `None` when its dates leave no day.
    pub spans: Vec<Option<Span>>,
    /// Which relations count.
    pub standings: Standings,
    /// Who owned how much of whom.
    pub holdings: Holdings,
    /// Groups over time.
    pub groups: Groups,
}

impl Outline {
    /// The outline of a model: the one that its snapshot carries, or else worked out, in time linear in relations,
    /// citations and ties.
    #[must_use]
    pub fn of(model: &Model, known: Knowledge) -> Self {
        let carried = (known == Knowledge::ALL).then(|| Self::carried(model)).flatten();
        carried.unwrap_or_else(|| Self::work_out(model, known))
    }

    /// The outline that came with the tables of a snapshot, which nothing has changed since.
    pub(super) fn carried(model: &Model) -> Option<Self> {
        model.carried().and_then(|bytes| postcard::from_bytes(bytes).ok())
    }

    pub(super) fn work_out(model: &Model, known: Knowledge) -> Self {
        let standings = Standings::new(model, known);
        let spans = model.relations.iter().map(|relation| span(model, relation, known));
        let spans = seam(model, &standings, spans.collect());
        let holdings = Holdings::new(model, &standings, &spans, known);
        Self {
            ties: project(model),
            groups: Groups::new(model, &holdings),
            holdings,
            spans,
            standings,
        }
    }
}

/// Ends a relation without known end where a relation that supersedes it begins: both share one boundary.
fn seam(model: &Model, standings: &Standings, mut spans: Vec<Option<Span>>) -> Vec<Option<Span>> {
    let starts = spans.clone();
    for (id, relation) in model.relations() {
        if standings.of(id) != Standing::Counts {
            continue;
        }
        let Some(later) = starts[id.index()] else { continue };
        for earlier in &relation.supersedes {
            if let Some(span) = &mut spans[earlier.index()]
                && model[*earlier].until.is_none()
                && let Some(interval) = span.interval.until_start_of(later.interval)
            {
                *span = Span {
                    interval,
                    presumed_from: Day::MAX,
                };
            }
        }
    }
    spans
}
