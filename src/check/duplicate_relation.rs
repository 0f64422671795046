use super::{Check, Findings, Page, Subject, pairs};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Relation, RelationId};
use crate::values::{Holds, Interval, overlap};
use crate::vocab::{Lasts, MoneyFlow};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::DuplicateRelation,
        what: "Two relations of one kind between the same parties, in one market, may be one: their times overlap (of \
               transactions, their days), nothing that both say of themselves differs, and neither names the other.",
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

/// Whether two relations surely share a day, or, where they are transactions, may have been done on one.
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
    overlap(&[first.interval, second.interval]) == Holds::Yes
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
