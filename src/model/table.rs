//! A table of records, of which those that a snapshot holds are decoded when they are first looked at.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Index, IndexMut};
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::blocks::Blocks;

/// Records in a fixed order, found by their position.
///
/// A table that was read from YAML holds its records. One that comes from a snapshot knows where each begins, and decodes
/// it when it is first asked for: an answer costs what it touches, not what is known.
pub struct Table<T>(Rows<T>);

enum Rows<T> {
    Read(Vec<T>),
    Packed(Packed<T>),
}

/// Records in a snapshot.
struct Packed<T> {
    blocks: Blocks,
    /// How a record is read from its bytes.
    decode: fn(&[u8]) -> Option<T>,
    /// What stands in for a record that is damaged, which the blocks note.
    blank: fn() -> T,
    /// Those that were looked at. Allocated with the first of them.
    decoded: OnceLock<Box<[OnceLock<Box<T>>]>>,
}

impl<T> Packed<T> {
    fn get(&self, at: usize) -> Option<&T> {
        let all = || (0..self.blocks.len()).map(|_| OnceLock::new()).collect();
        let cell = self.decoded.get_or_init(all).get(at)?;
        Some(cell.get_or_init(|| Box::new(self.decode(at))))
    }

    fn decode(&self, at: usize) -> T {
        let record = self.blocks.record(at).and_then(|bytes| {
            let record = (self.decode)(bytes);
            if record.is_none() {
                self.blocks.note(at);
            }
            record
        });
        record.unwrap_or_else(self.blank)
    }
}

impl<T> Table<T> {
    /// A table of records in a snapshot.
    pub(super) fn packed(blocks: Blocks, decode: fn(&[u8]) -> Option<T>, blank: fn() -> T) -> Self {
        Self(Rows::Packed(Packed {
            blocks,
            decode,
            blank,
            decoded: OnceLock::new(),
        }))
    }

    /// How many records there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match &self.0 {
            Rows::Read(rows) => rows.len(),
            Rows::Packed(packed) => packed.blocks.len(),
        }
    }

    /// The first block of records that was looked at and found damaged; blank records stand in for its own.
    pub(super) fn damaged(&self) -> Option<usize> {
        match &self.0 {
            Rows::Read(_) => None,
            Rows::Packed(packed) => packed.blocks.damaged(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record at a position.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&T> {
        match &self.0 {
            Rows::Read(rows) => rows.get(at),
            Rows::Packed(packed) => packed.get(at),
        }
    }

    /// A record for which `compare` finds `Equal`, in a table that it finds in ascending order. Cost: the logarithm of its
    /// length.
    pub(super) fn binary_search_by(&self, compare: impl Fn(&T) -> Ordering) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match compare(&self[middle]) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// All records in their order. In a snapshot this decodes each that is reached.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter {
            table: self,
            at: 0..self.len(),
        }
    }
}

impl<T: Clone> Table<T> {
    /// The records for changing them; those of a snapshot are copied out of it first.
    fn rows(&mut self) -> &mut Vec<T> {
        if let Rows::Packed(_) = self.0 {
            self.0 = Rows::Read(self.iter().cloned().collect());
        }
        match &mut self.0 {
            Rows::Read(rows) => rows,
            Rows::Packed(_) => unreachable!("unpacked above"),
        }
    }

    /// Adds a record.
    pub fn push(&mut self, row: T) {
        self.rows().push(row);
    }
}

/// The records of a table in their order.
pub struct Iter<'a, T> {
    table: &'a Table<T>,
    at: std::ops::Range<usize>,
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.at.next().and_then(|at| self.table.get(at))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.at.size_hint()
    }
}

impl<T> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.at.next_back().and_then(|at| self.table.get(at))
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Self {
            table: self.table,
            at: self.at.clone(),
        }
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> From<Vec<T>> for Table<T> {
    fn from(rows: Vec<T>) -> Self {
        Self(Rows::Read(rows))
    }
}

impl<T> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Self::from(rows.into_iter().collect::<Vec<T>>())
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T> Index<usize> for Table<T> {
    type Output = T;

    /// # Panics
    /// Where there is no record.
    fn index(&self, at: usize) -> &T {
        match self.get(at) {
            Some(row) => row,
            None => panic!("no record {at} of {}", self.len()),
        }
    }
}

impl<T: Clone> IndexMut<usize> for Table<T> {
    fn index_mut(&mut self, at: usize) -> &mut T {
        &mut self.rows()[at]
    }
}

impl<T: Clone> Clone for Table<T> {
    fn clone(&self) -> Self {
        self.iter().cloned().collect()
    }
}

impl<T: PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T: fmt::Debug> fmt::Debug for Table<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl<T: Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}
