//! STUB, replaced at the merge.
use std::sync::Arc;

use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::model::Model;

/// A data set.
#[derive(Clone, Debug)]
pub struct Dataset {
    model: Arc<Model>,
}

impl Dataset {
    /// Of a model.
    #[must_use]
    pub fn from_model(model: Model) -> Self {
        Self { model: Arc::new(model) }
    }
    /// Its records.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }
    /// The graph.
    #[must_use]
    pub fn graph(&self, known: Knowledge) -> Graph<'_> {
        Graph::new(&self.model, known)
    }
    /// FNV.
    #[must_use]
    pub fn hash(&self) -> String {
        let bytes = postcard::to_allocvec(&*self.model).unwrap_or_default();
        let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        format!("{hash:016x}")
    }
}
