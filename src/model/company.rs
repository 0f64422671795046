use serde::{Deserialize, Serialize};

use super::citation::Citation;
use super::ids::{CompanyId, MarketId, ProductId};
use crate::values::{Interval, PartialDate, Str, Text};
use crate::vocab::CompanyKind;

/// A company or other party.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Company {
    /// Its id.
    pub id: Str,
    /// The full name.
    pub name: Str,
    /// The name people use, where it differs.
    pub short: Option<Str>,
    /// Other names it is found by.
    pub aliases: Vec<Str>,
    /// Former names.
    pub names: Vec<FormerName>,
    /// What sort of party it is.
    pub kind: CompanyKind,
    /// ISO 3166-1 alpha-2 of its seat.
    pub country: Option<Str>,
    /// When it was founded.
    pub founded: Option<PartialDate>,
    /// When it ceased to exist.
    pub dissolved: Option<PartialDate>,
    /// Declared parents.
    pub part_of: Vec<PartOf>,
    /// Identifiers elsewhere.
    pub ids: Identifiers,
    /// Its products.
    pub products: Vec<ProductId>,
    /// What it is, one sentence.
    pub note: Option<Text>,
    /// On whose word.
    pub sources: Vec<Citation>,
}

impl Company {
    /// The name for answers: the short one where there is one.
    #[must_use]
    pub fn label(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }

    /// Every name it is found by, its id first.
    pub fn all_names(&self) -> impl Iterator<Item = &str> {
        [Some(self.id.as_str()), Some(self.name.as_str()), self.short.as_deref()]
            .into_iter()
            .flatten()
            .chain(self.ids.ticker.iter().map(Str::as_str))
            .chain(self.aliases.iter().map(Str::as_str))
            .chain(self.names.iter().map(|former| former.name.as_str()))
    }
}

/// A name a company bore.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormerName {
    /// The name.
    pub name: Str,
    /// From when.
    pub since: Option<PartialDate>,
    /// The first day without it.
    pub until: Option<PartialDate>,
}

/// A declared parent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartOf {
    /// The parent.
    pub company: CompanyId,
    /// From when; always, if not said.
    pub since: Option<PartialDate>,
    /// The first day without it.
    pub until: Option<PartialDate>,
    /// On whose word.
    pub sources: Vec<Citation>,
}

impl PartOf {
    /// When it holds; `None` when the dates leave no day, which the error checks report.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        Interval::between(self.since, self.until)
    }
}

/// Identifiers of a company elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Identifiers {
    /// Wikidata item.
    pub wikidata: Option<Str>,
    /// Legal entity identifiers.
    pub lei: Vec<Str>,
    /// Exchanges and symbols.
    pub ticker: Vec<Str>,
    /// SEC's central index key.
    pub cik: Option<Str>,
}

/// A product that matters for competition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Product {
    /// `company/product`.
    pub id: Str,
    /// Whose product it is.
    pub company: CompanyId,
    /// Its name.
    pub name: Str,
    /// The market it competes in.
    pub market: MarketId,
    /// When it became available.
    pub since: Option<PartialDate>,
    /// The first day without it.
    pub until: Option<PartialDate>,
    /// In which countries, ISO 3166-1 alpha-2; not said where empty.
    pub territories: Vec<Str>,
    /// On whose word.
    pub sources: Vec<Citation>,
}

impl Product {
    /// When it is available; `None` when the dates leave no day.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        Interval::between(self.since, self.until)
    }
}
