//! The fields of deals, with who holds a right to their money and how it is shared out.

use super::choices::Counted;
use super::common::{CITATIONS, COMPANIES, ID, NOTE, OVERRIDES, REPORTED_OTHERWISE, SOURCES};
use super::field::{Field, Space, Type, Words};

/// The fields of a deal.
pub(super) const DEAL_FIELDS: &[Field] = &[
    ID,
    Field::new("title", Type::Text, "What it is called.").required(),
    Field::new("parties", COMPANIES, "Who signed."),
    Field::new("signed", Type::Date, "When it was signed."),
    Field::new("until", Type::Date, "The first day it no longer holds."),
    Field::new(
        "supersedes",
        Type::List(&Type::Ref(Space::Deal), 1),
        "Earlier deals it replaces.",
    ),
    Field::new(
        "amount",
        Type::Money,
        "Its size as the parties give it; never added to its relations.",
    ),
    NOTE,
    Field::new(
        "holders",
        Type::List(&Type::Record(HOLDER), 1),
        "Classes of those who share its money, such as `limited-partners`; a company needs no entry.",
    ),
    Field::new(
        "waterfall",
        Type::List(&Type::Record(TRANCHE), 1),
        "Who gets what of its money: tranches that are paid in this order.",
    ),
    SOURCES.required(),
    OVERRIDES,
];

const HOLDER: &[Field] = &[
    Field::new(
        "id",
        Type::Id,
        "A slug of this deal's own, unlike the id of any company.",
    )
    .required(),
    Field::new("name", Type::Text, "What the class is called.").required(),
    Field::new("companies", COMPANIES, "Who is known to belong to it."),
    Field::new("sources", CITATIONS, "On whose word these belong to it."),
];

const MONEY: Type = Type::ByHolder(&Type::Money);

/// The fields of a tranche.
pub const TRANCHE: &[Field] = &[
    Field::new("name", Type::Text, "What it is called.").required(),
    Field::new(
        "shares",
        Type::ByHolder(&Type::Share),
        "What part of each unit of money goes to whom; with `unstated` 100 %.",
    ),
    Field::new("unstated", Type::Share, "The part of which nobody says who gets it."),
    Field::new(
        "until",
        Type::UnknownOr(&[
            Field::new(
                "receives",
                MONEY,
                "It ends when each of these holders has received so much.",
            )
            .required(),
            SOURCES,
        ]),
        "When it ends; `unknown`: somewhere, nobody knows where. The last tranche has no end.",
    ),
    Field::new(
        "caps",
        MONEY,
        "The most that a holder gets; the tranche ends when all capped holders have it.",
    ),
    Field::new("caps_sources", CITATIONS, "On whose word the caps are."),
    Field::new(
        "residual",
        Type::HolderOrUnknown,
        "Who gets the part of a holder that is at its cap; pro rata all others, if not said.",
    ),
    Field::new(
        "counted",
        Type::Choice(Counted::CHOICES),
        "From where `until` and `caps` count what a holder got; `tranche` if not said.",
    ),
    Field::new("effects", Type::Text, "What else happens in it."),
    NOTE,
    Field::new(
        "reported_otherwise",
        REPORTED_OTHERWISE,
        "Other values for one field, with who says so.",
    ),
    SOURCES,
];
