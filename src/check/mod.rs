//! What only the whole model shows to be wrong.
//!
//! What one record alone can get wrong is reported where it is read (`syntax`, `lower`). A check here is one file: a
//! function over the [`Subject`], its wording beside it, and a line in [`CHECKS`].

mod cycles;
mod outside_life;
mod shares;

use crate::diagnostics::{Code, Diagnostic, sort_and_dedup};
use crate::graph::Graph;
use crate::lower::{Lowered, Origins, future_dates};
use crate::model::{Knowledge, Model};
use crate::values::Day;

/// What checks judge.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The graph of the model, with everything known.
    pub graph: &'a Graph<'a>,
    /// Where records and fields stand.
    pub origins: &'a Origins,
}

impl<'a> Subject<'a> {
    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'a Model {
        self.graph.model()
    }
}

/// A check of the whole model.
#[derive(Debug)]
pub struct Check {
    /// The codes that it reports.
    pub codes: &'static [Code],
    /// Reports what it finds.
    pub run: fn(&Subject<'_>, &mut Vec<Diagnostic>),
}

/// Every check, in the order of the table of codes.
pub static CHECKS: &[Check] = &[
    Check {
        codes: &[Code::OutsideLife],
        run: outside_life::check,
    },
    Check {
        codes: &[Code::CyclicMembership, Code::ReversedMembership],
        run: cycles::memberships,
    },
    Check {
        codes: &[Code::CyclicReference],
        run: cycles::references,
    },
    Check {
        codes: &[Code::SharesOver100],
        run: shares::check,
    },
];

/// Everything that is wrong with some data: what reading them showed, dates after `today`, and every check; sorted.
///
/// No check stops another.
#[must_use]
pub fn everything(lowered: &Lowered, today: Day) -> Vec<Diagnostic> {
    let graph = Graph::new(&lowered.model, Knowledge::ALL);
    let subject = Subject {
        graph: &graph,
        origins: &lowered.origins,
    };
    let mut found = lowered.diagnostics.clone();
    found.extend(future_dates(lowered, today));
    for check in CHECKS {
        (check.run)(&subject, &mut found);
    }
    sort_and_dedup(&mut found);
    found
}
