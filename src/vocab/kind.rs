use serde::{Deserialize, Serialize};

use super::choices::CooperationForm;
use super::field::{Field, Type};
use crate::lang::Phrase;

/// Which side of the question "competes or cooperates?" a tie stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The parties work together.
    Cooperation,
    /// The parties are rivals in a market.
    Competition,
    /// The parties are at law; shown, and never makes anyone a competitor.
    Conflict,
    /// Shown, and counts for no side.
    Neutral,
}

/// How the side of a tie is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideRule {
    /// Always the same side.
    Always(Side),
    /// Cooperation from 5 % or with control, else neutral.
    Stake,
}

/// How long a tie is believed without a fresh look, in years; then it holds as *presumed*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// A state of affairs: 5 years.
    State,
    /// A contract for a term: 3 years.
    Term,
    /// Happens on one day.
    Point,
}

impl Lasts {
    /// Years after which a tie without known end reads as presumed; `None` for points, which hold on their day.
    #[must_use]
    pub const fn years(self) -> Option<u32> {
        match self {
            Self::State => Some(5),
            Self::Term => Some(3),
            Self::Point => None,
        }
    }
}

/// What one end is to the other in the value net of Brandenburger and Nalebuff (1996), with capital and governance added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Net {
    /// Buys from it.
    Customer,
    /// Sells to it.
    Supplier,
    /// Makes its products worth more.
    Complementor,
    /// Makes its products worth less.
    Competitor,
    /// Gives or takes capital.
    Capital,
    /// Has a say in it, or the reverse.
    Governance,
    /// None of these.
    None,
}

/// Kinds that look alike in pictures and stand together in documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Investments, stakes, loans, ventures.
    Capital,
    /// Supply and cloud services.
    Supply,
    /// Licences, integrations, complements.
    Technology,
    /// Distribution.
    Channel,
    /// Alliances and memberships.
    Alliance,
    /// Competitive overlaps.
    Competition,
    /// Lawsuits and proceedings.
    Conflict,
}

/// How many companies a role takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arity {
    /// One, written as a scalar.
    One,
    /// A list with at least so many.
    Many(usize),
}

/// The part that companies play in a relation, and the field that names them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Role {
    /// The field.
    pub name: &'static str,
    /// How many companies.
    pub arity: Arity,
    /// Whether a record without it is an error.
    pub required: bool,
    /// What it means, one sentence.
    pub doc: &'static str,
}

impl Role {
    /// The role as a field of the record.
    #[must_use]
    pub const fn field(&self) -> Field {
        const COMPANY: Type = Type::Ref(super::field::Space::Company);
        let ty = match self.arity {
            Arity::One => COMPANY,
            Arity::Many(least) => Type::List(&COMPANY, least),
        };
        Field {
            name: self.name,
            ty,
            required: self.required,
            doc: self.doc,
        }
    }
}

/// How a relation becomes ties between two companies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// The role at one end, as a position in [`Kind::roles`].
    pub from: usize,
    /// The role at the other end; equal to `from` where all parties of a role are tied to each other.
    pub to: usize,
    /// The side.
    pub side: SideRule,
    /// What an answer about the `from` end says: "invests in".
    pub from_verb: Phrase,
    /// What an answer about the `to` end says: "has investor".
    pub to_verb: Phrase,
    /// What the `to` end is to the `from` end, and the reverse.
    pub net: (Net, Net),
}

impl Projection {
    /// Whether both ends play the same role.
    #[must_use]
    pub const fn is_symmetric(&self) -> bool {
        self.from == self.to
    }
}

/// Between which roles money moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyFlow {
    /// The kind moves no money.
    None,
    /// Once, when it begins, from one role to another, as positions in [`Kind::roles`].
    Once(usize, usize),
    /// As long as it lasts, from one role to another.
    Between(usize, usize),
    /// From one role to another, and only what was called: what may be called is a promise.
    OnCall(usize, usize),
    /// The mode of a distribution says who pays.
    ByMode,
}

impl MoneyFlow {
    /// From which role to which money moves, as positions in [`Kind::roles`]; `None` where none does, or the kind alone does not
    /// say.
    #[must_use]
    pub const fn roles(self) -> Option<(usize, usize)> {
        match self {
            Self::Once(from, to) | Self::Between(from, to) | Self::OnCall(from, to) => Some((from, to)),
            Self::None | Self::ByMode => None,
        }
    }
}

/// One relation kind: a row of [`KINDS`](super::KINDS).
#[derive(Debug)]
pub struct Kind {
    /// The section of a data file, plural.
    pub section: &'static str,
    /// The kind, singular; stable in JSON.
    pub name: &'static str,
    /// How answers call it.
    pub label: Phrase,
    /// What it records, one or two sentences.
    pub doc: &'static str,
    /// Its parties.
    pub roles: &'static [Role],
    /// The ties it stands for.
    pub ties: &'static [Projection],
    /// How long it is believed without a fresh look.
    pub lasts: Lasts,
    /// Where its money goes.
    pub money: MoneyFlow,
    /// Its family.
    pub family: Family,
    /// By what it binds those who cooperate; `None` where it makes nobody cooperate.
    pub form: Option<CooperationForm>,
    /// Fields of its own, beside [`COMMON`](super::COMMON).
    pub fields: &'static [Field],
    /// Fields, own or common, that say what is between the parties, and so stand before the dates.
    pub first: &'static [&'static str],
    /// An annotated record, as it would stand in a file.
    pub example: &'static str,
}

impl Kind {
    /// Every field that a record of this kind may have, in the house order: `id`, who, what, when, then the rest.
    pub fn all_fields(&self) -> impl Iterator<Item = Field> + '_ {
        let (dates, common) = super::COMMON.split_at(super::common::DATES);
        let others = move || self.fields.iter().chain(common);
        let is_first = |field: &&Field| self.first.contains(&field.name);
        let what = self
            .first
            .iter()
            .filter_map(move |name| others().find(|field| field.name == *name));
        std::iter::once(super::common::ID)
            .chain(self.roles.iter().map(Role::field))
            .chain(what.copied())
            .chain(dates.iter().copied())
            .chain(others().filter(move |field| !is_first(field)).copied())
    }

    /// The field called `name`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Field> {
        self.all_fields().find(|field| field.name == name)
    }

    /// The projection at a position of [`Kind::ties`]; the first one, which every kind has, where there is none.
    ///
    /// Ties are stored apart from their relations. When the record of one is damaged, a blank one of another kind stands in
    /// for it until the damage is noticed.
    #[must_use]
    pub fn projection(&self, at: u8) -> &'static Projection {
        self.ties.get(usize::from(at)).unwrap_or(&self.ties[0])
    }

    /// The position of the role called `name`.
    #[must_use]
    pub fn role(&self, name: &str) -> Option<usize> {
        self.roles.iter().position(|role| role.name == name)
    }
}
