//! The rows in which every answer that shows ties tells them.

use super::rows::Group;
use super::terms::{holds, side_mark};
use super::words::Words;
use crate::judge::intentions::Intended;
use crate::judge::sums::Ledger;
use crate::lang::Phrase;
use crate::model::RelationId;
use crate::report::{Cell, Column, Holding, Mark, Row};
use crate::tell::money::plain;
use crate::vocab::Side;

const SIDE: Column = Column::new("side", Phrase::new("Side", "Bên")).data_only();
const KIND: Column = Column::new("kind", Phrase::new("Kind", "Loại")).data_only();
const TIE: Column = Column::new("tie", Phrase::new("Tie", "Mối quan hệ"));
const DETAIL: Column = Column::new("detail", Phrase::new("Detail", "Chi tiết")).flexible();
const SUMS: Column = Column::new("sums", Phrase::new("Sums", "Tổng tiền")).data_only();
const PERIOD: Column = Column::new("period", Phrase::new("Period", "Thời gian")).holding(Holding::Period);
const HOLDS: Column = Column::new("holds", Phrase::new("Holds", "Hiệu lực")).data_only();
const WORD: Column = Column::new("support", Phrase::new("On whose word", "Căn cứ")).flexible();
const SOURCES: Column = Column::new("sources", Phrase::new("Sources", "Nguồn"));
const RELATIONS: Column = Column::new("relations", Phrase::new("Records", "Bản ghi")).data_only();

/// The columns of [`row`], which every answer that shows ties has.
pub(crate) const TIES: [Column; 10] = [SIDE, KIND, TIE, DETAIL, SUMS, PERIOD, HOLDS, WORD, SOURCES, RELATIONS];

/// What was intended, told in the columns of ties: it is none.
pub(crate) fn intention_row(intended: &Intended, words: Words<'_>) -> Row {
    let tie = &intended.tie;
    let via = [tie.mine, tie.theirs].into_iter().flatten();
    let mut detail: Vec<String> = via.map(|id| words.via(id)).collect();
    detail.push(words.intention_state(intended));
    detail.extend(words.amounts(tie.relations[0]));
    detail.extend(words.summary(&[tie]));
    detail.extend(words.reservations(&[tie]));
    Row::new(vec![
        Cell::text(side_mark(tie.side).0),
        Cell::text(tie.relation(words.graph).kind().name),
        Cell::text(tie.verb().get(words.lang)),
        Cell::text(detail.join(", ")),
        Cell::Empty,
        words.intention_cell(intended),
        Cell::text(holds(tie.presence)),
        Cell::text(words.announcement(tie)),
        words.source_count(tie.sources.len()),
        Cell::texts(tie.relations.iter().map(|id| words.model()[*id].id.as_str())),
    ])
    .mark(Mark::Neutral)
}

/// Ties that are told in one line.
pub(crate) fn row(group: &Group<'_>, ledger: &Ledger<'_>, words: Words<'_>) -> Row {
    let model = words.model();
    let relations: Vec<RelationId> = group.relations().into_iter().collect();
    let mut detail: Vec<String> = group.via().into_iter().map(|id| words.via(id)).collect();
    let sums = ledger.sums_of(group.ties.iter().copied());
    if group.side() != Side::Competition {
        detail.extend(words.sums(ledger, &group.ties, &sums));
    }
    detail.extend(words.summary(&group.ties));
    detail.extend(words.reservations(&group.ties));
    let times: Vec<&[RelationId]> = group.ties.iter().map(|tie| tie.relations.as_slice()).collect();
    let (side, mark) = side_mark(group.side());
    let presence = group.presence();
    Row::new(vec![
        Cell::text(side),
        Cell::text(group.ties[0].relation(words.graph).kind().name),
        Cell::text(group.verb().get(words.lang)),
        Cell::text(detail.join(", ")),
        Cell::texts(sums.iter().map(|sum| plain(sum.is, sum.yearly, sum.money()))),
        words.period_cell(&times, Words::mark(presence)),
        Cell::text(holds(presence)),
        Cell::text(words.support(&group.ties)),
        words.source_count(group.sources().len()),
        Cell::List(relations.iter().map(|id| Cell::text(&model[*id].id)).collect()),
    ])
    .mark(mark)
}
