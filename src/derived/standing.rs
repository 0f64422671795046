//! Whether a record counts: by its status, nature and disputes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::evidence::{confidence, origins};
use super::knowledge::{Cited, Knowledge};
use super::known::Known;
use crate::model::{Citation, CompanyId, Model, RecordId, RelationId};
use crate::values::Day;
use crate::vocab::{Confidence, Nature, Status};

/// Whether a relation counts in stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It counts.
    Counts,
    /// It is an intention: announced only, a letter of intent, or called off before it began.
    Intended,
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

impl Support {
    /// Measures how well a record is supported; see [`confidence`].
    #[must_use]
    pub fn of(model: &Model, citations: &[Citation], parties: &[CompanyId], rumoured: bool, known: Knowledge) -> Self {
        let evidence = confidence(model, citations, parties, rumoured, known);
        let published = evidence.sources.iter().filter_map(|id| model[*id].surely_published());
        Self {
            confidence: evidence.confidence,
            origins: origins(model, &evidence.sources),
            newest: published.max(),
        }
    }
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
            } else if Known::new(model, known, relation, None).is_intended() {
                Standing::Intended
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
                first.cmp(&second).then_with(|| model[*b].id.cmp(&model[*a].id))
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
            if claim.refuted_by.is_empty() && Cited::new(model, known, &claim.sources).is_told(claim.date) {
                for record in &claim.disputes {
                    if let RecordId::Relation(id) = record {
                        self.disputed[id.index()] = true;
                    }
                }
            }
        }
    }

    /// How many relations were judged.
    pub(super) const fn len(&self) -> usize {
        self.standing.len()
    }

    /// How well a relation is supported by what was known.
    #[must_use]
    pub fn support(&self, model: &Model, relation: RelationId) -> Support {
        let record = &model[relation];
        let parties: Vec<CompanyId> = record.parties.iter().map(|party| party.company).collect();
        Support::of(model, &record.sources, &parties, record.rumoured, self.known)
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

    /// Whether it counts without a reservation other than age: not rumoured, not disputed.
    #[must_use]
    pub fn is_firm(&self, model: &Model, relation: RelationId) -> bool {
        self.of(relation) == Standing::Counts && !self.is_disputed(relation) && !model[relation].rumoured
    }
}

/// Groups of relations connected by `disputes`, whichever of them says so, in the order of their first member.
fn dispute_groups(model: &Model) -> Vec<Vec<RelationId>> {
    connected(model.relations().flat_map(|(id, relation)| {
        relation.disputes.iter().filter_map(move |other| match other {
            RecordId::Relation(other) => Some((id, *other)),
            _ => None,
        })
    }))
}

/// The groups that pairs connect, each in order, in the order of their first member.
#[must_use]
pub fn connected<T: Copy + Ord>(pairs: impl Iterator<Item = (T, T)>) -> Vec<Vec<T>> {
    fn root<T: Copy + Ord>(group_of: &BTreeMap<T, T>, mut id: T) -> T {
        while let Some(next) = group_of.get(&id).filter(|next| **next != id) {
            id = *next;
        }
        id
    }
    let mut group_of: BTreeMap<T, T> = BTreeMap::new();
    for (one, other) in pairs {
        let (a, b) = (root(&group_of, one), root(&group_of, other));
        let (low, high) = (a.min(b), a.max(b));
        group_of.insert(low, low);
        group_of.insert(high, low);
        group_of.entry(one).or_insert(low);
        group_of.entry(other).or_insert(low);
    }
    let mut groups: BTreeMap<T, Vec<T>> = BTreeMap::new();
    for id in group_of.keys() {
        groups.entry(root(&group_of, *id)).or_default().push(*id);
    }
    groups.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::testing::{Data, date};
    use crate::vocab::SourceKind;

    #[test]
    fn what_we_took_back_counted_until_then() {
        let mut data = Data::new();
        let tie = data.tie("alliance", "a, b", "2015..");
        data.edit(tie).withdrawn = Some(date("2020-03-01"));
        let at = |day: &str| Standings::new(&data.model, Knowledge(Some(date(day).last()))).of(tie);
        assert_eq!(
            [at("1989"), at("2020-02"), at("2020-03")],
            [Standing::Unknown, Standing::Counts, Standing::Withdrawn]
        );
        assert_eq!(Standings::new(&data.model, Knowledge::ALL).of(tie), Standing::Withdrawn);
    }

    #[test]
    fn of_relations_that_dispute_each_other_the_best_supported_living_one_counts() {
        let mut data = Data::new();
        let ties = [0; 3].map(|_| data.tie("alliance", "a, b", "2015.."));
        let filing = data.source(SourceKind::Filing, "2016-01-01");
        data.edit(ties[1]).sources.push(filing);
        // a chain: whichever of two says so, and through a third
        data.edit(ties[1]).disputes.push(RecordId::Relation(ties[0]));
        data.edit(ties[2]).disputes.push(RecordId::Relation(ties[1]));
        let standings = |data: &Data| {
            let standings = Standings::new(&data.model, Knowledge::ALL);
            ties.map(|id| (standings.of(id), standings.is_disputed(id)))
        };
        let out = (Standing::Outweighed, true);
        assert_eq!(standings(&data), [out, (Standing::Counts, true), out]);
        data.edit(ties[1]).refuted_by.push(RecordId::Claim(0.into()));
        assert_eq!(
            standings(&data),
            [(Standing::Counts, true), (Standing::Refuted, false), out],
            "all else is equal, so the first by id stands, in whatever order they are read"
        );
    }

    #[test]
    fn pairs_are_connected_into_groups() {
        assert_eq!(
            connected([(5, 4), (1, 2), (4, 1), (7, 9), (7, 7)].into_iter()),
            [vec![1, 2, 4, 5], vec![7, 9]]
        );
        assert_eq!(connected(std::iter::empty::<(u8, u8)>()), Vec::<Vec<u8>>::new());
    }
}
