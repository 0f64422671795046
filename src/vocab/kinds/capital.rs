//! Relations of capital: who puts money into whom, who holds what.

use super::{many, one, optional, tie};
use crate::lang::Phrase;
use crate::vocab::choices::{Control, CooperationForm, StakeBasis};
use crate::vocab::field::{Field, Space, Type, Words};
use crate::vocab::kind::{Family, Kind, Lasts, MoneyFlow, Net, Projection, Side, SideRule};

const CAPITAL: (Net, Net) = (Net::Capital, Net::Capital);

const RESULTS_IN: Field = Field::new("results_in", Type::Ref(Space::Relation), "The stake that came of it.");

pub(super) static INVESTMENT: Kind = Kind {
    section: "investments",
    name: "investment",
    label: Phrase::new("investment", "khoản đầu tư"),
    doc: "A transaction in which investors put money or value into a company. What they then hold is a stake.",
    roles: &[many("investors", 1, "Who invests."), one("company", "In whom.")],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("invests in", "đầu tư vào"),
        Phrase::new("has investor", "nhận đầu tư từ"),
        CAPITAL,
    )],
    lasts: Lasts::State,
    money: MoneyFlow::Once(0, 1),
    family: Family::Capital,
    form: Some(CooperationForm::Equity),
    fields: &[RESULTS_IN],
    first: &[],
    example: "\
investments:
  - id: first-billion
    investors: [microsoft]
    company: openai
    announced: 2019-07-22
    since: 2019-07-22            # the day it was done
    results_in: stake-2019       # the holding that came of it
    amounts:
      - {amount: USD 1bn, is: committed}
    sources: [microsoft-2019-07-22]
",
};

pub(super) static STAKE: Kind = Kind {
    section: "stakes",
    name: "stake",
    label: Phrase::new("stake", "cổ phần"),
    doc: "A holding: who owns how much of whom, from when until when.",
    roles: &[one("owner", "Who holds."), one("company", "Of whom.")],
    ties: &[Projection {
        from: 0,
        to: 1,
        side: SideRule::Stake,
        from_verb: Phrase::new("holds a stake in", "nắm cổ phần của"),
        to_verb: Phrase::new("is part-owned by", "có cổ đông là"),
        net: CAPITAL,
    }],
    lasts: Lasts::State,
    money: MoneyFlow::None,
    family: Family::Capital,
    form: Some(CooperationForm::Equity),
    fields: &[
        Field::new("share", Type::Share, "How much, in percent."),
        Field::new(
            "basis",
            Type::Choice(StakeBasis::CHOICES),
            "What the share is a share of.",
        ),
        Field::new(
            "instrument",
            Type::Text,
            "The legal form, such as class A shares or a warrant.",
        ),
        Field::new(
            "control",
            Type::Choice(Control::CHOICES),
            "Whether and how it controls the company.",
        ),
        Field::new("condition", Type::Text, "What the holding depends on."),
    ],
    first: &["share", "basis"],
    example: "\
stakes:
  - id: stake-2025
    owner: microsoft
    company: openai
    share: about 27%
    basis: as_converted
    since: 2025-10-28
    sources: [microsoft-2025-10-28]
",
};

pub(super) static ACQUISITION: Kind = Kind {
    section: "acquisitions",
    name: "acquisition",
    label: Phrase::new("acquisition", "thương vụ mua lại"),
    doc: "A purchase of a company. Completed and whole, it makes both one group from `since` on.",
    roles: &[
        many("acquirers", 1, "Who buys."),
        one("target", "What is bought."),
        optional(many("sellers", 1, "Who sells.")),
    ],
    ties: &[
        tie(
            0,
            1,
            Side::Neutral,
            Phrase::new("acquires", "mua lại"),
            Phrase::new("is acquired by", "được mua lại bởi"),
            (Net::Governance, Net::Governance),
        ),
        tie(
            0,
            2,
            Side::Neutral,
            Phrase::new("buys a business from", "mua mảng kinh doanh từ"),
            Phrase::new("sells a business to", "bán mảng kinh doanh cho"),
            (Net::None, Net::None),
        ),
    ],
    lasts: Lasts::Point,
    money: MoneyFlow::Once(0, 2),
    family: Family::Capital,
    form: None,
    fields: &[
        Field::new(
            "scope",
            Type::Choice(crate::vocab::choices::AcquisitionScope::CHOICES),
            "How much of it; `whole` if not said.",
        ),
        Field::new(
            "shares",
            Type::ByCompany(&Type::Share),
            "What part of it each of several acquirers gets.",
        ),
        RESULTS_IN,
        Field::new("hostile", Type::Flag, "Whether the target's board was against it."),
    ],
    first: &["scope", "shares"],
    example: "\
acquisitions:
  - id: github
    acquirers: [microsoft]
    target: github
    announced: 2018-06-04
    since: 2018-10-26            # completion
    amount: USD 7.5bn
    amount_is: price
    sources: [microsoft-2018-10-26]
",
};

pub(super) static LOAN: Kind = Kind {
    section: "loans",
    name: "loan",
    label: Phrase::new("loan", "khoản vay"),
    doc: "Money lent.",
    roles: &[one("lender", "Who lends."), one("borrower", "Who borrows.")],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("lends to", "cho vay"),
        Phrase::new("borrows from", "vay của"),
        CAPITAL,
    )],
    lasts: Lasts::Term,
    money: MoneyFlow::Once(0, 1),
    family: Family::Capital,
    form: Some(CooperationForm::Contract),
    fields: &[Field::new("rate", Type::Share, "Interest a year.")],
    first: &["rate"],
    example: "\
loans:
  - id: buyout-loan
    lender: microsoft
    borrower: dell
    since: 2013-10-29
    amount: USD 2bn
    amount_is: paid
    sources: [dell-2013-10-29]
",
};

pub(super) static GUARANTEE: Kind = Kind {
    section: "guarantees",
    name: "guarantee",
    label: Phrase::new("guarantee", "khoản bảo lãnh"),
    doc: "A promise to pay if another does not: a guarantee or backstop. No money moves until it is called.",
    roles: &[
        one("guarantor", "Who would pay."),
        optional(one("creditor", "To whom, where it is said.")),
        one("debtor", "Whose debt or duty it is."),
    ],
    ties: &[
        tie(
            0,
            2,
            Side::Cooperation,
            Phrase::new("guarantees debts of", "bảo lãnh nghĩa vụ của"),
            Phrase::new("is backed by a guarantee of", "có bên bảo lãnh là"),
            CAPITAL,
        ),
        tie(
            0,
            1,
            Side::Cooperation,
            Phrase::new("gives a guarantee to", "cam kết bảo lãnh với"),
            Phrase::new("holds a guarantee of", "nhận bảo lãnh của"),
            CAPITAL,
        ),
    ],
    lasts: Lasts::Term,
    money: MoneyFlow::OnCall(0, 1),
    family: Family::Capital,
    form: Some(CooperationForm::Contract),
    fields: &[Field::new(
        "covers",
        Type::Text,
        "Which debt or duty: a lease, a bond, a purchase.",
    )],
    first: &["covers"],
    example: "\
guarantees:
  - id: lease-backstop
    guarantor: google
    creditor: terawulf           # left out where nobody names it
    debtor: fluidstack
    covers: rent of a data centre for ten years
    since: 2025-08-14
    amount: about USD 1.8bn
    amount_is: guarantee         # the most that may be called; `paid` is what was called
    sources: [terawulf-2025-08-14]
",
};

pub(super) static REVENUE_SHARE: Kind = Kind {
    section: "revenue_shares",
    name: "revenue_share",
    label: Phrase::new("revenue share", "chia doanh thu"),
    doc: "A standing claim on a part of another's revenue or profit.",
    roles: &[one("payer", "Who pays."), one("receiver", "Who receives.")],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("shares revenue with", "chia doanh thu cho"),
        Phrase::new("takes a revenue share from", "nhận chia doanh thu từ"),
        CAPITAL,
    )],
    lasts: Lasts::Term,
    money: MoneyFlow::Between(0, 1),
    family: Family::Capital,
    form: Some(CooperationForm::Contract),
    fields: &[
        Field::new("share", Type::Share, "How much, in percent."),
        Field::new("of", Type::Text, "Of what."),
    ],
    first: &["share"],
    example: "\
revenue_shares:
  - id: revenue-share
    payer: openai
    receiver: microsoft
    share: 20%
    since: 2019
    of: revenue
    sources: [the-information-2025-05]
",
};
