//! From a model back to the records that it was linked from, so that others can be laid over them.
//!
//! Each record is taken apart by name, so that a field which is added to a record and not here fails to compile.

mod deal;
mod fields;
mod relation;

use fields::{Draft, list, word};

use super::SourceRecords;
use crate::model::{
    Case, CaseId, Citation, Claim, Company, CompanyId, Coverage, Event, FormerName, Identifiers, Market, Model, PartOf,
    Product, Quote, Source, StoryStep, Succession,
};
use crate::syntax::{CaseOf, FileRecords, Raw, SectionRef, SourceRecord, Spanned};
use crate::text::Span;
use crate::vocab::Found;

/// The records of a model as files of a layer: those outside of cases, then each case. All stand at one place.
///
/// [`link`](super::link) makes an equal model of them, with no diagnostics where the model came from data without errors.
/// Cost: linear in the model, of which every record is looked at.
#[must_use]
pub fn unlink(model: &Model, layer: u16, at: Span) -> Vec<SourceRecords> {
    let from = Unlinker { model, at };
    let file = |case: Option<CaseId>, records: Vec<SourceRecord>| SourceRecords {
        layer,
        path: String::new(),
        records: FileRecords {
            case: case.map(|id| CaseOf::Id(Spanned::new(at, model[id].id.to_string()))),
            records,
            ..FileRecords::default()
        },
        diagnostics: Vec::new(),
    };
    let mut cases: Vec<Vec<SourceRecord>> = model.cases.iter().map(|case| vec![from.case(case)]).collect();
    for relation in &model.relations {
        cases[relation.case.index()].push(from.relation(relation));
    }
    for event in &model.events {
        cases[event.case.index()].push(from.event(event));
    }
    for quote in &model.quotes {
        cases[quote.case.index()].push(from.quote(quote));
    }
    for claim in &model.claims {
        cases[claim.case.index()].push(from.claim(claim));
    }
    let mut files = vec![file(None, from.shared())];
    files.extend((0..).zip(cases).map(|(id, records)| file(Some(CaseId(id)), records)));
    files
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

    /// The records that belong to no case.
    fn shared(&self) -> Vec<SourceRecord> {
        let model = self.model;
        let mut records: Vec<SourceRecord> = model.companies.iter().map(|record| self.company(record)).collect();
        records.extend(model.markets.iter().map(|record| self.market(record)));
        records.extend(model.sources.iter().map(|record| self.source(record)));
        records.extend(model.deals.iter().map(|record| self.deal(record)));
        records.extend(model.successions.iter().map(|record| self.succession(record)));
        records
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
        let synonyms = synonyms.iter().map(|synonym| {
            let names = list(self.at, [Raw::Str(synonym.name.clone())]);
            (synonym.language.to_string(), names)
        });
        draft.by_key("synonyms", synonyms);
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
        draft.set("title_basis", word(*title_basis));
        draft.set("kind", word(*kind));
        draft.set("published", published.map(Raw::Published));
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

    fn case(&self, case: &Case) -> SourceRecord {
        let Case {
            id,
            title,
            summary,
            about,
            includes,
            coverage,
            story,
        } = case;
        let mut draft = self.draft();
        draft.line("id", Some(id));
        draft.text("title", Some(title));
        draft.text("summary", summary.as_ref());
        draft.set("about", self.companies(about));
        draft.set("includes", self.relations(includes));
        draft.set(
            "coverage",
            list(self.at, coverage.iter().map(|entry| self.coverage(entry))),
        );
        draft.set("story", list(self.at, story.iter().map(|step| self.step(step))));
        self.finish("case", draft)
    }

    fn coverage(&self, coverage: &Coverage) -> Raw {
        let Coverage {
            company,
            with,
            side,
            searched,
            on,
            found,
        } = coverage;
        let mut draft = self.draft();
        draft.set("company", self.company_ref(*company));
        draft.set("with", self.companies(with));
        draft.set("side", word(*side));
        draft.text("searched", Some(searched));
        draft.date("on", Some(*on));
        draft.set("found", word(if *found { Found::Yes } else { Found::No }));
        draft.record()
    }

    fn step(&self, step: &StoryStep) -> Raw {
        let StoryStep { title, at, show } = step;
        let mut draft = self.draft();
        draft.text("title", Some(title));
        draft.date("at", Some(*at));
        draft.set("show", self.records(show));
        draft.record()
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

    fn event(&self, event: &Event) -> SourceRecord {
        let Event {
            id,
            case: _,
            date,
            about,
            title,
            kind,
            note,
            disputes,
            refuted_by,
            sources,
        } = event;
        let mut draft = self.draft();
        draft.own_id(id);
        draft.date("date", Some(*date));
        draft.set("about", self.companies(about));
        draft.text("title", Some(title));
        draft.set("kind", word(*kind));
        draft.text("note", note.as_ref());
        draft.set("disputes", self.records(disputes));
        draft.set("refuted_by", self.records(refuted_by));
        draft.set("sources", self.citations(sources));
        self.finish("events", draft)
    }

    fn quote(&self, quote: &Quote) -> SourceRecord {
        let Quote {
            id,
            case: _,
            date,
            speaker,
            role,
            company,
            about,
            text,
            original_language,
            translation_of,
            wording,
            note,
            sources,
        } = quote;
        let mut draft = self.draft();
        draft.own_id(id);
        draft.date("date", *date);
        draft.line("speaker", Some(speaker));
        draft.text("role", role.as_ref());
        draft.set("company", company.map(|id| self.company_ref(id)));
        draft.set("about", self.companies(about));
        draft.text("text", Some(text));
        draft.line("original_language", original_language.as_ref());
        draft.set("translation_of", translation_of.map(|id| self.record_ref(id)));
        draft.set("wording", wording.map(word));
        draft.text("note", note.as_ref());
        draft.set("sources", self.citations(sources));
        self.finish("quotes", draft)
    }

    fn claim(&self, claim: &Claim) -> SourceRecord {
        let Claim {
            id,
            case: _,
            about,
            text,
            by,
            date,
            disputes,
            refuted_by,
            note,
            sources,
        } = claim;
        let mut draft = self.draft();
        draft.own_id(id);
        draft.set("about", self.companies(about));
        draft.text("text", Some(text));
        draft.line("by", by.as_ref());
        draft.date("date", *date);
        draft.set("disputes", self.records(disputes));
        draft.set("refuted_by", self.records(refuted_by));
        draft.text("note", note.as_ref());
        draft.set("sources", self.citations(sources));
        self.finish("claims", draft)
    }
}
