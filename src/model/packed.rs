//! Tables as a snapshot holds them.

pub(crate) use super::blocks::{BlockWriter as PackedTable, Blocks};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::blank::Blank;
use super::table::Table;

/// Encodes a table.
pub(super) fn pack<T: Serialize>(table: &Table<T>) -> Result<PackedTable, postcard::Error> {
    let mut packed = PackedTable::default();
    for record in table {
        packed.add(|bytes| postcard::to_extend(record, bytes))?;
    }
    packed.close();
    Ok(packed)
}

/// The table of some blocks.
pub(super) fn unpack<T: Blank + DeserializeOwned>(blocks: Blocks) -> Table<T> {
    Table::packed(blocks, |bytes| postcard::from_bytes(bytes).ok(), T::blank)
}
