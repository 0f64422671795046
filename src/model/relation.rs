use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::citation::{Citation, OtherReport};
use super::ids::{CaseId, CompanyId, DealId, MarketId, RecordId, RelationId, SourceId};
use super::value::{Asserter, Period, ProductRef, Value};
use crate::values::{Money, PartialDate, Share, Str, Text};
use crate::vocab::{
    AcquisitionScope, AmountIs, Control, FieldName, KINDS, Kind, KindName, Medium, Nature, Projection, Side, SideRule,
    StakeBasis, Status, Type, ValueActivity, Words,
};

/// A start or end: a date, or known only to lie somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moment {
    /// On this date.
    On(PartialDate),
    /// Nobody knows when.
    Unknown,
}

impl Moment {
    /// The date, where it is known.
    #[must_use]
    pub const fn date(self) -> Option<PartialDate> {
        match self {
            Self::On(date) => Some(date),
            Self::Unknown => None,
        }
    }
}

/// A company in a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The role, as a position in [`Kind::roles`].
    pub role: u8,
    /// The company.
    pub company: CompanyId,
    /// In a symmetric relation of two groups: which group; ties run between groups only. 0 where there are none.
    pub group: u8,
}

/// The last time a relation was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// For which day.
    pub on: PartialDate,
    /// By which source.
    pub source: SourceId,
}

/// Of several payers, whose an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// One sum of all of them.
    Together,
    /// So much by each.
    Each,
}

/// A sum of money in a relation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// How much.
    pub money: Money,
    /// What it is an amount of.
    pub is: AmountIs,
    /// For which time.
    pub period: Period,
    /// For which day the figure was given.
    pub as_of: Option<PartialDate>,
    /// The relation whose amount contains this one.
    pub part_of: Option<RelationId>,
    /// In what it was given.
    pub medium: Option<Medium>,
    /// With several payers: whose it is; one sum of all of them where it is not said.
    pub whose: Option<Whose>,
    /// On whose word, where the record says so of this amount.
    pub sources: Vec<Citation>,
}

impl Amount {
    /// An amount of which no more is said.
    #[must_use]
    pub const fn new(money: Money, is: AmountIs) -> Self {
        Self {
            money,
            is,
            period: Period::Once,
            as_of: None,
            part_of: None,
            medium: None,
            whose: None,
            sources: Vec::new(),
        }
    }
}

/// Sources of single fields of a relation; those of an amount stand with the [`Amount`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourcesOf {
    /// On whose word it ended then.
    pub until: Vec<Citation>,
    /// On whose word it got so far.
    pub status: Vec<Citation>,
}

/// Somebody's statement that companies compete.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assertion {
    /// Who.
    pub by: Asserter,
    /// When.
    pub on: Option<PartialDate>,
    /// Where.
    pub source: SourceId,
}

/// A relation: a record with parties in roles, a time, terms and sources. Its ties are a projection of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// `case/id`.
    pub id: Str,
    /// Its case.
    pub case: CaseId,
    /// Its kind, as a position in [`KINDS`].
    pub kind: u8,
    /// Its parties, by role and then as written.
    pub parties: Vec<Party>,
    /// When it was signed or made public.
    pub announced: Option<PartialDate>,
    /// The first day it holds.
    pub since: Option<Moment>,
    /// The first day it no longer holds.
    pub until: Option<Moment>,
    /// The contractual end.
    pub expires: Option<PartialDate>,
    /// Dates at which it was seen to hold.
    pub observed: Vec<PartialDate>,
    /// When it was last verified.
    pub checked: Option<Checked>,
    /// How far it got.
    pub status: Status,
    /// What binds the parties.
    pub nature: Nature,
    /// Whether a party may leave.
    pub cancelable: bool,
    /// Whether the source calls it a rumour.
    pub rumoured: bool,
    /// The deal it is part of.
    pub deal: Option<DealId>,
    /// Its amounts.
    pub amounts: Vec<Amount>,
    /// Relations whose amounts it repeats.
    pub total_of: Vec<RelationId>,
    /// The market it concerns.
    pub market: Option<MarketId>,
    /// Which activity it touches.
    pub activity: Option<ValueActivity>,
    /// Earlier terms that it replaces.
    pub supersedes: Vec<RelationId>,
    /// Records that say otherwise.
    pub disputes: Vec<RecordId>,
    /// Records that show it to be wrong.
    pub refuted_by: Vec<RecordId>,
    /// Other values for single fields.
    pub reported_otherwise: Vec<OtherReport>,
    /// When it was withdrawn.
    pub withdrawn: Option<PartialDate>,
    /// Why it was withdrawn.
    pub why: Option<Text>,
    /// What it is, one sentence.
    pub note: Option<Text>,
    /// On whose word.
    pub sources: Vec<Citation>,
    /// On whose word single fields are, where the record says so.
    pub sources_of: SourcesOf,
    /// Fields of its kind, by their position in [`Kind::fields`].
    pub own: Vec<(u8, Value)>,
}

impl Relation {
    /// Its row in [`KINDS`].
    #[must_use]
    pub fn kind(&self) -> &'static Kind {
        KINDS[usize::from(self.kind)]
    }

    /// Whether it was carried out or binds, and was not called off or broken off before it began.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        let never_began = matches!(self.status, Status::Cancelled | Status::Terminated)
            && self.since.is_none()
            && self.observed.is_empty();
        self.status.is_settled() && !never_began
    }

    /// The name of its kind.
    #[must_use]
    pub fn kind_name(&self) -> KindName {
        KindName::at(usize::from(self.kind))
    }

    /// The companies in a role, given as a position in [`Kind::roles`].
    pub fn in_role(&self, role: usize) -> impl Iterator<Item = CompanyId> {
        self.parties
            .iter()
            .filter(move |party| usize::from(party.role) == role)
            .map(|party| party.company)
    }

    /// The role in which several companies share an amount or give each so much, as a position in [`Kind::roles`]: the one
    /// that pays, or where nobody does the one with most companies. `None` where there is only one in it.
    #[must_use]
    pub fn payers(&self) -> Option<u8> {
        let role = match self.kind().money.roles() {
            Some((from, _)) => from,
            None => (0..self.kind().roles.len())
                .max_by_key(|role| (self.in_role(*role).count(), std::cmp::Reverse(*role)))?,
        };
        u8::try_from(role).ok().filter(|_| self.in_role(role).count() > 1)
    }

    /// The value of a field of its kind.
    #[must_use]
    pub fn own(&self, field: FieldName) -> Option<&Value> {
        self.own_at(field.position(self.kind)?)
    }

    /// The value of the field at a position of its kind's own.
    #[must_use]
    pub fn own_at(&self, position: u8) -> Option<&Value> {
        let mut own = self.own.iter();
        own.find(|(at, _)| *at == position).map(|(_, value)| value)
    }

    /// What is cited for one of its amounts: what the amount cites itself, or else what the record does.
    #[must_use]
    pub fn cited_for<'a>(&'a self, amount: &'a Amount) -> &'a [Citation] {
        if amount.sources.is_empty() {
            &self.sources
        } else {
            &amount.sources
        }
    }

    /// Whether a position of its kind's own fields is that of a field.
    #[must_use]
    pub fn is_field(&self, position: u8, field: FieldName) -> bool {
        field.position(self.kind) == Some(position)
    }

    /// Whether it is of a kind.
    #[must_use]
    pub fn is(&self, kind: KindName) -> bool {
        usize::from(self.kind) == kind.index()
    }

    /// The value of a choice of its kind, as its type.
    #[must_use]
    pub fn choice<T: Words>(&self, field: FieldName) -> Option<T> {
        match self.own(field)? {
            Value::Choice(at) => T::at(usize::from(*at)),
            _ => None,
        }
    }

    /// The share of a stake or revenue share.
    #[must_use]
    pub fn share(&self) -> Option<&Share> {
        match self.own(FieldName::SHARE)? {
            Value::Share(share) => Some(share),
            _ => None,
        }
    }

    /// Whether a stake controls the company: said so, or surely over half, unless that is said to be of the economic interest.
    #[must_use]
    pub fn controls(&self) -> bool {
        match self.choice::<Control>(FieldName::CONTROL) {
            Some(Control::None) => false,
            Some(_) => true,
            None => {
                self.choice::<StakeBasis>(FieldName::BASIS) != Some(StakeBasis::Economic)
                    && self.share().is_some_and(|share| share.surely_over(Decimal::from(50)))
            }
        }
    }

    /// How much of the target an acquisition takes.
    #[must_use]
    pub fn scope(&self) -> AcquisitionScope {
        self.choice(FieldName::SCOPE).unwrap_or(AcquisitionScope::Whole)
    }

    /// The text of a field of its kind.
    #[must_use]
    pub fn text(&self, field: FieldName) -> Option<&Text> {
        match self.own(field)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The label of a choice of its kind's field.
    #[must_use]
    pub fn label(&self, field: FieldName) -> Option<crate::lang::Phrase> {
        let ty = self.kind().fields[usize::from(field.position(self.kind)?)].ty;
        match (ty, self.own(field)?) {
            (Type::Choice(choices), Value::Choice(at)) => choices.get(usize::from(*at)).map(|choice| choice.label),
            _ => None,
        }
    }

    /// The flag of its kind's field; unset is false.
    #[must_use]
    pub fn flag(&self, field: FieldName) -> bool {
        matches!(self.own(field), Some(Value::Flag(true)))
    }

    /// The products it names: `product`, `products`, `service` and `builds_on`.
    #[must_use]
    pub fn products(&self) -> Vec<ProductRef<'_>> {
        let mut found = Vec::new();
        for field in [
            FieldName::PRODUCTS,
            FieldName::PRODUCT,
            FieldName::SERVICE,
            FieldName::BUILDS_ON,
        ] {
            match self.own(field) {
                Some(Value::List(items)) => found.extend(items.iter().filter_map(product_ref)),
                Some(value) => found.extend(product_ref(value)),
                None => {}
            }
        }
        found
    }

    /// Who was the first to name the parties rivals, as far as the record knows.
    #[must_use]
    pub fn named(&self) -> Option<Assertion> {
        self.own(FieldName::NAMED).and_then(assertion)
    }

    /// In which countries the parties compete, ISO 3166-1 alpha-2; not said where empty.
    #[must_use]
    pub fn territories(&self) -> Vec<&str> {
        let Some(Value::List(items)) = self.own(FieldName::TERRITORIES) else {
            return Vec::new();
        };
        let codes = items.iter().filter_map(|item| match item {
            Value::Text(code) => code.plain(),
            _ => None,
        });
        codes.collect()
    }

    /// Who says that the parties compete.
    #[must_use]
    pub fn asserted(&self) -> Vec<Assertion> {
        let Some(Value::List(items)) = self.own(FieldName::ASSERTED) else {
            return Vec::new();
        };
        items.iter().filter_map(assertion).collect()
    }

    /// The side of one of its ties.
    #[must_use]
    pub fn side(&self, tie: &Projection) -> Side {
        match tie.side {
            SideRule::Always(side) => side,
            SideRule::Stake => {
                let notable = self
                    .share()
                    .is_some_and(|share| share.surely_at_least(Decimal::from(5)));
                if notable || self.controls() {
                    Side::Cooperation
                } else {
                    Side::Neutral
                }
            }
        }
    }

    /// The pairs of companies that one of its ties stands for, each once.
    #[must_use]
    pub fn pairs(&self, tie: &Projection) -> Vec<(CompanyId, CompanyId)> {
        let ends = |role: usize| {
            self.parties
                .iter()
                .enumerate()
                .filter(move |(_, p)| usize::from(p.role) == role)
        };
        let mut pairs = Vec::new();
        for (i, a) in ends(tie.from) {
            for (j, b) in ends(tie.to) {
                let apart = !tie.is_symmetric() || (i < j && (a.group == 0 || a.group != b.group));
                if apart && a.company != b.company {
                    pairs.push((a.company, b.company));
                }
            }
        }
        pairs
    }
}

fn product_ref(value: &Value) -> Option<ProductRef<'_>> {
    match value {
        Value::Product(id) => Some(ProductRef::Declared(*id)),
        Value::Text(text) => Some(ProductRef::Named(text)),
        _ => None,
    }
}

/// Reads `named` or a record of `asserted`, whose descriptors have the fields `by`, `on`, `source` in this order.
fn assertion(value: &Value) -> Option<Assertion> {
    let Value::Record(fields) = value else { return None };
    let field = |at: u8| {
        fields
            .iter()
            .find(|(position, _)| *position == at)
            .map(|(_, value)| value)
    };
    let by = match field(0)? {
        Value::Asserter(by) => *by,
        _ => return None,
    };
    let on = match field(1) {
        Some(Value::Date(date)) => Some(*date),
        _ => None,
    };
    match field(2)? {
        Value::Index(source) => Some(Assertion {
            by,
            on,
            source: SourceId(*source),
        }),
        _ => None,
    }
}
