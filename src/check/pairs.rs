//! Relations that may be about the same thing: what several checks compare, in buckets, so that no check looks at all pairs.

use std::collections::BTreeMap;

use super::Subject;
use crate::derived::Standing;
use crate::model::{CompanyId, MarketId, Model, Party, RecordId, RelationId};

/// With how many of the next ones in its bucket a relation is compared. Buckets are sorted by start, so that those left out
/// begin much later; the bound keeps the cost linear whatever the data.
const NEXT: usize = 12;

/// Kind, parties in their roles, and market.
type Key = (u8, Vec<(u8, CompanyId, u8)>, Option<MarketId>);

/// Pairs of living relations of one kind between the same parties in one market, the one that begins first before the other.
pub(super) fn of_one_kind(subject: &Subject<'_>) -> Vec<(RelationId, RelationId)> {
    let mut buckets: BTreeMap<Key, Vec<RelationId>> = BTreeMap::new();
    for (id, relation) in subject.model().relations().filter(|(id, _)| lives(subject, *id)) {
        let party = |party: &Party| (party.role, party.company, party.group);
        let mut parties: Vec<_> = relation.parties.iter().map(party).collect();
        parties.sort_unstable();
        buckets
            .entry((relation.kind, parties, relation.market))
            .or_default()
            .push(id);
    }
    let mut pairs = Vec::new();
    for mut bucket in buckets.into_values().filter(|bucket| bucket.len() > 1) {
        bucket.sort_by_key(|id| (subject.graph.span(*id).map(|span| span.interval), *id));
        pairs.extend(neighbours(&bucket).filter(|(a, b)| !are_linked(subject.model(), *a, *b)));
    }
    pairs
}

/// Each of a sorted bucket with the next few.
pub(super) fn neighbours<T: Copy>(bucket: &[T]) -> impl Iterator<Item = (T, T)> + '_ {
    bucket
        .iter()
        .enumerate()
        .flat_map(|(at, first)| bucket[at + 1..].iter().take(NEXT).map(|second| (*first, *second)))
}

/// Whether a relation is told as true: not refuted, withdrawn or outweighed.
pub(super) fn lives(subject: &Subject<'_>, id: RelationId) -> bool {
    !matches!(
        subject.graph.standings().of(id),
        Standing::Refuted | Standing::Withdrawn | Standing::Outweighed | Standing::Unknown
    )
}

/// Whether one of two relations says what it is to the other.
pub(super) fn are_linked(model: &Model, a: RelationId, b: RelationId) -> bool {
    let names = |from: RelationId, to: RelationId| {
        let relation = &model[from];
        let records = [&relation.disputes, &relation.refuted_by];
        relation.supersedes.contains(&to)
            || relation.total_of.contains(&to)
            || relation.amounts.iter().any(|amount| amount.part_of == Some(to))
            || records
                .into_iter()
                .any(|records| records.contains(&RecordId::Relation(to)))
    };
    names(a, b) || names(b, a)
}
