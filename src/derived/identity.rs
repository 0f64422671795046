//! One company through its records: what was renamed, converted, merged, or put under a new parent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::knowledge::Knowledge;
use crate::model::{CompanyId, Model, Succession};
use crate::values::{Day, Holds, Interval, PartialDate, overlap, without_legal_form};
use crate::vocab::SuccessionAs;

/// What a company became.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The company before.
    pub from: CompanyId,
    /// The company after.
    pub to: CompanyId,
    /// When.
    pub on: PartialDate,
}

/// Which records are about one company, and what became of merged ones.
///
/// - *Rename* and *conversion*: the records are one company at any time, whatever was known; the last one stands for it.
/// - *Holding* above exactly one company: before its day the old company stands for the new one.
/// - *Merger*: from its day the ties of the merged company that hold go on as the successor's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    renamed: BTreeMap<CompanyId, Turn>,
    merged: BTreeMap<CompanyId, Turn>,
    /// By the new parent.
    parents: BTreeMap<CompanyId, Turn>,
}

impl Identity {
    /// What the successions of a model say that were known. Cost: linear in them.
    #[must_use]
    pub fn of(model: &Model, known: Knowledge) -> Self {
        let mut found = Self::default();
        let sorted = |wanted: &dyn Fn(&Succession) -> bool| {
            let mut all: Vec<&Succession> = model.successions.iter().filter(|one| wanted(one)).collect();
            all.sort_by_key(|one| one.since);
            all.into_iter()
        };
        let is_rename = |one: &Succession| matches!(one.how, SuccessionAs::Rename | SuccessionAs::Conversion);
        for one in sorted(&is_rename) {
            // a ring is an error, and leads nowhere
            if found.root(one.to) != one.from {
                found
                    .renamed
                    .entry(one.from)
                    .or_insert_with(|| turn(one.from, one.to, one.since));
            }
        }
        let is_known = |one: &Succession| known.succession(model, one).is_some();
        for one in sorted(&|one| one.how == SuccessionAs::Merger && is_known(one)) {
            let (from, to) = (found.root(one.from), found.root(one.to));
            if from != to && !found.ends_in(to, from) {
                found.merged.entry(from).or_insert_with(|| turn(from, to, one.since));
            }
        }
        let mut above: BTreeMap<CompanyId, Vec<Turn>> = BTreeMap::new();
        for one in sorted(&|one| one.how == SuccessionAs::Holding && is_known(one)) {
            let (from, to) = (found.root(one.from), found.root(one.to));
            if from != to {
                above.entry(to).or_default().push(turn(from, to, one.since));
            }
        }
        for (to, turns) in above {
            if let [only] = turns.as_slice()
                && !found.stands_below(only.from, to)
            {
                found.parents.insert(to, *only);
            }
        }
        found
    }

    /// The record that stands for a company: the last one, if it was renamed or converted.
    #[must_use]
    pub fn root(&self, company: CompanyId) -> CompanyId {
        let mut at = company;
        while let Some(turn) = self.renamed.get(&at) {
            at = turn.to;
        }
        at
    }

    /// Into what a company was merged, and when.
    #[must_use]
    pub fn merged(&self, company: CompanyId) -> Option<Turn> {
        self.merged.get(&self.root(company)).copied()
    }

    /// Every old record of a company that was renamed or converted, with what it became.
    pub fn renamed(&self) -> impl Iterator<Item = Turn> {
        self.renamed.values().copied()
    }

    /// Every merged company, with what it became.
    pub fn mergers(&self) -> impl Iterator<Item = Turn> {
        self.merged.values().copied()
    }

    /// Every company with a parent put above it, the only one of that parent.
    pub fn holdings(&self) -> impl Iterator<Item = Turn> {
        self.parents.values().copied()
    }

    /// The records of a company, the last one first.
    #[must_use]
    pub fn records(&self, company: CompanyId) -> Vec<CompanyId> {
        let root = self.root(company);
        let older = self.renamed.keys().filter(|old| self.root(**old) == root).copied();
        std::iter::once(root).chain(older).collect()
    }

    /// What a company was called on a day: by its record of that time, or a former name; before a parent was put above a
    /// single company, the parent is called as that one.
    #[must_use]
    pub fn name_on<'m>(&self, model: &'m Model, company: CompanyId, day: Day) -> &'m str {
        let record = &model[self.record_on(company, day)];
        let point = Interval::window(day, day);
        let former = record.names.iter().find(|former| {
            let time = Interval::between(former.since, former.until);
            former.until.is_some() && time.is_some_and(|time| overlap(&[time, point]) == Holds::Yes)
        });
        match (former, &record.short) {
            (None, _) => record.label(),
            (Some(former), None) => &former.name,
            (Some(former), Some(_)) => without_legal_form(&former.name),
        }
    }

    /// The record that told of a company on a day.
    #[must_use]
    pub fn record_on(&self, company: CompanyId, day: Day) -> CompanyId {
        let mut at = self.root(company);
        loop {
            let before = |turn: &&Turn| turn.to == at && day < turn.on.first();
            let renamed = self.renamed.values().filter(before).max_by_key(|turn| turn.on);
            match renamed.or_else(|| self.parents.get(&at).filter(|turn| day < turn.on.first())) {
                Some(turn) => at = turn.from,
                None => return at,
            }
        }
    }

    /// Whether a company was merged into another by any number of steps.
    fn ends_in(&self, company: CompanyId, other: CompanyId) -> bool {
        let mut at = company;
        while let Some(turn) = self.merged.get(&at) {
            if turn.to == other {
                return true;
            }
            at = turn.to;
        }
        at == other
    }

    /// Whether `company` was itself put above others, down to `other`.
    fn stands_below(&self, company: CompanyId, other: CompanyId) -> bool {
        let mut at = company;
        while let Some(turn) = self.parents.get(&at) {
            if turn.from == other {
                return true;
            }
            at = turn.from;
        }
        false
    }
}

const fn turn(from: CompanyId, to: CompanyId, on: PartialDate) -> Turn {
    Turn { from, to, on }
}
