//! All bonds between groups at once, for questions about the whole network.

use super::bond::Bond;
use super::net::Graph;
use crate::derived::{Tie, TieEnd, Top};
use crate::model::CompanyId;
use crate::values::{Day, Holds, Interval, overlap};

/// What a tie's relations say of its time: the intervals that must hold together, the first day on which it is only
/// presumed, and whether it is firm; `None` when it does not count.
pub(super) type Time = Option<(Vec<Interval>, Day, bool)>;

/// Onto whom companies are rolled up.
#[derive(Clone, Copy, Debug)]
pub struct Rollup<'a> {
    /// Whether companies stand for their groups at all.
    pub group: bool,
    /// Companies that stand for themselves: they are never replaced by what they belong to.
    pub keep: &'a [CompanyId],
}

impl Graph<'_> {
    /// Every bond between two groups, with the company at its `from` end rolled up; in the order of ties.
    ///
    /// Each bond is told from its `from` end. Ties inside one group are left out. Cost: linear in the ties, times the
    /// depth of groups; each company is rolled up once.
    #[must_use]
    pub fn all_bonds(&self, rollup: Rollup<'_>) -> Vec<(CompanyId, Bond)> {
        self.rolled(rollup, |tie| self.time_of(tie))
    }

    /// What groups intend and intended with each other, as [`Graph::all_bonds`] rolls ties up.
    #[must_use]
    pub fn all_intentions(&self, rollup: Rollup<'_>) -> Vec<(CompanyId, Bond)> {
        self.rolled(rollup, |tie| self.intended_time(tie))
    }

    /// As [`Graph::all_bonds`], with the caller's judgement of when a tie holds.
    pub(super) fn rolled(&self, rollup: Rollup<'_>, time: impl Fn(&Tie) -> Time) -> Vec<(CompanyId, Bond)> {
        let above: Vec<CompanyId> = rollup
            .keep
            .iter()
            .flat_map(|id| self.groups().ancestors(*id, rollup.group).into_iter().map(|(id, _)| id))
            .filter(|id| !rollup.keep.contains(id))
            .collect();
        let may = |id: CompanyId| !above.contains(&id);
        let mut tops: Vec<Option<Vec<Top>>> = vec![None; self.model().companies.len()];
        let mut bonds = Vec::new();
        for tie in self.ties() {
            let Some((dated, presumed_from, firm)) = time(tie) else {
                continue;
            };
            for end in [tie.from, tie.to] {
                tops[end.index()].get_or_insert_with(|| self.tops_within(end, rollup, &may));
            }
            let (Some(froms), Some(tos)) = (&tops[tie.from.index()], &tops[tie.to.index()]) else {
                continue;
            };
            for from in froms {
                for to in tos.iter().filter(|to| to.root != from.root) {
                    for apart in self.apart(from.root, to.root, rollup.group && !rollup.keep.is_empty()) {
                        let mut parts = dated.clone();
                        parts.extend(from.parts.iter().chain(&to.parts).chain(&apart));
                        if overlap(&parts) != Holds::No {
                            let bond = Bond {
                                tie: *tie,
                                end: TieEnd::From,
                                other: to.root,
                                mine: self.on_behalf(tie.from, from.root),
                                theirs: self.on_behalf(tie.to, to.root),
                                parts,
                                presumed_from,
                                firm,
                                inside: false,
                            };
                            bonds.push((from.root, bond));
                        }
                    }
                }
            }
        }
        bonds
    }

    /// What a company rolls up to over time through parents it `may` climb onto, and never beyond one that is kept.
    fn tops_within(&self, company: CompanyId, rollup: Rollup<'_>, may: &dyn Fn(CompanyId) -> bool) -> Vec<Top> {
        let groups = self.groups();
        let mut tops = groups.tops(self.model(), company, rollup.group, may);
        for top in &mut tops {
            // one that was merged is no longer there to be kept
            let merges = |at: usize| {
                let next = top.through.get(at + 1).unwrap_or(&top.root);
                groups
                    .identity()
                    .merged(top.through[at])
                    .is_some_and(|turn| turn.to == *next)
            };
            let kept = |at: &usize| rollup.keep.contains(&top.through[*at]) && !merges(*at);
            if let Some(at) = (0..top.through.len()).find(kept) {
                top.root = top.through[at];
                top.through.truncate(at);
            }
        }
        tops
    }

    /// The times when two companies are not one group, each as what must hold together for it; only where somebody stands
    /// for itself below its parent can two different tops be one group.
    fn apart(&self, a: CompanyId, b: CompanyId, may_be_one: bool) -> Vec<Vec<Interval>> {
        if may_be_one {
            self.apart_times(a, b)
        } else {
            vec![Vec::new()]
        }
    }
}

impl Bond {
    /// The same bond told from the other end, where `company` is whom it was told from.
    #[must_use]
    pub fn turned(&self, company: CompanyId) -> Self {
        Self {
            end: match self.end {
                TieEnd::From => TieEnd::To,
                TieEnd::To => TieEnd::From,
            },
            other: company,
            mine: self.theirs,
            theirs: self.mine,
            ..self.clone()
        }
    }
}
