//! Competition, and conflict, which is not the same.

use super::{many, mutual, one, optional, tie};
use crate::lang::Phrase;
use crate::vocab::choices::ProceedingType;
use crate::vocab::common::TERRITORIES;
use crate::vocab::field::{Field, Space, Type, Words};
use crate::vocab::kind::{Family, Kind, Lasts, MoneyFlow, Net, Side};

/// Two lists of companies: everybody in one competes with everybody in the other.
pub(super) const GROUPS: Field = Field::new(
    "groups",
    Type::List(&Type::List(&Type::Ref(Space::Company), 1), 2),
    "Instead of `parties`: two lists, each company of one competes with each of the other.",
);

const BY: Field = Field::new(
    "by",
    Type::Asserter,
    "A company's id, or `press`, `analysts`, `regulator`, `court`.",
)
.required();
const ON: Field = Field::new("on", Type::Date, "When.");
const WHERE: Field = Field::new("source", Type::Ref(Space::Source), "Where.").required();

const NAMED: Field = Field::new(
    "named",
    Type::Record(&[BY, ON.required(), WHERE]),
    "Who was the first to name them rivals, as far as is known, and when.",
);

const ASSERTED: Field = Field::new(
    "asserted",
    Type::List(&Type::Record(&[BY, ON, WHERE]), 1),
    "Who says that they compete, and when.",
);

pub(super) static COMPETITIVE_OVERLAP: Kind = Kind {
    section: "competitive_overlaps",
    name: "competitive_overlap",
    label: Phrase::new("competition", "cạnh tranh"),
    doc: "Companies compete in a market. It begins when the products of both sides are available.",
    roles: &[optional(many("parties", 2, "Who competes with each other."))],
    ties: &[mutual(
        0,
        Side::Competition,
        Phrase::new("competes in", "cạnh tranh về"),
        Net::Competitor,
    )],
    lasts: Lasts::State,
    money: MoneyFlow::None,
    family: Family::Competition,
    form: None,
    fields: &[
        GROUPS,
        Field::new(
            "products",
            Type::List(&Type::Ref(Space::Product), 1),
            "The products that meet.",
        ),
        TERRITORIES,
        NAMED,
        ASSERTED,
    ],
    first: &["groups", "market", "territories", "products"],
    example: "\
competitive_overlaps:
  - id: ai-assistants
    parties: [microsoft, openai]
    market: ai-assistants        # required here
    products: [microsoft/copilot, openai/chatgpt]
    since: 2023-02-07            # when both were available
    named: {by: press, on: 2023-02-08, source: nyt-2023-02-08}   # the first to name them rivals
    asserted:
      - {by: microsoft, on: 2024-07-30, source: microsoft-10k-2024}
    sources: [microsoft-10k-2024]
",
};

pub(super) static LAWSUIT: Kind = Kind {
    section: "lawsuits",
    name: "lawsuit",
    label: Phrase::new("lawsuit", "vụ kiện"),
    doc: "A case before a court.",
    roles: &[
        many("plaintiffs", 1, "Who sues."),
        many("defendants", 1, "Who is sued."),
    ],
    ties: &[tie(
        0,
        1,
        Side::Conflict,
        Phrase::new("sues", "kiện"),
        Phrase::new("is sued by", "bị kiện bởi"),
        (Net::None, Net::None),
    )],
    lasts: Lasts::Term,
    money: MoneyFlow::None,
    family: Family::Conflict,
    form: None,
    fields: &[
        Field::new("court", Type::Text, "Before which court."),
        Field::new("outcome", Type::Text, "How it ended."),
    ],
    first: &[],
    example: "\
lawsuits:
  - id: times
    plaintiffs: [new-york-times]
    defendants: [openai, microsoft]
    since: 2023-12-27
    court: US District Court, Southern District of New York
    sources: [nyt-2023-12-27]
",
};

pub(super) static PROCEEDING: Kind = Kind {
    section: "proceedings",
    name: "proceeding",
    label: Phrase::new("proceeding", "thủ tục của cơ quan quản lý"),
    doc: "An authority acts against, or examines, companies.",
    roles: &[
        one("authority", "Which authority."),
        many("respondents", 1, "Against whom."),
        optional(many("complainants", 1, "On whose complaint.")),
    ],
    ties: &[
        tie(
            0,
            1,
            Side::Conflict,
            Phrase::new("proceeds against", "tiến hành thủ tục với"),
            Phrase::new("faces", "bị xem xét bởi"),
            (Net::None, Net::None),
        ),
        tie(
            2,
            1,
            Side::Conflict,
            Phrase::new("complained about", "khiếu nại về"),
            Phrase::new("was complained about by", "bị khiếu nại bởi"),
            (Net::None, Net::None),
        ),
    ],
    lasts: Lasts::Term,
    money: MoneyFlow::None,
    family: Family::Conflict,
    form: None,
    fields: &[
        Field::new("type", Type::Choice(ProceedingType::CHOICES), "About what.").required(),
        Field::new("outcome", Type::Text, "How it ended."),
    ],
    first: &["type"],
    example: "\
proceedings:
  - id: cma
    authority: cma
    respondents: [microsoft, openai]
    type: merger_review
    since: 2023-12-08
    until: 2025-03-05
    outcome: no jurisdiction to review
    sources: [cma-2025-03-05]
",
};
