//! The rows of records about both companies, and of what is disputed between records.

use super::rows::{Line, known, money, record};
use super::{Between, Disagreement, Why};
use crate::lang::{Phrase, answers};
use crate::model::{RecordId, RelationId};
use crate::query::words::Words;
use crate::report::Row;
use crate::vocab::Wording;

pub(super) fn deals(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lines = found.deals.iter().map(|id| {
        let deal = &model[*id];
        let note = deal.note.as_ref().map(|note| note.get(words.lang.code()).to_owned());
        let until = deal
            .until
            .map(|date| answers::UNTIL.fill(words.lang, &[("date", &date)]));
        let signed = deal.signed.map(|date| date.to_string());
        let detail = deal.amount.map(|amount| money(amount, words)).into_iter().chain(note);
        Line {
            kind: "deal",
            what: deal.title.get(words.lang.code()).to_owned(),
            detail: detail.collect(),
            period: signed.into_iter().chain(until).collect::<Vec<_>>().join(", "),
            sources: known(words, &deal.sources),
            records: vec![deal.id.to_string()],
            ..Line::default()
        }
    });
    lines.map(|line| line.row(words)).collect()
}

pub(super) fn events(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lines = found.events.iter().map(|id| {
        let event = &model[*id];
        Line {
            kind: event.kind.name(),
            what: event.kind.label().get(words.lang).to_owned(),
            detail: vec![event.title.get(words.lang.code()).to_owned()],
            period: event.date.to_string(),
            word: refuted(&event.refuted_by, words),
            sources: known(words, &event.sources),
            records: vec![event.id.to_string()],
            ..Line::default()
        }
    });
    lines.map(|line| line.row(words)).collect()
}

fn refuted(by: &[RecordId], words: Words<'_>) -> String {
    if by.is_empty() {
        return String::new();
    }
    let by: Vec<&str> = by.iter().map(|id| record(words, *id)).collect();
    let reason = answers::REFUTED.get(words.lang);
    answers::REASON_BY.fill(words.lang, &[("reason", &reason), ("records", &by.join(", "))])
}

pub(super) fn quotes(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lines = found.quotes.iter().map(|id| {
        let quote = &model[*id];
        let role = quote.role.as_ref().map(|role| role.get(words.lang.code()).to_owned());
        let company = quote.company.map(|id| words.company(id).to_owned());
        let speaker: Vec<String> = [quote.speaker.to_string()]
            .into_iter()
            .chain(role.or(company))
            .collect();
        let wording = quote.wording.filter(|wording| *wording != Wording::Found);
        Line {
            kind: "quote",
            what: speaker.join(", "),
            detail: vec![format!("“{}”", quote.text.get(words.lang.code()))],
            period: words.date(quote.date),
            word: wording.map_or_else(String::new, |wording| wording.label().get(words.lang).to_owned()),
            sources: known(words, &quote.sources),
            records: vec![quote.id.to_string()],
            ..Line::default()
        }
    });
    lines.map(|line| line.row(words)).collect()
}

pub(super) fn claims(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lines = found.claims.iter().map(|id| {
        let claim = &model[*id];
        Line {
            kind: "claim",
            what: claim.by.as_ref().map_or_else(String::new, ToString::to_string),
            detail: vec![claim.text.get(words.lang.code()).to_owned()],
            period: words.date(claim.date),
            word: refuted(&claim.refuted_by, words),
            sources: known(words, &claim.sources),
            records: vec![claim.id.to_string()],
            ..Line::default()
        }
    });
    lines.map(|line| line.row(words)).collect()
}

pub(super) fn disagreements(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let label = |id: RelationId| model[id].kind().label.get(words.lang).to_owned();
    let lines = found.disagreements.iter().map(|disagreement| match disagreement {
        Disagreement::Field { relation, report } => {
            let other = &model[*relation].reported_otherwise[*report];
            let value = other.value.get(words.lang.code());
            let says = answers::SAYS_OTHERWISE.fill(words.lang, &[("field", &other.field), ("value", &value)]);
            let note = other.note.as_ref().map(|note| note.get(words.lang.code()).to_owned());
            Line {
                kind: "field",
                what: label(*relation),
                detail: [says].into_iter().chain(note).collect(),
                sources: known(words, &other.sources),
                records: vec![model[*relation].id.to_string()],
                ..Line::default()
            }
        }
        Disagreement::Relations { counts, why, others } => {
            let ids: Vec<&str> = others.iter().map(|id| model[*id].id.as_str()).collect();
            let text = answers::COUNTS_BEFORE.fill(
                words.lang,
                &[
                    ("counts", &model[*counts].id),
                    ("others", &ids.join(", ")),
                    ("why", &reason(*why).get(words.lang)),
                ],
            );
            Line {
                kind: "relations",
                what: label(*counts),
                detail: vec![text],
                records: [model[*counts].id.as_str()]
                    .iter()
                    .chain(&ids)
                    .map(ToString::to_string)
                    .collect(),
                ..Line::default()
            }
        }
        Disagreement::Claim { claim, relation } => {
            let text = model[*claim].text.get(words.lang.code());
            Line {
                kind: "claim",
                what: label(*relation),
                detail: vec![answers::OBJECTION.fill(words.lang, &[("text", &text)])],
                sources: known(words, &model[*claim].sources),
                records: vec![model[*relation].id.to_string(), model[*claim].id.to_string()],
                ..Line::default()
            }
        }
    });
    lines.map(|line| line.row(words)).collect()
}

const fn reason(why: Why) -> Phrase {
    match why {
        Why::Confidence => answers::WHY_CONFIDENCE,
        Why::Origins => answers::WHY_ORIGINS,
        Why::Newer => answers::WHY_NEWER,
        Why::Order => answers::WHY_ORDER,
    }
}
