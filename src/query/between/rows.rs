//! The rows of the dossier, section by section.

use super::table::style;
use super::{Between, Common, Disagreement, Why};
use crate::lang::{Phrase, answers};
use crate::model::{Citation, Period, RecordId, Relation, RelationId, SourceId};
use crate::query::held::{Held, own_amounts};
use crate::query::phases::{Boundary, Phase, Turn};
use crate::query::terms::{holds, side_mark};
use crate::query::words::Words;
use crate::report::{Cell, Mark, Row};
use crate::values::{Day, Money};
use crate::vocab::Wording;

/// How many companies a line of indirect ties names before it says how many more there are.
const NAMED: usize = 12;

/// What a row says, in words; the order of its cells is that of the table's columns.
#[derive(Default)]
struct Line {
    side: &'static str,
    kind: &'static str,
    what: String,
    detail: Vec<String>,
    companies: Vec<Cell>,
    period: String,
    holds: &'static str,
    word: String,
    sources: Vec<SourceId>,
    records: Vec<String>,
    mark: Mark,
}

impl Line {
    fn row(self, words: Words<'_>) -> Row {
        let count = match self.sources.len() {
            0 => String::new(),
            n => words.sources(n),
        };
        let sources = self.sources.iter().map(|id| words.model()[*id].id.as_str());
        Row::new(vec![
            Cell::text(self.side),
            Cell::text(self.kind),
            Cell::text(self.what),
            Cell::text(self.detail.join(", ")),
            Cell::List(self.companies),
            Cell::Date(self.period),
            Cell::text(self.holds),
            Cell::text(self.word),
            Cell::text(count),
            Cell::texts(sources),
            Cell::texts(self.records),
        ])
        .mark(self.mark)
    }
}

/// The sources of a record that are known, each once.
fn known(words: Words<'_>, citations: &[Citation]) -> Vec<SourceId> {
    words.known_sources(citations)
}

pub(super) fn phases(found: &Between, words: Words<'_>) -> Vec<Row> {
    let ends = found.phases.iter().skip(1).map(|next| Some(&next.from)).chain([None]);
    found
        .phases
        .iter()
        .zip(ends)
        .map(|(phase, end)| {
            let since = words
                .since(&phase.from)
                .unwrap_or_else(|| answers::AS_RECORDED.get(words.lang).to_owned());
            let period: Vec<String> = [since].into_iter().chain(end.map(|end| until(end, words))).collect();
            let line = Line {
                kind: phase.zone.name(),
                what: words.stance(phase.zone).to_owned(),
                detail: remarks(phase, words),
                period: period.join(", "),
                records: phase
                    .from
                    .because
                    .iter()
                    .map(|turn| words.model()[turn.relation()].id.clone())
                    .collect(),
                ..Line::default()
            };
            line.row(words).style(style(phase.zone))
        })
        .collect()
}

/// "until 2019-07".
fn until(boundary: &Boundary, words: Words<'_>) -> String {
    match boundary.date() {
        Some(date) => answers::UNTIL.fill(words.lang, &[("date", &date)]),
        None => answers::UNTIL_BETWEEN.fill(words.lang, &[("from", &boundary.earliest), ("to", &boundary.latest)]),
    }
}

/// What made the turn, from when on the phase is presumed, and what is doubtful in it.
fn remarks(phase: &Phase, words: Words<'_>) -> Vec<String> {
    let turns = phase.from.because.iter().map(|turn| {
        let relation = &words.model()[turn.relation()];
        let kind = relation.kind().label.get(words.lang);
        let what = answers::NAMED_TURN.fill(words.lang, &[("kind", &kind), ("id", &relation.id)]);
        let phrase = match turn {
            Turn::Begins(_) => answers::BECAUSE_BEGINS,
            Turn::Ends(_) => answers::BECAUSE_ENDS,
            Turn::Joins(_) => answers::BECAUSE_JOINS,
            Turn::Leaves(_) => answers::BECAUSE_LEAVES,
        };
        phrase.fill(words.lang, &[("what", &what)])
    });
    let presumed = phase
        .presumed_from
        .map(|day| answers::PRESUMED_FROM.fill(words.lang, &[("date", &day)]));
    let doubts = phase.doubts.iter().map(|(from, to)| {
        let last = if *to == Day::MAX { *to } else { to.prev() };
        answers::DOUBT.fill(words.lang, &[("from", from), ("to", &last)])
    });
    turns.chain(presumed).chain(doubts).collect()
}

pub(super) fn relations(found: &Between, words: Words<'_>) -> Vec<Row> {
    let line = |tie: &Held| {
        let mut line = tie_line(tie, words);
        line.detail.extend(words.reservations(&[tie]));
        line.word = words.support(&[tie]);
        line.row(words)
    };
    found.ties.iter().map(line).collect()
}

pub(super) fn uncounted(found: &Between, words: Words<'_>) -> Vec<Row> {
    found
        .uncounted
        .iter()
        .map(|uncounted| {
            let mut line = tie_line(&uncounted.tie, words);
            let reason = words.standing(uncounted.tie.relations[0], uncounted.standing);
            let by: Vec<&str> = uncounted.by.iter().map(|id| record(words, *id)).collect();
            line.word = if by.is_empty() {
                reason.to_owned()
            } else {
                answers::REASON_BY.fill(words.lang, &[("reason", &reason), ("records", &by.join(", "))])
            };
            let why = &words.model()[uncounted.tie.relations[0]].why;
            line.detail
                .extend(why.as_ref().map(|why| why.get(words.lang.code()).to_owned()));
            line.row(words)
        })
        .collect()
}

fn record(words: Words<'_>, id: RecordId) -> &str {
    let model = words.graph.model();
    match id {
        RecordId::Relation(id) => &model[id].id,
        RecordId::Event(id) => &model[id].id,
        RecordId::Quote(id) => &model[id].id,
        RecordId::Claim(id) => &model[id].id,
    }
}

/// One relation, without who says so.
fn tie_line(tie: &Held, words: Words<'_>) -> Line {
    let relation = tie.relation(words.graph);
    let (side, mark) = side_mark(tie.side);
    let via = [tie.mine, tie.theirs].into_iter().flatten();
    let via: Vec<String> = via
        .map(|id| answers::VIA.fill(words.lang, &[("name", &words.company(id))]))
        .collect();
    let verb = tie.verb().get(words.lang);
    let mut detail = amounts(relation, words);
    detail.extend(words.summary(&[tie]));
    Line {
        side,
        kind: relation.kind().name,
        what: if via.is_empty() {
            verb.to_owned()
        } else {
            format!("{verb} ({})", via.join(", "))
        },
        detail,
        period: format!("{}{}", words.period(&tie.relations), Words::mark(tie.presence)),
        holds: holds(tie.presence),
        sources: tie.sources.clone(),
        records: tie.relations.iter().map(|id| words.model()[*id].id.clone()).collect(),
        mark,
        ..Line::default()
    }
}

/// "USD 1bn committed", each amount as the record has it.
pub(in crate::query) fn amounts(relation: &Relation, words: Words<'_>) -> Vec<String> {
    own_amounts(relation)
        .map(|amount| {
            if amount.money == Money::Undisclosed {
                return answers::UNDISCLOSED.get(words.lang).to_owned();
            }
            let money = match amount.period {
                Period::PerYear => answers::A_YEAR.fill(words.lang, &[("amount", &amount.money)]),
                Period::Once | Period::During(_) => amount.money.to_string(),
            };
            format!("{money} {}", amount.is.label().get(words.lang))
        })
        .collect()
}

pub(super) fn deals(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lines = found.deals.iter().map(|id| {
        let deal = &model[*id];
        let note = deal.note.as_ref().map(|note| note.get(words.lang.code()).to_owned());
        let until = deal
            .until
            .map(|date| answers::UNTIL.fill(words.lang, &[("date", &date)]));
        let signed = deal.signed.map(|date| date.to_string());
        let detail = deal.amount.iter().map(ToString::to_string).chain(note);
        Line {
            kind: "deal",
            what: deal.title.get(words.lang.code()).to_owned(),
            detail: detail.collect(),
            period: signed.into_iter().chain(until).collect::<Vec<_>>().join(", "),
            sources: known(words, &deal.sources),
            records: vec![deal.id.clone()],
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
            records: vec![event.id.clone()],
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
        let speaker: Vec<String> = [quote.speaker.clone()].into_iter().chain(role).chain(company).collect();
        let wording = quote.wording.filter(|wording| *wording != Wording::Found);
        Line {
            kind: "quote",
            what: speaker.join(", "),
            detail: vec![format!("“{}”", quote.text.get(words.lang.code()))],
            period: words.date(quote.date),
            word: wording.map_or_else(String::new, |wording| wording.label().get(words.lang).to_owned()),
            sources: known(words, &quote.sources),
            records: vec![quote.id.clone()],
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
            what: claim.by.clone().unwrap_or_default(),
            detail: vec![claim.text.get(words.lang.code()).to_owned()],
            period: words.date(claim.date),
            word: refuted(&claim.refuted_by, words),
            sources: known(words, &claim.sources),
            records: vec![claim.id.clone()],
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
                records: vec![model[*relation].id.clone()],
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
                records: vec![model[*relation].id.clone(), model[*claim].id.clone()],
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

pub(super) fn indirect(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lines = found.indirect.iter().map(|group| {
        let companies = group.companies.iter().map(|(id, _)| &model[*id]);
        let mut names: Vec<String> = companies
            .clone()
            .take(NAMED)
            .map(|company| company.label().to_owned())
            .collect();
        let more = group.companies.len().saturating_sub(NAMED);
        if more > 0 {
            names.push(answers::MORE.fill(words.lang, &[("n", &more)]));
        }
        Line {
            kind: group.common.name(),
            what: common(group.common, found, words),
            detail: names,
            companies: companies
                .map(|company| Cell::company(&company.id, company.label()))
                .collect(),
            mark: match group.common {
                Common::Rival => Mark::Minus,
                _ => Mark::None,
            },
            ..Line::default()
        }
    });
    lines.map(|line| line.row(words)).collect()
}

fn common(common: Common, found: &Between, words: Words<'_>) -> String {
    let (a, b) = (words.company(found.a), words.company(found.b));
    let mixed = |friend: &str, rival: &str| {
        answers::BETWEEN_FRIEND_AND_RIVAL.fill(words.lang, &[("friend", &friend), ("rival", &rival)])
    };
    let phrase = match common {
        Common::Owner => answers::COMMON_OWNERS,
        Common::Holding => answers::COMMON_HOLDINGS,
        Common::Supplier => answers::COMMON_SUPPLIERS,
        Common::Customer => answers::COMMON_CUSTOMERS,
        Common::Body => answers::COMMON_BODIES,
        Common::Partner => answers::COMMON_PARTNERS,
        Common::Rival => answers::COMMON_RIVALS,
        Common::PartnerOfFirst => return mixed(a, b),
        Common::PartnerOfSecond => return mixed(b, a),
    };
    phrase.get(words.lang).to_owned()
}
