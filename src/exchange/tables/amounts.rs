//! Sums of money.

use super::parts::money;
use super::relations::RELATION;
use crate::exchange::{Cell, Column, Kind, Selection, Table};
use crate::model::{Amount, Period, RecordId, RelationId, Whose};
use crate::tell::sums::NotCounted;

/// The amounts of relations.
pub(super) static AMOUNTS: Table = Table {
    name: "amounts",
    doc: "An amount that a relation records. Amounts may be parts or totals of each other: add up those of one `counted_in` \
          only, which is their sum.",
    columns: &[
        RELATION,
        Column::of("position", Kind::Integer, "Its position in the record, from 1.").required(),
        Column::text("sort", "What it is an amount of: unlike ones are never added.").required(),
        Column::text("currency", "ISO 4217; none where it is undisclosed."),
        Column::text(
            "figure",
            "How it is meant: `exact`, `about`, `up_to`, `over`, `range` or `undisclosed`.",
        )
        .required(),
        Column::of("low", Kind::Number, "The figure, or its lower bound."),
        Column::of("high", Kind::Number, "The figure, or its upper bound."),
        Column::text("period", "`once`, `per_year`, or a span of dates."),
        Column::of("as_of", Kind::Date, "For which day the figure was given."),
        Column::text("medium", "In what it was given."),
        Column::text(
            "whose",
            "Of several payers: `together` one sum of all, `each` so much by each.",
        ),
        Column::text("part_of", "The relation whose amount contains this one."),
        Column::text(
            "counted_in",
            "The sum that it is counted in, such as `investment/microsoft>openai/committed/USD`; where each of several payers \
             gave so much, that of each, with `; ` between them.",
        ),
        Column::text(
            "not_counted",
            "Why it is in no sum: `part_of_total`, `part_of_amount`, `total_of_parts`, `earlier_figure`, `round`, `cap`, \
             `value_of_whole`, `undisclosed`, `unsettled`, `record_does_not_count`.",
        ),
        Column::text("instead", "The relation that is counted instead of it.").refers("relations", "relation"),
    ],
    key: &["relation", "position"],
    rows: |selection, _, put| {
        for chosen in &selection.relations {
            for (at, amount) in selection.amounts(chosen.relation) {
                put(&row(selection, chosen.relation, at, amount))?;
            }
        }
        Ok(())
    },
};

/// The row of an amount that stands at a position of its record.
pub(in crate::exchange) fn row<'a>(
    selection: &Selection<'a>,
    id: RelationId,
    at: usize,
    amount: &Amount,
) -> [Cell<'a>; 15] {
    let model = selection.model();
    let part_of = amount.part_of.filter(|id| selection.is_known(RecordId::Relation(*id)));
    let [currency, figure, low, high] = money(amount.money);
    let counted_in = selection.ledger.sums_with((id, at)).join("; ");
    let apart = NotCounted::at(selection.ledger.place((id, at)));
    let instead = apart.and_then(|(_, id)| id);
    [
        Cell::text(&model[id].id),
        Cell::count(at + 1),
        Cell::text(amount.is.name()),
        currency,
        figure,
        low,
        high,
        match amount.period {
            Period::Once => Cell::text("once"),
            Period::PerYear => Cell::text("per_year"),
            Period::During(range) => Cell::shown(range),
        },
        Cell::maybe(amount.as_of),
        Cell::maybe(amount.medium.map(crate::vocab::Medium::name)),
        match amount.whose {
            Some(Whose::Together) => Cell::text("together"),
            Some(Whose::Each) => Cell::text("each"),
            None => Cell::Empty,
        },
        Cell::maybe(part_of.map(|id| &model[id].id)),
        Cell::maybe(Some(counted_in).filter(|ids| !ids.is_empty())),
        Cell::maybe(apart.map(|(why, _)| why.name())),
        Cell::maybe(instead.map(|id| &model[id].id)),
    ]
}
