//! A part of a data set that a store hands over step by step.
//!
//! The store knows records and what refers to what; the library says which records are wanted next, from what a question
//! rests on ([`Basis`]) and what is here. A [`Slice`] that wants nothing more is closed: all of its records stand as they do in
//! the whole data set.

mod basis;
mod hop;

use std::collections::{BTreeMap, BTreeSet};

pub use basis::Basis;
pub use hop::Hop;
use hop::{Key, Role};

use super::Dataset;
use crate::derived::{DataHash, member_and_body, owned_roles};
use crate::model::{CompanyId, Rows, Succession, TableId};
use crate::vocab::SuccessionAs;

/// A store handed over less than it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the store has no record {at} among its {}, though another record refers to it", .table.name())]
pub struct Missing {
    /// The table.
    pub table: TableId,
    /// The position.
    pub at: u32,
}

/// Records of a whole data set, with what is to be asked for next so that they stand as they do there.
///
/// - Whatever a record refers to is here: parties, sources and what they relay, deals, markets up to the broadest. What is
///   cut is said at [`Rows::model`].
/// - Of every relation, event, quote and claim all that refers to it is here: what disputes, refutes or supersedes it, and
///   totals that it is part of. Of every deal, what supersedes it.
/// - The companies that relations, successions, products and declared parents name are *placed*: all holdings in them are
///   here, and all their successions, so that it is known who they belonged to.
/// - Of every company its successions, which decide what it is called and what stands for it, with who they lead to.
/// - A company is *tied* when all its relations are here, with its parts and the other members of bodies that it is a
///   member of; *whole* when everything is that names it. What it was renamed to, converted or merged into is so too.
#[derive(Clone, Debug)]
pub struct Slice {
    hash: DataHash,
    rows: Rows,
    /// What was asked for and handed over.
    asked: BTreeSet<Key>,
    /// What is to be asked for next.
    open: BTreeSet<Key>,
    placed: BTreeSet<u32>,
    tied: BTreeSet<u32>,
    whole: BTreeSet<u32>,
    /// The cases of which all records are here, and all that they include and tell of.
    cases: BTreeSet<u32>,
}

impl Slice {
    /// Nothing yet of the data set with this mark.
    #[must_use]
    pub fn new(hash: DataHash) -> Self {
        Self {
            hash,
            rows: Rows::default(),
            asked: BTreeSet::new(),
            open: BTreeSet::new(),
            placed: BTreeSet::new(),
            tied: BTreeSet::new(),
            whole: BTreeSet::new(),
            cases: BTreeSet::new(),
        }
    }

    /// The records that are here.
    #[must_use]
    pub const fn rows(&self) -> &Rows {
        &self.rows
    }

    /// What is to be asked for next, all at once; nothing when the slice is closed.
    #[must_use]
    pub fn hops(&self) -> Vec<Hop> {
        hop::hops(self.open.iter(), |role| match role {
            Role::Owned => owned_roles(),
            Role::Body => member_and_body().into_iter().map(|[_, body]| body).collect(),
        })
    }

    /// Adds all that the store has of the last [`Slice::hops`]. Cost: linear in the records, times `log n`.
    ///
    /// # Errors
    /// When a record is missing.
    pub fn take(&mut self, rows: Rows) -> Result<(), Missing> {
        let handed: Vec<(TableId, Vec<u32>)> = TableId::ALL
            .iter()
            .map(|table| (*table, rows.positions(*table)))
            .collect();
        self.rows.add(rows);
        for key in &self.open {
            if let Key::Row(table, at) = *key
                && !self.rows.has(table, at)
            {
                return Err(Missing { table, at });
            }
        }
        self.asked.append(&mut self.open);
        for (table, positions) in handed {
            for at in positions {
                self.follow(table, at);
            }
        }
        Ok(())
    }

    /// Asks for records, unless they are here.
    fn want(&mut self, key: Key) {
        let here = match key {
            // one that a whole table should have had is asked for again, and then it is missing
            Key::Row(table, at) => self.rows.has(table, at),
            _ => self.asked.contains(&key) || self.asked.contains(&Key::All(key.table())),
        };
        if !here {
            self.open.insert(key);
        }
    }

    fn want_referring(&mut self, tables: &[TableId], to: TableId, at: u32) {
        for from in tables {
            self.want(Key::Referring { from: *from, to, at });
        }
    }

    /// Asks for what a record that was handed over needs.
    fn follow(&mut self, table: TableId, at: u32) {
        let needed = if table == TableId::Cases && self.cases.contains(&at) {
            self.rows.refs(table, at)
        } else {
            self.rows.needed_by(table, at)
        };
        for (table, at) in needed {
            self.want(Key::Row(table, at));
        }
        match table {
            TableId::Companies => {
                let parts = self.rows.companies.get(&at).into_iter().flat_map(|one| &one.part_of);
                let parents: Vec<u32> = parts.map(|part| part.company.0).collect();
                if !parents.is_empty() {
                    self.place(at);
                }
                parents.into_iter().for_each(|parent| self.place(parent));
                // what it was and became decides what it is called, and what stands for it
                self.want_referring(&[TableId::Successions], table, at);
            }
            TableId::Products => {
                if let Some(company) = self.rows.products.get(&at).map(|product| product.company) {
                    self.place(company.0);
                }
            }
            TableId::Relations => {
                let parties = self.rows.relations.get(&at).into_iter().flat_map(|one| &one.parties);
                let parties: Vec<u32> = parties.map(|party| party.company.0).collect();
                parties.into_iter().for_each(|party| self.place(party));
                self.want_referring(RECORDS, table, at);
                self.follow_membership(at);
            }
            TableId::Events | TableId::Quotes | TableId::Claims => self.want_referring(RECORDS, table, at),
            TableId::Deals => self.want_referring(&[TableId::Deals], table, at),
            TableId::Successions => self.follow_succession(at),
            TableId::Markets | TableId::Sources | TableId::Cases => {}
        }
    }

    fn follow_succession(&mut self, at: u32) {
        let Some(Succession { from, to, how, .. }) = self.rows.successions.get(&at) else {
            return;
        };
        let (ends, hands_on) = ([from.0, to.0], *how != SuccessionAs::SpinOff);
        for (here, other) in [(ends[0], ends[1]), (ends[1], ends[0])] {
            self.place(here);
            if hands_on && self.tied.contains(&here) {
                self.tie(other);
            }
            if hands_on && self.whole.contains(&here) {
                self.make_whole(other);
            }
        }
    }

    /// Who else is a member of what a tied company is a member of is said by relations that do not name it.
    fn follow_membership(&mut self, relation: u32) {
        let (Some([member, body]), Some(relation)) = (member_and_body(), self.rows.relations.get(&relation)) else {
            return;
        };
        let playing = |role: (u8, u8)| {
            let parties = relation.parties.iter();
            parties
                .filter(move |party| (relation.kind, party.role) == role)
                .map(|party| party.company.0)
        };
        if playing(member).any(|company| self.tied.contains(&company)) {
            for body in playing(body).collect::<Vec<_>>() {
                self.want(Key::Playing(Role::Body, body));
            }
        }
    }

    /// Asks for all that says who a company belonged to.
    fn place(&mut self, company: u32) {
        if self.placed.insert(company) {
            self.want(Key::Row(TableId::Companies, company));
            self.want(Key::Playing(Role::Owned, company));
            self.want_referring(&[TableId::Successions], TableId::Companies, company);
        }
    }

    /// Asks for all relations of a company, and all its parts.
    fn tie(&mut self, company: u32) {
        if self.tied.insert(company) {
            self.place(company);
            self.want_referring(&[TableId::Relations, TableId::Companies], TableId::Companies, company);
            self.follow_successions_of(company);
        }
    }

    /// Asks for all that names a company.
    fn make_whole(&mut self, company: u32) {
        if self.whole.insert(company) {
            self.tie(company);
            self.want_referring(NAMING, TableId::Companies, company);
            self.follow_successions_of(company);
        }
    }

    /// What is asked for of a company is asked for of what it was and what became of it: of those that are here already.
    fn follow_successions_of(&mut self, company: u32) {
        let all = self.rows.successions.iter();
        let of_it = all.filter(|(_, one)| one.from.0 == company || one.to.0 == company);
        let of_it: Vec<u32> = of_it.map(|(at, _)| *at).collect();
        of_it.into_iter().for_each(|at| self.follow_succession(at));
    }

    /// Asks for the record at a position in the whole data set.
    pub(crate) fn want_row(&mut self, table: TableId, at: u32) {
        self.want(Key::Row(table, at));
    }

    /// Asks for the records that are called by a name.
    pub(crate) fn want_called(&mut self, table: TableId, name: String) {
        self.want(Key::Called(table, name));
    }

    /// Asks for the whole data set.
    pub(crate) fn want_everything(&mut self) {
        TableId::ALL.iter().for_each(|table| self.want_all(*table));
    }

    /// Asks for a whole table.
    pub(crate) fn want_all(&mut self, table: TableId) {
        self.want(Key::All(table));
    }

    /// Asks for what an answer rests on, told in the ids of a part of this slice.
    pub(crate) fn want_basis(&mut self, basis: &Basis, part: &Part) {
        for company in &basis.placed {
            self.place(part.position(TableId::Companies, company.0));
        }
        for company in &basis.tied {
            self.tie(part.position(TableId::Companies, company.0));
        }
        for company in &basis.whole {
            self.make_whole(part.position(TableId::Companies, company.0));
        }
        for case in &basis.cases {
            let at = part.position(TableId::Cases, case.0);
            if self.cases.insert(at) {
                self.want_referring(RECORDS, TableId::Cases, at);
                for (table, at) in self.rows.refs(TableId::Cases, at) {
                    self.want(Key::Row(table, at));
                }
            }
        }
        for (from, to, at) in &basis.referring {
            let at = part.position(*to, *at);
            self.want(Key::Referring {
                from: *from,
                to: *to,
                at,
            });
        }
    }

    /// Whether nothing more is wanted.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.open.is_empty()
    }

    /// What is here, as a data set with the mark of the whole one. Cost: linear in the records, times `log n`.
    ///
    /// # Panics
    /// May panic when the slice is not closed.
    pub(crate) fn part(&self) -> Part {
        let positions: BTreeMap<TableId, Vec<u32>> = TableId::ALL
            .iter()
            .map(|table| (*table, self.rows.positions(*table)))
            .collect();
        let tied = self.tied.iter().filter_map(|at| {
            let found = positions[&TableId::Companies].binary_search(at).ok()?;
            Some(CompanyId::from(found))
        });
        Part {
            dataset: Dataset::part_of(self.rows.model(), self.hash),
            tied: tied.collect(),
            positions,
        }
    }
}

/// What is here of a data set, as a data set.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) dataset: Dataset,
    /// The companies of which all relations are here.
    pub(crate) tied: BTreeSet<CompanyId>,
    /// The positions of its records in the whole.
    positions: BTreeMap<TableId, Vec<u32>>,
}

impl Part {
    fn position(&self, table: TableId, at: u32) -> u32 {
        self.positions[&table][at as usize]
    }
}

/// Records that have part in disputes, and belong to cases.
const RECORDS: &[TableId] = &[TableId::Relations, TableId::Events, TableId::Quotes, TableId::Claims];

/// Records that say something of a company they name, beside relations; what it published says nothing of it by that.
const NAMING: &[TableId] = &[
    TableId::Products,
    TableId::Cases,
    TableId::Deals,
    TableId::Events,
    TableId::Quotes,
    TableId::Claims,
];
