//! Relations, their parties, the fields of their kinds, and what they say of each other.

use super::parts::{day, figure_cells, moment, prose};
use crate::exchange::value::written;
use crate::exchange::{Cell, Column, Kind, Selection, Table};
use crate::lang::Lang;
use crate::model::{RecordId, RelationId};
use crate::tell::record::{main_side, standing_name};
use crate::tell::sentence::sentence;
use crate::tell::terms::side_mark;
use crate::tell::words::Words;

pub(super) const RELATION: Column = Column::text("relation", "The relation's id.")
    .required()
    .refers("relations", "relation");

/// Relations.
pub(super) static RELATIONS: Table = Table {
    name: "relations",
    doc: "A relation: a record with parties in roles, a time, terms and sources. Dates are as recorded; the bounds beside them are \
          the days that they allow.",
    columns: &[
        Column::text("relation", "Its id: case, slash, name.").required(),
        Column::text("case_id", "Its case.")
            .required()
            .refers("cases", "case_id"),
        Column::text("kind", "What sort of relation it is.").required(),
        Column::text("side", "`cooperation`, `competition`, `conflict` or `neutral`.").required(),
        Column::text("says", "What it says, in English.").required(),
        Column::of("since", Kind::Date, "The first day it holds, as recorded."),
        Column::of(
            "start_earliest",
            Kind::Day,
            "The earliest day on which it may have begun; no bound where empty.",
        ),
        Column::of("start_latest", Kind::Day, "The day by which it had begun."),
        Column::of("until", Kind::Date, "The first day it no longer holds, as recorded."),
        Column::of(
            "end_earliest",
            Kind::Day,
            "The earliest day on which it may have ended.",
        ),
        Column::of(
            "end_latest",
            Kind::Day,
            "The day by which it had ended; it is not known to have ended where empty.",
        ),
        Column::of(
            "presumed_from",
            Kind::Day,
            "From this day it holds only as presumed: nobody has looked for too long.",
        ),
        Column::of("announced", Kind::Date, "When it was signed or made public."),
        Column::of("expires", Kind::Date, "The contractual end."),
        Column::text("observed", "Dates at which it was seen to hold, `; ` between them."),
        Column::of("checked", Kind::Date, "For which day it was last verified."),
        Column::text("status", "How far it got.").required(),
        Column::text("nature", "What binds the parties.").required(),
        Column::text("standing", "Whether it counts, and why not.").required(),
        Column::of(
            "firm",
            Kind::Flag,
            "Whether nothing but age speaks against relying on it.",
        )
        .required(),
        Column::text(
            "confidence",
            "How well it is supported; nothing supports it where empty.",
        ),
        Column::of("cancelable", Kind::Flag, "Whether a party may leave.").required(),
        Column::of("rumoured", Kind::Flag, "Whether the source calls it a rumour.").required(),
        Column::text("market", "The market it concerns.").refers("markets", "market"),
        Column::text("activity", "Which activity of the value chain it touches."),
        Column::text("deal", "The deal it is part of.").refers("deals", "deal"),
        Column::text(
            "share_figure",
            "How its share is meant: `exact`, `about`, `up_to`, `over` or `range`.",
        ),
        Column::of("share_low", Kind::Number, "Its share in percent, or the lower bound."),
        Column::of("share_high", Kind::Number, "Its share in percent, or the upper bound."),
        Column::of("withdrawn", Kind::Date, "When it was taken back."),
        Column::text("note", "What it is, in English where there is English."),
    ],
    key: &["relation"],
    rows: |selection, losses, put| {
        let (model, graph) = (selection.model(), selection.view.graph);
        let words = Words {
            graph,
            lang: Lang::En,
            last: selection.view.scope.asked.last_day(),
        };
        for chosen in &selection.relations {
            let relation = &model[chosen.relation];
            let known = graph.relation(chosen.relation);
            let span = known.span();
            let bound = |of: fn(crate::values::Interval) -> crate::values::Day| {
                span.map_or(Cell::Empty, |span| day(of(span.interval)))
            };
            let observed: Vec<String> = known.observed().map(|date| date.to_string()).collect();
            let [share, low, high] = relation
                .share()
                .map_or([Cell::Empty, Cell::Empty, Cell::Empty], |share| {
                    figure_cells(share.figure())
                });
            put(&[
                Cell::text(&relation.id),
                Cell::text(&model[relation.case].id),
                Cell::text(relation.kind().name),
                Cell::text(side_mark(main_side(relation)).0),
                Cell::shown(sentence(words, relation)),
                moment(known.since()),
                bound(|at| at.start().0),
                bound(|at| at.start().1),
                moment(known.until()),
                bound(|at| at.end().0),
                bound(|at| at.end().1),
                span.map_or(Cell::Empty, |span| day(span.presumed_from)),
                Cell::maybe(known.announced()),
                Cell::maybe(known.expires()),
                Cell::shown(observed.join("; ")),
                Cell::maybe(known.checked().map(|checked| checked.on)),
                Cell::text(known.status().name()),
                Cell::text(relation.nature.name()),
                Cell::text(standing_name(chosen.standing)),
                Cell::Flag(graph.standings().is_firm(model, chosen.relation)),
                Cell::maybe(
                    graph
                        .standings()
                        .confidence(chosen.relation)
                        .map(crate::vocab::Confidence::name),
                ),
                Cell::Flag(relation.cancelable),
                Cell::Flag(relation.rumoured),
                Cell::maybe(relation.market.map(|id| &model[id].id)),
                Cell::maybe(relation.activity.map(crate::vocab::ValueActivity::name)),
                Cell::maybe(
                    relation
                        .deal
                        .filter(|id| selection.has_deal(*id))
                        .map(|id| &model[id].id),
                ),
                share,
                low,
                high,
                Cell::maybe(known.withdrawn()),
                prose(
                    selection,
                    relation.note.as_ref(),
                    &relation.sources,
                    &relation.id,
                    losses,
                ),
            ])?;
        }
        Ok(())
    },
};

/// Who stands in relations.
pub(super) static PARTIES: Table = Table {
    name: "parties",
    doc: "A company in a role of a relation.",
    columns: &[
        RELATION,
        Column::of("position", Kind::Integer, "Its position in the record, from 1.").required(),
        Column::text("role", "The role.").required(),
        Column::text("company", "The company's id.")
            .required()
            .refers("companies", "company"),
        Column::of(
            "party_group",
            Kind::Integer,
            "Where a relation ties groups of companies: which one; 0 where there are none.",
        )
        .required(),
    ],
    key: &["relation", "position"],
    rows: |selection, _, put| {
        let model = selection.model();
        for chosen in &selection.relations {
            let relation = &model[chosen.relation];
            for (at, party) in relation.parties.iter().enumerate() {
                put(&[
                    Cell::text(&relation.id),
                    Cell::count(at + 1),
                    Cell::text(relation.kind().roles[usize::from(party.role)].name),
                    Cell::text(&model[party.company].id),
                    Cell::Integer(i64::from(party.group)),
                ])?;
            }
        }
        Ok(())
    },
};

/// Fields that only some kinds of relation have.
pub(super) static DETAILS: Table = Table {
    name: "details",
    doc: "A field that only some kinds of relation have.",
    columns: &[
        RELATION,
        Column::text("field", "The field.").required(),
        Column::text("value", "Its value: a word, a date, an id; a list or a record as JSON.").required(),
    ],
    key: &["relation", "field"],
    rows: |selection, _, put| {
        let model = selection.model();
        for chosen in &selection.relations {
            let relation = &model[chosen.relation];
            let fields = relation.kind().fields;
            for (at, value) in selection.view.graph.relation(chosen.relation).own() {
                let field = &fields[usize::from(at)];
                put(&[
                    Cell::text(&relation.id),
                    Cell::text(field.name),
                    Cell::shown(written(model, field.ty, &value)),
                ])?;
            }
        }
        Ok(())
    },
};

/// What relations say of other records.
pub(super) static LINKS: Table = Table {
    name: "links",
    doc: "What a relation says of another record.",
    columns: &[
        RELATION,
        Column::text("link", "`supersedes`, `disputes`, `refuted_by` or `total_of`.").required(),
        Column::text("record", "The id of a relation, event, quote or claim.").required(),
    ],
    key: &["relation", "link", "record"],
    rows: |selection, _, put| {
        let model = selection.model();
        for chosen in &selection.relations {
            let relation = &model[chosen.relation];
            for (link, record) in links(selection, chosen.relation) {
                put(&[Cell::text(&relation.id), Cell::text(link), Cell::text(record.id(model))])?;
            }
        }
        Ok(())
    },
};

/// What a relation says of other records that were known.
pub(in crate::exchange) fn links(
    selection: &Selection<'_>,
    id: RelationId,
) -> impl Iterator<Item = (&'static str, RecordId)> {
    let relation = &selection.model()[id];
    let relations = |link: &'static str, ids: &[RelationId]| -> Vec<_> {
        ids.iter().map(|id| (link, RecordId::Relation(*id))).collect()
    };
    let records = |link: &'static str, ids: &[RecordId]| -> Vec<_> { ids.iter().map(|id| (link, *id)).collect() };
    let links = [
        relations("supersedes", &relation.supersedes),
        relations("total_of", &relation.total_of),
        records("disputes", &relation.disputes),
        records("refuted_by", &relation.refuted_by),
    ];
    links
        .into_iter()
        .flatten()
        .filter(|(_, record)| selection.is_known(*record))
}
