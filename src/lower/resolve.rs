//! From ids to places in the model, and what is said about ids that nothing declares.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

use super::catalog::{Catalog, Table};
use super::origins::Origins;
use super::read;
use crate::diagnostics::{Code, Diagnostic, excerpt};
use crate::model::{
    Citation, ClaimId, CompanyId, DealId, EventId, MarketId, Model, ProductId, QuoteId, RecordId, RelationId, SourceId,
};
use crate::syntax::{Fields, Raw, Spanned};
use crate::text::Span;
use crate::values::fold;
use crate::values::suggest::{did_you_mean, either, joined};
use crate::vocab::Space;

/// Builds the model record by record.
pub(super) struct Lowerer<'a> {
    pub(super) catalog: &'a Catalog<'a>,
    pub(super) model: Model,
    pub(super) origins: Origins,
    pub(super) out: Vec<Diagnostic>,
    /// Ids of companies by their names, for hints.
    names: OnceCell<BTreeMap<String, &'a str>>,
    /// How often it was looked for what may have been meant.
    guesses: Cell<usize>,
}

/// How many unknown ids of a reading are compared with all known ones. Where there are more, they are no slips: the ids follow
/// another scheme, or a file is missing.
const GUESSES: usize = 200;

impl<'a> Lowerer<'a> {
    pub(super) fn new(catalog: &'a Catalog<'a>, out: Vec<Diagnostic>) -> Self {
        Self {
            catalog,
            model: Model::default(),
            origins: Origins::default(),
            out,
            names: OnceCell::new(),
            guesses: Cell::new(0),
        }
    }

    pub(super) fn finish(self) -> (Model, Origins, Vec<Diagnostic>) {
        (self.model, self.origins, self.out)
    }

    pub(super) fn company(&mut self, id: Spanned<&str>) -> Option<CompanyId> {
        let found = self.catalog.companies.find(id.value);
        self.known(found, id, Space::Company).map(CompanyId)
    }

    pub(super) fn market(&mut self, id: Spanned<&str>) -> Option<MarketId> {
        let found = self.catalog.markets.find(id.value);
        self.known(found, id, Space::Market).map(MarketId)
    }

    pub(super) fn source(&mut self, id: Spanned<&str>) -> Option<SourceId> {
        let found = self.catalog.sources.find(id.value);
        self.known(found, id, Space::Source).map(SourceId)
    }

    pub(super) fn deal(&mut self, id: Spanned<&str>) -> Option<DealId> {
        let found = self.catalog.deals.find(id.value);
        self.known(found, id, Space::Deal).map(DealId)
    }

    pub(super) fn product(&mut self, id: Spanned<&str>) -> Option<ProductId> {
        let found = self.catalog.products.find(id.value);
        self.known(found, id, Space::Product).map(ProductId)
    }

    pub(super) fn case(&mut self, id: Spanned<&str>) -> Option<u32> {
        let found = self.catalog.cases.find(id.value);
        self.known(found, id, Space::Case)
    }

    /// A relation named by a record of `case`.
    pub(super) fn relation_of(&mut self, id: Spanned<&str>, case: &str) -> Option<RelationId> {
        let full = full_id(id.value, case);
        let found = self.catalog.relations.find(&full);
        if found.is_none() {
            self.unknown_record(id, &full, Space::Relation);
        }
        found.flatten().map(RelationId)
    }

    /// A relation, event, quote or claim named by a record of `case`.
    pub(super) fn record_of(&mut self, id: Spanned<&str>, case: &str) -> Option<RecordId> {
        let full = full_id(id.value, case);
        let catalog = self.catalog;
        if let Some(found) = catalog.relations.find(&full) {
            found.map(|at| RecordId::Relation(RelationId(at)))
        } else if let Some(found) = catalog.events.find(&full) {
            found.map(|at| RecordId::Event(EventId(at)))
        } else if let Some(found) = catalog.quotes.find(&full) {
            found.map(|at| RecordId::Quote(QuoteId(at)))
        } else if let Some(found) = catalog.claims.find(&full) {
            found.map(|at| RecordId::Claim(ClaimId(at)))
        } else {
            self.unknown_record(id, &full, Space::Record);
            None
        }
    }

    pub(super) fn companies(&mut self, fields: &Fields, name: &str) -> Vec<CompanyId> {
        let ids = read::list_of_ids(fields, name);
        ids.into_iter().filter_map(|id| self.company(id)).collect()
    }

    pub(super) fn one_company(&mut self, fields: &Fields, name: &str) -> Option<CompanyId> {
        self.company(read::reference(fields, name)?)
    }

    pub(super) fn one_source(&mut self, fields: &Fields, name: &str) -> Option<SourceId> {
        self.source(read::reference(fields, name)?)
    }

    pub(super) fn one_market(&mut self, fields: &Fields, name: &str) -> Option<MarketId> {
        self.market(read::reference(fields, name)?)
    }

    pub(super) fn relations(&mut self, fields: &Fields, name: &str, case: &str) -> Vec<RelationId> {
        let ids = read::list_of_ids(fields, name);
        ids.into_iter().filter_map(|id| self.relation_of(id, case)).collect()
    }

    pub(super) fn records(&mut self, fields: &Fields, name: &str, case: &str) -> Vec<RecordId> {
        let ids = read::list_of_ids(fields, name);
        ids.into_iter().filter_map(|id| self.record_of(id, case)).collect()
    }

    pub(super) fn citations(&mut self, fields: &Fields, name: &str) -> Vec<Citation> {
        let cited = read::records(fields, name);
        cited
            .into_iter()
            .filter_map(|(_, cited)| {
                Some(Citation {
                    source: self.one_source(cited, "source")?,
                    quote: read::line(cited, "quote"),
                    locator: read::line(cited, "locator"),
                })
            })
            .collect()
    }

    /// "Did you mean", for the first unknown ids of a reading.
    pub(super) fn did_you_mean<'k>(&self, wanted: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
        let guesses = self.guesses.get();
        self.guesses.set(guesses + 1);
        (guesses < GUESSES).then(|| did_you_mean(wanted, known)).flatten()
    }

    fn known(&mut self, found: Option<Option<u32>>, id: Spanned<&str>, space: Space) -> Option<u32> {
        if found.is_none() {
            let diagnostic = self.unknown(id.value, id.span, space);
            self.out.push(diagnostic);
        }
        found.flatten()
    }

    fn unknown(&self, id: &str, span: Span, space: Space) -> Diagnostic {
        let (code, noun, section) = words(space);
        let diagnostic = Diagnostic::new(code, format!("unknown {noun} `{}`", excerpt(id)), span, "");
        let table = self.table(space);
        let named = (space == Space::Company).then(|| self.names().get(&fold(id))).flatten();
        if let Some(meant) = named {
            return diagnostic.help(format!("write the company's id: `{meant}`"));
        }
        if let Some(other) = self.is_instead(id, space) {
            return diagnostic.help(format!("`{id}` is the id of a {other}, and a {noun} belongs here"));
        }
        if space == Space::Product {
            return match id.split_once('/') {
                Some((company, _)) => self.unknown_product(diagnostic, id, company),
                None => self.product_alone(diagnostic, id),
            };
        }
        match self.did_you_mean(id, table.ids()) {
            Some(question) => diagnostic.help(question),
            None => diagnostic.help(format!(
                "declare it in `{section}`, or write the id of one that is declared"
            )),
        }
    }

    fn unknown_product(&self, diagnostic: Diagnostic, id: &str, company: &str) -> Diagnostic {
        if self.catalog.companies.find(company).is_none() {
            let help = self.did_you_mean(company, self.catalog.companies.ids());
            return diagnostic.help(match help {
                Some(question) => format!("there is no company `{company}`: {question}"),
                None => format!("there is no company `{company}`; a product is `company/product`"),
            });
        }
        let own: Vec<&str> = self
            .catalog
            .products
            .ids()
            .filter(|known| known.split('/').next() == Some(company))
            .collect();
        match self.did_you_mean(id, own.iter().copied()) {
            Some(question) => diagnostic.help(question),
            None if own.is_empty() => diagnostic.help(format!(
                "declare it among the `products` of `{company}`, which has none yet"
            )),
            None => diagnostic.help(format!(
                "declare it among the `products` of `{company}`, which has {}",
                joined(&own, "and")
            )),
        }
    }

    /// A product without its company.
    fn product_alone(&self, diagnostic: Diagnostic, id: &str) -> Diagnostic {
        let named = |known: &&str| known.split_once('/').is_some_and(|(_, product)| product == id);
        let meant: Vec<&str> = self.catalog.products.ids().filter(named).collect();
        if meant.is_empty() {
            diagnostic.help("write `company/product`, as in `microsoft/azure`")
        } else {
            diagnostic.help(format!("write the company too: {}", either(&meant)))
        }
    }

    /// Reports an id of a case that is not declared, or is that of another sort of record.
    fn unknown_record(&mut self, id: Spanned<&str>, full: &str, space: Space) {
        let (code, noun, _) = words(space);
        let mut diagnostic = Diagnostic::new(code, format!("unknown {noun} `{}`", excerpt(id.value)), id.span, "");
        let catalog = self.catalog;
        let tables = [&catalog.relations, &catalog.events, &catalog.quotes, &catalog.claims];
        let sort = tables
            .iter()
            .zip(["a relation", "an event", "a quote", "a claim"])
            .find(|(table, _)| table.find(full).is_some());
        let elsewhere: Vec<&str> = tables
            .iter()
            .flat_map(|table| table.ids())
            .filter(|known| known.split_once('/').is_some_and(|(_, local)| local == id.value))
            .collect();
        diagnostic =
            if let Some((_, sort)) = sort {
                diagnostic.help(format!(
                    "`{}` is the id of {sort}, and a relation belongs here",
                    id.value
                ))
            } else if !elsewhere.is_empty() && elsewhere.len() < 4 {
                diagnostic.help(format!("in another case write the case too: {}", either(&elsewhere)))
            } else {
                let wanted: &[&Table<'_>] = if space == Space::Relation {
                    &tables[..1]
                } else {
                    &tables
                };
                let case = full.split('/').next().unwrap_or_default();
                let local = !id.value.contains('/');
                let ids = wanted.iter().flat_map(|table| table.ids());
                let known = ids.filter_map(|known| match known.split_once('/') {
                    Some((of, name)) if local => (of == case).then_some(name),
                    _ => Some(known),
                });
                let help = self.did_you_mean(id.value, known);
                diagnostic.help(help.unwrap_or_else(|| {
                    "write the id of a record of this case, or `case/id` for one of another".to_owned()
                }))
            };
        self.out.push(diagnostic);
    }

    fn table(&self, space: Space) -> &'a Table<'a> {
        match space {
            Space::Company => &self.catalog.companies,
            Space::Market => &self.catalog.markets,
            Space::Product => &self.catalog.products,
            Space::Source => &self.catalog.sources,
            Space::Deal => &self.catalog.deals,
            Space::Case => &self.catalog.cases,
            Space::Relation | Space::Record => &self.catalog.relations,
        }
    }

    /// What an id is, where it is something else than what was looked for.
    fn is_instead(&self, id: &str, space: Space) -> Option<&'static str> {
        let spaces = [Space::Company, Space::Market, Space::Source, Space::Deal, Space::Case];
        let other = spaces
            .into_iter()
            .find(|other| *other != space && self.table(*other).find(id).is_some())?;
        Some(words(other).1)
    }

    /// The id of the company that bears a name.
    pub(super) fn company_named(&self, name: &str) -> Option<&'a str> {
        self.names().get(&fold(name)).copied()
    }

    fn names(&self) -> &BTreeMap<String, &'a str> {
        self.names.get_or_init(|| {
            let mut names = BTreeMap::new();
            for decl in &self.catalog.companies.decls {
                let lines = ["name", "short"].into_iter().filter_map(|name| decl.fields.get(name));
                for line in lines.chain(read::items(decl.fields, "aliases")) {
                    if let Raw::Str(name) = &line.value {
                        names.entry(fold(name)).or_insert(decl.id.as_str());
                    }
                }
            }
            names.remove("");
            names
        })
    }
}

fn full_id(id: &str, case: &str) -> String {
    if id.contains('/') {
        id.to_owned()
    } else {
        format!("{case}/{id}")
    }
}

/// The code of an unknown id, what it should be, and where that is declared.
const fn words(space: Space) -> (Code, &'static str, &'static str) {
    match space {
        Space::Company => (Code::UnknownCompany, "company", "companies"),
        Space::Market => (Code::UnknownMarket, "market", "markets"),
        Space::Product => (Code::UnknownProduct, "product", "products"),
        Space::Source => (Code::UnknownSource, "source", "sources"),
        Space::Deal => (Code::UnknownDeal, "deal", "deals"),
        Space::Case => (Code::UnknownCase, "case", "case"),
        Space::Relation => (Code::UnknownRelation, "relation", "relations"),
        Space::Record => (Code::UnknownRecord, "record", "records"),
    }
}
