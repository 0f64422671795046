//! A data set that one can hold: its records, what is derived from them, and the graph.
//!
//! Where data sets come from is said in [`store`](crate::store), what can be asked of them in [`query`](crate::query).

mod hash;

use std::sync::{Arc, OnceLock};

pub use hash::DataHash;

use crate::derived::{Knowledge, Outline};
use crate::graph::{Graph, Net};
use crate::model::{Damaged, Model};

/// A data set. Cheap to clone, and shared between threads; it never changes.
#[derive(Clone, Debug)]
pub struct Dataset {
    core: Arc<Core>,
}

#[derive(Debug)]
struct Core {
    model: Model,
    /// The net of all that is recorded.
    net: OnceLock<Arc<Net>>,
    hash: OnceLock<DataHash>,
}

impl Dataset {
    /// The data set of a model.
    #[must_use]
    pub fn from_model(model: Model) -> Self {
        Self {
            core: Arc::new(Core {
                model,
                net: OnceLock::new(),
                hash: OnceLock::new(),
            }),
        }
    }

    /// Its records.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.core.model
    }

    /// The graph at a state of knowledge.
    ///
    /// That of all that is recorded is made once and shared; for another state of knowledge it is worked out at each call,
    /// in time linear in relations, citations and ties.
    #[must_use]
    pub fn graph(&self, known: Knowledge) -> Graph<'_> {
        let model = self.model();
        let net = || {
            let outline = Outline::of(model, known);
            Arc::new(Net::new(model.companies.len(), known, outline))
        };
        let net = match known {
            Knowledge::ALL => self.core.net.get_or_init(net).clone(),
            _ => net(),
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
        self.model().intact()
    }
}
