//! What checks report.

use crate::diagnostics::{Code, Diagnostic};
use crate::lower::RecordKey;

/// A problem, and the records on which it may be waived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The problem.
    pub diagnostic: Diagnostic,
    /// The records it is about; a waiver on any of them silences a lint.
    pub on: Vec<RecordKey>,
}

/// Where checks report to.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Reports an error, which nothing silences.
    pub fn error(&mut self, diagnostic: Diagnostic) {
        self.0.push(Finding {
            diagnostic,
            on: Vec::new(),
        });
    }

    /// Reports a lint about a record.
    pub fn lint(&mut self, on: impl Into<RecordKey>, diagnostic: Diagnostic) {
        self.0.push(Finding {
            diagnostic,
            on: vec![on.into()],
        });
    }

    /// Reports a lint about two records.
    pub fn lint_pair(&mut self, on: (impl Into<RecordKey>, impl Into<RecordKey>), diagnostic: Diagnostic) {
        self.0.push(Finding {
            diagnostic,
            on: vec![on.0.into(), on.1.into()],
        });
    }

    /// Drops what has another code: a check of two codes is run when one of them is asked for.
    pub(super) fn retain(&mut self, wanted: impl Fn(Code) -> bool) {
        self.0.retain(|finding| wanted(finding.diagnostic.code));
    }

    /// What was reported, in that order.
    #[must_use]
    pub fn into_vec(self) -> Vec<Finding> {
        self.0
    }
}
