//! The difference between two data sets: records added, removed and changed, with the fields that changed.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::fields;
use crate::model::{Model, Table};

/// The difference between two data sets.
#[derive(Clone, Debug, PartialEq)]
pub struct DataDiff {
    /// The records that differ, by section and id.
    pub records: Vec<RecordChange>,
}

/// A record that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    /// The section: `companies`, `relations` ...
    pub section: &'static str,
    /// The id.
    pub id: String,
    /// How it differs.
    pub change: Change,
}

/// How a record differs.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Only the second data set has it.
    Added,
    /// Only the first data set has it.
    Removed,
    /// The fields that differ, with both values; a missing field is `null`.
    Changed(BTreeMap<String, (Value, Value)>),
}

impl Change {
    /// How data formats call it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed(_) => "changed",
        }
    }
}

impl DataDiff {
    /// Whether there is no difference.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

/// What differs from the data set `old` to `new`. Records are the same when their ids are; where they stand in files is
/// no difference. Cost: linear in both, times the logarithm of their size.
#[must_use]
pub fn data_diff(old: &Model, new: &Model) -> DataDiff {
    let (old, new) = (sections(old), sections(new));
    let mut records = Vec::new();
    for ((section, before), (_, after)) in old.iter().zip(&new) {
        let mut ids: Vec<&String> = before.keys().chain(after.keys()).collect();
        ids.sort_unstable();
        ids.dedup();
        records.extend(ids.into_iter().filter_map(|id| {
            let change = match (before.get(id), after.get(id)) {
                (None, _) => Change::Added,
                (_, None) => Change::Removed,
                (Some(before), Some(after)) => Change::Changed(changed(before, after)?),
            };
            Some(RecordChange {
                section,
                id: id.clone(),
                change,
            })
        }));
    }
    DataDiff { records }
}

/// The fields that differ; `None` when none does.
fn changed(before: &Map<String, Value>, after: &Map<String, Value>) -> Option<BTreeMap<String, (Value, Value)>> {
    let value = |record: &Map<String, Value>, key: &String| record.get(key).cloned().unwrap_or(Value::Null);
    let differing: BTreeMap<String, (Value, Value)> = before
        .keys()
        .chain(after.keys())
        .map(|key| (key.clone(), (value(before, key), value(after, key))))
        .filter(|(_, (before, after))| before != after)
        .collect();
    (!differing.is_empty()).then_some(differing)
}

type Records = BTreeMap<String, Map<String, Value>>;

/// Every record of a data set by section and id, with its fields; references are ids.
fn sections(model: &Model) -> Vec<(&'static str, Records)> {
    let relations = model
        .relations
        .iter()
        .map(|relation| (relation.id.to_string(), fields::of_relation(model, relation)))
        .collect();
    vec![
        ("companies", plain(model, &model.companies)),
        ("products", plain(model, &model.products)),
        ("markets", plain(model, &model.markets)),
        ("successions", plain(model, &model.successions)),
        ("cases", plain(model, &model.cases)),
        ("deals", plain(model, &model.deals)),
        ("relations", relations),
        ("events", plain(model, &model.events)),
        ("quotes", plain(model, &model.quotes)),
        ("claims", plain(model, &model.claims)),
        ("sources", plain(model, &model.sources)),
    ]
}

fn plain<T: Serialize>(model: &Model, records: &Table<T>) -> Records {
    records
        .iter()
        .filter_map(|record| {
            let fields = fields::of(model, record);
            let id = fields.get("id")?.as_str()?.to_owned();
            Some((id, fields))
        })
        .collect()
}
