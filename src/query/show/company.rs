use crate::derived::{Cause, Membership};
use crate::judge::coverage::concerns;
use crate::lang::lists as l;
use crate::model::{CompanyId, RelationId};
use crate::tell::fields::{Fact, Record, Teller};
use crate::values::PartialDate;

impl Teller<'_> {
    pub(super) fn company(&self, id: CompanyId) -> Record {
        let (model, lang) = (self.model(), self.lang());
        let company = &model[id];
        let mut record = Record::new("company", &*company.id, &company.name);
        let r = &mut record;
        r.word("kind", l::KIND, company.kind.name(), company.kind.label().get(lang));
        r.text("short", l::SHORT, company.short.as_deref());
        r.texts("aliases", l::ALIASES, company.aliases.iter());
        let known = self.view.graph.known();
        let life = known.company(company);
        let former = company.names.iter().map(|former| {
            let date = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
            let dates = known.name(former);
            let time = format!("{} – {}", date(dates.from), date(dates.to));
            match time.trim() {
                "–" => former.name.to_string(),
                time => format!("{} ({time})", former.name),
            }
        });
        r.texts("former_names", l::FORMER_NAMES, former);
        r.text("country", l::COUNTRY, company.country.as_deref());
        r.text("founded", l::FOUNDED, life.from.map(|date| date.to_string()));
        r.text("dissolved", l::DISSOLVED, life.to.map(|date| date.to_string()));
        r.text("wikidata", l::WIKIDATA, company.ids.wikidata.as_deref());
        r.texts("lei", l::LEI, company.ids.lei.iter());
        r.texts("ticker", l::TICKER, company.ids.ticker.iter());
        r.text("cik", l::CIK, company.ids.cik.as_deref());
        self.group(r, id);
        let products = company.products.iter().map(|id| self.product_fact(*id));
        r.field("products", l::PRODUCTS, products.collect());
        self.mentions(r, id);
        r.text("note", l::NOTE, company.note.as_ref().map(|text| self.say(text)));
        for citations in std::iter::once(&company.sources).chain(company.part_of.iter().map(|part| &part.sources)) {
            for support in self.support(citations, None) {
                if !r.support.contains(&support) {
                    r.support.push(support);
                }
            }
        }
        record
    }

    /// Its parents and parts over time, derived from what is declared, acquisitions and controlling stakes.
    fn group(&self, r: &mut Record, id: CompanyId) {
        let groups = self.view.graph.groups();
        let parents = groups
            .parents(id)
            .iter()
            .map(|membership| self.member(membership.parent, membership));
        r.field("part_of", l::PART_OF, parents.collect());
        let conflicts = groups.conflicts().iter().filter(|(company, _, _)| *company == id);
        let rivals: Vec<Fact> = conflicts
            .flat_map(|(_, a, b)| [self.member(a.parent, a), self.member(b.parent, b)])
            .collect();
        r.field("two_controllers", l::TWO_CONTROLLERS, rivals);
        let mut parts: Vec<(CompanyId, Membership)> = Vec::new();
        for (child, _) in self.model().companies() {
            let own = groups
                .parents(child)
                .iter()
                .filter(|membership| membership.parent == id);
            parts.extend(own.map(|membership| (child, *membership)));
        }
        let parts = parts.iter().map(|(child, membership)| self.member(*child, membership));
        r.field("parts", l::PARTS, parts.collect());
        let successions = self
            .model()
            .successions
            .iter()
            .filter(|one| one.from == id || one.to == id);
        let told = successions.map(|one| Fact {
            text: self.succession_text(one),
            id: Some(one.id.to_string()),
        });
        r.field("successions", l::SUCCESSIONS, told.collect());
    }

    /// "Microsoft, 2018-10-26 – (microsoft-github/acquisition)".
    fn member(&self, other: CompanyId, membership: &Membership) -> Fact {
        let fact = self.company_fact(other);
        let dated = self
            .view
            .graph
            .as_dated(membership.interval, membership.cause.relation());
        let time = self.interval(dated);
        let cause = match membership.cause {
            Cause::Declared => String::new(),
            Cause::Relation(id) => format!(" ({})", self.model()[id].id),
            Cause::Succession(id) => format!(" ({})", self.model()[id].id),
        };
        let text = match time.as_str() {
            "–" => format!("{}{cause}", fact.text),
            time => format!("{}, {time}{cause}", fact.text),
        };
        Fact { text, ..fact }
    }

    /// Every record that names it.
    fn mentions(&self, r: &mut Record, id: CompanyId) {
        use crate::model::RecordId;
        let model = self.model();
        let relations: Vec<RelationId> = model
            .relations()
            .filter(|(_, relation)| relation.parties.iter().any(|party| party.company == id))
            .map(|(id, _)| id)
            .collect();
        r.field("relations", l::RELATIONS, self.relations(&relations));
        let deals = (0..model.deals.len()).filter(|at| model.deals[*at].parties.contains(&id));
        r.field("deals", l::DEALS, deals.map(|at| self.deal_fact(at.into())).collect());
        let events = (0..model.events.len()).filter(|at| model.events[*at].about.contains(&id));
        let events: Vec<RecordId> = events.map(|at| RecordId::Event(at.into())).collect();
        r.field("events", l::EVENTS, self.records(&events));
        let quotes = (0..model.quotes.len()).filter(|at| {
            let quote = &model.quotes[*at];
            quote.company == Some(id) || quote.about.contains(&id)
        });
        let quotes: Vec<RecordId> = quotes.map(|at| RecordId::Quote(at.into())).collect();
        r.field("quotes", l::QUOTES, self.records(&quotes));
        let claims = (0..model.claims.len()).filter(|at| model.claims[*at].about.contains(&id));
        let claims: Vec<RecordId> = claims.map(|at| RecordId::Claim(at.into())).collect();
        r.field("claims", l::CLAIMS, self.records(&claims));
        let cases = (0..model.cases.len()).filter(|at| model.cases[*at].about.contains(&id));
        r.field("cases", l::CASES, cases.map(|at| self.case_fact(at.into())).collect());
        let searches = model.cases.iter().flat_map(|case| &case.coverage);
        let searches = searches.filter(|search| concerns(search, &[id]));
        r.texts("coverage", l::SEARCHES, self.searches(searches));
    }
}
