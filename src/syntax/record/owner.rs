use super::SectionRef;
use crate::text::Span;

/// Whose fields are read, for messages.
pub(super) struct Owner {
    /// What it is called: "stake `stake-2025`".
    pub(super) name: String,
    /// Where it is pointed at.
    pub(super) span: Span,
    /// Its section, where it is a record of its own.
    pub(super) section: Option<SectionRef>,
}
