//! The grammar of questions: which words mean which request.
//!
//! A pattern is words and slots with a blank between. A slot is a word in braces: `{company}`, `{other}`, `{market}`,
//! `{date}`, `{until}`, `{deal}`, `{money}`. `a|b_c` is either `a` or the two words `b c`; `?` before them says that they may
//! be missing; `<name>` stands for the words of [`CLASSES`].

mod companies;
mod network;
mod pairs;

use crate::request::Address;

/// One sort of question.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// How it is asked in English, the first as documented.
    pub en: &'static [&'static str],
    /// How it is asked in Vietnamese.
    pub vi: &'static [&'static str],
    /// The address of the request, slots in braces; of an ending only what it adds to the query.
    pub asks: &'static str,
}

impl Form {
    /// The address of its request, with the slots that it has.
    ///
    /// # Panics
    /// Never: a test reads all of them.
    #[must_use]
    pub(super) fn address(&self) -> Address {
        self.asks.parse().unwrap_or_else(|_| unreachable!("{}", self.asks))
    }

    /// The command line that asks it, with the slots that it has; of an ending its options.
    #[must_use]
    pub fn command(&self) -> Vec<String> {
        let mut words = self.address().command();
        words.retain(|word| !word.is_empty());
        words
    }
}

/// All questions, the more special before the more general.
pub fn forms() -> impl Iterator<Item = &'static Form> {
    companies::FORMS.iter().chain(pairs::FORMS).chain(network::FORMS)
}

/// Words that stand for each other wherever a question has one of them, the first as documented.
pub(super) static CLASSES: &[(&str, &str)] = &[
    ("<who>", "who|which_companies|what_companies|which_company|which_firms"),
    ("<whom>", "whom|who|which_companies|what_companies|which_company"),
    ("<does>", "does|do|did|has|have|is|are|was|were"),
    (
        "<competes>",
        "competes|compete|competed|is_competing|are_competing|has_competed",
    ),
    ("<compete>", "compete|competing|competed"),
    (
        "<cooperates>",
        "cooperates|cooperate|cooperated|collaborates|collaborate|collaborated|partners|partner|partnered|works|work|\
         worked|is_cooperating|is_collaborating|is_partnering|is_working",
    ),
    (
        "<cooperate>",
        "cooperate|cooperating|cooperated|collaborate|collaborating|collaborated|partner|partnering|partnered|work|\
         working|worked",
    ),
    ("<against>", "with|against"),
    ("<rivals>", "rivals|competitors|rival|competitor"),
    ("<partners>", "partners|allies|partner|ally"),
    ("<start>", "start|begin|first"),
    (
        "<ai>",
        "ai|những_ai|công_ty_nào|những_công_ty_nào|hãng_nào|những_hãng_nào|doanh_nghiệp_nào|những_doanh_nghiệp_nào",
    ),
    (
        "<đâu>",
        "ai|đâu|những_ai|công_ty_nào|những_công_ty_nào|hãng_nào|những_hãng_nào|những_đâu|gì",
    ),
    ("<cạnh_tranh>", "cạnh_tranh|đối_đầu"),
    ("<hợp_tác>", "hợp_tác|cộng_tác|bắt_tay|liên_minh"),
    ("<đối_thủ>", "đối_thủ_cạnh_tranh|đối_thủ"),
    ("<đầu_tư>", "đầu_tư|rót_vốn|rót_tiền|góp_vốn"),
    (
        "<là_ai>",
        "là_ai|là_những_ai|gồm_những_ai|gồm_ai|là_công_ty_nào|là_những_công_ty_nào",
    ),
    ("<thế_nào>", "thế_nào|như_thế_nào|ra_sao"),
    ("<khi_nào>", "khi_nào|bao_giờ|lúc_nào|năm_nào"),
    ("<với_nhau>", "với_nhau|nhau"),
];

/// Words before a question that add nothing to it.
pub(super) static LEADS: &[&str] = &[
    "please ?tell_me",
    "can|could you ?please tell_me",
    "do_you_know",
    "tell_me",
    "show_me",
    "xin|hãy ?cho_biết|cho_tôi_biết|hỏi",
    "?hãy|xin cho_tôi_biết",
    "cho_biết",
];

/// Endings that questions of any form may have, with the options that they add. `{today}` is the day of asking.
pub static TAILS: &[Form] = &[
    Form {
        en: &["in {date}", "?in|at|on|during|as_of {date}", "back in {date}"],
        vi: &[
            "năm {date}",
            "?vào|trong|hồi|tại_thời_điểm|tính_đến ?năm|tháng|ngày {date}",
        ],
        asks: "?at={date}",
    },
    Form {
        en: &["from|between {date} to|and|until|till {until}"],
        vi: &[
            "?trong_khoảng|trong_giai_đoạn từ ?năm|tháng|ngày {date} đến|tới ?năm|tháng|ngày {until}",
            "?trong_khoảng giữa ?năm|tháng|ngày {date} và ?năm|tháng|ngày {until}",
        ],
        asks: "?from={date}&to={until}",
    },
    Form {
        en: &["since {date}"],
        vi: &["?kể từ ?năm|tháng|ngày {date} ?đến_nay|tới_nay"],
        asks: "?from={date}&to={today}",
    },
    Form {
        en: &[
            "in {market}",
            "in|on ?the {market}",
            "in|on|for ?the {market} market|business|space|sector",
            "in the market of|for {market}",
            "for {market}",
        ],
        vi: &[
            "trong {market}",
            "?trong|về|ở|trên ?lĩnh_vực|mảng|ngành|thị_trường {market}",
        ],
        asks: "?market={market}",
    },
    Form {
        en: &["now|today|currently|right_now|at_present|at_the_moment"],
        vi: &["hiện_nay|hiện_tại|bây_giờ|hôm_nay|ngày_nay|vậy|thế"],
        asks: "",
    },
];
