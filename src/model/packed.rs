//! A table as a snapshot holds it: the bytes of its records, one after the other, and the list of where each ends.

use serde::{Deserialize, Serialize};

use super::blank::Blank;
use super::table::Table;

/// A table as it is written.
#[derive(Serialize)]
pub(crate) struct PackedTable {
    records: Vec<u8>,
    ends: Vec<u8>,
}

impl PackedTable {
    pub(super) fn of<T: Serialize>(table: &Table<T>) -> Result<Self, postcard::Error> {
        let mut packed = Self {
            records: Vec::new(),
            ends: Vec::new(),
        };
        for record in table {
            packed.records = postcard::to_extend(record, packed.records)?;
            let end = u32::try_from(packed.records.len()).map_err(|_| postcard::Error::SerializeBufferFull)?;
            packed.ends.extend(end.to_le_bytes());
        }
        Ok(packed)
    }
}

/// A table as it is read.
#[derive(Deserialize)]
pub(crate) struct BorrowedTable {
    records: &'static [u8],
    ends: &'static [u8],
}

impl BorrowedTable {
    pub(super) fn table<T: Blank + Deserialize<'static>>(self) -> Option<Table<T>> {
        Table::packed(self.records, self.ends, decode, T::blank)
    }
}

/// `None` when the bytes are no such record.
fn decode<T: Deserialize<'static>>(bytes: &'static [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_that_do_not_fit_the_bytes_are_refused() {
        let table = |ends: &'static [u8]| Table::<u8>::packed(&[7, 8], ends, decode, || 0).map(|table| table.len());
        assert_eq!(table(&[1, 0, 0, 0, 2, 0, 0, 0]), Some(2));
        for ends in [
            &[][..],
            &[2, 0, 0],
            &[1, 0, 0, 0],
            &[2, 0, 0, 0, 1, 0, 0, 0],
            &[3, 0, 0, 0],
        ] {
            assert_eq!(table(ends), None, "{ends:?}");
        }
    }
}
