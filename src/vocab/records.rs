//! The fields of every record that is not a relation.

use super::choices::{CompanyKind, EventKind, Reading, SourceKind, SuccessionAs, TitleBasis, Wording};
use super::common::{
    COMPANIES, COMPANY, DISPUTES, ID, MARKET, NOTE, OVERRIDES, RECORDS, REFUTED_BY, RELATIONS, SOURCE, SOURCES,
    TERRITORIES,
};
use super::deals::DEAL_FIELDS;
use super::examples;
use super::field::{Field, Space, Type, Words};

const COMPANY_FIELDS: &[Field] = &[
    ID,
    Field::new("name", Type::Line, "The full name.").required(),
    Field::new("short", Type::Line, "The name people use."),
    Field::new("aliases", Type::List(&Type::Line, 1), "Other names it is found by."),
    Field::new(
        "names",
        Type::List(
            &Type::Record(&[
                Field::new("name", Type::Line, "The name.").required(),
                Field::new("since", Type::Date, "From when."),
                Field::new("until", Type::Date, "The first day without it."),
            ]),
            1,
        ),
        "Former names.",
    ),
    Field::new(
        "kind",
        Type::Choice(CompanyKind::CHOICES),
        "What sort of party; `company` if not said.",
    ),
    Field::new("country", Type::Country, "Where its seat is, ISO 3166."),
    Field::new("founded", Type::Date, "When it was founded."),
    Field::new("dissolved", Type::Date, "When it ceased to exist."),
    Field::new(
        "part_of",
        Type::List(
            &Type::Record(&[
                Field::new("company", COMPANY, "The parent.").required(),
                Field::new("since", Type::Date, "From when; always, if not said."),
                Field::new("until", Type::Date, "The first day without it."),
                SOURCES,
            ]),
            1,
        ),
        "Which company it belongs to. Needless after an acquisition that is recorded.",
    ),
    Field::new(
        "ids",
        Type::Record(&[
            Field::new("wikidata", Type::Qid, "Wikidata item."),
            Field::new(
                "lei",
                Type::OneOrMore(&Type::Lei),
                "Legal entity identifier; a list where it has several.",
            ),
            Field::new(
                "ticker",
                Type::OneOrMore(&Type::Line),
                "Exchange and symbol; a list where it is listed twice.",
            ),
            Field::new("cik", Type::Line, "SEC's central index key."),
        ]),
        "Identifiers elsewhere.",
    ),
    Field::new(
        "products",
        Type::List(
            &Type::Record(&[
                ID,
                Field::new("name", Type::Line, "Its name.").required(),
                Field::new("market", MARKET, "The market it competes in.").required(),
                Field::new(
                    "since",
                    Type::Date,
                    "When it became available, or came to this company with a business it bought.",
                ),
                Field::new(
                    "until",
                    Type::Date,
                    "The first day without it, also where its business was sold.",
                ),
                TERRITORIES,
                SOURCES,
            ]),
            1,
        ),
        "Products that matter for competition.",
    ),
    NOTE,
    SOURCES,
    OVERRIDES,
];

const MARKET_FIELDS: &[Field] = &[
    ID,
    Field::new("name", Type::Text, "Its name, in both languages.").required(),
    Field::new(
        "synonyms",
        Type::ByLanguage(&Type::OneOrMore(&Type::Line)),
        "Other names it is found by; no other market may have one of them.",
    ),
    Field::new("broader", MARKET, "The market that contains it."),
    NOTE,
    OVERRIDES,
];

const SOURCE_FIELDS: &[Field] = &[
    ID,
    Field::new("short", Type::Line, "A label for readers, such as `10-K 2024`."),
    Field::new("publisher", Type::Line, "Who published it; `unknown` is allowed."),
    Field::new(
        "publisher_company",
        COMPANY,
        "The publisher, where it is a company of the data.",
    ),
    Field::new("title", Type::Line, "The title as it stands on the page.").required(),
    Field::new(
        "title_basis",
        Type::Choice(TitleBasis::CHOICES),
        "Where the title was read; `page` if not said.",
    ),
    Field::new("kind", Type::Choice(SourceKind::CHOICES), "What sort of document.").required(),
    Field::new(
        "published",
        Type::Published,
        "When; `unknown` or an interval ask for `accessed`.",
    )
    .required(),
    Field::new("url", Type::Url, "Its address."),
    Field::new("accessed", Type::Date, "When it was fetched or looked up."),
    Field::new(
        "read",
        Type::Choice(Reading::CHOICES),
        "How much of it was read for these records; not said, if absent.",
    ),
    Field::new("read_by", Type::Line, "Who read it, a person or a model."),
    Field::new("read_on", Type::Date, "When."),
    Field::new("archived", Type::Url, "Address of a copy in an archive."),
    Field::new("based_on", SOURCE, "The source that it relays."),
    Field::new("language", Type::Language, "Its language, ISO 639-1."),
    NOTE,
    OVERRIDES,
];

const EVENT_FIELDS: &[Field] = &[
    ID,
    Field::new("date", Type::Date, "When.").required(),
    Field::new("about", COMPANIES, "Whom it concerns.").required(),
    Field::new("kind", Type::Choice(EventKind::CHOICES), "What sort of event."),
    Field::new("title", Type::Text, "What happened.").required(),
    NOTE,
    DISPUTES,
    REFUTED_BY,
    SOURCES.required(),
    OVERRIDES,
];

const QUOTE_FIELDS: &[Field] = &[
    ID,
    Field::new("date", Type::Date, "When it was said or written."),
    Field::new("speaker", Type::Line, "Who said it.").required(),
    Field::new("role", Type::Text, "As what."),
    Field::new("company", COMPANY, "For whom."),
    Field::new("about", COMPANIES, "About whom.").required(),
    Field::new("text", Type::Text, "The words.").required(),
    Field::new("original_language", Type::Language, "In which language they were said."),
    Field::new(
        "translation_of",
        Type::Ref(Space::Record),
        "The quote that this one translates.",
    ),
    Field::new(
        "wording",
        Type::Choice(Wording::CHOICES),
        "How near it is to its source.",
    ),
    NOTE,
    SOURCES.required(),
    OVERRIDES,
];

const CLAIM_FIELDS: &[Field] = &[
    ID,
    Field::new("date", Type::Date, "When."),
    Field::new("about", COMPANIES, "Whom it concerns.").required(),
    Field::new("by", Type::Line, "Who says so."),
    Field::new("text", Type::Text, "What is said.").required(),
    DISPUTES,
    REFUTED_BY,
    NOTE,
    SOURCES.required(),
    OVERRIDES,
];

const SUCCESSION_FIELDS: &[Field] = &[
    ID,
    Field::new(
        "from",
        COMPANY,
        "The earlier company, the parent of a spin-off, or the company below a new parent.",
    )
    .required(),
    Field::new("to", COMPANY, "The later company, or the new parent of a `holding`.").required(),
    Field::new("as", Type::Choice(SuccessionAs::CHOICES), "How.").required(),
    Field::new(
        "since",
        Type::Date,
        "The first day of the later one, or with the new parent.",
    )
    .required(),
    NOTE,
    SOURCES.required(),
    OVERRIDES,
];

const CASE_FIELDS: &[Field] = &[
    ID,
    Field::new("title", Type::Text, "Its title, in both languages.").required(),
    Field::new("summary", Type::Text, "Two to five plain sentences."),
    Field::new("about", COMPANIES, "Whom it is about.").required(),
    Field::new(
        "includes",
        RELATIONS,
        "Relations of other cases that belong to the picture.",
    ),
    Field::new(
        "coverage",
        Type::List(
            &Type::Record(&[
                Field::new("company", COMPANY, "Whose side.").required(),
                Field::new(
                    "with",
                    COMPANIES,
                    "With whom alone it was looked for; absent: with anybody.",
                ),
                Field::new(
                    "side",
                    Type::Choice(super::choices::CoverageSide::CHOICES),
                    "Which side was looked for.",
                )
                .required(),
                Field::new("searched", Type::Text, "Where.").required(),
                Field::new("on", Type::Date, "When.").required(),
                Field::new(
                    "found",
                    Type::Choice(super::choices::Found::CHOICES),
                    "Whether anything was found.",
                )
                .required(),
            ]),
            1,
        ),
        "Where each side was looked for: `none recorded` is not `none exists`.",
    ),
    Field::new(
        "story",
        Type::List(
            &Type::Record(&[
                Field::new("title", Type::Text, "The step in one sentence.").required(),
                Field::new("at", Type::Date, "When.").required(),
                Field::new("show", RECORDS, "The records it shows.").required(),
            ]),
            1,
        ),
        "The case in steps.",
    ),
    OVERRIDES,
];

const WAIVER_FIELDS: &[Field] = &[
    Field::new("code", Type::Line, "The lint, by its code.").required(),
    Field::new(
        "on",
        Type::Line,
        "The record's id, whole or within the case of the file.",
    )
    .required(),
    Field::new("why", Type::Text, "Why it does not apply.").required(),
];

/// A section of a data file that holds no relations.
#[derive(Debug)]
pub struct Section {
    /// Its key.
    pub name: &'static str,
    /// What its records are.
    pub doc: &'static str,
    /// Their fields.
    pub fields: &'static [Field],
    /// Whether its records belong to a case, so that the file needs `case:`.
    pub in_case: bool,
    /// An annotated record, as it would stand in a file, with every field but `overrides`.
    pub example: &'static str,
}

/// Every section that holds no relations, in the house order; relations stand behind `deals`. `case` is a single record,
/// the others are lists.
pub static SECTIONS: &[Section] = &[
    Section {
        name: "case",
        doc: "The case that this file tells, or the id of the case it adds to.",
        fields: CASE_FIELDS,
        in_case: false,
        example: examples::CASE,
    },
    Section {
        name: "companies",
        doc: "Companies and other parties.",
        fields: COMPANY_FIELDS,
        in_case: false,
        example: examples::COMPANIES,
    },
    Section {
        name: "markets",
        doc: "Markets: a tree; a question about one includes its narrower ones.",
        fields: MARKET_FIELDS,
        in_case: false,
        example: examples::MARKETS,
    },
    Section {
        name: "deals",
        doc: "Contracts that relations are part of.",
        fields: DEAL_FIELDS,
        in_case: false,
        example: examples::DEALS,
    },
    Section {
        name: "successions",
        doc: "Companies that come out of companies.",
        fields: SUCCESSION_FIELDS,
        in_case: false,
        example: examples::SUCCESSIONS,
    },
    Section {
        name: "events",
        doc: "What happened, without a side.",
        fields: EVENT_FIELDS,
        in_case: true,
        example: examples::EVENTS,
    },
    Section {
        name: "quotes",
        doc: "What people said.",
        fields: QUOTE_FIELDS,
        in_case: true,
        example: examples::QUOTES,
    },
    Section {
        name: "claims",
        doc: "Statements that are no relation.",
        fields: CLAIM_FIELDS,
        in_case: true,
        example: examples::CLAIMS,
    },
    Section {
        name: "sources",
        doc: "Documents that say so.",
        fields: SOURCE_FIELDS,
        in_case: false,
        example: examples::SOURCES,
    },
    Section {
        name: "waive",
        doc: "Lints that do not apply, each with a reason.",
        fields: WAIVER_FIELDS,
        in_case: false,
        example: examples::WAIVE,
    },
];

/// The section called `name`.
#[must_use]
pub fn section(name: &str) -> Option<&'static Section> {
    SECTIONS.iter().find(|section| section.name == name)
}
