//! Enumerations whose values contributors write as words, each with its labels and meaning.

use serde::{Deserialize, Serialize};

use super::field::{Choice, Words};
use crate::lang::Phrase;

macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($(#[$on:meta])* $value:ident = $word:literal, $en:literal, $vi:literal, $doc:literal;)+ })+) => {$(
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
        )]
        pub enum $name {
            $($(#[$on])* #[doc = $doc] #[serde(rename = $word)] $value,)+
        }

        impl Words for $name {
            const ALL: &'static [Self] = &[$(Self::$value,)+];
            const CHOICES: &'static [Choice] =
                &[$(Choice { name: $word, label: Phrase::new($en, $vi), doc: $doc },)+];
        }

        impl $name {
            /// The word as contributors write it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                Self::CHOICES[self as usize].name
            }

            /// How answers say it.
            #[must_use]
            pub const fn label(self) -> Phrase {
                Self::CHOICES[self as usize].label
            }
        }
    )+};
}

words! {
    /// What sort of party a company record describes.
    CompanyKind {
        Company = "company", "company", "công ty", "A firm with a legal person of its own.";
        Division = "division", "division", "bộ phận", "A named part of a firm, such as AWS in Amazon.";
        Venture = "venture", "joint venture", "liên doanh", "A joint venture of several firms.";
        Nonprofit = "nonprofit", "nonprofit", "tổ chức phi lợi nhuận", "A foundation or other nonprofit body.";
        Fund = "fund", "fund", "quỹ", "An investment fund.";
        Government = "government", "government body", "cơ quan nhà nước", "A state, ministry, agency, authority or court.";
        Person = "person", "person", "cá nhân", "A natural person.";
        Consortium = "consortium", "consortium", "tập hợp", "A body of members, such as an airline alliance.";
        Class = "class", "unnamed group", "nhóm không nêu tên", "An unnamed class of firms such as `PC makers`; never ranked.";
    }

    /// How far a relation got.
    Status {
        Completed = "completed", "completed", "đã hoàn tất", "It happened or holds; the default.";
        Agreed = "agreed", "agreed", "đã thoả thuận", "Signed and binding, not yet carried out.";
        Announced = "announced", "announced only", "mới chỉ công bố", "Made public by a party, not known to be carried out.";
        Loi = "loi", "letter of intent", "thư ngỏ ý", "A letter of intent or framework that does not bind.";
        Talks = "talks", "in talks", "đang đàm phán", "Negotiated about.";
        Bid = "bid", "bid", "chào mua", "Offered by one side.";
        Planned = "planned", "planned", "dự kiến", "Intended by a party.";
        Projected = "projected", "projected", "ước đoán", "Expected by somebody else.";
        Cancelled = "cancelled", "cancelled", "đã huỷ", "Called off; without `since`, before it began.";
        Terminated = "terminated", "terminated", "đã chấm dứt", "Ended by a party before its time; without `since`, before it began.";
    }

    /// What binds the parties.
    Nature {
        Actual = "actual", "actual", "thực tế", "It takes place; the default.";
        Commitment = "commitment", "commitment", "cam kết", "A binding promise of future business.";
        Option = "option", "option", "quyền chọn", "A right that nobody has to use.";
        Guarantee = "guarantee", "guarantee", "bảo lãnh", "A promise to stand in for somebody else.";
        FirstRefusal = "first_refusal", "first refusal", "quyền ưu tiên", "A right to be asked first.";
    }

    /// What an amount is an amount of; unlike ones are never added.
    AmountIs {
        Paid = "paid", "paid", "đã trả", "Money or value that changed hands.";
        Committed = "committed", "committed", "cam kết", "Promised, perhaps over years.";
        Conditional = "conditional", "conditional", "có điều kiện", "Due if something happens.";
        Milestone = "milestone", "milestones", "theo mốc", "Due when milestones are reached.";
        Round = "round", "round", "vòng gọi vốn", "The whole financing round, of which the parties gave a part.";
        Cap = "cap", "cap", "mức trần", "The most that may be paid.";
        Planned = "planned", "planned", "dự kiến", "Intended, not binding.";
        Guarantee = "guarantee", "guaranteed", "bảo lãnh", "Due only if another does not pay.";
        Price = "price", "price", "giá mua", "The price of an acquisition.";
        StakeValue = "stake_value", "stake value", "giá trị cổ phần", "What a holding was worth.";
        CompanyValue = "company_value", "company value", "định giá công ty", "What the whole company was valued at.";
        Damages = "damages", "damages", "bồi thường", "Damages or a settlement.";
        Fine = "fine", "fine", "tiền phạt", "A fine.";
    }

    /// In what an amount was given.
    Medium {
        Cash = "cash", "cash", "tiền mặt", "Money.";
        Credit = "credit", "credits", "tín dụng dịch vụ", "Credits for the payer's own services.";
        Equity = "equity", "equity", "cổ phần", "Shares or warrants.";
        InKind = "in_kind", "in kind", "hiện vật", "Goods, licences or services.";
        Free = "free", "free of charge", "miễn phí", "Nothing is paid.";
        Unknown = "unknown", "medium unknown", "không rõ hình thức", "Nobody said.";
    }

    /// Which activity of the value chain a cooperation touches.
    ValueActivity {
        Input = "input", "inputs", "đầu vào", "Inputs and infrastructure.";
        RAndD = "r_and_d", "research and development", "nghiên cứu và phát triển", "Research and development.";
        Production = "production", "production", "sản xuất", "Making.";
        Distribution = "distribution", "distribution", "phân phối", "Selling and serving.";
        Capital = "capital", "capital", "vốn", "Financing.";
    }

    /// How much of a company was bought.
    AcquisitionScope {
        Whole = "whole", "whole company", "toàn bộ công ty", "All of it, or all that matters; the default.";
        Assets = "assets", "assets", "tài sản", "A business or some assets.";
        Stake = "stake", "stake", "cổ phần", "A part, as a stake says.";
    }

    /// What a share of a stake is a share of.
    StakeBasis {
        Votes = "votes", "of the votes", "quyền biểu quyết", "Voting rights.";
        Economic = "economic", "economic", "lợi ích kinh tế", "Economic interest.";
        AsConverted = "as_converted", "as converted", "sau chuyển đổi", "As if every convertible were converted and diluted.";
    }

    /// Whether and how a stake controls the company.
    Control {
        Majority = "majority", "majority", "đa số", "By a majority of votes.";
        Contract = "contract", "by contract", "theo hợp đồng", "By agreement or charter.";
        Board = "board", "through the board", "qua hội đồng quản trị", "By naming the board.";
        None = "none", "no control", "không kiểm soát", "Expressly without control.";
    }

    /// How goods reach the customer.
    DistributionMode {
        Oem = "oem", "preinstalled", "cài sẵn", "The distributor builds it into its own product and pays.";
        Resale = "resale", "resale", "bán lại", "The distributor buys and sells on.";
        DefaultPlacement = "default_placement", "default placement", "đặt mặc định", "The principal pays for the place.";
        Marketplace = "marketplace", "marketplace", "chợ ứng dụng", "Sold through the distributor's shop, which keeps a fee.";
    }

    /// The right that goes with a board seat.
    BoardSeat {
        Director = "director", "director", "thành viên hội đồng", "A seat with a vote.";
        Observer = "observer", "observer", "quan sát viên", "A seat without a vote.";
        Chair = "chair", "chair", "chủ tịch", "The chair.";
    }

    /// What an authority proceeds about.
    ProceedingType {
        Antitrust = "antitrust", "antitrust", "chống độc quyền", "Abuse of dominance or restraint of competition.";
        MergerReview = "merger_review", "merger review", "xem xét sáp nhập", "Review of a merger or of an investment.";
        Fine = "fine", "fine", "phạt", "A fine.";
    }

    /// What happened at an event.
    EventKind {
        Launch = "launch", "launch", "ra mắt", "A product or service became available.";
        Founding = "founding", "founding", "thành lập", "A company or body was founded.";
        Filing = "filing", "filing", "hồ sơ", "A filing was made.";
        Shutdown = "shutdown", "shutdown", "đóng cửa", "A product or business ended.";
        Report = "report", "report", "tin tức", "Something was reported.";
        Leadership = "leadership", "leadership", "nhân sự", "Somebody came or went.";
        Other = "other", "event", "sự kiện", "Anything else.";
    }

    /// How a company came out of another.
    SuccessionAs {
        Rename = "rename", "renamed", "đổi tên", "The same company under a new name.";
        Merger = "merger", "merged", "sáp nhập", "It was merged into the other.";
        SpinOff = "spin_off", "spun off", "tách ra", "It left the other and stands on its own.";
        Conversion = "conversion", "converted", "chuyển đổi", "It changed its legal form.";
        Holding = "holding", "put under a new parent", "đặt dưới công ty mẹ mới", "A new parent was put above it: Google under Alphabet in 2015.";
    }

    /// What sort of document a source is.
    SourceKind {
        Filing = "filing", "filing", "hồ sơ công bố", "A report to a securities regulator or register.";
        Court = "court", "court paper", "hồ sơ toà án", "A paper of a court or of parties before it.";
        Release = "release", "release", "thông cáo", "An organization's own announcement.";
        News = "news", "news", "báo chí", "A newsroom.";
        Book = "book", "book", "sách", "A book.";
        Paper = "paper", "paper", "bài nghiên cứu", "A scientific or policy paper.";
        Dataset = "dataset", "data set", "bộ dữ liệu", "A data set.";
        Interview = "interview", "interview", "phỏng vấn", "An interview.";
        Transcript = "transcript", "transcript", "bản ghi", "A transcript.";
        Blog = "blog", "blog", "blog", "A private or company blog that is no announcement.";
        Forum = "forum", "forum", "diễn đàn", "A forum.";
        Encyclopedia = "encyclopedia", "encyclopedia", "bách khoa", "An encyclopedia.";
        Mirror = "mirror", "mirror", "bản sao", "A copy of another page, on a site of its own.";
    }

    /// Where the title of a source was read.
    TitleBasis {
        Page = "page", "from the page", "từ trang gốc", "Read on the page; the default.";
        Slug = "slug", "rebuilt from the address", "dựng lại từ địa chỉ", "Rebuilt from the address.";
        Description = "description", "a description", "mô tả", "A description, not a title.";
        Known = "known", "from general knowledge", "kiến thức chung", "Not read on the page.";
    }

    /// From when on a rivalry counts; asked, never written.
    #[derive(Default)]
    RivalryFrom {
        #[default]
        Present = "present", "from when both were in the market", "từ khi cả hai có mặt trên thị trường", "From the day on which both companies offered something in the market; the default.";
        Named = "named", "from when somebody first named it", "từ khi có người đầu tiên nêu tên", "From the day on which somebody is first recorded to name them rivals.";
    }

    /// How much of a source was read.
    Reading {
        Opened = "opened", "opened", "đã mở đọc", "The document itself was opened and read.";
        Excerpt = "excerpt", "read in part", "đọc một phần", "A part of it was read, such as a page of it or the extract that a search shows.";
        Quoted = "quoted", "read as quoted", "đọc qua trích dẫn", "Only what others quote or retell of it was read.";
        Listed = "listed", "seen in a list", "chỉ thấy trong danh mục", "Only its title in a list was seen, such as a bibliography or the hits of a search.";
    }

    /// By what a kind of relation binds those who cooperate; derived from the kind, never written.
    CooperationForm {
        Equity = "equity", "equity", "góp vốn", "One owns a part of the other or has a say in it, or they own a company together.";
        Contract = "contract", "contract", "hợp đồng", "An agreement that each has chosen the other for.";
        Trade = "trade", "trade at arm's length", "mua bán thông thường", "One buys from the other as others do.";
        Structural = "structural", "platform or body", "nền tảng hoặc tổ chức chung", "A platform or a body of many through which they meet.";
    }

    /// Which side was looked for.
    CoverageSide {
        Cooperation = "cooperation", "cooperation", "hợp tác", "Ties of cooperation.";
        Competition = "competition", "competition", "cạnh tranh", "Ties of competition.";
    }

    /// Whether a search found anything.
    Found {
        Yes = "yes", "found", "có", "Something was found and is recorded.";
        No = "no", "nothing found", "không có", "Nothing was found.";
    }

    /// From where the figures of a tranche count what a holder got.
    Counted {
        Tranche = "tranche", "in this tranche", "trong tầng này", "From the first money of this tranche; the default.";
        Deal = "deal", "from the first money of the deal", "từ đồng đầu tiên của thoả thuận", "From the first money of the deal.";
    }

    /// How near a quotation is to its source.
    Wording {
        Found = "found", "wording found", "đúng nguyên văn", "The very words were read in the source.";
        ParaphraseFound = "paraphrase_found", "paraphrase found", "chỉ thấy ý", "The thought was found, not the words.";
        NotFound = "not_found", "not found", "không tìm thấy", "Nothing like it was found.";
    }

    /// How well a record is supported; derived from its sources, never written.
    Confidence {
        Claimed = "claimed", "claimed", "được cho là", "A blog, forum, encyclopedia or leak says so.";
        Reported = "reported", "reported", "được đưa tin", "A newsroom, book or paper says so, or two independent weak origins.";
        Confirmed = "confirmed", "confirmed", "đã xác nhận", "A filing, a court paper or a party's own release says so.";
    }

    /// The part of an answer that a counterparty stands in.
    Zone {
        Coopetition = "coopetition", "coopetition", "vừa hợp tác vừa cạnh tranh", "Cooperation and competition at the same time.";
        Sequential = "sequential", "sequential", "lần lượt", "Both within the window, never together.";
        Cooperation = "cooperation", "cooperation", "hợp tác", "Cooperation only.";
        Competition = "competition", "competition", "cạnh tranh", "Competition only.";
        OneGroup = "one_group", "one group", "cùng tập đoàn", "Parts of one group.";
        None = "none", "none", "không có", "No tie that counts.";
    }
}

impl Status {
    /// Whether it was carried out or binds: not only announced, planned or talked about.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        !matches!(
            self,
            Self::Announced | Self::Loi | Self::Talks | Self::Bid | Self::Planned | Self::Projected
        )
    }
}

impl AmountIs {
    /// Whether it is the value of a whole, which is never added to another: of several the greatest stands.
    #[must_use]
    pub const fn is_level(self) -> bool {
        matches!(self, Self::StakeValue | Self::CompanyValue | Self::Round | Self::Cap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_position() {
        assert_eq!(Status::at(1), Some(Status::Agreed));
        assert_eq!(Status::Agreed.name(), "agreed");
        assert_eq!(Status::at(99), None);
    }

    #[test]
    fn no_label_is_empty() {
        for choice in AmountIs::CHOICES.iter().chain(Zone::CHOICES).chain(Status::CHOICES) {
            assert!(
                !choice.label.en.is_empty() && !choice.label.vi.is_empty(),
                "{}",
                choice.name
            );
        }
    }
}
