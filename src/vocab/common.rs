//! Fields that several kinds of record share, and those of every relation.

use super::choices::{AmountIs, Medium, Nature, Status, ValueActivity};
use super::field::{Field, Space, Type, Words};

/// The id that every record has.
pub(super) const ID: Field = Field::new("id", Type::Id, "The record's id, a slug.").required();

pub(super) const OVERRIDES: Field = Field::new(
    "overrides",
    Type::Flag,
    "In an overlay: replaces the whole record of this id.",
);
pub(super) const COMPANY: Type = Type::Ref(Space::Company);
pub(super) const COMPANIES: Type = Type::List(&COMPANY, 1);
pub(super) const MARKET: Type = Type::Ref(Space::Market);
pub(super) const SOURCE: Type = Type::Ref(Space::Source);
pub(super) const CITATIONS: Type = Type::List(&Type::Citation, 1);
pub(super) const RECORDS: Type = Type::List(&Type::Ref(Space::Record), 1);
pub(super) const RELATIONS: Type = Type::List(&Type::Ref(Space::Relation), 1);

pub(super) const SOURCES: Field = Field::new(
    "sources",
    CITATIONS,
    "On whose word; each a source id, or a mapping with `quote` and `locator`.",
);
pub(super) const TERRITORIES: Field = Field::new(
    "territories",
    Type::List(&Type::Country, 1),
    "In which countries, ISO 3166; not said, if absent.",
);
pub(super) const NOTE: Field = Field::new("note", Type::Text, "What it is, one plain sentence.");
pub(super) const REFUTED_BY: Field = Field::new(
    "refuted_by",
    RECORDS,
    "Better supported records that show it to be wrong.",
);
pub(super) const DISPUTES: Field = Field::new(
    "disputes",
    RECORDS,
    "Records that say otherwise; of all of them only one counts.",
);

/// What else is said about one field.
pub(super) const REPORTED_OTHERWISE: Type = Type::List(
    &Type::Record(&[
        Field::new("field", Type::Line, "Which field.").required(),
        Field::new("value", Type::Text, "What else is said.").required(),
        Field::new("note", Type::Text, "Why this record does not carry it."),
        SOURCES.required(),
    ]),
    1,
);

/// Fields that every relation may have. The first `DATES` stand before what else is said of it.
pub static COMMON: &[Field] = &[
    Field::new("announced", Type::Date, "When it was signed or made public."),
    Field::new(
        "since",
        Type::DateOrUnknown,
        "The first day it holds (completion, not signing).",
    ),
    Field::new(
        "until",
        Type::DateOrUnknown,
        "The first day it no longer holds; `unknown`: ended, nobody knows when.",
    ),
    Field::new("expires", Type::Date, "The contractual end; may lie in the future."),
    Field::new(
        "observed",
        Type::List(&Type::Date, 1),
        "Dates at which it was seen to hold, instead of `since`.",
    ),
    Field::new(
        "status",
        Type::Choice(Status::CHOICES),
        "How far it got; `completed` if not said.",
    ),
    Field::new(
        "nature",
        Type::Choice(Nature::CHOICES),
        "What binds the parties; `actual` if not said.",
    ),
    Field::new("cancelable", Type::Flag, "Whether a party may leave."),
    Field::new("rumoured", Type::Flag, "Whether the source itself calls it a rumour."),
    Field::new("amount", Type::Money, "One amount, with `amount_is`."),
    Field::new(
        "amount_is",
        Type::Choice(AmountIs::CHOICES),
        "What `amount` is an amount of.",
    ),
    Field::new(
        "amounts",
        Type::List(&Type::Record(AMOUNT), 1),
        "Several amounts, each with what it is.",
    ),
    Field::new(
        "total_of",
        RELATIONS,
        "Relations whose amounts this one repeats; it is never added to them.",
    ),
    Field::new(
        "market",
        MARKET,
        "The market it concerns; required for competitive overlaps.",
    ),
    Field::new(
        "activity",
        Type::Choice(ValueActivity::CHOICES),
        "Which activity of the value chain it touches.",
    ),
    Field::new("supersedes", RELATIONS, "Earlier terms that this one replaces."),
    Field::new("deal", Type::Ref(Space::Deal), "The deal it is part of."),
    Field::new(
        "checked",
        Type::Record(&[
            Field::new("on", Type::Date, "The day for which the source shows it alive.").required(),
            Field::new("source", SOURCE, "The source.").required(),
        ]),
        "When it was last verified.",
    ),
    DISPUTES,
    REFUTED_BY,
    Field::new(
        "reported_otherwise",
        REPORTED_OTHERWISE,
        "Other values for one field, with who says so.",
    ),
    Field::new("withdrawn", Type::Date, "When we took the record back: our mistake."),
    Field::new("why", Type::Text, "Why it was withdrawn."),
    NOTE,
    SOURCES.required(),
    Field::new(
        "sources_of",
        Type::Record(&[
            Field::new("until", CITATIONS, "On whose word it ended then."),
            Field::new("status", CITATIONS, "On whose word it got so far."),
            Field::new(
                "amount",
                CITATIONS,
                "On whose word `amount` is; those in `amounts` have `sources` of their own.",
            ),
        ]),
        "Sources of single fields, where others than `sources` tell them.",
    ),
    OVERRIDES,
];

/// How many fields of [`COMMON`] say when a relation holds.
pub(super) const DATES: usize = 5;

pub(super) const AMOUNT: &[Field] = &[
    Field::new("amount", Type::Money, "How much.").required(),
    Field::new("is", Type::Choice(AmountIs::CHOICES), "What it is an amount of.").required(),
    Field::new("period", Type::Period, "`once`, `per_year`, or an interval of dates."),
    Field::new("as_of", Type::Date, "For which day the figure was given."),
    Field::new(
        "part_of",
        Type::Ref(Space::Relation),
        "The relation whose amount contains this one.",
    ),
    Field::new("medium", Type::Choice(Medium::CHOICES), "In what it is given."),
    Field::new(
        "together",
        Type::Flag,
        "With several payers: `true`, one sum of all of them (if not said); `false`, so much by each.",
    ),
    Field::new(
        "sources",
        CITATIONS,
        "On whose word this amount is, where not all sources tell it.",
    ),
];
