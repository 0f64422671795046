//! What a user of the library starts from.

use std::path::Path;

use crate::dataset::Dataset;
use crate::derived::snapshot::SnapshotError;
use crate::model::{CompanyId, Damaged, Lookup, Names};
use crate::store::{self, OpenError};
use crate::values::Day;

/// Why a name stands for no company.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// No company bears it.
    #[error("no company is called `{name}`")]
    Unknown {
        /// The name.
        name: String,
        /// Similar names with their companies, the most similar first.
        near: Vec<(String, CompanyId)>,
    },
    /// Several companies bear it.
    #[error("`{name}` is ambiguous")]
    Ambiguous {
        /// The name.
        name: String,
        /// The companies, in the order of their ids.
        companies: Vec<CompanyId>,
    },
    /// The data set is damaged.
    #[error(transparent)]
    Damaged(#[from] Damaged),
}

impl Dataset {
    /// The data set inside this program. Cost: that of its index.
    ///
    /// # Errors
    /// When the program's own bytes were changed.
    pub fn bundled() -> Result<Self, SnapshotError> {
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
    pub fn find(&self, name: &str) -> Result<CompanyId, NameError> {
        let found = Names::new(self.model()).find(name);
        self.intact()?;
        match found {
            Lookup::One(id) => Ok(id),
            Lookup::Many(companies) => Err(NameError::Ambiguous {
                name: name.to_owned(),
                companies,
            }),
            Lookup::None(near) => Err(NameError::Unknown {
                name: name.to_owned(),
                near,
            }),
        }
    }
}
