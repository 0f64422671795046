//! What a user of the library starts from.

use std::path::Path;

use crate::dataset::Dataset;
use crate::model::CompanyId;
use crate::request::{AskError, Resolver};
use crate::store::{self, OpenError};
use crate::values::Day;

impl Dataset {
    /// The data set inside this program. Cost: that of its index.
    ///
    /// # Errors
    /// When the program's own bytes were changed.
    #[cfg(feature = "bundled")]
    pub fn bundled() -> Result<Self, crate::derived::snapshot::SnapshotError> {
        store::bundled()
    }

    /// The data set in some directories of YAML files, each laid over those before it, as [`store::open`] reads it.
    ///
    /// # Errors
    /// As [`store::open`].
    pub fn open<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>, today: Day) -> Result<Self, OpenError> {
        let paths: Vec<_> = paths.into_iter().map(|path| path.as_ref().to_owned()).collect();
        store::open(&paths, today)
    }

    /// This data set with some directories of YAML files laid over it, as [`store::overlay`] does it.
    ///
    /// # Errors
    /// As [`store::overlay`].
    pub fn overlay<P: AsRef<Path>>(&self, paths: impl IntoIterator<Item = P>, today: Day) -> Result<Self, OpenError> {
        let paths: Vec<_> = paths.into_iter().map(|path| path.as_ref().to_owned()).collect();
        store::overlay(self, &paths, today)
    }

    /// The company of a name: its id, full or short name, former name, alias or ticker, whatever its case and diacritics.
    ///
    /// # Errors
    /// When no company or several bear the name, with those that may be meant.
    pub fn find(&self, name: &str) -> Result<CompanyId, AskError> {
        let found = Resolver::new(self.model()).company(&mut name.to_owned());
        self.intact()?;
        found
    }
}
