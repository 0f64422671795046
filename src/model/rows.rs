//! Some records of a whole data set, as a store hands them over.

use std::collections::BTreeMap;

use super::company::{Company, Product};
use super::records::{Case, Claim, Deal, Event, Market, Quote, Source, Succession};
use super::refs::{Refs, Visit};
use super::relation::Relation;
use super::tables::{Model, TableId, tables};

macro_rules! rows {
    ($($(#[$meta:meta])* $field:ident $variant:ident: $id:ident => $record:ident;)+) => {
        /// Records of a whole data set by their positions in its tables; they refer to each other by these positions too.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Rows {
            $($(#[$meta])* pub $field: BTreeMap<u32, $record>,)+
        }

        impl Rows {
            /// How many there are.
            #[must_use]
            pub fn len(&self) -> usize {
                0 $(+ self.$field.len())+
            }

            /// Whether there is none.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// How many there are of a table.
            #[must_use]
            pub fn count(&self, table: TableId) -> usize {
                match table {
                    $(TableId::$variant => self.$field.len(),)+
                }
            }

            /// Whether a record is here.
            #[must_use]
            pub fn has(&self, table: TableId, at: u32) -> bool {
                match table {
                    $(TableId::$variant => self.$field.contains_key(&at),)+
                }
            }

            /// The positions of the records of a table that are here, in order.
            #[must_use]
            pub fn positions(&self, table: TableId) -> Vec<u32> {
                match table {
                    $(TableId::$variant => self.$field.keys().copied().collect(),)+
                }
            }

            /// Adds records; one that is here already is put in its own place.
            pub fn add(&mut self, other: Self) {
                $(self.$field.extend(other.$field);)+
            }

            /// Copies a record of a model that holds the whole data set; nothing where it has none at that position.
            pub fn copy(&mut self, model: &Model, table: TableId, at: u32) {
                match table {
                    $(TableId::$variant => {
                        if let Some(record) = model.$field.get(at as usize) {
                            self.$field.insert(at, record.clone());
                        }
                    })+
                }
            }

            /// Visits every reference of a record that is here.
            pub(crate) fn visit(&mut self, table: TableId, at: u32, visit: &mut Visit<'_>) {
                match table {
                    $(TableId::$variant => {
                        if let Some(record) = self.$field.get_mut(&at) {
                            record.refs(visit);
                        }
                    })+
                }
            }

            /// The model of the records that are here, in the same order as in the whole.
            fn closed(self) -> Model {
                let positions: BTreeMap<TableId, Vec<u32>> =
                    TableId::ALL.iter().map(|table| (*table, self.positions(*table))).collect();
                let place = &mut |table: TableId, at: &mut u32| {
                    let found = positions[&table].binary_search(at);
                    *at = $crate::model::CompanyId::from(found.expect("every record that is referred to is here")).0;
                };
                Model {
                    $($field: self
                        .$field
                        .into_values()
                        .map(|mut record| {
                            record.refs(place);
                            record
                        })
                        .collect(),)+
                }
            }
        }
    };
}
tables!(rows);

impl Rows {
    /// The model of the records that are here, in the same order as in the whole data set.
    ///
    /// The products of a company, and what a case includes and tells of, are cut to what is here. Cost: linear in the
    /// records, times `log n`.
    ///
    /// # Panics
    /// When a record that another one refers to in any other way is not here.
    #[must_use]
    pub fn model(&self) -> Model {
        let mut rows = self.clone();
        for company in rows.companies.values_mut() {
            company.products.retain(|id| self.products.contains_key(&id.0));
        }
        for case in rows.cases.values_mut() {
            case.includes.retain(|id| self.relations.contains_key(&id.0));
            for step in &mut case.story {
                step.show.retain(|id| {
                    let (table, at) = id.place();
                    self.has(table, at)
                });
            }
        }
        rows.closed()
    }

    /// What a record that is here refers to, other than what [`Rows::model`] cuts.
    pub fn needed_by(&mut self, table: TableId, at: u32) -> Vec<(TableId, u32)> {
        let mut found = self.refs(table, at);
        match table {
            TableId::Companies => found.retain(|(to, _)| *to != TableId::Products),
            TableId::Cases => found.retain(|(to, _)| *to == TableId::Companies),
            _ => {}
        }
        found
    }

    /// Everything that a record that is here refers to.
    pub fn refs(&mut self, table: TableId, at: u32) -> Vec<(TableId, u32)> {
        let mut found = Vec::new();
        self.visit(table, at, &mut |table, at| found.push((table, *at)));
        found
    }
}
