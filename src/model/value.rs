use serde::{Deserialize, Serialize};

use super::ids::{CompanyId, ProductId, RelationId};
use super::relation::{Asserter, Period};
use crate::values::{Money, PartialDate, Share, Text};

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
