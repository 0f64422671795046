use serde::{Deserialize, Serialize};

use super::Model;
use super::ids::{CompanyId, ProductId, RelationId};
use crate::values::{DateRange, Money, PartialDate, Share, Text};

/// For which time an amount stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Period {
    /// Once.
    #[default]
    Once,
    /// Every year.
    PerYear,
    /// For this time.
    During(DateRange),
}

/// Who says that companies compete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Asserter {
    /// A company.
    Company(CompanyId),
    /// The press.
    Press,
    /// Analysts.
    Analysts,
    /// A regulator.
    Regulator,
    /// A court.
    Court,
}

impl Asserter {
    /// The words for those that are no company.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("press", Self::Press),
        ("analysts", Self::Analysts),
        ("regulator", Self::Regulator),
        ("court", Self::Court),
    ];

    /// The asserter that a word stands for; `None` where it is no such word, and may be a company's id.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(name, _)| *name == word)?;
        Some(found.1)
    }

    /// What contributors and data formats write: a company's id, or the word.
    #[must_use]
    pub fn written(self, model: &Model) -> &str {
        match self {
            Self::Company(id) => &model[id].id,
            other => Self::WORDS
                .iter()
                .find(|(_, of)| *of == other)
                .map_or("", |(word, _)| word),
        }
    }
}

/// The value of a field that only some relation kinds have, typed by its descriptor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A text.
    Text(Text),
    /// A flag.
    Flag(bool),
    /// A date.
    Date(PartialDate),
    /// Money.
    Money(Money),
    /// A share.
    Share(Share),
    /// The position of a word among the descriptor's choices.
    Choice(u8),
    /// A company.
    Company(CompanyId),
    /// A declared product.
    Product(ProductId),
    /// A relation.
    Relation(RelationId),
    /// The index of a source, market or deal; the descriptor says of which.
    Index(u32),
    /// Who asserts something.
    Asserter(Asserter),
    /// A period.
    Period(Period),
    /// Several values.
    List(Vec<Self>),
    /// Fields by their position in the descriptor.
    Record(Vec<(u8, Self)>),
    /// Values by company.
    ByCompany(Vec<(CompanyId, Self)>),
}

/// A product that is declared, or the name of one that is not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ProductRef<'a> {
    /// A declared product.
    Declared(ProductId),
    /// A name.
    Named(&'a Text),
}
