use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::lower::RecordKey;
use crate::model::{Citation, CompanyId, DealId, EventId, Model, Moment, ProductId, SuccessionId};
use crate::text::Span;
use crate::values::{PartialDate, Precision, Text};

/// A source published within so many days of a date can know the day.
const NEAR: i32 = 62;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

pub(super) const CHECK: Check = Check {
    pages: &[
        Page {
            code: Code::FalsePrecision,
            what: "A date is 1 January, and nothing that the record cites is likely to know the day: no source was \
                   published within two months of it, and no quote, locator, title or note names it.",
            why: "`2016-01-01` says that it was that day and no other; `2016` says that nobody knows which. Of a source \
                  that gives the year comes a date that is a year: answers then say *maybe* where they would otherwise be \
                  wrong.",
            example: "\
case: example
supplies:
  - {id: chips, supplier: google, customer: openai, since: 2016-01-01, sources: [news-2023]}
",
            instead: "\
case: example
supplies:
  - {id: chips, supplier: google, customer: openai, since: 2016, sources: [news-2023]}
",
        },
        Page {
            code: Code::FirstOfMonth,
            what: "A date is the first day of another month than January, and nothing that the record cites is likely to \
                   know the day, as with `false-precision`.",
            why: "Contracts and reorganizations do begin on the first of a month, and a month that was written as a day \
                  looks the same. Because many are right, this is run by name; a `quote` that names the day settles it.",
            example: "\
case: example
supplies:
  - {id: chips, supplier: google, customer: openai, since: 2016-04-01, sources: [news-2023]}
",
            instead: "\
case: example
supplies:
  - id: chips
    supplier: google
    customer: openai
    since: 2016-04-01
    sources: [{source: news-2023, quote: \"since April 1, 2016\"}]
",
        },
    ],
    run: check,
};

/// A date of a record, and what may know it.
struct Dated<'a> {
    of: RecordKey,
    field: &'static str,
    date: Option<PartialDate>,
    sources: &'a [Citation],
    note: Option<&'a Text>,
    place: Span,
}

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let (model, origins) = (subject.model(), subject.origins);
    let mut look = |of: RecordKey, field, date, sources, note| {
        let place = origins.field(of, field);
        report(
            model,
            &Dated {
                of,
                field,
                date,
                sources,
                note,
                place,
            },
            out,
        );
    };
    for (id, relation) in model.relations() {
        let (sources, note) = (relation.sources.as_slice(), relation.note.as_ref());
        let moment = |moment: Option<Moment>| moment.and_then(Moment::date);
        look(id.into(), "announced", relation.announced, sources, note);
        look(id.into(), "since", moment(relation.since), sources, note);
        look(id.into(), "until", moment(relation.until), sources, note);
    }
    for (id, company) in model.companies() {
        let (sources, note) = (company.sources.as_slice(), company.note.as_ref());
        look(id.into(), "founded", company.founded, sources, note);
        look(id.into(), "dissolved", company.dissolved, sources, note);
    }
    for (at, product) in model.products.iter().enumerate() {
        let id = ProductId::from(at);
        look(id.into(), "since", product.since, &product.sources, None);
        look(id.into(), "until", product.until, &product.sources, None);
    }
    for (at, event) in model.events.iter().enumerate() {
        look(
            EventId::from(at).into(),
            "date",
            Some(event.date),
            &event.sources,
            event.note.as_ref(),
        );
    }
    for (at, deal) in model.deals.iter().enumerate() {
        let id = DealId::from(at);
        look(id.into(), "signed", deal.signed, &deal.sources, deal.note.as_ref());
        look(id.into(), "until", deal.until, &deal.sources, deal.note.as_ref());
    }
    for (at, succession) in model.successions.iter().enumerate() {
        let id = SuccessionId::from(at);
        look(
            id.into(),
            "since",
            Some(succession.since),
            &succession.sources,
            succession.note.as_ref(),
        );
    }
    for (id, company) in model.companies() {
        for (at, part) in company.part_of.iter().enumerate() {
            for (field, date) in [("since", part.since), ("until", part.until)] {
                let (of, sources) = (CompanyId::into(id), part.sources.as_slice());
                let place = origins.item(id, "part_of", at);
                report(
                    model,
                    &Dated {
                        of,
                        field,
                        date,
                        sources,
                        note: None,
                        place,
                    },
                    out,
                );
            }
        }
    }
}

fn report(model: &Model, dated: &Dated<'_>, out: &mut Findings) {
    let Some(date) = dated.date.filter(|date| date.day() == Some(1)) else {
        return;
    };
    if knows(model, dated, date) {
        return;
    }
    let (code, what, coarse) = match date.month() {
        Some(1) => (Code::FalsePrecision, "1 January", date.coarsen(Precision::Year)),
        _ => (
            Code::FirstOfMonth,
            "the first of a month",
            date.coarsen(Precision::Month),
        ),
    };
    out.lint(
        dated.of,
        Diagnostic::new(
            code,
            format!("`{}` names {what}, and no source is known to give the day", dated.field),
            dated.place,
            "",
        )
        .help(format!(
            "write `{coarse}` if that is all the source says; if it gives the day, cite it with a `quote` that does"
        )),
    );
}

/// Whether something that the record cites is likely to know the day.
fn knows(model: &Model, dated: &Dated<'_>, date: PartialDate) -> bool {
    let near = |citation: &Citation| {
        let published = model[citation.source].published;
        published.is_some_and(|published| {
            published.from.day().is_some() && date.first().days_until(published.from.first()).abs() <= NEAR
        })
    };
    let named = |citation: &Citation| {
        let source = &model[citation.source];
        let texts = [
            citation.quote.as_deref(),
            citation.locator.as_deref(),
            Some(&*source.title),
        ];
        let notes = source.note.iter().flat_map(Text::wordings);
        texts.into_iter().flatten().chain(notes).any(|text| names(text, date))
    };
    dated.sources.iter().any(|citation| near(citation) || named(citation))
        || dated
            .note
            .is_some_and(|note| note.wordings().any(|text| names(text, date)))
}

/// Whether a text names the very day, in the ways of English and Vietnamese.
fn names(text: &str, date: PartialDate) -> bool {
    let (Some(month), Some(day)) = (date.month(), date.day()) else {
        return false;
    };
    let text = text.to_lowercase();
    let name = MONTHS[usize::from(month) - 1];
    let short = &name[..3];
    let forms = [
        date.to_string(),
        format!("{name} {day}"),
        format!("{day} {name}"),
        format!("{short} {day}"),
        format!("{short}. {day}"),
        format!("{day} {short}"),
        format!("{day}/{month}"),
        format!("ngày {day} tháng {month}"),
    ];
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    forms.iter().any(|form| {
        text.match_indices(form.as_str()).any(|(at, found)| {
            !digit(text[..at].chars().next_back()) && !digit(text[at + found.len()..].chars().next())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_named_in_many_ways() {
        let date: PartialDate = "2016-04-01".parse().unwrap();
        for text in [
            "effective April 1, 2016",
            "on 1 Apr 2016",
            "from Apr. 1",
            "2016-04-01",
            "ngày 1 tháng 4",
            "1/4/2016",
        ] {
            assert!(names(text, date), "{text}");
        }
        for text in ["April 2016", "April 11", "21 April", "in 2016", ""] {
            assert!(!names(text, date), "{text}");
        }
    }
}
