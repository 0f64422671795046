//! Relations of companies that act together.

use super::{many, mutual, one, optional, tie};
use crate::lang::Phrase;
use crate::vocab::choices::{BoardSeat, CooperationForm, StakeBasis};
use crate::vocab::field::{Field, Type, Words};
use crate::vocab::kind::{Family, Kind, Lasts, MoneyFlow, Net, Side};

pub(super) static ALLIANCE: Kind = Kind {
    section: "alliances",
    name: "alliance",
    label: Phrase::new("alliance", "liên minh"),
    doc: "Two or more companies agree to work together, without one simply buying from the other.",
    roles: &[many("parties", 2, "Who is allied.")],
    ties: &[mutual(
        0,
        Side::Cooperation,
        Phrase::new("is allied with", "liên minh với"),
        Net::Complementor,
    )],
    lasts: Lasts::State,
    money: MoneyFlow::None,
    family: Family::Alliance,
    form: Some(CooperationForm::Contract),
    fields: &[
        Field::new("name", Type::Text, "What the parties call it."),
        Field::new("purpose", Type::Text, "What it is for."),
    ],
    first: &["name", "purpose"],
    example: "\
alliances:
  - id: azure-stack
    parties: [microsoft, dell]
    purpose: integrated systems for Azure Stack
    since: 2017-09-25
    sources: [dell-2017-09-25]
",
};

pub(super) static JOINT_VENTURE: Kind = Kind {
    section: "joint_ventures",
    name: "joint_venture",
    label: Phrase::new("joint venture", "liên doanh"),
    doc: "Two or more companies own a venture together. It belongs to no partner's group unless one controls it.",
    roles: &[
        many("partners", 2, "Who owns it."),
        optional(one("venture", "The venture, where it has a name.")),
    ],
    ties: &[
        mutual(
            0,
            Side::Cooperation,
            Phrase::new("runs a venture with", "liên doanh với"),
            Net::Capital,
        ),
        tie(
            0,
            1,
            Side::Cooperation,
            Phrase::new("is partner in", "góp vốn vào liên doanh"),
            Phrase::new("is joint venture of", "là liên doanh của"),
            (Net::Capital, Net::Capital),
        ),
    ],
    lasts: Lasts::State,
    money: MoneyFlow::Between(0, 1),
    family: Family::Capital,
    form: Some(CooperationForm::Equity),
    fields: &[
        Field::new("shares", Type::ByCompany(&Type::Share), "Who owns how much."),
        Field::new(
            "basis",
            Type::Choice(StakeBasis::CHOICES),
            "What the shares are shares of; a majority of the economic interest alone controls nothing.",
        ),
    ],
    first: &["shares", "basis"],
    example: "\
joint_ventures:
  - id: stargate
    partners: [openai, softbank, oracle, mgx]
    venture: stargate
    shares: {openai: 40%, softbank: 40%}
    since: 2025-01-21
    sources: [openai-2025-01-21]
",
};

pub(super) static MEMBERSHIP: Kind = Kind {
    section: "memberships",
    name: "membership",
    label: Phrase::new("membership", "tư cách thành viên"),
    doc: "A company belongs to a consortium; members cooperate with each other through it.",
    roles: &[one("member", "Who belongs."), one("body", "To what.")],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("is a member of", "là thành viên của"),
        Phrase::new("has member", "có thành viên"),
        (Net::Complementor, Net::Complementor),
    )],
    lasts: Lasts::State,
    money: MoneyFlow::None,
    family: Family::Alliance,
    form: Some(CooperationForm::Structural),
    fields: &[],
    first: &[],
    example: "\
memberships:
  - id: lufthansa
    member: lufthansa
    body: star-alliance
    since: 1997-05-14
    sources: [star-alliance-1997]
",
};

pub(super) static BOARD_SEAT: Kind = Kind {
    section: "board_seats",
    name: "board_seat",
    label: Phrase::new("board seat", "ghế hội đồng quản trị"),
    doc: "A company sits on another's board, with or without a vote.",
    roles: &[one("holder", "Who sits."), one("company", "On whose board.")],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("sits on the board of", "có ghế trong hội đồng quản trị của"),
        Phrase::new("has on its board", "có trong hội đồng quản trị"),
        (Net::Governance, Net::Governance),
    )],
    lasts: Lasts::State,
    money: MoneyFlow::None,
    family: Family::Capital,
    form: Some(CooperationForm::Equity),
    fields: &[Field::new(
        "seat",
        Type::Choice(BoardSeat::CHOICES),
        "With which right.",
    )],
    first: &["seat"],
    example: "\
board_seats:
  - id: observer
    holder: microsoft
    company: openai
    seat: observer
    since: 2023-11-29
    until: 2024-07-09            # the first day without it
    sources: [reuters-2024-07-10]
",
};
