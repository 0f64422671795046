//! `gaps COMPANY`: where nobody looked, and what to read next.

mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::collections::{BTreeMap, BTreeSet};

use crate::derived::{Citing, cited};
use crate::judge::View;
use crate::judge::counterparties::{Counterparty, Wanted, counterparties};
use crate::judge::coverage::{Search, searches};
use crate::model::{CompanyId, SourceId};
use crate::values::Day;
use crate::vocab::{CompanyKind, CoverageSide, SourceKind, Zone};

pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// How many years a filing is fresh: companies report once a year.
const FRESH_YEARS: u32 = 1;

/// What nobody is recorded to have looked for, about a company.
#[derive(Clone, Debug)]
pub struct Gaps {
    /// The company.
    pub company: CompanyId,
    /// Searches for ties of the company or of a member of its group, or of others with one of them, in the order of cases.
    pub searches: Vec<Search>,
    /// Sides for which there is no such search with anybody.
    pub never: Vec<CoverageSide>,
    /// Counterparties with ties of one side within the asked time and no recorded search for the other, by name.
    pub one_sided: Vec<OneSided>,
    /// How many more have ties of one side only, and the other was searched.
    pub searched: usize,
    /// The newest annual report that the company filed and the data cite.
    pub annual: Option<Filing>,
    /// What the company filed and the data cite, the newest first; undated filings last.
    pub filings: Vec<Filing>,
}

/// A counterparty of which one side is recorded and the other never searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneSided {
    /// The counterparty.
    pub company: CompanyId,
    /// The side that no case says anybody searched between the two.
    pub missing: CoverageSide,
    /// The newest annual report that it filed and the data cite.
    pub annual: Option<Filing>,
}

/// A filing that the data cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filing {
    /// The source.
    pub source: SourceId,
    /// The last day on which it may have been published; `None` where nobody says.
    pub day: Option<Day>,
    /// Whether it is surely older than a year at the asked time, so that a newer one of its sort should be out.
    pub old: bool,
    /// How many records cite it.
    pub records: usize,
}

impl Gaps {
    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.never.is_empty() && self.one_sided.is_empty() && self.annual.is_some_and(|filing| !filing.old)
    }
}

/// What nobody is recorded to have looked for, about `company`, within the scope.
///
/// It rests on what cases say of their searches (`coverage`) and on the sources that records cite. Cost: that of [`counterparties`] and
/// the records of all cases.
#[must_use]
pub fn gaps(view: &View<'_>, company: CompanyId) -> Gaps {
    let own = view.members(company);
    let searches = searches(view, &own);
    let sides = [CoverageSide::Cooperation, CoverageSide::Competition];
    let never = sides
        .into_iter()
        .filter(|side| {
            let of_it = |search: &&Search| search.is_general() && search.coverage.side == *side;
            !searches.iter().any(|search| of_it(&search))
        })
        .collect();
    let cited: Cited = cited(view.model());
    let (mut one_sided, mut searched) = (Vec::new(), 0);
    for found in counterparties(view, company, &Wanted::default()) {
        match missing(view, &own, &found) {
            Some((missing, false)) => one_sided.push(OneSided {
                company: found.company,
                missing,
                annual: annual(view, &filings(view, &cited, &view.members(found.company))),
            }),
            Some((_, true)) => searched += 1,
            None => {}
        }
    }
    one_sided.sort_by_cached_key(|one| (view.model()[one.company].label().to_lowercase(), one.company));
    let filings = filings(view, &cited, &own);
    Gaps {
        company,
        searches,
        never,
        one_sided,
        searched,
        annual: annual(view, &filings),
        filings,
    }
}

/// The records that cite each source.
type Cited = BTreeMap<SourceId, BTreeSet<Citing>>;

/// The side that a counterparty has no ties of, and whether a case says that somebody searched for it between the two.
///
/// Only of firms: people, funds and authorities sell in no market.
fn missing(view: &View<'_>, own: &[CompanyId], found: &Counterparty) -> Option<(CoverageSide, bool)> {
    let firm = matches!(
        view.model()[found.company].kind,
        CompanyKind::Company | CompanyKind::Division | CompanyKind::Venture
    );
    let missing = match found.stance.zone {
        Zone::Cooperation if firm => CoverageSide::Competition,
        Zone::Competition if firm => CoverageSide::Cooperation,
        _ => return None,
    };
    let theirs = view.members(found.company);
    let both: Vec<CompanyId> = own.iter().chain(&theirs).copied().collect();
    let searched = searches(view, &both)
        .iter()
        .any(|search| search.coverage.side == missing && search.meets(view.model(), own, &theirs));
    Some((missing, searched))
}

/// What some companies filed and records cite, the newest first.
fn filings(view: &View<'_>, cited: &Cited, companies: &[CompanyId]) -> Vec<Filing> {
    let model = view.model();
    let by = |id: CompanyId| companies.contains(&id);
    let mut found: Vec<Filing> = cited
        .iter()
        .filter(|(id, _)| {
            let source = &model[**id];
            source.kind == SourceKind::Filing
                && source.publisher_company.is_some_and(by)
                && view.graph.known().has(source)
        })
        .map(|(id, records)| {
            let day = model[*id].published.as_ref().map(|range| range.last());
            Filing {
                source: *id,
                day,
                old: day.is_some_and(|day| aged(view, day)),
                records: records.len(),
            }
        })
        .collect();
    found.sort_by_key(|filing| (std::cmp::Reverse(filing.day), filing.source));
    found
}

/// Whether more than a year lies between a day and the end of the asked time.
fn aged(view: &View<'_>, day: Day) -> bool {
    day.plus_years(FRESH_YEARS) < view.scope.asked.last_day()
}

/// The newest of some filings that is an annual report by its title; the undated one where none has a date.
fn annual(view: &View<'_>, filings: &[Filing]) -> Option<Filing> {
    let model = view.model();
    let named = |id: SourceId| {
        let source = &model[id];
        let text = format!("{} {}", source.title, source.short.as_deref().unwrap_or_default()).to_lowercase();
        ["10-k", "20-f", "40-f", "annual report", "báo cáo thường niên"]
            .iter()
            .any(|mark| text.contains(mark))
    };
    filings.iter().find(|filing| named(filing.source)).copied()
}
