//! A small hand-made data set for the tests of lists, records and statistics.

use std::collections::BTreeMap;

use crate::graph::Graph;
use crate::model::{
    Amount, Case, CaseId, Checked, Citation, Claim, Company, CompanyId, Coverage, Deal, DealId, Event, Identifiers,
    Knowledge, Market, MarketId, Model, Moment, Party, Period, Product, ProductId, RecordId, Relation, RelationId,
    Source, SourceId, StoryStep,
};
use crate::query::{Scope, View};
use crate::values::{PartialDate, Text};
use crate::vocab::{AmountIs, CompanyKind, CoverageSide, EventKind, Nature, SourceKind, Status, TitleBasis, kind};

pub(in crate::query) fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

pub(in crate::query) fn both(en: &str, vi: &str) -> Text {
    let pairs = [("en", en), ("vi", vi)].map(|(code, text)| (code.to_owned(), text.to_owned()));
    Text::localized(BTreeMap::from(pairs)).unwrap()
}

fn cite(source: u32) -> Citation {
    Citation {
        source: SourceId(source),
        quote: None,
        locator: None,
    }
}

fn company(id: &str, name: &str) -> Company {
    Company {
        id: id.into(),
        name: name.into(),
        short: None,
        aliases: Vec::new(),
        names: Vec::new(),
        kind: CompanyKind::Company,
        country: Some("US".into()),
        founded: None,
        dissolved: None,
        part_of: Vec::new(),
        ids: Identifiers::default(),
        products: Vec::new(),
        note: None,
        sources: Vec::new(),
    }
}

fn source(id: &str, kind: SourceKind, published: &str) -> Source {
    Source {
        id: id.into(),
        publisher: Some("Publisher".into()),
        publisher_company: None,
        title: format!("Title of {id}").into(),
        short: None,
        title_basis: TitleBasis::Page,
        kind,
        published: Some(format!("{published}/{published}").parse().unwrap()),
        url: Some(format!("https://example.org/{id}").into()),
        accessed: None,
        archived: None,
        based_on: None,
        language: None,
        note: None,
    }
}

fn relation(id: &str, name: &str, parties: &[(u8, u32)], since: &str, source: u32) -> Relation {
    Relation {
        id: format!("microsoft-openai/{id}").into(),
        case: CaseId(0),
        kind: u8::try_from(kind(name).unwrap()).unwrap(),
        parties: parties
            .iter()
            .map(|(role, company)| Party {
                role: *role,
                company: CompanyId(*company),
                group: 0,
            })
            .collect(),
        announced: None,
        since: Some(Moment::On(date(since))),
        until: None,
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
        sources: vec![cite(source)],
        own: Vec::new(),
    }
}

pub(in crate::query) const MICROSOFT: CompanyId = CompanyId(0);
pub(in crate::query) const OPENAI: CompanyId = CompanyId(1);
pub(in crate::query) const GITHUB: CompanyId = CompanyId(2);
pub(in crate::query) const FPT: CompanyId = CompanyId(3);

/// Microsoft invests in OpenAI, competes with it, and bought GitHub; FPT supplies both; talks do not count.
pub(in crate::query) fn model() -> Model {
    let mut microsoft = company("microsoft", "Microsoft Corporation");
    microsoft.short = Some("Microsoft".into());
    microsoft.aliases = vec!["Tập đoàn Microsoft".into()];
    microsoft.products = vec![ProductId(0)];
    let mut fpt = company("fpt", "Tập đoàn FPT");
    fpt.country = Some("VN".into());
    let mut investment = relation("first-billion", "investment", &[(0, 0), (1, 1)], "2023-01-23", 0);
    investment.deal = Some(DealId(0));
    investment.sources.push(Citation {
        source: SourceId(1),
        quote: Some("một tỷ \u{1b}[2J đô la".into()),
        locator: Some("p. 3".into()),
    });
    investment.amounts = vec![Amount {
        money: "about USD 10bn".parse().unwrap(),
        is: AmountIs::Committed,
        period: Period::Once,
        as_of: None,
        part_of: None,
        medium: None,
    }];
    let mut rivals = relation("assistants", "competitive_overlap", &[(0, 0), (0, 1)], "2023-02-07", 0);
    rivals.market = Some(MarketId(1));
    let github = relation("github", "acquisition", &[(0, 0), (1, 2)], "2018-10-26", 0);
    let mut supply = relation("cloud", "supply", &[(0, 3), (1, 1)], "2015", 2);
    supply.until = Some(Moment::On(date("2019")));
    let mut talks = relation("talks", "alliance", &[(0, 3), (0, 0)], "2024-05", 2);
    talks.status = Status::Talks;
    let mut second = relation("second", "investment", &[(0, 0), (0, 3), (1, 1)], "2025-06", 1);
    second.supersedes = vec![RelationId(0)];
    second.checked = Some(Checked {
        on: date("2026-03"),
        source: SourceId(1),
    });
    second.amounts = vec![Amount {
        money: crate::values::Money::Undisclosed,
        is: AmountIs::Paid,
        period: Period::PerYear,
        as_of: Some(date("2025")),
        part_of: None,
        medium: None,
    }];
    let mut release = source("microsoft-2023", SourceKind::Release, "2023-01-23");
    release.publisher_company = Some(MICROSOFT);
    Model {
        companies: vec![microsoft, company("openai", "OpenAI"), company("github", "GitHub"), fpt].into(),
        products: vec![Product {
            id: "microsoft/copilot".into(),
            company: MICROSOFT,
            name: "Copilot".into(),
            market: MarketId(1),
            since: Some(date("2023-02")),
            until: None,
            sources: vec![cite(0)],
        }]
        .into(),
        markets: vec![
            market("software", both("Software", "Phần mềm"), None),
            market("ai-assistants", both("AI assistants", "Trợ lý AI"), Some(MarketId(0))),
            market("airlines", Text::from("Airlines"), None),
        ]
        .into(),
        sources: vec![
            release,
            source("news-2023", SourceKind::News, "2023-01-24"),
            source("blog-2016", SourceKind::Blog, "2016"),
        ]
        .into(),
        cases: vec![Case {
            id: "microsoft-openai".into(),
            title: both("Microsoft and OpenAI", "Microsoft và OpenAI"),
            summary: None,
            about: vec![MICROSOFT, OPENAI],
            includes: Vec::new(),
            coverage: vec![Coverage {
                company: MICROSOFT,
                side: CoverageSide::Competition,
                searched: Text::from("10-K FY2024"),
                on: date("2026-11-23"),
                found: false,
            }],
            story: vec![StoryStep {
                title: both("The first billion", "Tỷ đô đầu tiên"),
                at: date("2023-01-23"),
                show: vec![RecordId::Relation(RelationId(0))],
            }],
        }]
        .into(),
        deals: vec![Deal {
            id: "partnership".into(),
            title: both("The partnership", "Quan hệ đối tác"),
            parties: vec![MICROSOFT, OPENAI],
            signed: Some(date("2023-01")),
            until: None,
            supersedes: Vec::new(),
            amount: Some("USD 13bn".parse().unwrap()),
            holders: Vec::new(),
            waterfall: Vec::new(),
            note: None,
            sources: vec![cite(1)],
        }]
        .into(),
        relations: vec![investment, rivals, github, supply, talks, second].into(),
        events: vec![Event {
            id: "microsoft-openai/launch".into(),
            case: CaseId(0),
            date: date("2022-11-30"),
            about: vec![OPENAI],
            title: both("ChatGPT is launched", "ChatGPT ra mắt"),
            kind: EventKind::Launch,
            note: None,
            disputes: Vec::new(),
            refuted_by: Vec::new(),
            sources: vec![cite(1)],
        }]
        .into(),
        claims: vec![Claim {
            id: "microsoft-openai/doubt".into(),
            case: CaseId(0),
            about: vec![OPENAI],
            text: Text::from("Could not be confirmed"),
            by: Some("Somebody".into()),
            date: None,
            disputes: vec![RecordId::Relation(RelationId(5))],
            refuted_by: Vec::new(),
            note: None,
            sources: vec![cite(1)],
        }]
        .into(),
        ..Model::default()
    }
}

fn market(id: &str, name: Text, broader: Option<MarketId>) -> Market {
    Market {
        id: id.into(),
        name,
        broader,
        note: None,
    }
}

/// Asks `question` of a model at a date, with the rest of the scope set by `scope`.
pub(in crate::query) fn ask<T>(
    model: &Model,
    at: &str,
    scope: impl FnOnce(&mut Scope),
    question: impl FnOnce(&View<'_>) -> T,
) -> T {
    let mut asked = Scope::at(date(at));
    scope(&mut asked);
    let graph = Graph::new(model, asked.known);
    question(&View {
        graph: &graph,
        scope: &asked,
    })
}

/// What surely was published by the end of a date.
pub(in crate::query) fn known_by(text: &str) -> Knowledge {
    Knowledge(Some(date(text).last()))
}
