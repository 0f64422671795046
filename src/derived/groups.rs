//! Who belonged to whom, and when.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::holdings::{Holdings, memberships};
use super::identity::{Identity, Turn};
use crate::model::{CompanyId, Model, RelationId, SuccessionId};
use crate::values::{Day, Holds, Interval, condense, is_within, overlap};
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
    /// The first day on which it is only presumed; [`Day::MAX`] where never.
    pub presumed_from: Day,
}

/// A company that another one rolls up to, itself included.
#[derive(Clone, Debug, PartialEq)]
pub struct Top {
    /// The company at the top.
    pub root: CompanyId,
    /// What must hold together for it, beside the tie itself.
    pub parts: Vec<Interval>,
}

/// Every membership of a data set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Groups {
    identity: Identity,
    parents: Vec<Vec<Membership>>,
    conflicts: Vec<(CompanyId, Membership, Membership)>,
    /// For whom each company stands, with its group.
    grouped: Steps,
    /// For whom each stands by itself.
    alone: Steps,
}

/// From each company to those that its ties count for, and back, each with when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Steps {
    up: Vec<Vec<(CompanyId, Interval)>>,
    down: Vec<Vec<(CompanyId, Interval)>>,
}

impl Steps {
    fn new(companies: usize) -> Self {
        Self {
            up: vec![Vec::new(); companies],
            down: vec![Vec::new(); companies],
        }
    }

    fn add(&mut self, from: CompanyId, to: CompanyId, time: Interval) {
        self.up[from.index()].push((to, time));
        self.down[to.index()].push((from, time));
    }

    /// Renamed companies are one with what they became at any time, merged ones from their day.
    fn of_identity(identity: &Identity, companies: usize) -> Self {
        let mut steps = Self::new(companies);
        for turn in identity.renamed() {
            steps.add(turn.from, turn.to, Interval::ALWAYS);
        }
        for turn in identity.mergers() {
            if let Some(time) = Interval::from_dates(turn.on, None) {
                steps.add(turn.from, turn.to, time);
            }
        }
        steps
    }

    /// As [`Steps::of_identity`], with memberships in groups. A company with a parent put above it stands for that parent
    /// before that day too, so that what it belonged to by then is what the parent belonged to.
    fn of_groups(identity: &Identity, parents: &[Vec<Membership>]) -> Self {
        let mut steps = Self::of_identity(identity, parents.len());
        let above: BTreeMap<CompanyId, Turn> = identity.holdings().map(|turn| (turn.from, turn)).collect();
        for (at, memberships) in parents.iter().enumerate() {
            let company = CompanyId::from(at);
            let put = above.get(&company);
            for membership in memberships {
                let (e0, e1) = membership.interval.end();
                match put {
                    Some(turn) if membership.parent == turn.to => {
                        let time = Interval::new(Day::MIN, Day::MIN, e0, e1);
                        steps.add(company, turn.to, time.unwrap_or(membership.interval));
                    }
                    Some(turn) if membership.interval.start().0 < turn.on.first() => {
                        steps.add(turn.to, membership.parent, membership.interval);
                    }
                    _ => steps.add(company, membership.parent, membership.interval),
                }
            }
        }
        steps
    }
}

impl Groups {
    /// Who controls whom, from who holds what.
    pub(super) fn new(model: &Model, holdings: &Holdings, identity: Identity) -> Self {
        let mut groups = Self {
            parents: memberships(model, holdings),
            ..Self::default()
        };
        groups.drop_conflicts();
        groups.alone = Steps::of_identity(&identity, model.companies.len());
        groups.grouped = Steps::of_groups(&identity, &groups.parents);
        groups.identity = identity;
        groups
    }

    /// Which records are about one company.
    #[must_use]
    pub const fn identity(&self) -> &Identity {
        &self.identity
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
        let mut seen = BTreeSet::from([company]);
        let mut open = vec![company];
        while let Some(at) = open.pop() {
            for membership in &self.parents[at.index()] {
                if membership.parent == ancestor {
                    return true;
                }
                if seen.insert(membership.parent) {
                    open.push(membership.parent);
                }
            }
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

    /// For whom the ties of a company count directly, each with when.
    #[cfg(test)]
    pub(crate) fn up(&self, company: CompanyId, group: bool) -> &[(CompanyId, Interval)] {
        &self.steps(group).up[company.index()]
    }

    const fn steps(&self, group: bool) -> &Steps {
        if group { &self.grouped } else { &self.alone }
    }

    /// The company itself and all that stood for it at some time, each with what must hold for it: its other records, what
    /// was merged into it and, with `group`, what belonged to it.
    #[must_use]
    pub fn members(&self, company: CompanyId, group: bool) -> Vec<(CompanyId, Vec<Interval>)> {
        let down = &self.steps(group).down;
        self.walk(company, |id| down[id.index()].clone())
    }

    /// As [`Groups::members`], without what stood for the company only through `without`, or is it.
    #[must_use]
    pub fn members_without(
        &self,
        company: CompanyId,
        without: CompanyId,
        group: bool,
    ) -> Vec<(CompanyId, Vec<Interval>)> {
        let down = &self.steps(group).down;
        self.walk(company, |id| {
            let below = down[id.index()].iter();
            below.filter(|(child, _)| *child != without).copied().collect()
        })
    }

    /// The company itself and all that it stood for at some time, each with what must hold for it.
    #[must_use]
    pub fn ancestors(&self, company: CompanyId, group: bool) -> Vec<(CompanyId, Vec<Interval>)> {
        let up = &self.steps(group).up;
        self.walk(company, |id| up[id.index()].clone())
    }

    /// The companies that one belonged to, directly or through others, each with what must hold for it.
    #[must_use]
    pub fn owners(&self, company: CompanyId) -> Vec<(CompanyId, Vec<Interval>)> {
        let mut found = ancestors_in(&self.parents, company);
        found.remove(0);
        found
    }

    /// As [`walk`], from a company as long as it was there by itself.
    fn walk(
        &self,
        start: CompanyId,
        step: impl Fn(CompanyId) -> Vec<(CompanyId, Interval)>,
    ) -> Vec<(CompanyId, Vec<Interval>)> {
        walk(start, self.until_merged(start).into_iter().collect(), step)
    }

    /// The time before a company was merged into another one; `None` when it never was.
    fn until_merged(&self, company: CompanyId) -> Option<Interval> {
        let merged = Interval::from_dates(self.identity.merged(company)?.on, None)?;
        merged.before()
    }

    /// The companies that `company` rolls up to over time, through those that `may` be climbed onto and never beyond those to
    /// `keep`; with `group` through what it belonged to, without as the company that its record is about.
    ///
    /// Together they cover all time: where nothing above holds, the company is its own top. What one way says is not said by
    /// another one again. Cost: the companies above, times the spells of time in which each is reached.
    #[must_use]
    pub fn tops(
        &self,
        model: &Model,
        company: CompanyId,
        group: bool,
        may: &dyn Fn(CompanyId) -> bool,
        keep: &[CompanyId],
    ) -> Vec<Top> {
        let up = &self.steps(group).up;
        let mut tops = Vec::new();
        let mut reached = Reached::new(company, &[]);
        let mut open = vec![Top {
            root: company,
            parts: Vec::new(),
        }];
        while let Some(top) = open.pop() {
            let merged = self.identity.merged(top.root);
            let kept = keep.contains(&top.root);
            let mut climbable: Vec<(CompanyId, Interval)> = up[top.root.index()]
                .iter()
                .filter(|(above, _)| self.is_climbed(model, top.root, *above) && may(*above))
                // one that was merged is no longer there to be kept
                .filter(|(above, _)| !kept || merged.is_some_and(|turn| turn.to == *above))
                .copied()
                .collect();
            climbable.sort_by_key(|(above, time)| (time.start(), time.end(), *above));
            let mut held: Vec<Interval> = climbable.iter().map(|(_, time)| *time).collect();
            // a company that was merged is not there by itself any more, whoever may be climbed onto
            held.extend(merged.and_then(|turn| Interval::from_dates(turn.on, None)));
            held.sort_by_key(|time| (time.start(), time.end()));
            for gap in gaps(&held) {
                let mut parts = top.parts.clone();
                parts.extend(gap);
                if overlap(&parts) != Holds::No {
                    tops.push(Top { root: top.root, parts });
                }
            }
            for (above, time) in climbable {
                if let Some(parts) = reached.by(above, &top.parts, time) {
                    open.push(Top { root: above, parts });
                }
            }
        }
        tops
    }

    /// Whether a company rolls up onto another: onto its own other record always, else onto firms alone.
    fn is_climbed(&self, model: &Model, company: CompanyId, above: CompanyId) -> bool {
        matches!(model[above].kind, CompanyKind::Company | CompanyKind::Division)
            || self.identity.root(company) == self.identity.root(above)
            || self.identity.merged(company).is_some_and(|turn| turn.to == above)
    }
}

/// A company itself and all that it belonged to at some time by some memberships, each with what must hold for it.
pub(super) fn ancestors_in(parents: &[Vec<Membership>], company: CompanyId) -> Vec<(CompanyId, Vec<Interval>)> {
    walk(company, Vec::new(), |id| {
        parents[id.index()].iter().map(|m| (m.parent, m.interval)).collect()
    })
}

/// Every company along `step` with the times in which it is reached, the start with parts of its own; iterative.
fn walk(
    start: CompanyId,
    own: Vec<Interval>,
    step: impl Fn(CompanyId) -> Vec<(CompanyId, Interval)>,
) -> Vec<(CompanyId, Vec<Interval>)> {
    let mut reached = Reached::new(start, &own);
    let mut found = vec![(start, own)];
    let mut at = 0;
    while at < found.len() {
        let company = found[at].0;
        for (next, interval) in step(company) {
            if let Some(parts) = reached.by(next, &found[at].1, interval) {
                found.push((next, parts));
            }
        }
        at += 1;
    }
    found
}

/// When each company was reached so far, so that no way is followed that only says again what another one said: there may be
/// more ways than anybody can follow.
struct Reached(BTreeMap<CompanyId, Vec<Vec<Interval>>>);

impl Reached {
    fn new(start: CompanyId, own: &[Interval]) -> Self {
        Self(BTreeMap::from([(start, vec![own.to_vec()])]))
    }

    /// What must hold together for a company that is reached by one more step; `None` where that never holds, or was said.
    fn by(&mut self, company: CompanyId, before: &[Interval], step: Interval) -> Option<Vec<Interval>> {
        let mut parts = before.to_vec();
        parts.push(step);
        if overlap(&parts) == Holds::No {
            return None;
        }
        condense(&mut parts);
        let known = self.0.entry(company).or_default();
        if known.iter().any(|known| is_within(&parts, known)) {
            return None;
        }
        known.push(parts.clone());
        Some(parts)
    }
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
