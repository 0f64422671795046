//! Words of the lists that the vocabulary of relation kinds closes.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{KINDS, Role, kind};
use crate::values::suggest::did_you_mean;

/// A kind of relation, by its name: `investment`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KindName(usize);

/// A role that a party has in some kind of relation, by its name: `customer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoleName(&'static str);

/// Why a word is none of a closed list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no {list} `{word}`{}", near.as_ref().map_or_else(String::new, |near| format!("; {near}")))]
pub struct NoSuchWord {
    list: &'static str,
    word: String,
    near: Option<String>,
}

impl KindName {
    /// The names of all kinds, in the order of the vocabulary.
    pub fn all() -> impl Iterator<Item = &'static str> {
        KINDS.iter().map(|kind| kind.name)
    }

    /// The name of the kind at a position in [`KINDS`].
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn at(index: usize) -> Self {
        assert!(index < KINDS.len(), "a position in `KINDS`");
        Self(index)
    }

    /// The same for a position that is known to be one.
    pub(super) const fn of_index(index: usize) -> Self {
        Self(index)
    }

    /// Its position in [`KINDS`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        KINDS[self.0].name
    }
}

/// Every role of every kind, each once, in alphabetical order.
static ROLES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let roles = KINDS.iter().flat_map(|kind| kind.roles);
    roles.map(|role| role.name).collect()
});

impl RoleName {
    /// The name of a role.
    #[must_use]
    pub const fn of(role: &'static Role) -> Self {
        Self(role.name)
    }

    /// The names of all roles, in alphabetical order.
    pub fn all() -> impl Iterator<Item = &'static str> {
        ROLES.iter().copied()
    }

    /// The name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

impl FromStr for KindName {
    type Err = NoSuchWord;

    fn from_str(word: &str) -> Result<Self, NoSuchWord> {
        kind(word)
            .map(Self)
            .ok_or_else(|| NoSuchWord::new("kind of relation", word, Self::all()))
    }
}

impl FromStr for RoleName {
    type Err = NoSuchWord;

    fn from_str(word: &str) -> Result<Self, NoSuchWord> {
        ROLES
            .get(word)
            .map(|role| Self(role))
            .ok_or_else(|| NoSuchWord::new("role", word, Self::all()))
    }
}

impl NoSuchWord {
    fn new(list: &'static str, word: &str, all: impl Iterator<Item = &'static str>) -> Self {
        Self {
            list,
            word: word.to_owned(),
            near: did_you_mean(word, all),
        }
    }
}

macro_rules! as_word {
    ($type:ident, $title:literal, $doc:literal) => {
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <String as serde::Deserialize>::deserialize(deserializer)?;
                word.parse().map_err(serde::de::Error::custom)
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $title.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "description": $doc,
                    "type": "string",
                    "enum": Self::all().collect::<Vec<_>>(),
                })
            }
        }
    };
}

as_word!(KindName, "Kind", "A kind of relation.");
as_word!(RoleName, "Role", "A role of a party in some kind of relation.");
