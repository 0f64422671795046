//! Who belonged to whom, and when.

use serde::{Deserialize, Serialize};

use super::holdings::{Holdings, memberships};
use crate::model::{CompanyId, Model, RelationId, SuccessionId};
use crate::values::{Day, Holds, Interval, overlap};
use crate::vocab::CompanyKind;

/// Why a company belongs to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// Declared by `part_of`.
    Declared,
    /// By an acquisition, a venture or a stake.
    Relation(RelationId),
    /// By a parent put above it.
    Succession(SuccessionId),
}

impl Cause {
    /// The relation, where it is one.
    #[must_use]
    pub const fn relation(self) -> Option<RelationId> {
        match self {
            Self::Relation(id) => Some(id),
            Self::Declared | Self::Succession(_) => None,
        }
    }
}

/// A company belongs to another for some time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// The parent.
    pub parent: CompanyId,
    /// Why.
    pub cause: Cause,
    /// When.
    pub interval: Interval,
}

/// A company that another one rolls up to, itself included.
#[derive(Clone, Debug, PartialEq)]
pub struct Top {
    /// The company at the top.
    pub root: CompanyId,
    /// The companies below it on the way, the lowest first; empty when the company is its own top.
    pub through: Vec<CompanyId>,
    /// What must hold together for it, beside the tie itself.
    pub parts: Vec<Interval>,
}

/// Every membership of a data set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Groups {
    parents: Vec<Vec<Membership>>,
    children: Vec<Vec<(CompanyId, Membership)>>,
    conflicts: Vec<(CompanyId, Membership, Membership)>,
}

impl Groups {
    /// Who controls whom, from who holds what.
    pub(super) fn new(model: &Model, holdings: &Holdings) -> Self {
        let mut groups = Self {
            parents: memberships(model, holdings),
            children: vec![Vec::new(); model.companies.len()],
            conflicts: Vec::new(),
        };
        groups.drop_conflicts();
        for (at, memberships) in groups.parents.iter().enumerate() {
            for membership in memberships {
                groups.children[membership.parent.index()].push((CompanyId::from(at), *membership));
            }
        }
        groups
    }

    /// Two controllers at once, neither inside the other, are no roll-up at all.
    fn drop_conflicts(&mut self) {
        let mut conflicts = Vec::new();
        for (at, memberships) in self.parents.iter().enumerate() {
            for (i, a) in memberships.iter().enumerate() {
                for b in &memberships[i + 1..] {
                    let together = overlap(&[a.interval, b.interval]) == Holds::Yes;
                    if together
                        && a.parent != b.parent
                        && !self.above(a.parent, b.parent)
                        && !self.above(b.parent, a.parent)
                    {
                        conflicts.push((CompanyId::from(at), *a, *b));
                    }
                }
            }
        }
        for (company, a, b) in &conflicts {
            self.parents[company.index()].retain(|membership| membership != a && membership != b);
        }
        self.conflicts = conflicts;
    }

    /// Whether `ancestor` stands above `company` at any time.
    fn above(&self, company: CompanyId, ancestor: CompanyId) -> bool {
        let mut seen = vec![company];
        let mut at = 0;
        while at < seen.len() {
            for membership in &self.parents[seen[at].index()] {
                if membership.parent == ancestor {
                    return true;
                }
                if !seen.contains(&membership.parent) {
                    seen.push(membership.parent);
                }
            }
            at += 1;
        }
        false
    }

    /// How many companies there are.
    pub(super) const fn len(&self) -> usize {
        self.parents.len()
    }

    /// The memberships of a company in its parents.
    #[must_use]
    pub fn parents(&self, company: CompanyId) -> &[Membership] {
        &self.parents[company.index()]
    }

    /// Pairs of controllers at one time, which belong to no group for it.
    #[must_use]
    pub fn conflicts(&self) -> &[(CompanyId, Membership, Membership)] {
        &self.conflicts
    }

    /// The company itself and all that belonged to it at some time, each with what must hold for it.
    #[must_use]
    pub fn members(&self, company: CompanyId) -> Vec<(CompanyId, Vec<Interval>)> {
        walk(company, |id| {
            self.children[id.index()]
                .iter()
                .map(|(child, m)| (*child, m.interval))
                .collect()
        })
    }

    /// As [`Groups::members`], without what belonged to the company only through `without`, or is it.
    #[must_use]
    pub fn members_without(&self, company: CompanyId, without: CompanyId) -> Vec<(CompanyId, Vec<Interval>)> {
        walk(company, |id| {
            self.children[id.index()]
                .iter()
                .filter(|(child, _)| *child != without)
                .map(|(child, m)| (*child, m.interval))
                .collect()
        })
    }

    /// The company itself and all that it belonged to at some time, each with what must hold for it.
    #[must_use]
    pub fn ancestors(&self, company: CompanyId) -> Vec<(CompanyId, Vec<Interval>)> {
        ancestors_in(&self.parents, company)
    }

    /// The companies that `company` rolls up to over time, through parents that `may` be climbed onto.
    ///
    /// Together they cover all time: where no parent holds, the company is its own top.
    #[must_use]
    pub fn tops(&self, model: &Model, company: CompanyId, may: &dyn Fn(CompanyId) -> bool) -> Vec<Top> {
        let mut tops = Vec::new();
        let mut open = vec![Top {
            root: company,
            through: Vec::new(),
            parts: Vec::new(),
        }];
        while let Some(top) = open.pop() {
            let mut climbable: Vec<Membership> = self.parents[top.root.index()]
                .iter()
                .filter(|m| matches!(model[m.parent].kind, CompanyKind::Company | CompanyKind::Division))
                .filter(|m| may(m.parent) && m.parent != company && !top.through.contains(&m.parent))
                .copied()
                .collect();
            climbable.sort_by_key(|m| (m.interval.start(), m.interval.end(), m.parent));
            let held: Vec<Interval> = climbable.iter().map(|membership| membership.interval).collect();
            for gap in gaps(&held) {
                let mut parts = top.parts.clone();
                parts.extend(gap);
                if overlap(&parts) != Holds::No {
                    tops.push(Top {
                        root: top.root,
                        through: top.through.clone(),
                        parts,
                    });
                }
            }
            for membership in climbable {
                let mut parts = top.parts.clone();
                parts.push(membership.interval);
                if overlap(&parts) != Holds::No {
                    let mut through = top.through.clone();
                    through.push(top.root);
                    open.push(Top {
                        root: membership.parent,
                        through,
                        parts,
                    });
                }
            }
        }
        tops
    }
}

/// A company itself and all that it belonged to at some time by some memberships, each with what must hold for it.
pub(super) fn ancestors_in(parents: &[Vec<Membership>], company: CompanyId) -> Vec<(CompanyId, Vec<Interval>)> {
    walk(company, |id| {
        parents[id.index()].iter().map(|m| (m.parent, m.interval)).collect()
    })
}

/// Every simple way along `step` on which all parts can hold together; iterative.
fn walk(start: CompanyId, step: impl Fn(CompanyId) -> Vec<(CompanyId, Interval)>) -> Vec<(CompanyId, Vec<Interval>)> {
    let mut found = vec![(start, Vec::new())];
    let mut paths = vec![vec![start]];
    let mut at = 0;
    while at < found.len() {
        let (company, parts): (CompanyId, Vec<Interval>) = found[at].clone();
        for (next, interval) in step(company) {
            if paths[at].contains(&next) {
                continue;
            }
            let mut longer = parts.clone();
            longer.push(interval);
            if overlap(&longer) != Holds::No {
                let mut path = paths[at].clone();
                path.push(next);
                paths.push(path);
                found.push((next, longer));
            }
        }
        at += 1;
    }
    found
}

/// The times between intervals, which are sorted by start; `None` stands for all time.
fn gaps(intervals: &[Interval]) -> Vec<Option<Interval>> {
    let Some((first, rest)) = intervals.split_first() else {
        return vec![None];
    };
    let mut gaps: Vec<Option<Interval>> = Vec::new();
    gaps.extend(first.before().map(Some));
    let mut end = first.end();
    for interval in rest {
        let (s0, s1) = interval.start();
        gaps.extend(
            Interval::new(end.0, end.1, s0, s1)
                .filter(|_| end.1 < s1 || end.0 < s0)
                .map(Some),
        );
        end = end.max(interval.end());
    }
    gaps.extend(
        Interval::new(end.0, end.1, Day::MAX, Day::MAX)
            .filter(|_| end.0 < Day::MAX)
            .map(Some),
    );
    gaps
}
