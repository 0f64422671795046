//! Dates that lie in the future, as seen from a day that the caller names.

use super::Lowered;
use super::origins::RecordKey;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CaseId, ClaimId, EventId, QuoteId, SourceId};
use crate::text::Span;
use crate::values::{Day, PartialDate};

/// Reports dates at which something was seen, said or published, and which surely lie after `today`.
///
/// Plans and ends may lie in the future and are not looked at. Cost: linear in the records.
#[must_use]
pub fn future_dates(lowered: &Lowered, today: Day) -> Vec<Diagnostic> {
    let (model, origins) = (&lowered.model, &lowered.origins);
    let mut out = Vec::new();
    let mut look = |date: Option<PartialDate>, field: &str, span: Span| {
        if let Some(date) = date.filter(|date| date.first() > today) {
            let headline = format!("`{field}` lies in the future: it is `{date}`, today is `{today}`");
            let help = match field {
                "observed" | "checked" | "date" => {
                    "mend the date; what is planned is a relation with `status: planned`, a contractual end is `expires`"
                }
                _ => "mend the date",
            };
            out.push(Diagnostic::new(Code::FutureDate, headline, span, "").help(help));
        }
    };
    for (at, source) in model.sources.iter().enumerate() {
        let key = RecordKey::from(SourceId::from(at));
        look(
            source.published.map(|range| range.from),
            "published",
            origins.field(key, "published"),
        );
        look(source.accessed, "accessed", origins.field(key, "accessed"));
        look(source.read_on, "read_on", origins.field(key, "read_on"));
    }
    for (id, relation) in model.relations() {
        for (at, observed) in relation.observed.iter().enumerate() {
            look(Some(*observed), "observed", origins.item(id, "observed", at));
        }
        look(
            relation.checked.map(|checked| checked.on),
            "checked",
            origins.field(id, "checked"),
        );
        look(
            relation.named().and_then(|named| named.on),
            "named",
            origins.field(id, "named"),
        );
        look(relation.withdrawn, "withdrawn", origins.field(id, "withdrawn"));
    }
    for (at, case) in model.cases.iter().enumerate() {
        for (entry, coverage) in case.coverage.iter().enumerate() {
            look(
                Some(coverage.on),
                "coverage",
                origins.item(CaseId::from(at), "coverage", entry),
            );
        }
    }
    for (at, event) in model.events.iter().enumerate() {
        look(Some(event.date), "date", origins.field(EventId::from(at), "date"));
    }
    for (at, quote) in model.quotes.iter().enumerate() {
        look(quote.date, "date", origins.field(QuoteId::from(at), "date"));
    }
    for (at, claim) in model.claims.iter().enumerate() {
        look(claim.date, "date", origins.field(ClaimId::from(at), "date"));
    }
    out
}
