//! What only the whole model shows to be wrong, and what is legal but likely a slip.
//!
//! What one record alone can get wrong is reported where it is read (`syntax`, `lower`). A check here is one file: a
//! function over the [`Subject`], its wording and its [`Page`] beside it, and a line in [`CHECKS`]. Errors make data
//! unusable; lints are run as a [`Selection`] says, and may be waived.

mod accessed_before_published;
mod ambiguous_synonym;
mod announcement_as_start;
mod bare_legal_form;
mod contradicting_amounts;
mod cyclic_membership;
mod cyclic_reference;
mod double_counting;
mod duplicate_company;
mod duplicate_relation;
mod empty_story_step;
mod false_precision;
mod finding;
mod gapped_terms;
mod lonely_company;
mod look_alike_names;
mod misread_name;
mod mixed_scripts;
mod names;
mod no_primary_source;
mod old_rumour;
mod one_sided_competition;
mod outside_life;
mod overlong_quote;
mod page;
mod pages;
mod pairs;
mod presumed_tie;
mod productless_overlap;
mod selection;
mod shares;
mod single_origin;
mod sources_before;
mod two_controllers;
mod two_predecessors;
mod uncited_source;
mod uncovered_side;
mod unread_primary;
mod unsaid_reading;
mod untranslated_title;
mod waivers;

pub use finding::{Finding, Findings};
pub use page::Page;
pub use selection::Selection;

use crate::derived::Knowledge;
use crate::diagnostics::{Diagnostic, Level, sort_and_dedup};
use crate::graph::Graph;
use crate::lower::{Lowered, Origins, RecordKey, future_dates};
use crate::model::{Model, RelationId};
use crate::text::Span;
use crate::values::Day;

/// What checks judge.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The graph of the model, with everything known.
    pub graph: &'a Graph<'a>,
    /// Where records and fields stand.
    pub origins: &'a Origins,
    /// The day of the judgement.
    pub today: Day,
}

impl<'a> Subject<'a> {
    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'a Model {
        self.graph.model()
    }

    /// The place of an amount of a relation, which is written as `amount` or in `amounts`.
    fn amount(&self, relation: RelationId, position: usize) -> Span {
        match self.origins.has(relation, "amount") {
            true => self.origins.field(relation, "amount"),
            false => self.origins.item(relation, "amounts", position),
        }
    }

    /// The place of the first of some fields that a record has; of its id where it has none of them.
    fn first_field(&self, key: impl Into<RecordKey>, fields: &[&str]) -> Span {
        let key = key.into();
        let found = fields.iter().find(|field| self.origins.has(key, field));
        self.origins.field(key, found.copied().unwrap_or_default())
    }
}

/// A check of the whole model.
#[derive(Debug)]
pub struct Check {
    /// The pages of the codes that it reports.
    pub pages: &'static [Page],
    /// Reports what it finds. Cost: near linear in the records.
    pub run: fn(&Subject<'_>, &mut Findings),
}

impl Check {
    fn is_wanted(&self, lints: &Selection) -> bool {
        let wanted = |page: &Page| page.code.level() == Level::Error || lints.has(page.code);
        self.pages.iter().any(wanted)
    }
}

/// Every check, in the order of the table of codes.
pub static CHECKS: &[Check] = &[
    outside_life::CHECK,
    cyclic_membership::CHECK,
    cyclic_reference::CHECK,
    shares::CHECK,
    two_predecessors::CHECK,
    ambiguous_synonym::CHECK,
    uncited_source::CHECK,
    accessed_before_published::CHECK,
    overlong_quote::CHECK,
    no_primary_source::CHECK,
    unread_primary::CHECK,
    unsaid_reading::CHECK,
    sources_before::CHECK,
    single_origin::CHECK,
    old_rumour::CHECK,
    lonely_company::CHECK,
    duplicate_company::CHECK,
    bare_legal_form::CHECK,
    misread_name::CHECK,
    mixed_scripts::CHECK,
    look_alike_names::CHECK,
    two_controllers::CHECK,
    false_precision::CHECK,
    announcement_as_start::CHECK,
    presumed_tie::CHECK,
    gapped_terms::CHECK,
    duplicate_relation::CHECK,
    contradicting_amounts::CHECK,
    double_counting::CHECK,
    productless_overlap::CHECK,
    one_sided_competition::CHECK,
    uncovered_side::CHECK,
    empty_story_step::CHECK,
    untranslated_title::CHECK,
];

/// Everything that is wrong with some data: what reading them showed, dates after `today`, every error, and the selected
/// lints that are not waived; sorted.
///
/// No check stops another.
#[must_use]
pub fn everything(lowered: &Lowered, today: Day, lints: &Selection) -> Vec<Diagnostic> {
    let graph = Graph::new(&lowered.model, Knowledge::ALL);
    let subject = Subject {
        graph: &graph,
        origins: &lowered.origins,
        today,
    };
    let mut findings = Findings::default();
    for check in CHECKS.iter().filter(|check| check.is_wanted(lints)) {
        (check.run)(&subject, &mut findings);
    }
    let mut found = lowered.diagnostics.clone();
    found.extend(future_dates(lowered, today));
    findings.retain(|code| code.level() == Level::Error || lints.has(code));
    found.extend(waivers::apply(lowered, lints, findings));
    sort_and_dedup(&mut found);
    found
}
