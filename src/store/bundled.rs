//! Data sets that were written as one snapshot, such as the one inside this program.

use bytes::Bytes;

use crate::dataset::Dataset;
use crate::derived::snapshot::{self, SnapshotError};

/// The data set of `data/`, as `build.rs` wrote it.
#[cfg(feature = "bundled")]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.postcard"));

/// Opens the data set inside this program. Cost: that of its index; records are decoded when they are first looked at.
///
/// # Errors
/// When the program's own bytes were changed.
#[cfg(feature = "bundled")]
pub fn bundled() -> Result<Dataset, SnapshotError> {
    packed(&Bytes::from_static(BYTES))
}

/// Opens a data set that [`snapshot::write`] wrote, which is kept for as long as the data set is.
///
/// # Errors
/// When the bytes are no such data set, or when its header or index is damaged. Damage in records shows by
/// [`Dataset::intact`] once they were looked at.
pub fn packed(bytes: &Bytes) -> Result<Dataset, SnapshotError> {
    snapshot::read(bytes).map(Dataset::from_snapshot)
}
