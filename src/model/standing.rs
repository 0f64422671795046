//! Whether a record counts: by its status, nature and disputes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::evidence::{confidence, origins};
use super::ids::{CompanyId, RecordId, RelationId};
use super::tables::Model;
use super::time::Knowledge;
use crate::values::Day;
use crate::vocab::{Confidence, Nature, Status};

/// Whether a relation counts in stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It counts.
    Counts,
    /// It is talks, a bid, a plan or a projection.
    Unsettled,
    /// It binds nobody to act: an option, a guarantee, a right of first refusal.
    Unbinding,
    /// A better supported record says otherwise.
    Outweighed,
    /// Better supported records show it to be wrong.
    Refuted,
    /// We took it back.
    Withdrawn,
    /// No source of it was published yet.
    Unknown,
}

/// The standing of every relation at a state of knowledge.
#[derive(Clone, Debug)]
pub struct Standings {
    standing: Vec<Standing>,
    disputed: Vec<bool>,
    confidence: Vec<Option<Confidence>>,
    disputes: Vec<Vec<RelationId>>,
    known: Knowledge,
}

/// How well a relation is supported; of records that dispute each other the greatest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Support {
    /// The grade.
    pub confidence: Option<Confidence>,
    /// Independent origins of its sources.
    pub origins: usize,
    /// The day by which its newest source surely was published.
    pub newest: Option<Day>,
}

impl Standings {
    /// Judges every relation. Cost: linear in relations and citations, `n log n` in the size of dispute groups.
    #[must_use]
    pub fn new(model: &Model, known: Knowledge) -> Self {
        let mut standing = Vec::with_capacity(model.relations.len());
        let mut grades = Vec::with_capacity(model.relations.len());
        for relation in &model.relations {
            let parties: Vec<CompanyId> = relation.parties.iter().map(|party| party.company).collect();
            let evidence = confidence(model, &relation.sources, &parties, relation.rumoured, known);
            grades.push(evidence.confidence);
            standing.push(if evidence.sources.is_empty() {
                Standing::Unknown
            } else if relation.withdrawn.is_some_and(|date| known.reaches(date)) {
                Standing::Withdrawn
            } else if !relation.refuted_by.is_empty() {
                Standing::Refuted
            } else if matches!(
                relation.status,
                Status::Talks | Status::Bid | Status::Planned | Status::Projected
            ) {
                Standing::Unsettled
            } else if !matches!(relation.nature, Nature::Actual | Nature::Commitment) {
                Standing::Unbinding
            } else {
                Standing::Counts
            });
        }
        let mut standings = Self {
            standing,
            disputed: vec![false; model.relations.len()],
            confidence: grades,
            disputes: dispute_groups(model),
            known,
        };
        standings.settle_disputes(model);
        standings.note_objections(model, known);
        standings
    }

    /// Of each group of relations that dispute each other only the best supported one counts: by confidence, then
    /// origins, then the newer, then the id, so that the choice is always the same.
    fn settle_disputes(&mut self, model: &Model) {
        for group in self.disputes.clone() {
            let living: Vec<RelationId> = group
                .iter()
                .copied()
                .filter(|id| {
                    !matches!(
                        self.standing[id.index()],
                        Standing::Unknown | Standing::Withdrawn | Standing::Refuted
                    )
                })
                .collect();
            let best = living.iter().copied().max_by(|a, b| {
                let (first, second) = (self.support(model, *a), self.support(model, *b));
                first.cmp(&second).then_with(|| b.cmp(a))
            });
            for id in living.iter().copied() {
                self.disputed[id.index()] = living.len() > 1;
                if Some(id) != best {
                    self.standing[id.index()] = Standing::Outweighed;
                }
            }
        }
    }

    /// A claim that disputes a relation leaves it counted, but not undisputed.
    fn note_objections(&mut self, model: &Model, known: Knowledge) {
        for claim in &model.claims {
            if claim.refuted_by.is_empty() && claim.sources.iter().any(|citation| known.has(&model[citation.source])) {
                for record in &claim.disputes {
                    if let RecordId::Relation(id) = record {
                        self.disputed[id.index()] = true;
                    }
                }
            }
        }
    }

    /// How well a relation is supported by what was known.
    #[must_use]
    pub fn support(&self, model: &Model, relation: RelationId) -> Support {
        let sources: Vec<_> = model[relation]
            .sources
            .iter()
            .map(|citation| citation.source)
            .filter(|source| self.known.has(&model[*source]))
            .collect();
        Support {
            confidence: self.confidence(relation),
            origins: origins(model, &sources),
            newest: sources.iter().filter_map(|id| model[*id].surely_published()).max(),
        }
    }

    /// Groups of relations that dispute each other, in the order of their first member; of each at most one counts.
    #[must_use]
    pub fn disputes(&self) -> &[Vec<RelationId>] {
        &self.disputes
    }

    /// The standing of a relation.
    #[must_use]
    pub fn of(&self, relation: RelationId) -> Standing {
        self.standing[relation.index()]
    }

    /// Whether another living record disputes the relation.
    #[must_use]
    pub fn is_disputed(&self, relation: RelationId) -> bool {
        self.disputed[relation.index()]
    }

    /// Its grade; `None` when none of its sources was published yet.
    #[must_use]
    pub fn confidence(&self, relation: RelationId) -> Option<Confidence> {
        self.confidence[relation.index()]
    }

    /// Whether it counts without a reservation other than age: not announced only, not rumoured, not disputed.
    #[must_use]
    pub fn is_firm(&self, model: &Model, relation: RelationId) -> bool {
        let record = &model[relation];
        self.of(relation) == Standing::Counts
            && !self.is_disputed(relation)
            && !record.rumoured
            && !matches!(record.status, Status::Announced | Status::Loi)
    }
}

/// Groups of relations connected by `disputes`, whichever of them says so, in the order of their first member.
fn dispute_groups(model: &Model) -> Vec<Vec<RelationId>> {
    let mut group_of: BTreeMap<RelationId, RelationId> = BTreeMap::new();
    fn root(group_of: &BTreeMap<RelationId, RelationId>, mut id: RelationId) -> RelationId {
        while let Some(next) = group_of.get(&id).filter(|next| **next != id) {
            id = *next;
        }
        id
    }
    for (id, relation) in model.relations() {
        for other in &relation.disputes {
            if let RecordId::Relation(other) = other {
                let (a, b) = (root(&group_of, id), root(&group_of, *other));
                let (low, high) = (a.min(b), a.max(b));
                group_of.insert(low, low);
                group_of.insert(high, low);
                group_of.entry(id).or_insert(low);
                group_of.entry(*other).or_insert(low);
            }
        }
    }
    let mut groups: BTreeMap<RelationId, Vec<RelationId>> = BTreeMap::new();
    for id in group_of.keys() {
        groups.entry(root(&group_of, *id)).or_default().push(*id);
    }
    groups.into_values().collect()
}
