use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Check, Findings, Page, Subject};
use crate::derived::Standing;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CompanyId, RelationId};
use crate::values::{Day, Interval};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::SharesOver100,
        what: "Stakes in one company that count, that nobody disputes and that have one `basis` surely sum to more than \
               100 % on some day. Of `about` a tenth less is taken, of `up to` nothing. Or \
               the `shares` of one joint venture or acquisition do, beyond what rounding explains.",
        why: "Nobody can own more than the whole. Usually an older stake was not ended when the new one was recorded, or \
              a share of votes and one of the economic interest were written without their `basis`.",
        example: "\
case: example
stakes:
  - {id: half, owner: microsoft, company: openai, share: 49%, since: 2023, sources: [news-2023]}
  - {id: rest, owner: google, company: openai, share: 60%, since: 2024, sources: [news-2023]}
",
        instead: "\
case: example
stakes:
  - {id: half, owner: microsoft, company: openai, share: 49%, since: 2023, until: 2024, sources: [news-2023]}
  - {id: rest, owner: google, company: openai, share: 60%, since: 2024, sources: [news-2023]}
",
    }],
    run: check,
};

/// Undisputed stakes of one basis that surely sum to more than the whole on some day.
fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let mut holdings: BTreeMap<(CompanyId, Option<&str>), Vec<Holding>> = BTreeMap::new();
    for (id, relation) in model
        .relations()
        .filter(|(_, relation)| relation.kind().name == "stake")
    {
        let counts = subject.graph.standings().of(id) == Standing::Counts && !subject.graph.standings().is_disputed(id);
        let (Some(share), Some(span), Some(company)) =
            (relation.share(), subject.graph.span(id), relation.in_role(1).next())
        else {
            continue;
        };
        if counts {
            let basis = relation.label("basis").map(|label| label.en);
            let holding = Holding {
                id,
                least: share.floor(),
                interval: span.interval,
            };
            holdings.entry((company, basis)).or_default().push(holding);
        }
    }
    for ((company, _), holdings) in holdings {
        if let Some((day, together)) = over(&holdings) {
            out.error(report(subject, company, day, &together));
        }
    }
}

/// A stake, and the least that it may be.
#[derive(Clone, Copy)]
struct Holding {
    id: RelationId,
    least: Decimal,
    interval: Interval,
}

/// The first day on which the least sums surely pass the whole, with the stakes that do. Sums grow only where one begins.
fn over(holdings: &[Holding]) -> Option<(Day, Vec<Holding>)> {
    let mut days: Vec<Day> = holdings
        .iter()
        .filter_map(|h| h.interval.sure())
        .map(|(from, _)| from)
        .collect();
    days.sort_unstable();
    days.into_iter().find_map(|day| {
        let on = |h: &&Holding| h.interval.sure().is_some_and(|(from, to)| from <= day && day < to);
        let together: Vec<Holding> = holdings.iter().filter(on).copied().collect();
        let sum: Decimal = together.iter().map(|holding| holding.least).sum();
        (sum > Decimal::ONE_HUNDRED).then_some((day, together))
    })
}

fn report(subject: &Subject<'_>, company: CompanyId, day: Day, together: &[Holding]) -> Diagnostic {
    let sum: Decimal = together.iter().map(|holding| holding.least).sum();
    let place = |holding: &Holding| subject.origins.field(holding.id, "share");
    let says = |holding: &Holding| format!("at least {}%", holding.least.normalize());
    let (last, others) = together
        .split_last()
        .map_or((&together[0], together), |(last, others)| (last, others));
    let name = subject.model()[company].label();
    let headline = format!("the stakes in {name} sum to at least {}% on {day}", sum.normalize());
    let mut diagnostic = Diagnostic::new(Code::SharesOver100, headline, place(last), says(last));
    for holding in others {
        diagnostic = diagnostic.secondary(place(holding), says(holding));
    }
    diagnostic.help("end the older stakes with `until`, or tie reports that contradict each other with `disputes`")
}
