//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::{Filing, Gaps};
use crate::judge::View;
use crate::request::Told;
use crate::tell::record::published;
use crate::tell::wire::TextWire;
use crate::values::Text;
use crate::vocab::CoverageSide;

/// The answer as JSON, `frenemy/gaps/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The company's id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// Searches for ties of the company and of what belongs to it, as cases record them.
    pub searched: Vec<SearchWire>,
    /// Sides that no case says anybody searched: `cooperation`, `competition`.
    pub never_searched: Vec<CoverageSide>,
    /// Counterparties with one side only, of which no case about both says that the other was searched.
    pub one_sided: Vec<OneSidedWire>,
    /// How many more counterparties have one side only, the other searched.
    pub one_sided_searched: usize,
    /// The newest annual report of the company that the data cite; `null` where they cite none.
    pub newest_annual_report: Option<FilingWire>,
    /// What the company filed and the data cite, the newest first.
    pub filings: Vec<FilingWire>,
}

impl Told for Answer {
    const NAME: &'static str = "gaps";
}

/// A search.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SearchWire {
    /// The case that records it.
    pub case: String,
    /// Whose ties.
    pub company: String,
    /// With whom alone; empty: with anybody.
    pub with: Vec<String>,
    /// Of which side.
    pub side: CoverageSide,
    /// Where, by language.
    #[schemars(with = "TextWire")]
    pub searched: Text,
    /// When.
    pub on: String,
    /// Whether anything was found.
    pub found: bool,
}

/// A counterparty of which one side was never searched.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct OneSidedWire {
    /// Its id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// The side to search.
    pub missing: CoverageSide,
    /// The newest annual report of the counterparty that the data cite.
    pub newest_annual_report: Option<FilingWire>,
}

/// A filing that the data cite.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FilingWire {
    /// The source's id.
    pub source: String,
    /// Its title.
    pub title: String,
    /// When it was published, at its own precision; `null` where nobody says.
    pub published: Option<String>,
    /// Whether it is surely more than a year old at the asked time.
    pub old: bool,
    /// How many records cite it.
    pub records: usize,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Gaps) -> Answer {
    let model = view.model();
    let company = &model[found.company];
    let searched = found.searches.iter().map(|search| SearchWire {
        case: model[search.case].id.to_string(),
        company: model[search.coverage.company].id.to_string(),
        with: search
            .coverage
            .with
            .iter()
            .map(|id| model[*id].id.to_string())
            .collect(),
        side: search.coverage.side,
        searched: search.coverage.searched.clone(),
        on: search.coverage.on.to_string(),
        found: search.coverage.found,
    });
    let one_sided = found.one_sided.iter().map(|one| OneSidedWire {
        company: model[one.company].id.to_string(),
        name: view.graph.name(one.company).to_owned(),
        missing: one.missing,
        newest_annual_report: one.annual.map(|filing| filing_wire(view, filing)),
    });
    Answer {
        company: company.id.to_string(),
        name: view.graph.name(found.company).to_owned(),
        searched: searched.collect(),
        never_searched: found.never.clone(),
        one_sided: one_sided.collect(),
        one_sided_searched: found.searched,
        newest_annual_report: found.annual.map(|filing| filing_wire(view, filing)),
        filings: found.filings.iter().map(|filing| filing_wire(view, *filing)).collect(),
    }
}

fn filing_wire(view: &View<'_>, filing: Filing) -> FilingWire {
    let source = &view.model()[filing.source];
    let published = published(source);
    FilingWire {
        source: source.id.to_string(),
        title: source.title.to_string(),
        published: (!published.is_empty()).then_some(published),
        old: filing.old,
        records: filing.records,
    }
}
