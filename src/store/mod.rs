//! Where data sets come from: the bytes inside this program, directories of YAML files, stores that hand over slices.

mod bundled;
mod shelf;
mod slices;
mod yaml;

pub use bundled::{bundled, packed};
#[cfg(test)]
mod tests_slices;

pub use shelf::Shelf;
pub use slices::{Gathered, SliceError, Store, gather};
pub use yaml::{Faults, OpenError, of_files, open, overlay, read};
