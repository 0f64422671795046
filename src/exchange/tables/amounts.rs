//! Sums of money.

use super::parts::money;
use super::relations::RELATION;
use crate::exchange::{Cell, Column, Kind, Selection, Table};
use crate::model::{Amount, Period, RecordId, Whose};

/// The amounts of relations.
pub(super) static AMOUNTS: Table = Table {
    name: "amounts",
    doc: "An amount that a relation records. Amounts may be parts or totals of each other: adding up a column counts money twice.",
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
    ],
    key: &["relation", "position"],
    rows: |selection, _, put| {
        let model = selection.model();
        for chosen in &selection.relations {
            let relation = &model[chosen.relation];
            for (at, amount) in selection.view.graph.relation(chosen.relation).amounts() {
                put(&row(selection, &relation.id, at, amount))?;
            }
        }
        Ok(())
    },
};

/// The row of an amount that stands at a position of its record.
pub(in crate::exchange) fn row<'a>(
    selection: &Selection<'a>,
    id: &'a str,
    at: usize,
    amount: &Amount,
) -> [Cell<'a>; 12] {
    let part_of = amount.part_of.filter(|id| selection.is_known(RecordId::Relation(*id)));
    let [currency, figure, low, high] = money(amount.money);
    [
        Cell::text(id),
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
        Cell::maybe(part_of.map(|id| &selection.model()[id].id)),
    ]
}
