use std::collections::BTreeSet;

use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CompanyId, MarketId, Product, ProductRef};
use crate::values::{Holds, Interval, overlap};
use crate::vocab::KindName;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::ProductlessOverlap,
        what: "Companies compete in a market in which none of them, nor of their groups, has a declared product at the \
               time: none in the market, in a narrower or in a broader one.",
        why: "A competitive overlap begins when the products of both sides can be had. Without a product nobody can tell \
              whether its `since` is right. Small rivals need no list of products, so this is run by name.",
        example: "\
case: example
competitive_overlaps:
  - {id: databases, parties: [microsoft, google], market: databases, since: 2010, sources: [news-2023]}
",
        instead: "\
case: example
companies:
  - {id: oracle, name: Oracle, products: [{id: oracle-database, name: Oracle Database, market: databases, since: 1979}]}
competitive_overlaps:
  - {id: databases, parties: [oracle, google], market: databases, since: 2010, sources: [news-2023]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (id, relation) in model.relations() {
        let is_overlap = relation.is(KindName::COMPETITIVE_OVERLAP);
        let (Some(market), Some(span), true) = (relation.market, subject.graph.span(id), is_overlap) else {
            continue;
        };
        let declared = relation
            .products()
            .iter()
            .any(|product| matches!(product, ProductRef::Declared(_)));
        let parties: BTreeSet<CompanyId> = relation.parties.iter().map(|party| party.company).collect();
        let counts = subject.graph.standings().of(id) == Standing::Counts;
        if declared
            || !counts
            || parties
                .iter()
                .any(|party| offers(subject, *party, market, span.interval))
        {
            continue;
        }
        out.lint(
            id,
            Diagnostic::new(
                Code::ProductlessOverlap,
                format!("no party of `{}` has a product in this market at the time", relation.id),
                subject.origins.field(id, "market"),
                "",
            )
            .help("declare the `products` of each that meet there, with their `since`; or mend the market or the time"),
        );
    }
}

/// Whether a company or its group has a product in or around a market at a time.
fn offers(subject: &Subject<'_>, company: CompanyId, market: MarketId, time: Interval) -> bool {
    let model = subject.model();
    let fits = |product: &Product| {
        let near = model.market_within(product.market, market) || model.market_within(market, product.market);
        near && product
            .interval()
            .is_none_or(|available| overlap(&[available, time]) != Holds::No)
    };
    let members = subject.graph.groups().members(company, true);
    members
        .iter()
        .flat_map(|(member, _)| &model[*member].products)
        .any(|product| fits(&model[*product]))
}
