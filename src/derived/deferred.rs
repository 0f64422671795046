//! A part of an outline that few questions need.

use std::fmt;
use std::sync::OnceLock;

use serde::de::{self, DeserializeOwned};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that is decoded when it is first asked for.
#[derive(Clone, Default)]
pub(super) struct Deferred<T> {
    packed: Vec<u8>,
    value: OnceLock<T>,
    damaged: OnceLock<()>,
}

impl<T: Default + DeserializeOwned> Deferred<T> {
    /// The value; an empty one, which is noted, where the bytes are no value that `fits`.
    pub(super) fn get(&self, fits: impl FnOnce(&T) -> bool) -> &T {
        self.value.get_or_init(|| match postcard::from_bytes(&self.packed) {
            Ok(value) if fits(&value) => value,
            _ => {
                self.damaged.get_or_init(|| ());
                T::default()
            }
        })
    }

    /// Whether it was asked for and found damaged.
    pub(super) fn is_damaged(&self) -> bool {
        self.damaged.get().is_some()
    }
}

impl<T> From<T> for Deferred<T> {
    fn from(value: T) -> Self {
        Self {
            packed: Vec::new(),
            value: OnceLock::from(value),
            damaged: OnceLock::new(),
        }
    }
}

impl<T: Default + DeserializeOwned + PartialEq> PartialEq for Deferred<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get(|_| true) == other.get(|_| true)
    }
}

impl<T: Default + DeserializeOwned + fmt::Debug> fmt::Debug for Deferred<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get(|_| true).fmt(f)
    }
}

impl<T: Default + DeserializeOwned + Serialize> Serialize for Deferred<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let packed = postcard::to_allocvec(self.get(|_| true)).map_err(serde::ser::Error::custom)?;
        serializer.serialize_bytes(&packed)
    }
}

impl<'de, T: Default> Deserialize<'de> for Deferred<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let packed = deserializer.deserialize_bytes(Visitor)?;
        Ok(Self {
            packed,
            ..Self::default()
        })
    }
}

struct Visitor;

impl de::Visitor<'_> for Visitor {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an encoded value")
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_was_written_and_notes_what_is_not() {
        let written = Deferred::from(vec![1_u32, 2]);
        let packed = postcard::to_stdvec(&written).unwrap();
        let read: Deferred<Vec<u32>> = postcard::from_bytes(&packed).unwrap();
        assert!(read == written && !read.is_damaged());
        for (bytes, most) in [(&[9_u8, 1][..], 10), (&packed[1..], 1)] {
            let other: Deferred<Vec<u32>> = Deferred {
                packed: bytes.to_vec(),
                ..Deferred::default()
            };
            assert!(!other.is_damaged());
            assert_eq!(other.get(|value| value.len() < most), &Vec::<u32>::new());
            assert!(other.is_damaged());
        }
    }
}
