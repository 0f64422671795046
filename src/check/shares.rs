//! Owners who together have more of a company than there is.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Check, Findings, Page, Subject};
use crate::derived::{Holding, Part};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{CompanyId, RelationId};
use crate::text::Span;
use crate::values::{Day, Holds, Interval, Share, overlap};

pub(super) const CHECK: Check = Check {
    pages: &[
        Page {
            code: Code::SharesOver100,
            what: "Shares in one company, of stakes, ventures and common purchases, that count, that nobody disputes and \
                   that have one `basis` surely sum to more than 100 % on some day, beyond what rounding explains: of a \
                   figure half a unit of its last digit less is taken, of `about` a tenth less, of `up to` nothing. \
                   One owner counts once, and the figure of a parent may include those of its subsidiaries. Or the \
                   `shares` of one joint venture or acquisition do.",
            why: "Nobody can own more than the whole. Usually an older stake was not ended when the new one was recorded, \
                  or a share of votes and one of the economic interest were written without their `basis`.",
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
        },
        Page {
            code: Code::MixedBasis,
            what: "Shares in one company sum to more than 100 % on some day only where those of different `basis`, or with \
                   and without one, are taken together.",
            why: "Votes, economic interest and shares as converted are shares of three wholes: each may sum to 100 %. Where one \
                  figure does not say of what it is a share, either it is of the same whole and there is too much of it, \
                  or it is of another and readers cannot know.",
            example: "\
case: example
stakes:
  - {id: votes, owner: microsoft, company: openai, share: 60%, basis: votes, since: 2023, sources: [news-2023]}
  - {id: rest, owner: google, company: openai, share: 60%, since: 2023, sources: [news-2023]}
",
            instead: "\
case: example
stakes:
  - {id: votes, owner: microsoft, company: openai, share: 60%, basis: votes, since: 2023, sources: [news-2023]}
  - {id: rest, owner: google, company: openai, share: 40%, basis: votes, since: 2023, sources: [news-2023]}
",
        },
    ],
    run: check,
};

/// A share that somebody has of a company, and the least that it may be.
#[derive(Clone, Copy)]
struct Slice {
    owner: CompanyId,
    relation: RelationId,
    share: Share,
    least: Decimal,
    interval: Interval,
}

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let mut by_company: BTreeMap<CompanyId, Vec<&Holding>> = BTreeMap::new();
    for holding in subject.graph.holdings().iter().filter(|holding| !holding.disputed) {
        by_company.entry(holding.owned).or_default().push(holding);
    }
    for (company, holdings) in by_company {
        let mut by_basis: BTreeMap<_, Vec<Slice>> = BTreeMap::new();
        for holding in holdings {
            if let (Part::Share(share), Some(relation)) = (holding.part, holding.cause.relation()) {
                by_basis.entry(holding.basis).or_default().push(Slice {
                    owner: holding.owner,
                    relation,
                    share,
                    least: share.before_rounding(),
                    interval: holding.interval,
                });
            }
        }
        let mut is_over = false;
        for slices in by_basis.values() {
            if let Some(found) = over(subject, slices) {
                is_over = true;
                // the shares of one record are judged where they are read
                if found.relations().len() > 1 {
                    let help =
                        "end the older ones with `until`, or tie reports that contradict each other with `disputes`";
                    out.error(report(subject, Code::SharesOver100, company, &found).help(help));
                }
            }
        }
        let all: Vec<Slice> = by_basis.values().flatten().copied().collect();
        if !is_over && let Some(found) = over(subject, &all) {
            let help = "give each its `basis`; where they are shares of different wholes and right, waive it";
            let last = found.slices.last().map(|slice| slice.relation);
            let diagnostic = report(subject, Code::MixedBasis, company, &found).help(help);
            out.lint_pair((company, last.unwrap_or(found.slices[0].relation)), diagnostic);
        }
    }
}

/// Shares that surely pass the whole together on a day.
struct Over {
    day: Day,
    sum: Decimal,
    /// In the order of their start.
    slices: Vec<Slice>,
}

impl Over {
    fn relations(&self) -> BTreeSet<RelationId> {
        self.slices.iter().map(|slice| slice.relation).collect()
    }
}

/// The first day on which the least sums surely pass the whole. Sums grow only where something begins, and days on which
/// all figures together do not pass the whole are not looked at closely.
fn over(subject: &Subject<'_>, slices: &[Slice]) -> Option<Over> {
    let mut steps: Vec<(Day, bool, Decimal)> = Vec::new();
    for slice in slices {
        if let Some((from, to)) = slice.interval.sure() {
            steps.extend([(from, true, slice.least), (to, false, -slice.least)]);
        }
    }
    steps.sort_unstable();
    let mut sum = Decimal::ZERO;
    for day in steps.chunk_by(|a, b| a.0 == b.0) {
        sum += day.iter().map(|(_, _, change)| change).sum::<Decimal>();
        let grows = day.iter().any(|(_, begins, _)| *begins);
        if !grows || sum <= Decimal::ONE_HUNDRED {
            continue;
        }
        let day = day[0].0;
        let on = |slice: &&Slice| slice.interval.sure().is_some_and(|(from, to)| from <= day && day < to);
        let mut together: Vec<Slice> = slices.iter().filter(on).copied().collect();
        together.sort_by_key(|slice| (slice.interval.start().1, slice.relation));
        let sum = least(subject, day, &together);
        if sum > Decimal::ONE_HUNDRED {
            return Some(Over {
                day,
                sum,
                slices: together,
            });
        }
    }
    None
}

/// The least that some shares surely come to on a day: one owner counts once, by its greatest figure, and what an owner's
/// subsidiaries have may be a part of the owner's figure.
fn least(subject: &Subject<'_>, day: Day, slices: &[Slice]) -> Decimal {
    let mut own: BTreeMap<CompanyId, Decimal> = BTreeMap::new();
    for slice in slices {
        let most = own.entry(slice.owner).or_default();
        *most = slice.least.max(*most);
    }
    let on = Interval::window(day, day);
    let above = |owner: CompanyId| -> BTreeSet<CompanyId> {
        let owners = subject.graph.groups().owners(owner).into_iter();
        let then = owners.filter(|(id, parts)| {
            let parts: Vec<Interval> = parts.iter().copied().chain([on]).collect();
            own.contains_key(id) && *id != owner && overlap(&parts) != Holds::No
        });
        then.map(|(id, _)| id).collect()
    };
    let above: BTreeMap<CompanyId, BTreeSet<CompanyId>> = own.keys().map(|owner| (*owner, above(*owner))).collect();
    let mut lowest_first: Vec<CompanyId> = own.keys().copied().collect();
    lowest_first.sort_by_key(|owner| std::cmp::Reverse(above[owner].len()));
    let mut below: BTreeMap<CompanyId, Decimal> = BTreeMap::new();
    let mut sum = Decimal::ZERO;
    for owner in lowest_first {
        let all = own[&owner].max(below.get(&owner).copied().unwrap_or_default());
        match above[&owner].iter().max_by_key(|parent| above[*parent].len()) {
            Some(parent) => *below.entry(*parent).or_default() += all,
            None => sum += all,
        }
    }
    sum
}

fn report(subject: &Subject<'_>, code: Code, company: CompanyId, found: &Over) -> Diagnostic {
    let model = subject.model();
    let place = |slice: &Slice| -> Span { subject.first_field(slice.relation, &["share", "shares"]) };
    let says = |slice: &Slice| {
        let basis = model[slice.relation]
            .label("basis")
            .map(|basis| format!(" {}", basis.en));
        let basis = basis.unwrap_or_default();
        format!("{}: {}{basis}", model[slice.owner].label(), slice.share)
    };
    let name = model[company].label();
    let (day, sum) = (found.day, found.sum.normalize());
    let headline = match code {
        Code::MixedBasis => {
            format!("shares of different or unstated `basis` in {name} sum to at least {sum}% on {day}")
        }
        _ => format!("the shares in {name} sum to at least {sum}% on {day}"),
    };
    // several shares of one record stand in one place
    let mut places: Vec<(Span, Vec<String>)> = Vec::new();
    for slice in &found.slices {
        let at = place(slice);
        match places.iter_mut().find(|(known, _)| *known == at) {
            Some((_, all)) => all.push(says(slice)),
            None => places.push((at, vec![says(slice)])),
        }
    }
    let mut labels = places.into_iter().map(|(at, all)| (at, all.join(", "))).rev();
    let (at, label) = labels
        .next()
        .unwrap_or((subject.origins.record(company), String::new()));
    let mut diagnostic = Diagnostic::new(code, headline, at, label);
    for (at, label) in labels.rev() {
        diagnostic = diagnostic.secondary(at, label);
    }
    diagnostic
}
