//! The names that companies and their products go by, each with its place.

use super::Subject;
use crate::lower::RecordKey;
use crate::model::CompanyId;
use crate::text::Span;

/// A name of a company, or of one of its products.
pub(super) struct Name<'a> {
    pub(super) text: &'a str,
    pub(super) company: CompanyId,
    /// The record that has it.
    pub(super) on: RecordKey,
    pub(super) place: Span,
}

/// The names of all companies: today's, its short form, aliases, former ones.
pub(super) fn of_companies<'a>(subject: &Subject<'a>) -> Vec<Name<'a>> {
    let origins = subject.origins;
    let mut all = Vec::new();
    for (company, record) in subject.graph.model().companies() {
        let mut add = |text: &'a str, place: Span| {
            all.push(Name {
                text,
                company,
                on: company.into(),
                place,
            });
        };
        add(&record.name, origins.field(company, "name"));
        if let Some(short) = record.short.as_deref() {
            add(short, origins.field(company, "short"));
        }
        for (at, alias) in record.aliases.iter().enumerate() {
            add(alias, origins.item(company, "aliases", at));
        }
        for (at, former) in record.names.iter().enumerate() {
            add(&former.name, origins.item(company, "names", at));
        }
    }
    all
}
