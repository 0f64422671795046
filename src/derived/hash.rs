//! The mark of a data set: equal data have equal marks, wherever their files stand.

use std::fmt;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::model::Model;

/// The SHA-256 of the records of a data set.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DataHash([u8; 32]);

impl DataHash {
    /// Hashes the records of a model. Cost: linear in them; every record is looked at.
    ///
    /// What is absent, empty or unset is left out, so that a field which a later version adds changes no mark of data that
    /// do not use it.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let mut hasher = Sha256::new();
        for (table, record) in model.values() {
            // a record is made of maps with text keys, lists, texts and numbers, which JSON can always hold
            let record = record.map(pruned).unwrap_or_default();
            hasher.update(format!("{table} {record}\n"));
        }
        Self(hasher.finalize().into())
    }

    /// Its bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for DataHash {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for DataHash {
    /// Its first 16 hexadecimal digits, or as many as the precision asks for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = f.precision().unwrap_or(16);
        let nibbles = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        for nibble in nibbles.take(digits) {
            write!(f, "{nibble:x}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for DataHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:.64}")
    }
}

/// A value without the fields that say nothing; objects are sorted by their keys.
fn pruned(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(key, value)| (key, pruned(value)));
            Value::Object(fields.filter(|(_, value)| !says_nothing(value)).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(pruned).collect()),
        other => other,
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Number(_) | Value::String(_) | Value::Bool(true) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::testing::Data;

    #[test]
    fn equal_data_have_equal_marks_and_others_do_not() {
        let data = || {
            let mut data = Data::new();
            data.tie("alliance", "a, b", "2015..");
            data
        };
        let (first, mut other) = (data(), data());
        let hash = DataHash::of(&first.model);
        assert_eq!(hash, DataHash::of(&other.model));
        other.model.relations[0].rumoured = true;
        assert_ne!(hash, DataHash::of(&other.model));
        assert_eq!((format!("{hash}").len(), format!("{hash:?}").len()), (16, 64));
    }

    #[test]
    fn what_says_nothing_changes_no_mark() {
        let full = serde_json::json!({"a": 1, "b": null, "c": [], "d": {"e": false}, "f": [null, {"g": null}]});
        assert_eq!(pruned(full), serde_json::json!({"a": 1, "f": [null, {}]}));
    }
}
