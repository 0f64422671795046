//! A data set that is held whole, handed out in slices: what every other store must be equal to.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use super::slices::Store;
use crate::dataset::{Dataset, Hop};
use crate::derived::{DataHash, called};
use crate::model::{Model, Rows, TableId};

/// A data set with an index of what refers to what.
///
/// It is as simple as a store can be, so that others can be tested against it; it also tells how much of a data set a
/// question needs.
#[derive(Debug)]
pub struct Shelf {
    dataset: Dataset,
    referring: BTreeMap<(TableId, TableId, u32), BTreeSet<u32>>,
    playing: BTreeMap<(u8, u8, u32), BTreeSet<u32>>,
    called: BTreeMap<(TableId, String), BTreeSet<u32>>,
}

/// How many records a table of a model has.
fn records(model: &Model, table: TableId) -> u32 {
    u32::try_from(model.count(table)).expect("positions are 32 bits wide")
}

impl Shelf {
    /// Indexes a data set. Cost: linear in its records, times `log n`.
    #[must_use]
    pub fn new(dataset: Dataset) -> Self {
        let model = dataset.model();
        let (mut referring, mut playing): (BTreeMap<_, BTreeSet<u32>>, BTreeMap<_, BTreeSet<u32>>) = Default::default();
        let mut names: BTreeMap<(TableId, String), BTreeSet<u32>> = BTreeMap::new();
        for table in TableId::ALL {
            for at in 0..records(model, *table) {
                let mut one = Rows::default();
                one.copy(model, *table, at);
                for (to, target) in one.refs(*table, at) {
                    referring.entry((*table, to, target)).or_default().insert(at);
                }
                for name in called(model, *table, at as usize) {
                    names.entry((*table, name)).or_default().insert(at);
                }
            }
        }
        for (id, relation) in model.relations() {
            for party in &relation.parties {
                let role = (relation.kind, party.role, party.company.0);
                playing.entry(role).or_default().insert(id.0);
            }
        }
        Self {
            referring,
            playing,
            called: names,
            dataset,
        }
    }

    /// The whole data set.
    #[must_use]
    pub const fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// How many records the whole data set has.
    #[must_use]
    pub fn len(&self) -> usize {
        let model = self.dataset.model();
        TableId::ALL.iter().map(|table| model.count(*table)).sum()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn hop(&self, hop: &Hop, rows: &mut Rows) {
        let model = self.dataset.model();
        let mut put = |table: TableId, found: &mut dyn Iterator<Item = u32>| {
            found.for_each(|at| rows.copy(model, table, at));
        };
        match hop {
            Hop::All(table) => put(*table, &mut (0..records(model, *table))),
            Hop::Rows { table, at } => put(*table, &mut at.iter().copied()),
            Hop::Referring { from, to, at } => {
                let found = at.iter().filter_map(|at| self.referring.get(&(*from, *to, *at)));
                put(*from, &mut found.flatten().copied());
            }
            Hop::Playing { roles, companies } => {
                let keys = roles.iter().flat_map(|(kind, role)| {
                    let companies = companies.iter();
                    companies.map(move |company| (*kind, *role, *company))
                });
                let found = keys.filter_map(|key| self.playing.get(&key));
                put(TableId::Relations, &mut found.flatten().copied());
            }
            Hop::Called { table, names } => {
                let found = names.iter().filter_map(|name| self.called.get(&(*table, name.clone())));
                put(*table, &mut found.flatten().copied());
            }
        }
    }
}

impl Store for Shelf {
    type Error = Infallible;

    fn hash(&self) -> Result<DataHash, Infallible> {
        Ok(self.dataset.hash())
    }

    fn fetch(&self, hops: &[Hop]) -> Result<Rows, Infallible> {
        let mut rows = Rows::default();
        for hop in hops {
            self.hop(hop, &mut rows);
        }
        Ok(rows)
    }
}
