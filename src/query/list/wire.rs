//! The answer as JSON. These types are promises: the model may change under them.

use serde::Serialize;

use super::{CaseItem, CompanyItem, Counts, DealItem, Listing, MarketItem, Of, RelationItem, SourceItem};
use crate::derived::Standing;
use crate::graph::Presence;
use crate::judge::View;
use crate::lang::Lang;
use crate::model::{CompanyId, Model};
use crate::request::Told;
use crate::tell::money_wire::MoneyWire;
use crate::tell::record::{main_side, published};
use crate::tell::sentence::sentence;
use crate::tell::wire::{AmountWire, moment};
use crate::tell::words::Words;
use crate::vocab::{CompanyKind, Confidence, KindName, RoleName, Side, SourceKind, Status};

/// A list as JSON, `frenemy/list/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// `companies`, `cases`, `markets`, `sources`, `relations`, `deals` or `due` (relations); says which items these are.
    pub of: Of,
    /// The items, by id; markets in the order of the tree; what is due, the longest overdue first.
    pub items: Vec<ItemWire>,
}

impl Told for Answer {
    const NAME: &'static str = "list";
}

/// One item of a list.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum ItemWire {
    /// A company.
    Company(CompanyWire),
    /// A case.
    Case(CaseWire),
    /// A market.
    Market(MarketWire),
    /// A source.
    Source(SourceWire),
    /// A relation.
    Relation(RelationWire),
    /// A deal.
    Deal(DealWire),
}

/// A company in a list.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CompanyWire {
    /// Its id.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// What sort of party it is.
    pub kind: CompanyKind,
    /// ISO 3166-1 alpha-2 of its seat.
    pub country: Option<String>,
    /// Its relations within the filters, at whatever time.
    pub relations: usize,
    /// Those of them that count and surely hold at the asked time.
    pub holding: usize,
    /// Those of them that count and are presumed to hold then.
    pub presumed: usize,
    /// Those of them that count and may hold then.
    pub maybe: usize,
    /// Its parents at the asked time.
    pub part_of: Vec<ParentWire>,
}

/// A parent of a company.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct ParentWire {
    /// Its id.
    pub company: String,
    /// `yes` or `maybe`.
    pub holds: Presence,
}

/// A case in a list.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CaseWire {
    /// Its id.
    pub id: String,
    /// Its title in the language asked for.
    pub title: String,
    /// Whom it is about.
    pub companies: Vec<String>,
    /// Its relations within the filters, at whatever time.
    pub relations: usize,
    /// Those of them that count and surely hold at the asked time.
    pub holding: usize,
    /// Those of them that count and are presumed to hold then.
    pub presumed: usize,
    /// Those of them that count and may hold then.
    pub maybe: usize,
    /// The earliest date in it.
    pub from: Option<String>,
    /// The latest date in it.
    pub to: Option<String>,
    /// Whether some relation of it holds and has no known end.
    pub open: bool,
}

/// A market in a list.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct MarketWire {
    /// Its id.
    pub id: String,
    /// Its name in the language asked for.
    pub name: String,
    /// The market that contains it.
    pub broader: Option<String>,
    /// How deep it stands in the tree that is listed.
    pub depth: usize,
    /// Companies that compete in it or in a narrower market at the asked time.
    pub companies: Vec<String>,
}

/// A source in a list.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SourceWire {
    /// Its id.
    pub id: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its title.
    pub title: String,
    /// What sort of document it is.
    pub kind: SourceKind,
    /// When it was published: a date, or a range `FROM/TO`.
    pub published: Option<String>,
    /// How many records cite it within the scope.
    pub cited_by: usize,
    /// Its address.
    pub url: Option<String>,
}

/// A relation in a list.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct RelationWire {
    /// `case/id`.
    pub id: String,
    /// Its kind.
    pub kind: KindName,
    /// Its side.
    pub side: Side,
    /// What it says, in the language asked for.
    pub says: String,
    /// Its parties by role.
    pub parties: Vec<PartyWire>,
    /// The market it concerns.
    pub market: Option<String>,
    /// The first day it holds, at its own precision; `unknown`, or `null` where the record has none.
    pub since: Option<String>,
    /// The first day it no longer holds, at its own precision; `unknown`, or `null` where no end is known.
    pub until: Option<String>,
    /// `yes`, `maybe` or `presumed`.
    pub holds: Presence,
    /// Its amounts as recorded, totals and their parts alike.
    pub amounts: Vec<AmountWire>,
    /// Relations whose amounts it repeats; it is never added to them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub total_of: Vec<String>,
    /// How far it got.
    pub status: Status,
    /// Whether it counts, and why not.
    pub standing: Standing,
    /// The grade of its support.
    pub confidence: Option<Confidence>,
    /// Its sources' ids.
    pub sources: Vec<String>,
}

/// A company in a role.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PartyWire {
    /// The role.
    pub role: RoleName,
    /// The company's id.
    pub company: String,
}

/// A deal in a list.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DealWire {
    /// Its id.
    pub id: String,
    /// Its title in the language asked for.
    pub title: String,
    /// Who signed.
    pub parties: Vec<String>,
    /// When it was signed.
    pub signed: Option<String>,
    /// The first day it no longer holds.
    pub until: Option<String>,
    /// Its size as the parties give it.
    pub amount: Option<MoneyWire>,
    /// Relations that are part of it within the filters, at whatever time.
    pub relations: usize,
    /// Those of them that count and surely hold at the asked time.
    pub holding: usize,
    /// Those of them that count and are presumed to hold then.
    pub presumed: usize,
    /// Those of them that count and may hold then.
    pub maybe: usize,
}

/// The list on the wire, texts in `lang`.
#[must_use]
pub fn wire(view: &View<'_>, listing: &Listing, lang: Lang) -> Answer {
    let writer = Writer {
        view,
        model: view.model(),
        lang,
    };
    let items = match listing {
        Listing::Companies(items) => items.iter().map(|item| writer.company(item)).collect(),
        Listing::Cases(items) => items.iter().map(|item| writer.case(item)).collect(),
        Listing::Markets(items) => items.iter().map(|item| writer.market(item)).collect(),
        Listing::Sources(items) => items.iter().map(|item| writer.source(item)).collect(),
        Listing::Relations(items) | Listing::Due(items) => items.iter().map(|item| writer.relation(item)).collect(),
        Listing::Deals(items) => items.iter().map(|item| writer.deal(item)).collect(),
    };
    Answer {
        of: listing.of(),
        items,
    }
}

struct Writer<'a> {
    view: &'a View<'a>,
    model: &'a Model,
    lang: Lang,
}

impl Writer<'_> {
    fn ids(&self, companies: &[CompanyId]) -> Vec<String> {
        companies.iter().map(|id| self.model[*id].id.to_string()).collect()
    }

    fn company(&self, item: &CompanyItem) -> ItemWire {
        let company = &self.model[item.company];
        let Counts { recorded, holding } = item.relations;
        let parents = item.part_of.iter().map(|(id, presence)| ParentWire {
            company: self.model[*id].id.to_string(),
            holds: *presence,
        });
        ItemWire::Company(CompanyWire {
            id: company.id.to_string(),
            name: company.label().to_owned(),
            kind: company.kind,
            country: company.country.clone().map(String::from),
            relations: recorded,
            holding: holding.surely,
            presumed: holding.presumed,
            maybe: holding.maybe,
            part_of: parents.collect(),
        })
    }

    fn case(&self, item: &CaseItem) -> ItemWire {
        let case = &self.model[item.case];
        let Counts { recorded, holding } = item.relations;
        ItemWire::Case(CaseWire {
            id: case.id.to_string(),
            title: case.title.get(self.lang.code()).to_owned(),
            companies: self.ids(&case.about),
            relations: recorded,
            holding: holding.surely,
            presumed: holding.presumed,
            maybe: holding.maybe,
            from: item.from.map(|date| date.to_string()),
            to: item.to.map(|date| date.to_string()),
            open: item.open,
        })
    }

    fn market(&self, item: &MarketItem) -> ItemWire {
        let market = &self.model[item.market];
        ItemWire::Market(MarketWire {
            id: market.id.to_string(),
            name: market.name.get(self.lang.code()).to_owned(),
            broader: market.broader.map(|id| self.model[id].id.to_string()),
            depth: item.depth,
            companies: self.ids(&item.companies),
        })
    }

    fn source(&self, item: &SourceItem) -> ItemWire {
        let source = &self.model[item.source];
        ItemWire::Source(SourceWire {
            id: source.id.to_string(),
            publisher: source.publisher.clone().map(String::from),
            title: source.title.to_string(),
            kind: source.kind,
            published: Some(published(source)).filter(|text| !text.is_empty()),
            cited_by: item.records,
            url: source.url.clone().map(String::from),
        })
    }

    fn relation(&self, item: &RelationItem) -> ItemWire {
        let relation = &self.model[item.chosen.relation];
        let words = Words {
            graph: self.view.graph,
            lang: self.lang,
            last: self.view.scope.asked.last_day(),
        };
        let known = self.view.graph.relation(item.chosen.relation);
        let parties = relation.parties.iter().map(|party| PartyWire {
            role: RoleName::of(&relation.kind().roles[usize::from(party.role)]),
            company: self.model[party.company].id.to_string(),
        });
        ItemWire::Relation(RelationWire {
            id: relation.id.to_string(),
            kind: relation.kind_name(),
            side: main_side(relation),
            says: sentence(words, relation),
            parties: parties.collect(),
            market: relation.market.map(|id| self.model[id].id.to_string()),
            since: known.since().map(moment),
            until: known.until().map(moment),
            holds: item.chosen.presence,
            amounts: known
                .amounts()
                .map(|(_, amount)| AmountWire::of(relation, amount))
                .collect(),
            total_of: relation
                .total_of
                .iter()
                .map(|id| self.model[*id].id.to_string())
                .collect(),
            status: relation.status,
            standing: item.chosen.standing,
            confidence: item.confidence,
            sources: item.sources.iter().map(|id| self.model[*id].id.to_string()).collect(),
        })
    }

    fn deal(&self, item: &DealItem) -> ItemWire {
        let deal = &self.model[item.deal];
        let dates = self.view.graph.known().deal(self.model, deal);
        let Counts { recorded, holding } = item.relations;
        ItemWire::Deal(DealWire {
            id: deal.id.to_string(),
            title: deal.title.get(self.lang.code()).to_owned(),
            parties: self.ids(&deal.parties),
            signed: dates.from.map(|date| date.to_string()),
            until: dates.to.map(|date| date.to_string()),
            amount: deal.amount.map(MoneyWire::of),
            relations: recorded,
            holding: holding.surely,
            presumed: holding.presumed,
            maybe: holding.maybe,
        })
    }
}
