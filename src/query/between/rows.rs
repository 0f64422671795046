//! The rows of the dossier, section by section.

use super::line::Line;
use std::collections::BTreeSet;

use super::{Between, Common};
use crate::judge::View;
use crate::judge::held::Held;
use crate::judge::intentions::Intended;
use crate::judge::phases::{Boundary, Phase, Turn};
use crate::judge::sums::Sum;
use crate::lang::answers;
use crate::model::{RecordId, RelationId};
use crate::report::{Cell, Mark, Row};
use crate::tell::rows::Group;
use crate::tell::terms::{holds, side_mark, zone_style};
use crate::tell::words::Words;
use crate::values::Day;
use crate::vocab::Side;

/// How many companies a line of indirect ties names before it says how many more there are.
const NAMED: usize = 12;

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
            let until = end.map_or_else(String::new, |end| until(end, words));
            let line = Line {
                kind: phase.zone.name(),
                what: words.stance(phase.zone).to_owned(),
                detail: remarks(phase, words),
                period: Cell::period(
                    format!("{since}{until}"),
                    phase.from.date(),
                    end.and_then(Boundary::date),
                ),
                records: phase
                    .from
                    .because
                    .iter()
                    .map(|turn| words.model()[turn.relation()].id.to_string())
                    .collect(),
                ..Line::default()
            };
            line.row(words).style(zone_style(phase.zone))
        })
        .collect()
}

/// " – 2019-07", ", until some day from ... to ...".
fn until(boundary: &Boundary, words: Words<'_>) -> String {
    match boundary.date() {
        Some(date) => format!(" – {date}"),
        None => {
            let (earliest, latest) = boundary.days();
            let text = if earliest == Day::MIN {
                answers::UNTIL_BY.fill(words.lang, &[("date", &latest)])
            } else {
                answers::UNTIL_BETWEEN.fill(words.lang, &[("from", &earliest), ("to", &latest)])
            };
            format!(", {text}")
        }
    }
}

/// What made the turn, from when on the phase is presumed, and what is doubtful in it.
fn remarks(phase: &Phase, words: Words<'_>) -> Vec<String> {
    let mut turns: Vec<String> = Vec::new();
    for turn in &phase.from.because {
        let what = words.model()[turn.relation()].kind().label.get(words.lang);
        let phrase = match turn {
            Turn::Begins(_) => answers::BECAUSE_BEGINS,
            Turn::Ends(_) => answers::BECAUSE_ENDS,
            Turn::Joins(_) => answers::BECAUSE_JOINS,
            Turn::Leaves(_) => answers::BECAUSE_LEAVES,
        };
        let text = phrase.fill(words.lang, &[("what", &what)]);
        // the records stand in a column of their own
        if !turns.contains(&text) {
            turns.push(text);
        }
    }
    let presumed = phase
        .presumed_from
        .map(|day| answers::PRESUMED_FROM.fill(words.lang, &[("date", &day)]));
    let doubts = phase.doubts.iter().map(|(from, to)| {
        let last = if *to == Day::MAX { *to } else { to.prev() };
        answers::DOUBT.fill(words.lang, &[("from", from), ("to", &last)])
    });
    turns.into_iter().chain(presumed).chain(doubts).collect()
}

pub(super) fn relations(found: &Between, words: Words<'_>) -> Vec<Row> {
    found.ties.iter().map(|tie| tie_row(tie, words)).collect()
}

/// The relations that were first seen later, apart from all that counts.
pub(super) fn not_known(found: &Between, words: Words<'_>) -> Vec<Row> {
    found
        .not_known
        .iter()
        .flatten()
        .map(|tie| tie_row(tie, words))
        .collect()
}

fn tie_row(tie: &Held, words: Words<'_>) -> Row {
    let mut line = tie_line(tie, words);
    line.detail.extend(words.reservations(&[tie]));
    if tie.side == Side::Competition {
        line.detail.extend(words.first_named(tie.relations[0]));
    }
    line.word = words.support(&[tie]);
    line.row(words)
}

/// What several records of one sort come to, each amount once.
pub(super) fn sums(view: &View<'_>, found: &Between, words: Words<'_>) -> Vec<Row> {
    let ledger = found.ledger(view);
    let groups = Group::all(words.model(), &found.ties);
    let lines = groups.iter().filter_map(|group| {
        let relations: BTreeSet<RelationId> = group.relations();
        let with_amount = relations.iter().filter(|id| ledger.told(**id).next().is_some());
        if with_amount.count() < 2 || group.side() == Side::Competition {
            return None;
        }
        let sums = ledger.sums_of(group.ties.iter().copied());
        let counted: BTreeSet<RelationId> = sums.iter().flat_map(Sum::relations).collect();
        let (side, mark) = side_mark(group.side());
        Some(Line {
            side,
            kind: group.ties[0].relation(words.graph).kind().name,
            what: group.verb().get(words.lang).to_owned(),
            detail: words.sums(&ledger, &group.ties, &sums),
            records: counted.iter().map(|id| words.model()[*id].id.to_string()).collect(),
            mark,
            ..Line::default()
        })
    });
    lines.map(|line| line.row(words)).collect()
}

pub(super) fn intentions(found: &Between, words: Words<'_>) -> Vec<Row> {
    let line = |intended: &Intended| {
        let mut line = tie_line(&intended.tie, words);
        line.period = words.intention(intended).into();
        line.word = words.announcement(&intended.tie);
        line.mark = Mark::Neutral;
        line.row(words)
    };
    found.intentions.iter().map(line).collect()
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

pub(super) fn record(words: Words<'_>, id: RecordId) -> &str {
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
    let via: Vec<String> = via.map(|id| words.via(id)).collect();
    let verb = tie.verb().get(words.lang);
    let mut detail = words.amounts(tie.relations[0]);
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
        period: words.period_cell(&[&tie.relations], Words::mark(tie.presence)),
        holds: holds(tie.presence),
        sources: tie.sources.clone(),
        records: tie
            .relations
            .iter()
            .map(|id| words.model()[*id].id.to_string())
            .collect(),
        mark,
        ..Line::default()
    }
}

pub(super) fn indirect(found: &Between, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lines = found.indirect.iter().map(|group| {
        let companies = group.companies.iter().map(|(id, _)| *id);
        let mut names: Vec<String> = companies
            .clone()
            .take(NAMED)
            .map(|id| words.company(id).to_owned())
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
                .map(|id| Cell::company(&model[id].id, words.company(id)))
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
