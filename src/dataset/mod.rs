//! A data set that one can hold: its records, what is derived from them, and the graph.
//!
//! Where data sets come from is said in [`store`](crate::store), what can be asked of them in [`query`](crate::query).

mod slice;

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::derived::snapshot::{PackedOutline, Snapshot};
use crate::derived::{DataHash, Knowledge, Outline, Reach};
use crate::graph::{Graph, Net};
use crate::model::{Damaged, Model};

pub(crate) use slice::Part;
pub use slice::{Basis, Hop, Missing, Slice};

/// A data set. Cheap to clone, and shared between threads; it never changes.
///
/// ```
/// use frenemy::Dataset;
///
/// let data = Dataset::bundled()?;
/// let company = data.find("Tập đoàn Microsoft")?;
/// assert_eq!(data.model()[company].id, "microsoft");
/// data.intact()?; // asked after the last look, before anything is said
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Dataset {
    core: Arc<Core>,
}

struct Core {
    model: Model,
    /// The outline of all that is recorded, where it came with the records.
    outline: Option<PackedOutline>,
    /// Whether that one was looked at and found damaged.
    damaged: OnceLock<Damaged>,
    /// The net of all that is recorded.
    net: OnceLock<Arc<Net>>,
    hash: OnceLock<DataHash>,
}

impl fmt::Debug for Dataset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Model {
            companies, relations, ..
        } = self.model();
        f.debug_struct("Dataset")
            .field("companies", &companies.len())
            .field("relations", &relations.len())
            .finish_non_exhaustive()
    }
}

impl Dataset {
    /// The data set of a model.
    #[must_use]
    pub fn from_model(model: Model) -> Self {
        Self::new(model, None, OnceLock::new())
    }

    /// The data set of a snapshot.
    #[must_use]
    pub fn from_snapshot(snapshot: Snapshot) -> Self {
        let Snapshot { model, hash, outline } = snapshot;
        Self::new(model, Some(outline), OnceLock::from(hash))
    }

    /// The data set of some records of a larger one, which has this mark.
    fn part_of(model: Model, hash: DataHash) -> Self {
        Self::new(model, None, OnceLock::from(hash))
    }

    fn new(model: Model, outline: Option<PackedOutline>, hash: OnceLock<DataHash>) -> Self {
        Self {
            core: Arc::new(Core {
                model,
                outline,
                damaged: OnceLock::new(),
                net: OnceLock::new(),
                hash,
            }),
        }
    }

    /// Its records.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.core.model
    }

    /// The graph at a state of knowledge, with sightings believed as far as they are by default; as [`Dataset::reaching`].
    #[must_use]
    pub fn graph(&self, known: Knowledge) -> Graph<'_> {
        self.reaching(known, Reach::DEFAULT)
    }

    /// The graph at a state of knowledge, with sightings believed as far as `reach` says.
    ///
    /// That of all that is recorded, with the default reach, is made once and shared; any other is worked out at each call, in
    /// time linear in relations, citations and ties.
    #[must_use]
    pub fn reaching(&self, known: Knowledge, reach: Reach) -> Graph<'_> {
        let model = self.model();
        let net = |outline| Arc::new(Net::new(model.companies.len(), (known, reach), outline));
        let net = match (known, reach) {
            (Knowledge::ALL, Reach::DEFAULT) => self.core.net.get_or_init(|| net(self.core.outline())).clone(),
            _ => net(Outline::of(model, known, reach)),
        };
        Graph::over(model, net)
    }

    /// The mark that citations and answers carry: equal data have equal marks. The first call looks at every record.
    #[must_use]
    pub fn hash(&self) -> DataHash {
        *self.core.hash.get_or_init(|| DataHash::of(self.model()))
    }

    /// Whether everything that was looked at so far is what was written.
    ///
    /// Records are found by indexing, which cannot fail; a blank record stands in for a damaged one. So nothing that was
    /// read, worded or drawn from a data set may be given out before this was asked after the last look at it.
    ///
    /// # Errors
    /// When something was looked at whose bytes are damaged.
    pub fn intact(&self) -> Result<(), Damaged> {
        if let Some(damaged) = self.core.damaged.get() {
            return Err(*damaged);
        }
        if self.core.net.get().is_some_and(|net| net.is_damaged()) {
            return Err(Damaged::new("outline", 0));
        }
        self.model().intact()
    }
}

impl Core {
    /// The outline of all that is recorded: the one that came with the records, or else worked out.
    fn outline(&self) -> Outline {
        let carried = self.outline.as_ref().and_then(|packed| {
            let outline = packed.outline(&self.model);
            outline.map_err(|damaged| self.damaged.get_or_init(|| damaged)).ok()
        });
        carried.unwrap_or_else(|| Outline::of(&self.model, Knowledge::ALL, Reach::DEFAULT))
    }
}
