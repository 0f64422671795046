//! A declared record.

use crate::syntax::{Fields, SectionRef};
use crate::text::Span;
use crate::values::Str;

/// A record and where it belongs.
#[derive(Clone, Debug)]
pub(super) struct Decl<'a> {
    /// Its section; for a product that of its company.
    pub(super) section: SectionRef,
    /// Its id as others write it: `case/id`, `company/product`, or the id alone.
    pub(super) id: Str,
    /// The case it belongs to, or the company of a product.
    pub(super) owner: &'a str,
    /// The data directory it comes from.
    pub(super) layer: u16,
    /// Where it is pointed at.
    pub(super) span: Span,
    /// Its fields.
    pub(super) fields: &'a Fields,
}

/// The table of a section; all kinds of relation share one.
pub(super) fn table_of(section: SectionRef) -> &'static str {
    match section {
        SectionRef::Section(section) => section.name,
        SectionRef::Kind(_) => "relations",
    }
}
