//! What the answer to a question rests on.

use std::collections::BTreeSet;

use crate::model::{CaseId, CompanyId, DealId, MarketId, ProductId, SourceId, TableId};

/// The records that an answer rests on, beside those that were found by name and those that others need, in the ids of what
/// is here.
///
/// A question adds to it what it sees from here; asked again with more here it may see more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    pub(super) placed: BTreeSet<CompanyId>,
    pub(super) tied: BTreeSet<CompanyId>,
    pub(super) whole: BTreeSet<CompanyId>,
    pub(super) cases: BTreeSet<CaseId>,
    /// Records of a table that refer to a record of another.
    pub(super) referring: BTreeSet<(TableId, TableId, u32)>,
}

impl Basis {
    /// Who some company belonged to.
    #[must_use]
    pub fn owners_of(company: CompanyId) -> Self {
        Self {
            placed: [company].into(),
            ..Self::default()
        }
    }

    /// All relations of some companies, and all their parts.
    #[must_use]
    pub fn ties_of(companies: impl IntoIterator<Item = CompanyId>) -> Self {
        Self {
            tied: companies.into_iter().collect(),
            ..Self::default()
        }
    }

    /// All that names one of some companies: relations, parts, products, deals, events, quotes, claims, searches.
    #[must_use]
    pub fn all_of(companies: impl IntoIterator<Item = CompanyId>) -> Self {
        Self {
            whole: companies.into_iter().collect(),
            ..Self::default()
        }
    }

    fn add(&mut self, from: &[TableId], to: TableId, at: u32) {
        self.referring.extend(from.iter().map(|from| (*from, to, at)));
    }

    /// The products of a company.
    pub fn add_products_of(&mut self, company: CompanyId) {
        self.add(&[TableId::Products], TableId::Companies, company.0);
    }

    /// The relations that name a product.
    pub fn add_product(&mut self, product: ProductId) {
        self.add(&[TableId::Relations], TableId::Products, product.0);
    }

    /// The products in a market, and its narrower markets.
    pub fn add_products_in(&mut self, market: MarketId) {
        self.add(&[TableId::Products, TableId::Markets], TableId::Markets, market.0);
    }

    /// The products and relations in a market, and its narrower markets.
    pub fn add_market(&mut self, market: MarketId) {
        self.add_products_in(market);
        self.add(&[TableId::Relations], TableId::Markets, market.0);
    }

    /// All records of a case, and those that it includes and tells of.
    pub fn add_case(&mut self, case: CaseId) {
        self.cases.insert(case);
    }

    /// The relations that are part of a deal.
    pub fn add_deal(&mut self, deal: DealId) {
        self.add(&[TableId::Relations], TableId::Deals, deal.0);
    }

    /// All that cites a source, or relays it.
    pub fn add_source(&mut self, source: SourceId) {
        self.add(TableId::ALL, TableId::Sources, source.0);
    }
}
