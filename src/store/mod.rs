//! Where data sets come from: the bytes inside this program, directories of YAML files.

mod bundled;
mod yaml;

pub use bundled::bundled;
pub use yaml::{Faults, OpenError, of_files, open, read};
