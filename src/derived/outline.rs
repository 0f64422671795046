//! What follows from the records of a model before any question is asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::deferred::Deferred;
use super::groups::Groups;
use super::holdings::Holdings;
use super::identity::Identity;
use super::knowledge::Knowledge;
use super::known::Known;
use super::reach::Reach;
use super::span::Span;
use super::spans::Spans;
use super::standing::{Standing, Standings};
use super::tie::{Tie, project};
use super::time::span;
use crate::model::{Model, RelationId};
use crate::values::{Day, Interval};

/// The ties of a model at a state of knowledge, when and whether each relation holds, and who belonged to whom.
///
/// A snapshot carries the outline of all that is recorded, so that a question looks only at the records it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// Every relation projected onto its ties, in the order of relations; fellow members come last.
    pub ties: Vec<Tie>,
    /// When each relation holds; `None` when its dates leave no day.
    pub spans: Spans,
    /// Which relations count.
    pub standings: Standings,
    /// Who owned how much of whom.
    holdings: Deferred<Holdings>,
    /// Groups over time.
    pub groups: Groups,
}

impl Outline {
    /// Works out the outline of a model as it was known, with sightings believed so far. Cost: linear in relations, citations and ties.
    #[must_use]
    pub fn of(model: &Model, known: Knowledge, reach: Reach) -> Self {
        let standings = Standings::new(model, known);
        let spans = model
            .relations
            .iter()
            .map(|relation| span(model, relation, known, reach));
        let spans = seam(model, known, &standings, spans.collect());
        let identity = Identity::of(model, known);
        let holdings = Holdings::new(model, &standings, &spans, known, reach, &identity);
        Self {
            ties: project(model),
            groups: Groups::new(model, &holdings, identity),
            holdings: holdings.into(),
            spans: spans.into_iter().collect(),
            standings,
        }
    }

    /// Who owned how much of whom. The first call decodes it where the outline came from a snapshot.
    #[must_use]
    pub fn holdings(&self) -> &Holdings {
        self.holdings.get(|holdings| holdings.fits(self.groups.len()))
    }

    /// Whether a part of it that is decoded late was found damaged.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.holdings.is_damaged()
    }

    /// Whether no position in it leads out of the tables of a model.
    pub(super) fn fits(&self, model: &Model) -> bool {
        let (companies, relations) = (model.companies.len(), model.relations.len());
        let within = |tie: &Tie| {
            tie.relations().all(|id| id.index() < relations) && tie.from.index().max(tie.to.index()) < companies
        };
        self.spans.len() == relations
            && self.standings.len() == relations
            && self.groups.len() == companies
            && self.ties.iter().all(within)
    }
}

/// Ends a relation without known end where a relation that supersedes it begins, of several the first that does: both share
/// one boundary. An intention replaces intentions only.
fn seam(model: &Model, known: Knowledge, standings: &Standings, mut spans: Vec<Option<Span>>) -> Vec<Option<Span>> {
    let mut ended: BTreeMap<RelationId, Interval> = BTreeMap::new();
    for (id, relation) in model.relations() {
        let intended = match standings.of(id) {
            Standing::Counts => false,
            Standing::Intended => true,
            _ => continue,
        };
        let Some(later) = spans[id.index()] else { continue };
        for earlier in &relation.supersedes {
            if intended && standings.of(*earlier) != Standing::Intended {
                continue;
            }
            if let Some(span) = spans[earlier.index()]
                && Known::new(model, known, &model[*earlier], None).until().is_none()
                && let Some(interval) = span.interval.until_start_of(later.interval)
            {
                let first = ended.entry(*earlier).or_insert(interval);
                let end = |interval: Interval| (interval.end().1, interval.end().0);
                if end(interval) < end(*first) {
                    *first = interval;
                }
            }
        }
    }
    for (earlier, interval) in ended {
        spans[earlier.index()] = Some(Span {
            interval,
            presumed_from: Day::MAX,
        });
    }
    spans
}
