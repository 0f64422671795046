//! Fields of one record that must agree with each other.

use rust_decimal::Decimal;

use super::decl::Decl;
use super::read::{choice, date, list_of_ids, records, reference};
use crate::diagnostics::{Code, Diagnostic};
use crate::syntax::{Fields, Raw, Spanned, missing};
use crate::vocab::{AmountIs, Kind, MoneyFlow, Role, Words};

/// What a record is called in messages: "stake `stake-2025`".
fn what(decl: &Decl<'_>) -> String {
    format!(
        "{} `{}`",
        decl.section.noun(),
        decl.fields.id().map_or("", |id| id.value)
    )
}

/// Who read a source, and when, is said of a reading.
pub(super) fn of_source(decl: &Decl<'_>, out: &mut Vec<Diagnostic>) {
    let said = ["read_by", "read_on"]
        .iter()
        .find_map(|name| decl.fields.get(name).map(|value| (*name, value.span)));
    if let (Some((name, span)), false) = (said, decl.fields.has("read")) {
        out.push(
            missing(&what(decl), "read", decl.span)
                .secondary(span, format!("`{name}` tells of a reading"))
                .help("add `read: opened`, or `excerpt`, `quoted` or `listed`: how much of it was read"),
        );
    }
}

/// What the fields of a relation say of each other.
///
/// `is_company` tells declared companies; another id has been reported already.
pub(super) fn of_relation(decl: &Decl<'_>, kind: &Kind, is_company: impl Fn(&str) -> bool, out: &mut Vec<Diagnostic>) {
    cited_fields(decl, out);
    shares(decl, kind, is_company, out);
    together(decl, kind, out);
    first_named(decl, out);
    if matches!(kind.money, MoneyFlow::OnCall(..)) {
        promised(decl, out);
    }
}

/// `sources_of` cites for fields that are there.
fn cited_fields(decl: &Decl<'_>, out: &mut Vec<Diagnostic>) {
    let Some(Raw::Record(cited)) = decl.fields.get("sources_of").map(|of| &of.value) else {
        return;
    };
    for entry in cited.iter().filter(|entry| !decl.fields.has(entry.name)) {
        let (name, what) = (entry.name, what(decl));
        let several = decl.fields.get("amounts").filter(|_| name == "amount");
        out.push(match several {
            Some(several) => Diagnostic::new(
                Code::ConflictingFields,
                format!("{what} has `amounts`, and sources of its `amount`"),
                entry.key,
                "",
            )
            .secondary(several.span, "")
            .help("move them into the amount that they tell: `- {amount: USD 1bn, is: paid, sources: [...]}`"),
            None => missing(&what, name, entry.key)
                .help(format!("add `{name}`, which these sources tell, or delete them here")),
        });
    }
}

/// Shares of what several own or buy go to those who do, and are together no more than the whole.
fn shares(decl: &Decl<'_>, kind: &Kind, is_company: impl Fn(&str) -> bool, out: &mut Vec<Diagnostic>) {
    let (Some(role), Some(field)) = (kind.roles.first(), decl.fields.get("shares")) else {
        return;
    };
    let Raw::ByKey(shares) = &field.value else { return };
    let owners = list_of_ids(decl.fields, role.name);
    if let [one] = owners.as_slice() {
        out.push(
            Diagnostic::new(
                Code::ConflictingFields,
                format!("{} has `shares`, and one company in `{}`", what(decl), role.name),
                field.span,
                "",
            )
            .secondary(one.span, "")
            .help("delete `shares`: the whole goes to one; how much of a company it then holds is a stake"),
        );
        return;
    }
    for (company, _) in shares {
        if is_company(&company.value) && !owners.iter().any(|owner| owner.value == company.value) {
            out.push(outsider(decl, role, company));
        }
    }
    let least = shares.iter().filter_map(|(_, share)| match share.value {
        Raw::Share(share) => Some(share.before_rounding()),
        _ => None,
    });
    let sum: Decimal = least.sum();
    if sum > Decimal::ONE_HUNDRED {
        let headline = format!("the shares of {} sum to at least {}%", what(decl), sum.normalize());
        out.push(
            Diagnostic::new(Code::SharesOver100, headline, field.span, "")
                .help("mend them; `about` leaves a tenth, and shares that are not known are left out"),
        );
    }
}

fn outsider(decl: &Decl<'_>, role: &Role, company: &Spanned<String>) -> Diagnostic {
    let headline = format!(
        "{} gives a share to `{}`, which is not among its `{}`",
        what(decl),
        company.value,
        role.name
    );
    let diagnostic = Diagnostic::new(Code::OutsiderShare, headline, company.span, "");
    let diagnostic = match decl.fields.get(role.name) {
        Some(named) => diagnostic.secondary(named.span, ""),
        None => diagnostic,
    };
    diagnostic.help(format!("add it to `{}`, or mend the id", role.name))
}

/// `together` tells the payers' own sums from a common one, so there are several payers, and a sum that somebody pays.
fn together(decl: &Decl<'_>, kind: &Kind, out: &mut Vec<Diagnostic>) {
    let in_role = |role: usize| list_of_ids(decl.fields, kind.roles[role].name).len();
    let payers = match kind.money.roles() {
        Some((payers, _)) => in_role(payers),
        // nobody pays, or one of two does: the figure may still be that of each party
        None => (0..kind.roles.len()).map(in_role).max().unwrap_or(0),
    };
    for (_, amount) in records(decl.fields, "amounts") {
        let Some(together) = amount.get("together") else {
            continue;
        };
        if payers < 2 {
            out.push(
                Diagnostic::new(
                    Code::ConflictingFields,
                    format!("{} has one payer, and an amount that says `together`", what(decl)),
                    together.span,
                    "",
                )
                .help("delete `together`: it tells a common sum of several payers from so much by each"),
            );
        } else if let (Some(is), Raw::Flag(false)) = (whole(amount), &together.value) {
            out.push(
                Diagnostic::new(
                    Code::ConflictingFields,
                    format!(
                        "an amount of {} is `{}`, and so much by each payer",
                        what(decl),
                        is.name()
                    ),
                    together.span,
                    "",
                )
                .help("delete `together`: what a whole is worth or raised is one figure, whoever paid"),
            );
        }
    }
}

/// What an amount is, where it is the size of a whole and no payer's.
fn whole(amount: &Fields) -> Option<AmountIs> {
    let is = choice(amount, "is")?;
    matches!(is, AmountIs::Round | AmountIs::CompanyValue).then_some(is)
}

/// Nobody named the parties rivals before the first who did.
fn first_named(decl: &Decl<'_>, out: &mut Vec<Diagnostic>) {
    let Some(Spanned {
        value: Raw::Record(named),
        ..
    }) = decl.fields.get("named")
    else {
        return;
    };
    let Some(first) = date(named, "on") else { return };
    let earlier = records(decl.fields, "asserted")
        .into_iter()
        .find(|(_, asserted)| date(asserted, "on").is_some_and(|on| on.last() < first.first()));
    if let (Some((span, asserted)), Some(on)) = (earlier, named.get("on")) {
        let by = match asserted.get("by").map(|by| &by.value) {
            Some(Raw::Str(by)) => by.as_str(),
            _ => "somebody",
        };
        out.push(
            Diagnostic::new(
                Code::ConflictingFields,
                format!("{} was first `named` after `{by}` had asserted it", what(decl)),
                on.span,
                "",
            )
            .secondary(span, "earlier")
            .help("write the earlier one as `named`, or mend one of the two dates"),
        );
    }
}

/// An amount of a guarantee is what may be called or what was; nobody owes himself.
fn promised(decl: &Decl<'_>, out: &mut Vec<Diagnostic>) {
    const ALLOWED: [AmountIs; 2] = [AmountIs::Guarantee, AmountIs::Paid];
    let fields = decl.fields;
    let several = records(fields, "amounts")
        .into_iter()
        .map(|(_, amount)| amount.get("is"));
    for is in several.chain([fields.get("amount_is")]).flatten() {
        let Raw::Choice(at) = is.value else { continue };
        let Some(word) = AmountIs::at(usize::from(at)).filter(|word| !ALLOWED.contains(word)) else {
            continue;
        };
        out.push(
            Diagnostic::new(
                Code::UnknownValue,
                format!("an amount of {} is `{}`", what(decl), word.name()),
                is.span,
                "",
            )
            .help("write `guarantee` for what may be called, `paid` for what was called"),
        );
    }
    if let (Some(creditor), Some(debtor)) = (reference(fields, "creditor"), reference(fields, "debtor"))
        && creditor.value == debtor.value
    {
        out.push(
            Diagnostic::new(
                Code::SelfRelation,
                format!("{} has one company as creditor and debtor", what(decl)),
                debtor.span,
                "named again here",
            )
            .secondary(creditor.span, "first named here")
            .help("name another company, or leave the creditor out where nobody names it"),
        );
    }
}
