//! What a waterfall can get wrong.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Draft, Placed};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{HolderRef, Residual};
use crate::syntax::missing;
use crate::text::Span;
use crate::values::{Currency, Figure, Money};
use crate::vocab::Counted;

/// Reports everything that is wrong with some tranches; later rules rest on what earlier ones found in order.
pub(super) fn judge(drafts: &[Draft<'_>], out: &mut Vec<Diagnostic>) {
    let reported = out.len();
    for draft in drafts {
        single_figures(draft, out);
    }
    if out.len() > reported {
        return;
    }
    for draft in drafts {
        sum_to_the_whole(draft, out);
        figures_have_shares(draft, out);
        thresholds_below_caps(draft, out);
        residual(draft, out);
    }
    one_currency(drafts, out);
    ends(drafts, out);
    if out.len() == reported {
        reachable(drafts, out);
    }
}

/// The one number of a figure, `None` where there are two or it is open.
const fn number(figure: Figure) -> Option<Decimal> {
    match figure {
        Figure::Exact(number) | Figure::About(number) => Some(number),
        Figure::UpTo(_) | Figure::Over(_) | Figure::Range(..) => None,
    }
}

/// The one number of a sum of money; the first rule sees to it that there is one.
fn sum(money: Money) -> Decimal {
    money.figure().and_then(number).unwrap_or_default()
}

fn single_figures(draft: &Draft<'_>, out: &mut Vec<Diagnostic>) {
    let shares = draft.shares.iter().map(|p| (p.at, p.value));
    let unstated = draft.unstated.iter().map(|p| (p.span, p.value));
    for (span, share) in shares.chain(unstated) {
        if number(share.figure()).is_none() {
            out.push(
                inexact(&share.to_string(), span)
                    .help("write the number to compute with, such as `49%` or `about 49%`, and the rest in `note`"),
            );
        }
    }
    for placed in draft.thresholds().iter().chain(&draft.caps) {
        if placed.value.figure().and_then(number).is_none() {
            let diagnostic = inexact(&placed.value.to_string(), placed.at);
            out.push(match placed.value {
                Money::Undisclosed => {
                    diagnostic.help("where a tranche ends nobody knows where, write `until: unknown`")
                }
                Money::Known { .. } => diagnostic.help(
                    "write the number to compute with, such as `USD 92bn` or `about USD 92bn`, and the rest in `note`",
                ),
            });
        }
    }
}

fn inexact(text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::InexactWaterfall, format!("`{text}` is not one number"), span, "")
}

fn sum_to_the_whole(draft: &Draft<'_>, out: &mut Vec<Diagnostic>) {
    let given = draft.shares.iter().map(|p| p.value);
    let all = given.chain(draft.unstated.iter().map(|p| p.value));
    let sum: Decimal = all.filter_map(|share| number(share.figure())).sum();
    let whole = Decimal::ONE_HUNDRED;
    if sum == whole {
        return;
    }
    let span = draft.fields.get("shares").map_or(draft.span, |shares| shares.span);
    let headline = format!(
        "the shares of tranche `{}` sum to {}%, not to 100%",
        draft.label(),
        sum.normalize()
    );
    let mut diagnostic = Diagnostic::new(Code::SharesNot100, headline, span, "");
    if let (Some(unstated), true) = (&draft.unstated, draft.fields.has("shares")) {
        diagnostic = diagnostic.secondary(unstated.span, "with this");
    }
    let stated: Decimal = draft.shares.iter().filter_map(|p| number(p.value.figure())).sum();
    out.push(if stated < whole {
        diagnostic.help(format!(
            "write `unstated: {}%` if nobody says who gets the rest, or mend a share",
            (whole - stated).normalize()
        ))
    } else {
        diagnostic.help("mend a share")
    });
}

fn figures_have_shares(draft: &Draft<'_>, out: &mut Vec<Diagnostic>) {
    for placed in draft.thresholds().iter().chain(&draft.caps) {
        if draft.shares.iter().any(|share| share.holder == placed.holder) {
            continue;
        }
        let headline = format!(
            "tranche `{}` has a figure for a holder without a share in it",
            draft.label()
        );
        let diagnostic = Diagnostic::new(Code::HolderWithoutShare, headline, placed.key, "gets nothing here");
        let diagnostic = match draft.fields.get("shares") {
            Some(shares) => diagnostic.secondary(shares.span, "the shares"),
            None => diagnostic,
        };
        out.push(diagnostic.help("give the holder a share, or delete its figure"));
    }
}

fn thresholds_below_caps(draft: &Draft<'_>, out: &mut Vec<Diagnostic>) {
    for threshold in draft.thresholds() {
        let cap = draft.caps.iter().find(|cap| cap.holder == threshold.holder);
        if let Some(cap) = cap.filter(|cap| sum(cap.value) < sum(threshold.value)) {
            out.push(
                Diagnostic::new(
                    Code::ThresholdAboveCap,
                    format!(
                        "`until` waits for {}, and the holder never gets more than {}",
                        threshold.value, cap.value
                    ),
                    threshold.at,
                    "",
                )
                .secondary(cap.at, "its cap")
                .help("lower the threshold, raise the cap, or delete the threshold: a tranche ends at its caps anyway"),
            );
        }
    }
}

fn residual(draft: &Draft<'_>, out: &mut Vec<Diagnostic>) {
    if draft.caps.is_empty() {
        for name in ["residual", "caps_sources"] {
            if let Some(value) = draft.fields.get(name) {
                out.push(
                    missing(&format!("tranche `{}`", draft.label()), "caps", value.span).help(format!(
                        "add `caps`, or delete `{name}`, which has no meaning without them"
                    )),
                );
            }
        }
    }
    let Some((residual, Residual::To(holder))) = draft.residual.as_ref().map(|r| (r.span, r.value)) else {
        return;
    };
    if let Some(cap) = draft.caps.iter().find(|cap| cap.holder == holder) {
        out.push(
            Diagnostic::new(
                Code::CappedResidual,
                format!("the residual of tranche `{}` goes to a holder with a cap", draft.label()),
                residual,
                "",
            )
            .secondary(cap.key, "its cap")
            .help("name a holder without a cap, write `unknown`, or delete `residual`: it then goes pro rata to the others"),
        );
    }
}

fn one_currency(drafts: &[Draft<'_>], out: &mut Vec<Diagnostic>) {
    let mut first: Option<(Currency, Span)> = None;
    for placed in drafts
        .iter()
        .flat_map(|draft| draft.thresholds().iter().chain(&draft.caps))
    {
        let Some(currency) = placed.value.currency() else {
            continue;
        };
        match first {
            None => first = Some((currency, placed.at)),
            Some((known, span)) if known != currency => out.push(
                Diagnostic::new(
                    Code::MixedCurrencies,
                    format!("a waterfall in {known} has a figure in {currency}"),
                    placed.at,
                    "",
                )
                .secondary(span, "the first figure")
                .help(format!(
                    "give the figure in {known}, and what the source says in `reported_otherwise`"
                )),
            ),
            Some(_) => {}
        }
    }
}

fn ends(drafts: &[Draft<'_>], out: &mut Vec<Diagnostic>) {
    let Some((last, before)) = drafts.split_last() else {
        return;
    };
    for (draft, next) in before.iter().zip(&drafts[1..]) {
        if draft.until.is_none() && draft.caps.is_empty() {
            out.push(
                Diagnostic::new(
                    Code::EndlessTranche,
                    format!("tranche `{}` has no end, and others follow", draft.label()),
                    draft.span,
                    "",
                )
                .secondary(next.span, "never reached")
                .help(
                    "add `until: {receives: {...}}` or `caps: {...}`, or `until: unknown` where nobody knows its end",
                ),
            );
        }
    }
    let end = ["until", "caps"].into_iter().find_map(|name| last.fields.get(name));
    if let Some(end) = end {
        out.push(
            Diagnostic::new(
                Code::LastTrancheEnds,
                format!("tranche `{}` is the last and has an end", last.label()),
                end.span,
                "",
            )
            .help("add a tranche for the money after it, with `unstated: 100%` if nobody says whose it is, or delete the end"),
        );
    }
}

/// Reports tranches that have ended before they begin: what they wait for has surely been paid by earlier ones.
fn reachable(drafts: &[Draft<'_>], out: &mut Vec<Diagnostic>) {
    // what each holder surely has when a tranche begins
    let mut has: BTreeMap<HolderRef, (Decimal, Span)> = BTreeMap::new();
    for draft in drafts {
        if draft.counted == Counted::Deal {
            let there = |placed: &Placed<Money>| {
                has.get(&placed.holder)
                    .is_some_and(|(got, _)| *got >= sum(placed.value))
            };
            let waits = [draft.thresholds(), draft.caps.as_slice()];
            let over = waits.into_iter().find(|all| !all.is_empty() && all.iter().all(there));
            if let Some(figure) = over.and_then(<[_]>::first) {
                let before = has.get(&figure.holder).map_or(draft.span, |(_, span)| *span);
                out.push(
                    Diagnostic::new(
                        Code::UnreachableTranche,
                        format!(
                            "tranche `{}` pays nothing: it has ended before it begins",
                            draft.label()
                        ),
                        figure.at,
                        "counted from the first money of the deal",
                    )
                    .secondary(before, "paid before")
                    .help(
                        "raise the figure, or write `counted: tranche` if it counts from the beginning of this tranche",
                    ),
                );
            }
        }
        for (holder, least, span) in surely_paid(draft) {
            let entry = has.entry(holder).or_insert((Decimal::ZERO, span));
            entry.0 = match draft.counted {
                Counted::Tranche => entry.0 + least,
                Counted::Deal => entry.0.max(least),
            };
            entry.1 = span;
        }
    }
}

/// What holders surely have got of a tranche when it has ended, whichever of its ends comes first.
fn surely_paid(draft: &Draft<'_>) -> Vec<(HolderRef, Decimal, Span)> {
    let capped = |holder| draft.caps.iter().any(|cap| cap.holder == holder);
    let figures: Vec<&Placed<Money>> = match &draft.until {
        Some(None) => Vec::new(),
        Some(Some(thresholds)) => thresholds
            .iter()
            .filter(|threshold| draft.caps.is_empty() || capped(threshold.holder))
            .collect(),
        None => draft.caps.iter().collect(),
    };
    figures.into_iter().map(|p| (p.holder, sum(p.value), p.at)).collect()
}
