//! A small data set of everything, for the tests of lists, records and statistics.

use super::{Data, both, date};
use crate::model::{
    Amount, Checked, Citation, Claim, CompanyId, Coverage, Deal, DealId, Event, MarketId, Model, Moment, Period,
    RecordId, RelationId, SourceId, StoryStep,
};
use crate::values::{Money, Text};
use crate::vocab::{AmountIs, CoverageSide, EventKind, SourceKind, Status};

pub(crate) const MICROSOFT: CompanyId = CompanyId(0);
pub(crate) const OPENAI: CompanyId = CompanyId(1);
pub(crate) const GITHUB: CompanyId = CompanyId(2);
pub(crate) const FPT: CompanyId = CompanyId(3);

fn cite(source: u32) -> Citation {
    Citation {
        source: SourceId(source),
        quote: None,
        locator: None,
    }
}

fn amount(money: Money, is: AmountIs) -> Amount {
    Amount::new(money, is)
}

/// Microsoft invests in OpenAI, competes with it, and bought GitHub; FPT supplies both; talks do not count.
pub(crate) fn model() -> Model {
    let mut data = Data::new();
    sources(&mut data);
    companies(&mut data);
    relations(&mut data);
    case(&mut data);
    data.model.sources[0].publisher_company = Some(MICROSOFT);
    data.model
}

fn sources(data: &mut Data) {
    data.model.sources = Vec::new().into();
    for (id, kind, published) in [
        ("microsoft-2023", SourceKind::Release, "2023-01-23"),
        ("news-2023", SourceKind::News, "2023-01-24"),
        ("blog-2016", SourceKind::Blog, "2016"),
    ] {
        let at = data.source(kind, published).source;
        let source = &mut data.model.sources[at.index()];
        source.id = id.into();
        source.publisher = Some("Publisher".into());
        source.title = format!("Title of {id}").into();
        source.url = Some(format!("https://example.org/{id}").into());
    }
}

fn companies(data: &mut Data) {
    for (id, name, country) in [
        ("microsoft", "Microsoft Corporation", "US"),
        ("openai", "OpenAI", "US"),
        ("github", "GitHub", "US"),
        ("fpt", "Tập đoàn FPT", "VN"),
    ] {
        let at = data.company(id);
        let company = &mut data.model.companies[at.index()];
        company.name = name.into();
        company.country = Some(country.into());
    }
    let microsoft = &mut data.model.companies[MICROSOFT.index()];
    microsoft.short = Some("Microsoft".into());
    microsoft.aliases = vec!["Tập đoàn Microsoft".into()];
    data.market("software", both("Software", "Phần mềm"), None);
    data.market("ai-assistants", both("AI assistants", "Trợ lý AI"), Some("software"));
    data.market("airlines", Text::from("Airlines"), None);
    let at = data.product("microsoft", "ai-assistants", "2023-02");
    let product = &mut data.model.products[at.index()];
    product.id = "microsoft/copilot".into();
    product.name = "Copilot".into();
    product.sources = vec![cite(0)];
}

fn relations(data: &mut Data) {
    let mut tie = |id: &str, kind: &str, parties: &str, period: &str, source: u32| {
        let at = data.tie(kind, parties, period);
        let relation = data.edit(at);
        relation.id = format!("microsoft-openai/{id}").into();
        relation.sources = vec![cite(source)];
        at
    };
    let first = tie("first-billion", "investment", "microsoft > openai", "2023-01-23", 0);
    let rivals = tie(
        "assistants",
        "competitive_overlap",
        "microsoft, openai",
        "2023-02-07",
        0,
    );
    tie("github", "acquisition", "microsoft > github", "2018-10-26", 0);
    let supply = tie("cloud", "supply", "fpt > openai", "2015", 2);
    let talks = tie("talks", "alliance", "fpt, microsoft", "2024-05", 2);
    let second = tie("second", "investment", "microsoft, fpt > openai", "2025-06", 1);
    let investment = data.edit(first);
    investment.deal = Some(DealId(0));
    investment.sources.push(Citation {
        source: SourceId(1),
        quote: Some("một tỷ \u{1b}[2J đô la".into()),
        locator: Some("p. 3".into()),
    });
    investment.amounts = vec![amount("about USD 10bn".parse().expect("money"), AmountIs::Committed)];
    data.edit(rivals).market = Some(MarketId(1));
    data.edit(supply).until = Some(Moment::On(date("2019")));
    data.edit(talks).status = Status::Talks;
    let second = data.edit(second);
    second.supersedes = vec![RelationId(0)];
    second.checked = Some(Checked {
        on: date("2026-03"),
        source: SourceId(1),
    });
    second.amounts = vec![Amount {
        period: Period::PerYear,
        as_of: Some(date("2025")),
        ..amount(Money::Undisclosed, AmountIs::Paid)
    }];
}

fn case(data: &mut Data) {
    let case = &mut data.model.cases[0];
    case.id = "microsoft-openai".into();
    case.title = both("Microsoft and OpenAI", "Microsoft và OpenAI");
    case.about = vec![MICROSOFT, OPENAI];
    case.coverage = vec![Coverage {
        company: MICROSOFT,
        with: Vec::new(),
        side: CoverageSide::Competition,
        searched: Text::from("10-K FY2024"),
        on: date("2026-11-23"),
        found: false,
    }];
    case.story = vec![StoryStep {
        title: both("The first billion", "Tỷ đô đầu tiên"),
        at: date("2023-01-23"),
        show: vec![RecordId::Relation(RelationId(0))],
    }];
    data.model.deals.push(Deal {
        id: "partnership".into(),
        title: both("The partnership", "Quan hệ đối tác"),
        parties: vec![MICROSOFT, OPENAI],
        signed: Some(date("2023-01")),
        until: None,
        supersedes: Vec::new(),
        amount: Some("USD 13bn".parse().expect("money")),
        holders: Vec::new(),
        waterfall: Vec::new(),
        note: None,
        sources: vec![cite(1)],
    });
    data.model.events.push(Event {
        id: "microsoft-openai/launch".into(),
        case: 0.into(),
        date: date("2022-11-30"),
        about: vec![OPENAI],
        title: both("ChatGPT is launched", "ChatGPT ra mắt"),
        kind: EventKind::Launch,
        note: None,
        disputes: Vec::new(),
        refuted_by: Vec::new(),
        sources: vec![cite(1)],
    });
    data.model.claims.push(Claim {
        id: "microsoft-openai/doubt".into(),
        case: 0.into(),
        about: vec![OPENAI],
        text: Text::from("Could not be confirmed"),
        by: Some("Somebody".into()),
        date: None,
        disputes: vec![RecordId::Relation(RelationId(5))],
        refuted_by: Vec::new(),
        note: None,
        sources: vec![cite(1)],
    });
}
