//! Where data sets come from: the bytes inside this program, directories of YAML files.

mod bundled;
mod yaml;

#[cfg(feature = "bundled")]
pub use bundled::bundled;
pub use bundled::packed;
pub use yaml::{Faults, OpenError, of_files, open, overlay, read};
