//! Cases, markets, products, deals, sources, events, quotes, claims, successions.

use crate::derived::cited;
use crate::judge::coverage::was_made;
use crate::lang::lists as l;
use crate::model::{
    CaseId, ClaimId, CompanyId, Coverage, DealId, EventId, MarketId, ProductId, QuoteId, RecordId, RelationId,
    SourceId, Succession, SuccessionId,
};
use crate::tell::fields::{Fact, Record, Teller};
use crate::tell::record::published;
use crate::vocab::{CoverageSide, Found, TitleBasis};

impl Teller<'_> {
    /// "Copilot (AI assistants), 2023-02 –".
    pub(super) fn product_fact(&self, id: ProductId) -> Fact {
        let product = &self.model()[id];
        let market = self.say(&self.model()[product.market].name);
        let known = self.view.graph.known();
        let time = known
            .product(self.model(), product)
            .interval()
            .map(|interval| self.interval(interval))
            .unwrap_or_default();
        let text = match time.as_str() {
            "" | "–" => format!("{} ({market})", product.name),
            time => format!("{} ({market}), {time}", product.name),
        };
        Fact {
            text,
            id: Some(product.id.to_string()),
        }
    }

    /// "Microsoft, competition, 2026-11-23: with Dell: nothing found (10-K FY2024)".
    fn search(&self, search: &Coverage) -> String {
        let found = if search.found { Found::Yes } else { Found::No };
        format!(
            "{}, {}, {}: {}{} ({})",
            self.words.company(search.company),
            CoverageSide::label(search.side).get(self.lang()),
            search.on,
            self.words.with(&search.with),
            found.label().get(self.lang()),
            self.say(&search.searched)
        )
    }

    /// Searches that were made by then.
    pub(super) fn searches<'c>(&self, searches: impl Iterator<Item = &'c Coverage>) -> Vec<String> {
        let made = searches.filter(|search| was_made(self.view, search));
        made.map(|search| self.search(search)).collect()
    }

    pub(super) fn case(&self, id: CaseId) -> Record {
        let model = self.model();
        let case = &model[id];
        let mut record = Record::new("case", &*case.id, self.say(&case.title));
        let r = &mut record;
        r.text("summary", l::SUMMARY, case.summary.as_ref().map(|text| self.say(text)));
        r.field("about", l::ABOUT, self.companies(&case.about));
        let known = self.view.graph.known();
        let story = case.story.iter().filter(|step| known.reaches(step.at)).map(|step| {
            let shows: Vec<String> = self
                .records(&step.show)
                .into_iter()
                .filter_map(|fact| fact.id)
                .collect();
            format!("{}: {} ({})", step.at, self.say(&step.title), shows.join(", "))
        });
        r.texts("story", l::STORY, story);
        let own: Vec<RelationId> = model
            .relations()
            .filter(|(_, relation)| relation.case == id)
            .map(|(id, _)| id)
            .collect();
        r.field("relations", l::RELATIONS, self.relations(&own));
        r.field("includes", l::INCLUDES, self.relations(&case.includes));
        let events = (0..model.events.len()).filter(|at| model.events[*at].case == id);
        let events: Vec<RecordId> = events.map(|at| RecordId::Event(at.into())).collect();
        r.field("events", l::EVENTS, self.records(&events));
        let quotes = (0..model.quotes.len()).filter(|at| model.quotes[*at].case == id);
        let quotes: Vec<RecordId> = quotes.map(|at| RecordId::Quote(at.into())).collect();
        r.field("quotes", l::QUOTES, self.records(&quotes));
        let claims = (0..model.claims.len()).filter(|at| model.claims[*at].case == id);
        let claims: Vec<RecordId> = claims.map(|at| RecordId::Claim(at.into())).collect();
        r.field("claims", l::CLAIMS, self.records(&claims));
        r.texts("coverage", l::SEARCHES, self.searches(case.coverage.iter()));
        record
    }

    pub(super) fn market(&self, id: MarketId) -> Record {
        let model = self.model();
        let market = &model[id];
        let mut record = Record::new("market", &*market.id, self.say(&market.name));
        let r = &mut record;
        let synonyms = market.synonyms.iter();
        r.texts(
            "synonyms",
            l::SYNONYMS,
            synonyms.map(|synonym| format!("{} ({})", synonym.name, synonym.language)),
        );
        r.field(
            "broader",
            l::BROADER,
            market.broader.map(|id| self.market_fact(id)).into_iter().collect(),
        );
        let narrower = (0..model.markets.len())
            .map(MarketId::from)
            .filter(|at| model[*at].broader == Some(id));
        r.field(
            "narrower",
            l::NARROWER,
            narrower.map(|id| self.market_fact(id)).collect(),
        );
        let products = (0..model.products.len())
            .map(ProductId::from)
            .filter(|at| model[*at].market == id);
        let products = products.map(|id| {
            let fact = self.product_fact(id);
            Fact {
                text: format!("{}: {}", self.words.company(model[id].company), fact.text),
                ..fact
            }
        });
        r.field("products", l::PRODUCTS, products.collect());
        let relations: Vec<RelationId> = model
            .relations()
            .filter(|(_, relation)| relation.market == Some(id))
            .map(|(id, _)| id)
            .collect();
        r.field("relations", l::RELATIONS, self.relations(&relations));
        r.text("note", l::NOTE, market.note.as_ref().map(|text| self.say(text)));
        record
    }

    pub(super) fn product(&self, id: ProductId) -> Record {
        let product = &self.model()[id];
        let mut record = Record::new("product", &*product.id, &product.name);
        let r = &mut record;
        r.field("company", l::COMPANY, vec![self.company_fact(product.company)]);
        r.field("market", l::MARKET, vec![self.market_fact(product.market)]);
        let dates = self.view.graph.known().product(self.model(), product);
        r.text("since", l::SINCE, dates.from.map(|date| date.to_string()));
        r.text("until", l::UNTIL, dates.to.map(|date| date.to_string()));
        r.texts("territories", l::field("territories"), &product.territories);
        let named: Vec<RelationId> = self
            .model()
            .relations()
            .filter(|(_, relation)| {
                let declared = crate::model::ProductRef::Declared(id);
                relation.products().contains(&declared)
            })
            .map(|(id, _)| id)
            .collect();
        r.field("relations", l::RELATIONS, self.relations(&named));
        self.graded(r, &product.sources, &[product.company]);
        record
    }

    pub(super) fn deal(&self, id: DealId) -> Record {
        let model = self.model();
        let deal = &model[id];
        let mut record = Record::new("deal", &*deal.id, self.say(&deal.title));
        let r = &mut record;
        r.field("parties", l::PARTIES, self.companies(&deal.parties));
        let dates = self.view.graph.known().deal(model, deal);
        r.text("signed", l::SIGNED, dates.from.map(|date| date.to_string()));
        r.text("until", l::UNTIL, dates.to.map(|date| date.to_string()));
        r.text("amount", l::AMOUNT, deal.amount.map(|money| self.words.money(money)));
        r.field(
            "supersedes",
            l::SUPERSEDES,
            deal.supersedes.iter().map(|id| self.deal_fact(*id)).collect(),
        );
        let later = (0..model.deals.len())
            .map(DealId::from)
            .filter(|at| model[*at].supersedes.contains(&id));
        r.field(
            "superseded_by",
            l::SUPERSEDED_BY,
            later.map(|id| self.deal_fact(id)).collect(),
        );
        let relations: Vec<RelationId> = model
            .relations()
            .filter(|(_, relation)| relation.deal == Some(id))
            .map(|(id, _)| id)
            .collect();
        r.field("relations", l::RELATIONS, self.relations(&relations));
        r.texts(
            "waterfall",
            crate::lang::waterfall::WATERFALL,
            crate::tell::tranche::terms(model, id, self.words.graph.known(), self.lang()),
        );
        r.text("note", l::NOTE, deal.note.as_ref().map(|text| self.say(text)));
        self.graded(r, &deal.sources, &deal.parties);
        record
    }

    pub(super) fn source(&self, id: SourceId) -> Record {
        let (model, lang) = (self.model(), self.lang());
        let source = &model[id];
        let mut record = Record::new("source", &*source.id, &source.title);
        let r = &mut record;
        r.word("kind", l::KIND, source.kind.name(), source.kind.label().get(lang));
        r.text("publisher", l::PUBLISHER, source.publisher.as_deref());
        let company = source.publisher_company.map(|id| self.company_fact(id));
        r.field("publisher_company", l::COMPANY, company.into_iter().collect());
        r.text("short", l::SHORT, source.short.as_deref());
        let basis = (source.title_basis != TitleBasis::Page).then(|| source.title_basis.label().get(lang));
        r.text("title_basis", l::TITLE_BASIS, basis);
        let known = self.view.graph.known();
        let out = known.has(source);
        let date = if out { published(source) } else { String::new() };
        let date = if date.is_empty() {
            l::UNKNOWN.get(lang).to_owned()
        } else {
            date
        };
        r.text("published", l::PUBLISHED, Some(date));
        r.text("url", l::LINK, source.url.as_deref());
        let accessed = source.accessed.filter(|date| known.reaches(*date));
        r.text("accessed", l::ACCESSED, accessed.map(|date| date.to_string()));
        if let Some(read) = source.read {
            r.word("read", l::READ, read.name(), read.label().get(lang));
        }
        r.text("read_by", l::READ_BY, source.read_by.as_deref());
        r.text(
            "read_on",
            l::READ_ON,
            source
                .read_on
                .filter(|date| known.reaches(*date))
                .map(|date| date.to_string()),
        );
        r.text("archived", l::ARCHIVED, source.archived.as_deref());
        let relayed = known.relayed(model, source).map(|id| self.source_fact(id));
        r.field("based_on", l::BASED_ON, relayed.into_iter().collect());
        let relays = (0..model.sources.len())
            .map(SourceId::from)
            .filter(|at| model[*at].based_on == Some(id) && known.knows(model, *at));
        r.field(
            "relayed_by",
            l::RELAYED_BY,
            relays.map(|id| self.source_fact(id)).collect(),
        );
        r.text("language", l::LANGUAGE, source.language.as_deref());
        let citing = cited(model).remove(&id).unwrap_or_default();
        let mut ids: Vec<&str> = citing.iter().map(|record| record.id(model)).collect();
        ids.sort_unstable();
        r.texts("cited_by", l::CITED_BY, ids);
        r.text("note", l::NOTE, source.note.as_ref().map(|text| self.say(text)));
        record
    }

    fn source_fact(&self, id: SourceId) -> Fact {
        let source = &self.model()[id];
        Fact {
            text: source.title.to_string(),
            id: Some(source.id.to_string()),
        }
    }

    pub(super) fn event(&self, id: EventId) -> Record {
        let event = &self.model()[id];
        let mut record = Record::new("event", &*event.id, self.say(&event.title));
        let r = &mut record;
        r.word("kind", l::KIND, event.kind.name(), event.kind.label().get(self.lang()));
        let date = self.view.graph.cited(&event.sources).happened(Some(event.date));
        r.text("date", l::DATE, date.map(|date| date.to_string()));
        r.field("about", l::ABOUT, self.companies(&event.about));
        r.field("case", l::CASE, vec![self.case_fact(event.case)]);
        self.doubts(r, RecordId::Event(id), &event.disputes, &event.refuted_by);
        r.text("note", l::NOTE, event.note.as_ref().map(|text| self.say(text)));
        self.graded(r, &event.sources, &event.about);
        record
    }

    pub(super) fn quote(&self, id: QuoteId) -> Record {
        let quote = &self.model()[id];
        let mut record = Record::new("quote", &*quote.id, self.say(&quote.text));
        let r = &mut record;
        r.text("speaker", l::SPEAKER, Some(&quote.speaker));
        r.text("role", l::ROLE, quote.role.as_ref().map(|text| self.say(text)));
        r.field(
            "company",
            l::COMPANY,
            quote.company.map(|id| self.company_fact(id)).into_iter().collect(),
        );
        let date = self.view.graph.cited(&quote.sources).happened(quote.date);
        r.text("date", l::DATE, date.map(|date| date.to_string()));
        r.field("about", l::ABOUT, self.companies(&quote.about));
        r.field("case", l::CASE, vec![self.case_fact(quote.case)]);
        r.texts("wordings", l::WORDINGS, quote.text.wordings());
        r.text("original_language", l::LANGUAGE, quote.original_language.as_deref());
        let translated = quote.translation_of.map(|id| self.record_fact(id));
        r.field("translation_of", l::TRANSLATION_OF, translated.into_iter().collect());
        r.text(
            "wording",
            l::WORDING,
            quote.wording.map(|wording| wording.label().get(self.lang())),
        );
        r.text("note", l::NOTE, quote.note.as_ref().map(|text| self.say(text)));
        let parties: Vec<CompanyId> = quote.company.into_iter().chain(quote.about.iter().copied()).collect();
        self.graded(r, &quote.sources, &parties);
        record
    }

    pub(super) fn claim(&self, id: ClaimId) -> Record {
        let claim = &self.model()[id];
        let mut record = Record::new("claim", &*claim.id, self.say(&claim.text));
        let r = &mut record;
        r.text("by", l::BY, claim.by.as_deref());
        let date = self.view.graph.cited(&claim.sources).happened(claim.date);
        r.text("date", l::DATE, date.map(|date| date.to_string()));
        r.field("about", l::ABOUT, self.companies(&claim.about));
        r.field("case", l::CASE, vec![self.case_fact(claim.case)]);
        self.doubts(r, RecordId::Claim(id), &claim.disputes, &claim.refuted_by);
        r.text("note", l::NOTE, claim.note.as_ref().map(|text| self.say(text)));
        self.graded(r, &claim.sources, &claim.about);
        record
    }

    /// "Daimler → Mercedes-Benz, renamed, 2022-02-01".
    pub(super) fn succession_text(&self, one: &Succession) -> String {
        let since = self.view.graph.known().succession(self.model(), one);
        let mut said = format!(
            "{} → {}, {}",
            self.words.company(one.from),
            self.words.company(one.to),
            one.how.label().get(self.lang())
        );
        if let Some(since) = since {
            said = format!("{said}, {since}");
        }
        said
    }

    pub(super) fn succession(&self, id: SuccessionId) -> Record {
        let one = &self.model()[id];
        let mut record = Record::new("succession", &*one.id, self.succession_text(one));
        let r = &mut record;
        r.field("from", l::FROM, vec![self.company_fact(one.from)]);
        r.field("to", l::TO, vec![self.company_fact(one.to)]);
        r.text("as", l::HOW, Some(one.how.label().get(self.lang())));
        let since = self.view.graph.known().succession(self.model(), one);
        r.text("since", l::SINCE, since.map(|date| date.to_string()));
        r.text("note", l::NOTE, one.note.as_ref().map(|text| self.say(text)));
        self.graded(r, &one.sources, &[one.from, one.to]);
        record
    }
}
