//! The records of a table as bytes, in blocks of which each has a checksum.
//!
//! A block holds the ends of its records as little-endian `u32`, then the records, one after the other. The index of a
//! table has an entry a block: where it ends, as little-endian `u64`, and its CRC-32, as little-endian `u32`.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use bytes::Bytes;

/// How many records share a block. A block of some 3 kB costs one page and no more than its records are worth; its entry
/// in the index is 12 bytes.
pub(crate) const RECORDS: usize = 16;

/// The bytes of an entry of the index.
const ENTRY: usize = 12;

/// The bytes of an end.
const END: usize = 4;

/// Records in blocks, each block verified when it is first looked at.
#[derive(Debug)]
pub(crate) struct Blocks {
    bytes: Bytes,
    index: Bytes,
    records: usize,
    /// What is known of each block.
    state: Box<[AtomicU8]>,
    /// The first block that was looked at and found damaged.
    damaged: OnceLock<usize>,
}

const UNSEEN: u8 = 0;
const WHOLE: u8 = 1;
const BROKEN: u8 = 2;

impl Blocks {
    /// Blocks of so many records: their bytes and their index. `None` when these do not fit each other.
    pub(crate) fn new(records: usize, bytes: Bytes, index: Bytes) -> Option<Self> {
        let (entries, rest) = index.as_chunks::<ENTRY>();
        let ends = || entries.iter().map(|entry| entry_of(entry).0);
        let fits = rest.is_empty()
            && entries.len() == records.div_ceil(RECORDS)
            && ends().is_sorted()
            && ends().next_back().unwrap_or(0) == bytes.len() as u64;
        let state = entries.iter().map(|_| AtomicU8::new(UNSEEN)).collect();
        fits.then_some(Self {
            state,
            bytes,
            index,
            records,
            damaged: OnceLock::new(),
        })
    }

    /// How many records there are.
    pub(super) const fn len(&self) -> usize {
        self.records
    }

    /// The first block that was looked at and found damaged.
    pub(super) fn damaged(&self) -> Option<usize> {
        self.damaged.get().copied()
    }

    /// Notes that a record is not what was written.
    pub(super) fn note(&self, record: usize) {
        self.damaged.get_or_init(|| record / RECORDS);
    }

    /// The bytes of a record below [`Blocks::len`]; `None` when its block is damaged, which is noted.
    pub(super) fn record(&self, at: usize) -> Option<&[u8]> {
        let found = self.find(at);
        if found.is_none() {
            self.note(at);
        }
        found
    }

    fn find(&self, at: usize) -> Option<&[u8]> {
        let number = at / RECORDS;
        let block = self.block(number)?;
        let records = RECORDS.min(self.records.checked_sub(number * RECORDS)?);
        let (ends, bytes) = block.split_at_checked(records * END)?;
        let (ends, _) = ends.as_chunks::<END>();
        let end = |at: usize| ends.get(at).map(|end| u32::from_le_bytes(*end) as usize);
        let within = at % RECORDS;
        let from = within.checked_sub(1).map_or(Some(0), end)?;
        bytes.get(from..end(within)?)
    }

    fn block(&self, number: usize) -> Option<&[u8]> {
        let (entries, _) = self.index.as_chunks::<ENTRY>();
        let (end, checksum) = entry_of(entries.get(number)?);
        let from = number.checked_sub(1).map_or(0, |before| entry_of(&entries[before]).0);
        let block = self
            .bytes
            .get(usize::try_from(from).ok()?..usize::try_from(end).ok()?)?;
        let state = self.state.get(number)?;
        // two threads may verify one block, and find the same
        match state.load(Ordering::Relaxed) {
            WHOLE => Some(block),
            BROKEN => None,
            _ => {
                let whole = crc32fast::hash(block) == checksum;
                state.store(if whole { WHOLE } else { BROKEN }, Ordering::Relaxed);
                whole.then_some(block)
            }
        }
    }
}

fn entry_of(entry: &[u8; ENTRY]) -> (u64, u32) {
    let [a, b, c, d, e, f, g, h, checksum @ ..] = *entry;
    (
        u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        u32::from_le_bytes(checksum),
    )
}

/// Blocks in the making.
#[derive(Debug, Default)]
pub(crate) struct BlockWriter {
    /// The blocks so far.
    pub(crate) bytes: Vec<u8>,
    /// Their index so far.
    pub(crate) index: Vec<u8>,
    /// How many records they hold.
    pub(crate) records: usize,
    ends: Vec<u8>,
    open: Vec<u8>,
}

impl BlockWriter {
    /// Adds a record, which `write` appends to the bytes it is given.
    pub(super) fn add(
        &mut self,
        write: impl FnOnce(Vec<u8>) -> Result<Vec<u8>, postcard::Error>,
    ) -> Result<(), postcard::Error> {
        self.open = write(std::mem::take(&mut self.open))?;
        let end = u32::try_from(self.open.len()).map_err(|_| postcard::Error::SerializeBufferFull)?;
        self.ends.extend(end.to_le_bytes());
        self.records += 1;
        if self.records.is_multiple_of(RECORDS) {
            self.close();
        }
        Ok(())
    }

    /// Closes the last block.
    pub(super) fn close(&mut self) {
        if self.ends.is_empty() {
            return;
        }
        let from = self.bytes.len();
        self.bytes.append(&mut self.ends);
        self.bytes.append(&mut self.open);
        self.index.extend((self.bytes.len() as u64).to_le_bytes());
        self.index.extend(crc32fast::hash(&self.bytes[from..]).to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(records: usize) -> BlockWriter {
        let mut writer = BlockWriter::default();
        for at in 0..records {
            let record = vec![at as u8; at % 5];
            writer.add(|bytes| Ok([bytes, record].concat())).unwrap();
        }
        writer.close();
        writer
    }

    fn read(writer: &BlockWriter, bytes: Vec<u8>) -> Option<Blocks> {
        Blocks::new(writer.records, bytes.into(), writer.index.clone().into())
    }

    #[test]
    fn what_was_written_is_read() {
        for records in [0, 1, RECORDS - 1, RECORDS, RECORDS + 1, 100] {
            let writer = written(records);
            let blocks = read(&writer, writer.bytes.clone()).unwrap();
            for at in (0..records).rev() {
                assert_eq!(blocks.record(at), Some(&vec![at as u8; at % 5][..]));
            }
            assert_eq!((blocks.len(), blocks.damaged()), (records, None));
        }
    }

    #[test]
    fn one_flipped_byte_damages_its_block_and_no_other() {
        let writer = written(100);
        for flipped in 0..writer.bytes.len() {
            let mut bytes = writer.bytes.clone();
            bytes[flipped] ^= 1 << (flipped % 8);
            let blocks = read(&writer, bytes).unwrap();
            let broken: Vec<usize> = (0..100).filter(|at| blocks.record(*at).is_none()).collect();
            let block = broken[0] / RECORDS;
            assert_eq!(blocks.damaged(), Some(block));
            assert!(
                broken.iter().all(|at| at / RECORDS == block) && broken.len() == RECORDS.min(100 - block * RECORDS)
            );
        }
    }

    #[test]
    fn an_index_that_does_not_fit_is_refused() {
        let writer = written(40);
        let index = |index: &[u8], records| Blocks::new(records, writer.bytes.clone().into(), index.to_vec().into());
        assert!(index(&writer.index, 40).is_some());
        assert!(index(&writer.index, 50).is_none(), "records of a fourth block");
        assert!(index(&writer.index[..24], 32).is_none(), "bytes without a block");
        assert!(index(&writer.index[..35], 40).is_none(), "part of an entry");
        let swapped = [&writer.index[12..24], &writer.index[..12], &writer.index[24..]].concat();
        assert!(index(&swapped, 40).is_none(), "ends that go back");
    }
}
