//! The dates of records that are no relations, as they were known.

use super::knowledge::{Cited, Knowledge};
use crate::model::{Company, Deal, FormerName, Model, PartOf, Product, Source, SourceId, Succession};
use crate::values::{Interval, PartialDate};

/// The dates of a record that is no relation, as they were known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first date.
    pub from: Option<PartialDate>,
    /// The first date without it.
    pub to: Option<PartialDate>,
}

impl Dates {
    /// The time between them; `None` when they leave no day.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        Interval::between(self.from, self.to)
    }
}

impl Knowledge {
    /// When a company was founded, and when it ceased to exist: public on the day, whoever tells us of it.
    #[must_use]
    pub fn company(self, company: &Company) -> Dates {
        Dates {
            from: company.founded.filter(|date| self.reaches(*date)),
            to: company.dissolved.filter(|date| self.reaches(*date)),
        }
    }

    /// When a company took and gave up a former name: public as well.
    #[must_use]
    pub fn name(self, name: &FormerName) -> Dates {
        Dates {
            from: name.since.filter(|date| self.reaches(*date)),
            to: name.until.filter(|date| self.reaches(*date)),
        }
    }

    /// When a deal was signed, and its first day without effect.
    #[must_use]
    pub fn deal(self, model: &Model, deal: &Deal) -> Dates {
        let cited = Cited::new(model, self, &deal.sources);
        Dates {
            from: cited.happened(deal.signed),
            to: cited.happened(deal.until),
        }
    }

    /// When a product became available, and its first day without it; one without sources stands with its company.
    #[must_use]
    pub fn product(self, model: &Model, product: &Product) -> Dates {
        let cited = self.cited_for(model, product);
        Dates {
            from: cited.begun(product.since),
            to: cited.happened(product.until),
        }
    }

    /// Whether a start of a product is recorded that had not come by then.
    #[must_use]
    pub fn awaits(self, model: &Model, product: &Product) -> bool {
        product.since.is_some() && self.product(model, product).from.is_none()
    }

    /// What a product cites, or else its company.
    #[must_use]
    pub fn cited_for<'m>(self, model: &'m Model, product: &'m Product) -> Cited<'m> {
        let sources = match product.sources.as_slice() {
            [] => &model[product.company].sources,
            own => own,
        };
        Cited::new(model, self, sources)
    }

    /// When a declared membership began, and its first day without it; `None` where it was not known, or had not begun.
    #[must_use]
    pub fn membership(self, model: &Model, part: &PartOf) -> Option<Dates> {
        let cited = Cited::new(model, self, &part.sources);
        let from = cited.begun(part.since);
        let begun = cited.is_known() && part.since.is_some() == from.is_some();
        begun.then(|| Dates {
            from,
            to: cited.happened(part.until),
        })
    }

    /// The first day of the later company of a succession.
    #[must_use]
    pub fn succession(self, model: &Model, succession: &Succession) -> Option<PartialDate> {
        Cited::new(model, self, &succession.sources).happened(Some(succession.since))
    }

    /// The source that another relays, where it was published.
    #[must_use]
    pub fn relayed(self, model: &Model, source: &Source) -> Option<SourceId> {
        source.based_on.filter(|id| self.knows(model, *id))
    }

    /// The source at the end of what a source relays, itself where it relays none; a ring, which the checks report, ends where
    /// it began. Cost: the length of the chain.
    #[must_use]
    pub fn origin(self, model: &Model, source: SourceId) -> SourceId {
        let mut at = source;
        for _ in 0..model.sources.len() {
            match self.relayed(model, &model[at]) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }
}
