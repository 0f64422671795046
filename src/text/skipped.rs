//! What a data directory holds and nobody reads.

use std::fmt;
use std::path::PathBuf;

use super::read::with_slashes;
use crate::values::clean::one_line;

/// Something in a data directory that looks like data and was passed over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// Where it is.
    pub path: PathBuf,
    /// By which rule it is not read.
    pub why: Why,
}

/// A rule by which something is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A symbolic link to a file: what lies elsewhere may be read twice, or be nobody's business.
    Link,
    /// A symbolic link to a directory.
    LinkedDirectory,
    /// A file whose name ends in `.YAML`, `.Yml` and so on.
    Capitals,
    /// A pipe, socket or device with the name of a data file.
    Special,
}

/// The name as shown to users, and why it is not read.
impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.why {
            Why::Link => "it is a link, and links are not followed",
            Why::LinkedDirectory => "it is a link to a directory, and links are not followed",
            Why::Capitals => "its name ends in capitals; data files end in `.yaml` or `.yml`",
            Why::Special => "it is no regular file",
        };
        write!(f, "`{}`: {why}", one_line(&with_slashes(&self.path)))
    }
}
