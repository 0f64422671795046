//! What stands in for a record whose bytes are damaged, until whoever asked has noticed the damage.
//!
//! A blank record names nobody but the first row of each table, which is there whenever a record that must name one is: no
//! position in it leads out of a table, and no two blank records lead round in a circle.

use super::company::{Company, Identifiers, Product};
use super::ids::{CaseId, CompanyId, MarketId};
use super::records::{Case, Claim, Deal, Event, Market, Quote, Source, Succession};
use super::relation::{Relation, SourcesOf};
use crate::values::{PartialDate, Str, Text};
use crate::vocab::{CompanyKind, EventKind, Nature, SourceKind, Status, SuccessionAs, TitleBasis};

/// A record that says nothing.
pub(crate) trait Blank {
    fn blank() -> Self;
}

fn text() -> Text {
    Text::from(Str::default())
}

impl Blank for Company {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            name: Str::default(),
            short: None,
            aliases: Vec::new(),
            names: Vec::new(),
            kind: CompanyKind::Company,
            country: None,
            founded: None,
            dissolved: None,
            part_of: Vec::new(),
            ids: Identifiers::default(),
            products: Vec::new(),
            note: None,
            sources: Vec::new(),
        }
    }
}

impl Blank for Product {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            company: CompanyId(0),
            name: Str::default(),
            market: MarketId(0),
            territories: Vec::new(),
            since: None,
            until: None,
            sources: Vec::new(),
        }
    }
}

impl Blank for Market {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            name: text(),
            synonyms: Vec::new(),
            broader: None,
            note: None,
        }
    }
}

impl Blank for Source {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            publisher: None,
            publisher_company: None,
            title: Str::default(),
            short: None,
            title_basis: TitleBasis::Page,
            kind: SourceKind::Mirror,
            published: None,
            url: None,
            accessed: None,
            archived: None,
            read: None,
            read_by: None,
            read_on: None,
            based_on: None,
            language: None,
            note: None,
        }
    }
}

impl Blank for Case {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            title: text(),
            summary: None,
            about: Vec::new(),
            includes: Vec::new(),
            coverage: Vec::new(),
            story: Vec::new(),
        }
    }
}

impl Blank for Deal {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            title: text(),
            parties: Vec::new(),
            signed: None,
            until: None,
            supersedes: Vec::new(),
            amount: None,
            holders: Vec::new(),
            waterfall: Vec::new(),
            note: None,
            sources: Vec::new(),
        }
    }
}

impl Blank for Relation {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            case: CaseId(0),
            kind: 0,
            parties: Vec::new(),
            announced: None,
            since: None,
            until: None,
            expires: None,
            observed: Vec::new(),
            checked: None,
            status: Status::Completed,
            nature: Nature::Actual,
            cancelable: false,
            rumoured: false,
            deal: None,
            amounts: Vec::new(),
            total_of: Vec::new(),
            market: None,
            activity: None,
            supersedes: Vec::new(),
            disputes: Vec::new(),
            refuted_by: Vec::new(),
            reported_otherwise: Vec::new(),
            sources_of: SourcesOf::default(),
            withdrawn: None,
            why: None,
            note: None,
            sources: Vec::new(),
            own: Vec::new(),
        }
    }
}

impl Blank for Event {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            case: CaseId(0),
            date: PartialDate::BLANK,
            about: Vec::new(),
            title: text(),
            kind: EventKind::Other,
            note: None,
            disputes: Vec::new(),
            refuted_by: Vec::new(),
            sources: Vec::new(),
        }
    }
}

impl Blank for Quote {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            case: CaseId(0),
            date: None,
            speaker: Str::default(),
            role: None,
            company: None,
            about: Vec::new(),
            text: text(),
            original_language: None,
            translation_of: None,
            wording: None,
            note: None,
            sources: Vec::new(),
        }
    }
}

impl Blank for Claim {
    fn blank() -> Self {
        Self {
            id: Str::default(),
            case: CaseId(0),
            about: Vec::new(),
            text: text(),
            by: None,
            date: None,
            disputes: Vec::new(),
            refuted_by: Vec::new(),
            note: None,
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
            since: PartialDate::BLANK,
            note: None,
            sources: Vec::new(),
        }
    }
}
