//! The rows of records about both companies.

use super::line::Line;
use super::rows::record;
use super::{Between, Statements};
use crate::judge::disagreements::Disagreement;
use crate::lang::answers;
use crate::model::{ClaimId, RecordId};
use crate::report::{Cell, Row};
use crate::tell::words::Words;
use crate::vocab::Wording;

pub(super) fn deals(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lines = found.deals.iter().map(|id| {
        let deal = &model[*id];
        let note = deal.note.as_ref().map(|note| note.get(words.lang.code()).to_owned());
        let dates = words.graph.known().deal(model, deal);
        let until = dates.to.map(|date| answers::UNTIL.fill(words.lang, &[("date", &date)]));
        let signed = dates.from.map(|date| date.to_string());
        let detail = deal.amount.map(|amount| words.money(amount)).into_iter().chain(note);
        Line {
            kind: "deal",
            what: deal.title.get(words.lang.code()).to_owned(),
            detail: detail.collect(),
            period: Cell::period(
                signed.into_iter().chain(until).collect::<Vec<_>>().join(", "),
                dates.from,
                dates.to,
            ),
            sources: words.sources_of(&deal.sources),
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
            period: Cell::date(event.date),
            word: refuted(&event.refuted_by, words),
            sources: words.sources_of(&event.sources),
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
            period: Cell::told_date(words.date(quote.date), quote.date),
            word: wording.map_or_else(String::new, |wording| wording.label().get(words.lang).to_owned()),
            sources: words.sources_of(&quote.sources),
            records: vec![quote.id.to_string()],
            ..Line::default()
        }
    });
    lines.map(|line| line.row(words)).collect()
}

pub(super) fn claims(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    // a claim that disputes or is disputed stands among the disagreements, beside the other side
    let disputes = |id: &&ClaimId| {
        let objects = |at: &Disagreement| matches!(at, Disagreement::Claim { claim, .. } if claim == *id);
        let among = |at: &Statements| at.has(RecordId::Claim(**id));
        found.disagreements.iter().any(objects) || found.statements.iter().any(among)
    };
    let lines = found.claims.iter().filter(|id| !disputes(id)).map(|id| {
        let claim = &model[*id];
        Line {
            kind: "claim",
            what: claim.by.as_ref().map_or_else(String::new, ToString::to_string),
            detail: vec![claim.text.get(words.lang.code()).to_owned()],
            period: Cell::told_date(words.date(claim.date), claim.date),
            word: refuted(&claim.refuted_by, words),
            sources: words.sources_of(&claim.sources),
            records: vec![claim.id.to_string()],
            ..Line::default()
        }
    });
    lines.map(|line| line.row(words)).collect()
}
