//! Onto which companies counterparties are rolled up, and when: never onto what an asked company belongs to at that time.

use std::collections::BTreeMap;

use super::pair::split;
use crate::derived::{Climb, Groups};
use crate::model::CompanyId;
use crate::values::Interval;

/// The companies above some asked ones, and when they are not.
#[derive(Clone, Debug)]
pub struct Above {
    asked: Vec<CompanyId>,
    /// Of each company that an asked one belongs to at some time: all time in pieces, and whether none does then.
    pieces: BTreeMap<CompanyId, Vec<(Vec<Interval>, bool)>>,
}

impl Above {
    /// What stands above the asked companies, which themselves may always be climbed onto. Cost: the ways up from them.
    #[must_use]
    pub fn of(groups: &Groups, asked: &[CompanyId], group: bool) -> Self {
        let mut ways: BTreeMap<CompanyId, Vec<Vec<Interval>>> = BTreeMap::new();
        for id in asked {
            for (above, parts) in groups.ancestors(*id, group) {
                if !asked.contains(&above) {
                    ways.entry(above).or_default().push(parts);
                }
            }
        }
        let apart = |ways: &[Vec<Interval>]| split(ways).into_iter().map(|(parts, below)| (parts, !below)).collect();
        Self {
            asked: asked.to_vec(),
            pieces: ways.iter().map(|(id, ways)| (*id, apart(ways))).collect(),
        }
    }

    /// When a counterparty may be rolled up onto a company.
    #[must_use]
    pub fn may_climb(&self, company: CompanyId) -> Climb<'_> {
        match self.pieces.get(&company) {
            None => Climb::Always,
            Some(pieces) if pieces.iter().all(|(_, may)| !may) => Climb::Never,
            Some(pieces) => Climb::At(pieces),
        }
    }

    /// The asked companies, and all that they belong to at some time.
    #[must_use]
    pub fn companies(&self) -> Vec<CompanyId> {
        self.asked.iter().chain(self.pieces.keys()).copied().collect()
    }
}
