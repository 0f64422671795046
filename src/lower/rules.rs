//! What one record alone can get wrong.

use super::decl::Decl;
use super::placed::Placed;
use super::read::date;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Party;
use crate::syntax::{Fields, Raw, missing};
use crate::text::Span;
use crate::values::{Interval, PartialDate};
use crate::vocab::Kind;

/// Reports dates of which the second is surely not after the first. `what` is what begins and ends.
pub(super) fn ends_after(fields: &Fields, begins: &str, ends: &str, what: &str, out: &mut Vec<Diagnostic>) {
    let (Some(first), Some(end)) = (date(fields, begins), date(fields, ends)) else {
        return;
    };
    if Interval::between(Some(first), Some(end)).is_some() {
        return;
    }
    let (Some(begin_at), Some(end_at)) = (fields.get(begins), fields.get(ends)) else {
        return;
    };
    let before = end.last() < first.first();
    let headline = if before {
        format!("{what} ends before it begins: `{ends}` is `{end}`, `{begins}` is `{first}`")
    } else {
        format!(
            "{what} ends when it begins: `{ends}` is the first day without it, and `{begins}` the first day with it"
        )
    };
    let diagnostic =
        Diagnostic::new(Code::EmptyInterval, headline, end_at.span, "").secondary(begin_at.span, "begins here");
    out.push(match PartialDate::from_day(first.last().next()) {
        Some(next) if !before => diagnostic.help(format!("if it held on that one day, write `{ends}: {next}`")),
        _ => diagnostic.help("exchange the two dates, or mend one of them"),
    });
}

/// A source without a date says when it was read.
pub(super) fn undated_source(decl: &Decl<'_>, out: &mut Vec<Diagnostic>) {
    let Some(published) = decl.fields.get("published") else {
        return;
    };
    let open = match &published.value {
        Raw::Unknown => true,
        Raw::Published(range) => range.to != Some(range.from),
        _ => false,
    };
    if open && !decl.fields.has("accessed") {
        out.push(
            missing(&format!("source `{}`", decl.id), "accessed", decl.span)
                .secondary(published.span, "the day of publication is not known")
                .help("add `accessed: 2026-11-23`, the day on which it was read: it counts as known from then on"),
        );
    }
}

/// Reports amounts that are written in two ways, or do not say what they are.
pub(super) fn one_way_to_write_amounts(decl: &Decl<'_>, out: &mut Vec<Diagnostic>) {
    let fields = decl.fields;
    let what = format!("{} `{}`", decl.section.noun(), fields.id().map_or("", |id| id.value));
    let (amount, is, several) = (fields.get("amount"), fields.get("amount_is"), fields.get("amounts"));
    if let (Some(one), Some(several)) = (amount.or(is), several) {
        out.push(
            Diagnostic::new(
                Code::ConflictingFields,
                format!("{what} has both `amount` and `amounts`"),
                several.span,
                "",
            )
            .secondary(one.span, "")
            .help("move the one amount into the list: `- {amount: USD 1bn, is: paid}`"),
        );
        return;
    }
    if let (Some(amount), false) = (amount, fields.has("amount_is")) {
        out.push(
            missing(&what, "amount_is", amount.span)
                .help("add `amount_is: paid`, or whatever it is: `committed`, `planned`, `price`, `round`, `cap`, ..."),
        );
    }
    if let (Some(is), false) = (is, fields.has("amount")) {
        out.push(missing(&what, "amount", is.span).help("add `amount: USD 1bn`, or `amount: undisclosed`"));
    }
}

/// Reports companies that are related to themselves, and keeps each once in its role.
pub(super) fn without_self(decl: &Decl<'_>, kind: &Kind, named: Vec<Placed>, out: &mut Vec<Diagnostic>) -> Vec<Party> {
    let mut parties: Vec<Placed> = Vec::new();
    for placed in named {
        let Party { role, company, .. } = placed.party;
        let same = parties.iter().find(|other| {
            other.party.company == company && (other.party.role == role || tied(kind, other.party.role, role))
        });
        if let Some(same) = same {
            out.push(itself(decl, same, &placed));
            if same.party.role == role {
                continue;
            }
        }
        parties.push(placed);
    }
    parties.into_iter().map(|placed| placed.party).collect()
}

fn tied(kind: &Kind, a: u8, b: u8) -> bool {
    let ends = (usize::from(a), usize::from(b));
    kind.ties
        .iter()
        .any(|tie| (tie.from, tie.to) == ends || (tie.to, tie.from) == ends)
}

fn itself(decl: &Decl<'_>, first: &Placed, second: &Placed) -> Diagnostic {
    let id = decl.fields.id().map_or("", |id| id.value);
    let noun = decl.section.noun();
    let headline = if first.party.role == second.party.role {
        format!("{noun} `{id}` names a company twice")
    } else {
        format!("{noun} `{id}` relates a company to itself")
    };
    Diagnostic::new(Code::SelfRelation, headline, second.span, "named again here")
        .secondary(first.span, "first named here")
        .help("name another company, or delete one of the two")
}

pub(super) fn part_of_itself(id: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::SelfRelation,
        format!("company `{id}` is part of itself"),
        span,
        "",
    )
    .help("name the parent company, or delete the entry")
}

pub(super) fn own_successor(fields: &Fields, at: Span) -> Diagnostic {
    let place = |field: &str| fields.get(field).map_or(at, |field| field.span);
    Diagnostic::new(
        Code::SelfRelation,
        "a company succeeds itself",
        place("to"),
        "named again here",
    )
    .secondary(place("from"), "first named here")
    .help("name two companies; a company that only changed its name has it in `names`")
}
