//! Which records cite a source.

use std::collections::{BTreeMap, BTreeSet};

use super::citation::Citation;
use super::ids::{ClaimId, CompanyId, DealId, EventId, ProductId, QuoteId, RelationId, SourceId, SuccessionId};
use super::records::Deal;
use super::relation::Relation;
use super::tables::Model;
use super::waterfall::Ending;

/// A record that cites sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Citing {
    /// A relation.
    Relation(RelationId),
    /// An event.
    Event(EventId),
    /// A quote.
    Quote(QuoteId),
    /// A claim.
    Claim(ClaimId),
    /// A deal.
    Deal(DealId),
    /// A company, for itself or for a parent.
    Company(CompanyId),
    /// A product.
    Product(ProductId),
    /// A succession.
    Succession(SuccessionId),
}

impl Citing {
    /// Its id.
    #[must_use]
    pub fn id(self, model: &Model) -> &str {
        match self {
            Self::Relation(id) => &model[id].id,
            Self::Event(id) => &model[id].id,
            Self::Quote(id) => &model[id].id,
            Self::Claim(id) => &model[id].id,
            Self::Deal(id) => &model[id].id,
            Self::Company(id) => &model[id].id,
            Self::Product(id) => &model[id].id,
            Self::Succession(id) => &model[id].id,
        }
    }
}

/// Which records cite each source, each once. Cost: linear in citations.
#[must_use]
pub fn cited(model: &Model) -> BTreeMap<SourceId, BTreeSet<Citing>> {
    let mut by_source: BTreeMap<SourceId, BTreeSet<Citing>> = BTreeMap::new();
    let mut note = |record: Citing, sources: Vec<SourceId>| {
        for source in sources {
            by_source.entry(source).or_default().insert(record);
        }
    };
    for (id, relation) in model.relations() {
        note(Citing::Relation(id), sources_of(relation));
    }
    for (id, company) in model.companies() {
        let parents = company.part_of.iter().flat_map(|part| &part.sources);
        let all = company.sources.iter().chain(parents).map(|citation| citation.source);
        note(Citing::Company(id), all.collect());
    }
    for (at, event) in model.events.iter().enumerate() {
        note(Citing::Event(at.into()), plain(&event.sources));
    }
    for (at, quote) in model.quotes.iter().enumerate() {
        note(Citing::Quote(at.into()), plain(&quote.sources));
    }
    for (at, claim) in model.claims.iter().enumerate() {
        note(Citing::Claim(at.into()), plain(&claim.sources));
    }
    for (at, deal) in model.deals.iter().enumerate() {
        note(Citing::Deal(at.into()), sources_of_deal(deal));
    }
    for (at, product) in model.products.iter().enumerate() {
        note(Citing::Product(at.into()), plain(&product.sources));
    }
    for (at, succession) in model.successions.iter().enumerate() {
        note(Citing::Succession(at.into()), plain(&succession.sources));
    }
    by_source
}

fn plain(citations: &[Citation]) -> Vec<SourceId> {
    citations.iter().map(|citation| citation.source).collect()
}

/// Every source that a deal names anywhere: for itself, its holders and its waterfall.
fn sources_of_deal(deal: &Deal) -> Vec<SourceId> {
    let mut citations: Vec<&Citation> = deal.sources.iter().collect();
    citations.extend(deal.holders.iter().flat_map(|holder| &holder.sources));
    for tranche in &deal.waterfall {
        citations.extend(tranche.sources.iter().chain(&tranche.caps_sources));
        citations.extend(tranche.reported_otherwise.iter().flat_map(|other| &other.sources));
        if let Some(Ending::Receives { sources, .. }) = &tranche.ending {
            citations.extend(sources);
        }
    }
    citations.into_iter().map(|citation| citation.source).collect()
}

/// Every source that a relation names anywhere: for itself and single fields, its last check, who names the rivals,
/// and what others report.
fn sources_of(relation: &Relation) -> Vec<SourceId> {
    let others = relation.reported_otherwise.iter().flat_map(|other| &other.sources);
    let of_fields = relation.sources_of.until.iter().chain(&relation.sources_of.status);
    let of_amounts = relation.amounts.iter().flat_map(|amount| &amount.sources);
    let mut sources: Vec<SourceId> = relation
        .sources
        .iter()
        .chain(others)
        .chain(of_fields)
        .chain(of_amounts)
        .map(|citation| citation.source)
        .collect();
    sources.extend(relation.checked.map(|checked| checked.source));
    sources.extend(relation.named().map(|named| named.source));
    sources.extend(relation.asserted().iter().map(|assertion| assertion.source));
    sources
}
