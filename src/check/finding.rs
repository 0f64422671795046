//! What checks report.

use std::collections::BTreeMap;

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

/// How many lints of one code are kept; the rest are counted.
///
/// A finding takes some kilobytes, and a check may have a dozen for each relation: a million of them are read by nobody.
pub const MOST: usize = 10_000;

/// Where checks report to.
#[derive(Debug, Default)]
pub struct Findings {
    kept: Vec<Finding>,
    lints: BTreeMap<Code, usize>,
}

impl Findings {
    /// Reports an error, which nothing silences.
    pub fn error(&mut self, diagnostic: Diagnostic) {
        self.kept.push(Finding {
            diagnostic,
            on: Vec::new(),
        });
    }

    /// Reports a lint about a record.
    pub fn lint(&mut self, on: impl Into<RecordKey>, diagnostic: Diagnostic) {
        self.keep(diagnostic, || vec![on.into()]);
    }

    /// Reports a lint about two records.
    pub fn lint_pair(&mut self, on: (impl Into<RecordKey>, impl Into<RecordKey>), diagnostic: Diagnostic) {
        self.keep(diagnostic, || vec![on.0.into(), on.1.into()]);
    }

    /// Keeps the first lints of each code.
    fn keep(&mut self, diagnostic: Diagnostic, on: impl FnOnce() -> Vec<RecordKey>) {
        let nth = self.lints.entry(diagnostic.code).or_default();
        *nth += 1;
        if *nth <= MOST {
            self.kept.push(Finding { diagnostic, on: on() });
        }
    }

    /// How many lints of each code there are beyond those that are kept; waivers of them were not looked for.
    pub(super) fn beyond(&self) -> BTreeMap<Code, usize> {
        let beyond = self.lints.iter().map(|(code, n)| (*code, n.saturating_sub(MOST)));
        beyond.filter(|(_, n)| *n > 0).collect()
    }

    /// Drops what has another code: a check of two codes is run when one of them is asked for.
    pub(super) fn retain(&mut self, wanted: impl Fn(Code) -> bool) {
        self.kept.retain(|finding| wanted(finding.diagnostic.code));
        self.lints.retain(|code, _| wanted(*code));
    }

    /// What was reported, in that order.
    #[must_use]
    pub fn into_vec(self) -> Vec<Finding> {
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CompanyId;
    use crate::text::{FileId, Span};

    #[test]
    fn a_million_lints_are_counted_and_the_first_are_kept() {
        let mut findings = Findings::default();
        let problem = |code| Diagnostic::new(code, "h", Span::at(FileId(0), 0), "");
        for _ in 0..MOST + 7 {
            findings.lint(CompanyId(0), problem(Code::LonelyCompany));
            findings.error(problem(Code::CyclicMembership));
        }
        findings.lint(CompanyId(0), problem(Code::TwoControllers));
        assert_eq!(findings.beyond(), BTreeMap::from([(Code::LonelyCompany, 7)]));
        assert_eq!(findings.into_vec().len(), MOST + MOST + 7 + 1);
    }
}
