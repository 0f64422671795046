use std::collections::BTreeMap;

use super::{Check, Findings, Page, Subject, pairs};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Amount, CompanyId, Period, Relation, RelationId};
use crate::values::Money;
use crate::vocab::{AmountIs, MoneyFlow};

/// Figures of relations that begin within so many days of each other may be one.
const NEAR: i32 = 366;

/// Two companies, what is paid between them, and how much.
type Key = (CompanyId, CompanyId, AmountIs, String);

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::DoubleCounting,
        what: "Two relations between the same two companies carry the same figure of the same sort and begin within a year \
               of each other; sums add them.",
        why: "A sum that adds one figure twice is wrong, and looks exact. `total_of` and `part_of` say which figures \
              contain others; they are then counted once.",
        example: "\
case: example
cloud_dependencies:
  - id: contract
    customer: openai
    provider: microsoft
    since: 2025
    amount: USD 250bn
    amount_is: committed
    sources: [news-2026]
supplies:
  - id: servers
    supplier: microsoft
    customer: openai
    since: 2025
    amount: USD 250bn
    amount_is: committed
    sources: [news-2026]
",
        instead: "\
case: example
cloud_dependencies:
  - id: contract
    customer: openai
    provider: microsoft
    since: 2025
    amount: USD 250bn
    amount_is: committed
    sources: [news-2026]
supplies:
  - id: servers
    supplier: microsoft
    customer: openai
    since: 2025
    amounts: [{amount: USD 250bn, is: committed, part_of: contract}]
    sources: [news-2026]
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let mut buckets: BTreeMap<Key, Vec<(RelationId, usize)>> = BTreeMap::new();
    for (id, relation) in model.relations() {
        if !relation.is_settled() || !pairs::lives(subject, id) {
            continue;
        }
        for (at, amount) in relation.amounts.iter().enumerate().filter(|(_, amount)| adds(amount)) {
            for (payer, receiver) in movers(relation) {
                let key = (
                    payer.min(receiver),
                    payer.max(receiver),
                    amount.is,
                    amount.money.to_string(),
                );
                buckets.entry(key).or_default().push((id, at));
            }
        }
    }
    // parts of one total are said to be apart
    let mut totals: BTreeMap<RelationId, RelationId> = BTreeMap::new();
    for (id, relation) in model.relations() {
        totals.extend(relation.total_of.iter().map(|part| (*part, id)));
    }
    for ((.., is, money), mut bucket) in buckets {
        bucket.sort_by_key(|(id, at)| (subject.graph.span(*id).map(|span| span.interval), *id, *at));
        for ((a, _), (b, at)) in pairs::neighbours(&bucket) {
            let of_one_total = totals.get(&a).is_some_and(|of| totals.get(&b) == Some(of));
            if a == b || of_one_total || pairs::are_linked(model, a, b) || !near(subject, a, b) {
                continue;
            }
            out.lint_pair(
                (b, a),
                Diagnostic::new(
                    Code::DoubleCounting,
                    format!(
                        "`{}` and `{}` both carry {money} ({}), which sums add",
                        model[a].id,
                        model[b].id,
                        is.name()
                    ),
                    subject.amount(b, at),
                    "the same figure again",
                )
                .secondary(subject.amount(a, 0), "first counted here")
                .help(
                    "if one contains the other, say so with `part_of` on the amount, or `total_of` on the relation; if one \
                     repeats the other, remove it",
                ),
            );
        }
    }
}

/// Whether sums add an amount to others of its sort.
fn adds(amount: &Amount) -> bool {
    amount.money != Money::Undisclosed
        && !amount.is.is_level()
        && amount.part_of.is_none()
        && amount.period == Period::Once
}

/// The pairs of companies between which a relation's money moves.
fn movers(relation: &Relation) -> Vec<(CompanyId, CompanyId)> {
    let money = relation.kind().money;
    let (from, to) = match (money.roles(), money) {
        (Some(roles), _) => roles,
        (None, MoneyFlow::ByMode) => (0, 1),
        (None, _) => return Vec::new(),
    };
    relation
        .in_role(from)
        .flat_map(|payer| relation.in_role(to).map(move |receiver| (payer, receiver)))
        .collect()
}

/// Whether two relations begin within a year of each other.
fn near(subject: &Subject<'_>, a: RelationId, b: RelationId) -> bool {
    let starts = subject.graph.span(a).zip(subject.graph.span(b));
    starts.is_some_and(|(a, b)| a.interval.start().0.days_until(b.interval.start().0).abs() <= NEAR)
}
