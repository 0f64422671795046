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

impl Search {
    /// Whether it looked for ties with anybody, not with some companies alone.
    #[must_use]
    pub const fn is_general(&self) -> bool {
        self.coverage.with.is_empty()
    }

    /// Whether it looked for ties between somebody of both: it says so, or it was general, of one of them, in a case about
    /// both.
    #[must_use]
    pub fn meets(&self, model: &Model, a: &[CompanyId], b: &[CompanyId]) -> bool {
        let of = &self.coverage.company;
        if self.is_general() {
            let names = |companies: &[CompanyId]| model[self.case].about.iter().any(|id| companies.contains(id));
            return (a.contains(of) || b.contains(of)) && names(a) && names(b);
        }
        let with = |companies: &[CompanyId]| self.coverage.with.iter().any(|id| companies.contains(id));
        (a.contains(of) && with(b)) || (b.contains(of) && with(a))
    }
}

/// Whether a search was surely made by the asked state of knowledge.
pub(crate) fn was_made(view: &View<'_>, search: &Coverage) -> bool {
    view.graph.known().0.is_none_or(|day| search.on.last() <= day)
}

/// The searches for ties of some companies, or of others with them, that were made by the asked state of knowledge, in the
/// order of cases.
pub(crate) fn searches(view: &View<'_>, companies: &[CompanyId]) -> Vec<Search> {
    let mut found = Vec::new();
    for (at, case) in view.model().cases.iter().enumerate() {
        let of_them = case.coverage.iter().filter(|one| concerns(one, companies));
        found.extend(of_them.filter(|one| was_made(view, one)).map(|coverage| Search {
            case: CaseId::from(at),
            coverage: coverage.clone(),
        }));
    }
    found
}

/// Whether a search looked for ties of some companies, or for those of another with one of them.
pub(crate) fn concerns(search: &Coverage, companies: &[CompanyId]) -> bool {
    companies.contains(&search.company) || search.with.iter().any(|id| companies.contains(id))
}

/// The sides of a pair, of the first company and of the second, that nobody is recorded to have searched: neither for the
/// two, nor for the one in a case about both.
pub(crate) fn unsearched(view: &View<'_>, a: &[CompanyId], b: &[CompanyId]) -> Vec<(usize, CoverageSide)> {
    let mut found = Vec::new();
    for (at, companies) in [a, b].into_iter().enumerate() {
        let searches = searches(view, companies);
        for side in [CoverageSide::Cooperation, CoverageSide::Competition] {
            let searched = searches.iter().any(|search| {
                search.coverage.side == side
                    && search.meets(view.model(), a, b)
                    && (!search.is_general() || companies.contains(&search.coverage.company))
            });
            if !searched {
                found.push((at, side));
            }
        }
    }
    found
}
