//! Where each side was looked for: what a missing tie may mean.

use crate::judge::View;
use crate::model::{CaseId, CompanyId, Coverage, Model};
use crate::vocab::CoverageSide;

/// A search that a case records.
#[derive(Clone, Debug)]
pub struct Search {
    /// The case.
    pub case: CaseId,
    /// What was searched, when, and whether anything was found.
    pub coverage: Coverage,
}

/// Whether a search was surely made by the asked state of knowledge.
pub(crate) fn was_made(view: &View<'_>, search: &Coverage) -> bool {
    view.graph.known().0.is_none_or(|day| search.on.last() <= day)
}

/// The searches for ties of some companies that were made by the asked state of knowledge, in the order of cases.
pub(crate) fn searches(view: &View<'_>, companies: &[CompanyId]) -> Vec<Search> {
    let mut found = Vec::new();
    for (at, case) in view.model().cases.iter().enumerate() {
        let of_them = case.coverage.iter().filter(|one| companies.contains(&one.company));
        found.extend(of_them.filter(|one| was_made(view, one)).map(|coverage| Search {
            case: CaseId::from(at),
            coverage: coverage.clone(),
        }));
    }
    found
}

/// Whether a case is about somebody of both.
pub(crate) fn about_both(model: &Model, case: CaseId, a: &[CompanyId], b: &[CompanyId]) -> bool {
    let names = |companies: &[CompanyId]| model[case].about.iter().any(|id| companies.contains(id));
    names(a) && names(b)
}

/// The sides of a pair, of the first company and of the second, that no case about both says anybody searched.
pub(crate) fn unsearched(view: &View<'_>, a: &[CompanyId], b: &[CompanyId]) -> Vec<(usize, CoverageSide)> {
    let mut found = Vec::new();
    for (at, companies) in [a, b].into_iter().enumerate() {
        let searches = searches(view, companies);
        for side in [CoverageSide::Cooperation, CoverageSide::Competition] {
            let searched = searches
                .iter()
                .any(|search| search.coverage.side == side && about_both(view.model(), search.case, a, b));
            if !searched {
                found.push((at, side));
            }
        }
    }
    found
}
