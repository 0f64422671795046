//! Relations of trade: supply, cloud services, technology, channels.

use super::{one, tie};
use crate::lang::Phrase;
use crate::vocab::choices::{CooperationForm, DistributionMode};
use crate::vocab::field::{Field, Space, Type, Words};
use crate::vocab::kind::{Family, Kind, Lasts, MoneyFlow, Net, Side};

const EXCLUSIVE: Field = Field::new(
    "exclusive",
    Type::Record(&[
        Field::new(
            "binds",
            Type::List(&Type::Ref(Space::Company), 1),
            "Who may not go elsewhere.",
        )
        .required(),
        Field::new("scope", Type::Text, "In what."),
    ]),
    "Who is bound to deal with nobody else.",
);

pub(super) static CLOUD_DEPENDENCY: Kind = Kind {
    section: "cloud_dependencies",
    name: "cloud_dependency",
    label: Phrase::new("cloud service", "dịch vụ đám mây"),
    doc: "One company runs its business on another's cloud or computing capacity.",
    roles: &[one("customer", "Who depends."), one("provider", "On whom.")],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("is cloud customer of", "dùng đám mây của"),
        Phrase::new("is cloud provider of", "cung cấp đám mây cho"),
        (Net::Supplier, Net::Customer),
    )],
    lasts: Lasts::Term,
    money: MoneyFlow::Between(0, 1),
    family: Family::Supply,
    form: Some(CooperationForm::Trade),
    fields: &[
        Field::new("service", Type::ProductOrName, "The service."),
        Field::new("purpose", Type::Text, "What it is used for."),
        EXCLUSIVE,
    ],
    first: &[],
    example: "\
cloud_dependencies:
  - id: google-cloud-2018
    customer: openai
    provider: google-cloud
    since: 2018
    until: 2019
    service: google-cloud/google-cloud-platform
    purpose: training
    sources: [techerati-2019]
",
};

pub(super) static SUPPLY: Kind = Kind {
    section: "supplies",
    name: "supply",
    label: Phrase::new("supply", "cung ứng"),
    doc: "Goods, components or contract manufacturing delivered by one company to another.",
    roles: &[one("supplier", "Who delivers."), one("customer", "Who buys.")],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("supplies", "cung cấp cho"),
        Phrase::new("buys from", "mua của"),
        (Net::Customer, Net::Supplier),
    )],
    lasts: Lasts::Term,
    money: MoneyFlow::Between(1, 0),
    family: Family::Supply,
    form: Some(CooperationForm::Trade),
    fields: &[
        Field::new("product", Type::ProductOrName, "What is delivered."),
        EXCLUSIVE,
        Field::new(
            "concentration",
            Type::Record(&[
                Field::new("share", Type::Share, "How much, in percent.").required(),
                Field::new("of", Type::Text, "Of what.").required(),
                Field::new("whose", Type::Ref(Space::Company), "Whose total it is.").required(),
                Field::new("period", Type::Period, "In which period."),
            ]),
            "What part of somebody's purchases or sales it is.",
        ),
    ],
    first: &["product"],
    example: "\
supplies:
  - id: gpus
    supplier: nvidia
    customer: microsoft
    product: graphics processors
    since: 2016
    concentration: {share: 19%, of: revenue, whose: nvidia, period: 2023-01-30/2024-01-28}
    sources: [nvidia-10k-2024]
",
};

pub(super) static LICENSE: Kind = Kind {
    section: "licenses",
    name: "license",
    label: Phrase::new("licence", "giấy phép công nghệ"),
    doc: "A right to use technology, content or brands. A cross-licence is `mutual: true`.",
    roles: &[one("licensor", "Who gives the right."), one("licensee", "Who gets it.")],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("licenses to", "cấp phép công nghệ cho"),
        Phrase::new("licenses from", "được cấp phép công nghệ từ"),
        (Net::Customer, Net::Supplier),
    )],
    lasts: Lasts::Term,
    money: MoneyFlow::Between(1, 0),
    family: Family::Technology,
    form: Some(CooperationForm::Contract),
    fields: &[
        Field::new("technology", Type::Text, "What is licensed."),
        Field::new("mutual", Type::Flag, "Whether each licenses to the other."),
        EXCLUSIVE,
    ],
    first: &["technology", "mutual"],
    example: "\
licenses:
  - id: gpt3-licence
    licensor: openai
    licensee: microsoft
    technology: GPT-3
    since: 2020-09-22
    exclusive: {binds: [openai], scope: source code}
    sources: [microsoft-2020-09-22]
",
};

pub(super) static INTEGRATION: Kind = Kind {
    section: "integrations",
    name: "integration",
    label: Phrase::new("integration", "tích hợp"),
    doc: "One company's technology is built into another's product.",
    roles: &[
        one("technology_of", "Whose technology."),
        one("product_of", "Whose product."),
    ],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("has technology in products of", "có công nghệ trong sản phẩm của"),
        Phrase::new("builds products on", "xây dựng sản phẩm trên công nghệ của"),
        (Net::Customer, Net::Supplier),
    )],
    lasts: Lasts::State,
    money: MoneyFlow::None,
    family: Family::Technology,
    form: Some(CooperationForm::Contract),
    fields: &[
        Field::new("product", Type::ProductOrName, "The product that contains it.").required(),
        Field::new("builds_on", Type::ProductOrName, "The technology inside."),
    ],
    first: &["product", "builds_on"],
    example: "\
integrations:
  - id: copilot-codex
    technology_of: openai
    product_of: microsoft
    product: microsoft/github-copilot
    builds_on: Codex
    since: 2021-06-29
    sources: [github-2021-06-29]
",
};

pub(super) static COMPLEMENT: Kind = Kind {
    section: "complements",
    name: "complement",
    label: Phrase::new("complement", "sản phẩm bổ trợ"),
    doc: "One company makes a product for another's platform, such as Office for the Mac.",
    roles: &[
        one("complementor", "Who makes the product."),
        one("platform", "Whose platform."),
    ],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("makes products for", "làm sản phẩm cho nền tảng của"),
        Phrase::new("is a platform for", "là nền tảng cho"),
        (Net::Complementor, Net::Complementor),
    )],
    lasts: Lasts::State,
    money: MoneyFlow::None,
    family: Family::Technology,
    form: Some(CooperationForm::Structural),
    fields: &[Field::new("product", Type::ProductOrName, "The product.")],
    first: &["product"],
    example: "\
complements:
  - id: office-for-mac
    complementor: microsoft
    platform: apple
    product: Office for the Mac
    since: 1997-08-06
    sources: [apple-1997-08-06]
",
};

pub(super) static DISTRIBUTION: Kind = Kind {
    section: "distributions",
    name: "distribution",
    label: Phrase::new("distribution", "phân phối"),
    doc: "One company's product reaches customers through another.",
    roles: &[
        one("principal", "Whose product."),
        one("distributor", "Who brings it to customers."),
    ],
    ties: &[tie(
        0,
        1,
        Side::Cooperation,
        Phrase::new("sells through", "bán qua"),
        Phrase::new("distributes for", "phân phối cho"),
        (Net::Customer, Net::Supplier),
    )],
    lasts: Lasts::Term,
    money: MoneyFlow::ByMode,
    family: Family::Channel,
    form: Some(CooperationForm::Trade),
    fields: &[
        Field::new("mode", Type::Choice(DistributionMode::CHOICES), "How, and so who pays.").required(),
        Field::new("product", Type::ProductOrName, "The product."),
        EXCLUSIVE,
    ],
    first: &["mode", "product"],
    example: "\
distributions:
  - id: windows-on-dell
    principal: microsoft
    distributor: dell
    mode: oem                    # oem | resale | default_placement | marketplace
    product: microsoft/windows
    since: 1985
    checked: {on: 2024-03-25, source: dell-10k-2024}
    sources: [dell-10k-2024]
",
};
