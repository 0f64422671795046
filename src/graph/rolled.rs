//! All bonds between groups at once, for questions about the whole network.

use std::collections::BTreeSet;

use super::bond::Bond;
use super::budget::{BOND, Meter};
use super::net::Graph;
use crate::derived::{Tie, TieEnd, Top};
use crate::model::CompanyId;
use crate::values::{Day, Holds, Interval, overlap};

/// What a tie's relations say of its time: the intervals that must hold together, the first day on which it is only
/// presumed, and whether it is firm; `None` when it does not count.
pub(super) type Time = Option<(Vec<Interval>, Day, bool)>;

/// Onto whom companies are rolled up, and who pays for it.
#[derive(Clone, Copy, Debug)]
pub struct Rollup<'a> {
    /// What each bond is paid from.
    pub meter: &'a Meter,
    /// Whether companies stand for their groups at all.
    pub group: bool,
    /// Companies that stand for themselves: they are never replaced by what they belong to.
    pub keep: &'a [CompanyId],
}

impl Graph<'_> {
    /// Every bond between two groups, with the company at its `from` end rolled up; in the order of ties.
    ///
    /// Each bond is told from its `from` end. Ties inside one group are left out; where the budget is used up, all that are not
    /// paid for. Cost: linear in the ties, times the depth of groups; each company is rolled up once.
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
        let groups = self.groups();
        let above: BTreeSet<CompanyId> = rollup
            .keep
            .iter()
            .flat_map(|id| groups.ancestors(*id, rollup.group).into_iter().map(|(id, _)| id))
            .filter(|id| !rollup.keep.contains(id))
            .collect();
        let may = |id: CompanyId| !above.contains(&id);
        let mut tops: Vec<Option<Vec<Top>>> = vec![None; self.model().companies.len()];
        let mut bonds = Vec::new();
        for tie in self.ties() {
            let Some((dated, presumed_from, firm)) = time(tie) else {
                continue;
            };
            if rollup.meter.spend(BOND).is_err() {
                break;
            }
            for end in [tie.from, tie.to] {
                tops[end.index()]
                    .get_or_insert_with(|| groups.tops(self.model(), end, rollup.group, &may, rollup.keep));
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
