use std::collections::BTreeSet;

use crate::graph::Presence;
use crate::judge::held::Held;
use crate::model::{CompanyId, Model, RelationId, SourceId};
use crate::vocab::{AmountIs, Side};

/// Ties of one counterparty that are told in one line: same kind, same direction, same way through a group.
#[derive(Clone, Debug)]
pub(crate) struct Group<'w> {
    pub(crate) ties: Vec<&'w Held>,
}

impl<'w> Group<'w> {
    /// Groups ties, which are sorted by side and kind, and keeps their order. What was given in two rounds is told in two
    /// lines: each has its own size and day.
    pub(crate) fn all(model: &Model, ties: &'w [Held]) -> Vec<Self> {
        let key = |tie: &Held| (key(tie), round(model, tie));
        let mut groups: Vec<Self> = Vec::new();
        for tie in ties {
            match groups.iter_mut().find(|group| key(group.ties[0]) == key(tie)) {
                Some(group) => group.ties.push(tie),
                None => groups.push(Self { ties: vec![tie] }),
            }
        }
        groups
    }

    pub(crate) fn side(&self) -> Side {
        self.ties[0].side
    }

    /// What the asked company does, in the table's words.
    pub(crate) fn verb(&self) -> crate::lang::Phrase {
        self.ties[0].verb()
    }

    /// The members of either group through which it runs.
    pub(crate) fn via(&self) -> Vec<CompanyId> {
        [self.ties[0].mine, self.ties[0].theirs].into_iter().flatten().collect()
    }

    pub(crate) fn relations(&self) -> BTreeSet<RelationId> {
        self.ties.iter().flat_map(|tie| tie.relations.iter().copied()).collect()
    }

    pub(crate) fn sources(&self) -> BTreeSet<SourceId> {
        self.ties.iter().flat_map(|tie| tie.sources.iter().copied()).collect()
    }

    pub(crate) fn presence(&self) -> Presence {
        self.ties.iter().map(|tie| tie.presence).max().unwrap_or(Presence::No)
    }
}

/// The relation of a tie, where it is a part in a round whose size is told.
fn round(model: &Model, tie: &Held) -> Option<RelationId> {
    let is_round = |id: &RelationId| model[*id].amounts.iter().any(|amount| amount.is == AmountIs::Round);
    tie.relations.first().copied().filter(is_round)
}

/// What makes ties stand in one line.
fn key(
    tie: &Held,
) -> (
    Side,
    u8,
    u8,
    crate::derived::TieEnd,
    usize,
    Option<CompanyId>,
    Option<CompanyId>,
) {
    (
        tie.side,
        tie.kind,
        tie.projection,
        tie.end,
        tie.relations.len(),
        tie.mine,
        tie.theirs,
    )
}
