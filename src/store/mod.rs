//! Where data sets come from: the bytes inside this program, directories of YAML files, stores that hand over slices.

mod bundled;
mod shelf;
mod slices;
#[cfg(test)]
mod tests_slices;
mod yaml;

#[cfg(feature = "bundled")]
pub use bundled::bundled;
pub use bundled::packed;
pub use shelf::Shelf;
pub use slices::{Gathered, SliceError, Store, gather, gather_records};
pub use yaml::{Faults, OpenError, of_files, open, opened, overlay, read, read_over, write_files};
