//! From a model back to the records that it was linked from, so that others can be laid over them.
//!
//! Each record is taken apart by name, so that a field which is added to a record and not here fails to compile.

mod deal;
mod fields;
mod relation;
mod told;

use fields::{Draft, list, unless, word};

use super::SourceRecords;
use crate::model::{
    CaseId, Citation, Company, CompanyId, FormerName, Identifiers, Market, Model, PartOf, Product, Source, Succession,
    Synonym, TableId,
};
use crate::syntax::{CaseOf, FileRecords, Raw, SectionRef, SourceRecord, Spanned};
use crate::text::Span;
use crate::vocab::TitleBasis;

/// The records of a model as files of a layer: those outside of cases, then each case. All stand at one place.
///
/// [`link`](super::link) makes an equal model of them, with no diagnostics where the model came from data without errors.
/// Cost: linear in the model, of which every record is looked at.
#[must_use]
pub fn unlink(model: &Model, layer: u16, at: Span) -> Vec<SourceRecords> {
    let file = |records: FileRecords| SourceRecords {
        layer,
        path: String::new(),
        records,
        diagnostics: Vec::new(),
    };
    let shared = [
        TableId::Companies,
        TableId::Markets,
        TableId::Sources,
        TableId::Deals,
        TableId::Successions,
    ];
    let all = |table: TableId| (0..).take(model.count(table)).map(move |at| (table, at));
    let mut files = vec![file(unlinked(model, None, shared.into_iter().flat_map(all), at))];
    let mut cases: Vec<Vec<(TableId, u32)>> = (0..)
        .take(model.cases.len())
        .map(|id| vec![(TableId::Cases, id)])
        .collect();
    for (place, case) in in_cases(model) {
        cases[case.index()].push(place);
    }
    files.extend(
        (0..)
            .zip(cases)
            .map(|(id, records)| file(unlinked(model, Some(CaseId(id)), records, at))),
    );
    files
}

/// Which record belongs to which case, in the order of the tables.
pub fn in_cases(model: &Model) -> impl Iterator<Item = ((TableId, u32), CaseId)> + '_ {
    macro_rules! cased {
        ($($field:ident $table:ident)+) => {
            std::iter::empty()$(.chain((0..).zip(&model.$field).map(|(at, one)| ((TableId::$table, at), one.case))))+
        };
    }
    cased! { relations Relations events Events quotes Quotes claims Claims }
}

/// Some records of a model as a file of records, one that belongs to a case or one that does not; products stand in their
/// companies. All stand at one place. Cost: linear in the records.
///
/// # Panics
/// For a position that the model does not have.
#[must_use]
pub fn unlinked(
    model: &Model,
    case: Option<CaseId>,
    records: impl IntoIterator<Item = (TableId, u32)>,
    at: Span,
) -> FileRecords {
    let from = Unlinker { model, at };
    FileRecords {
        case: case.map(|id| CaseOf::Id(Spanned::new(at, model[id].id.to_string()))),
        records: records
            .into_iter()
            .filter_map(|(table, at)| from.record(table, at))
            .collect(),
        ..FileRecords::default()
    }
}

/// What records are taken from.
struct Unlinker<'m> {
    model: &'m Model,
    at: Span,
}

impl Unlinker<'_> {
    fn draft(&self) -> Draft {
        Draft::new(self.at)
    }

    fn finish(&self, section: &str, draft: Draft) -> SourceRecord {
        SourceRecord {
            section: SectionRef::of(section).expect("a section of the table"),
            span: self.at,
            fields: draft.fields(),
        }
    }

    /// The record at a position of a table; none for a product.
    fn record(&self, table: TableId, at: u32) -> Option<SourceRecord> {
        let (model, at) = (self.model, at as usize);
        Some(match table {
            TableId::Companies => self.company(&model.companies[at]),
            TableId::Products => return None,
            TableId::Markets => self.market(&model.markets[at]),
            TableId::Sources => self.source(&model.sources[at]),
            TableId::Cases => self.case(&model.cases[at]),
            TableId::Deals => self.deal(&model.deals[at]),
            TableId::Relations => self.relation(&model.relations[at]),
            TableId::Events => self.event(&model.events[at]),
            TableId::Quotes => self.quote(&model.quotes[at]),
            TableId::Claims => self.claim(&model.claims[at]),
            TableId::Successions => self.succession(&model.successions[at]),
        })
    }

    fn company_ref(&self, id: CompanyId) -> Raw {
        Raw::Ref(self.model[id].id.to_string())
    }

    fn companies(&self, ids: &[CompanyId]) -> Option<Raw> {
        list(self.at, ids.iter().map(|id| self.company_ref(*id)))
    }

    fn citations(&self, citations: &[Citation]) -> Option<Raw> {
        let cited = citations.iter().map(|citation| {
            let Citation { source, quote, locator } = citation;
            let mut draft = self.draft();
            draft.set("source", Raw::Ref(self.model[*source].id.to_string()));
            draft.line("quote", quote.as_ref());
            draft.line("locator", locator.as_ref());
            draft.record()
        });
        list(self.at, cited)
    }

    fn company(&self, company: &Company) -> SourceRecord {
        let Company {
            id,
            name,
            short,
            aliases,
            names,
            kind,
            country,
            founded,
            dissolved,
            part_of,
            ids,
            products,
            note,
            sources,
        } = company;
        let mut draft = self.draft();
        draft.line("id", Some(id));
        draft.line("name", Some(name));
        draft.line("short", short.as_ref());
        draft.lines("aliases", aliases);
        draft.set(
            "names",
            list(self.at, names.iter().map(|former| self.former_name(former))),
        );
        draft.set("kind", word(*kind));
        draft.line("country", country.as_ref());
        draft.date("founded", *founded);
        draft.date("dissolved", *dissolved);
        draft.set("part_of", list(self.at, part_of.iter().map(|part| self.part_of(part))));
        draft.set("ids", self.identifiers(ids));
        let products = products.iter().map(|product| self.product(&self.model[*product]));
        draft.set("products", list(self.at, products));
        draft.text("note", note.as_ref());
        draft.set("sources", self.citations(sources));
        self.finish("companies", draft)
    }

    fn former_name(&self, former: &FormerName) -> Raw {
        let FormerName { name, since, until } = former;
        let mut draft = self.draft();
        draft.line("name", Some(name));
        draft.date("since", *since);
        draft.date("until", *until);
        draft.record()
    }

    fn part_of(&self, part: &PartOf) -> Raw {
        let PartOf {
            company,
            since,
            until,
            sources,
        } = part;
        let mut draft = self.draft();
        draft.set("company", self.company_ref(*company));
        draft.date("since", *since);
        draft.date("until", *until);
        draft.set("sources", self.citations(sources));
        draft.record()
    }

    fn identifiers(&self, ids: &Identifiers) -> Option<Raw> {
        let Identifiers {
            wikidata,
            lei,
            ticker,
            cik,
        } = ids;
        let mut draft = self.draft();
        draft.line("wikidata", wikidata.as_ref());
        draft.lines("lei", lei);
        draft.lines("ticker", ticker);
        draft.line("cik", cik.as_ref());
        draft.some()
    }

    fn product(&self, product: &Product) -> Raw {
        let Product {
            id,
            // said by where it stands
            company: _,
            name,
            market,
            since,
            until,
            territories,
            sources,
        } = product;
        let mut draft = self.draft();
        let own = id.split_once('/').map_or(id.as_str(), |(_, own)| own);
        draft.set("id", Raw::Str(own.into()));
        draft.line("name", Some(name));
        draft.set("market", Raw::Ref(self.model[*market].id.to_string()));
        draft.date("since", *since);
        draft.date("until", *until);
        draft.lines("territories", territories);
        draft.set("sources", self.citations(sources));
        draft.record()
    }

    fn market(&self, market: &Market) -> SourceRecord {
        let Market {
            id,
            name,
            synonyms,
            broader,
            note,
        } = market;
        let mut draft = self.draft();
        draft.line("id", Some(id));
        draft.text("name", Some(name));
        let by_language = synonyms.chunk_by(|Synonym { language: a, .. }, Synonym { language: b, .. }| a == b);
        let by_language = by_language.map(|synonyms| {
            let names = list(self.at, synonyms.iter().map(|synonym| Raw::Str(synonym.name.clone())));
            (synonyms[0].language.to_string(), names)
        });
        draft.by_key("synonyms", by_language);
        draft.set("broader", broader.map(|id| Raw::Ref(self.model[id].id.to_string())));
        draft.text("note", note.as_ref());
        self.finish("markets", draft)
    }

    fn source(&self, source: &Source) -> SourceRecord {
        let Source {
            id,
            publisher,
            publisher_company,
            title,
            short,
            title_basis,
            kind,
            published,
            url,
            accessed,
            read,
            read_by,
            read_on,
            archived,
            based_on,
            language,
            note,
        } = source;
        let mut draft = self.draft();
        draft.line("id", Some(id));
        draft.line("publisher", publisher.as_ref());
        draft.set("publisher_company", publisher_company.map(|id| self.company_ref(id)));
        draft.line("title", Some(title));
        draft.line("short", short.as_ref());
        draft.set("title_basis", unless(*title_basis, TitleBasis::Page));
        draft.set("kind", word(*kind));
        draft.set("published", published.map_or(Raw::Unknown, Raw::Published));
        draft.line("url", url.as_ref());
        draft.date("accessed", *accessed);
        draft.set("read", read.map(word));
        draft.line("read_by", read_by.as_ref());
        draft.date("read_on", *read_on);
        draft.line("archived", archived.as_ref());
        draft.set("based_on", based_on.map(|id| Raw::Ref(self.model[id].id.to_string())));
        draft.line("language", language.as_ref());
        draft.text("note", note.as_ref());
        self.finish("sources", draft)
    }

    fn succession(&self, succession: &Succession) -> SourceRecord {
        let Succession {
            id,
            from,
            to,
            how,
            since,
            note,
            sources,
        } = succession;
        let mut draft = self.draft();
        draft.line("id", Some(id));
        draft.set("from", self.company_ref(*from));
        draft.set("to", self.company_ref(*to));
        draft.set("as", word(*how));
        draft.date("since", Some(*since));
        draft.text("note", note.as_ref());
        draft.set("sources", self.citations(sources));
        self.finish("successions", draft)
    }
}
