//! How a data set is made at random.

use super::{NAMES, Random, SOURCES, Told, of};
use crate::judge::testing::{Data, both};
use crate::model::{
    Asserter, Checked, Citation, Claim, CompanyId, Coverage, Deal, DealId, Event, HolderRef, Moment, OtherReport,
    ProductId, Quote, RecordId, RelationId, Residual, SourceId, StoryStep, Succession, Tranche, Value,
};
use crate::values::{PartialDate, Precision, Text};
use crate::vocab::{CompanyKind, Counted, CoverageSide, EventKind, KINDS, SourceKind, Status, SuccessionAs};

/// Makes a data set from a seed.
pub(super) struct Maker {
    data: Data,
    state: u64,
    coarse: bool,
    slots: Vec<(u8, u8)>,
    days: Vec<(PartialDate, Told)>,
}

impl Maker {
    pub(super) fn new(seed: u64, coarse: bool) -> Self {
        // the middle of each slot, so that neighbouring days are in no other
        let slots = (1..=12).flat_map(|month| (3..27).map(move |day| (month, day)));
        let middle = slots.filter(|(month, day)| (u32::from(*month) * 31 + u32::from(*day)) % 5 == 2);
        let mut maker = Self {
            data: Data::new(),
            state: seed,
            coarse,
            slots: middle.collect(),
            days: Vec::new(),
        };
        for at in (1..maker.slots.len()).rev() {
            let other = maker.below(at + 1);
            maker.slots.swap(at, other);
        }
        maker
    }

    /// A number below another (splitmix64).
    fn below(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end as u64).unwrap_or_default()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A day of its own of some year from 2000 to 2024; coarser data take it as a month or a year at times.
    fn day(&mut self, told: Told) -> PartialDate {
        let year = 2000 + self.below(25) as i16;
        let Some((month, day)) = self.slots.pop() else {
            // a year tells too little to be anybody's own
            return PartialDate::new(year, None, None).expect("a year");
        };
        let exact = PartialDate::new(year, Some(month), Some(day)).expect("a day");
        if self.coarse {
            let precision = [Precision::Year, Precision::Month, Precision::Day][self.below(3)];
            return exact.coarsen(precision);
        }
        self.days.push((exact, told));
        exact
    }

    fn perhaps(&mut self, percent: usize, told: &Told) -> Option<PartialDate> {
        self.chance(percent).then(|| self.day(told.clone()))
    }

    /// One to three sources.
    fn cite(&mut self) -> Vec<Citation> {
        let mut found: Vec<Citation> = Vec::new();
        for _ in 0..=self.below(3) {
            let source = SourceId::from(self.below(SOURCES));
            if !of(&found).contains(&source) {
                found.push(Citation {
                    source,
                    quote: None,
                    locator: None,
                });
            }
        }
        found
    }

    fn company(&mut self) -> CompanyId {
        CompanyId::from(self.below(NAMES.len()))
    }

    /// Two companies.
    fn two(&mut self) -> [CompanyId; 2] {
        let a = self.below(NAMES.len());
        let b = (a + 1 + self.below(NAMES.len() - 1)) % NAMES.len();
        [CompanyId::from(a), CompanyId::from(b)]
    }

    pub(super) fn random(mut self) -> Random {
        self.data.model.sources = Vec::new().into();
        let kinds = [
            SourceKind::News,
            SourceKind::Filing,
            SourceKind::Release,
            SourceKind::Blog,
        ];
        for at in 0..SOURCES {
            let on = self.day(Told::Itself);
            let kind = kinds[self.below(kinds.len())];
            self.data.source(kind, &on.to_string());
            if at > 0 && self.chance(20) {
                self.data.model.sources[at].based_on = Some(SourceId::from(self.below(at)));
            }
        }
        for name in NAMES {
            self.data.company(name);
        }
        for (at, name) in NAMES.into_iter().enumerate() {
            let sources = self.cite();
            let (founded, dissolved) = (self.perhaps(30, &Told::Itself), self.perhaps(15, &Told::Itself));
            let parent = self.below(at + 1);
            let belongs = parent < at && self.chance(35);
            // the last one only, which owns nobody: its members would not stand for it
            let is_class = at + 1 == NAMES.len() && self.chance(50);
            let kind = if is_class {
                CompanyKind::Class
            } else {
                CompanyKind::Company
            };
            let company = &mut self.data.model.companies[at];
            (company.founded, company.dissolved, company.kind, company.sources) = (founded, dissolved, kind, sources);
            if belongs {
                self.data.part_of(name, NAMES[parent], "");
                let sources = self.cite();
                let since = self.perhaps(50, &Told::Begins(of(&sources)));
                let until = self.perhaps(50, &Told::Happened(of(&sources)));
                let part = &mut self.data.model.companies[at].part_of[0];
                (part.since, part.until, part.sources) = (since, until, sources);
            }
        }
        self.data.market("lamps", both("lamps", "đèn"), None);
        for _ in 0..2 + self.below(8) {
            self.relation();
        }
        if !self.coarse {
            self.others();
        }
        Random {
            model: self.data.model,
            days: self.days,
        }
    }

    fn relation(&mut self) {
        const MADE: [(&str, &str); 11] = [
            ("alliance", ","),
            ("supply", ">"),
            ("investment", ">"),
            ("license", ">"),
            ("loan", ">"),
            ("competitive_overlap", ","),
            ("competitive_overlap", ","),
            ("acquisition", ">"),
            ("stake", ">"),
            ("membership", ">"),
            ("lawsuit", ">"),
        ];
        let (kind, between) = MADE[self.below(MADE.len())];
        let [a, b] = match (kind, self.two()) {
            // nobody belongs to what belongs to it
            ("acquisition" | "stake", [a, b]) => [a.min(b), a.max(b)],
            (_, two) => two,
        };
        let id = self
            .data
            .tie(kind, &format!("{}{between}{}", NAMES[a.index()], NAMES[b.index()]), "");
        let sources = self.cite();
        let (begins, happened) = (Told::Begins(of(&sources)), Told::Happened(of(&sources)));
        let since = match self.below(10) {
            0 | 1 => Some(Moment::Unknown),
            2 | 3 => None,
            _ => Some(Moment::On(self.day(begins.clone()))),
        };
        let until = match self.below(10) {
            0 => Some(Moment::Unknown),
            1..=4 => Some(Moment::On(self.day(happened.clone()))),
            _ => None,
        };
        let observed = match since {
            None => (0..self.below(3)).map(|_| self.day(happened.clone())).collect(),
            Some(_) => Vec::new(),
        };
        let announced = self.perhaps(40, &happened);
        let expires = self.perhaps(15, &Told::Foretold(of(&sources)));
        let look = SourceId::from(self.below(SOURCES));
        let checked = self.perhaps(20, &Told::Happened(vec![look]));
        let withdrawn = self.perhaps(6, &Told::Itself);
        let status = match self.below(14) {
            0 => Status::Announced,
            1 => Status::Talks,
            2 => Status::Terminated,
            3 => Status::Loi,
            4 => Status::Cancelled,
            5 => Status::Agreed,
            _ => Status::Completed,
        };
        let earlier = (id.index() > 0).then(|| RelationId::from(self.below(id.index().max(1))));
        let (supersedes, disputes) = (self.chance(20), self.chance(12));
        let other = self.chance(20).then(|| OtherReport {
            field: "since".into(),
            value: Text::from("another year"),
            note: None,
            sources: self.cite(),
        });
        let (rumoured, percent) = (self.chance(8), 1 + self.below(99) as u32);
        let assertion = (kind == "competitive_overlap").then(|| self.assertion([a, b]));
        let relation = self.data.edit(id);
        (relation.since, relation.until, relation.observed) = (since, until, observed);
        (relation.announced, relation.expires, relation.withdrawn) = (announced, expires, withdrawn);
        relation.checked = checked.map(|on| Checked { on, source: look });
        (relation.status, relation.rumoured, relation.sources) = (status, rumoured, sources);
        relation.supersedes = earlier.filter(|_| supersedes).into_iter().collect();
        relation.disputes = earlier
            .filter(|_| disputes)
            .map(RecordId::Relation)
            .into_iter()
            .collect();
        relation.reported_otherwise = other.into_iter().collect();
        if let Some((field, value)) = assertion {
            relation.market = Some(0.into());
            relation.own.push((field, value));
        }
        if kind == "stake" {
            self.data.share(id, percent);
        }
    }

    /// Who says that two compete, as the field of a relation.
    fn assertion(&mut self, [a, b]: [CompanyId; 2]) -> (u8, Value) {
        let kind = &KINDS[crate::vocab::kind("competitive_overlap").expect("a kind")];
        let field = kind
            .fields
            .iter()
            .position(|field| field.name == "asserted")
            .expect("a field");
        let source = SourceId::from(self.below(SOURCES));
        let by = if self.chance(50) { a } else { b };
        let mut record = vec![(0, Value::Asserter(Asserter::Company(by)))];
        record.extend(
            self.perhaps(60, &Told::Happened(vec![source]))
                .map(|on| (1, Value::Date(on))),
        );
        record.push((2, Value::Index(source.0)));
        (field as u8, Value::List(vec![Value::Record(record)]))
    }

    /// Everything that is no company, source or relation, each with a day of its own.
    fn others(&mut self) {
        let text = |text: &str| Text::from(text.to_owned());
        for at in 0..3 {
            let (about, sources) = (self.two().to_vec(), self.cite());
            let happened = Told::Happened(of(&sources));
            let (date, said, claimed) = (
                self.day(happened.clone()),
                self.perhaps(70, &happened),
                self.perhaps(70, &happened),
            );
            let disputes: Vec<RecordId> = match self.below(4) {
                0 => vec![RecordId::Event(at.into())],
                1 => vec![RecordId::Relation(0.into())],
                _ => Vec::new(),
            };
            self.data.model.events.push(Event {
                id: format!("case/event-{at}").into(),
                case: 0.into(),
                date,
                about: about.clone(),
                title: text("something happened"),
                kind: EventKind::Other,
                note: None,
                disputes: Vec::new(),
                refuted_by: Vec::new(),
                sources: sources.clone(),
            });
            self.data.model.quotes.push(Quote {
                id: format!("case/quote-{at}").into(),
                case: 0.into(),
                date: said,
                speaker: "Somebody".into(),
                role: None,
                company: Some(about[0]),
                about: about.clone(),
                text: text("words"),
                original_language: None,
                translation_of: None,
                wording: None,
                note: None,
                sources: sources.clone(),
            });
            self.data.model.claims.push(Claim {
                id: format!("case/claim-{at}").into(),
                case: 0.into(),
                about: about.clone(),
                text: text("it is so"),
                by: None,
                date: claimed,
                disputes,
                refuted_by: Vec::new(),
                note: None,
                sources,
            });
            self.deal(at, about);
            self.product(at);
        }
        let [from, to] = self.two();
        let sources = self.cite();
        let since = self.day(Told::Happened(of(&sources)));
        self.data.model.successions.push(Succession {
            id: "succession-0".into(),
            from,
            to,
            how: SuccessionAs::Merger,
            since,
            note: None,
            sources,
        });
        let company = self.company();
        let (on, at) = (self.day(Told::Itself), self.day(Told::Itself));
        let case = &mut self.data.model.cases[0];
        case.about = vec![CompanyId(0), CompanyId(1)];
        case.coverage = vec![Coverage {
            company,
            with: vec![CompanyId(0)],
            side: CoverageSide::Cooperation,
            searched: text("the news"),
            on,
            found: true,
        }];
        case.story = vec![StoryStep {
            title: text("a step"),
            at,
            show: vec![RecordId::Relation(0.into()), RecordId::Event(0.into())],
        }];
    }

    fn deal(&mut self, at: usize, parties: Vec<CompanyId>) {
        let sources = self.cite();
        let happened = Told::Happened(of(&sources));
        let (signed, until) = (self.perhaps(80, &happened), self.perhaps(50, &happened));
        let replaces = at > 0 && self.chance(50);
        let waterfall = (at == 0).then(|| Tranche {
            name: Text::from("all of it"),
            shares: vec![(HolderRef::Company(parties[0]), "100%".parse().expect("a share"))],
            unstated: None,
            ending: None,
            caps: Vec::new(),
            caps_sources: Vec::new(),
            residual: Residual::ProRata,
            counted: Counted::Tranche,
            effects: None,
            note: None,
            reported_otherwise: Vec::new(),
            sources: self.cite(),
        });
        self.data.model.deals.push(Deal {
            id: format!("deal-{at}").into(),
            title: Text::from("a deal"),
            parties,
            signed,
            until,
            supersedes: replaces.then(|| DealId::from(at - 1)).into_iter().collect(),
            amount: None,
            holders: Vec::new(),
            waterfall: waterfall.into_iter().collect(),
            note: None,
            sources,
        });
        let relation = RelationId::from(self.below(self.data.model.relations.len()));
        self.data.edit(relation).deal = Some(at.into());
    }

    fn product(&mut self, at: usize) {
        let company = self.company();
        let id: ProductId = self.data.product(NAMES[company.index()], "lamps", "");
        let sources = if at == 0 { Vec::new() } else { self.cite() };
        // a product without sources stands with its company
        let words = if sources.is_empty() {
            self.data.model[company].sources.clone()
        } else {
            sources.clone()
        };
        let (since, until) = (
            self.perhaps(70, &Told::Begins(of(&words))),
            self.perhaps(40, &Told::Happened(of(&words))),
        );
        let product = &mut self.data.model.products[id.index()];
        (product.since, product.until, product.sources) = (since, until, sources);
    }
}
