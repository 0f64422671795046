//! Where records, or their sources, disagree, and how that was settled.

use std::collections::BTreeSet;

use crate::derived::{Standing, Support};
use crate::judge::View;
use crate::model::{ClaimId, RecordId, RelationId};

/// Something on which records or their sources disagree.
#[derive(Clone, Debug, PartialEq)]
pub enum Disagreement {
    /// Sources give another value for one field of a relation.
    Field {
        /// The relation.
        relation: RelationId,
        /// Which of its other reports.
        report: usize,
    },
    /// Relations that cannot all be so.
    Relations {
        /// The one that counts.
        counts: RelationId,
        /// Why it counts before the next best.
        why: Why,
        /// The others.
        others: Vec<RelationId>,
    },
    /// A claim disputes a relation, which counts all the same but is not undisputed.
    Claim {
        /// The claim.
        claim: ClaimId,
        /// The relation.
        relation: RelationId,
    },
}

/// Why one of several records that dispute each other counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its sources are of a better grade.
    Confidence,
    /// It has more independent origins.
    Origins,
    /// Its newest source is newer.
    Newer,
    /// All is equal; the first stands, so that the choice is always the same.
    Order,
}

impl Why {
    /// What tells the best supported record from the next best.
    pub(crate) fn between(best: Support, next: Support) -> Self {
        if best.confidence != next.confidence {
            Self::Confidence
        } else if best.origins != next.origins {
            Self::Origins
        } else if best.newest != next.newest {
            Self::Newer
        } else {
            Self::Order
        }
    }
}

/// The disagreements that touch some relations, in their order.
pub(crate) fn disagreements(view: &View<'_>, relations: &BTreeSet<RelationId>) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for id in relations {
        let reports = view.graph.relation(*id).reports();
        found.extend(reports.map(|(report, _)| Disagreement::Field { relation: *id, report }));
    }
    found.extend(
        view.graph
            .standings()
            .disputes()
            .iter()
            .filter(|group| group.iter().any(|id| relations.contains(id)))
            .filter_map(|group| settled(view, group)),
    );
    found.extend(objections(view, relations));
    found
}

/// How a group of relations that dispute each other was settled; `None` when fewer than two of them live.
fn settled(view: &View<'_>, group: &[RelationId]) -> Option<Disagreement> {
    let standings = view.graph.standings();
    let living = |id: &RelationId| {
        !matches!(
            standings.of(*id),
            Standing::Unknown | Standing::Withdrawn | Standing::Refuted
        )
    };
    let (outweighed, best): (Vec<RelationId>, Vec<RelationId>) = group
        .iter()
        .copied()
        .filter(living)
        .partition(|id| standings.of(*id) == Standing::Outweighed);
    let counts = *best.first()?;
    let support = |id: RelationId| standings.support(view.model(), id);
    let next = outweighed.iter().map(|id| support(*id)).max()?;
    Some(Disagreement::Relations {
        counts,
        why: Why::between(support(counts), next),
        others: outweighed,
    })
}

/// Living claims that dispute one of the relations.
fn objections(view: &View<'_>, relations: &BTreeSet<RelationId>) -> Vec<Disagreement> {
    let mut found = Vec::new();
    view.pay(view.model().claims.len());
    for (at, claim) in view.model().claims.iter().enumerate() {
        let lives = claim.refuted_by.is_empty() && view.graph.cited(&claim.sources).is_told(claim.date);
        for record in claim.disputes.iter().filter(|_| lives) {
            if let RecordId::Relation(relation) = record
                && relations.contains(relation)
            {
                found.push(Disagreement::Claim {
                    claim: ClaimId::from(at),
                    relation: *relation,
                });
            }
        }
    }
    found
}
