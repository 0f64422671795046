//! Small data sets by hand, for the tests of all questions.

pub(crate) mod random;
pub(crate) mod sample;

use rust_decimal::Decimal;

use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::{Scope, View};
use crate::model::{
    Case, Citation, Company, CompanyId, Identifiers, Market, MarketId, Model, Moment, PartOf, Party, Product,
    ProductId, Relation, RelationId, Source, SourceId, SourcesOf, Succession,
};
use crate::values::{DateRange, Figure, PartialDate, Share, Text};
use crate::vocab::{self, CompanyKind, KINDS, Nature, SourceKind, Status, SuccessionAs, TitleBasis};

/// A data set in the making: one case `case`, one source, companies as they are named.
pub(crate) struct Data {
    pub(crate) model: Model,
}

pub(crate) fn date(text: &str) -> PartialDate {
    text.parse().unwrap_or_else(|_| panic!("no date: {text}"))
}

/// A text in both languages.
pub(crate) fn both(en: &str, vi: &str) -> Text {
    let pairs = [("en", en), ("vi", vi)].map(|(code, text)| (code.to_owned(), text.to_owned()));
    Text::localized(pairs.into_iter().collect()).expect("a text")
}

/// Asks `question` of a model at a date, with the rest of the scope set by `scope`.
pub(crate) fn ask<T>(
    model: &Model,
    at: &str,
    scope: impl FnOnce(&mut Scope),
    question: impl FnOnce(&View<'_>) -> T,
) -> T {
    let mut asked = Scope::at(date(at));
    scope(&mut asked);
    let graph = Graph::reaching(model, asked.known, asked.reach);
    question(&View::new(&graph, &asked))
}

/// What surely was published by the end of a date.
pub(crate) fn known_by(text: &str) -> Knowledge {
    Knowledge(Some(date(text).last()))
}

fn dates(period: &str) -> (Option<PartialDate>, Option<PartialDate>) {
    let (since, until) = period.split_once("..").unwrap_or((period, ""));
    let read = |text: &str| (!text.is_empty()).then(|| date(text));
    (read(since), read(until))
}

impl Data {
    pub(crate) fn new() -> Self {
        let mut data = Self {
            model: Model::default(),
        };
        data.model.cases.push(Case {
            id: "case".into(),
            title: Text::from("case"),
            summary: None,
            about: Vec::new(),
            includes: Vec::new(),
            coverage: Vec::new(),
            story: Vec::new(),
        });
        data.source(SourceKind::News, "1990-01-01");
        data
    }

    pub(crate) fn source(&mut self, kind: SourceKind, published: &str) -> Citation {
        let at = self.model.sources.len();
        let on = date(published);
        self.model.sources.push(Source {
            id: format!("source-{at}").into(),
            publisher: None,
            publisher_company: None,
            title: "title".into(),
            short: None,
            title_basis: TitleBasis::Page,
            kind,
            published: Some(DateRange { from: on, to: Some(on) }),
            url: None,
            accessed: None,
            read: None,
            read_by: None,
            read_on: None,
            archived: None,
            based_on: None,
            language: None,
            note: None,
        });
        Citation {
            source: SourceId::from(at),
            quote: None,
            locator: None,
        }
    }

    /// The company of this name, which is its id too; made when it is new.
    pub(crate) fn company(&mut self, name: &str) -> CompanyId {
        if let Some(at) = self.model.companies.iter().position(|company| company.id == name) {
            return CompanyId::from(at);
        }
        self.model.companies.push(Company {
            id: name.into(),
            name: name.into(),
            short: None,
            aliases: Vec::new(),
            names: Vec::new(),
            kind: CompanyKind::Company,
            country: None,
            founded: None,
            dissolved: None,
            part_of: Vec::new(),
            ids: Identifiers::default(),
            products: Vec::new(),
            note: None,
            sources: Vec::new(),
        });
        CompanyId::from(self.model.companies.len() - 1)
    }

    /// Makes one company the successor of another: `succeeds("google", Holding, "alphabet", "2015-10-02")`.
    pub(crate) fn succeeds(&mut self, from: &str, how: SuccessionAs, to: &str, since: &str) {
        let (from, to) = (self.company(from), self.company(to));
        self.model.successions.push(Succession {
            id: format!("case/succession-{}", self.model.successions.len()).into(),
            from,
            to,
            how,
            since: date(since),
            note: None,
            sources: Vec::new(),
        });
    }

    /// Declares `child` part of `parent` for a period such as `2018..2020-05`.
    pub(crate) fn part_of(&mut self, child: &str, parent: &str, period: &str) {
        let (child, company) = (self.company(child), self.company(parent));
        let (since, until) = dates(period);
        self.model.companies[child.index()].part_of.push(PartOf {
            company,
            since,
            until,
            sources: Vec::new(),
        });
    }

    /// Adds a relation of a kind between `parties`, roles divided by `>` and companies by `,`: `a, b > c`. Its id is
    /// `case/` with the kind and the number of relations before.
    pub(crate) fn tie(&mut self, kind: &str, parties: &str, period: &str) -> RelationId {
        let at = self.model.relations.len();
        let parties = parties.split('>').enumerate().flat_map(|(role, names)| {
            names
                .split(',')
                .map(move |name| (role as u8, name.trim().to_owned()))
                .collect::<Vec<_>>()
        });
        let parties = parties
            .map(|(role, name)| Party {
                role,
                company: self.company(&name),
                group: 0,
            })
            .collect();
        let (since, until) = dates(period);
        self.model.relations.push(Relation {
            id: format!("case/{kind}-{at}").into(),
            case: 0.into(),
            kind: vocab::kind(kind).unwrap_or_else(|| panic!("no kind: {kind}")) as u8,
            parties,
            announced: None,
            since: since.map(Moment::On),
            until: until.map(Moment::On),
            expires: None,
            observed: Vec::new(),
            checked: None,
            status: Status::Completed,
            nature: Nature::Actual,
            cancelable: false,
            rumoured: false,
            deal: None,
            amounts: Vec::new(),
            total_of: Vec::new(),
            market: None,
            activity: None,
            supersedes: Vec::new(),
            disputes: Vec::new(),
            refuted_by: Vec::new(),
            reported_otherwise: Vec::new(),
            withdrawn: None,
            why: None,
            note: None,
            sources: vec![Citation {
                source: 0.into(),
                quote: None,
                locator: None,
            }],
            sources_of: SourcesOf::default(),
            own: Vec::new(),
        });
        RelationId::from(at)
    }

    pub(crate) fn edit(&mut self, id: RelationId) -> &mut Relation {
        &mut self.model.relations[id.index()]
    }

    /// Declares a market, in a broader one of this id.
    pub(crate) fn market(&mut self, id: &str, name: Text, broader: Option<&str>) -> MarketId {
        let broader = broader.and_then(|id| self.model.markets.iter().position(|market| market.id == id));
        self.model.markets.push(Market {
            id: id.into(),
            name,
            synonyms: Vec::new(),
            broader: broader.map(MarketId::from),
            note: None,
        });
        MarketId::from(self.model.markets.len() - 1)
    }

    /// Gives a company a product in the market of this id, for a period such as `2018..2020-05`.
    pub(crate) fn product(&mut self, company: &str, market: &str, period: &str) -> ProductId {
        let company = self.company(company);
        let market = self.model.markets.iter().position(|known| known.id == market);
        let (since, until) = dates(period);
        let id = ProductId::from(self.model.products.len());
        self.model.products.push(Product {
            id: format!("{}/product-{}", self.model[company].id, id.index()).into(),
            company,
            name: format!("product {}", id.index()).into(),
            market: MarketId::from(market.expect("a market")),
            since,
            until,
            territories: Vec::new(),
            sources: Vec::new(),
        });
        self.model.companies[company.index()].products.push(id);
        id
    }

    /// Gives a stake its share, in whole percent.
    pub(crate) fn share(&mut self, id: RelationId, percent: u32) {
        let relation = self.edit(id);
        let field = KINDS[usize::from(relation.kind)]
            .fields
            .iter()
            .position(|field| field.name == "share");
        let share = Share::new(Figure::Exact(Decimal::from(percent))).expect("a share");
        relation
            .own
            .push((field.expect("a share") as u8, crate::model::Value::Share(share)));
    }
}
