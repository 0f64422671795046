//! The data set inside this program.

use crate::dataset::Dataset;
use crate::derived::snapshot;

/// The data set of `data/`, as `build.rs` wrote it.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.postcard"));

/// Opens the data set inside this program. Cost: that of its index; records are decoded when they are first looked at.
///
/// # Errors
/// When the program's own bytes were changed.
pub fn bundled() -> Result<Dataset, postcard::Error> {
    snapshot::read(BYTES).map(Dataset::from_model)
}
