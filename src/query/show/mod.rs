//! `show ID`: one record of any sort, with everything that is recorded about it.

mod company;
mod find;
mod kind;
mod others;
mod request;
mod table;
#[cfg(test)]
mod tests;
mod wire;

use crate::judge::View;
use crate::lang::Lang;
use crate::model::{
    CaseId, ClaimId, CompanyId, DealId, EventId, MarketId, Model, ProductId, QuoteId, RelationId, SourceId,
    SuccessionId,
};
use crate::tell::fields::Teller;
pub use crate::tell::fields::{Fact, Field, Record, Support};
use crate::tell::words::Words;
use crate::vocab::KINDS;

pub use request::Request;
pub use table::{candidates, table};
pub use wire::{Answer, CandidateWire, FactWire, FieldWire, RecordWire, SupportWire, wire};

/// A record of any sort, or a relation kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A company.
    Company(CompanyId),
    /// A market.
    Market(MarketId),
    /// A case.
    Case(CaseId),
    /// A deal.
    Deal(DealId),
    /// A source.
    Source(SourceId),
    /// A product.
    Product(ProductId),
    /// A relation.
    Relation(RelationId),
    /// An event.
    Event(EventId),
    /// A quote.
    Quote(QuoteId),
    /// A claim.
    Claim(ClaimId),
    /// A succession.
    Succession(SuccessionId),
    /// A relation kind, as a position in [`KINDS`].
    Kind(usize),
}

/// A record that may have been meant.
pub type Candidate = Subject;

impl Subject {
    /// The words for sorts, which may stand before an id: `company:stake`.
    pub const SORTS: [&'static str; 12] = [
        "company",
        "market",
        "case",
        "deal",
        "source",
        "product",
        "relation",
        "event",
        "quote",
        "claim",
        "succession",
        "kind",
    ];

    /// The word for its sort.
    #[must_use]
    pub const fn sort(self) -> &'static str {
        match self {
            Self::Company(_) => "company",
            Self::Market(_) => "market",
            Self::Case(_) => "case",
            Self::Deal(_) => "deal",
            Self::Source(_) => "source",
            Self::Product(_) => "product",
            Self::Relation(_) => "relation",
            Self::Event(_) => "event",
            Self::Quote(_) => "quote",
            Self::Claim(_) => "claim",
            Self::Succession(_) => "succession",
            Self::Kind(_) => "kind",
        }
    }

    /// Its id: of a record in a case `case/id`, of a kind its name.
    #[must_use]
    pub fn id(self, model: &Model) -> &str {
        match self {
            Self::Company(id) => &model[id].id,
            Self::Market(id) => &model[id].id,
            Self::Case(id) => &model[id].id,
            Self::Deal(id) => &model[id].id,
            Self::Source(id) => &model[id].id,
            Self::Product(id) => &model[id].id,
            Self::Relation(id) => &model[id].id,
            Self::Event(id) => &model[id].id,
            Self::Quote(id) => &model[id].id,
            Self::Claim(id) => &model[id].id,
            Self::Succession(id) => &model[id].id,
            Self::Kind(at) => KINDS[at].name,
        }
    }
}

/// What an id names.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// One record.
    One(Subject),
    /// Several, by sort and position.
    Many(Vec<Candidate>),
    /// None; the nearest, best first.
    None(Vec<Candidate>),
}

/// Finds the record called `id`: by its id, by a record's id without its case, or by a name or title.
#[must_use]
pub fn find(model: &Model, id: &str) -> Found {
    find::find(model, id)
}

/// Tells everything that is recorded about a record, in `lang`. Nothing is left out for the scope's filters; its time says
/// what holds, its state of knowledge what is known.
#[must_use]
pub fn show(view: &View<'_>, subject: Subject, lang: Lang) -> Record {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let teller = Teller { view, words };
    match subject {
        Subject::Company(id) => teller.company(id),
        Subject::Relation(id) => teller.relation(id),
        Subject::Kind(at) => kind::record(KINDS[at], lang),
        Subject::Market(id) => teller.market(id),
        Subject::Case(id) => teller.case(id),
        Subject::Deal(id) => teller.deal(id),
        Subject::Source(id) => teller.source(id),
        Subject::Product(id) => teller.product(id),
        Subject::Event(id) => teller.event(id),
        Subject::Quote(id) => teller.quote(id),
        Subject::Claim(id) => teller.claim(id),
        Subject::Succession(id) => teller.succession(id),
    }
}
