use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Check, Findings, Page, Subject, pairs};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Amount, Moment, Relation, RelationId};
use crate::text::Span;
use crate::values::{Currency, Money};
use crate::vocab::AmountIs;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::ContradictingAmounts,
        what: "Figures of one sort and currency cannot all be right: parts (`part_of`, `total_of`) surely sum to more than \
               their whole; two relations of one kind between the same parties, begun on one day, surely differ; or one \
               relation gives two values of one whole (a round, a valuation) for one day. `about` is read as within a tenth.",
        why: "Sources often differ, and then both figures belong into the data: the better supported one in the record, the \
              other in `reported_otherwise`, or a record of its own with `disputes`. Without that it is a slip.",
        example: "\
case: example
investments:
  - id: total
    investors: [microsoft]
    company: openai
    since: 2023
    amount: USD 10bn
    amount_is: committed
    sources: [news-2023]
  - id: cash
    investors: [microsoft]
    company: openai
    since: 2024
    amounts: [{amount: USD 13bn, is: committed, part_of: total}]
    sources: [news-2026]
",
        instead: "\
case: example
investments:
  - id: total
    investors: [microsoft]
    company: openai
    since: 2023
    amount: USD 13bn
    amount_is: committed
    reported_otherwise: [{field: amount, value: USD 10bn, sources: [news-2023]}]
    sources: [news-2026]
  - id: cash
    investors: [microsoft]
    company: openai
    since: 2024
    amounts: [{amount: USD 13bn, is: committed, part_of: total}]
    sources: [news-2026]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    wholes(subject, out);
    totals(subject, out);
    values(subject, out);
    tellings(subject, out);
}

/// A figure and where it stands.
#[derive(Clone, Copy)]
struct At {
    relation: RelationId,
    position: usize,
}

impl At {
    fn amount<'a>(self, subject: &Subject<'a>) -> &'a Amount {
        &subject.model()[self.relation].amounts[self.position]
    }

    fn place(self, subject: &Subject<'_>) -> Span {
        subject.amount(self.relation, self.position)
    }
}

fn amounts(relation: RelationId, record: &Relation) -> impl Iterator<Item = (At, &Amount)> {
    let at = move |position| At { relation, position };
    record
        .amounts
        .iter()
        .enumerate()
        .map(move |(position, amount)| (at(position), amount))
}

/// Amounts that name their whole with `part_of`.
fn wholes(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let mut parts: BTreeMap<(RelationId, AmountIs, Currency), Vec<At>> = BTreeMap::new();
    for (id, relation) in model.relations().filter(|(id, _)| pairs::lives(subject, *id)) {
        for (at, amount) in amounts(id, relation) {
            if let (Some(whole), Some(currency)) = (amount.part_of, amount.money.currency()) {
                parts.entry((whole, amount.is, currency)).or_default().push(at);
            }
        }
    }
    for ((whole, is, currency), parts) in parts {
        compare(subject, (whole, is, currency), &parts, out);
    }
}

/// Relations that name their parts with `total_of`.
fn totals(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (total, relation) in model.relations().filter(|(_, relation)| !relation.total_of.is_empty()) {
        let mut parts: BTreeMap<(AmountIs, Currency), Vec<At>> = BTreeMap::new();
        for part in &relation.total_of {
            for (at, amount) in amounts(*part, &model[*part]).filter(|(_, amount)| amount.part_of.is_none()) {
                if let Some(currency) = amount.money.currency() {
                    parts.entry((amount.is, currency)).or_default().push(at);
                }
            }
        }
        for ((is, currency), parts) in parts {
            compare(subject, (total, is, currency), &parts, out);
        }
    }
}

/// Reports parts that surely sum to more than their whole.
fn compare(
    subject: &Subject<'_>,
    (whole, is, currency): (RelationId, AmountIs, Currency),
    parts: &[At],
    out: &mut Findings,
) {
    let model = subject.model();
    let mut wholes = amounts(whole, &model[whole])
        .filter(|(_, amount)| amount.is == is && amount.money.currency() == Some(currency))
        .filter_map(|(at, amount)| Some((at, amount.money.figure()?.ceiling()?)));
    let Some((at, most)) = wholes.next() else { return };
    let most = wholes.map(|(_, most)| most).fold(most, Decimal::max);
    let least: Decimal = parts
        .iter()
        .filter(|_| !is.is_level())
        .filter_map(|part| Some(part.amount(subject).money.figure()?.floor()))
        .sum();
    let Some((last, others)) = parts
        .split_last()
        .filter(|_| least > most && !is_disputed(&model[whole]))
    else {
        return;
    };
    let sum = Money::Known {
        currency,
        figure: crate::values::Figure::Exact(least.normalize()),
    };
    let headline = format!(
        "the parts of `{}` sum to at least {sum}, more than the whole",
        model[whole].id
    );
    let mut diagnostic = Diagnostic::new(Code::ContradictingAmounts, headline, at.place(subject), "the whole")
        .secondary(last.place(subject), "a part");
    for part in others {
        diagnostic = diagnostic.secondary(part.place(subject), "a part");
    }
    out.lint_pair((whole, last.relation), diagnostic.help(HELP));
}

const HELP: &str = "mend the figure that is wrong; if sources differ, record the weaker one in `reported_otherwise`, or as a \
                    record of its own with `disputes`";

/// Two values of one whole for one day, in one relation.
fn values(subject: &Subject<'_>, out: &mut Findings) {
    for (id, relation) in subject
        .model()
        .relations()
        .filter(|(_, relation)| relation.amounts.len() > 1)
    {
        let levels: Vec<(At, &Amount)> = amounts(id, relation)
            .filter(|(_, amount)| amount.is.is_level())
            .collect();
        for ((first, a), (second, b)) in pairs::neighbours(&levels) {
            if a.is == b.is && a.as_of == b.as_of && a.period == b.period && surely_differ(a.money, b.money) {
                let headline = format!(
                    "`{}` gives two figures of one {} for one day",
                    relation.id,
                    a.is.label().en
                );
                out.lint(
                    id,
                    Diagnostic::new(
                        Code::ContradictingAmounts,
                        headline,
                        second.place(subject),
                        "another figure",
                    )
                    .secondary(first.place(subject), "one figure")
                    .help("say with `as_of` for which day each stands; if sources differ, see `reported_otherwise`"),
                );
            }
        }
    }
}

/// Two relations that may tell one transaction, with figures that surely differ.
fn tellings(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (a, b) in pairs::of_one_kind(subject) {
        let (first, second) = (&model[a], &model[b]);
        let one_day = first.since.is_some()
            && first.since == second.since
            && first
                .since
                .and_then(Moment::date)
                .is_some_and(|date| date.day().is_some());
        if !one_day || first.own != second.own || is_disputed(first) || is_disputed(second) || first.deal != second.deal
        {
            continue;
        }
        for (at, amount) in amounts(a, first) {
            let other = amounts(b, second).find(|(_, other)| {
                other.is == amount.is && other.period == amount.period && surely_differ(amount.money, other.money)
            });
            let Some((other, _)) = other else { continue };
            let headline = format!(
                "`{}` and `{}` began on one day, with different figures",
                first.id, second.id
            );
            out.lint_pair(
                (b, a),
                Diagnostic::new(Code::ContradictingAmounts, headline, other.place(subject), "one figure")
                    .secondary(at.place(subject), "another")
                    .help(
                        "if they tell one transaction, keep one record, with the other figure in `reported_otherwise`",
                    )
                    .help("if they are two, say in what they differ: `product`, `deal`, or the fields of their kind"),
            );
            break;
        }
    }
}

/// Whether a record says that its amounts are told otherwise elsewhere.
fn is_disputed(relation: &Relation) -> bool {
    !relation.disputes.is_empty()
        || relation
            .reported_otherwise
            .iter()
            .any(|other| matches!(other.field.as_str(), "amount" | "amounts"))
}

fn surely_differ(a: Money, b: Money) -> bool {
    let (Some(x), Some(y)) = (a.figure(), b.figure()) else {
        return false;
    };
    let below = |low: crate::values::Figure, high: crate::values::Figure| {
        low.ceiling().is_some_and(|ceiling| ceiling < high.floor())
    };
    a.currency() == b.currency() && (below(x, y) || below(y, x))
}
