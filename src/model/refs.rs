//! Which records a record refers to.
//!
//! Each record is taken apart by name, so that a field which is added to a record and not here fails to compile.

use super::citation::{Citation, OtherReport};
use super::company::{Company, PartOf, Product};
use super::ids::{
    CaseId, ClaimId, CompanyId, DealId, EventId, MarketId, ProductId, QuoteId, RecordId, RelationId, SourceId,
};
use super::records::{Case, Claim, Coverage, Deal, Event, Market, Quote, Source, StoryStep, Succession};
use super::relation::{Amount, Checked, Party, Relation, SourcesOf};
use super::tables::TableId;
use super::value::{Asserter, Value};
use super::waterfall::{Ending, Holder, HolderRef, Residual, Tranche};
use crate::vocab::{Field, Space, Type};

/// What is told of each reference: the table, and the position in it, which may be changed.
pub(crate) type Visit<'v> = dyn FnMut(TableId, &mut u32) + 'v;

/// Something that refers to records.
pub(super) trait Refs {
    /// Visits every reference, in the order of fields.
    fn refs(&mut self, visit: &mut Visit<'_>);
}

macro_rules! ids {
    ($($id:ident $table:ident;)+) => {
        $(impl Refs for $id {
            fn refs(&mut self, visit: &mut Visit<'_>) {
                visit(TableId::$table, &mut self.0);
            }
        })+
    };
}

ids! {
    CompanyId Companies;
    ProductId Products;
    MarketId Markets;
    SourceId Sources;
    CaseId Cases;
    DealId Deals;
    RelationId Relations;
    EventId Events;
    QuoteId Quotes;
    ClaimId Claims;
}

impl<T: Refs> Refs for Option<T> {
    fn refs(&mut self, visit: &mut Visit<'_>) {
        self.iter_mut().for_each(|one| one.refs(visit));
    }
}

impl<T: Refs> Refs for Vec<T> {
    fn refs(&mut self, visit: &mut Visit<'_>) {
        self.iter_mut().for_each(|one| one.refs(visit));
    }
}

/// A reference with something that refers to nothing.
impl<T: Refs, U> Refs for (T, U) {
    fn refs(&mut self, visit: &mut Visit<'_>) {
        self.0.refs(visit);
    }
}

/// Records of which some fields refer to others, and all the rest do not.
macro_rules! records {
    ($($record:ident { $($field:ident),+ ; $($rest:ident),* })+) => {
        $(impl Refs for $record {
            fn refs(&mut self, visit: &mut Visit<'_>) {
                let Self { $($field,)+ $($rest: _,)* } = self;
                $($field.refs(visit);)+
            }
        })+
    };
}

records! {
    Citation { source; quote, locator }
    OtherReport { sources; field, value, note }
    Company {
        part_of, products, sources;
        id, name, short, aliases, names, kind, country, founded, dissolved, ids, note
    }
    PartOf { company, sources; since, until }
    Product { company, market, sources; id, name, since, until, territories }
    Market { broader; id, name, synonyms, note }
    Source {
        publisher_company, based_on;
        id, publisher, title, short, title_basis, kind, published, url, accessed, read, read_by, read_on, archived,
        language, note
    }
    Case { about, includes, coverage, story; id, title, summary }
    Coverage { company, with; side, searched, on, found }
    StoryStep { show; title, at }
    Deal { parties, supersedes, holders, waterfall, sources; id, title, signed, until, amount, note }
    Holder { companies, sources; id, name }
    Tranche {
        shares, ending, caps, caps_sources, residual, reported_otherwise, sources;
        name, unstated, counted, effects, note
    }
    Event { case, about, disputes, refuted_by, sources; id, date, title, kind, note }
    Quote {
        case, company, about, translation_of, sources;
        id, date, speaker, role, text, original_language, wording, note
    }
    Claim { case, about, disputes, refuted_by, sources; id, text, by, date, note }
    Succession { from, to, sources; id, how, since, note }
    Party { company; role, group }
    Checked { source; on }
    Amount { part_of, sources; money, is, period, as_of, medium, whose }
    SourcesOf { until, status; }
}

impl Refs for RecordId {
    fn refs(&mut self, visit: &mut Visit<'_>) {
        match self {
            Self::Relation(id) => id.refs(visit),
            Self::Event(id) => id.refs(visit),
            Self::Quote(id) => id.refs(visit),
            Self::Claim(id) => id.refs(visit),
        }
    }
}

impl Refs for HolderRef {
    fn refs(&mut self, visit: &mut Visit<'_>) {
        match self {
            Self::Company(id) => id.refs(visit),
            Self::Class(_) => {}
        }
    }
}

impl Refs for Residual {
    fn refs(&mut self, visit: &mut Visit<'_>) {
        match self {
            Self::To(holder) => holder.refs(visit),
            Self::ProRata | Self::Unstated => {}
        }
    }
}

impl Refs for Ending {
    fn refs(&mut self, visit: &mut Visit<'_>) {
        match self {
            Self::Receives { thresholds, sources } => {
                thresholds.refs(visit);
                sources.refs(visit);
            }
            Self::Unknown => {}
        }
    }
}

impl Refs for Relation {
    fn refs(&mut self, visit: &mut Visit<'_>) {
        let fields = self.kind().fields;
        let Self {
            case,
            parties,
            checked,
            deal,
            amounts,
            total_of,
            market,
            supersedes,
            disputes,
            refuted_by,
            reported_otherwise,
            sources_of,
            sources,
            own,
            id: _,
            kind: _,
            announced: _,
            since: _,
            until: _,
            expires: _,
            observed: _,
            status: _,
            nature: _,
            cancelable: _,
            rumoured: _,
            activity: _,
            withdrawn: _,
            why: _,
            note: _,
        } = self;
        case.refs(visit);
        parties.refs(visit);
        checked.refs(visit);
        deal.refs(visit);
        amounts.refs(visit);
        total_of.refs(visit);
        market.refs(visit);
        supersedes.refs(visit);
        disputes.refs(visit);
        refuted_by.refs(visit);
        reported_otherwise.refs(visit);
        sources_of.refs(visit);
        sources.refs(visit);
        fields_refs(fields, own, visit);
    }
}

/// The references of fields that stand with their position among descriptors.
fn fields_refs(descriptors: &[Field], values: &mut [(u8, Value)], visit: &mut Visit<'_>) {
    for (at, value) in values {
        if let Some(field) = descriptors.get(usize::from(*at)) {
            value_refs(field.ty, value, visit);
        }
    }
}

fn value_refs(ty: Type, value: &mut Value, visit: &mut Visit<'_>) {
    match value {
        Value::Company(id) => id.refs(visit),
        Value::Product(id) => id.refs(visit),
        Value::Relation(id) => id.refs(visit),
        Value::Asserter(Asserter::Company(id)) => id.refs(visit),
        Value::Index(at) => {
            let table = match ty {
                Type::Ref(Space::Market) => TableId::Markets,
                Type::Ref(Space::Source) => TableId::Sources,
                Type::Ref(Space::Deal) => TableId::Deals,
                Type::Ref(Space::Case) => TableId::Cases,
                _ => unreachable!("an index is that of a market, source, deal or case"),
            };
            visit(table, at);
        }
        Value::List(items) => {
            if let Type::List(item, _) | Type::OneOrMore(item) = ty {
                items.iter_mut().for_each(|value| value_refs(*item, value, visit));
            }
        }
        Value::Record(values) => {
            if let Type::Record(descriptors) = ty {
                fields_refs(descriptors, values, visit);
            }
        }
        Value::ByCompany(entries) => {
            for (company, value) in entries {
                company.refs(visit);
                if let Type::ByCompany(item) = ty {
                    value_refs(*item, value, visit);
                }
            }
        }
        Value::Text(_)
        | Value::Flag(_)
        | Value::Date(_)
        | Value::Money(_)
        | Value::Share(_)
        | Value::Choice(_)
        | Value::Period(_)
        | Value::Asserter(Asserter::Press | Asserter::Analysts | Asserter::Regulator | Asserter::Court) => {}
    }
}

impl RecordId {
    /// Its table, and the position in it.
    #[must_use]
    pub const fn place(self) -> (TableId, u32) {
        match self {
            Self::Relation(id) => (TableId::Relations, id.0),
            Self::Event(id) => (TableId::Events, id.0),
            Self::Quote(id) => (TableId::Quotes, id.0),
            Self::Claim(id) => (TableId::Claims, id.0),
        }
    }
}
