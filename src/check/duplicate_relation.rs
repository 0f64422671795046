use super::{Check, Findings, Page, Subject, pairs};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Relation, RelationId};
use crate::values::{Holds, Interval, overlap};
use crate::vocab::{Lasts, MoneyFlow};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::DuplicateRelation,
        what: "Two relations of one kind between the same parties, in one market, may be one: their times overlap (of \
               transactions, their days; of what has no start, the dates at which it was seen), nothing that both say of themselves differs, and neither names the other.",
        why: "A tie told twice counts twice in sums, in ranks and in every list. It happens when two people record one fact \
              in two cases: a case may show the relation of another with `includes`.",
        example: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, dell], since: 2017, sources: [news-2023]}
  - {id: again, parties: [dell, microsoft], since: 2017-09, sources: [news-2026]}
",
        instead: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, dell], since: 2017-09, sources: [news-2023, news-2026]}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    for (a, b) in pairs::of_one_kind(subject) {
        if !meet(subject, a, b) || differ(&model[a], &model[b]) {
            continue;
        }
        let (first, second) = (a.min(b), a.max(b));
        out.lint_pair(
            (second, first),
            Diagnostic::new(
                Code::DuplicateRelation,
                format!("`{}` is likely `{}` told again", model[second].id, model[first].id),
                subject.origins.record(second),
                "the same kind, parties and time",
            )
            .secondary(subject.origins.record(first), "recorded here")
            .help(
                "keep one, with the sources of both, and show it in the other case with `includes`; if they are two, say \
                 in what they differ (`product`, `purpose`, dates), or tie them with `supersedes` or `total_of`",
            ),
        );
    }
}

/// Whether two relations surely share a day, or, where they are transactions, may have been done on one. What was
/// only seen to hold meets what holds all that time, and what was seen within the same time.
fn meet(subject: &Subject<'_>, a: RelationId, b: RelationId) -> bool {
    let Some((first, second)) = subject.graph.span(a).zip(subject.graph.span(b)) else {
        return false;
    };
    let kind = subject.model()[a].kind();
    if kind.lasts == Lasts::Point || kind.money != MoneyFlow::None {
        let start = |interval: Interval| {
            let (from, to) = interval.start();
            Interval::window(from, to)
        };
        return overlap(&[start(first.interval), start(second.interval)]) != Holds::No;
    }
    let (seen_first, seen_second) = (seen(subject, a), seen(subject, b));
    let holds_when_seen = |seen: &[Interval], span: Interval| {
        let all_of = |seen: &Interval| {
            let (from, to) = seen.possible();
            span.sure().is_some_and(|(start, end)| start <= from && to <= end)
        };
        seen.iter().any(all_of)
    };
    let both_seen = || {
        let pairs = seen_first
            .iter()
            .flat_map(|one| seen_second.iter().map(move |other| [*one, *other]));
        pairs.into_iter().any(|pair| overlap(&pair) != Holds::No)
    };
    overlap(&[first.interval, second.interval]) == Holds::Yes
        || holds_when_seen(&seen_first, second.interval)
        || holds_when_seen(&seen_second, first.interval)
        || both_seen()
}

/// The dates at which a relation without a start was seen to hold, each from its first to its last day.
fn seen(subject: &Subject<'_>, id: RelationId) -> Vec<Interval> {
    let relation = &subject.model()[id];
    let dates = relation.observed.iter().filter(|_| relation.since.is_none());
    dates.map(|date| Interval::window(date.first(), date.last())).collect()
}

/// Whether something that both say of themselves differs.
fn differ(a: &Relation, b: &Relation) -> bool {
    // what one says and the other leaves out may be the same; where each says what the other leaves out, they are two
    let says_more = |one: &Relation, other: &Relation| {
        let names = one
            .own
            .iter()
            .map(|(field, _)| one.kind().fields[usize::from(*field)].name);
        names.into_iter().any(|name| other.own(name).is_none())
    };
    let contradicts = a.own.iter().any(|(field, value)| {
        let name = a.kind().fields[usize::from(*field)].name;
        name != "asserted" && b.own(name).is_some_and(|other| other != value)
    });
    let own = contradicts || (says_more(a, b) && says_more(b, a));
    let money = |relation: &Relation| {
        relation
            .amounts
            .iter()
            .map(|amount| (amount.is, amount.money))
            .collect::<Vec<_>>()
    };
    let amounts = !a.amounts.is_empty() && !b.amounts.is_empty() && money(a) != money(b);
    let deals = a.deal.zip(b.deal).is_some_and(|(a, b)| a != b);
    own || amounts || deals || a.nature != b.nature || a.status != b.status
}
