use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::lower::RecordKey;
use crate::model::{Citation, QuoteId};
use crate::text::Span;

/// The most characters of somebody else's text that one quotation takes: about fifty words.
const MOST: usize = 300;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::OverlongQuote,
        what: "A quotation, in `quotes` or in the `quote` of a citation, has more than 300 characters.",
        why: "The data are published under a free licence, and quotations are not ours to give away: the right to quote \
              covers what is needed to prove a point. One or two sentences prove it, and readers find the rest at the \
              source.",
        example: "\
case: example
quotes:
  - id: long
    speaker: Satya Nadella
    about: [openai]
    text: >-
      We have a long-term partnership. It began four years ago, when few believed in it, and it has gone through
      several phases since, each of which brought more machines, more people, more customers and more questions than
      the one before; and it will go on, because both of us need it, because our customers ask for it, and because
      nobody else offers the same to them today.
    sources: [news-2023]
",
        instead: "\
case: example
quotes:
  - id: long
    speaker: Satya Nadella
    about: [openai]
    text: We have a long-term partnership.
    sources: [news-2023]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (at, quote) in model.quotes.iter().enumerate() {
        let id = QuoteId::from(at);
        let longest = quote.text.wordings().map(|text| text.chars().count()).max();
        report(id.into(), longest.unwrap_or(0), subject.origins.field(id, "text"), out);
        citations(subject, id.into(), &quote.sources, out);
    }
    for (id, relation) in model.relations() {
        citations(subject, id.into(), &relation.sources, out);
    }
    for (at, event) in model.events.iter().enumerate() {
        citations(subject, crate::model::EventId::from(at).into(), &event.sources, out);
    }
    for (at, claim) in model.claims.iter().enumerate() {
        citations(subject, crate::model::ClaimId::from(at).into(), &claim.sources, out);
    }
}

fn citations(subject: &Subject<'_>, of: RecordKey, citations: &[Citation], out: &mut Findings) {
    for (at, citation) in citations.iter().enumerate() {
        let length = citation.quote.as_ref().map_or(0, |quote| quote.chars().count());
        report(of, length, subject.origins.item(of, "sources", at), out);
    }
}

fn report(of: RecordKey, length: usize, place: Span, out: &mut Findings) {
    if length > MOST {
        out.lint(
            of,
            Diagnostic::new(
                Code::OverlongQuote,
                format!("a quotation of {length} characters; the most is {MOST}"),
                place,
                "",
            )
            .help("quote the sentence that proves the point, and say the rest in your own words"),
        );
    }
}
