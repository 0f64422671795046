//! Which terms changed between earlier and later ones.

use super::{Field, Record, Teller};
use crate::lang::{Phrase, history};
use crate::model::RelationId;

/// A term that changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Term {
    /// The field.
    pub(crate) name: &'static str,
    /// What people read.
    pub(crate) label: Phrase,
    /// What the earlier record says; empty where it does not.
    pub(crate) before: String,
    /// What the later record says; empty where it does not.
    pub(crate) after: String,
}

/// Fields that are terms, beside those of the kind.
const TERMS: [&str; 6] = ["parties", "nature", "cancelable", "amounts", "market", "activity"];

impl Teller<'_> {
    /// The terms of which a relation says something else than the earlier one that it replaces, in the order of fields.
    pub(crate) fn changes(&self, earlier: RelationId, later: RelationId) -> Vec<Term> {
        let kind = self.model()[later].kind();
        let is_term = |name: &str| TERMS.contains(&name) || kind.fields.iter().any(|field| field.name == name);
        let (before, after) = (self.relation(earlier), self.relation(later));
        let all = after.fields.iter().chain(before.fields.iter().filter(|field| {
            // what only the earlier record says comes last
            !after.fields.iter().any(|other| other.name == field.name)
        }));
        all.filter(|field| is_term(field.name))
            .map(|field| Term {
                name: field.name,
                label: field.label,
                before: said(&before, field),
                after: said(&after, field),
            })
            .filter(|term| term.before != term.after)
            .collect()
    }

    /// "no longer exclusive (Azure)", "share: 49% → 27%".
    pub(crate) fn change(&self, term: &Term) -> String {
        let lang = self.lang();
        if term.name == "exclusive" && term.after.is_empty() {
            return history::NO_LONGER_EXCLUSIVE.fill(lang, &[("before", &term.before)]);
        }
        let or = |text: &str| {
            if text.is_empty() {
                history::NOT_SAID.get(lang).to_owned()
            } else {
                text.to_owned()
            }
        };
        let moved = history::MOVE.fill(lang, &[("before", &or(&term.before)), ("after", &or(&term.after))]);
        format!("{}: {moved}", term.label.get(lang).to_lowercase())
    }
}

fn said(record: &Record, of: &Field) -> String {
    let field = record.fields.iter().find(|field| field.name == of.name);
    let mut texts: Vec<&str> = field
        .iter()
        .flat_map(|field| &field.values)
        .map(|fact| fact.text.as_str())
        .collect();
    // the order of parties means nothing
    if of.name == "parties" {
        texts.sort_unstable();
    }
    texts.join(", ")
}
