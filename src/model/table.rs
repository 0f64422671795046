//! A table of records, of which those that a snapshot holds are decoded when they are first looked at.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Index, IndexMut};
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How a record is read from its bytes in a snapshot.
type Decode<T> = fn(&'static [u8]) -> Option<T>;

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
    /// All records, one after the other.
    bytes: &'static [u8],
    /// Where each ends, as little-endian `u32`.
    ends: &'static [[u8; 4]],
    decode: Decode<T>,
    /// What stands in for a record that cannot be decoded.
    blank: fn() -> T,
    /// The first record that was looked at and could not be decoded.
    damaged: OnceLock<usize>,
    /// Those that were looked at. Allocated with the first of them.
    decoded: OnceLock<Box<[OnceLock<Box<T>>]>>,
}

impl<T> Packed<T> {
    fn get(&self, at: usize) -> Option<&T> {
        let end = |at: usize| self.ends.get(at).map(|end| u32::from_le_bytes(*end) as usize);
        let (from, to) = (at.checked_sub(1).map_or(Some(0), end)?, end(at)?);
        let decoded = self
            .decoded
            .get_or_init(|| self.ends.iter().map(|_| OnceLock::new()).collect());
        Some(decoded[at].get_or_init(|| {
            let record = (self.decode)(&self.bytes[from..to]);
            Box::new(record.unwrap_or_else(|| {
                self.damaged.get_or_init(|| at);
                (self.blank)()
            }))
        }))
    }
}

impl<T> Table<T> {
    /// A table of records in a snapshot: their bytes, and where each ends. `None` when the ends do not fit the bytes.
    pub(super) fn packed(
        bytes: &'static [u8],
        ends: &'static [u8],
        decode: Decode<T>,
        blank: fn() -> T,
    ) -> Option<Self> {
        let (ends, rest) = ends.as_chunks();
        let ascending = ends.is_sorted_by_key(|end| u32::from_le_bytes(*end));
        let last = ends.last().map_or(0, |end| u32::from_le_bytes(*end) as usize);
        (rest.is_empty() && ascending && last == bytes.len()).then_some(Self(Rows::Packed(Packed {
            bytes,
            ends,
            decode,
            blank,
            damaged: OnceLock::new(),
            decoded: OnceLock::new(),
        })))
    }

    /// How many records there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match &self.0 {
            Rows::Read(rows) => rows.len(),
            Rows::Packed(packed) => packed.ends.len(),
        }
    }

    /// Whether the records are those of a snapshot, unchanged.
    pub(super) const fn is_packed(&self) -> bool {
        matches!(self.0, Rows::Packed(_))
    }

    /// The first record that was looked at and found damaged, which a blank one stands in for.
    pub(super) fn damaged(&self) -> Option<usize> {
        match &self.0 {
            Rows::Read(_) => None,
            Rows::Packed(packed) => packed.damaged.get().copied(),
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
