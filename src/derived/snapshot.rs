//! A model as bytes, of which an answer decodes what it looks at.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `frenemy` and a zero |
//! | 4 | the version of the format |
//! | 4 | the length of the index |
//! | 8 | the length of the whole |
//! | 32 | the [`DataHash`] |
//! | 4 | the CRC-32 of all bytes before it and of the index |
//! | | the index: for each table how many records it has and its blocks, then length and CRC-32 of the outline |
//! | | the blocks of each table, then the [`Outline`] of all that is recorded, which every question starts from |
//!
//! Numbers are little-endian. Header and index are verified on opening, each block of records when it is first looked at.
//! Index, records and outline are `postcard`.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::hash::DataHash;
use super::knowledge::Knowledge;
use super::outline::Outline;
use super::reach::Reach;
use crate::model::packed::{Blocks, PackedTable};
use crate::model::{Damaged, Model};

const MAGIC: &[u8; 8] = b"frenemy\0";
/// To be raised whenever a field of a record, a word of a choice or the outline changes, once a data set is stored anywhere but
/// inside the program that reads it: `postcard` does not say what it holds.
const VERSION: u32 = 1;
/// The bytes before the checksum of the header.
const HEADER: usize = 56;
const CHECKSUM: usize = 4;

/// Why bytes are no snapshot.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotError {
    /// They are something else.
    #[error("this is no data set of frenemy")]
    Foreign,
    /// They are a snapshot of another version of the format.
    #[error("the data set has version {found} of the format, and this program reads version {VERSION}")]
    Version {
        /// Their version.
        found: u32,
    },
    /// They are a snapshot that was changed or cut off.
    #[error(transparent)]
    Damaged(#[from] Damaged),
}

/// A data set as it is stored.
#[derive(Debug)]
pub struct Snapshot {
    /// Its records.
    pub model: Model,
    /// Their mark.
    pub hash: DataHash,
    /// What follows from them.
    pub outline: PackedOutline,
}

/// An outline as it is stored.
#[derive(Clone, Debug)]
pub struct PackedOutline {
    bytes: Bytes,
    checksum: u32,
}

#[derive(Serialize, Deserialize)]
struct Index<'a> {
    #[serde(borrow)]
    tables: Vec<TableEntry<'a>>,
    outline: u32,
    outline_checksum: u32,
}

#[derive(Serialize, Deserialize)]
struct TableEntry<'a> {
    records: u32,
    bytes: u64,
    #[serde(borrow)]
    blocks: &'a [u8],
}

/// Writes a model as a snapshot. Equal models give equal bytes.
///
/// # Errors
/// When a table has more than `u32::MAX` records, or a block, the index or the outline is larger than 4 GiB.
pub fn write(model: &Model) -> Result<Vec<u8>, postcard::Error> {
    let tables = model.pack()?;
    let outline = postcard::to_allocvec(&Outline::of(model, Knowledge::ALL, Reach::DEFAULT))?;
    let mut entries = Vec::with_capacity(tables.len());
    for table in &tables {
        entries.push(TableEntry {
            records: small(table.records)?,
            bytes: table.bytes.len() as u64,
            blocks: &table.index,
        });
    }
    let index = postcard::to_allocvec(&Index {
        tables: entries,
        outline: small(outline.len())?,
        outline_checksum: crc32fast::hash(&outline),
    })?;
    let parts: Vec<&[u8]> = tables
        .iter()
        .map(|table: &PackedTable| table.bytes.as_slice())
        .chain([outline.as_slice()])
        .collect();
    let whole = HEADER + CHECKSUM + index.len() + parts.iter().map(|part| part.len()).sum::<usize>();
    let mut bytes = Vec::with_capacity(whole);
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(small(index.len())?.to_le_bytes());
    bytes.extend((whole as u64).to_le_bytes());
    bytes.extend(DataHash::of(model).bytes());
    bytes.extend(checksum(&bytes, &index).to_le_bytes());
    bytes.extend(index);
    for part in parts {
        bytes.extend(part);
    }
    Ok(bytes)
}

fn small(length: usize) -> Result<u32, postcard::Error> {
    u32::try_from(length).map_err(|_| postcard::Error::SerializeBufferFull)
}

fn checksum(header: &[u8], index: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(header);
    hasher.update(index);
    hasher.finalize()
}

/// Opens a snapshot. Cost: linear in its index, some 12 bytes for 16 records; each record is decoded when it is first
/// looked at.
///
/// # Errors
/// When the bytes are no snapshot of this version, or when its header or index is damaged. Damage in a block of records
/// shows when that block is first looked at, by [`Model::intact`].
pub fn read(bytes: &Bytes) -> Result<Snapshot, SnapshotError> {
    let damaged = || Damaged::new("index", 0);
    if !bytes.starts_with(MAGIC) {
        return Err(SnapshotError::Foreign);
    }
    let version = number(bytes, 8).ok_or_else(damaged)?;
    if version != VERSION {
        return Err(SnapshotError::Version { found: version });
    }
    sections(bytes).ok_or_else(|| damaged().into())
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn sections(bytes: &Bytes) -> Option<Snapshot> {
    let header = bytes.get(..HEADER)?;
    let whole = u64::from_le_bytes(*header.get(16..)?.first_chunk()?);
    let hash = DataHash::from(*header.get(24..)?.first_chunk::<32>()?);
    let (sum, rest) = (number(bytes, HEADER)?, HEADER + CHECKSUM);
    let end = rest.checked_add(number(bytes, 12)? as usize)?;
    let index = bytes.get(rest..end)?;
    if checksum(header, index) != sum || whole != bytes.len() as u64 {
        return None;
    }
    let index: Index<'_> = postcard::from_bytes(index).ok()?;
    let mut from = end;
    let mut take = |length: u64| {
        let to = from.checked_add(usize::try_from(length).ok()?)?;
        let taken = (to <= bytes.len()).then(|| bytes.slice(from..to))?;
        from = to;
        Some(taken)
    };
    let mut tables = Vec::with_capacity(index.tables.len());
    for table in &index.tables {
        tables.push(Blocks::new(
            table.records as usize,
            take(table.bytes)?,
            bytes.slice_ref(table.blocks),
        )?);
    }
    let outline = PackedOutline {
        bytes: take(u64::from(index.outline))?,
        checksum: index.outline_checksum,
    };
    let model = Model::unpack(tables)?;
    (from == bytes.len()).then_some(Snapshot { model, hash, outline })
}

impl PackedOutline {
    /// The outline, for the model that it came with. Cost: linear in ties and relations.
    ///
    /// # Errors
    /// When its bytes are damaged.
    pub fn outline(&self, model: &Model) -> Result<Outline, Damaged> {
        let whole = crc32fast::hash(&self.bytes) == self.checksum;
        let outline = whole
            .then(|| postcard::from_bytes::<Outline>(&self.bytes).ok())
            .flatten();
        outline
            .filter(|outline| outline.fits(model))
            .ok_or(Damaged::new("outline", 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derived::{Lookup, Names};
    use crate::lower::lower;
    use crate::text::read_dir;

    fn bundled() -> Model {
        lower(&read_dir(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap()).model
    }

    fn snapshot(model: &Model) -> Bytes {
        write(model).unwrap().into()
    }

    #[test]
    fn the_model_of_the_snapshot_is_the_one_that_was_read() {
        let model = bundled();
        let bytes = snapshot(&model);
        assert_eq!(read(&bytes).unwrap().model, model);
        // in any order, and more than once
        let lazy = read(&bytes).unwrap().model;
        for (id, relation) in model.relations().collect::<Vec<_>>().into_iter().rev() {
            assert_eq!((&lazy[id], &lazy[id]), (relation, relation));
        }
        assert_eq!((snapshot(&lazy), lazy.intact()), (bytes, Ok(())));
    }

    #[test]
    fn changing_a_table_of_a_snapshot_changes_a_copy() {
        let bytes = snapshot(&bundled());
        let mut model = read(&bytes).unwrap().model;
        let first = model.companies[0].clone();
        model.companies[0].name = "Công ty".into();
        model.companies.push(first.clone());
        assert_eq!(model.companies.iter().last(), Some(&first));
        assert_eq!(
            (
                model.companies[0].name.as_str(),
                &read(&bytes).unwrap().model.companies[0]
            ),
            ("Công ty", &first)
        );
        assert_eq!(
            (
                model.companies.get(model.companies.len()),
                Model::default().cases.is_empty()
            ),
            (None, true)
        );
    }

    #[test]
    fn outline_and_mark_are_those_that_would_be_worked_out() {
        let model = bundled();
        let lazy = read(&snapshot(&model)).unwrap();
        assert_eq!(
            lazy.outline.outline(&lazy.model),
            Ok(Outline::of(&model, Knowledge::ALL, Reach::DEFAULT))
        );
        assert_eq!(lazy.hash, DataHash::of(&model));
        assert!(lazy.outline.outline(&Model::default()).is_err(), "of another model");
    }

    #[test]
    fn every_company_is_found_by_its_id() {
        let model = read(&snapshot(&bundled())).unwrap().model;
        for (id, company) in model.companies() {
            assert_eq!(Names::new(&model).find(&company.id, None), Lookup::One(id));
        }
    }
}
