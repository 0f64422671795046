//! From which day on an amount is told.

use crate::graph::Graph;
use crate::model::{Amount, Period, RelationId};
use crate::values::Day;
use crate::vocab::{AmountIs, Lasts, MoneyFlow};

/// The first day for which an amount may be told; `None` where it belongs to the very start of its relation.
///
/// That is the day it is of (`as_of`); of what was paid over a time, the first of that time. Of what is paid once, at the
/// start, it needs none. In other ties that last, the figure is that of the newest source cited for it, or of the end of
/// the tie where that was earlier: an older day must not be told a newer figure.
#[must_use]
pub fn told_from(graph: &Graph<'_>, id: RelationId, amount: &Amount) -> Option<Day> {
    let relation = &graph.model()[id];
    if let Some(date) = amount.as_of {
        return Some(date.first());
    }
    let changed_hands = matches!(
        amount.is,
        AmountIs::Paid | AmountIs::Price | AmountIs::Damages | AmountIs::Fine
    );
    if let (Period::During(range), true) = (amount.period, changed_hands) {
        return Some(range.from.first());
    }
    let kind = relation.kind();
    let at_start = matches!(kind.money, MoneyFlow::Once(..)) && relation.total_of.is_empty();
    let later = matches!(amount.is, AmountIs::StakeValue | AmountIs::Damages | AmountIs::Fine);
    if kind.lasts == Lasts::Point || (at_start && !later) {
        return None;
    }
    let published = graph
        .cited(relation.cited_for(amount))
        .sources()
        .into_iter()
        .filter_map(|source| {
            let published = graph.model()[source].published?;
            Some(published.from.first())
        });
    let newest = published.max()?;
    let ended = graph.span(id).map_or(Day::MAX, |span| span.interval.end().0);
    Some(newest.min(ended))
}
