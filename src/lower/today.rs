//! Dates that lie in the future, as seen from a day that the caller names.

use super::Lowered;
use super::origins::RecordKey;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CaseId, ClaimId, CompanyId, EventId, Moment, QuoteId, SourceId};
use crate::text::Span;
use crate::values::{Day, PartialDate};
use crate::vocab::Status;

/// Reports dates that cannot be as seen from `today`: something was seen, said, published or carried out after it, or a year is
/// out of all proportion.
///
/// Plans and ends may lie in the future, but not centuries ahead. Cost: linear in the records.
#[must_use]
pub fn future_dates(lowered: &Lowered, today: Day) -> Vec<Diagnostic> {
    let (model, origins) = (&lowered.model, &lowered.origins);
    let mut out = Vec::new();
    let mut look = |date: Option<PartialDate>, field: &str, span: Span| {
        if let Some(date) = date.filter(|date| date.first() > today) {
            let headline = format!("`{field}` lies in the future: it is `{date}`, today is `{today}`");
            let help = match field {
                "since" => {
                    "mend the date, or say how far it got: `status: agreed` where it binds, `announced` or `planned` where it does not"
                }
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
        let done = matches!(relation.status, Status::Completed | Status::Terminated);
        let since = relation.since.and_then(Moment::date).filter(|_| done);
        look(since, "since", origins.field(id, "since"));
    }
    for (at, company) in model.companies.iter().enumerate() {
        look(
            company.founded,
            "founded",
            origins.field(CompanyId::from(at), "founded"),
        );
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
    out.extend(out_of_proportion(lowered, today));
    out
}

/// Beyond so many years ahead no contract runs.
const AHEAD: u32 = 200;

/// Before this year no company was tied to another.
const FIRST: i16 = 1000;

/// Ends that lie centuries ahead, and dates of ties from before there were companies: 3201 or 0201 for 2021.
fn out_of_proportion(lowered: &Lowered, today: Day) -> Vec<Diagnostic> {
    let bound = today.plus_years(AHEAD);
    let mut out = Vec::new();
    for (id, relation) in lowered.model.relations() {
        let observed = relation.observed.iter().copied().min();
        for (field, date) in [
            ("since", relation.since.and_then(Moment::date)),
            ("until", relation.until.and_then(Moment::date)),
            ("expires", relation.expires),
            ("announced", relation.announced),
            ("observed", observed),
        ] {
            let ahead = |date: PartialDate| date.first() > bound && !matches!(field, "since" | "observed");
            if let Some(date) = date.filter(|date| ahead(*date) || date.year() < FIRST) {
                let headline = format!("`{field}` lies out of all proportion: it is `{date}`, today is `{today}`");
                let diagnostic = Diagnostic::new(Code::FutureDate, headline, lowered.origins.field(id, field), "");
                out.push(diagnostic.help("mend the year"));
            }
        }
    }
    out
}
