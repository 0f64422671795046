//! Who says that companies compete.

use crate::graph::Graph;
use crate::model::{Asserter, Assertion, CompanyId};

/// Whether an assertion is the company's own, or one of a company that it is part of.
pub(crate) fn speaks_for(graph: &Graph<'_>, assertion: &Assertion, company: CompanyId) -> bool {
    match assertion.by {
        Asserter::Company(by) => graph.groups().ancestors(company, true).iter().any(|(id, _)| *id == by),
        _ => false,
    }
}
