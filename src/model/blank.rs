//! What stands in for a record whose bytes are damaged, until whoever asked has noticed the damage.
//!
//! A blank record names nobody but the first row of a table, which is there whenever a record that must name one is: no
//! position in it leads out of a table, and no blank records lead round in a circle.

use serde::de::DeserializeOwned;

use super::company::{Company, Product};
use super::ids::{CaseId, CompanyId};
use super::records::{Case, Claim, Deal, Event, Market, Quote, Source, Succession};
use super::relation::Relation;
use crate::values::{PartialDate, Str, Text};
use crate::vocab::{EventKind, SuccessionAs};

/// A record that says nothing.
pub(crate) trait Blank: Sized {
    fn blank() -> Self;
}

/// A record of zeros: nothing in lists and texts, nothing where there may be nothing, the first word of every choice.
fn zeros<T: DeserializeOwned>() -> T {
    postcard::from_bytes(&[0; 256]).expect("every field can be nothing")
}

macro_rules! of_zeros {
    ($($record:ident),+) => {
        $(impl Blank for $record {
            fn blank() -> Self {
                zeros()
            }
        })+
    };
}

of_zeros!(Company, Product, Market, Source, Case, Deal, Relation, Quote, Claim);

impl Blank for Event {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            case: CaseId(0),
            // a date cannot be nothing
            date: PartialDate::FIRST,
            about: Vec::new(),
            title: Text::from(Str::default()),
            kind: EventKind::Other,
            note: None,
            disputes: Vec::new(),
            refuted_by: Vec::new(),
            sources: Vec::new(),
        }
    }
}

impl Blank for Succession {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            from: CompanyId(0),
            to: CompanyId(0),
            how: SuccessionAs::SpinOff,
            since: PartialDate::FIRST,
            note: None,
            sources: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_can_be_blank_and_then_says_nothing() {
        let (company, product, market) = (Company::blank(), Product::blank(), Market::blank());
        let (source, case, deal) = (Source::blank(), Case::blank(), Deal::blank());
        let (relation, event, quote) = (Relation::blank(), Event::blank(), Quote::blank());
        let (claim, succession) = (Claim::blank(), Succession::blank());
        assert!(company.id.is_empty() && company.part_of.is_empty() && company.products.is_empty());
        assert!(product.id.is_empty() && market.broader.is_none() && source.based_on.is_none());
        assert!(case.story.is_empty() && deal.waterfall.is_empty() && relation.parties.is_empty());
        assert!(event.about.is_empty() && quote.translation_of.is_none() && claim.disputes.is_empty());
        assert_eq!(succession.from, succession.to);
    }
}
